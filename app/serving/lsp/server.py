"""The language server: what the editor says, what it is told.

Knows the protocol, by way of pygls, and the engine pool. Keeps its own copies
of the texts: pygls ends lines also at characters that editors do not count, and
moves positions beyond the end of a line to one before it.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Generator
from io import BufferedIOBase
from pathlib import Path
from typing import Any, BinaryIO, cast

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol, lsp_method

from app import __version__
from app.serving.engine import CheckOrder, CheckOutcome, EnginePool
from app.serving.errors import EngineClosedError, RequestError, ServerBusyError
from app.serving.findings import Finding
from app.serving.lsp.answers import ADD_WORD, Revision, code_actions, diagnostic
from app.serving.lsp.documents import OpenDocument
from app.serving.lsp.kinds import kind_of
from app.serving.lsp.positions import LineIndex, with_changes
from app.serving.passages import Passage
from app.serving.words import LiveDictionary

LOGGER = logging.getLogger(__name__)

SETTLE_S = 0.25  # a pause in typing; checking each letter would show words half written
BATCH_LIMIT_S = 60.0  # time for a batch of passages; a batch takes a fraction of a second
_RETRY_S = 0.5  # after the queue was full
_ACTIONS_WAIT_S = 2.0  # for a check that is under way, when the writer asks what can be done


class TextsOfOurOwn(LanguageServerProtocol):
    """Hands changes on as they came; pygls would apply them to its copy, and alter them so."""

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(
        self, params: types.DidChangeTextDocumentParams
    ) -> Generator[Any, Any, None]:
        """Call the server's handler."""
        handler = self.fm.features.get(types.TEXT_DOCUMENT_DID_CHANGE)
        if handler is not None:
            yield handler, (params,), None


class WritingServer(LanguageServer):
    """A language server for prose.

    Args:
        pool: checks the texts; the caller closes it.
        dictionary: the writer's words.
        level: 0 fewer .. 1 more suggestions.
    """

    def __init__(self, pool: EnginePool, dictionary: LiveDictionary, level: float) -> None:
        super().__init__(
            "copyedge",
            __version__,
            text_document_sync_kind=types.TextDocumentSyncKind.Incremental,
            protocol_cls=TextsOfOurOwn,
            max_workers=2,  # one always waits for the editor's next message
        )
        self._pool = pool
        self._dictionary = dictionary
        self._level = level
        self._documents: dict[str, OpenDocument] = {}
        self.said_goodbye = False
        _register(self)

    def report_server_error(self, error: Exception, source: object) -> None:
        """Write errors to the editor's log; a message box would stand in the writer's way."""
        self.window_log_message(types.LogMessageParams(types.MessageType.Error, str(error)))

    def open(self, params: types.DidOpenTextDocumentParams) -> None:
        """Begin to check a document."""
        item = params.text_document
        self.close(item.uri)
        kind = kind_of(item.language_id, item.uri)
        if kind is not None:
            document = OpenDocument(item.uri, kind, item.version, item.text)
            self._documents[item.uri] = document
            self._check_soon(document, 0.0)

    def change(self, params: types.DidChangeTextDocumentParams) -> None:
        """Take changes over and check what they touch."""
        document = self._documents.get(params.text_document.uri)
        if document is not None:
            changes = list(params.content_changes)
            text = with_changes(document.text, changes, self._encoding)
            document.replace(text, params.text_document.version)
            self._check_soon(document, SETTLE_S)

    def close(self, uri: str) -> None:
        """Forget a document."""
        document = self._documents.pop(uri, None)
        if document is not None:
            document.stop()
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    async def actions(self, params: types.CodeActionParams) -> list[types.CodeAction]:
        """Return what can be done at a place."""
        document = self._documents.get(params.text_document.uri)
        if document is None:
            return []
        if document.checking is not None:
            await asyncio.wait((document.checking,), timeout=_ACTIONS_WAIT_S)
        lines = LineIndex(document.text, self._encoding)
        revision = Revision(document.uri, document.version, lines, self._takes_versioned_edits())
        start, end = lines.offset(params.range.start), lines.offset(params.range.end)
        findings = self._findings(document)
        return code_actions(findings, start, max(start, end), revision, params.context.only)

    async def add_word(self, word: str) -> None:
        """Add a word to the writer's dictionary.

        Raises:
            JsonRpcInvalidParams: if it is no word or cannot be kept.
        """
        try:
            await self._dictionary.add(word)
        except RequestError as error:
            raise JsonRpcInvalidParams(str(error)) from error
        for document in self._documents.values():
            if document.checking is None:
                self._publish(document)

    @property
    def _encoding(self) -> types.PositionEncodingKind | str:
        encoding = self.workspace.position_encoding
        return encoding or types.PositionEncodingKind.Utf16

    def _takes_versioned_edits(self) -> bool:
        workspace = self.client_capabilities.workspace
        edit = workspace.workspace_edit if workspace else None
        return bool(edit and edit.document_changes)

    def _check_soon(self, document: OpenDocument, delay_s: float) -> None:
        document.stop()
        document.checking = asyncio.ensure_future(self._check(document, delay_s))

    async def _check(self, document: OpenDocument, delay_s: float) -> None:
        """Check what is not known, and show results as they come."""
        try:
            await asyncio.sleep(delay_s)
            await document.divide()
            batches = tuple(document.unknown())
            for batch in batches:
                outcome = await self._outcome(batch)
                if outcome.complete and not outcome.failures:
                    document.learn(batch, outcome.corrections)
                self._publish(document)
            if not batches:
                self._publish(document)
        except EngineClosedError:
            return
        except Exception as error:
            LOGGER.exception("a document could not be checked")
            self.report_server_error(error, type(self))
        finally:
            if document.checking is asyncio.current_task():
                document.checking = None

    async def _outcome(self, batch: tuple[Passage, ...]) -> CheckOutcome:
        order = CheckOrder(
            tuple(passage.reading for passage in batch), self._level, seconds=BATCH_LIMIT_S
        )
        while True:
            try:
                return await asyncio.wrap_future(self._pool.submit(order))
            except ServerBusyError:
                await asyncio.sleep(_RETRY_S)

    def _findings(self, document: OpenDocument) -> tuple[Finding, ...]:
        return document.findings(self._dictionary.folded())

    def _publish(self, document: OpenDocument) -> None:
        lines = LineIndex(document.text, self._encoding)
        shown = [diagnostic(finding, lines) for finding in self._findings(document)]
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(document.uri, shown, document.version)
        )


def serve_editor(
    pool: EnginePool, dictionary: Path, level: float, source: BufferedIOBase, target: BinaryIO
) -> int:
    """Talk to an editor until it says goodbye or goes away, and return the exit code."""
    # Its errors are answered or go to the editor's log; as tracebacks they would fill the pipe
    # of an editor that does not read standard error, and stop the server.
    logging.getLogger("pygls").setLevel(logging.CRITICAL)
    server = WritingServer(pool, LiveDictionary(dictionary), level)
    with contextlib.suppress(ValueError):  # the protocol has closed the streams already
        server.start_io(cast(BinaryIO, source), target)
    return 0 if server.said_goodbye else 1


def _register(server: WritingServer) -> None:
    """Connect what the editor says with what is done."""

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        server.open(params)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        server.change(params)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        server.close(params.text_document.uri)

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions(
            code_action_kinds=[types.CodeActionKind.QuickFix, types.CodeActionKind.SourceFixAll]
        ),
    )
    async def asked(params: types.CodeActionParams) -> list[types.CodeAction]:
        return await server.actions(params)

    @server.command(ADD_WORD)
    async def add_word(word: str) -> None:
        await server.add_word(word)

    @server.feature(types.SHUTDOWN)
    def shut_down(_: None) -> None:
        server.said_goodbye = True
