import pytest

from assets.packaging.icu import keeps_item, unwanted


@pytest.mark.parametrize(
    "name",
    ["root.res", "de.res", "coll/ucadata.icu", "coll/root.res", "zoneinfo64.res", "pool.res"],
)
def test_what_the_program_speaks_and_what_all_languages_share_stays(name):
    assert keeps_item(name)


@pytest.mark.parametrize(
    "name", ["fr.res", "zh_Hant_TW.res", "coll/ja.res", "brkitr/thaidict.dict", "ibm-943.cnv"]
)
def test_other_languages_and_converters_go(name):
    assert not keeps_item(name)


def test_items_to_remove_keep_their_order():
    assert unwanted(["fr.res\n", "root.res\n", "", "es.res\n"]) == ["fr.res", "es.res"]
