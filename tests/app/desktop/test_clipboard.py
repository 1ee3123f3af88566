import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from app.desktop.clipboard import ClipboardSnapshot, put_text

ROOT = Path(__file__).parents[3]


@pytest.fixture
def clipboard(qapp):
    clipboard = QApplication.clipboard()
    clipboard.clear()
    yield clipboard
    clipboard.clear()


@pytest.fixture(autouse=True)
def owned(monkeypatch):
    """What a real clipboard says: the tests' platform has none to own."""
    monkeypatch.setattr("app.desktop.clipboard._owns", lambda clipboard, mode: True)


def rich():
    made = QMimeData()
    made.setText("naïve 🙂")
    made.setHtml("<b>naïve</b>")
    made.setUrls([QUrl("file:///tmp/a b"), QUrl("file:///tmp/c")])
    image = QImage(3, 2, QImage.Format.Format_ARGB32)
    image.fill(QColor(200, 30, 40, 128))
    made.setImageData(image)
    made.setColorData(QColor("teal"))
    made.setData("application/x-own", b"\0\xff\0")
    return made


class Lazy(QMimeData):
    """Makes its content only when asked, as office programs do."""

    def __init__(self):
        super().__init__()
        self.asked = []

    def formats(self):
        return ["text/plain", "application/x-large"]

    def hasFormat(self, name):
        return name in self.formats()

    def retrieveData(self, name, kind):
        self.asked.append(name)
        return "made" if name == "text/plain" else QByteArray(b"x" * 1_000_000)


class Failing(QMimeData):
    """Fails at one of its formats."""

    def formats(self):
        return ["text/plain", "application/x-broken"]

    def hasFormat(self, name):
        return name in self.formats()

    def data(self, name):
        if name == "application/x-broken":
            raise RuntimeError("its maker has died")
        return super().data(name)

    def retrieveData(self, name, kind):
        return "text"


def test_everything_is_there_again(clipboard):
    clipboard.setMimeData(rich())
    kept = ClipboardSnapshot.take(clipboard)
    clipboard.setText("ours")
    assert kept.restore(clipboard)
    found, expected = clipboard.mimeData(), rich()
    assert found.text() == expected.text()
    assert found.html() == expected.html()
    assert found.urls() == expected.urls()
    assert found.imageData() == expected.imageData()
    assert found.colorData() == expected.colorData()
    assert found.data("application/x-own") == expected.data("application/x-own")
    assert set(found.formats()) == set(expected.formats())


def test_what_is_made_only_when_asked_for_is_kept(clipboard):
    lazy = Lazy()
    clipboard.setMimeData(lazy)
    kept = ClipboardSnapshot.take(clipboard)
    assert set(lazy.asked) == {"text/plain", "application/x-large"}
    clipboard.setText("ours")
    kept.restore(clipboard)
    assert clipboard.text() == "made"
    assert clipboard.mimeData().data("application/x-large").size() == 1_000_000


def test_a_format_that_fails_leaves_the_others(clipboard, caplog):
    clipboard.setMimeData(Failing())
    kept = ClipboardSnapshot.take(clipboard)
    assert kept.missing == ("application/x-broken",)
    assert kept.text == "text"
    assert "its maker has died" in caplog.text


def test_an_empty_clipboard_is_empty_again(clipboard):
    kept = ClipboardSnapshot.take(clipboard)
    assert kept.is_empty
    clipboard.setText("ours")
    kept.restore(clipboard)
    assert clipboard.text() == ""


def test_a_large_content_is_kept(clipboard):
    made = QMimeData()
    made.setData("application/x-large", bytes(64 * 1024 * 1024))
    clipboard.setMimeData(made)
    kept = ClipboardSnapshot.take(clipboard)
    clipboard.clear()
    kept.restore(clipboard)
    assert clipboard.mimeData().data("application/x-large").size() == 64 * 1024 * 1024


def test_x11s_questions_are_no_content(clipboard):
    made = QMimeData()
    for name in ("TARGETS", "DELETE", "text/html"):
        made.setData(name, b"x")
    clipboard.setMimeData(made)
    assert ClipboardSnapshot.take(clipboard).formats == (("text/html", b"x"),)


def test_a_clipboard_without_primary_says_so(clipboard):
    """Only X11 has one."""
    assert not clipboard.supportsSelection()
    mode = clipboard.Mode.Selection
    kept = ClipboardSnapshot.take(clipboard, mode)
    assert kept.is_empty
    assert not kept.restore(clipboard)


def test_a_text_is_put_on_the_clipboard(clipboard):
    assert put_text(clipboard, "text")
    assert clipboard.text() == "text"


def test_a_program_that_quits_with_something_put_back_ends_well():
    script = (
        "from PySide6.QtWidgets import QApplication\n"
        "from app.desktop.clipboard import ClipboardSnapshot\n"
        "qt = QApplication([])\n"
        "ClipboardSnapshot((('text/plain', b'kept'), ('x/y', b'z'))).restore(qt.clipboard())\n"
        "assert qt.clipboard().text() == 'kept'\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False)
    assert done.returncode == 0
