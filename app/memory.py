"""Give memory that the program no longer uses back to the system.

Knows allocators, not what was freed. Only asks: where a system knows no such
call, nothing happens and nothing is wrong.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import sys

_LARGE = 2 << 20
"""Bytes: more than the engine takes for a sentence, less than its list of words."""
_M_MMAP_THRESHOLD = -3  # of <malloc.h>


def keep_large_blocks_apart() -> None:
    """Have large blocks taken from the system one by one, so that they go back whole.

    Left to itself, glibc puts them among the small ones after the first was freed, and
    what is freed there stays in pieces.
    """
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):  # glibc alone has it
            ctypes.CDLL(None).mallopt(_M_MMAP_THRESHOLD, _LARGE)


def give_back() -> None:
    """Free what only cycles hold, then hand empty pages to the system."""
    gc.collect()
    # The allocator keeps freed blocks for later use; without this call a model of 40 MB
    # that nobody uses stays resident.
    with contextlib.suppress(OSError, AttributeError):
        if sys.platform == "win32":
            ctypes.CDLL("ucrtbase")._heapmin()
        elif sys.platform == "darwin":
            # All zones, as much as they can.
            ctypes.CDLL(None).malloc_zone_pressure_relief(None, ctypes.c_size_t(0))
        else:
            ctypes.CDLL(None).malloc_trim(ctypes.c_size_t(0))  # glibc alone has it
