"""Whatever an editor sends, the server goes on and shows what is wrong in the text as it is now."""

import asyncio
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lsprotocol import types

from app.serving.findings import find
from app.serving.lsp.kinds import kind_of, passages_of
from app.serving.lsp.positions import with_changes
from tests.app.serving.lsp.editor import PATIENCE_S
from tests.app.serving.lsp.test_server import desk_of
from tests.app.serving.stand_ins import RULES, WordCorrector

POSITIONS = st.tuples(st.integers(0, 6), st.integers(0, 12))
NEW = st.lists(
    st.sampled_from(
        ("I go ", "teh", "am student", " very", ".", "\n", "\r\n", "\r", "\n\n", "😀", "é", "\x0b",
         "\u2028", "$", "\\emph{", "}", "%", "`", "**", "# ", "- ", "```\n", "[a](b)", "\0")
    ),
    max_size=6,
).map("".join)  # fmt: skip
CHANGES = st.lists(st.tuples(POSITIONS, POSITIONS, NEW) | NEW, min_size=1, max_size=3)
LANGUAGES = st.sampled_from(("plaintext", "markdown", "latex", "gitcommit"))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(("textDocument", "uri", "range", "start", "line", "contentChanges", "text",
                         "context", "diagnostics", "command", "arguments", "version", "id")),
        inner, max_size=3),
    max_leaves=10,
)  # fmt: skip
METHODS = st.sampled_from(
    ("textDocument/didOpen", "textDocument/didChange", "textDocument/didClose",
     "textDocument/codeAction", "workspace/executeCommand", "initialized", "$/cancelRequest",
     "textDocument/hover", "no/such", "$/setTrace")
)  # fmt: skip


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    with desk_of(tmp_path_factory.mktemp("fuzz")) as desk:
        yield desk


def event(change):
    if isinstance(change, str):
        return types.TextDocumentContentChangeWholeDocument(text=change)
    start, end = sorted(change[:2])
    place = types.Range(types.Position(*start), types.Position(*end))
    return types.TextDocumentContentChangePartial(range=place, text=change[2])


def marks(diagnostics):
    return [(each.range.start.line, each.range.start.character, each.code) for each in diagnostics]


@settings(max_examples=25)
@given(NEW, CHANGES, LANGUAGES)
def test_after_any_changes_the_same_is_shown_as_in_a_text_opened_afresh(
    desk, text, changes, language
):
    editor = desk.editor
    editor.uri = f"file:///changed-{len(editor.version)}"
    editor.open(text, language)
    sent = [
        change if isinstance(change, str) else (*min(change[:2]), *max(change[:2]), change[2])
        for change in changes
    ]
    editor.change(*sent)
    shown = marks(desk.shown())
    editor.uri = f"file:///fresh-{len(editor.version)}"
    now = with_changes(text, [event(change) for change in changes], "utf-16")
    assert shown == marks(desk.shown(now, language))
    assert len(shown) == len(mistakes(now, language))


def mistakes(text, language):
    """Return what is wrong in a text, found without a server."""
    corrector = WordCorrector()
    found = []
    for placed in passages_of(text, kind_of(language, "")):
        corrections = map(corrector.correct_sentence, corrector.segment(placed.passage.reading))
        found += find(text[placed.origin : placed.end], placed.passage, corrections)
    return found


@settings(max_examples=25)
@given(NEW, LANGUAGES)
def test_whatever_is_underlined_is_what_the_engine_complained_of(desk, text, language):
    editor = desk.editor
    editor.uri = f"file:///marked-{len(editor.version)}"
    lines = with_changes("", [types.TextDocumentContentChangeWholeDocument(text=text)], "utf-16")
    for each in desk.shown(lines, language):
        start, end = each.range.start, each.range.end
        assert (start.line, start.character) < (end.line, end.character)
        quoted = each.message.partition(" instead of “")[2].partition("”")[0]
        if quoted:
            assert quoted in RULES
            assert quoted in text


@settings(max_examples=60)
@given(METHODS, JSON, st.booleans())
def test_any_message_leaves_the_server_alive(desk, method, params, is_request):
    message = {"jsonrpc": "2.0", "method": method, "params": params}
    if is_request:
        message["id"] = "stray"
    send(desk, json.dumps(message).encode())
    assert_alive(desk)


@settings(max_examples=60)
@given(st.binary(min_size=1, max_size=60) | JSON.map(lambda value: json.dumps(value).encode()))
def test_any_body_leaves_the_server_alive(desk, body):
    send(desk, body)
    assert_alive(desk)


def send(desk, body):
    async def write():
        writer = desk.editor.client._server.stdin
        writer.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        await writer.drain()

    desk.run(write())


def assert_alive(desk):
    params = types.CodeActionParams(
        types.TextDocumentIdentifier("file:///nothing"),
        types.Range(types.Position(0, 0), types.Position(0, 0)),
        types.CodeActionContext([]),
    )
    request = desk.editor.client.text_document_code_action_async(params)
    assert list(desk.run(asyncio.wait_for(request, PATIENCE_S)) or ()) == []
