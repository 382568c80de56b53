"""Recorded traffic, and how it is read: lines of JSON as `--record` and the journals of clients have them, or a HAR file."""

from __future__ import annotations

import base64
import functools
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from .facts import facts_of_body, facts_of_form, facts_of_request, made_up


@dataclass
class Exchange:
    """A request, and its response."""

    facts: dict[str, Any]
    ids: dict[str, str]
    status: int
    headers: dict[str, str]
    content: bytes | None
    """None where the recording does not have it: journals of clients have no audio."""
    played: int = 0


@dataclass
class Frame:
    """A message of a socket."""

    received: bool
    """Whether the program sent it."""
    data: str | bytes | None
    """None for a binary message whose content was not recorded."""

    @functools.cached_property
    def context(self) -> str | None:
        """The id of the context that it belongs to; None for the whole socket."""
        return next(iter(made_up(self.data.encode()).values()), None) if isinstance(self.data, str) else None


@dataclass
class Session:
    """A socket, from its handshake to its end. A rejected handshake has a response in place of frames."""

    facts: dict[str, Any]
    status: int = 101
    headers: dict[str, str] = field(default_factory=dict)
    content: bytes | None = b""
    frames: list[Frame] = field(default_factory=list)
    close: tuple[int, str] | None = None
    """Code and reason with which the service closed it; None if the program did."""
    played: int = 0

    @functools.cached_property
    def contexts(self) -> set[str | None]:
        """The contexts of its frames."""
        return {frame.context for frame in self.frames}


def read_recording(path: str | os.PathLike[str]) -> list[Exchange | Session]:
    """Return the traffic in a file.

    Raises:
        OSError: It cannot be read.
        ValueError: It is no recording, or is empty.
    """
    try:
        return read(Path(path).read_text(encoding="utf-8"))
    except ValueError as error:
        raise ValueError(f"{os.fspath(path)}: {error}") from None


def read(text: str) -> list[Exchange | Session]:
    """Return the traffic of a recording. Raise ValueError if it is none, or is empty."""
    found: list[Exchange | Session] = []
    try:
        try:
            har = json.loads(text)
        except ValueError:
            har = None
        found = [*(_har(har["log"]) if isinstance(har, dict) and "log" in har else _journal(text))]
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        why = f"{type(error).__name__}: {error}"
        raise ValueError(f"this is neither a recording of --record or a client nor a HAR file ({why})") from None
    if not found:
        raise ValueError("the recording holds no requests")
    return found


def _lower(headers: Mapping[str, str] | None) -> dict[str, str]:
    return {name.lower(): value for name, value in (headers or {}).items()}


def _content(body: Mapping[str, Any] | None) -> bytes | None:
    """Return the content of a body in a journal; None if it is not all there."""
    if body is None or not body.get("bytes", 1):
        return b""
    if "base64" in body:
        return base64.b64decode(body["base64"])
    text = body.get("text")
    return None if text is None or body.get("truncated") or "(shortened)" in text else text.encode()


def _journal(text: str) -> Iterator[Exchange | Session]:
    sessions: dict[Any, Session] = {}
    for line in filter(str.strip, text.splitlines()):
        record = json.loads(line)
        if record["kind"] == "http":
            if record.get("response"):
                yield _exchange(record["request"], record["response"])
        elif record["kind"] == "socket":
            url, headers = urlsplit(record["url"]), _lower(record["headers"])
            session = Session(
                facts_of_request("WEBSOCKET", unquote(url.path), url.query, headers, {}), record["status"]
            )
            response = record.get("response") or {}
            session.headers, session.content = _lower(response.get("headers")), _content(response.get("body"))
            sessions[record["socket"]] = session
            yield session
        elif record["kind"] == "frame":
            data = base64.b64decode(record["base64"]) if "base64" in record else record.get("text")
            sessions[record["socket"]].frames.append(Frame(record["direction"] == "sent", data))
        elif record["kind"] == "close" and record.get("by") == "service":
            sessions[record["socket"]].close = record["code"], record.get("reason", "")


def _exchange(request: Mapping[str, Any], response: Mapping[str, Any]) -> Exchange:
    url, headers, body = urlsplit(request["url"]), _lower(request["headers"]), request.get("body")
    data = _content(body) or b""
    form = (body or {}).get("form")
    sent = facts_of_body(data) if form is None else facts_of_form((name, value) for name, value in form)
    facts = facts_of_request(request["method"], unquote(url.path), url.query, headers, sent)
    answered = _lower(response["headers"])
    return Exchange(facts, made_up(data), response["status"], answered, _content(response.get("body")))


def _har(log: Mapping[str, Any]) -> Iterator[Exchange | Session]:
    for entry in log["entries"]:
        request, response = entry["request"], entry["response"]
        url, headers = urlsplit(request["url"]), _named(request["headers"])
        if url.scheme in ("ws", "wss") or "_webSocketMessages" in entry:
            session = Session(facts_of_request("WEBSOCKET", unquote(url.path), url.query, headers, {}))
            session.frames = [
                Frame(
                    each["type"] == "send",
                    each["data"] if each.get("opcode", 1) == 1 else base64.b64decode(each["data"]),
                )
                for each in entry.get("_webSocketMessages", [])
                if each.get("opcode", 1) in (1, 2)
            ]
            yield session
        elif response["status"]:
            posted = request.get("postData") or {}
            data, media = (posted.get("text") or "").encode(), posted.get("mimeType", "")
            sent = facts_of_body(data, media)
            if media.startswith("multipart/form-data") and posted.get("params"):
                values = [
                    (each["name"], None if "fileName" in each else each.get("value")) for each in posted["params"]
                ]
                sent = facts_of_form(values)
            facts = facts_of_request(request["method"], unquote(url.path), url.query, headers, sent)
            answered = {"content-type": response["content"].get("mimeType", ""), **_named(response["headers"])}
            yield Exchange(facts, made_up(data), response["status"], answered, _har_content(response["content"]))


def _named(headers: list[Mapping[str, str]]) -> dict[str, str]:
    return {each["name"].lower(): each["value"] for each in headers}


def _har_content(content: Mapping[str, Any]) -> bytes | None:
    text = content.get("text")
    if text is None:
        return b"" if not content.get("size", 0) else None  # browsers drop the bodies of some responses
    return base64.b64decode(text) if content.get("encoding") == "base64" else str(text).encode()
