"""What one sandbox knows."""

from __future__ import annotations

import datetime
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from ..recognition.sessions import Understanding
from ..voice.engine import Engine
from ..voice.pacing import AT_ONCE, Pace
from . import fixtures
from .auth import Authenticator
from .limits import Limits
from .store import Collection
from .voices import Catalog

LARGEST_FILE = 2 * 1024**3


@dataclass
class State:
    """What one sandbox knows: what it was made with, and what its callers have made since.

    Args:
        authenticator: Keys and tokens.
        engine: The voice.
        languages: Codes of the languages that it is asked to speak.
        understanding: What it has said, to be recognised.
        limits: How much may go on at a time.
        pace: How fast speech comes.
        context_seconds: Seconds after its last audio at which an open context of a socket ends.
        clock: Seconds since the epoch.
        largest_file: Bytes of a recording above which the answer is 413.
    """

    authenticator: Authenticator
    engine: Engine
    languages: frozenset[str]
    understanding: Understanding
    limits: Limits = field(default_factory=Limits)
    pace: Pace = AT_ONCE
    context_seconds: float = 1.0
    clock: Callable[[], float] = time.time
    largest_file: int = LARGEST_FILE

    def __post_init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Takes everything that callers have made, changed or deleted back to the beginning.

        Tokens stay valid, and speech that was made is still understood."""
        self.voices = Catalog()
        self.dictionaries = Collection("pronunciation dictionary", fixtures.DICTIONARIES)
        self.datasets = Collection("dataset", fixtures.DATASETS)
        self.files = Collection("file", fixtures.FILES)
        """Recordings of datasets (`dataset`), and speech that was kept (`transcript`)."""
        self.fine_tunes = Collection("fine-tune", fixtures.FINE_TUNES)
        self.agents = Collection("agent", fixtures.AGENTS)
        self.deployments = Collection("deployment", fixtures.DEPLOYMENTS)
        self.calls = Collection("call", fixtures.CALLS)
        self.metrics = Collection("metric", fixtures.METRICS)
        self.results = Collection("metric result", fixtures.RESULTS)

    def now(self) -> str:
        """The time, as the API writes it."""
        moment = datetime.datetime.fromtimestamp(self.clock(), datetime.UTC)
        return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def new_id(kind: str) -> str:
    return f"{kind}_{secrets.token_urlsafe(12).replace('-', 'x').replace('_', 'y')}"
