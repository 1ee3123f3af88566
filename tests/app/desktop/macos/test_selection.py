import os
from types import SimpleNamespace

import pytest

from app.desktop.macos.selection import MacFront, PasteboardChanges


class Running:
    """A program of AppKit's."""

    def __init__(self, process):
        self.process = process
        self.activated = 0

    def processIdentifier(self):
        return self.process

    def activateWithOptions_(self, options):
        self.activated += 1


class System:
    """What AppKit and Quartz tell of it."""

    kCGWindowListOptionOnScreenOnly = 1
    kCGWindowListExcludeDesktopElements = 16
    kCGNullWindowID = 0
    NSApplicationActivateIgnoringOtherApps = 2

    def __init__(self):
        self.programs = {71: Running(71), 72: Running(72)}
        self.front = 71
        # From front to back; the menu bar has a layer of its own.
        self.windows = [(71, 9, 25), (71, 3, 0), (72, 4, 0), (71, 2, 0)]
        workspace = SimpleNamespace(frontmostApplication=lambda: self.programs.get(self.front))
        self.NSWorkspace = SimpleNamespace(sharedWorkspace=lambda: workspace)
        self.NSRunningApplication = SimpleNamespace(
            runningApplicationWithProcessIdentifier_=self.programs.get
        )

    def CGWindowListCopyWindowInfo(self, options, relative):
        assert (options, relative) == (17, 0)
        return [
            {"kCGWindowOwnerPID": owner, "kCGWindowNumber": number, "kCGWindowLayer": layer}
            for owner, number, layer in self.windows
        ]


@pytest.fixture
def system():
    return System()


@pytest.fixture
def front(system):
    return MacFront(system, system)


def test_the_window_in_front_is_the_foremost_of_the_program_in_front(front, system):
    assert front.current() == (71, 3)
    system.front = 72
    assert front.current() == (72, 4)
    system.front = None
    assert front.current() is None


def test_another_window_of_the_same_program_is_another_one(front, system):
    before = front.current()
    system.windows.insert(1, (71, 2, 0))
    assert front.current() != before
    assert front.exists(before)


def test_a_closed_window_is_gone_though_its_program_lives(front, system):
    before = front.current()
    system.windows.remove((71, 3, 0))
    assert not front.exists(before)


def test_a_program_without_windows_is_there_while_it_runs(front, system):
    system.windows.clear()
    window = front.current()
    assert window == (71, 0)
    assert front.exists(window)
    del system.programs[71]
    assert not front.exists(window)


def test_its_program_is_brought_to_the_front(front, system):
    front.bring((72, 4))
    assert system.programs[72].activated == 1
    front.bring((99, 1))
    front.bring(None)


def test_our_own_window_is_known_by_its_process(front):
    assert front.is_ours((os.getpid(), 1))
    assert not front.is_ours((71, 3))
    assert not front.is_ours(None)
    assert not front.exists(None)


def test_a_change_of_the_pasteboard_is_seen_by_its_counter(qapp, qtbot):
    counter = SimpleNamespace(count=4)
    changes = PasteboardChanges(SimpleNamespace(changeCount=lambda: counter.count))
    told = []
    changes.watch(lambda: told.append(changes.stop()))
    counter.count = 5
    qtbot.waitUntil(lambda: bool(told))
    assert len(told) == 1
    assert not changes._timer.isActive()
