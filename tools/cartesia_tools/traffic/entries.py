"""Recorded traffic: HAR files and the journal of record.py, read as exchanges and socket sessions."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from email.parser import BytesParser
from email.policy import HTTP
from typing import Any


class TrafficError(ValueError):
    """A file is neither a HAR file nor a journal; the message says where it is wrong."""


@dataclass
class Body:
    """The body of a request or response."""

    text: str | None = None
    """The text; None for audio and files, whose size alone is kept."""
    form: list[tuple[str, str | None]] | None = None
    """Names and texts of the parts of a form; the text of a file is None."""
    size: int = 0
    """Length in bytes, also of the part that was truncated."""
    truncated: bool = False
    """Whether the text or form is only the beginning of the body."""


@dataclass
class Exchange:
    """A request, and its response if there is one. Names of headers are in lower case."""

    number: int
    method: str
    url: str
    request_headers: dict[str, str]
    request: Body | None = None
    status: int | None = None
    response_headers: dict[str, str] = field(default_factory=dict)
    response: Body | None = None
    """None if the record has no body."""


@dataclass
class Frame:
    """A message on a socket."""

    number: int
    sent: bool
    """Whether the client sent it."""
    text: str | None
    """None for a binary frame."""


@dataclass
class Session:
    """A socket: its handshake and its frames."""

    number: int
    url: str
    request_headers: dict[str, str]
    status: int = 101
    frames: list[Frame] = field(default_factory=list)


Traffic = Exchange | Session


def read(text: str) -> list[Traffic]:
    """Return the traffic in a HAR file or a journal.

    Raises:
        TrafficError: The text is neither.
    """
    try:
        har = json.loads(text)
    except ValueError:
        har = None
    if isinstance(har, dict) and isinstance(har.get("log"), dict):
        return _guarded(_har, har["log"])
    return _guarded(from_records, _lines(text))


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


def from_records(records: Iterable[Mapping[str, Any]]) -> Iterator[Traffic]:
    """Return the traffic in the records of a journal, in their order. Numbers are lines, from 1."""
    sessions: dict[int, Session] = {}
    result: list[Traffic] = []
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
            sessions[record["socket"]].frames.append(Frame(number, sent, record.get("text")))
    return iter(result)


def _journal_body(record: Mapping[str, Any] | None) -> Body | None:
    if record is None:
        return None
    form = [(name, text) for name, text in record["form"]] if "form" in record else None
    return Body(record.get("text"), form, record["bytes"], record.get("truncated", False))


def _lower(headers: Iterable[tuple[str, str]]) -> dict[str, str]:
    return {name.lower(): value for name, value in headers}


# -- HAR --------------------------------------------------------------------------------------------------------------


def _har(log: Mapping[str, Any]) -> Iterator[Traffic]:
    for number, entry in enumerate(log["entries"], 1):
        request, response = entry["request"], entry["response"]
        headers = _lower((each["name"], each["value"]) for each in request["headers"])
        if "_webSocketMessages" in entry or request["url"].startswith(("ws:", "wss:")):
            frames = [
                Frame(place, each["type"] == "send", each["data"] if each.get("opcode", 1) == 1 else None)
                for place, each in enumerate(entry.get("_webSocketMessages", []), 1)
                if each.get("opcode", 1) in (1, 2)  # other opcodes are control frames
            ]
            yield Session(number, request["url"], headers, response["status"] or 101, frames)
            continue
        response_headers = _lower((each["name"], each["value"]) for each in response["headers"])
        if media := (response.get("content") or {}).get("mimeType"):
            response_headers.setdefault("content-type", media)
        yield Exchange(
            number,
            request["method"],
            request["url"],
            headers,
            _request_body(request.get("postData")),
            response["status"] or None,  # 0 means that there is no response
            response_headers,
            _response_body(response.get("content") or {}),
        )


def _request_body(data: Mapping[str, Any] | None) -> Body | None:
    if data is None:
        return None
    media, text = data.get("mimeType", ""), data.get("text")
    if media.startswith("multipart/form-data"):
        if params := data.get("params"):
            return Body(form=[(each["name"], None if "fileName" in each else each.get("value", "")) for each in params])
        return Body(form=parts(media, text.encode()), size=len(text)) if text else None
    return Body(text=text, size=len(text)) if text is not None else None


def _response_body(content: Mapping[str, Any]) -> Body | None:
    text, size = content.get("text"), max(content.get("size", 0), 0)
    if text is None:
        return Body(size=0) if size == 0 else None  # browsers drop the bodies of some responses
    if content.get("encoding") == "base64":
        raw = base64.b64decode(text)
        return Body(text=readable(content.get("mimeType", ""), raw), size=len(raw))
    return Body(text=text if is_text(content.get("mimeType", "")) else None, size=size)


# -- bodies -----------------------------------------------------------------------------------------------------------


def is_text(media: str) -> bool:
    """Return whether a body of this media type is kept as text."""
    media = media.partition(";")[0].strip().lower()
    return media.startswith("text/") or media.endswith(("json", "xml", "javascript")) or not media


def readable(media: str, raw: bytes) -> str | None:
    """Return the text of a body; None if it is not text."""
    return raw.decode("utf-8", "replace") if is_text(media) else None


def parts(media: str, raw: bytes) -> list[tuple[str, str | None]]:
    """Return names and texts of the parts of a form; the text of a file is None."""
    message = BytesParser(policy=HTTP).parsebytes(b"Content-Type: " + media.encode() + b"\r\n\r\n" + raw)
    found: list[tuple[str, str | None]] = []
    for part in message.iter_parts():
        name = part.get_param("name", header="content-disposition")
        content = part.get_payload(decode=True)
        is_file = part.get_filename() is not None
        found.append(
            (str(name), None if is_file or not isinstance(content, bytes) else content.decode("utf-8", "replace"))
        )
    return found
