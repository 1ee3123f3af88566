"""An editor for tests: a client of pygls that keeps a document and applies what it is told."""

import asyncio
import json
import sys

from lsprotocol import types
from pygls.lsp.client import LanguageClient

PATIENCE_S = 120  # a server that says nothing for so long hangs
MODULE = "tests.app.serving.lsp.fake_server"


class Editor:
    """One editor with one server.

    Args:
        folder: for the server's dictionary and its record of sentences.
    """

    def __init__(self, folder):
        self.record = folder / "record.jsonl"
        self.dictionary = folder / "dictionary.txt"
        self.logged = []
        self.client = LanguageClient("test-editor", "1")
        self.published = asyncio.Queue()
        self.version = {}
        self.uri = "file:///letter"
        """Of the document that is meant where none is named."""

        @self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def published(params):
            self.published.put_nowait(params)

        @self.client.feature(types.WINDOW_LOG_MESSAGE)
        def logged(params):
            self.logged.append(params.message)

    async def start(self, *encodings, versioned=True, command=None):
        command = command or (MODULE, str(self.record), str(self.dictionary))
        await self.client.start_io(sys.executable, "-m", *command)
        capabilities = types.ClientCapabilities(
            general=types.GeneralClientCapabilities(position_encodings=list(encodings) or None),
            workspace=types.WorkspaceClientCapabilities(
                workspace_edit=types.WorkspaceEditClientCapabilities(document_changes=versioned)
            ),
        )
        answer = await self.client.initialize_async(
            types.InitializeParams(capabilities=capabilities)
        )
        self.client.initialized(types.InitializedParams())
        return answer.capabilities

    def open(self, text, language="plaintext", uri=None):
        uri = uri or self.uri
        self.version[uri] = 1
        self.client.text_document_did_open(
            types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, language, 1, text))
        )

    def change(self, *changes, uri=None):
        """Send changes: (start line, start column, end line, end column, text) or a text."""
        uri = uri or self.uri
        self.version[uri] += 1
        events = [
            types.TextDocumentContentChangeWholeDocument(text=change)
            if isinstance(change, str)
            else types.TextDocumentContentChangePartial(
                range=types.Range(types.Position(*change[:2]), types.Position(*change[2:4])),
                text=change[4],
            )
            for change in changes
        ]
        identifier = types.VersionedTextDocumentIdentifier(version=self.version[uri], uri=uri)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(identifier, events))

    async def diagnostics(self, uri=None):
        """Return what is shown once the server has checked the present version."""
        uri = uri or self.uri
        while True:
            params = await asyncio.wait_for(self.published.get(), PATIENCE_S)
            if params.uri == uri and params.version == self.version[uri]:
                return params.diagnostics

    async def actions(self, *place, only=None, uri=None):
        """Return the actions as the server wrote them, in plain JSON."""
        params = types.CodeActionParams(
            types.TextDocumentIdentifier(uri or self.uri),
            types.Range(types.Position(*place[:2]), types.Position(*place[2:])),
            types.CodeActionContext([], only=only),
        )
        # The client's own types take a code action with a command for a command.
        protocol = self.client.protocol
        protocol.get_result_type = lambda method: None
        try:
            answer = await asyncio.wait_for(
                protocol.send_request_async("textDocument/codeAction", params), PATIENCE_S
            )
        finally:
            del protocol.get_result_type
        return json.loads(json.dumps(answer, default=vars))

    async def close(self):
        """Say goodbye and return the exit code of the server."""
        await asyncio.wait_for(self.client.shutdown_async(None), PATIENCE_S)
        self.client.exit(None)
        code = await asyncio.wait_for(self.client._server.wait(), PATIENCE_S)
        await self.client.stop()
        return code

    def sentences(self):
        """Return what the engine has read so far, and forget it."""
        if not self.record.exists():
            return []
        lines = self.record.read_text(encoding="utf-8").splitlines()
        self.record.unlink()
        return [json.loads(line) for line in lines]


def marked(text, diagnostics, encoding="utf-16-le", unit=2):
    """Return what of a text is underlined, as the editor would read the positions."""
    lines = text.split("\n")
    found = []
    for each in diagnostics:
        assert each.range.start.line == each.range.end.line
        line = lines[each.range.start.line].encode(encoding)
        start, end = each.range.start.character * unit, each.range.end.character * unit
        found.append(line[start:end].decode(encoding))
    return found


def applied(text, edits):
    """Return the text after text edits in UTF-16 positions, as the editor would apply them."""
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)

    def offset(position):
        before = lines[position["line"]].encode("utf-16-le")[: position["character"] * 2]
        return starts[position["line"]] + len(before.decode("utf-16-le"))

    for edit in sorted(edits, key=lambda each: offset(each["range"]["start"]), reverse=True):
        start, end = offset(edit["range"]["start"]), offset(edit["range"]["end"])
        text = text[:start] + edit["newText"] + text[end:]
    return text
