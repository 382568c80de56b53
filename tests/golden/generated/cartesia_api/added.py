# Copied from scripts/codegen/runtime/added.py: edit that file.
"""Fields that a service adds to its messages: the decoders of events refuse them, so that they need not look for them in each."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar, get_args

import msgspec

S = TypeVar("S", bound=msgspec.Struct)
NONE: Mapping[str, Any] = MappingProxyType({})


class _Form(NamedTuple):
    """What a struct knows of its message."""

    known: frozenset[str]
    """Names of its fields in JSON."""
    within: tuple[tuple[str, str, type[msgspec.Struct]], ...]
    """Fields that hold other structs, or lists of them: the name in JSON, that in Python, and the struct."""


@functools.cache
def _form(kind: type[msgspec.Struct]) -> _Form:
    fields, tag = msgspec.structs.fields(kind), kind.__struct_config__.tag_field
    within = [
        (field.encode_name, field.name, found) for field in fields for found in _structs(field.type)
    ]
    return _Form(frozenset([tag or "", *kind.__struct_encode_fields__]), tuple(within))


def _structs(hint: Any) -> Iterator[type[msgspec.Struct]]:
    """Yield the structs within a type."""
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        yield hint
    for inner in get_args(hint):
        yield from _structs(inner)


def known_part(kind: type[msgspec.Struct], value: Any) -> Any:
    """Return the JSON value of a message without the fields that its struct does not know."""
    if isinstance(value, list):
        return [known_part(kind, entry) for entry in value]
    if not isinstance(value, Mapping):
        return value
    form = _form(kind)
    part = {name: entry for name, entry in value.items() if name in form.known}
    for name, _, inner in form.within:
        if name in part:
            part[name] = known_part(inner, part[name])
    return part


def kind_of(union: Any, value: Any) -> type[Any] | None:
    """Return the struct of a union whose tag a JSON value has."""
    for kind in get_args(union) or (union,):
        config = kind.__struct_config__
        if isinstance(value, Mapping) and value.get(config.tag_field) == config.tag:
            return kind  # type: ignore[no-any-return]  # of a union of structs
    return None


def struct_of(kind: type[S], value: Any) -> S:
    """Return the struct of a JSON value, which keeps the fields that it does not know.

    Raises:
        msgspec.ValidationError: A field is missing or has another form.
    """
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError:
        part = known_part(kind, value)
    event = msgspec.convert(part, kind)
    _keep(event, value)
    return event


def _keep(event: Any, value: Any) -> None:
    """Give an event, and those within it, the fields of its JSON value that they do not know."""
    if isinstance(event, list):
        for each, entry in zip(event, value, strict=True):
            _keep(each, entry)
    elif isinstance(event, msgspec.Struct):
        form = _form(type(event))
        keep(event, {name: entry for name, entry in value.items() if name not in form.known})
        for name, python, _ in form.within:
            _keep(getattr(event, python), value.get(name))


def keep(event: Any, fields: Mapping[str, Any]) -> None:
    """Give an event fields that the contract does not have."""
    if fields:
        event.__dict__["_added"] = dict(fields)


def added(event: Any) -> Mapping[str, Any]:
    """Return the fields of an event that the contract does not have."""
    found: Mapping[str, Any] = event.__dict__.get("_added", NONE)
    return found
