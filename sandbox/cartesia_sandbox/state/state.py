"""The state of one sandbox."""

from __future__ import annotations

import datetime
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from ..description.bodies import MAX_FILE
from ..description.models import Models
from ..recognition.call import Agent
from ..recognition.transcriber import Transcriber
from ..voice.engine import Engine
from ..voice.pacing import AT_ONCE, Pace
from . import fixtures
from .auth import Authenticator
from .limits import Limits
from .store import Store
from .voices import VoiceStore


@dataclass
class State:
    """The options of one sandbox, and the resources that its callers create.

    Args:
        authenticator: Checks keys and tokens.
        engine: Speaks.
        models: The models that a request may name.
        transcriber: Finds words in audio.
        limits: The concurrency limits.
        pace: How fast speech is sent.
        agent: What agents answer on their socket; None lets them repeat what they hear.
        context_seconds: Seconds after its last audio at which an open context of a socket ends.
        clock: Returns the seconds since the epoch.
        max_file_size: The largest recording in bytes; above it the response is 413.
    """

    authenticator: Authenticator
    engine: Engine
    models: Models
    transcriber: Transcriber
    limits: Limits = field(default_factory=Limits)
    pace: Pace = AT_ONCE
    agent: Agent = None
    context_seconds: float = 1.0
    clock: Callable[[], float] = time.time
    max_file_size: int = MAX_FILE

    def __post_init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Restore the initial resources. Tokens stay valid, and earlier speech is still recognized."""
        self.voices = VoiceStore()
        self.dictionaries = Store("pronunciation dictionary", fixtures.DICTIONARIES)
        self.datasets = Store("dataset", fixtures.DATASETS)
        self.files = Store("file", fixtures.FILES)
        """Recordings of datasets, with `dataset`, and saved speech, with `transcript`."""
        self.fine_tunes = Store("fine-tune", fixtures.FINE_TUNES)
        self.agents = Store("agent", fixtures.AGENTS)
        self.deployments = Store("deployment", fixtures.DEPLOYMENTS)
        self.calls = Store("call", fixtures.CALLS)
        self.metrics = Store("metric", fixtures.METRICS)
        self.results = Store("metric result", fixtures.RESULTS)

    def now(self) -> str:
        """Return the time as the API writes it."""
        moment = datetime.datetime.fromtimestamp(self.clock(), datetime.UTC)
        return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def new_id(kind: str) -> str:
    """Return a random id with this prefix."""
    return f"{kind}_{secrets.token_urlsafe(12).replace('-', 'x').replace('_', 'y')}"
