"""The handlers of all operations: importing this module registers those of each resource."""

from __future__ import annotations

from . import account, agents, clips, datasets, dictionaries, speech, transcription, voices  # noqa: F401  # they register
from .call import HANDLERS

__all__ = ["HANDLERS"]
