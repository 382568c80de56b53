"""Reads HAR files as browsers and proxies write them, which is rarely what HAR 1.2 prescribes.

Bodies may be absent, cut, or in base64 that is none; a status may be 0, -1 or a text; sockets come with their messages
(Chrome, Playwright, mitmproxy) or without. An entry that cannot be read is named, and the others are read.
"""

from __future__ import annotations

import base64
import binascii
import json
import math
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from types import NoneType
from typing import Any
from urllib.parse import urlsplit

from .items import Body, Exchange, Frame, Session, Traffic, TrafficError, Unreadable, is_text, parts, readable, whole

_MESSAGES = "_webSocketMessages"
_NO_MEDIA = ("", "x-unknown")
GZIP, _MOST = b"\x1f\x8b", 64 << 20
_URLSAFE = str.maketrans("-_", "+/")
_CONTINUED, _CONTROL = r"0(\.0)?", r"(8|9|10)(\.0)?"
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
        except (TypeError, ValueError, AttributeError, ArithmeticError) as error:
            item = Unreadable(number, str(error))
        yield item


def _is_socket(entry: Mapping[str, Any]) -> bool:
    request = _object(entry, "request")
    upgrade = _headers(request).get("upgrade", "").lower()
    is_socket = _MESSAGES in entry or entry.get("_resourceType") == "websocket" or upgrade == "websocket"
    is_socket = is_socket or _status(entry.get("response")) == 101
    return is_socket or str(request.get("url")).startswith(("ws:", "wss:"))


def _session(number: int, entry: Mapping[str, Any]) -> Session:
    request = _object(entry, "request")
    status = _status(entry.get("response"))
    session = Session(number, _url(request), _headers(request), status or 101)
    for place, message in enumerate(_joined(_objects(entry.get(_MESSAGES))), 1):
        if (frame := _frame(place, message)) is not None:
            session.add(frame)
    return session


def _joined(messages: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return the messages with what continues a text put behind it, and as messages without content in their places."""
    made: list[dict[str, Any]] = []
    last: dict[bool, dict[str, Any]] = {}
    for each in map(dict, messages):
        made.append(each)
        begun = last.get(_is_sent(each))
        if re.fullmatch(_CONTINUED, str(each.get("opcode"))) and isinstance(each.get("data"), str):
            if begun is not None and isinstance(begun.get("data"), str):
                begun["data"] += each["data"]
        elif not re.fullmatch(_CONTROL, str(each.get("opcode"))):
            last[_is_sent(each)] = each
    return made


def _is_sent(message: Mapping[str, Any]) -> bool:
    return str(message.get("type")).lower() in _SENT


def _frame(number: int, message: Mapping[str, Any]) -> Frame | None:
    """Return a message; None for a control frame, and for one whose content was left out."""
    given, data = message.get("opcode"), message.get("data")
    if not re.fullmatch(r"[0-9]+(\.0)?", str(1 if given is None else given)):
        raise ValueError(f"the opcode of message {number} is {given!r}, not a number")
    opcode = 1 if given is None else int(float(given))
    if opcode not in (1, 2) or not isinstance(data, str):
        return None
    if (raw := _decoded(data, "", "json")) is not None:
        data = raw.decode("utf-8", "replace")
    return Frame(number, _is_sent(message), whole(data) if opcode == 1 else None)


def _exchange(number: int, entry: Mapping[str, Any]) -> Exchange:
    request, response = _object(entry, "request"), _part(entry, "response")
    headers, content = _headers(response), _part(response, "content")
    media = content.get("mimeType")
    if isinstance(media, str) and media not in _NO_MEDIA:
        headers.setdefault("content-type", media)
    return Exchange(
        number,
        _text(request, "method"),
        _url(request),
        _headers(request),
        _request_body(request),
        _status(response),
        headers,
        _response_body(content, headers),
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
    data = _part(request, "postData")
    media = str(data.get("mimeType") or _headers(request).get("content-type", ""))
    text, params = data.get("text"), list(_objects(data.get("params")))
    if media.lower().startswith("multipart/form-data"):
        if params:
            return Body(form=[(_text(each, "name"), _value(each)) for each in params])
        form = parts(media, text.encode("utf-8", "replace")) if isinstance(text, str) and text else []
        return Body(form=form, size=len(text or ""), truncated=_is_cut(media, text)) if form else None
    if not isinstance(text, str) or not text:
        return None
    if (raw := _decoded(text, str(data.get("encoding") or ""), media)) is not None:
        return Body(text=readable(media, raw), size=len(raw))
    return Body(text=whole(text), size=len(text))


def _value(part: Mapping[str, Any]) -> str | None:
    """Return the text of a part of a form; None for a file."""
    value = part.get("value")
    return None if "fileName" in part or value == "(binary)" else whole(str(value or ""))


def _is_cut(media: str, text: Any) -> bool:
    """Return whether a form lacks its end: the boundary with two more dashes."""
    boundary = re.search(r'boundary="?([^";]+)', media, re.IGNORECASE)
    return boundary is None or f"--{boundary[1].strip()}--" not in str(text)


def _response_body(content: Mapping[str, Any], headers: Mapping[str, str]) -> Body | None:
    """Return the body of a response; None if the file does not have it, or has it compressed or cut."""
    text, size, media = content.get("text"), _size(content.get("size")), headers.get("content-type", "")
    if not isinstance(text, str) or (not text and size):
        return None if size or content.get("size") == -1 or text is not None or "_file" in content else Body(size=0)
    text = text.removeprefix("\ufeff")
    raw = _decoded(text, str(content.get("encoding") or ""), media)
    if raw is not None and raw[:2] == GZIP:
        raw = unzipped(raw)
    is_broken = _is_of_json(media) and not _is_json(text if raw is None else raw)
    is_packed = (
        headers.get("content-encoding", "identity").strip().lower() not in ("", "identity") or text[:1] == "\x1f"
    )
    if is_broken and (is_packed or size > len(text.encode("utf-8", "replace"))):
        return None  # packed as it was sent, or cut
    if raw is not None:
        return Body(text=readable(media, raw), size=len(raw))
    return Body(text=whole(text) if is_text(media) else None, size=size or len(text))


def _size(value: Any) -> int:
    return int(value) if isinstance(value, (int, float)) and math.isfinite(value) and value > 0 else 0


def unzipped(raw: bytes) -> bytes:
    """Return what was compressed; as it is, if it cannot be read."""
    try:
        return zlib.decompressobj(wbits=31).decompress(raw, _MOST)
    except zlib.error:
        return raw


def _decoded(text: str, encoding: str, media: str) -> bytes | None:
    """Return the bytes of a body in base64; None if it is text, also where the file says otherwise."""
    is_json = _is_of_json(media)
    if encoding.lower() != "base64" and not (is_json and not _is_json(text)):
        return None
    try:
        letters = re.sub(r"[\s=]", "", text).translate(_URLSAFE)
        raw = base64.b64decode(letters + "=" * (-len(letters) % 4), validate=True)
    except (binascii.Error, ValueError):
        return None
    if encoding.lower() != "base64" or (is_json and _is_json(text)):
        return raw if _is_json(raw) else None
    return raw


def _is_of_json(media: str) -> bool:
    return media.partition(";")[0].strip().lower().endswith("json")


def _is_json(text: str | bytes) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


# -- the parts of an entry --------------------------------------------------------------------------------------------


def _object(entry: Any, name: str) -> Mapping[str, Any]:
    if not isinstance(entry, Mapping):
        raise ValueError(f"it is {_shown(entry)}, not an object")
    value = entry[name]
    if not isinstance(value, Mapping):
        raise ValueError(f"its {name} is {_shown(value)}, not an object")
    return value


def _part(holder: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """Return an object that may be absent, or null."""
    value = holder.get(name)
    if value is not None and not isinstance(value, Mapping):
        raise ValueError(f"its {name} is {_shown(value)}, not an object")
    return value or {}


def _shown(value: Any) -> str:
    names = {str: "a text", list: "a list", dict: "an object", bool: "true or false", NoneType: "null"}
    return names.get(type(value), type(value).__name__)


def _objects(value: Any) -> Iterable[Mapping[str, Any]]:
    return (each for each in value if isinstance(each, Mapping)) if isinstance(value, list) else ()


def _text(holder: Mapping[str, Any], name: str) -> str:
    value = holder[name]
    if not isinstance(value, str):
        raise ValueError(f"its {name} is {_shown(value)}, not a text")
    return whole(value)


def _url(request: Mapping[str, Any]) -> str:
    url = _text(request, "url")
    try:
        urlsplit(url)
    except ValueError as error:
        raise ValueError(f"its url cannot be read: {error}") from None
    return url


def _headers(holder: Mapping[str, Any]) -> dict[str, str]:
    """Return the headers, with their names in lower case. One without a value is empty."""
    headers = holder.get("headers")
    if isinstance(headers, Mapping):
        headers = [{"name": name, "value": value} for name, value in headers.items()]
    return {
        str(each["name"]).lower(): whole(str(each.get("value") or "")) for each in _objects(headers) if "name" in each
    }
