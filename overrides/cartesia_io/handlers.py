"""Functions that are called with events, by the kind of the event. Threads may add and remove them meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Self, TypeVar, overload

from cartesia_api.arguments import InvalidRequestError

H = TypeVar("H", bound=Callable[..., Any])
EVERY = "event"
"""Stands for the kinds of all events."""


class Handlers:
    """Keeps functions for the kinds of events."""

    _handlers: list[tuple[str, Callable[..., Any], bool]] | None = None
    """Kind, function, and whether it is called once; None without any."""

    @overload
    def on(self, event_type: str, handler: Callable[..., Any]) -> Self: ...

    @overload
    def on(self, event_type: str) -> Callable[[H], H]: ...

    def on(self, event_type: str, handler: Any = None) -> Any:
        """Have a function called with each event of a kind by `dispatch_events`; without a function, return a decorator.

        Args:
            event_type: Kind of the events, such as "transcript". "event" stands for events of all kinds. "error" is called with
                the error that the service reports, which is then not raised.
            handler: Function of one argument.

        Raises:
            InvalidRequestError: The kind is no text, or the function cannot be called.
        """
        return self._add(event_type, handler, once=False)

    @overload
    def once(self, event_type: str, handler: Callable[..., Any]) -> Self: ...

    @overload
    def once(self, event_type: str) -> Callable[[H], H]: ...

    def once(self, event_type: str, handler: Any = None) -> Any:
        """Have a function called with the next event of a kind alone. Arguments and errors as with `on`."""
        return self._add(event_type, handler, once=True)

    def off(self, event_type: str, handler: Callable[..., Any]) -> Self:
        """Have a function not called any more. Do nothing if it was not there."""
        for entry in self._handlers or []:
            if entry[:2] == (event_type, handler):
                self._remove(entry)
                break
        return self

    def _add(self, event_type: str, handler: Any, *, once: bool) -> Any:
        kind = type(event_type)  # isinstance() asks the value, which may be code of the caller
        if not issubclass(kind, str) or not str.__len__(event_type):
            given = "''" if issubclass(kind, str) else kind.__name__
            raise InvalidRequestError(f"event_type must be the kind of an event, such as 'transcript', not {given}")
        if handler is None:

            def decorate(function: H) -> H:
                self._add(event_type, function, once=once)
                return function

            return decorate
        if not callable(handler):
            raise InvalidRequestError(f"handler must be a function of an event, not {type(handler).__name__}")
        if self._handlers is None:
            self._handlers = []
        self._handlers.append((event_type, handler, once))
        return self

    def _remove(self, entry: tuple[str, Callable[..., Any], bool]) -> bool:
        """Remove an entry. Return False if another thread has done so."""
        try:
            (self._handlers or []).remove(entry)
        except ValueError:
            return False
        return True

    def _called(self, kind: str) -> list[Callable[..., Any]]:
        """Return the functions for an event, those for its own kind first."""
        found = [entry for name in (kind, EVERY) for entry in self._handlers or [] if entry[0] == name]
        return [entry[1] for entry in found if not entry[2] or self._remove(entry)]
