"""Seeded mutation of bytes: the same seed gives the same inputs."""

from __future__ import annotations

from random import Random

TOKENS = [
    *(b"\0", b"\xff", b"\xff\xfe", b"\xef\xbb\xbf", b"\r", b"\n\n", b"\r\n\r\n", b":", b"data:", b'"', b"\\"),
    *(b"{", b"}", b"[", b"]", b"[" * 600, b'{"a":' * 3000, b"9" * 400, b"1e999", b"-0.0", b"-1", b"NaN", b"Infinity"),
    *(b"null", b"true", b'"\\ud800"', b"\\u0000", b'"type":"error"', b'"type":"done"', b'"type":7', b'"context_id":[]'),
    *(b'"status_code":"x"', b"Wed, 21 Oct 2015 07:28:00 GMT", b"Mon, 01 Jan 0001 00:00:00 +2359"),
    *(b"RIFF", b"RF64", b"WAVE", b"fmt ", b"data", b"ID3", b"\xff\xfb\x90\x00", b"\0\0\0\x80", b"\xff\xff\xff\xff"),
]
"""What is put in besides single bytes: what parsers stumble over."""


def mutated(random: Random, data: bytes) -> bytes:
    """Return data with one to four changes."""
    result = bytearray(data)
    for _ in range(random.randint(1, 4)):
        start = random.randrange(len(result) + 1)
        end = min(len(result), start + int(random.expovariate(0.1)))
        match random.randrange(6):
            case 0:
                result[start:end] = random.randbytes(end - start)
            case 1:
                result[start:start] = random.choice(TOKENS)
            case 2:
                result[start:end] = random.choice(TOKENS)
            case 3:
                del result[start:end]
            case 4:
                result[start:start] = result[start:end]
            case _:
                del result[start:]
    return bytes(result)


def pieces(random: Random, data: bytes) -> list[bytes]:
    """Return data cut at up to three random places."""
    cuts = sorted(random.randrange(len(data) + 1) for _ in range(random.randrange(4)))
    return [data[start:end] for start, end in zip([0, *cuts], [*cuts, len(data)], strict=True)]
