"""Several processes as one: torch.distributed under ``torchrun``.

``World.alone()`` is the same interface with one process. Gradients and the
weights they are divided by are summed over all ranks, so that a step of N
processes is the step that one process would make on the same batches.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import torch
from torch import Tensor, distributed


@dataclass(frozen=True, slots=True)
class World:
    """Which process this is, of how many, and on what device it computes."""

    rank: int
    size: int
    device: torch.device

    @classmethod
    def alone(cls, device: torch.device) -> World:
        """Return a world of one process."""
        return cls(0, 1, device)

    @property
    def is_first(self) -> bool:
        """True in the process that logs and saves."""
        return self.rank == 0

    def sum_tensors(self, tensors: Sequence[Tensor]) -> None:
        """Replace tensors of one type by their sums over all processes, in one message."""
        if self.size == 1:
            return
        flat = torch.cat([tensor.flatten() for tensor in tensors])
        distributed.all_reduce(flat)
        start = 0
        for tensor in tensors:
            tensor.copy_(flat[start : start + tensor.numel()].view_as(tensor))
            start += tensor.numel()

    def agree(self, value: bool) -> bool:
        """Return the first process's answer in every process."""
        return bool(self.share(float(value)))

    def share(self, value: float) -> float:
        """Return the first process's number in every process."""
        if self.size == 1:
            return value
        number = torch.tensor(value if self.is_first else 0.0, device=self.device)
        distributed.all_reduce(number)
        return float(number)


def choose_device(name: str, local_rank: int = 0) -> torch.device:
    """Return the device called ``name``; ``auto`` takes a GPU where there is one.

    Raises:
        ValueError: if a GPU is asked for and there is none.
    """
    if name == "auto":
        name = "cuda" if torch.cuda.is_available() else "cpu"
    if name == "cuda":
        if not torch.cuda.is_available():
            raise ValueError("there is no CUDA device here; use --device cpu")
        return torch.device("cuda", local_rank)
    return torch.device(name)


@contextmanager
def join_world(device_name: str) -> Iterator[World]:
    """Join the processes that ``torchrun`` has started, or be alone without it."""
    if "WORLD_SIZE" not in os.environ:
        yield World.alone(choose_device(device_name))
        return
    device = choose_device(device_name, int(os.environ.get("LOCAL_RANK", "0")))
    if device.type == "cuda":
        torch.cuda.set_device(device)
    distributed.init_process_group("nccl" if device.type == "cuda" else "gloo")
    try:
        yield World(distributed.get_rank(), distributed.get_world_size(), device)
        # The threads of gloo hold on to what they summed last. If that were Python's tensors,
        # letting go of them while the interpreter ends could abort the process.
        distributed.barrier()
    finally:
        distributed.destroy_process_group()
