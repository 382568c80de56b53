"""What audio is that should be bare samples: a file of another kind, if that is certain. No I/O."""

from __future__ import annotations

from . import mp3, wav
from .samples import SAMPLE_BYTES

# Bare samples may begin like anything, so a few letters prove nothing. What counts is a header that is valid in all its parts, or
# frames that stand where the frames before them end.

_OF_FILES = {b"OggS\0\2" + bytes(8): "Ogg", b"fLaC\0\0\0\x22": "FLAC", b"fLaC\x80\0\0\x22": "FLAC"}
"""The beginnings of files, and the name of their format."""
_HZ = range(1000, 768_001)
_CHANNELS = range(1, 33)


def kind_of_file(head: bytes, *, whole: bool = False) -> str | None:
    """Name the format of a file that certainly begins with these bytes. `whole`: no others follow."""
    if head[:4] in wav.MAGICS:
        return "WAV" if _is_whole_header(wav.parse(head)) else None
    if head[:3] == b"ID3" or head[:1] == b"\xff":
        return "MP3" if _has_frames(head, whole) else None
    return next((name for start, name in _OF_FILES.items() if head.startswith(start)), None)


def _is_whole_header(header: wav.Header | None) -> bool:
    return (
        header is not None
        and header.sample_rate in _HZ
        and header.channels in _CHANNELS
        and header.block == header.channels * SAMPLE_BYTES.get(header.encoding, 0)
    )


def _has_frames(head: bytes, whole: bool) -> bool:
    """Return whether there are three frames of one kind in a row, or two that are all there is; one less after a tag."""
    start = mp3.size_at(head, 0) if head[:3] == b"ID3" else 0
    position, found = start, 0
    while (size := mp3.size_at(head, position)) and head[position + 1 : position + 2] == head[start + 1 : start + 2]:
        position, found = position + size, found + 1
    return found + bool(start) >= (2 if whole and position == len(head) else 3)
