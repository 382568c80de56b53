"""What operations do here beyond answering with their example: small functions, a module for each family of them."""

from __future__ import annotations

from ..state.state import State
from . import account, agents, clips, datasets, dictionaries, speech, transcription, voices
from .call import HANDLERS, Call, Handler, Upload
from .speech import TIMES_OF, asked_times, check_speech, controls, lexicon_of, sample, sse_frame, timbre_of

__all__ = [
    "HANDLERS",
    "TIMES_OF",
    "Call",
    "Handler",
    "State",
    "Upload",
    "account",
    "agents",
    "asked_times",
    "check_speech",
    "clips",
    "controls",
    "datasets",
    "dictionaries",
    "lexicon_of",
    "sample",
    "speech",
    "sse_frame",
    "timbre_of",
    "transcription",
    "voices",
]
