"""Samples of sound that are sent: what is none is recognized, and other widths of PCM are converted."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeGuard

if TYPE_CHECKING:
    from typing_extensions import Buffer

_FILES = {
    b"OggS": "Ogg",
    b"fLaC": "FLAC",
    b"ID3\2": "MP3",
    b"ID3\3": "MP3",
    b"ID3\4": "MP3",
    b"\x1aE\xdf\xa3": "WebM or Matroska",
    b"caff": "CAF",
    b".snd": "AU",
    b"#!AMR": "AMR",
    b"wvpk": "WavPack",
    b"0&\xb2u\x8ef\xcf\x11": "WMA",
    b"RIFX": "big-endian WAV",
    b"riff.\x91\xcf\x11": "Wave64",
    b"MAC ": "Monkey's Audio",
    b"MPCK": "Musepack",
    b"MP+\7": "Musepack",
    b"TTA1": "TTA",
    b"DSD ": "DSD",
    b"FRM8": "DSD",
    b"ADIF": "AAC",
    b"FLV\1": "FLV",
    b".RMF": "RealMedia",
    b".ra\xfd": "RealAudio",
    b"MThd": "MIDI",
    b"Creative Voi": "VOC",
    b"\x64\xa3\1\0": "IRCAM",
    b"OpusHead": "Opus",
    b"<!DOCTYPE": "HTML",
    b"<!doctype": "HTML",
    b"<html": "HTML",
    b"NIST_1A": "NIST SPHERE",
    b"\0\0\1\xba": "MPEG",
    b"PK\3\4": "ZIP",
    b"\x1f\x8b\x08\0": "gzip",
    b"\x1f\x8b\x08\x08": "gzip",
}
"""What files begin with that hold no bare samples, at most 12 bytes, and the name of their format."""
_CODES = {"pcm_u8": "B", "pcm_s16le": "h", "pcm_s32le": "i", "pcm_f16le": "e", "pcm_f32le": "f", "pcm_f64le": "d"}
"""Codes of `struct`, by encoding."""
_SCALES = {"pcm_u8": 2.0**7, "pcm_s16le": 2.0**15, "pcm_s24le": 2.0**23, "pcm_s32le": 2.0**31}
"""Full scale of the encodings of whole numbers."""
SAMPLE_BYTES = {
    "pcm_s16le": 2,
    "pcm_s24le": 3,
    "pcm_s32le": 4,
    "pcm_f16le": 2,
    "pcm_f32le": 4,
    "pcm_f64le": 8,
    "pcm_alaw": 1,
    "pcm_mulaw": 1,
    "pcm_u8": 1,
}
"""Bytes of one sample of one channel, by encoding."""


def is_buffer(data: object) -> TypeGuard[Buffer]:
    """Return whether an object is a buffer, such as bytes, a memoryview or an array."""
    try:
        memoryview(data)  # type: ignore[arg-type]  # what is no buffer raises
    except (TypeError, ValueError, BufferError):  # the latter two: it was released, or its items are no numbers
        return False
    return True


def file_kind(head: bytes | bytearray) -> str | None:
    """Name the format of a file that begins with these 12 bytes, if it is known to be neither bare samples nor WAV."""
    if head[:4] == b"FORM" and head[8:11] == b"AIF":
        return "AIFF"
    if head[4:8] in (b"ftyp", b"moov", b"mdat", b"wide"):
        return "MP4 or M4A"
    if head[:4] == b"RIFF" and head[8:12] in (b"AVI ", b"RMP3", b"RMID", b"CDXA", b"QLCM"):
        return f"RIFF {head[8:12].decode().strip()}"
    return next((name for start, name in _FILES.items() if head.startswith(start)), None)


def aac_frame(head: bytes | bytearray) -> int:
    """Return the bytes of the frame of AAC (ADTS) that begins here, 0 if none does."""
    if head[0] != 0xFF or head[1] & 0xF6 != 0xF0 or head[2] >> 2 & 15 > 12:
        return 0
    return (head[3] & 3) << 11 | head[4] << 3 | head[5] >> 5


def is_convertible(source: str, target: str) -> bool:
    """Return whether samples of one encoding can be converted to another one: PCM can, the logarithmic encodings cannot."""
    return (source in _CODES or source == "pcm_s24le") and target in _CODES


def converted(data: bytes, source: str, target: str) -> bytes:
    """Return whole samples in another encoding. What exceeds full scale is limited to it, and what is no number is silence."""
    scale = _SCALES.get(target)
    levels = [min(max(level, -1.0), 1.0) if level == level else 0.0 for level in _levels(data, source)]
    if scale is None:
        values: Sequence[float] = levels
    else:
        offset, most = (128 if target == "pcm_u8" else 0), int(scale) - 1
        values = [min(round(level * scale), most) + offset for level in levels]
    return struct.pack(f"<{len(values)}{_CODES[target]}", *values)


def _levels(data: bytes, encoding: str) -> Sequence[float]:
    """Return samples as numbers from -1 to 1."""
    if encoding == "pcm_s24le":
        numbers: Sequence[float] = [
            int.from_bytes(data[start : start + 3], "little", signed=True) for start in range(0, len(data), 3)
        ]
    else:
        numbers = struct.unpack(f"<{len(data) // SAMPLE_BYTES[encoding]}{_CODES[encoding]}", data)
    scale = _SCALES.get(encoding)
    if scale is None:
        return numbers
    offset = 128 if encoding == "pcm_u8" else 0
    return [(number - offset) / scale for number in numbers]
