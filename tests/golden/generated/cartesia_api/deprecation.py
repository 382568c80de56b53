# Copied from scripts/codegen/runtime/deprecation.py: edit that file.
"""Warnings of what the service will remove."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from .types import UNSET

__all__ = ["DeprecatedField", "warn_of_deprecated"]


class DeprecatedField:
    """A field of a model that warns when its value is read. It is absent from the class if it has no default."""

    def __init__(self, name: str, default: Any) -> None:
        self._name = name
        self._default = default

    def __get__(self, model: Any, owner: type) -> Any:
        if model is not None and self._name in model.__dict__:
            warnings.warn(
                f"{owner.__name__}.{self._name} is deprecated", DeprecationWarning, stacklevel=2
            )
        found = self._default if model is None else model.__dict__.get(self._name, self._default)
        if found is UNSET:
            raise AttributeError(f"{owner.__name__!r} has no {self._name!r}")
        return found

    def __set__(self, model: Any, value: Any) -> None:
        model.__dict__[self._name] = value


def warn_of_deprecated(method: str, whole: bool, arguments: Sequence[tuple[str, Any, Any]]) -> None:
    """Emit one DeprecationWarning for the caller of a method, if the call uses what is deprecated.

    Args:
        method: The method, such as "voices.get".
        whole: Whether the method itself is deprecated.
        arguments: Name, value, and what is deprecated of each: True, or what `_used` takes.
    """
    used = [part for name, value, parts in arguments for part in _used(name, value, parts)]
    if whole or used:
        text = (
            f"{method}() is deprecated"
            if whole
            else f"{method}(): deprecated: {', '.join(dict.fromkeys(used))}"
        )
        warnings.warn(text, DeprecationWarning, stacklevel=3)


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
