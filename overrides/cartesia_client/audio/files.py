"""Audio files: what an extension means, and how a file is replaced wholly or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from ..errors import InvalidRequestError

EXTENSIONS = {
    ".wav": "wav",
    ".wave": "wav",
    ".mp3": "mp3",
    ".raw": "raw",
    ".pcm": "raw",
    # Containers that the API does not produce: a file with such a name would not hold what it promises.
    ".flac": "flac",
    ".ogg": "ogg",
    ".oga": "ogg",
    ".opus": "ogg",
    ".m4a": "mp4",
    ".aac": "aac",
    ".webm": "webm",
    ".wma": "asf",
}
"""The container that an extension names. An extension that is not listed says nothing, so it fits any container."""


def container_of(path: str | os.PathLike[str]) -> str | None:
    """Return the container that the extension of a path names, in any case; None if it names none.

    A name that consists of an extension only, such as `.mp3`, counts as that extension.
    """
    target = Path(path)
    return EXTENSIONS.get((target.suffix or target.name).lower())


def check_path(path: str | os.PathLike[str], container: str) -> Path:
    """Return the path.

    Raises:
        InvalidRequestError: Its extension names another container than the audio's.
    """
    target = Path(path)
    if container_of(target) not in (None, container):
        fitting = next((extension for extension, named in EXTENSIONS.items() if named == container), "")
        raise InvalidRequestError(
            f"{target.name} would hold {container} audio; name it {target.with_suffix(fitting).name}"
        )
    return target


@contextlib.contextmanager
def replacing(target: Path) -> Iterator[IO[bytes]]:
    """Open a file that replaces `target` when the block succeeds, and is removed otherwise."""
    part = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        with part.open("xb") as file:
            yield file
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
