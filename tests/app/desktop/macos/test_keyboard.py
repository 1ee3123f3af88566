import pytest

from app.desktop.macos.keyboard import KEY_C, KEY_V, MacKeyboard


class Quartz:
    kCGEventSourceStatePrivate = -1
    kCGEventFlagMaskCommand = 0x100000
    kCGHIDEventTap = 0

    def __init__(self, allowed=True):
        self.allowed = allowed
        self.asked = 0
        self.posted = []

    def CGPreflightPostEventAccess(self):
        return self.allowed

    def CGRequestPostEventAccess(self):
        self.asked += 1

    def CGEventSourceCreate(self, state):
        return ("source", state)

    def CGEventCreateKeyboardEvent(self, source, key, down):
        assert source == ("source", -1)
        return {"key": key, "down": down, "flags": 0}

    def CGEventSetFlags(self, event, flags):
        event["flags"] = flags

    def CGEventPost(self, tap, event):
        assert tap == 0
        self.posted.append(event)


@pytest.mark.parametrize(("verb", "key"), [("copy", KEY_C), ("paste", KEY_V)])
def test_the_key_goes_down_and_up_with_command(verb, key):
    quartz = Quartz()
    assert getattr(MacKeyboard(quartz), verb)()
    assert quartz.posted == [
        {"key": key, "down": True, "flags": 0x100000},
        {"key": key, "down": False, "flags": 0x100000},
    ]
    assert quartz.asked == 0


def test_without_leave_nothing_is_posted_and_the_system_asks():
    quartz = Quartz(allowed=False)
    assert not MacKeyboard(quartz).paste()
    assert quartz.posted == []
    assert quartz.asked == 1
