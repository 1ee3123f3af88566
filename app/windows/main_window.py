"""The main window: puts editor, panels, menus and bars together.

Lays out and connects; what is done is done by the parts. Knows no engine.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, Qt, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QFont, QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QMainWindow,
    QMenu,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from app.actions import MENUS, TOOL_BAR, TOOL_BAR_END, Actions, translated
from app.editor.blocks import DocumentBlocks
from app.editor.card_keeper import CardKeeper
from app.editor.editor import Editor
from app.editor.issue_desk import IssueDesk
from app.editor.suggestions import SuggestionCard, change_in_words
from app.editor.underlines import Underlines
from app.icons import Icons
from app.theme import Colours
from app.windows.banner import Banner
from app.windows.changes_view import ChangesView
from app.windows.find_bar import FindBar
from app.windows.issue_list import IssueList
from app.windows.issues_panel import PANEL_WIDTH, IssuesPanel
from app.windows.status_line import StatusLine

LEAST_TEXT = 220  # pixels; beside the panel in the smallest window some words fit in a line
USUAL_SIZE = (1120, 760)  # pixels; fits a 1280 x 800 screen


class MainWindow(QMainWindow):
    """The window in which one document is written.

    Attributes:
        may_close: asked before the window closes; False keeps it open.

    Signals:
        activated: the window got the keyboard again.
        panel_toggled: the suggestions panel was shown or hidden.
        zoomed: +1 or -1, by the wheel.
        closed: the window is closed, and the writer wants nothing more of it.
    """

    activated = Signal()
    panel_toggled = Signal(bool)
    zoomed = Signal(int)
    closed = Signal()

    def __init__(self, colours: Colours, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("main")
        self.may_close: Callable[[], bool] = lambda: True
        self.editor = Editor(self)
        self.blocks = DocumentBlocks(self.editor.document(), self.editor.visible_blocks)
        self.desk = IssueDesk(self.editor.document(), self.blocks)
        self.underlines = Underlines(self.editor, self.desk, colours)
        self.card = SuggestionCard(colours, self.editor)
        self.keeper = CardKeeper(self.editor, self.desk, self.card, self.underlines)
        self.issues = IssueList(self.desk, self)
        self.panel = IssuesPanel(self.issues, colours, self)
        self.changes = ChangesView(self.desk, colours, self)
        self.banner = Banner(self)
        self.find_bar = FindBar(self.editor, self)
        self.status = StatusLine(self.editor, self.blocks, self)
        self.actions_by_name = Actions(self)
        self._lay_out()
        self._build_menus()
        self._build_tool_bar()
        self._connect()
        self.set_look(colours, icons)

    def set_look(self, colours: Colours, icons: Icons) -> None:
        """Draw in another theme."""
        self.actions_by_name.set_icons(icons)
        self.underlines.set_colours(colours)
        self.card.set_colours(colours)
        self.panel.set_colours(colours)
        self.changes.set_colours(colours)

    def set_writing_font(self, font: QFont) -> None:
        """Write and show changes in another font."""
        self.editor.set_writing_font(font)
        self.changes.setFont(font)

    def show_name(self, name: str, modified: bool) -> None:
        """Show the document's name in the title."""
        self.setWindowTitle(f"{name}[*] \u2013 Copyedge")
        self.setWindowModified(modified)

    def show_recent(self, paths: Sequence[Path], open_path: Callable[[Path], object]) -> None:
        """Fill the menu of recent files."""
        self.recent_menu.clear()
        for path in paths:
            action = self.recent_menu.addAction(path.name)
            action.setToolTip(str(path))
            action.setData(path)
            action.triggered.connect(lambda _=False, chosen=path: open_path(chosen))
        self.recent_menu.setEnabled(bool(paths))

    def geometry_text(self) -> str:
        """Return size and place as text for the settings."""
        return bytes(self.saveGeometry().toBase64().data()).decode("ascii")

    def restore_geometry_text(self, text: str) -> None:
        """Take size and place as they were; the usual ones if there are none."""
        if not (text and self.restoreGeometry(QByteArray.fromBase64(QByteArray(text.encode())))):
            screen = QGuiApplication.primaryScreen().availableSize()
            self.resize(min(USUAL_SIZE[0], screen.width()), min(USUAL_SIZE[1], screen.height()))

    def _lay_out(self) -> None:
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.editor)
        self._pages.addWidget(self.changes)
        text = QWidget(self)
        text.setMinimumWidth(LEAST_TEXT)
        column = QVBoxLayout(text)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self._pages, 1)
        column.addWidget(self.find_bar)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.setHandleWidth(1)
        self._splitter.addWidget(text)
        self._splitter.addWidget(self.panel)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 0)
        self._splitter.setCollapsible(0, False)
        self._splitter.setSizes([USUAL_SIZE[0] - PANEL_WIDTH, PANEL_WIDTH])
        self.setCentralWidget(self._splitter)
        self.setStatusBar(self.status)
        self.setMinimumSize(480, 320)

    def _build_menus(self) -> None:
        self.recent_menu = QMenu(self.tr("Open &recent"), self)
        self.recent_menu.setToolTipsVisible(True)
        self.recent_menu.setEnabled(False)
        for title, specs in MENUS:
            menu = self.menuBar().addMenu(translated(title))
            for spec in specs:
                if spec.name in {
                    "quit",
                    "check_now",
                    "zoom_in",
                    "settings",
                    "shortcuts",
                    "dictionary",
                    "cut",
                    "find",
                }:
                    menu.addSeparator()
                menu.addAction(self.actions_by_name[spec.name])
                if spec.name == "open":
                    menu.addMenu(self.recent_menu)

    def _build_tool_bar(self) -> None:
        bar = QToolBar(self.tr("Tools"), self)
        bar.setObjectName("tools")
        bar.setMovable(False)
        bar.setFloatable(False)
        bar.toggleViewAction().setVisible(False)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for place, group in enumerate(TOOL_BAR):
            if place:
                bar.addSeparator()
            for name in group:
                bar.addAction(self.actions_by_name[name])
        stretch = QWidget(bar)
        stretch.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(stretch)
        for name in TOOL_BAR_END:
            bar.addAction(self.actions_by_name[name])
        for action in bar.actions():
            button = bar.widgetForAction(action)
            if action.text():
                button.setAccessibleName(action.text().replace("&", ""))
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.addToolBar(bar)

    def _connect(self) -> None:
        act = self.actions_by_name
        for name, slot in (
            ("undo", self.editor.undo),
            ("redo", self.editor.redo),
            ("cut", self.editor.cut),
            ("copy", self.editor.copy),
            ("paste", self.editor.paste),
            ("select_all", self.editor.selectAll),
            ("find", self.find_bar.open_bar),
            ("next_issue", self.keeper.go_to_next),
            ("previous_issue", self.keeper.go_to_previous),
            ("show_suggestion", self.keeper.show_at_caret),
            ("accept", self.keeper.accept_current),
            ("dismiss", self.keeper.dismiss_current),
            ("accept_sentence", self.keeper.accept_sentence),
            ("accept_all", self.keeper.accept_all),
        ):
            act[name].triggered.connect(slot)
        act["undo"].setEnabled(False)
        act["redo"].setEnabled(False)
        self.editor.undoAvailable.connect(act["undo"].setEnabled)
        self.editor.redoAvailable.connect(act["redo"].setEnabled)
        self.editor.copyAvailable.connect(act["cut"].setEnabled)
        self.editor.copyAvailable.connect(act["copy"].setEnabled)
        self.editor.zoomed.connect(self.zoomed)
        self.editor.menu_wanted.connect(self._on_menu_wanted)
        act["panel"].setChecked(True)
        act["panel"].toggled.connect(self._on_panel_toggled)
        act["changes"].toggled.connect(self._on_changes_toggled)
        act["full_screen"].toggled.connect(self._on_full_screen_toggled)
        self.panel.chosen.connect(self._on_issue_chosen)
        self.panel.accept_wanted.connect(self.keeper.accept)
        self.panel.dismiss_wanted.connect(self.keeper.dismiss)
        self.panel.accept_all_wanted.connect(self.keeper.accept_all)
        self.changes.accept_wanted.connect(self.keeper.accept)
        self.changes.dismiss_wanted.connect(self.keeper.dismiss)
        self.keeper.accepted_many.connect(self._on_accepted_many)
        self.desk.refused.connect(self.status.tell)

    @Slot(bool)
    def _on_panel_toggled(self, shown: bool) -> None:
        self.panel.setVisible(shown)
        self.panel_toggled.emit(shown)

    @Slot(bool)
    def _on_changes_toggled(self, shown: bool) -> None:
        self.card.close_card()
        self._pages.setCurrentIndex(1 if shown else 0)
        (self.changes if shown else self.editor).setFocus()

    @Slot(bool)
    def _on_full_screen_toggled(self, full: bool) -> None:
        self.setWindowState(
            self.windowState() | Qt.WindowState.WindowFullScreen
            if full
            else self.windowState() & ~Qt.WindowState.WindowFullScreen
        )

    @Slot(object)
    def _on_issue_chosen(self, issue: object) -> None:
        self.actions_by_name["changes"].setChecked(False)
        self.keeper.go_to(issue)  # type: ignore[arg-type]

    @Slot(int)
    def _on_accepted_many(self, count: int) -> None:
        if count:
            self.status.tell(self.tr("Suggestions accepted: {0}").format(count))

    @Slot(QMenu, object)
    def _on_menu_wanted(self, menu: QMenu, position: int | None) -> None:
        """Put the suggestion under the mouse on top of the context menu."""
        placed = None if position is None else self.desk.at(position)
        if placed is None:
            return
        issue = placed[1]
        first = menu.actions()[0]
        accept = QAction(self.tr("Accept “{0}”").format(change_in_words(issue)), menu)
        dismiss = QAction(self.tr("Dismiss"), menu)
        accept.triggered.connect(lambda: self.keeper.accept(issue))
        dismiss.triggered.connect(lambda: self.keeper.dismiss(issue))
        accept.setShortcut(QKeySequence())
        menu.insertActions(first, [accept, dismiss])
        menu.insertSeparator(first)

    def changeEvent(self, event: QEvent) -> None:
        """Tell when the window gets the keyboard again."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.activated.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close only if nothing would be lost."""
        if self.may_close():
            event.accept()
            self.closed.emit()
        else:
            event.ignore()
