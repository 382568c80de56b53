"""The head of a response of the usual kind: of HTTP/1.1, arrived whole, with the length of its body. No I/O.

h11 reads all kinds, in a third of all steps of a small request. What is read here, it would read alike; the rest is left to it.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Head(NamedTuple):
    """The head of a response, and what arrived with it."""

    status: int
    reason: bytes
    headers: list[tuple[bytes, bytes]]
    """As they were written."""
    length: int
    """Bytes of the body."""
    rest: bytes
    """What has arrived after the head."""


NAME, VALUE = rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+", rb"(?:[^\0\s]+(?:[ \t]+[^\0\s]+)*)?"
"""What headers may be, as h11 has it."""
_FIELD = re.compile(rb"(%b):[ \t]*(%b)[ \t]*\r\n" % (NAME, VALUE))
_HEAD = re.compile(
    rb"HTTP/1\.1 ([2-5][0-9]{2})(?: ((?:[ \t]|[^\0\s])*))?\r\n((?:%b:[ \t]*%b[ \t]*\r\n)+)\r\n" % (NAME, VALUE)
)
_LENGTH = re.compile(rb"[0-9]{1,15}")
_BODILESS = (204, 304)


def read_head(data: bytes) -> Head | None:
    """Return the head at the beginning of what has arrived; None if it is not whole, or not of the usual kind."""
    if (found := _HEAD.match(data)) is None:
        return None
    status, headers = int(found[1]), _FIELD.findall(found[3])
    fields = {name.lower(): value for name, value in headers}
    length, kept = fields.get(b"content-length", b""), fields.get(b"connection", b"keep-alive")
    is_usual = status not in _BODILESS and b"transfer-encoding" not in fields and kept.lower() == b"keep-alive"
    if not is_usual or len(fields) != len(headers) or _LENGTH.fullmatch(length) is None:
        return None
    return Head(status, found[2] or b"", headers, int(length), data[found.end() :])
