"""Objects as values: setting their attributes, and whether a pickle can hold them."""

from __future__ import annotations

from typing import Any


def plain(value: Any) -> Any:
    """Return a text without what a subclass makes of it: an enum's as its value. Other values stay as they are."""
    return str.__str__(value) if isinstance(value, str) else value


def is_closed(value: Any) -> bool:
    """Return whether a value is a file that has been closed."""
    try:
        return getattr(value, "closed", False) is True
    except Exception:  # it is code of the caller
        return False


def set_attributes(made: object, attributes: dict[str, Any]) -> None:
    """Set attributes of an object, those in slots, too, without what its class does when one is set."""
    for name, value in attributes.items():
        object.__setattr__(made, name, value)


def pickled(value: object) -> bytes | None:
    """Return the pickle of a value, None if there is none."""
    import pickle  # few programs need it

    try:
        return pickle.dumps(value)
    except Exception:  # any that the value raises; the caller names the option
        return None


class Remembered:
    """The newest names of those that were added, as many as are to be remembered."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._names: dict[str, None] = {}

    def add(self, name: str) -> None:
        """Remember a name, and forget the oldest one if there are too many."""
        self._names[name] = None
        if len(self._names) > self._most:
            self._names.pop(next(iter(self._names)), None)  # another thread may have been here

    def __contains__(self, name: object) -> bool:
        return name in self._names
