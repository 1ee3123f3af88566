"""Be one start of the program in a process of its own: serve, or hand over and end.

``python -m tests.app.instance.instance_child FOLDER [--at MOMENT] [VERB]``: waits until
the moment (seconds since the epoch), then does what the program does, with a bare event
loop in place of the windows. Prints what happens, a line each.
"""

import argparse
import sys
import time
from pathlib import Path

from app import __main__ as program
from app.instance.address import Address
from app.instance.client import deliver
from app.instance.requests import Request, Verb


def say(*words):
    print(*words, flush=True)


def serve(address, request):
    """Stand in for ``app.application.run``."""
    from PySide6.QtCore import QCoreApplication

    from app.instance.server import InstanceServer

    qt = QCoreApplication.instance() or QCoreApplication([])
    server = InstanceServer(address)
    server.listen()

    def take(request):
        say("took", request.verb.value, *request.files)
        if request.verb is Verb.QUIT:
            qt.quit()

    server.received.connect(take)
    say("serving", request.verb.value)
    qt.exec()
    server.close()
    return 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("verb", nargs="?", default="open")
    parser.add_argument("--at", type=float, default=0.0)
    chosen = parser.parse_args()
    address = Address(chosen.folder, "child")
    program.deliver = lambda request: deliver(request, address=address)
    program.become = lambda request: become(address, request)
    time.sleep(max(0.0, chosen.at - time.time()))
    code = program.start(Request(Verb(chosen.verb)))
    say("ended", code)
    return code


def become(address, request):
    from app.instance.server import AlreadyRunningError

    try:
        return serve(address, request)
    except AlreadyRunningError:
        return None


if __name__ == "__main__":
    sys.exit(main())
