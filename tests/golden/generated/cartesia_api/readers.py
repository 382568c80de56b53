# Copied from scripts/codegen/runtime/readers.py: edit that file.
"""What makes the values of the fields of models: of JSON, which must fit, or of what a program gives, which need not."""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from datetime import date, datetime
from io import BytesIO
from typing import Any, Literal, Union, get_args, get_origin

from .record import Record
from .types import File

Reader = Callable[[Any], Any]
"""Makes the value of a field of what JSON has for it."""


def reader(hint: Any, owned: bool = False) -> Reader | None:
    """Return what reads a value of a type, None if it stays as JSON has it. Unknown values of enums pass.

    Args:
        hint: The type.
        owned: The JSON was decoded for this alone. Models keep its dicts instead of copies, and a value that does not fit is
            left half read.
    """
    kind, arguments = get_origin(hint), get_args(hint)
    if hint is datetime:
        return _moment
    if hint is date:
        return _day
    if isinstance(hint, type) and issubclass(hint, Record):
        own: Callable[[bool], Reader] | None = getattr(hint, "_reader", None)
        return own(owned) if own else hint.from_dict  # of models, or of events
    if hint is File:
        return lambda data: File(payload=BytesIO(data))
    if kind is list and (read := reader(arguments[0], owned)):
        return _list_reader(read)
    if kind is Literal and len(arguments) == 1:
        return _constant_reader(arguments[0])
    if kind in (Union, types.UnionType):
        return _union_reader(arguments)
    return None


def _list_reader(read: Reader) -> Reader:
    def read_all(data: Any) -> Any:
        if type(data) is not list and not isinstance(
            data, (list, tuple)
        ):  # an empty object or text is no empty list
            raise TypeError(f"expected a list, got {type(data).__name__}")
        return list(map(read, data))

    return read_all


def _moment(data: Any) -> datetime:
    """Return a time, of JSON or as `model_dump` has it."""
    if type(data) is not str and isinstance(
        data, datetime
    ):  # pages hold many: the cheap question comes first
        return data
    return datetime.fromisoformat(data)


def _day(data: Any) -> date:
    """Return a date, of JSON or as `model_dump` has it."""
    return data if isinstance(data, date) else date.fromisoformat(data)


def _constant_reader(constant: Any) -> Reader:
    def read(data: Any) -> Any:
        if data != constant:
            raise ValueError(f"expected {constant!r}")
        return data

    return read


def _union_reader(members: tuple[Any, ...]) -> Reader | None:
    """Read a union: an object as the first model that it fits, a list as the list, a date as such. All else passes, if there are
    other members: what may be absent or something else must not make a response unusable. An object that is none of several
    models passes, too: the service may add kinds."""
    members = tuple(
        sorted(members, key=lambda member: member is datetime)
    )  # which would read a date, too
    readers = [each for member in members if (each := reader(member)) is not None]
    if not readers:
        return None
    passes = any(reader(member) is None for member in members)
    choices = sum(isinstance(member, type) and issubclass(member, Record) for member in members)

    def read(data: Any) -> Any:
        if data is None and type(None) in members:
            return None
        fault: Exception | None = None
        for each in readers:
            try:
                return each(data)
            except Exception as error:  # the next member may fit
                fault = fault or error
        if passes or (
            choices > 1 and isinstance(data, Mapping)
        ):  # a kind of object that is newer than this client
            return data
        raise ValueError(str(fault))

    return read


def constructed(hint: Any, value: Any) -> Any:
    """Return a value of a type, without a check: what is no object, list or date of that type stays as it is."""
    kind, arguments = get_origin(hint), get_args(hint)
    if isinstance(hint, type) and issubclass(hint, Record):
        is_object = isinstance(value, Mapping) and all(isinstance(name, str) for name in value)
        return hint._constructed(value) if is_object else value
    if kind is list:
        return (
            [constructed(arguments[0], entry) for entry in value]
            if isinstance(value, list)
            else value
        )
    if (read := reader(hint)) is not None:
        try:
            if (found := read(value)) is not value:
                return found
        except Exception:  # it does not fit; a date, for one, stays a text
            pass
    if kind in (Union, types.UnionType):
        return next(
            (found for each in arguments if (found := constructed(each, value)) is not value), value
        )
    return value
