"""Which changes affect a program: those of the operations, arguments, fields, models and values that it refers to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from ..contract import Doc, endpoints
from ..diff.change import Change, Use
from ..diff.changelog import edit
from ..diff.equivalence import equivalent
from ..diff.keywords import ALIASES
from ..diff.normalize import Document
from ..diff.rules import VERDICTS, Kind
from .meanings import ERRORS
from .program import Reference, Unfollowed, keyword, python_files
from .scan import scan

_SENT = ("parameters", "body", "send")
_FILLED_IN = ("context_id", "continue")  # by the contexts of a socket


@dataclass
class Impact:
    """A change, and the places of a program that it affects."""

    change: Change
    places: list[tuple[Reference, str]]
    """Where, and the edit to make."""


@dataclass
class Upgrade:
    """What a program has to do to move from one contract to another."""

    impacts: list[Impact]
    references: list[Reference]
    unreadable: list[str]
    """Files that are not Python, with the reason."""
    unfollowed: list[Unfollowed] = field(default_factory=list)
    """Places where a client or a response goes where it is not followed."""


def find_impacts(path: Path, old: Doc, new: Doc, changes: Sequence[Change]) -> Upgrade:
    """Read the code under `path`, and keep the changes that affect it."""
    methods, positional = methods_of(old)
    references: list[Reference] = []
    unreadable = []
    unfollowed: list[Unfollowed] = []
    for file in python_files(path, notebooks=True):
        try:
            found, left = scan(file, methods, positional)
            references, unfollowed = [*references, *found], [*unfollowed, *left]
        except (SyntaxError, ValueError, OSError, RecursionError, LookupError, TypeError) as error:
            unreadable.append(f"{file}: {error}")
    pages = {each.name for each in endpoints(old) if each.node.get("x-shape") == "pages"}
    references = [_as_iterated(each) if each.owner in pages else each for each in references]
    models, iterated = {each.owner for each in references if each.kind in ("model", "field")}, _iterated(old)
    impacts = []
    for change in (*_removed_models(models, old, new), *changes):
        places: dict[tuple[Path, int], tuple[Reference, str]] = {}
        for reference, name in _affected(change, references, iterated):
            places.setdefault((reference.file, reference.line), (reference, edit(change, name)))
        if places:
            impacts.append(Impact(change, [places[key] for key in sorted(places)]))
    impacts.sort(key=lambda impact: VERDICTS.index(impact.change.verdict))
    return Upgrade(impacts, references, unreadable, unfollowed)


def _as_iterated(reference: Reference) -> Reference:
    """Return a field of `page.data[0]` as the field of an item that iterating over pages yields."""
    inside = reference.kind == "response" and reference.path[:1] == ("data",) and len(reference.path) > 1
    return replace(reference, path=reference.path[1:]) if inside else reference


# -- what the contract says about a program --------------------------------------------------------------------------


def methods_of(doc: Doc) -> tuple[dict[tuple[str, ...], str], dict[str, list[str]]]:
    """Return the dotted names that call an operation, and the arguments of each that need no keyword."""
    methods: dict[tuple[str, ...], str] = {}
    positional = {}
    for endpoint in endpoints(doc):
        parts = tuple(endpoint.name.split("."))
        positional[endpoint.name] = [keyword(name) for name in re.findall(r"\{([^}]+)\}", endpoint.path)[-1:]]
        if endpoint.is_socket:
            methods[(*parts, "websocket")] = endpoint.name
            methods[parts] = methods[(*parts[:-1], f"{parts[-1]}_connect")] = endpoint.name
            continue
        methods[parts] = methods[(*parts[:-1], f"{parts[-1]}_stream")] = endpoint.name
        if endpoint.node.get("x-find") is not None:
            methods[(*parts[:-1], "find")] = endpoint.name
        methods |= {tuple(str(name).split(".")): endpoint.name for name in endpoint.node.get(ALIASES) or ()}
        for function in ("sync", "sync_detailed", "asyncio", "asyncio_detailed"):
            methods["_".join(parts), function] = endpoint.name
    return methods, positional


def _iterated(doc: Doc) -> set[str]:
    """Return the operations whose method yields what is under `data`: items of pages, content of events."""
    return {each.name for each in endpoints(doc) if each.node.get("x-shape") in ("pages", "events")}


def _removed_models(models: Iterable[str], old: Doc, new: Doc) -> Iterator[Change]:
    """Yield the models that the program names and that the new contract does not have, or has under a new name."""
    before, after = (doc.get("components", {}).get("schemas", {}) for doc in (old, new))
    for name in sorted(models):
        if name in before and name not in after:
            one, other = Document(old), Document(new)
            twins = [twin for twin in after if twin not in before and equivalent(one, before[name], other, after[twin])]
            kind = Kind.MODEL_RENAMED if twins else Kind.MODEL_REMOVED
            yield Change(kind, "call", name, {"new": twins[0]} if twins else {}, [Use("", "model")])


# -- what a change affects --------------------------------------------------------------------------------------------
#
# Each function yields the references that a change affects. All err on the side of silence where the program cannot be
# seen to use what changed: a report that names every call would not be read.


def _affected(change: Change, references: Sequence[Reference], iterated: set[str]) -> Iterator[tuple[Reference, str]]:
    """Yield the references that a change affects, with the name by which the program knows what changed."""
    if _is_harmless(change):
        return
    if change.kind in (Kind.MODEL_REMOVED, Kind.MODEL_RENAMED):
        models = [each for each in references if each.kind == "model" and each.owner == change.subject]
        yield from ((each, change.subject) for each in models)
        return
    yield from _of_models(change, references)
    for use in change.uses:
        mine = [each for each in references if each.owner == (ERRORS if use.part == "error" else use.operation)]
        path = tuple(keyword(name) for name in use.path if name != "*")
        name = path[-1] if path else use.operation
        yield from ((each, name) for each in _of_use(change, use, path, mine, iterated))


def _is_harmless(change: Change) -> bool:
    """Return whether no program is affected. An addition affects those that compare a response with what they know."""
    if change.verdict == "additive":
        return change.direction not in ("receive", "error") or change.kind.rule.affects != "comparers"
    return change.verdict == "docs"


def _of_models(change: Change, references: Sequence[Reference]) -> Iterator[tuple[Reference, str]]:
    """Yield fields of models that are built or read, and models whose values were removed."""
    values_removed = change.kind in (Kind.ENUM_VALUE_REMOVED, Kind.ENUM_CLOSED)
    for each in references:
        if each.kind == "field" and change.subject == ".".join((each.owner, *each.path)):
            if change.kind.rule.affects != "omitters" and not _unaffected(change, each):
                yield each, each.path[-1]
        elif values_removed and each.kind == "model" and change.subject == each.owner:
            yield each, each.owner


def _of_use(
    change: Change, use: Use, path: tuple[str, ...], references: Sequence[Reference], iterated: set[str]
) -> Iterator[Reference]:
    """Yield references of one operation, by the part of it in which it meets the change."""
    if change.kind in (Kind.SECOND_NAME_REMOVED, Kind.OPERATION_RENAMED_SOFTLY):
        gone = str(change.facts.get("value", change.facts.get("old"))).rpartition(".")[2]
        yield from (each for each in references if each.kind == "call" and each.code.endswith(f".{gone}(...)"))
    elif use.part == "call":
        is_name = change.kind in (Kind.OPERATION_REMOVED, Kind.OPERATION_RENAMED)
        yield from (each for each in references if each.kind == "call" or (is_name and each.kind == "name"))
    elif use.part not in _SENT:
        yield from _reading(
            change, path[1:] if use.operation in iterated and path[:1] == ("data",) else path, references
        )
    elif change.kind.rule.affects == "omitters":
        yield from _omitting(change, path, references)
    elif change.kind is Kind.DEFAULT_CHANGED:
        yield from _relying_on_default(path, references)
    else:
        yield from _passing(change, path, references)


def _omitting(change: Change, path: tuple[str, ...], references: Sequence[Reference]) -> Iterator[Reference]:
    """Yield calls that do not pass what is required now. What a socket sends may be passed by any call of the file."""
    is_socket = change.uses[0].part == "send"
    if is_socket and path[-1] in _FILLED_IN:
        return
    reported: set[Path] = set()
    for call in references:
        if call.kind == "call" and call.file not in reported and _omits(call, path, references, is_socket=is_socket):
            reported |= {call.file} if is_socket else set()
            yield call


def _omits(call: Reference, path: tuple[str, ...], references: Sequence[Reference], *, is_socket: bool) -> bool:
    """Return whether a call passes the object that a field belongs to, but not the field."""
    passed = [each for each in references if each.kind == "argument" and each.file == call.file]
    passed = [each for each in passed if is_socket or each.call == call.call]
    given = {each.path for each in passed}
    if path in given or any(each.open and path[: len(each.path)] == each.path for each in passed):
        return False
    if is_socket and not any(each.call == call.call for each in passed):
        return False  # it opens the socket, or ends something
    return len(path) == 1 or path[:-1] in given


def _relying_on_default(path: tuple[str, ...], references: Sequence[Reference]) -> Iterator[Reference]:
    """Yield calls that do not pass a field, but pass the object that it belongs to."""
    for call in references:
        given = {each.path for each in references if each.kind == "argument" and each.call == call.call}
        if call.kind == "call" and path not in given and (len(path) == 1 or path[:-1] in given):
            yield call


def _passing(change: Change, path: tuple[str, ...], references: Sequence[Reference]) -> Iterator[Reference]:
    """Yield arguments that are passed and have changed; for a change of the whole, calls."""
    as_whole = not path and change.kind.rule.affects == "users"
    for each in references:
        if each.kind == "call" and as_whole:
            yield each
        if each.kind != "argument" or not path:
            continue
        exact = each.path == path and not _unaffected(change, each)
        around = each.open and len(each.path) < len(path) and path[: len(each.path)] == each.path
        if exact or around:
            yield each


def _reading(change: Change, path: tuple[str, ...], references: Sequence[Reference]) -> Iterator[Reference]:
    """Yield fields of responses that are read; for a change of a response as a whole, calls."""
    for each in references:
        if change.verdict == "additive":
            # The tag of an event stands in the event.
            affected = each.value is not ... and each.kind == "response" and each.path in (path, (*path, "type"))
        else:
            affected = each.kind == ("response" if path else "call") and each.path[: len(path)] == path
        if affected and not _unaffected(change, each):
            yield each


def _unaffected(change: Change, reference: Reference) -> bool:
    """Return whether the change leaves the literal at this place as it is."""
    value, facts = reference.value, change.facts
    if value is ...:
        # A value that a response no longer has affects those who compare with it.
        return change.kind is Kind.ENUM_VALUE_REMOVED and reference.kind == "response"
    if change.kind is Kind.ENUM_VALUE_REMOVED:
        return bool(value != facts["value"])
    if change.kind is Kind.ENUM_CLOSED:
        return value in facts.get("values", ())
    if change.kind is Kind.NULL_REMOVED:
        return value is not None
    if change.kind is Kind.LIMIT_TIGHTENED and facts["new"] is not None:
        return _is_within(value, facts["keyword"], facts["new"])
    return False


def _is_within(value: Any, keyword: str, limit: Any) -> bool:
    size = len(value) if isinstance(value, str) else value
    if isinstance(size, (int, float)) and keyword in ("maximum", "maxLength"):
        return bool(size <= limit)
    if isinstance(size, (int, float)) and keyword in ("minimum", "minLength"):
        return bool(size >= limit)
    return False
