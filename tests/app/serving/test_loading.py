import pytest

from app.paths import model_folder
from app.serving import loading
from app.serving.engine import CheckOrder, EnginePool
from app.serving.loading import load_engines, usual_engine_count
from model.errors import BundleError


def test_a_folder_without_a_model_is_refused(tmp_path):
    with pytest.raises(BundleError):
        load_engines(tmp_path, 1)


@pytest.mark.parametrize(("cores", "engines"), [(None, 1), (2, 1), (4, 2), (64, 2)])
def test_a_small_machine_gets_one_engine(monkeypatch, cores, engines):
    monkeypatch.setattr(loading.os, "cpu_count", lambda: cores)
    assert usual_engine_count() == engines


def test_one_loaded_model_serves_all_levels():
    (engine,) = load_engines(model_folder(), 1)
    assert engine(0.5) is engine(0.5)
    assert engine(0.5) is not engine(0.8)
    pool = EnginePool([engine])
    try:
        outcome = pool.submit(CheckOrder(("I like it. You like it, too.",))).result(60)
    finally:
        pool.close()
    assert [len(text) for text in outcome.corrections] == [2]
