"""Which changes concern a program: those of the operations, arguments, fields, models and values that it touches."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ..contract import Doc, endpoints
from ..diff.change import Change, Use
from ..diff.changelog import edit, sentence
from ..diff.equivalence import equivalent
from ..diff.normalize import Document
from ..diff.rules import VERDICTS, Kind
from .names import ERRORS
from .scan import Touch, files, keyword, scan

_SENT = ("parameters", "body", "send")
_FILLED = ("context_id", "continue")  # by the contexts of a socket, whoever uses them


@dataclass
class Concern:
    """A change, and the places of a program that it concerns."""

    change: Change
    places: list[tuple[Touch, str]]
    """Where, and the edit to make."""


@dataclass
class Upgrade:
    """What a program has to do to move from one contract to another."""

    concerns: list[Concern]
    touches: list[Touch]
    unread: list[str]
    """Files that are not Python, with the reason."""


def upgrade(path: Path, old: Doc, new: Doc, changes: Sequence[Change]) -> Upgrade:
    """Reads the code under `path` and keeps the changes that concern it."""
    methods, positional = _methods(old)
    touches: list[Touch] = []
    unread = []
    for file in files(path):
        try:
            touches += scan(file, methods, positional)
        except (SyntaxError, ValueError) as error:
            unread.append(f"{file}: {error}")
    models = {touch.owner for touch in touches if touch.kind in ("model", "field")}
    found = []
    for change in (*_models_gone(models, old, new), *changes):
        places: dict[tuple[Path, int], tuple[Touch, str]] = {}
        for touch, name in _concerned(change, touches, _iterated(old)):
            places.setdefault((touch.file, touch.line), (touch, edit(change, name)))
        if places:
            found.append(Concern(change, [places[key] for key in sorted(places)]))
    found.sort(key=lambda concern: VERDICTS.index(concern.change.verdict))
    return Upgrade(found, touches, unread)


def _methods(doc: Doc) -> tuple[dict[tuple[str, ...], str], dict[str, list[str]]]:
    """Dotted names that call an operation, and the arguments of each that need no keyword."""
    methods: dict[tuple[str, ...], str] = {}
    positional = {}
    for endpoint in endpoints(doc):
        parts = tuple(endpoint.name.split("."))
        positional[endpoint.name] = [keyword(name) for name in re.findall(r"\{([^}]+)\}", endpoint.path)]
        if endpoint.is_socket:
            methods[(*parts, "websocket")] = endpoint.name
            methods[parts] = methods[(*parts[:-1], f"{parts[-1]}_connect")] = endpoint.name
            continue
        methods[parts] = methods[(*parts[:-1], f"{parts[-1]}_stream")] = endpoint.name
        for function in ("sync", "sync_detailed", "asyncio", "asyncio_detailed"):
            methods["_".join(parts), function] = endpoint.name
    return methods, positional


def _iterated(doc: Doc) -> set[str]:
    """Operations whose method gives what is under `data`: the items of pages, the content of events."""
    return {one.name for one in endpoints(doc) if one.node.get("x-shape") in ("pages", "events")}


def _models_gone(models: Iterable[str], old: Doc, new: Doc) -> Iterator[Change]:
    """Models that the program names and that the new contract does not have, with their new name if they have one."""
    before, after = (doc.get("components", {}).get("schemas", {}) for doc in (old, new))
    for name in sorted(models):
        if name in before and name not in after:
            one, other = Document(old), Document(new)
            twins = [twin for twin in after if twin not in before and equivalent(one, before[name], other, after[twin])]
            kind = Kind.MODEL_RENAMED if twins else Kind.MODEL_REMOVED
            yield Change(kind, "call", name, {"new": twins[0]} if twins else {}, [Use("", "model")])


def _concerned(change: Change, touches: Sequence[Touch], iterated: set[str]) -> Iterator[tuple[Touch, str]]:
    """The touches that a change concerns, with the name under which the program knows what changed."""
    answers = change.direction in ("receive", "error")
    if change.verdict == "docs" or (
        change.verdict == "additive" and not (answers and change.kind.rule.affects == "comparers")
    ):
        return
    if change.kind in (Kind.MODEL_REMOVED, Kind.MODEL_RENAMED):
        yield from (
            (touch, change.subject) for touch in touches if (touch.kind, touch.owner) == ("model", change.subject)
        )
        return
    yield from _of_models(change, touches)
    for use in change.uses:
        mine = [touch for touch in touches if touch.owner == (ERRORS if use.part == "error" else use.operation)]
        path = tuple(keyword(name) for name in use.path if name != "*")
        name = path[-1] if path else use.operation
        found: Iterable[Touch]
        if use.part in _SENT:
            found = (
                _unpassed(change, path, mine) if change.kind.rule.affects == "omitters" else _passed(change, path, mine)
            )
        elif use.part == "call":
            found = [touch for touch in mine if touch.kind == "call"]
        else:
            shown = path[1:] if use.operation in iterated and path[:1] == ("data",) else path
            found = _read(change, shown, mine)
        yield from ((touch, name) for touch in found)


def _of_models(change: Change, touches: Sequence[Touch]) -> Iterator[tuple[Touch, str]]:
    """Fields of models that are built or read, and models of values that came or went."""
    for touch in touches:
        if touch.kind == "field" and change.subject == ".".join((touch.owner, *touch.path)):
            if change.kind.rule.affects != "omitters" and not _spared(change, touch):
                yield touch, touch.path[-1]
        elif (
            touch.kind == "model"
            and change.subject == touch.owner
            and change.kind in (Kind.ENUM_VALUE_REMOVED, Kind.ENUM_CLOSED)
        ):
            yield touch, touch.owner


def _unpassed(change: Change, path: tuple[str, ...], touches: Sequence[Touch]) -> Iterator[Touch]:
    """Calls that do not pass what must be passed now. What goes over a socket may be passed by any call of the file."""
    socket = change.uses[0].part == "send"
    told: set[Path] = set()
    for call in touches:
        if call.kind != "call" or (socket and (call.file in told or path[-1] in _FILLED)):
            continue
        mine = [one for one in touches if one.kind == "argument" and one.file == call.file]
        mine = [one for one in mine if socket or one.call == call.call]
        given = {touch.path for touch in mine}
        if path in given or any(touch.open and path[: len(touch.path)] == touch.path for touch in mine):
            continue
        if socket and not any(touch.call == call.call for touch in mine):
            continue  # opens the socket, or ends something
        if len(path) == 1 or path[:-1] in given:
            told.add(call.file)
            yield call


def _passed(change: Change, path: tuple[str, ...], touches: Sequence[Touch]) -> Iterator[Touch]:
    """Arguments that are passed and have changed; for a default, calls that count on it."""
    if change.kind == Kind.DEFAULT_CHANGED:
        for call in touches:
            given = {touch.path for touch in touches if touch.kind == "argument" and touch.call == call.call}
            if call.kind == "call" and path not in given and (len(path) == 1 or path[:-1] in given):
                yield call
        return
    for touch in touches:
        if touch.kind == "call" and not path and change.kind.rule.affects not in ("choosers", "comparers"):
            yield touch
        if touch.kind != "argument" or not path:
            continue
        exact = touch.path == path and not _spared(change, touch)
        around = touch.open and len(touch.path) < len(path) and path[: len(touch.path)] == touch.path
        if exact or around:
            yield touch


def _read(change: Change, path: tuple[str, ...], touches: Sequence[Touch]) -> Iterator[Touch]:
    """Fields of answers that are read; changes of an answer as a whole concern whoever reads it."""
    for touch in touches:
        if change.verdict == "additive":
            # The tag of an event stands in the event.
            concerned = touch.value is not ... and touch.kind == "result" and touch.path in (path, (*path, "type"))
        else:
            concerned = touch.kind == ("result" if path else "call") and touch.path[: len(path)] == path
        if concerned and not _spared(change, touch):
            yield touch


def _spared(change: Change, touch: Touch) -> bool:
    """Whether the literal at this place is one that the change leaves alone."""
    value, facts = touch.value, change.facts
    if value is ...:
        # Of an answer, a value that went away concerns those who compare with it.
        return change.kind == Kind.ENUM_VALUE_REMOVED and touch.kind == "result"
    if change.kind == Kind.ENUM_VALUE_REMOVED:
        return bool(value != facts["value"])
    if change.kind == Kind.ENUM_CLOSED:
        return value in facts.get("values", ())
    if change.kind == Kind.NULL_REMOVED:
        return value is not None
    if change.kind == Kind.LIMIT_TIGHTENED and facts["new"] is not None:
        size = len(value) if isinstance(value, str) else value
        if isinstance(size, (int, float)) and facts["keyword"] in ("maximum", "maxLength"):
            return bool(size <= facts["new"])
        if isinstance(size, (int, float)) and facts["keyword"] in ("minimum", "minLength"):
            return bool(size >= facts["new"])
    return False


def as_json(result: Upgrade) -> list[dict[str, Any]]:
    return [
        {
            **concern.change.as_json(),
            "places": [
                {"file": str(touch.file), "line": touch.line, "code": touch.shown, "edit": text}
                for touch, text in concern.places
            ],
        }
        for concern in result.concerns
    ]


def markdown(path: Path, old: str, new: str, result: Upgrade) -> str:
    """The concerns of a program, each with its places and what to do there."""
    lines = [f"# What {path} has to do to move from {old} to {new}", ""]
    if not result.concerns:
        used = len({touch.owner for touch in result.touches if touch.kind == "call"})
        return "\n".join(
            [*lines, f"Nothing: of the {used} operations that it calls, none changed in a way that matters.", ""]
        )
    for concern in _joined(result.concerns):
        said = sentence(concern.change)
        lines.append(f"- **{concern.change.verdict.capitalize()}:** {said[:1].upper()}{said[1:]}.")
        for touch, text in concern.places:
            perhaps = "if it passes it, " if touch.open and touch.kind == "argument" else ""
            lines.append(f"  - {touch.file}:{touch.line} `{touch.shown or touch.owner}`: {perhaps}{text}")
    return "\n".join([*lines, ""])


def _joined(concerns: Sequence[Concern]) -> list[Concern]:
    """The same change of send and receive, told of the same places, is told once."""
    kept: dict[Any, Concern] = {}
    for concern in concerns:
        key = (sentence(concern.change), tuple((touch.file, touch.line) for touch, _ in concern.places))
        kept.setdefault(key, replace(concern))
    return list(kept.values())
