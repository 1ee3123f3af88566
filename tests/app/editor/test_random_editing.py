"""Random writing must leave the document equal to a model of it, whatever is checked meanwhile."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor

from app.checking.messages import CheckResult
from app.checking.offsets import Utf16Offsets, utf16_length
from app.editor.accepting import stands
from model.edits import apply_edits

# What Qt turns into something else when it is typed or pasted, and so cannot be in a document:
# line ends of other systems, and two codes that Qt keeps for itself.
NOT_TEXT = "\r\x00\u2029\ufdd0\ufdd1"
LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters=NOT_TEXT)
SNIPPETS = st.one_of(
    st.sampled_from(
        [
            "He go home. ",
            "teh ",
            "recieve",
            "a apple",
            "😀",
            "\n",
            "שלום ",
            "\u00a0",
            "\t",
            "e\u0301",
        ]
    ),
    st.text(LETTERS, max_size=12),
)
PLACES = st.floats(0, 1)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("type"), PLACES, SNIPPETS),
        st.tuples(st.just("remove"), PLACES, PLACES),
        st.tuples(st.just("check"), PLACES, st.none()),
        st.tuples(st.just("late check"), PLACES, SNIPPETS),
        st.tuples(st.just("accept"), PLACES, st.none()),
        st.tuples(st.just("accept all"), PLACES, st.none()),
        st.tuples(st.just("undo"), PLACES, st.none()),
        st.tuples(st.just("redo"), PLACES, st.none()),
    ),
    max_size=20,
)
START = "He go home. 😀 I recieve teh wrod.\nHowever we left a apple."


class Writer:
    """Does to the editor and to a plain string the same things."""

    def __init__(self, bench):
        self.bench = bench
        bench.write(START)
        self.model = START
        self.history = [START]
        self.future = []

    def position(self, share):
        return round(share * len(self.model))

    def cursor(self, start, end):
        offsets = Utf16Offsets(self.model)
        cursor = QTextCursor(self.bench.document)
        cursor.setPosition(offsets.to_qt(start))
        cursor.setPosition(offsets.to_qt(end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def change(self, model):
        if model != self.model:
            self.history.append(model)
            self.future.clear()
        self.model = model

    def insert(self, share, text):
        place = self.position(share)
        cursor = self.cursor(place, place)
        cursor.beginEditBlock()
        cursor.insertText(text)
        cursor.endEditBlock()
        self.change(self.model[:place] + text + self.model[place:])

    def remove(self, share, other):
        start, end = sorted((self.position(share), self.position(other)))
        cursor = self.cursor(start, end)
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        cursor.endEditBlock()
        self.change(self.model[:start] + self.model[end:])

    def accept(self, share):
        issues = self.bench.issues
        if not issues:
            return
        issue = issues[min(len(issues) - 1, int(share * len(issues)))]
        block = self.bench.desk.block(issue.block_id)
        lines = self.model.split("\n")
        before = sum(len(line) + 1 for line in lines[: block.blockNumber()])
        line = lines[block.blockNumber()]
        start = before + Utf16Offsets(line).to_code_point(issue.start)
        end = start + len(issue.edit.original)
        assert self.model[start:end] == issue.edit.original
        assert self.bench.desk.accept(issue, 0) is not None
        self.change(self.model[:start] + issue.edit.replacement + self.model[end:])

    def accept_all(self):
        lines = self.model.split("\n")
        by_number = {}
        for block, issue in self.bench.desk.all_shown():
            by_number.setdefault(block.blockNumber(), []).append(issue)
        for number, issues in by_number.items():
            lines[number] = replaced(lines[number], issues)
        self.bench.desk.accept_all(0)
        self.change("\n".join(lines))

    def late_check(self, share, text):
        """An answer arrives for text that has moved on: the scheduler would drop it."""
        results = []
        block = self.bench.document.begin()
        while block.isValid():
            results.append(self.bench.result(block))
            block = block.next()
        self.insert(share, text)
        for result in results:
            self.receive(result)

    def receive(self, result: CheckResult):
        snapshot = self.bench.blocks.snapshot(result.request.block_id)
        if snapshot is not None and snapshot.revision == result.request.revision:
            self.bench.blocks.accept_result(result)

    def undo(self):
        if len(self.history) > 1:
            self.future.append(self.history.pop())
            self.bench.editor.undo()
            self.model = self.history[-1]

    def redo(self):
        if self.future:
            self.history.append(self.future.pop())
            self.bench.editor.redo()
            self.model = self.history[-1]

    def step(self, name, share, value):
        if name == "type":
            self.insert(share, value)
        elif name == "remove":
            self.remove(share, value)
        elif name == "check":
            self.bench.check()
        elif name == "late check":
            self.late_check(share, value)
        else:
            {
                "accept": lambda: self.accept(share),
                "accept all": self.accept_all,
                "undo": self.undo,
                "redo": self.redo,
            }[name]()


def replaced(line, issues):
    from dataclasses import replace

    from model.edits import Span

    offsets = Utf16Offsets(line)
    edits = []
    for issue in issues:
        span = Span(offsets.to_code_point(issue.start), offsets.to_code_point(issue.end))
        edits.append(replace(issue.edit, span=span))
    return apply_edits(line, edits)


@settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=STEPS)
def test_random_writing_equals_its_model_and_can_be_undone_to_the_start(bench, steps):
    writer = Writer(bench)
    for step in steps:
        writer.step(*step)
        assert bench.text == writer.model
        for block, issue in bench.desk.all_shown():
            assert stands(block, issue), "an issue marks text that it does not speak of"
            assert issue.end <= utf16_length(block.text())
    while bench.document.isUndoAvailable():
        bench.editor.undo()
    assert bench.text == START
