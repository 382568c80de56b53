"""What contract checks run on: a client that is recorded, a budget that cannot be passed, and cleaning up."""

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
    """The service did not do what it should; the message says what was expected."""


@dataclass
class Target:
    """A service to run checks on."""

    client: Cartesia
    budget: Budget
    sink: Callable[[dict[str, Any]], None]
    """Takes the records of all traffic."""
    tag: str = field(default_factory=lambda: f"contract check {secrets.token_hex(4)}")
    """Begins the name of everything that is made, so that it can be found again."""
    leftovers: list[str] = field(default_factory=list)
    """What was made and could not be deleted."""
    _made: list[tuple[str, Callable[[], Any]]] = field(default_factory=list)

    def expect(self, condition: object, text: str) -> None:
        """Fails the check with a text unless the condition holds."""
        if not condition:
            raise CheckFailed(text)

    @contextlib.contextmanager
    def other_client(self, **options: Any) -> Iterator[Cartesia]:
        """Another client of the same service, recorded and counted like the first."""
        options = {"base_url": self.client.base_url, "max_retries": 0, **options}
        with Cartesia(**options) as client, record(client, self.sink, watcher=self.budget):
            yield client

    def made(self, what: str, delete: Callable[[], Any]) -> None:
        """Has something deleted when the check is over, however it ends. Gone already is well, too."""
        self._made.append((what, delete))

    def clean_up(self) -> None:
        """Deletes what was made, the last thing first; an interruption leaves the rest, which is told."""
        try:
            while self._made:
                what, delete = self._made[-1]
                try:
                    delete()
                except NotFoundError:
                    pass
                except (CartesiaError, OverBudget) as error:
                    self.leftovers.append(f"{what}: {error}")
                self._made.pop()
        finally:
            self.leftovers += [f"{what}: cleaning up was interrupted" for what, _ in self._made]
            self._made.clear()

    def sweep(self) -> None:
        """Looks for what was made by requests whose answers were lost, and deletes it."""
        for each in self.client.pronunciation_dicts.list(limit=100):
            if each.name.startswith(self.tag):
                self.made(
                    f"pronunciation dictionary {each.id}", partial(self.client.pronunciation_dicts.delete, each.id)
                )
        for voice in self.client.voices.list(is_owner=True, q=self.tag, limit=100):
            if voice.name.startswith(self.tag):
                self.made(f"voice {voice.id}", partial(self.client.voices.delete, voice.id))
        self.clean_up()
