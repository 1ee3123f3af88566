import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.serving.findings import find
from app.serving.passages import Passage, joined_text
from model.edits import Category, Correction, Edit, Sentence, Span, apply_edits


def edit(start, end, text, replacement, error_type="R:OTHER", category=Category.GRAMMAR):
    return Edit(Span(start, end), text[start:end], replacement, 0.9, category, error_type)


def found(text, *edits, known_words=frozenset()):
    corrections = (Correction(Sentence(text, 0), edits),)
    return find(text, Passage.of_plain(text), corrections, known_words)


def shown(findings):
    return [(each.span.start, each.original, each.replacement) for each in findings]


def test_a_replaced_word_is_marked_as_it_is():
    text = "He go home."
    assert shown(found(text, edit(3, 5, text, "goes"))) == [(3, "go", "goes")]


@pytest.mark.parametrize(
    ("text", "at", "inserted", "expected"),
    [
        ("I am student.", 5, "a ", (5, "student", "a student")),
        ("I am student.", 4, " a", (2, "am", "am a")),
        ("However we go", 7, ",", (0, "However", "However,")),
        ("It ends", 7, ".", (3, "ends", "ends.")),
        ("word", 0, "A ", (0, "word", "A word")),
        ("isn't", 5, " it", (0, "isn't", "isn't it")),
        ("I am\nold", 4, "x", (2, "am", "amx")),
    ],
)
def test_an_insertion_is_marked_on_a_word_beside_it(text, at, inserted, expected):
    assert shown(found(text, edit(at, at, text, inserted))) == [expected]


def test_a_deletion_reaches_over_the_next_word_so_that_the_proposal_can_be_read():
    text = "I saw the the cat."
    assert shown(found(text, edit(6, 10, text, ""))) == [(6, "the the", "the")]


@pytest.mark.parametrize(
    "sign", ["👩\u200d👧", "👍🏽", "❤\ufe0f", "e\u0301te\u0301", "1\ufe0f\u20e3"]
)
def test_a_mark_does_not_end_within_what_is_one_sign_to_the_reader(sign):
    text = f"I see very {sign} now"
    assert shown(found(text, edit(6, 11, text, ""))) == [(6, f"very {sign}", sign)]
    text = f"I see {sign}"
    end = len(text)
    assert shown(found(text, edit(end, end, text, "."))) == [(6, sign, f"{sign}.")]


def test_an_insertion_does_not_reach_into_the_next_line():
    text = "One line\n\nAnother"
    assert shown(found(text, edit(8, 8, text, "."))) == [(4, "line", "line.")]


def test_an_insertion_into_nothing_is_left_out():
    assert found("  ", edit(1, 1, "  ", "a")) == ()


def test_edits_that_would_be_marked_on_one_word_become_one_finding():
    text = "I am studnt."
    findings = found(text, edit(5, 5, text, "a "), edit(5, 11, text, "student"))
    assert shown(findings) == [(5, "studnt", "a student")]


def test_words_of_the_dictionary_are_right_in_any_case():
    text = "Teh Go"
    edits = (edit(0, 3, text, "The"), edit(4, 6, text, "Goes"))
    assert shown(found(text, *edits, known_words=frozenset({"teh"}))) == [(4, "Go", "Goes")]


def test_an_edit_of_markup_is_left_out():
    source, passage = joined_text([("I ", None), ("<b>", "very "), ("go", None)])
    assert passage.reading == "I very go"
    edits = (edit(2, 7, passage.reading, ""), edit(7, 9, passage.reading, "goes"))
    corrections = (Correction(Sentence(passage.reading, 0), edits),)
    assert shown(find(source, passage, corrections)) == [(5, "go", "goes")]


def test_a_blank_beside_markup_is_none_of_our_business():
    source, passage = joined_text([("and ", None), (r"\label{a}", ""), (", so", None)])
    edits = (edit(3, 4, passage.reading, ""),)
    corrections = (Correction(Sentence(passage.reading, 0), edits),)
    assert find(source, passage, corrections) == ()


@st.composite
def texts_with_edits(draw):
    text = "a" + draw(st.text(alphabet="ab ,.😀é", max_size=30)) + "b"
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    edits = [
        edit(start, end, text, draw(st.text(alphabet="xy ,", max_size=4)))
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    return text, tuple(edits)


@given(texts_with_edits())
def test_findings_are_disjoint_never_empty_and_say_what_they_replace(case):
    text, edits = case
    findings = found(text, *edits)
    position = 0
    for each in findings:
        assert position <= each.span.start < each.span.end <= len(text)
        assert text[each.span.start : each.span.end] == each.original != each.replacement
        position = each.span.end


@given(texts_with_edits())
def test_carrying_all_findings_out_does_what_the_edits_do(case):
    text, edits = case
    findings = [
        Edit(each.span, each.original, each.replacement, 1.0) for each in found(text, *edits)
    ]
    assert apply_edits(text, findings) == apply_edits(text, edits)
