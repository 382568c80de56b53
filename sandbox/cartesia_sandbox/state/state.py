"""What one sandbox knows."""

from __future__ import annotations

import datetime
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from ..recognition.transcriber import Transcriber
from ..voice.engine import Engine
from ..voice.pacing import AT_ONCE, Pace
from . import fixtures
from .auth import Authenticator
from .limits import Limits
from .store import Store
from .voices import VoiceStore

MAX_FILE_SIZE = 2 * 1024**3


@dataclass
class State:
    """What one sandbox knows: what it was made with, and what its callers have made since.

    Args:
        authenticator: Keys and tokens.
        engine: The voice.
        languages: Codes of the languages that it is asked to speak.
        transcriber: What it has said, to be recognised.
        limits: How much may go on at a time.
        pace: How fast speech comes.
        context_seconds: Seconds after its last audio at which an open context of a socket ends.
        clock: Seconds since the epoch.
        max_file_size: Bytes of a recording above which the answer is 413.
    """

    authenticator: Authenticator
    engine: Engine
    languages: frozenset[str]
    transcriber: Transcriber
    limits: Limits = field(default_factory=Limits)
    pace: Pace = AT_ONCE
    context_seconds: float = 1.0
    clock: Callable[[], float] = time.time
    max_file_size: int = MAX_FILE_SIZE

    def __post_init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Takes everything that callers have made, changed or deleted back to the beginning.

        Tokens stay valid, and speech that was made is still understood."""
        self.voices = VoiceStore()
        self.dictionaries = Store("pronunciation dictionary", fixtures.DICTIONARIES)
        self.datasets = Store("dataset", fixtures.DATASETS)
        self.files = Store("file", fixtures.FILES)
        """Recordings of datasets (`dataset`), and speech that was kept (`transcript`)."""
        self.fine_tunes = Store("fine-tune", fixtures.FINE_TUNES)
        self.agents = Store("agent", fixtures.AGENTS)
        self.deployments = Store("deployment", fixtures.DEPLOYMENTS)
        self.calls = Store("call", fixtures.CALLS)
        self.metrics = Store("metric", fixtures.METRICS)
        self.results = Store("metric result", fixtures.RESULTS)

    def now(self) -> str:
        """The time, as the API writes it."""
        moment = datetime.datetime.fromtimestamp(self.clock(), datetime.UTC)
        return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def new_id(kind: str) -> str:
    return f"{kind}_{secrets.token_urlsafe(12).replace('-', 'x').replace('_', 'y')}"
