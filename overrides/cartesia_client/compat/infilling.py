"""`tts.infill` of version 2, which takes paths and returns the new audio, and all of it with what stands around it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from ..errors import InvalidRequestError
from .notices import deprecated

PathLike = str | os.PathLike[str]


class Around(NamedTuple):
    """What stands around the gap."""

    left: bytes
    right: bytes
    arguments: Mapping[str, Any]

    def whole(self, audio: Any) -> tuple[bytes, bytes]:
        """Return the new audio, and all of it in one file."""
        parts = [part for part in (self.left, audio.data, self.right) if part]
        return audio.data, _joined_wav(parts) if audio.container == "wav" else b"".join(parts)


def both_around(request: Mapping[str, Any]) -> Around | None:
    """Read the clips of a request with paths; None if it has none, as requests of today."""
    fields = dict(request)
    paths: list[PathLike | None] = [fields.pop("left_audio_path", None), fields.pop("right_audio_path", None)]
    if paths == [None, None]:
        return None
    if None in paths:
        raise InvalidRequestError(
            "left_audio_path and right_audio_path are both needed: the service asks for two clips"
        )
    deprecated(
        "left_audio_path=..., right_audio_path=...", "client.tts.infill(left_audio=Path(...), right_audio=Path(...))"
    )
    left, right = (_read(path) for path in paths if path is not None)
    voice = fields.pop("voice", None)
    if isinstance(voice, Mapping):
        fields["voice_id"] = voice.get("id")
    return Around(left, right, {**fields, "left_audio": left, "right_audio": right})


def _read(path: PathLike) -> bytes:
    return Path(path).read_bytes()


def _joined_wav(files: list[bytes]) -> bytes:
    """Join WAV files of one format: the header of the first, and the samples of all."""
    parsed = [_parsed(file) for file in files]
    formats = [each[0] for each in parsed]
    if len(set(formats)) > 1:
        raise InvalidRequestError("the clips must have the output_format of the request, so that they can be joined")
    data = b"".join(samples for _, samples in parsed)
    chunks = b"fmt " + len(formats[0]).to_bytes(4, "little") + formats[0] + b"data" + len(data).to_bytes(4, "little")
    return b"RIFF" + (4 + len(chunks) + len(data)).to_bytes(4, "little") + b"WAVE" + chunks + data


def _parsed(file: bytes) -> tuple[bytes, bytes]:
    """Return the format and the samples of a WAV file."""
    found: dict[bytes, bytes] = {}
    place = 12
    while place + 8 <= len(file):
        name, size = file[place : place + 4], int.from_bytes(file[place + 4 : place + 8], "little")
        found.setdefault(name, file[place + 8 : place + 8 + size])
        place += 8 + size + size % 2
    if file[:4] != b"RIFF" or not {b"fmt ", b"data"} <= found.keys():
        raise InvalidRequestError("left_audio_path and right_audio_path must be WAV files, as the output_format is")
    return found[b"fmt "][:16], found[b"data"]
