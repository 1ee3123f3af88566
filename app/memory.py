"""Give memory that the program no longer uses back to the system.

Knows allocators, not what was freed. Only asks: where a system knows no such
call, nothing happens and nothing is wrong.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import sys


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
