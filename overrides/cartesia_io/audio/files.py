"""The names of audio files, and what their extensions mean."""

from __future__ import annotations

import os
from pathlib import Path

from cartesia_api.arguments import InvalidRequestError

EXTENSIONS = {
    ".wav": "wav",
    ".wave": "wav",
    ".mp3": "mp3",
    ".raw": "raw",
    ".pcm": "raw",
    # Audio that is saved here never comes in these: a file with such a name would not hold what it promises.
    ".flac": "flac",
    ".ogg": "ogg",
    ".oga": "ogg",
    ".opus": "ogg",
    ".spx": "ogg",
    ".m4a": "mp4",
    ".m4b": "mp4",
    ".mp4": "mp4",
    ".aif": "aiff",
    ".aiff": "aiff",
    ".aifc": "aiff",
    ".au": "au",
    ".caf": "caf",
    ".amr": "amr",
    ".mp2": "mp2",
    ".mka": "matroska",
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


def check_path(path: str | os.PathLike[str], container: str | None) -> Path:
    """Return the path.

    Raises:
        InvalidRequestError: It is no path of a file, or its extension names another container than the audio's (None: unknown).
    """
    try:
        target, name = Path(path), os.fsencode(path)
    except (TypeError, ValueError) as error:
        raise InvalidRequestError(f"path must be a str or os.PathLike[str] that names a file: {error}") from None
    if b"\0" in name or os.path.basename(name) in (b"", b".", b".."):
        raise InvalidRequestError(f"path must name a file to write, got {os.fspath(path)!r}")
    if container is not None and container_of(target) not in (None, container):
        fitting = next((extension for extension, named in EXTENSIONS.items() if named == container), "")
        raise InvalidRequestError(
            f"{target.name} would hold {container} audio; name it {target.with_suffix(fitting).name}"
        )
    return target
