"""The target of the checks: a recorded client, a budget that cannot be exceeded, and the deletion of what they create."""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from cartesia_client.client import Cartesia
from cartesia_client.errors import CartesiaError, NotFoundError

from ..traffic.record import record
from .budget import Budget, OverBudget


class CheckFailed(Exception):
    """The service did not behave as expected; the message says what was expected."""


class NotPossible(Exception):
    """The account lacks what a check needs; the message says what."""


@dataclass
class Target:
    """A service that checks run against."""

    client: Cartesia
    budget: Budget
    sink: Callable[[dict[str, Any]], None]
    """Receives the records of all traffic."""
    tag: str = field(default_factory=lambda: f"conformance check {secrets.token_hex(4)}")
    """Prefix of the name of everything that is created, so that it can be found again."""
    leftovers: list[str] = field(default_factory=list)
    """What was created and could not be deleted."""
    _cleanups: list[tuple[str, Callable[[], Any]]] = field(default_factory=list)

    def expect(self, condition: object, text: str) -> None:
        """Fail the check with a text unless the condition is true."""
        if not condition:
            raise CheckFailed(text)

    @contextlib.contextmanager
    def other_client(self, **options: Any) -> Iterator[Cartesia]:
        """Open another client of the same service, recorded and charged like the first."""
        options = {"base_url": self.client.base_url, "max_retries": 0, **options}
        with Cartesia(**options) as client, record(client, self.sink, send_hook=self.budget):
            yield client

    def add_cleanup(self, what: str, delete: Callable[[], Any]) -> None:
        """Delete something when the check is over, however it ends. It may be deleted already by then."""
        self._cleanups.append((what, delete))

    def clean_up(self) -> None:
        """Delete what the check created, last in, first out. What an interruption leaves is added to the leftovers."""
        try:
            while self._cleanups:
                what, delete = self._cleanups[-1]
                try:
                    delete()
                except NotFoundError:
                    pass
                except (CartesiaError, OverBudget) as error:
                    self.leftovers.append(f"{what}: {error}")
                self._cleanups.pop()
        finally:
            self.leftovers += [f"{what}: cleaning up was interrupted" for what, _ in self._cleanups]
            self._cleanups.clear()

    def sweep(self) -> None:
        """Search by name for what was created by requests whose responses were lost, and delete it."""
        for each in self.client.pronunciation_dicts.list(limit=100):
            if each.name.startswith(self.tag):
                self.add_cleanup(
                    f"pronunciation dictionary {each.id}", partial(self.client.pronunciation_dicts.delete, each.id)
                )
        for voice in self.client.voices.list(is_owner=True, q=self.tag, limit=100):
            if voice.name.startswith(self.tag):
                self.add_cleanup(f"voice {voice.id}", partial(self.client.voices.delete, voice.id))
        self.clean_up()
