import pytest
from PySide6.QtTest import QTest

from app import settings
from app.documents.recovery import RecoveryStore
from app.sample import SAMPLE
from model.errors import MissingFileError
from tests.app.fakes import RuleCorrector


def type_text(program, text):
    program.editor.setFocus()
    QTest.keyClicks(program.editor, text)


def test_the_first_start_shows_a_text_to_try(start):
    program = start(welcomed=False)
    assert program.text == SAMPLE
    assert not program.app.session.is_modified


def test_the_second_start_shows_an_empty_page(start):
    start(welcomed=False).close()
    assert start().text == ""


def test_typing_is_checked_and_listed(start, qtbot):
    program = start()
    type_text(program, "I recieve teh wrod today. ")
    qtbot.waitUntil(lambda: program.shown == ["recieve", "teh", "wrod"])
    qtbot.waitUntil(lambda: program.window.issues.rowCount() == 3)
    qtbot.waitUntil(lambda: len(program.editor.extraSelections()) == 3)


def test_the_window_is_there_before_the_model(start, qtbot):
    built = []

    def make(options):
        built.append(program_window_was_visible())
        return RuleCorrector()

    def program_window_was_visible():
        from PySide6.QtWidgets import QApplication

        return any(
            widget.objectName() == "main" and widget.isVisible()
            for widget in QApplication.topLevelWidgets()
        )

    start(make_corrector=make)
    assert built == [True]


def test_without_a_model_one_can_write_and_save_and_is_told_why(start, tmp_path):
    def refuse(options):
        raise MissingFileError("no decoder in the model folder; install Copyedge again")

    program = start(make_corrector=refuse)
    assert (
        "No decoder in the model folder; install Copyedge again." in program.window.banner.message
    )
    type_text(program, "Still here.")
    program.answers.save_path = tmp_path / "kept.txt"
    assert program.app.session.save()
    assert (tmp_path / "kept.txt").read_text(encoding="utf-8") == "Still here."


def test_trying_again_loads_the_model(start, qtbot):
    refusals = [MissingFileError("Not there yet.")]

    def make(options):
        if refusals:
            raise refusals.pop()
        return RuleCorrector()

    program = start(make_corrector=make)
    type_text(program, "I recieve it. ")
    program.window.banner.buttons[0].click()
    qtbot.waitUntil(lambda: program.shown == ["recieve"])


def test_fewer_or_more_suggestions_builds_the_engine_anew_and_checks_again(start, qtbot):
    levels = []

    def make(options):
        levels.append(options.level)
        return RuleCorrector() if options.level > 0.2 else RuleCorrector({})

    program = start(make_corrector=make)
    type_text(program, "I recieve it. ")
    qtbot.waitUntil(lambda: program.shown == ["recieve"])
    program.app.settings.set(settings.LEVEL, 0.0)
    assert program.shown == []
    qtbot.waitUntil(lambda: levels == [0.5, 0.0] and program.shown == [])
    program.app.settings.set(settings.LEVEL, 1.0)
    qtbot.waitUntil(lambda: program.shown == ["recieve"])


def test_switching_off_checks_only_on_demand(start, qtbot):
    program = start()
    program.window.actions_by_name["check_while_typing"].trigger()
    type_text(program, "I recieve it. ")
    assert not program.app.settings.get(settings.CHECK_WHILE_TYPING)
    qtbot.waitUntil(lambda: program.app.scheduler.is_idle)
    assert program.shown == []
    program.window.actions_by_name["check_now"].trigger()
    qtbot.waitUntil(lambda: program.shown == ["recieve"])


def test_a_word_added_to_the_dictionary_is_right_everywhere_and_next_time(start, qtbot):
    program = start()
    type_text(program, "I recieve it. You recieve it. ")
    qtbot.waitUntil(lambda: len(program.shown) == 2)
    program.window.keeper.word_added.emit(next(program.window.desk.all_shown())[1])
    assert program.shown == []
    program.close()
    again = start()
    type_text(again, "They recieve teh letter. ")
    qtbot.waitUntil(lambda: again.shown == ["teh"])


def test_an_ignored_rule_is_hidden_and_can_be_brought_back(start, qtbot):
    program = start()
    type_text(program, "I recieve it. He go home. ")
    qtbot.waitUntil(lambda: program.shown == ["recieve", "go"])
    program.window.keeper.rule_ignored.emit(next(program.window.desk.all_shown())[1])
    assert program.shown == ["go"]
    program.app.settings.set(settings.IGNORED_RULES, frozenset())
    assert program.shown == ["recieve", "go"]


def test_an_ignored_replacement_leaves_others_of_its_kind(start, qtbot):
    program = start()
    type_text(program, "I recieve teh letter. ")
    qtbot.waitUntil(lambda: program.shown == ["recieve", "teh"])
    program.window.keeper.replacement_ignored.emit(next(program.window.desk.all_shown())[1])
    assert program.shown == ["teh"]


def test_dismissed_issues_belong_to_their_document(start, qtbot, tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text("I recieve it.", encoding="utf-8")
    program = start(path)
    qtbot.waitUntil(lambda: program.shown == ["recieve"])
    program.window.keeper.dismiss(next(program.window.desk.all_shown())[1])
    assert program.shown == []
    other = tmp_path / "other.txt"
    other.write_text("I recieve it.", encoding="utf-8")
    program.app.session.open(other)
    qtbot.waitUntil(lambda: program.shown == ["recieve"])
    program.app.session.open(path)
    qtbot.waitUntil(lambda: program.app.scheduler.is_idle)
    assert program.shown == []


def test_code_in_markdown_is_never_corrected(start, qtbot, tmp_path):
    path = tmp_path / "notes.md"
    path.write_text(
        "I recieve `teh code`.\n\n```\nteh wrod\n```\n\nAnd teh end.\n", encoding="utf-8"
    )
    program = start(path)
    qtbot.waitUntil(lambda: program.shown == ["recieve", "teh"])
    assert [block.blockNumber() for block, _ in program.window.desk.all_shown()] == [0, 6]


def test_opened_files_are_offered_again(start, tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text("Hello.", encoding="utf-8")
    start(path).close()
    program = start()
    assert [action.text() for action in program.window.recent_menu.actions()] == ["letter.txt"]


def test_of_several_files_the_first_is_opened_and_that_is_said(start, tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    program = start(tmp_path / "a.txt", tmp_path / "b.txt")
    assert program.text == "a.txt"
    assert "only a.txt" in program.window.status.currentMessage()


def test_texts_of_several_crashes_are_offered_one_after_the_other(start, tmp_path):
    for text in ("First lost text.", "Second lost text."):
        store = RecoveryStore(tmp_path / "storage" / "recovery")
        store.write("x", text, {})
        store._lock.release()
    program = start()
    program.window.banner.buttons[1].click()
    assert "can be restored" in program.window.banner.message
    program.window.banner.buttons[0].click()
    assert program.text == "First lost text."
    program.close()
    assert start().window.banner.message == ""


def test_damaged_settings_are_set_aside_and_told_of(start, tmp_path):
    folder = tmp_path / "settings"
    folder.mkdir()
    (folder / "settings.json").write_text("{broken", encoding="utf-8")
    program = start()
    assert "damaged" in program.window.banner.message
    assert (folder / "settings.json.damaged").exists()


def test_an_unforeseen_error_is_shown_and_survived(start):
    program = start()
    try:
        raise RuntimeError("boom")
    except RuntimeError as error:
        program.app.problems._on_exception(type(error), error, error.__traceback__)
    assert "Your text is still here" in program.window.banner.message


@pytest.mark.parametrize("theme", list(settings.Theme))
def test_every_theme_can_be_chosen_at_any_time(start, theme):
    program = start()
    program.app.settings.set(settings.THEME, theme)
    program.window.grab()


def test_zooming_stays_within_bounds_and_is_kept(start):
    program = start()
    for _ in range(100):
        program.window.actions_by_name["zoom_in"].trigger()
    assert program.app.settings.get(settings.FONT_SIZE) == 72
    program.window.actions_by_name["zoom_reset"].trigger()
    assert program.editor.font().pointSizeF() == settings.FONT_SIZE.default


def test_stopping_twice_is_harmless(start):
    program = start()
    program.app.stop()
    program.app.stop()
