# Copied from scripts/codegen/runtime/frames.py: edit that file.
"""The fields of the frames that a socket sends for a context: which there are, and what each may be."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Collection, Mapping
from itertools import compress, repeat
from operator import is_not
from types import MappingProxyType
from typing import Any, TypeVar, cast

import msgspec

from .arguments import InvalidRequestError, check
from .bodies import (
    NO_FORMER,
    NO_GONE,
    Former,
    Gone,
    Keys,
    check_keys,
    json_field,
    json_text,
    without_former,
)
from .deprecation import warn_of_deprecated
from .types import UNSET

M = TypeVar("M", bound=Callable[..., Any])
_PLACES = {
    "transcript": "goes with each piece of text: pass it to push(), send() or speak()",
    "continue_": "goes with a piece of text: pass it to push() or send()",
    "flush": "goes with a piece of text: pass it to push() or send(), or call flush()",
    "context_id": "cannot change within a context; pass it to context()",
    "timeout": "is an option of context() and of what reads",
    "cancel": "is not a field of text: call cancel() of the context",
}
"""What is passed elsewhere, and where."""
_encoded = msgspec.json.Encoder().encode
_NEWER = "a field that is newer than this client goes into extra_body"


class FrameFields:
    """The fields of a request on a socket, in one version of the API."""

    # An unknown keyword argument is a slip, and is refused with the name that was meant. Objects are open: a key that is none
    # of the known ones, and not nearly one, may be newer than this client, and is sent.

    def __init__(
        self,
        kinds: Mapping[str, str],
        nested: Mapping[str, Keys],
        former: Former = NO_FORMER,
        gone: Gone = NO_GONE,
        deprecated: Mapping[str, Any] = MappingProxyType({}),
    ) -> None:
        self._kinds = kinds
        """JSON name of each field, and the types that `arguments.check` allows."""
        self._nested = nested
        """Keys of the fields that are objects."""
        self._former = former
        """Keys that such an object had in older versions; they are left out."""
        self._gone = gone
        """Keys that it had in older versions, for errors."""
        self._deprecated = deprecated
        """What is deprecated of each field, as `warn_of_deprecated` takes it."""

    def given(
        self, method: str, fields: Mapping[str, Any], extra_body: Mapping[str, Any] | None = None
    ) -> dict[str, Any]:
        """Return the JSON values of the fields that are set.

        Args:
            method: The method that they are passed to, for errors.
            fields: The fields by JSON name; UNSET where none is given.
            extra_body: Further fields, which win.

        Raises:
            InvalidRequestError: One is of another type, or cannot be sent. The message names it.
        """
        # Nearly all fields are UNSET with each piece of text, so they are left out without a step of the interpreter for each.
        set_ = compress(fields.items(), map(is_not, fields.values(), repeat(UNSET)))
        found = {
            name: without_former(name, _json(name, value), self._former) for name, value in set_
        }
        check(method, *[(name, value, self._kinds[name]) for name, value in found.items()])
        for name, value in found.items():
            if name in self._nested:
                check_keys(f"{method}: {name}", value, self._nested[name], self._gone.get(name, {}))
        if not self._deprecated.keys().isdisjoint(found):
            rows = [(name, found.get(name), parts) for name, parts in self._deprecated.items()]
            warn_of_deprecated(f"{method}()", False, rows)
        return found if extra_body is None else found | self._extra(method, extra_body)

    def _extra(self, method: str, extra_body: Any) -> dict[str, Any]:
        if not issubclass(
            type(extra_body), Mapping
        ):  # isinstance() asks the value, which may be code of the caller
            raise InvalidRequestError(
                f"{method}: extra_body must be a dict, not {type(extra_body).__name__}"
            )
        found: dict[str, Any] = json_field("extra_body", extra_body)
        for name in found:
            if place := _PLACES.get("continue_" if name == "continue" else name):
                raise InvalidRequestError(
                    f"{method}: extra_body cannot hold {name!r}, which {place}"
                )
        return found

    def method(self, function: M) -> M:
        """Make a method refuse unknown keyword arguments before anything is sent, and say what was meant."""
        known = [name for name in inspect.signature(function).parameters if name != "self"]
        names = frozenset(known)

        def checked(given: Mapping[str, Any]) -> dict[str, Any]:
            if not given.keys() <= names:
                raise self._unknown(
                    function.__name__, next(name for name in given if name not in names), known
                )
            return {name: value for name, value in given.items() if value is not UNSET}

        @functools.wraps(function)
        def call(*args: Any, **given: Any) -> Any:
            return function(*args, **checked(given))

        @functools.wraps(function)
        async def acall(*args: Any, **given: Any) -> Any:
            return await function(*args, **checked(given))

        return cast("M", acall if inspect.iscoroutinefunction(function) else call)

    def _unknown(self, method: str, name: str, known: Collection[str]) -> InvalidRequestError:
        """Return the error for a keyword argument that a method does not have."""
        from difflib import get_close_matches  # hardly a program needs it

        inner = {key: field for field, keys in self._nested.items() for key in keys}
        near = next(iter(get_close_matches(name, [*known, *_PLACES, *inner], 1)), None)
        if near in known:
            meant = f"did you mean {near!r}?"
        elif near in _PLACES:
            meant = f"{near} {_PLACES[near]}"
        elif near in inner:
            meant = f"did you mean {inner[near]}={{{near!r}: ...}}?"
        else:
            meant = f"they are {', '.join(known)}"
        return InvalidRequestError(
            f"{method}: {name!r} is not among the fields; {meant} ({_NEWER})"
        )


def frame_text(frame: dict[str, Any]) -> str:
    """Return the fields of a frame that are not None as JSON. `json_field` has refused what this would send as something else."""
    # `json.JSONEncoder` makes an encoder for each frame, and takes longer for it than all else does that sends one.
    if None in frame.values():
        frame = {name: value for name, value in frame.items() if value is not None}
    try:
        return _encoded(frame).decode()
    except TypeError:  # a subclass of str or int
        return json_text(frame)


def _json(name: str, value: Any) -> Any:
    return value if value is None or type(value) is bool else json_field(name, value)
