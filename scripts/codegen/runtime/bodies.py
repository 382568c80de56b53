"""Request bodies, built from the keyword arguments of a method."""

from __future__ import annotations

import json
import math
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from enum import Enum
from types import MappingProxyType
from typing import Any

from .arguments import InvalidRequestError
from .files import checked_part
from .types import UNSET, EndlessError, entries, is_uuid, plain

Part = tuple[str, tuple[Any, ...]]


class JSONBody(dict[str, Any]):
    """A JSON body in the form that the generated functions take."""

    def to_dict(self) -> dict[str, Any]:
        """Return the body itself."""
        return self


class FormBody(list[Part]):
    """A multipart form in the form that the generated functions take."""

    def to_multipart(self) -> list[Part]:
        """Return the form itself."""
        return self


Former = Mapping[str, Mapping[str, str]]
"""By the names of fields: keys that older versions required, each with its one text."""
NO_FORMER: Former = MappingProxyType({})
Keys = Mapping[str, bool]
"""The keys that an object may have, and whether it must have them in all of its forms."""
Gone = Mapping[str, Mapping[str, str]]
"""By the names of fields: keys that their objects do not have any more, each with the last version that has it."""
NO_GONE: Gone = MappingProxyType({})
json_text = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
"""Returns a value as JSON. `json.dumps` would make another encoder with these options for each value."""
_PLAIN = frozenset((str, int, float, bool, type(None)))
_TYPO = 0.75
"""How similar an unknown key has to be to a known one to be taken for a slip."""


def json_body(
    fields: Mapping[str, Any],
    former: Former = NO_FORMER,
    keys: Mapping[str, Keys] = MappingProxyType({}),
    gone: Gone = NO_GONE,
) -> Any:
    """Build a JSON body from the fields that are set. Models become JSON objects; dicts are sent without former keys.

    Args:
        fields: The fields, by their names in JSON.
        former: The keys that older versions required of those that are objects.
        keys: The keys that these may have.
        gone: The keys that they had in older versions, for errors.

    Raises:
        InvalidRequestError: A field cannot be sent, or a key of an object is misspelt.
    """
    set_ = {name: json_field(name, value) for name, value in fields.items() if value is not UNSET}
    body = JSONBody((name, without_former(name, value, former)) for name, value in set_.items())
    for name in keys.keys() & body.keys():
        check_keys(name, body[name], keys[name], gone.get(name, {}))
    return body


def check_keys(what: str, value: Any, known: Keys, gone: Mapping[str, str] = MappingProxyType({})) -> None:
    """Raise InvalidRequestError for a key that is nearly one of the known ones, or in place of one that is required.

    Any other unknown key may be newer than this client, and is sent.
    """
    for key in value if isinstance(value, dict) else ():
        if key not in known:
            lacking = [repr(name) for name, is_required in known.items() if is_required and name not in value]
            if lacking and (last := next((name for name in value if name in gone), None)):
                raise InvalidRequestError(
                    f"{what} has no key {last!r} any more, and needs {' and '.join(lacking)}: pass that, or make the client with "
                    f"version={gone[last]!r}, the last Cartesia-Version that has {last!r}"
                )
            from difflib import get_close_matches  # hardly a program needs it

            if near := get_close_matches(str(key), known, 1, _TYPO):
                raise InvalidRequestError(f"{what} has no key {key!r}; did you mean {near[0]!r}?")
            if lacking:
                raise InvalidRequestError(f"{what} has no key {key!r}, and needs {' and '.join(lacking)}")


def without_former(name: str, value: Any, former: Former) -> Any:
    """Return the JSON value of a field without the keys that only older versions required."""
    if name not in former or not isinstance(value, dict):
        return value
    return {key: entry for key, entry in value.items() if former[name].get(key, UNSET) != entry}


def form_body(fields: Mapping[str, Any], files: Sequence[str], file_lists: Sequence[str] = ()) -> Any:
    """Build a form from the fields that are set. A form has no null, so fields that are None are left out too.

    Args:
        fields: The fields, by their names in the form.
        files: Those that are a file.
        file_lists: Those that are a list of files: one part of the form for each.
    """
    parts = FormBody()
    for name, value in fields.items():
        if value is UNSET or value is None:
            continue
        if name in files:
            parts.append((name, checked_part(name, value)))
        elif name in file_lists:
            parts.extend((name, checked_part(name, each)) for each in entries(value, value))
        else:
            parts.extend((part, (None, text)) for part, text in _flat(name, json_field(name, value)))
    return parts


def header_value(value: Any) -> Any:
    """Return what a parameter of the header is sent as. None is as good as UNSET."""
    return UNSET if value is None else to_json(value)


def whole_body(*, client: Any, response: Any) -> bytes:
    """Return the body of a response as it is."""
    found: bytes = response.content
    return found


def with_extra_body(arguments: dict[str, Any], extra: Any) -> dict[str, Any]:
    """Return the arguments of a request with more fields in its body, which win over those that it has.

    Raises:
        InvalidRequestError: They are no fields, or the request has no body.
    """
    if extra is None or extra is UNSET:
        return {**arguments}
    fields = json_field("extra_body", extra)
    if type(fields) is not dict or hasattr(extra, "to_dict") or not all(isinstance(name, str) for name in fields):
        raise InvalidRequestError(f"extra_body must be a dict of fields by their names, got {type(extra).__name__}")
    if not fields:
        return {**arguments}
    if arguments["method"].upper() in ("GET", "HEAD", "DELETE"):
        what = f"{arguments['method'].upper()} {arguments['url']}"
        raise InvalidRequestError(f"{what}: this request has no body for extra_body; pass extra_query instead")
    if "files" not in arguments:
        return {**arguments, "json": {**arguments.get("json", {}), **fields}}
    added = [(part, (None, text)) for name, value in fields.items() for part, text in _flat(name, value)]
    replaced = {part for part, _ in added}
    return {**arguments, "files": [*(each for each in arguments["files"] if each[0] not in replaced), *added]}


_DIGITS = re.compile(r"[0-9]{309}")
"""A number that many readers of JSON take for infinity, as they take 1e999. They reject all of the message."""


def json_field(name: str, value: Any) -> Any:
    """Return the JSON value of an argument.

    Raises:
        InvalidRequestError: JSON or UTF-8 cannot hold it. The message names the field.
    """
    if value is None:
        return None
    found = value
    try:
        if type(value) is str:  # most values are texts
            value.encode()
            return value
        found = to_json(value)
        text = json_text(found)
        text.encode()
        if not (len(text) > 308 and _DIGITS.search(text) and _fault(name, found)):
            return found
        fault = ""
    except EndlessError as error:
        fault = f"{name} {error}"
    except Exception as error:  # a value may be code of the caller
        fault = f"{name} cannot be sent as JSON: {type(error).__name__}"
    try:
        fault = _fault(name, found) or fault
    except RecursionError:
        fault = f"{name} is nested too deeply, or contains itself"
    except InvalidRequestError as error:
        fault = str(error)
    except Exception as error:
        fault = f"{name} cannot be read: {type(error).__name__}"
    raise InvalidRequestError(fault)


def _fault(name: str, value: Any) -> str | None:
    """Return what is wrong with a value, and where in it."""
    inner: list[tuple[str, Any]] = []
    match value:
        case str():
            place = next((place for place, letter in enumerate(value) if "\ud800" <= letter <= "\udfff"), None)
            if place is not None:
                return f"{name} has half of a surrogate pair at character {place}; send whole characters"
        case float() if not math.isfinite(value):
            return f"{name} must be a finite number, not {value}"
        case int() if abs(value) > sys.float_info.max:
            return f"{name} must be a number up to 1.8e308: readers of JSON take a larger one for infinity"
        case None | int() | float():
            pass
        case Mapping():
            for key, entry in _read(name, lambda: [(each, value[each]) for each in entries(value, value)]):
                if not isinstance(key, str):
                    return f"the keys of {name} must be str, not {type(key).__name__}"
                inner += [(f"a key of {name}", key), (f"{name}.{key}", entry)]
        case list() | tuple():
            found = _read(name, lambda: entries(value, value))
            inner = [(f"{name}[{place}]", entry) for place, entry in enumerate(found)]
        case _:
            return f"{name} must be made of str, numbers, bool, None, lists and dicts, not {type(value).__name__}"
    return next((fault for each, entry in inner if (fault := _fault(each, entry)) is not None), None)


def _read(name: str, read: Callable[[], list[Any]]) -> list[Any]:
    """Return what a list or dict holds. Raise InvalidRequestError with its name if it is code of the caller that fails."""
    try:
        return read()
    except EndlessError as error:
        why = str(error)
    except RecursionError:
        raise
    except Exception as error:
        why = f"cannot be read: {type(error).__name__}"
    raise InvalidRequestError(f"{name} {why}")


def to_json(value: Any) -> Any:
    """Return the JSON value of an argument: models as objects, dates in ISO 8601, enums as their values, UUIDs as text.

    Texts and numbers of subclasses, which may show themselves otherwise, become plain ones.
    """
    if type(value) in _PLAIN:
        return value
    if hasattr(value, "to_dict"):
        return value.to_dict()
    if isinstance(value, Mapping):
        return {plain(key): to_json(entry) for key, entry in entries(value, value.items()) if entry is not UNSET}
    if isinstance(value, Sequence) and not isinstance(value, (str, bytes)):
        return [to_json(entry) for entry in entries(value, value)]
    if isinstance(value, date):  # a datetime, too
        return value.isoformat()
    if isinstance(value, Enum):
        return to_json(value.value)
    if is_uuid(value):
        return str(value)
    return plain(value)


def _flat(name: str, value: Any) -> Iterator[tuple[str, str]]:
    """Yield the form fields of a value: brackets for the fields of objects, one field of the same name per list item."""
    if isinstance(value, dict):
        for key, entry in value.items():
            yield from _flat(f"{name}[{key}]", entry)
    elif isinstance(value, list):
        for entry in value:
            yield from _flat(name, entry)
    elif value is not None:
        yield name, str(value).lower() if isinstance(value, bool) else str(value)
