# Copied from scripts/codegen/runtime/deprecation.py: edit that file.
"""Warnings of what the service will remove."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Iterator, Mapping, Sequence
from types import FrameType
from typing import Any, cast

from .types import UNSET

__all__ = ["DeprecatedField", "DeprecatedSlot", "warn_caller", "warn_of_deprecated"]
_INTERNAL = (f"{__name__.partition('.')[0]}.", "cartesia_client.", "cartesia_io.")
"""Modules that are not the program."""


def warn_caller(text: str) -> None:
    """Emit a DeprecationWarning at the line of the program."""
    level = 1
    while _is_internal(frame := sys._getframe(level)) and frame.f_back:
        level += 1
    warnings.warn(text, DeprecationWarning, stacklevel=level + 1)


def _is_internal(frame: FrameType) -> bool:
    return str(frame.f_globals.get("__name__")).startswith(_INTERNAL)


class DeprecatedField:
    """A field of a model that warns a program that reads its value. It is absent from the class if it has no default."""

    def __init__(self, name: str, default: Any) -> None:
        self._name = name
        self._default = default

    def __get__(self, model: Any, owner: type) -> Any:
        if (
            model is not None
            and self._name in model.__dict__
            and not _is_internal(sys._getframe(1))
        ):
            warn_caller(f"{owner.__name__}.{self._name} is deprecated")
        found = self._default if model is None else model.__dict__.get(self._name, self._default)
        if found is UNSET:
            raise AttributeError(f"{owner.__name__!r} has no {self._name!r}")
        return found

    def __set__(self, model: Any, value: Any) -> None:
        model.__dict__[self._name] = value


class DeprecatedSlot:
    """A field of an event that does the same, or a property for it.

    Args:
        name: Its name.
        slot: What reads it without a warning.
    """

    def __init__(self, name: str, slot: Any) -> None:
        self._name = name
        self._slot = slot

    def __get__(self, event: Any, owner: type) -> Any:
        if event is None:
            return self
        if not _is_internal(sys._getframe(1)):
            warn_caller(f"{owner.__name__}.{self._name} is deprecated")
        return self._slot.__get__(event, owner)

    def __set__(self, event: Any, value: Any) -> None:
        self._slot.__set__(event, value)


def warn_of_deprecated(what: str, whole: bool, arguments: Sequence[tuple[str, Any, Any]]) -> None:
    """Emit one DeprecationWarning, if a call or a message uses what is deprecated.

    Args:
        what: The call, such as "voices.get()", or the message.
        whole: Whether all of it is deprecated.
        arguments: Name, value, and what is deprecated of each: True, or what `_used` takes.
    """
    used = [part for name, value, parts in arguments for part in _used(name, value, parts)]
    if whole or used:
        warn_caller(
            f"{what} is deprecated"
            if whole
            else f"{what}: deprecated: {', '.join(dict.fromkeys(used))}"
        )


def _used(name: str, value: Any, parts: Any) -> Iterator[str]:
    """Yield what a value uses of what is deprecated.

    Args:
        name: Where it is.
        value: The value.
        parts: True for all of it; or deprecated values under "", and parts of fields by their names in JSON.
    """
    if value is UNSET or value is None:
        return
    if parts is True:
        yield name
        return
    if isinstance(value, Sequence) and not isinstance(value, (str, bytes, bytearray, memoryview)):
        for entry in value:
            yield from _used(name, entry, parts)
        return
    given: Any = cast("Any", value).to_dict() if hasattr(type(value), "to_dict") else value
    if isinstance(given, Mapping):
        for key, inner in parts.items():
            if key and key in given:
                yield from _used(f"{name}.{key}", given[key], inner)
    elif given in parts.get("", ()):
        yield f"{name}={given!r}"
