"""The language server as an editor sees it, by a real client library over real streams."""

import asyncio
import contextlib

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcRequestCancelled

from tests.app.serving.lsp.editor import PATIENCE_S, Editor, applied, marked

TEXT = "😀 I go home.\n\nHe buyed teh 👩‍👧 house. I am student.\n"


class Desk:
    """An editor, asked one thing after the other."""

    def __init__(self, folder):
        self.loop = asyncio.new_event_loop()
        self.editor = Editor(folder)
        self.capabilities = None

    def start(self, *encodings, **options):
        self.capabilities = self.run(self.editor.start(*encodings, **options))

    def run(self, scenario):
        return self.loop.run_until_complete(scenario)

    def shown(self, text=None, language="plaintext"):
        if text is not None:
            self.editor.open(text, language)
        return self.run(self.editor.diagnostics())

    def actions(self, *place, **options):
        return self.run(self.editor.actions(*place, **options))

    def close(self):
        assert self.run(self.editor.close()) == 0
        self.loop.close()


@contextlib.contextmanager
def desk_of(folder, *encodings, **options):
    desk = Desk(folder)
    desk.start(*encodings, **options)
    try:
        yield desk
    finally:
        desk.close()


@pytest.fixture(scope="module")
def shared_desk(tmp_path_factory):
    # A server takes a second of processor time to start: one does for nearly all tests.
    with desk_of(tmp_path_factory.mktemp("desk")) as desk:
        yield desk


@pytest.fixture
def desk(shared_desk, request):
    shared_desk.editor.uri = f"file:///{request.node.name}"
    shared_desk.editor.sentences()
    return shared_desk


def fixes(actions):
    return [each for each in actions if each["title"].startswith("Write")]


def edits_of(action):
    (change,) = action["edit"]["documentChanges"]
    return change["edits"]


def test_mistakes_are_underlined_where_they_are_behind_emoji(desk):
    shown = desk.shown(TEXT)
    assert marked(TEXT, shown) == ["go", "buyed", "teh", "student"]
    assert [each.code for each in shown] == ["R_VERB_SVA", "R_VERB_INFL", "R_SPELL", "M_DET"]
    assert {each.source for each in shown} == {"copyedge"}
    assert "“the” instead of “teh”" in shown[2].message


def test_only_changed_paragraphs_are_checked_again(desk):
    assert len(desk.shown("I go 1st.\n\nI go 2nd.\n\nI go 3rd.\n")) == 3
    assert sorted(desk.editor.sentences()) == ["I go 1st.", "I go 2nd.", "I go 3rd.\n"]
    desk.editor.change((2, 5, 2, 8, "2 and teh rest"))
    assert [each.range.start.line for each in desk.shown()] == [0, 2, 2, 4]
    assert desk.editor.sentences() == ["I go 2 and teh rest."]
    desk.editor.change((0, 0, 0, 0, "A new line.\n\n"))
    assert [each.range.start.line for each in desk.shown()] == [2, 4, 4, 6]
    assert desk.editor.sentences() == ["A new line."]


def test_changes_behind_emoji_and_odd_line_ends_hit_the_right_place(desk):
    assert desk.shown("😀😀 He\x0b goes home.\u2028 Yes.\n") == ()
    desk.editor.change((0, 9, 0, 13, "go"), (0, 12, 0, 16, "teh"))
    assert marked("😀😀 He\x0b go teh.\u2028 Yes.\n", desk.shown()) == ["go", "teh"]


def test_a_change_may_reach_beyond_the_end_of_a_line(desk):
    desk.shown("Fine.\nFine")
    desk.editor.change((0, 99, 0, 99, " teh"), (1, 99, 1, 99, " go"))
    assert marked("Fine. teh\nFine go", desk.shown()) == ["teh", "go"]


def test_the_whole_text_may_be_sent_anew(desk):
    desk.shown("I go.")
    desk.editor.change("A teh.")
    assert marked("A teh.", desk.shown()) == ["teh"]


def test_a_quick_fix_mends_one_mistake(desk):
    desk.shown(TEXT)
    fix = desk.actions(2, 10, 2, 10)[0]
    assert fix["title"] == "Write “the”"
    assert fix["isPreferred"]
    assert applied(TEXT, edits_of(fix)) == TEXT.replace("teh", "the")


def test_fix_all_mends_the_whole_document_at_the_version_it_is_for(desk):
    desk.shown(TEXT)
    (action,) = desk.actions(0, 0, 0, 0, only=["source.fixAll"])
    (change,) = action["edit"]["documentChanges"]
    assert action["kind"] == "source.fixAll"
    assert change["textDocument"] == {"uri": desk.editor.uri, "version": 1}
    mended = "😀 I goes home.\n\nHe bought the 👩‍👧 house. I am a student.\n"
    assert applied(TEXT, edits_of(action)) == mended


def test_actions_of_other_kinds_are_not_offered(desk):
    desk.shown(TEXT)
    assert desk.actions(0, 0, 9, 0, only=["refactor"]) == []


def test_actions_right_after_a_change_are_for_the_changed_text(desk):
    desk.shown("I go home.\n")
    desk.editor.change((0, 0, 0, 0, "Now teh day: "))
    actions = desk.actions(0, 0, 0, 99)
    text = "Now teh day: I go home.\n"
    assert [applied(text, edits_of(each)) for each in fixes(actions)] == [
        "Now the day: I go home.\n",
        "Now teh day: I goes home.\n",
    ]


def test_a_word_can_be_added_to_the_dictionary_of_the_writer(tmp_path):
    with desk_of(tmp_path, "utf-8", versioned=False) as desk:
        assert desk.capabilities.position_encoding == "utf-8"
        assert marked(TEXT, desk.shown(TEXT), "utf-8", 1) == ["go", "buyed", "teh", "student"]
        actions = desk.actions(2, 10, 2, 10)
        assert "changes" in actions[0]["edit"]
        (add,) = (each["command"] for each in actions if each.get("command"))
        assert add["title"] == "Add “teh” to the dictionary"
        params = types.ExecuteCommandParams(add["command"], arguments=add["arguments"])
        desk.run(desk.editor.client.workspace_execute_command_async(params))
        assert marked(TEXT, desk.shown(), "utf-8", 1) == ["go", "buyed", "student"]
        assert desk.editor.dictionary.read_text(encoding="utf-8") == "teh\n"


def test_an_editor_that_counts_code_points_gets_code_points(tmp_path):
    with desk_of(tmp_path, "utf-32", "utf-16") as desk:
        assert desk.capabilities.position_encoding == "utf-32"
        assert marked(TEXT, desk.shown(TEXT), "utf-32-le", 4) == ["go", "buyed", "teh", "student"]
        desk.editor.change((2, 17, 2, 22, "colour"))  # behind an emoji of three code points
        changed = TEXT.replace("house", "colour")
        shown = desk.shown()
    assert marked(changed, shown, "utf-32-le", 4) == ["go", "buyed", "teh", "colour", "student"]


def test_a_request_that_is_cancelled_is_answered_as_such_and_others_go_on(desk):
    protocol = desk.editor.client.protocol
    place = types.Range(types.Position(0, 0), types.Position(0, 9))
    desk.editor.open("This takes forever.")  # actions wait for a check that is under way
    params = types.CodeActionParams(
        types.TextDocumentIdentifier(desk.editor.uri), place, types.CodeActionContext([])
    )

    async def cancelled():
        asked = protocol.send_request_async("textDocument/codeAction", params, msg_id="late")
        task = asyncio.ensure_future(asked)
        await asyncio.sleep(0)
        protocol.notify("$/cancelRequest", types.CancelParams("late"))
        with pytest.raises(JsonRpcRequestCancelled):
            await asyncio.wait_for(task, PATIENCE_S)

    desk.run(cancelled())
    desk.editor.change("I go.")
    assert marked("I go.", desk.shown()) == ["go"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("markdown", "# I go\n\n`teh` and teh [teh](teh)\n\n```\nteh\n```\n", ["go", "teh", "teh"]),
        ("latex", "\\emph{I go} % teh\n$teh$ \\label{teh} teh.\n", ["go", "teh"]),
        ("gitcommit", "Mend teh bug\n\nI go.\n# teh\n", ["teh", "go"]),
        ("plaintext", "# teh\n", ["teh"]),
    ],
)
def test_markup_of_each_format_is_left_alone(desk, language, text, expected):
    assert marked(text, desk.shown(text, language)) == expected


def test_source_code_is_not_read(desk):
    desk.editor.open("teh code = 1", "python", "file:///a.py")
    desk.shown("I go to read.")
    assert desk.editor.sentences() == ["I go to read."]


def test_closing_a_document_takes_the_underlines_away(desk):
    desk.shown("I go.")
    identifier = types.TextDocumentIdentifier(desk.editor.uri)
    desk.editor.client.text_document_did_close(types.DidCloseTextDocumentParams(identifier))
    last = desk.run(asyncio.wait_for(desk.editor.published.get(), 60))
    assert last.diagnostics == ()
    assert desk.actions(0, 0, 0, 9) == []


def test_a_text_that_fails_is_told_to_the_log_and_others_go_on(desk):
    desk.editor.open("explode\n", uri="file:///failing")
    assert len(desk.shown("I go.")) == 1
    assert any("boom" in message for message in desk.editor.logged)


@pytest.mark.slow
def test_the_program_serves_an_editor_with_the_shipped_model(tmp_path):
    command = ("tests.app.serving.serve_program", "lsp", "--stdio")
    command += ("--dictionary", str(tmp_path / "words.txt"))
    with desk_of(tmp_path, command=command) as desk:
        assert desk.capabilities.position_encoding == "utf-16"
        desk.shown("I like it very much.\n")
