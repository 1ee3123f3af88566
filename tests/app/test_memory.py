import gc
import subprocess
import sys
import weakref
from pathlib import Path

import pytest

from app import memory

BLOCK = 64 * 1024  # bytes; small enough that glibc takes it from its heap and keeps it
COUNT = 1_000


class Node:
    """Something that only a cycle holds."""


def test_cycles_are_freed():
    node = Node()
    node.itself = node
    trace = weakref.ref(node)
    gc.disable()
    try:
        del node
        assert trace() is not None
        memory.give_back()
    finally:
        gc.enable()
    assert trace() is None


def resident():
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096


def has_glibc():
    return sys.platform == "linux" and any("libc.so.6" in line for line in open_maps())


def open_maps():
    return Path("/proc/self/maps").read_text(encoding="utf-8").splitlines()


@pytest.mark.skipif(sys.platform != "linux", reason="needs /proc")
def test_freed_memory_goes_back_to_the_system():
    if not has_glibc():
        pytest.skip("no glibc, whose allocator alone keeps memory that is to be trimmed")
    blocks = [bytes([1]) * BLOCK for _ in range(COUNT)]
    # The last block keeps the heap's end where it is: nothing shrinks by itself.
    last = blocks[-1]
    full = resident()
    del blocks
    memory.give_back()
    assert full - resident() > BLOCK * COUNT // 2
    assert len(last) == BLOCK


def test_a_system_without_such_a_call_is_no_error(monkeypatch):
    def lacks(name):
        raise OSError("no such library")

    monkeypatch.setattr(memory.ctypes, "CDLL", lacks)
    memory.give_back()


@pytest.mark.skipif(not has_glibc(), reason="another allocator")
@pytest.mark.parametrize("apart", [False, True])
def test_large_blocks_are_taken_from_the_system_one_by_one(apart):
    code = (
        "import ctypes\n"
        "from app import memory\n"
        f"if {apart}: memory.keep_large_blocks_apart()\n"
        "class Figures(ctypes.Structure):\n"
        "    _fields_ = [(name, ctypes.c_int) for name in 'arena ordblks smblks hblks hblkhd '\n"
        "        'usmblks fsmblks uordblks fordblks keepcost'.split()]\n"
        "ask = ctypes.CDLL(None).mallinfo\n"
        "ask.restype = Figures\n"
        "larger = bytes(8 << 20)\n"
        "del larger\n"  # from now on glibc takes 8 MB for nothing special
        "before = ask().hblks\n"
        "block = bytes(3 << 20)\n"
        "print(ask().hblks - before)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120
    )
    assert int(done.stdout) == apart
