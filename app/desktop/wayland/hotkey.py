"""A global hotkey on Wayland: the desktop portal's GlobalShortcuts.

The desktop asks the person, and may give other keys than those wished for. Where
there is no such portal the state says so, and the person is told how to bind
the keys in the desktop's own settings.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from functools import partial
from typing import Any

from jeepney import DBusAddress, HeaderFields, Message
from PySide6.QtCore import QCoreApplication, QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication

from app.desktop.hotkey import Hotkey, HotkeyState
from app.desktop.wayland.bus import SessionBus

BUS_NAME = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"
SHORTCUTS = "org.freedesktop.portal.GlobalShortcuts"
REQUEST = "org.freedesktop.portal.Request"
SESSION = "org.freedesktop.portal.Session"
REGISTRY = "org.freedesktop.host.portal.Registry"
PROPERTIES = "org.freedesktop.DBus.Properties"

SHORTCUT = "quick-correct"
"""Our name of the shortcut, by which the desktop remembers the person's choice."""

MODIFIERS = (
    (Qt.KeyboardModifier.ControlModifier, "CTRL"),
    (Qt.KeyboardModifier.AltModifier, "ALT"),
    (Qt.KeyboardModifier.ShiftModifier, "SHIFT"),
    (Qt.KeyboardModifier.MetaModifier, "LOGO"),
)
KEYS = {
    Qt.Key.Key_Space: "space",
    Qt.Key.Key_Period: "period",
    Qt.Key.Key_Comma: "comma",
    Qt.Key.Key_Minus: "minus",
    Qt.Key.Key_PageUp: "Page_Up",
    Qt.Key.Key_PageDown: "Page_Down",
    Qt.Key.Key_ScrollLock: "Scroll_Lock",
}
"""Names of keysyms that are not Qt's own names."""

GRANTED, CANCELLED = 0, 1  # what the portal answers to a request


def trigger_of(hotkey: Hotkey) -> str:
    """Return the keys as the shortcuts specification writes them, such as ``CTRL+ALT+g``."""
    names = [name for modifier, name in MODIFIERS if hotkey.modifiers & modifier]
    name = KEYS.get(hotkey.key, hotkey.key.name.removeprefix("Key_"))
    return "+".join([*names, name.lower() if len(name) == 1 else name])


class PortalHotkey(QObject):
    """A HotkeyBackend for Wayland."""

    def __init__(self, bus: SessionBus) -> None:
        super().__init__()
        self._bus = bus
        self._hotkey: Hotkey | None = None
        self._on_pressed: Callable[[], None] = lambda: None
        self._on_state: Callable[[HotkeyState], None] = lambda _: None
        self._session = ""
        self._requests: dict[str, Callable[[int, dict[str, Any]], None]] = {}
        self._introduced = False
        self._round = 0  # counts the registrations; late answers to earlier ones do not count
        bus.signalled.connect(self._on_signal)
        bus.lost.connect(self._on_lost)

    def register(
        self,
        hotkey: Hotkey,
        on_pressed: Callable[[], None],
        on_state: Callable[[HotkeyState], None],
    ) -> HotkeyState:
        """Ask the portal; what it says comes later."""
        self.unregister()
        self._hotkey = hotkey
        self._on_pressed, self._on_state = on_pressed, on_state
        self._introduce()
        self._bus.listen(SHORTCUTS, "Activated", PATH)
        self._bus.call(
            _at(PATH, PROPERTIES),
            "Get",
            "ss",
            (SHORTCUTS, "version"),
            partial(self._on_version, self._round),
        )
        return HotkeyState.WAITING

    def unregister(self) -> None:
        """Give the keys free."""
        self._hotkey = None
        self._round += 1
        session, self._session = self._session, ""
        if session:
            self._close(session)

    def _close(self, session: str) -> None:
        self._bus.call(_at(session, SESSION), "Close", "", (), lambda _: None)

    def _introduce(self) -> None:
        """Tell the portal who we are, which it cannot see of a program outside of a sandbox.

        Older portals do not have this, and find it out by themselves.
        """
        if not self._introduced:
            self._introduced = True
            name = QGuiApplication.desktopFileName() or "copyedge"
            self._bus.call(_at(PATH, REGISTRY), "Register", "sa{sv}", (name, {}), lambda _: None)

    def _on_version(self, asked_in: int, answer: tuple[Any, ...] | None) -> None:
        if asked_in != self._round:
            return
        if answer is None:
            self._on_state(HotkeyState.NOT_AVAILABLE)
            return
        options = {"session_handle_token": ("s", _token())}
        self._ask("CreateSession", "a{sv}", (), options, self._on_session)

    def _on_session(self, asked_in: int, response: int, results: dict[str, Any]) -> None:
        session = str(results.get("session_handle", ("s", ""))[1])
        if asked_in != self._round or self._hotkey is None:
            if session:
                self._close(session)
            return
        if response != GRANTED or not session:
            self._on_state(HotkeyState.NOT_AVAILABLE)
            return
        self._session = session
        description = QCoreApplication.translate("Desktop", "Correct the selected text")
        wish = {
            "description": ("s", description),
            "preferred_trigger": ("s", trigger_of(self._hotkey)),
        }
        body = (session, [(SHORTCUT, wish)], "")
        self._ask("BindShortcuts", "oa(sa{sv})sa{sv}", body, {}, self._on_bound)

    def _on_bound(self, asked_in: int, response: int, results: dict[str, Any]) -> None:
        if asked_in != self._round:
            return
        bound = results.get("shortcuts", ("", []))[1]
        if response == GRANTED and any(name == SHORTCUT for name, _ in bound):
            self._on_state(HotkeyState.OK)
        elif response in {GRANTED, CANCELLED}:
            self._on_state(HotkeyState.REFUSED)
        else:
            self._on_state(HotkeyState.NOT_AVAILABLE)

    def _ask(
        self,
        method: str,
        signature: str,
        body: tuple[Any, ...],
        options: dict[str, Any],
        on_response: Callable[[int, int, dict[str, Any]], None],
    ) -> None:
        """Call a method whose result comes as a signal of a request object.

        That object's path is known before the call, so that the signal cannot be missed.
        """
        token, asked_in = _token(), self._round
        sender = self._bus.unique_name.removeprefix(":").replace(".", "_")
        path = f"{PATH}/request/{sender}/{token}"
        self._requests[path] = partial(on_response, asked_in)
        self._bus.listen(REQUEST, "Response", path)

        def on_reply(answer: tuple[Any, ...] | None) -> None:
            failed = answer is None and self._requests.pop(path, None) is not None
            if failed and asked_in == self._round:
                self._on_state(HotkeyState.NOT_AVAILABLE)

        arguments = (*body, {**options, "handle_token": ("s", token)})
        self._bus.call(_at(PATH, SHORTCUTS), method, signature, arguments, on_reply)

    @Slot(object)
    def _on_signal(self, message: Message) -> None:
        fields = message.header.fields
        member = fields.get(HeaderFields.member)
        path = fields.get(HeaderFields.path)
        if member == "Response" and path in self._requests:
            response, results = message.body
            self._requests.pop(path)(response, results)
        elif (
            member == "Activated"
            and fields.get(HeaderFields.interface) == SHORTCUTS
            and self._session
            and message.body[:2] == (self._session, SHORTCUT)
        ):
            self._on_pressed()

    @Slot()
    def _on_lost(self) -> None:
        if self._hotkey is not None:
            self._session = ""
            self._on_state(HotkeyState.NOT_AVAILABLE)


def _at(path: str, interface: str) -> DBusAddress:
    return DBusAddress(path, BUS_NAME, interface)


def _token() -> str:
    return f"copyedge_{secrets.token_hex(8)}"
