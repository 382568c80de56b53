"""What others repeat of a credential, masked: in texts, in bodies, in responses, and in the logs of the libraries below.

Imports no I/O library, so that the protocols of the sockets can use it without one.
"""

from __future__ import annotations

import base64
import functools
import json
import logging
import re
import urllib.parse
import weakref
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar, cast

if TYPE_CHECKING:
    import httpx

T = TypeVar("T")
MASK = "***"
SHORTEST = 12
"""Characters of the shortest credential that is masked. Shorter ones, as tests have, could be words of any text."""
LOGGERS = (
    *("httpx", "httpcore.connection", "httpcore.http11", "httpcore.http2", "httpcore.proxy", "httpcore.socks"),
    *("cartesia_client", "hpack.hpack", "hpack.table", "h2", "websockets", "websockets.client", "asyncio"),
)
"""The loggers of this project and of the libraries of the network. Some of them write headers, those of requests, too."""

# A service, or a proxy before it, may repeat the key: in an error, in a header, in an address to go to, in a reason to close. So
# what becomes a part of an error or of a log is searched for the credentials of this process, in all the ways in which they
# may be written there. There is one list of them for all clients, because they share the loggers. What succeeds stays as it is.
# Adding to a dict, and removing, are single steps of Python, which need no lock: the garbage collector removes, too.

_watched: dict[int, tuple[weakref.ref[Any], Callable[[], tuple[str, ...]]]] = {}
"""The ways to write each credential, by the id of its owner."""


def watch(owner: object, value: object) -> None:
    """Add a credential to those that are masked, as long as its owner lives. From now on, records of the log are clean lines."""
    for logger in _loggers():
        if _clean_record not in logger.filters:  # a program may have removed it
            logger.addFilter(_clean_record)
    if type(value) is str and len(value) >= SHORTEST:
        forget = partial(_forget, id(owner))
        _watched[id(owner)] = weakref.ref(owner, forget), functools.cache(partial(_forms, value))


@functools.cache
def _loggers() -> list[logging.Logger]:
    return [logging.getLogger(name) for name in LOGGERS]


def _forget(name: int, _: object) -> None:
    _watched.pop(name, None)


def _forms(value: str) -> tuple[str, ...]:
    """Return how a credential is written: as it is, in URLs, in JSON with what PHP and Go escape, in HTML, and in base64."""
    import html  # only what failed is searched

    quoted = urllib.parse.quote(value, safe="")
    lower = re.sub("%..", lambda match: match[0].lower(), quoted)
    text = json.dumps(value)[1:-1]
    safe = re.sub("[<>&]", lambda match: f"\\u{ord(match[0]):04x}", text)
    written = text, text.replace("/", "\\/"), safe, safe.replace("/", "\\/")
    return tuple(dict.fromkeys((value, quoted, lower, *written, html.escape(value), *_base64(value))))


def _base64(value: str) -> Iterator[str]:
    """Yield what a text becomes in base64, with 0, 1 or 2 bytes more than whole groups before it; without its ends."""
    for before in range(3):
        bits = 8 * before, 8 * (before + len(value))
        text = base64.b64encode(bytes(before) + value.encode()).decode()[-(-bits[0] // 6) : bits[1] // 6]
        yield text
        yield text.replace("+", "-").replace("/", "_")


def _all_forms() -> Iterable[str]:
    """Return the ways to write all credentials, each once: many clients may have the same key, and a body may be long."""
    return dict.fromkeys(form for _, forms in list(_watched.values()) for form in forms())


def masked(value: T) -> T:
    """Return a text, bytes, or a value of JSON, without credentials. It is the same object if it holds none."""
    found: Any = value
    if isinstance(found, str):
        for form in _all_forms():
            found = found.replace(form, MASK)
    elif isinstance(found, bytes):
        for form in _all_forms():
            for charset in ("ascii", "utf-16-le", "utf-16-be"):
                found = found.replace(form.encode(charset, "replace"), MASK.encode(charset))
    elif isinstance(found, (Mapping, list, tuple)):
        try:
            found = _rebuilt(found) if masked(text := repr(found)) != text else found
        except RecursionError:
            found = MASK
    return cast("T", found)


def _rebuilt(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {masked(name): _rebuilt(each) for name, each in value.items()}
    return [_rebuilt(each) for each in value] if isinstance(value, (list, tuple)) else masked(value)


def conceal(response: httpx.Response) -> httpx.Response:
    """Remove credentials from a response that has been read, and return it."""
    raw = response.headers.raw
    if (clean := [(name, masked(text)) for name, text in raw]) != raw:
        response.headers = type(response.headers)(clean)
    for name in ("_content", "_text"):
        if name in vars(response):
            setattr(response, name, masked(getattr(response, name)))
    vars(response).pop("_decoder", None)  # knows the encoding, whose name may be anything
    response.extensions = {
        name: masked(each) if isinstance(each, bytes) else each for name, each in response.extensions.items()
    }
    return response


def printable(text: str) -> str:
    """Return a text with its line breaks and control characters escaped, which would forge lines of a log."""
    return text if text.isprintable() else "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)


def _clean_record(record: logging.LogRecord) -> bool:
    """Remove credentials and control characters from a record, as a filter of a logger does. The record itself always passes."""
    try:
        text = record.getMessage()
    except Exception:  # the handler says what is wrong with it
        return True
    clean = masked(text)
    if record.name != "asyncio":  # whose records have lines of their own, and show what others say as repr() does
        clean = printable(clean)
    if clean != text:
        record.msg, record.args = clean, None
    for name, value in list(vars(record).items()):
        if type(value) is str and (clean := masked(value)) != value:
            setattr(record, name, clean)
    return True
