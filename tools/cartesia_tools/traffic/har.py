"""Reads HAR files as browsers and proxies write them, which is rarely what HAR 1.2 prescribes.

Bodies may be absent, cut, or in base64 that is none; a status may be 0, -1 or a text; sockets come with their messages
(Chrome, Playwright, mitmproxy) or without. An entry that cannot be read is named, and the others are read.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from .items import Body, Exchange, Frame, Session, Traffic, TrafficError, Unreadable, is_text, parts, readable, whole

_MESSAGES = "_webSocketMessages"
_NO_MEDIA = ("", "x-unknown")
_SENT = ("send", "sent", "request", "outgoing")


def from_har(log: Mapping[str, Any]) -> Iterator[Traffic]:
    """Return the entries of a HAR file, numbered from 1.

    Raises:
        TrafficError: The file has no entries.
    """
    entries = log.get("entries")
    if not isinstance(entries, list):
        raise TrafficError("this is neither a HAR file nor a journal of this client: the field 'entries' is missing")
    for number, entry in enumerate(entries, 1):
        item: Traffic
        try:
            item = _session(number, entry) if _is_socket(entry) else _exchange(number, entry)
        except KeyError as error:
            item = Unreadable(number, f"the field {error} is missing")
        except (TypeError, ValueError, AttributeError) as error:
            item = Unreadable(number, str(error))
        yield item


def _is_socket(entry: Mapping[str, Any]) -> bool:
    request = _object(entry, "request")
    upgrade = _headers(request).get("upgrade", "").lower()
    is_socket = _MESSAGES in entry or entry.get("_resourceType") == "websocket" or upgrade == "websocket"
    return is_socket or str(request.get("url")).startswith(("ws:", "wss:"))


def _session(number: int, entry: Mapping[str, Any]) -> Session:
    request = _object(entry, "request")
    found = enumerate(_objects(entry.get(_MESSAGES)), 1)
    frames = [frame for place, message in found if (frame := _frame(place, message)) is not None]
    status = _status(entry.get("response"))
    return Session(number, _text(request, "url"), _headers(request), status or 101, frames)


def _frame(number: int, message: Mapping[str, Any]) -> Frame | None:
    """Return a message; None for a control frame, and for one whose content was left out."""
    opcode, data = int(message.get("opcode", 1)), message.get("data")
    if opcode not in (1, 2) or not isinstance(data, str):
        return None
    return Frame(number, str(message.get("type")).lower() in _SENT, whole(data) if opcode == 1 else None)


def _exchange(number: int, entry: Mapping[str, Any]) -> Exchange:
    request, response = _object(entry, "request"), entry.get("response") or {}
    if not isinstance(response, Mapping):
        raise ValueError(f"its response is {type(response).__name__}, not an object")
    headers, content = _headers(response), response.get("content") or {}
    media = content.get("mimeType")
    if isinstance(media, str) and media not in _NO_MEDIA:
        headers.setdefault("content-type", media)
    return Exchange(
        number,
        _text(request, "method"),
        _text(request, "url"),
        _headers(request),
        _request_body(request),
        _status(response),
        headers,
        _response_body(content, headers.get("content-type", "")),
    )


def _status(response: Any) -> int | None:
    """Return the status; None if there is no response: it is 0 or -1 then, or absent."""
    status = (response or {}).get("status") if isinstance(response or {}, Mapping) else None
    if status is None or status == "":
        return None
    found = re.match(r"\s*(-?\d+)(\.0*)?(\s|$)", str(status))
    if found is None or isinstance(status, bool):
        raise ValueError(f"its status is {status!r}, not a number")
    return int(found[1]) if int(found[1]) > 0 else None


# -- bodies -----------------------------------------------------------------------------------------------------------


def _request_body(request: Mapping[str, Any]) -> Body | None:
    data = request.get("postData") or {}
    media = str(data.get("mimeType") or _headers(request).get("content-type", ""))
    text, params = data.get("text"), list(_objects(data.get("params")))
    if media.lower().startswith("multipart/form-data"):
        if params:
            return Body(form=[(_text(each, "name"), _value(each)) for each in params])
        form = parts(media, text.encode("utf-8", "replace")) if isinstance(text, str) and text else []
        return Body(form=form, size=len(text or ""), truncated=_is_cut(media, text)) if form else None
    if not isinstance(text, str) or not text:
        return None
    return Body(text=whole(text), size=len(text))


def _value(part: Mapping[str, Any]) -> str | None:
    """Return the text of a part of a form; None for a file."""
    value = part.get("value")
    return None if "fileName" in part or value == "(binary)" else whole(str(value or ""))


def _is_cut(media: str, text: Any) -> bool:
    """Return whether a form lacks its end: the boundary with two more dashes."""
    boundary = re.search(r'boundary="?([^";]+)', media, re.IGNORECASE)
    return boundary is None or f"--{boundary[1].strip()}--" not in str(text)


def _response_body(content: Mapping[str, Any], media: str) -> Body | None:
    """Return the body of a response; None if the file does not have it."""
    text, size = content.get("text"), content.get("size")
    size = int(size) if isinstance(size, (int, float)) and size > 0 else 0
    if not isinstance(text, str) or (not text and size):
        return None if size or content.get("size") == -1 or text is not None or "_file" in content else Body(size=0)
    raw = _decoded(text, str(content.get("encoding") or ""), media)
    if raw is not None:
        return Body(text=readable(media, raw), size=len(raw))
    return Body(text=whole(text) if is_text(media) else None, size=size or len(text))


def _decoded(text: str, encoding: str, media: str) -> bytes | None:
    """Return the bytes of a body in base64; None if it is text, also where the file says otherwise."""
    is_json = media.partition(";")[0].strip().lower().endswith("json")
    if encoding.lower() != "base64" and not (is_json and not _is_json(text)):
        return None
    try:
        raw = base64.b64decode(re.sub(r"\s", "", text), validate=True)
    except (binascii.Error, ValueError):
        return None
    if encoding.lower() != "base64" or (is_json and _is_json(text)):
        return raw if _is_json(raw) else None
    return raw


def _is_json(text: str | bytes) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


# -- the parts of an entry --------------------------------------------------------------------------------------------


def _object(entry: Any, name: str) -> Mapping[str, Any]:
    value = entry[name]
    if not isinstance(value, Mapping):
        raise ValueError(f"its {name} is {type(value).__name__}, not an object")
    return value


def _objects(value: Any) -> Iterable[Mapping[str, Any]]:
    return (each for each in value if isinstance(each, Mapping)) if isinstance(value, list) else ()


def _text(holder: Mapping[str, Any], name: str) -> str:
    value = holder[name]
    if not isinstance(value, str):
        raise ValueError(f"its {name} is {type(value).__name__}, not a text")
    return whole(value)


def _headers(holder: Mapping[str, Any]) -> dict[str, str]:
    """Return the headers, with their names in lower case. One without a value is empty."""
    return {
        str(each["name"]).lower(): whole(str(each.get("value") or ""))
        for each in _objects(holder.get("headers"))
        if "name" in each
    }
