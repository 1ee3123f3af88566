from app.desktop.x11.formats import snapshot_of
from app.desktop.x11.reader import Content, Ending


def test_one_text_stands_for_all_names_of_it():
    targets = (
        ("STRING", b"caf\xe9"),
        ("text/html", b"<b>"),
        ("UTF8_STRING", "café".encode()),
        ("COMPOUND_TEXT", b"caf"),
    )
    kept = snapshot_of(Content(Ending.WHOLE, targets))
    assert kept.formats == (("text/plain", "café".encode()), ("text/html", b"<b>"))
    assert kept.text == "café"


def test_a_text_by_its_mime_type_only_is_kept():
    kept = snapshot_of(Content(Ending.WHOLE, (("text/plain", b"plain"),)))
    assert kept.formats == (("text/plain", b"plain"),)


def test_without_a_text_there_is_none():
    kept = snapshot_of(Content(Ending.WHOLE, (("image/png", b"x"),), ("image/tiff", "TEXT")))
    assert kept.formats == (("image/png", b"x"),)
    assert kept.missing == ("image/tiff",)
    assert kept.text == ""


def test_nothing_is_an_empty_snapshot():
    assert snapshot_of(Content(Ending.NO_OWNER)).is_empty
