import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.parcels import PART_BYTES, Parcel, ParcelError, join_file, split_file


@given(content=st.binary(max_size=200), part=st.integers(1, 80))
def test_parts_make_the_file_again(tmp_path_factory, content, part):
    folder = tmp_path_factory.mktemp("parcels")
    (folder / "w.pt").write_bytes(content)
    parcel = split_file(folder / "w.pt", folder / "out", part)
    assert all((folder / "out" / name).stat().st_size <= part for name in parcel.parts)
    again = Parcel.from_dict(json.loads(json.dumps(parcel.to_dict())))
    join_file(again, folder / "out", folder / "joined.pt")
    assert (folder / "joined.pt").read_bytes() == content


def test_bf16_weights_of_the_shipped_model_fit_two_parts():
    assert 2 * PART_BYTES > 9_985_664 * 2
    assert PART_BYTES < 16 * 2**20


@pytest.mark.parametrize("harm", ["missing", "damaged"])
def test_a_part_that_did_not_come_through_is_noticed(tmp_path, harm):
    (tmp_path / "w.pt").write_bytes(bytes(range(100)))
    parcel = split_file(tmp_path / "w.pt", tmp_path, 40)
    second = tmp_path / parcel.parts[1]
    if harm == "missing":
        second.unlink()
    else:
        second.write_bytes(b"x" * second.stat().st_size)
    with pytest.raises(ParcelError, match="again"):
        join_file(parcel, tmp_path, tmp_path / "joined.pt")
    assert not (tmp_path / "joined.pt").exists()
