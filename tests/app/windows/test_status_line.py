def test_counts_follow_the_text(start, qtbot):
    program = start()
    program.editor.insertPlainText("Hello there. How are you?\nFine.")
    qtbot.waitUntil(lambda: program.window.status.counts.words == 6)
    assert "Words: 6" in program.window.status._counts.text()
    assert "Characters: 31" in program.window.status._counts.text()
    assert "Sentences: 3" in program.window.status._counts.text()


def test_readability_is_shown_for_enough_text(start, qtbot):
    program = start()
    program.editor.insertPlainText("The cat sat on the mat. " * 10)
    qtbot.waitUntil(lambda: program.window.status._grade.text() == "Readability: grade 1")


def test_the_state_of_the_model_is_shown(start):
    assert start().window.status._engine.text() == "Ready"
