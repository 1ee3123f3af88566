"""Measure ``copyedge serve`` under load: many clients at once, the shipped model, no cached text.

Each client sends one paragraph after the other, without a pause, and no paragraph
twice, so that the memory for sentences helps nobody. Answers that refuse because the
queue is full are counted by themselves; anything else than 200 is an error.

Run: ``python -m tests.benchmarks.serve_load --clients 32 --seconds 60``
"""

from __future__ import annotations

import argparse
import http.client
import itertools
import json
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from app.serving.http.server import listen
from tests.benchmarks.long_text import long_text

_WORDS = 30  # per paragraph at least, which makes three to eight sentences
_WARM_UP_S = 10  # seconds until the memory is taken for the first time


@dataclass(slots=True)
class Tally:
    """What happened to the requests."""

    latencies: list[float] = field(default_factory=list)
    """Seconds of those that were answered."""
    refused: int = 0
    """Answers that the queue is full."""
    errors: list[str] = field(default_factory=list)
    matches: int = 0


def main(argv: Sequence[str] | None = None) -> int:
    """Print what was measured; the exit code is 1 if there were errors."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--clients", type=int, default=32)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--engines", type=int, default=1)
    options = parser.parse_args(argv)
    port = _free_port()
    with tempfile.TemporaryDirectory() as folder, _started(port, options.engines, folder) as server:
        assert server.stdout is not None
        server.stdout.readline()
        tally, memory = _load(options, port, server.pid)
        processor = _processor_seconds(server.pid)
        server.terminate()
        server.communicate(timeout=30)
    _report(options, tally, memory, processor)
    return 1 if tally.errors else 0


def _free_port() -> int:
    sockets = listen(0)
    port: int = sockets[0].getsockname()[1]
    for each in sockets:
        each.close()
    return port


def _started(port: int, engines: int, folder: str) -> subprocess.Popen[bytes]:
    program = [sys.executable, "-m", "tests.app.serving.serve_program", "serve"]
    options = ["--port", str(port), "--engines", str(engines)]
    dictionary = ["--dictionary", str(Path(folder) / "dictionary.txt")]
    return subprocess.Popen([*program, *options, *dictionary], stdout=subprocess.PIPE)


def _load(options: argparse.Namespace, port: int, pid: int) -> tuple[Tally, list[float]]:
    """Let the clients ask, and watch the server's memory meanwhile."""
    tally, lock = Tally(), threading.Lock()
    end = time.monotonic() + options.seconds
    clients = [
        threading.Thread(target=_client, args=(port, number, end, tally, lock))
        for number in range(options.clients)
    ]
    for client in clients:
        client.start()
    memory: list[float] = []
    while time.monotonic() < end:
        memory.append(_resident_mb(pid))
        time.sleep(1.0)
    for client in clients:
        client.join()
    return tally, memory


def _client(port: int, number: int, end: float, tally: Tally, lock: threading.Lock) -> None:
    paragraphs = _paragraphs(number)
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    while time.monotonic() < end:
        form = urlencode({"language": "en-US", "text": next(paragraphs)})
        began = time.perf_counter()
        try:
            connection.request(
                "POST", "/v2/check", form, {"Content-Type": "application/x-www-form-urlencoded"}
            )
            answer = connection.getresponse()
            body = answer.read()
        except (OSError, http.client.HTTPException) as error:
            with lock:
                tally.errors.append(repr(error))
            connection.close()
            continue
        _count(answer.status, body, time.perf_counter() - began, tally, lock)
    connection.close()


def _count(status: int, body: bytes, seconds: float, tally: Tally, lock: threading.Lock) -> None:
    with lock:
        if status == 200:
            answer = json.loads(body)
            tally.latencies.append(seconds)
            tally.matches += len(answer["matches"])
            if answer["warnings"]["incompleteResults"]:
                tally.errors.append("incomplete")
        elif status == 503:
            tally.refused += 1
        else:
            tally.errors.append(f"{status} {body[:80]!r}")


def _paragraphs(number: int) -> Iterator[str]:
    """Yield paragraphs that nobody else sends."""
    for count in itertools.count():
        yield f"{long_text(_WORDS, seed=1_000_000 * number + count)} \U0001f600"


def _resident_mb(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    line = next(each for each in status.splitlines() if each.startswith("VmRSS:"))
    return int(line.split()[1]) / 1024


def _processor_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / 100  # user and system time in ticks of 10 ms


def _report(
    options: argparse.Namespace, tally: Tally, memory: Sequence[float], processor: float
) -> None:
    answered = len(tally.latencies)
    print(
        f"{options.clients} clients, {options.seconds:g} s, {options.engines} engine(s), "
        "a paragraph of three to eight sentences per request"
    )
    print(
        f"answered {answered} ({answered / options.seconds:.1f}/s, "
        f"{processor / max(answered, 1) * 1000:.0f} ms of processor time each, "
        f"{tally.matches} matches)"
    )
    print(f"refused because the queue was full {tally.refused}; errors {len(tally.errors)}")
    for error in sorted(set(tally.errors))[:5]:
        print(f"  {error}")
    if answered > 1:
        cuts = statistics.quantiles(tally.latencies, n=100)
        worst = max(tally.latencies)
        print(f"latency: median {cuts[49]:.3f} s, p95 {cuts[94]:.3f} s, worst {worst:.3f} s")
    settled = memory[min(_WARM_UP_S, len(memory) - 1)]
    print(
        f"memory: {settled:.1f} MB after {_WARM_UP_S} s, {memory[-1]:.1f} MB at the end, "
        f"at most {max(memory):.1f} MB"
    )


if __name__ == "__main__":
    sys.exit(main())
