import pytest

from model.dialects import is_dialect_swap


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("colour", "color"),
        ("Neighbourhood", "neighborhood"),
        ("honourable", "honorable"),
        ("organise", "organize"),
        ("organisations", "organizations"),
        ("analysed", "analyzed"),
        ("centre", "center"),
        ("metres", "meters"),
        ("travelled", "traveled"),
        ("labelling", "labeling"),
        ("defence", "defense"),
        ("grey", "gray"),
        ("learnt", "learned"),
        ("my favourite colour", "my favorite color"),
    ],
)
def test_a_change_of_dialect_is_recognised_both_ways(one, other):
    assert is_dialect_swap(one, other)
    assert is_dialect_swap(other, one)


@pytest.mark.parametrize(
    ("original", "replacement"),
    [
        ("colour", "colours"),
        ("colur", "colour"),
        ("advize", "advise"),
        ("surprize", "surprise"),
        ("for", "four"),
        ("hor", "hour"),
        ("faling", "falling"),
        ("stoped", "stopped"),
        ("thier", "their"),
        ("Colour", "colour"),
        (" ", ""),
        ("", "the"),
        ("price", "prize"),
        ("hoping", "hopping"),
    ],
)
def test_a_mended_mistake_is_no_change_of_dialect(original, replacement):
    assert not is_dialect_swap(original, replacement)
