"""Which process this is, told without asking the system: `os.getpid` takes as long as a tenth of what a frame does."""

from __future__ import annotations

import os

_process = object()


def process() -> object:
    """Return a mark of this process. A forked one has another."""
    return _process


def _renew() -> None:
    global _process
    _process = object()


if hasattr(os, "register_at_fork"):  # Windows has no fork
    os.register_at_fork(after_in_child=_renew)
