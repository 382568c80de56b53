"""Recorded traffic: HAR files and the journal of record.py, read as exchanges and socket sessions."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from .har import from_har
from .items import Body, Exchange, Frame, Session, Traffic, TrafficError, Unreadable, is_text, parts, readable

__all__ = [
    "Body", "Exchange", "Frame", "Session", "Traffic", "TrafficError", "Unreadable", "from_records", "is_text", "parts",
    "read", "readable",
]  # fmt: skip


def read(text: str) -> list[Traffic]:
    """Return the traffic in a HAR file or a journal. An entry that is malformed is Unreadable, and the others are read.

    Raises:
        TrafficError: The text is neither.
    """
    try:
        har = json.loads(text)
    except (ValueError, RecursionError):
        har = None
    if isinstance(har, dict) and isinstance(har.get("log"), dict):
        found = list(from_har(har["log"]))
    else:
        found = _guarded(from_records, _lines(text))
    wrong = [item for item in found if isinstance(item, Unreadable)]
    if wrong and len(wrong) == len(found):
        raise TrafficError(f"this is neither a HAR file nor a journal of this client: entry 1: {wrong[0].why}")
    return found


def _guarded(reader: Any, source: Any) -> list[Traffic]:
    try:
        return list(reader(source))
    except (KeyError, TypeError, AttributeError) as error:
        why = f"the field {error} is missing" if isinstance(error, KeyError) else str(error)
        raise TrafficError(f"this is neither a HAR file nor a journal of this client: {why}") from error


def _lines(text: str) -> Iterator[Mapping[str, Any]]:
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except ValueError as error:
            raise TrafficError(
                f"this is neither a HAR file nor a journal of this client: line {number} is not JSON ({error})"
            ) from error
        if not isinstance(record, dict) or record.get("kind") not in ("http", "socket", "frame", "close"):
            raise TrafficError(
                f"this is neither a HAR file nor a journal of this client: line {number} is not a record"
            )
        yield record


# -- the journal ------------------------------------------------------------------------------------------------------


def from_records(records: Iterable[Mapping[str, Any]]) -> Iterator[Exchange | Session]:
    """Return the traffic in the records of a journal, in their order. Numbers are lines, from 1."""
    sessions: dict[int, Session] = {}
    result: list[Exchange | Session] = []
    for number, record in enumerate(records, 1):
        if record["kind"] == "http":
            request, response = record["request"], record.get("response") or {}
            result.append(
                Exchange(
                    number,
                    request["method"],
                    request["url"],
                    _lower(request["headers"].items()),
                    _journal_body(request.get("body")),
                    response.get("status"),
                    _lower(response.get("headers", {}).items()),
                    _journal_body(response.get("body")),
                )
            )
        elif record["kind"] == "socket":
            session = Session(number, record["url"], _lower(record["headers"].items()), record["status"])
            sessions[record["socket"]] = session
            result.append(session)
        elif record["kind"] == "frame":
            sent = record["direction"] == "sent"
            sessions[record["socket"]].add(Frame(number, sent, record.get("text")))
    return iter(result)


def _journal_body(record: Mapping[str, Any] | None) -> Body | None:
    if record is None:
        return None
    form = [(name, text) for name, text in record["form"]] if "form" in record else None
    return Body(record.get("text"), form, record["bytes"], record.get("truncated", False))


def _lower(headers: Iterable[tuple[str, str]]) -> dict[str, str]:
    return {name.lower(): value for name, value in headers}
