"""The factory around the shipped model."""

import weakref

import pytest

from app.checking.worker import EngineOptions, ModelKeeper
from app.engine import EngineFactory
from app.paths import model_folder
from model.errors import MissingFileError


@pytest.fixture(scope="module")
def factory():
    return EngineFactory(model_folder())


def test_other_options_read_the_model_no_second_time(factory):
    first = factory(EngineOptions(level=0.2))
    second = factory(EngineOptions(level=0.8))
    assert first is not second
    assert first._parts is second._parts
    assert first.fingerprint == second.fingerprint


def test_a_forgotten_model_is_gone_with_its_last_corrector_and_is_read_again(factory):
    corrector = factory(EngineOptions())
    fingerprint = corrector.fingerprint
    session = weakref.ref(corrector._parts.stepper)
    factory.forget()
    assert session() is not None
    del corrector
    assert session() is None
    assert factory(EngineOptions()).fingerprint == fingerprint


def test_the_worker_sees_that_it_keeps_a_model(factory):
    assert isinstance(factory, ModelKeeper)


def test_a_missing_model_is_an_error_of_the_engine(tmp_path):
    with pytest.raises(MissingFileError):
        EngineFactory(tmp_path)(EngineOptions())
