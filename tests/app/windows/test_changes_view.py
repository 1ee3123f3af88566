import pytest
from PySide6.QtCore import QUrl

from app.theme import LIGHT
from app.windows.changes_view import ChangesView, Paragraph, changed_html, page_parts

WORDS = {
    "accept": "Accept",
    "dismiss": "Dismiss",
    "folded": "{0} unchanged",
    "none": "Nothing.",
    "more": "More",
}


@pytest.fixture
def view(bench, qtbot):
    made = ChangesView(bench.desk, LIGHT)
    qtbot.addWidget(made)
    bench.write("😀 He go home <now>.\nFine.\nHowever we left. It is very unique.")
    bench.check()
    made.show()
    return made


def test_a_change_shows_what_goes_and_what_comes(view):
    text = view.toPlainText()
    assert "He gogoes" in text.replace("\u00a0", "")
    assert "Fine." in text


def test_text_around_changes_is_kept_and_escaped(bench, view):
    (block, issue), *_ = bench.desk.all_shown()
    html = changed_html(Paragraph(block.text(), (issue,)), LIGHT, WORDS)
    assert html.startswith("😀 He ")
    assert html.endswith(" home &lt;now&gt;.")


def test_links_accept_and_dismiss_their_own_change(bench, view):
    accepted, dismissed = [], []
    view.accept_wanted.connect(accepted.append)
    view.dismiss_wanted.connect(dismissed.append)
    comma = bench.issues[1]
    view.anchorClicked.emit(QUrl(f"accept:{comma.block_id}:{comma.start}"))
    view.anchorClicked.emit(QUrl(f"dismiss:{comma.block_id}:{comma.start}"))
    assert accepted == dismissed == [comma]


def test_a_link_to_a_change_that_is_gone_does_nothing(bench, view):
    accepted = []
    view.accept_wanted.connect(accepted.append)
    view.anchorClicked.emit(QUrl("accept:9999:0"))
    assert accepted == []


def test_the_page_follows_the_text(bench, view, qtbot):
    bench.desk.accept_all(0)
    qtbot.waitUntil(lambda: "He goes home" in view.toPlainText())


def test_long_unchanged_stretches_are_folded(bench):
    paragraphs = [Paragraph(f"Number {n}.", ()) for n in range(50)]
    parts = "".join(page_parts(paragraphs, LIGHT, WORDS, 10))
    assert "50 unchanged" in parts
    assert "Number" not in parts


def test_without_changes_the_page_says_so():
    assert "Nothing." in "".join(page_parts([Paragraph("Fine.", ())], LIGHT, WORDS, 10))


def test_many_changes_end_with_a_link_to_more(bench):
    bench.write("\n".join(["He go home."] * 5))
    bench.check()
    paragraphs = [Paragraph(block.text(), bench.desk.shown(block)) for block in bench.desk.blocks()]
    parts = "".join(page_parts(paragraphs, LIGHT, WORDS, 3))
    assert parts.count("goes") == 3
    assert 'href="more:"' in parts


def test_a_hidden_page_costs_nothing(view):
    view.hide()
    assert view.toPlainText() == ""


def test_a_folded_stretch_can_be_opened(bench, view):
    bench.write("\n".join(f"Number {n}." for n in range(9)))
    view.refresh()
    assert "Number" not in view.toPlainText()
    view.anchorClicked.emit(QUrl("unfold:"))
    assert "Number 8." in view.toPlainText()
