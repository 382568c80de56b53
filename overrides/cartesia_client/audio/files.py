"""Audio files: what an extension means, and how a file is replaced wholly or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from ..errors import InvalidRequestError

_EXTENSIONS: dict[str, str] = {".wav": "wav", ".wave": "wav", ".mp3": "mp3", ".raw": "raw", ".pcm": "raw"}
_OTHER_AUDIO = (".flac", ".ogg", ".oga", ".opus", ".m4a", ".aac", ".webm", ".wma")


def check_path(path: str | os.PathLike[str], container: str) -> Path:
    """The path, unless its extension belongs to another container than the audio's."""
    target = Path(path)
    suffix = target.suffix.lower()
    if _EXTENSIONS.get(suffix, container) != container or suffix in _OTHER_AUDIO:
        ending = next((known for known, held in _EXTENSIONS.items() if held == container), "")
        raise InvalidRequestError(
            f"{target.name} would hold {container} audio; name it {target.with_suffix(ending).name}"
        )
    return target


@contextlib.contextmanager
def replacing(target: Path) -> Iterator[IO[bytes]]:
    """A file that takes the place of `target` when the block ends well, and vanishes otherwise."""
    part = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        with part.open("xb") as file:
            yield file
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
