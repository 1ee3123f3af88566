import pytest


@pytest.fixture(scope="session")
def pack(tmp_path_factory):
    from tests.training.tiny import write_pack

    return write_pack(tmp_path_factory.mktemp("pack") / "pack")
