import os

from PySide6.QtWidgets import QLabel, QListWidget, QPushButton

from app.windows.versions_dialog import VersionsDialog


def entries(dialog):
    shown = dialog.findChild(QListWidget)
    return [shown.item(row).text() for row in range(shown.count())]


def test_versions_are_shown_with_date_and_size_and_the_newest_is_chosen(qtbot, tmp_path):
    paths = [tmp_path / "2026-03-02 a.txt", tmp_path / "2026-03-01 a.txt"]
    for number, path in enumerate(paths):
        path.write_bytes(bytes(2000 + number))
        os.utime(path, (1_700_000_000 - 90_000 * number,) * 2)
    dialog = VersionsDialog("a.txt", paths, None)
    qtbot.addWidget(dialog)
    assert dialog.chosen == paths[0]
    assert all("2023" in entry and "2 kB" in entry for entry in entries(dialog))
    assert entries(dialog)[0] != entries(dialog)[1]


def test_no_versions_are_explained_and_nothing_can_be_opened(qtbot):
    dialog = VersionsDialog("a.txt", [], None)
    qtbot.addWidget(dialog)
    dialog.show()
    assert "no earlier versions" in dialog.findChild(QLabel).text()
    shown = [button.text() for button in dialog.findChildren(QPushButton) if button.isVisible()]
    assert len(shown) == 1
    assert dialog.chosen is None


def test_a_version_that_is_gone_is_left_out(qtbot, tmp_path):
    dialog = VersionsDialog("a.txt", [tmp_path / "gone.txt"], None)
    qtbot.addWidget(dialog)
    assert entries(dialog) == []
