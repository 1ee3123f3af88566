from PySide6.QtGui import QTextCursor

from app.checking.scheduler import Search


def cursor_at(bench, position, to=None):
    cursor = QTextCursor(bench.document)
    cursor.setPosition(position)
    if to is not None:
        cursor.setPosition(to, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def ids(bench):
    found, block = [], bench.document.begin()
    while block.isValid():
        found.append(bench.blocks.state(block).block_id)
        block = block.next()
    return found


def next_unchecked(bench, epoch=0):
    """Ask until the search is over; on a loaded machine its time slice may end early."""
    while (found := bench.blocks.next_unchecked(epoch, ())) is Search.UNFINISHED:
        pass
    return found


def test_both_halves_of_a_split_paragraph_are_new_versions(bench):
    bench.write("One. Two.")
    (old,) = ids(bench)
    edited = []
    bench.blocks.block_edited.connect(edited.append)
    cursor_at(bench, 5).insertBlock()
    first, second = ids(bench)
    assert old in {first, second}
    assert set(edited) == {first, second}
    assert bench.blocks.snapshot(old).revision > 0


def test_revisions_never_go_back_on_undo(bench):
    bench.write("One. Two.")
    (block_id,) = ids(bench)
    seen = []
    for act in (lambda: cursor_at(bench, 5).insertBlock(), bench.editor.undo, bench.editor.redo):
        act()
        seen.append(bench.blocks.snapshot(block_id).revision)
    assert seen == sorted(set(seen))


def test_a_deleted_paragraph_has_no_snapshot(bench):
    bench.write("One.\nTwo.\nThree.")
    gone = ids(bench)[1]
    cursor_at(bench, 5, 10).removeSelectedText()
    assert bench.text == "One.\nThree."
    survivors = ids(bench)
    assert gone not in survivors or bench.blocks.snapshot(gone).text != "Two."
    assert len(survivors) == 2


def test_snapshots_hold_the_present_text(bench):
    bench.write("One.\nTwo.")
    second = ids(bench)[1]
    cursor_at(bench, 8).insertText(" more")
    assert bench.blocks.snapshot(second).text == "Two more."


def test_the_walk_finds_every_paragraph_once(bench):
    bench.write("One.\n\nTwo.\n   \nThree.")
    found = []
    while not isinstance(snapshot := next_unchecked(bench), Search):
        found.append(snapshot.text)
        bench.blocks.mark_checked(snapshot, 0)
    assert found == ["One.", "Two.", "Three."]
    assert snapshot is Search.EXHAUSTED


def test_the_walk_misses_nothing_when_earlier_paragraphs_go(bench):
    bench.write("\n".join(f"Number {n}." for n in range(6)))
    for _ in range(3):
        bench.blocks.mark_checked(next_unchecked(bench), 0)
    cursor_at(bench, 0, len("Number 0.\nNumber 1.\n")).removeSelectedText()
    found = set()
    while not isinstance(snapshot := next_unchecked(bench), Search):
        found.add(snapshot.text)
        bench.blocks.mark_checked(snapshot, 0)
    assert {"Number 3.", "Number 4.", "Number 5."} <= found


def test_a_large_paste_is_left_to_the_walk(bench):
    bench.write("Start.")
    edited, much = [], []
    bench.blocks.block_edited.connect(edited.append)
    bench.blocks.much_edited.connect(lambda: much.append(True))
    cursor_at(bench, 0).insertText("\n".join("He go on." for _ in range(50)) + "\n")
    assert much == [True]
    assert len(edited) == 1
    bench.blocks.mark_checked(bench.blocks.snapshot(edited[0]), 0)
    assert next_unchecked(bench).text == "He go on."


def test_visible_paragraphs_are_found_from_the_top(bench):
    bench.write("\n".join(f"Number {n}." for n in range(500)))
    bench.editor.verticalScrollBar().setValue(200)
    assert bench.blocks.next_visible(0, ()).text == "Number 200."


def test_a_result_fills_the_paragraph_and_tells(bench):
    bench.write("He go home.")
    changed = []
    bench.blocks.issues_changed.connect(changed.append)
    bench.check()
    assert bench.shown == ["go"]
    assert changed == ids(bench)


def test_the_same_result_again_tells_nothing(bench):
    bench.write("He go home.")
    bench.check()
    changed = []
    bench.blocks.issues_changed.connect(changed.append)
    bench.check()
    assert changed == []


def test_a_partial_result_leaves_other_sentences_alone(bench):
    bench.write("He go home. She go home.")
    bench.check()
    whole = bench.result(bench.document.firstBlock())
    from dataclasses import replace

    bench.corrector.rules = {}
    empty = bench.result(bench.document.firstBlock())
    part = replace(whole, corrections=empty.corrections[:1], complete=False)
    bench.blocks.accept_result(part)
    assert [issue.start for issue in bench.issues] == [16]


def test_forgetting_drops_all_issues(bench):
    bench.write("He go home.\nShe go home.")
    bench.check()
    bench.blocks.forget_issues()
    assert bench.shown == []
    assert next_unchecked(bench, epoch=1).text == "He go home."
