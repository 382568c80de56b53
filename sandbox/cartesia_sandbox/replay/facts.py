"""What a replay compares: the facts of a request or frame by their names, so that a difference can be named.

Compared are the method, the path, the version, the query and the body: JSON field by field, forms part by part, anything else
byte by byte. Not compared are credentials, other headers, and the ids that a program makes up for contexts and streams.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from email.parser import BytesParser
from email.policy import HTTP
from typing import Any
from urllib.parse import parse_qsl

from ..journal.redact import QUERIES
from .hiding import FIELDS, TOKEN, Hider

MADE_UP = ("context_id", "stream_id")
"""Fields whose values the program makes up. A replay answers with those of the program in place of the recorded ones."""
VERSION = "Cartesia-Version"
_MISSING = object()
Facts = Mapping[str, Any]


def facts_of_request(method: str, path: str, query: str, headers: Mapping[str, str], body: Facts) -> dict[str, Any]:
    """Return the facts of a request; `headers` have names in lower case."""
    pairs = parse_qsl(query, keep_blank_values=True)
    parameters: dict[str, list[str]] = {}
    for name, value in pairs:
        if name not in QUERIES and name != "cartesia_version":
            parameters.setdefault(name, []).append(value)
    version = dict(pairs).get("cartesia_version", headers.get("cartesia-version"))
    facts = {"method": method, "path": path, VERSION: version}
    return {**facts, **{f"query {name}": values for name, values in parameters.items()}, **body}


def facts_of_body(data: bytes, media: str = "") -> dict[str, Any]:
    """Return the facts of a body: fields, parts or bytes."""
    if media.startswith("multipart/form-data"):
        return dict(_parts(media, data))
    if not data:
        return {}
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return {"body": hashlib.sha256(data).hexdigest()}
    return facts_of_fields(value) if isinstance(value, dict) else {"body": value}


def facts_without_credentials(data: bytes, media: str, hider: Hider) -> dict[str, Any]:
    """Return the facts of a body as a recording has them."""
    if not media.startswith("multipart/form-data"):
        return facts_of_body(hider.body(data), media)
    return {name: [hider.text(value) for value in values] for name, values in _parts(media, data)}


def facts_of_fields(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return the facts of a JSON object."""
    hidden = dict.fromkeys(FIELDS & fields.keys(), TOKEN)
    return {name: value for name, value in {**fields, **hidden}.items() if name not in MADE_UP}


def facts_of_form(parts: Iterable[tuple[str, str | None]]) -> dict[str, Any]:
    """Return the facts of a form whose files are known by their digests, or not at all: None."""
    found: dict[str, Any] = {}
    for name, value in parts:
        found.setdefault(f"part {name}", []).append(value)
    return found


def _parts(media: str, data: bytes) -> Iterable[tuple[str, Any]]:
    message = BytesParser(policy=HTTP).parsebytes(b"Content-Type: " + media.encode() + b"\r\n\r\n" + data)
    found: dict[str, list[str]] = {}
    for part in message.iter_parts():
        name, content = str(part.get_param("name", header="content-disposition")), part.get_payload(decode=True)
        content = content if isinstance(content, bytes) else b""
        is_file = part.get_filename() is not None
        value = hashlib.sha256(content).hexdigest() if is_file else content.decode("utf-8", "replace")
        found.setdefault(f"part {name}", []).append(value)
    return found.items()


def made_up(data: bytes) -> dict[str, str]:
    """Return the ids in a JSON object that a program has made up, by the names of their fields."""
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return {}
    fields = value if isinstance(value, dict) else {}
    return {name: fields[name] for name in MADE_UP if isinstance(fields.get(name), str)}


def differences(given: Facts, recorded: Facts) -> list[str]:
    """Return the names of the facts in which a request differs from a recorded one."""
    return [
        name for name in {**given, **recorded} if not _same(given.get(name, _MISSING), recorded.get(name, _MISSING))
    ]


def _same(given: Any, recorded: Any) -> bool:
    # A HAR file has no contents of uploaded files, only that there was one.
    return bool(given == recorded) or (recorded == [None] and given is not _MISSING)
