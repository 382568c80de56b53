"""Pieces of speech that are kept in a folder, so that they need not be bought again."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from cartesia_api.arguments import InvalidRequestError
from cartesia_io.audio.saving import write, writing

from .words import Word

_FORMAT = "cartesia-client speech 1"


class Kept(NamedTuple):
    """What one piece consists of."""

    samples: bytes
    words: Sequence[Word]
    """The words that the service has named, with times from the beginning of the piece."""
    request_id: str | None
    file_id: str | None = None


# A file holds one line of JSON and the samples behind it. It gets its name when all of it is written, and it is only used if its
# checksum is right: a process that is killed leaves a piece whole or not at all, and a disk that loses something is noticed.


class Shelf:
    """The pieces of a folder. Without a folder, nothing is kept.

    Raises:
        InvalidRequestError: The folder cannot be used.
    """

    def __init__(self, folder: str | os.PathLike[str] | None) -> None:
        try:
            self._folder = None if folder is None else Path(folder)
            if self._folder is not None:
                self._folder.mkdir(parents=True, exist_ok=True)
        except (TypeError, ValueError, OSError) as error:
            raise InvalidRequestError(f"speak: resume must be a folder that can be written to: {error}") from None

    @property
    def keeps(self) -> bool:
        """Return whether pieces are kept."""
        return self._folder is not None

    def load(self, key: str) -> Kept | None:
        """Return a piece, None if it is not there, or damaged."""
        if self._folder is None:
            return None
        try:
            line, _, samples = self._path(self._folder, key).read_bytes().partition(b"\n")
            facts = json.loads(line)
            is_whole = facts["format"] == _FORMAT and facts["sum"] == _checksum(facts, samples)
            words = [Word(*word) for word in facts["words"]]
            return Kept(samples, words, facts["request_id"], facts["file_id"]) if is_whole else None
        except (FileNotFoundError, ValueError, TypeError, KeyError):
            return None

    def store(self, key: str, piece: Kept) -> None:
        """Keep a piece."""
        if self._folder is None:
            return
        facts = {"format": _FORMAT, "words": piece.words, "request_id": piece.request_id, "file_id": piece.file_id}
        line = json.dumps({**facts, "sum": _checksum(facts, piece.samples)}, ensure_ascii=False)
        with writing(self._path(self._folder, key)) as file:
            write(file, line.encode() + b"\n" + piece.samples)

    @staticmethod
    def _path(folder: Path, key: str) -> Path:
        return folder / f"{key}.piece"


def _checksum(facts: object, samples: bytes) -> str:
    """Return the checksum of a piece and of what is said about it."""
    said = {name: value for name, value in facts.items() if name != "sum"} if isinstance(facts, dict) else {}
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode() + samples).hexdigest()
