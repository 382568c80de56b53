"""Pieces of speech that are kept in a folder, so that they need not be bought again."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from cartesia_api.arguments import InvalidRequestError
from cartesia_io.audio.saving import write, writing
from cartesia_io.file_lock import FileLock

from .words import Word

_FORMAT = "cartesia-client speech 1"
_LOCK_TIMEOUT = 600.0
"""Seconds to wait for a piece that another call makes: more than one takes with its retries."""


class Kept(NamedTuple):
    """What one piece consists of."""

    samples: bytes
    words: Sequence[Word]
    """The words that the service has named, with times from the beginning of the piece."""
    request_id: str | None
    file_id: str | None = None


# A file holds one line of JSON and the samples behind it. It gets its name when all of it is written, and it is only used if its
# checksum is right: a process that is killed leaves a piece whole or not at all, and a disk that loses something is noticed.
# While a piece is made, a lock file stands beside it, so that calls that share a folder, in one process or several, wait for the
# piece in place of buying it a second time.


class PieceStore:
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

    def check_writable(self) -> None:
        """Find out whether a piece could be kept, before one is bought.

        Raises:
            InvalidRequestError: Nothing can be written to the folder.
        """
        if self._folder is None:
            return
        try:
            with tempfile.TemporaryFile(dir=self._folder, buffering=0) as file:
                write(file, bytes(65536))
        except OSError as error:
            raise InvalidRequestError(f"speak: resume must be a folder that can be written to: {error}") from None

    def lock(self, key: str) -> FileLock:
        """Return the right to make a piece, which one call has at a time."""
        return FileLock(None if self._folder is None else self._folder / f"{key}.lock", _LOCK_TIMEOUT)

    def has(self, key: str) -> bool:
        """Return whether there is a piece, which may be damaged."""
        return self._folder is not None and self._path(self._folder, key).is_file()

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
        except (FileNotFoundError, ValueError, TypeError, KeyError, RecursionError):
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
