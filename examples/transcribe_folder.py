"""Transcripts of all recordings of a folder, several at a time. What has a transcript already is not bought again.

    python examples/transcribe_folder.py recordings

Writes the transcript of talk.mp3 to talk.mp3.txt beside it. It needs CARTESIA_API_KEY, or a sandbox in CARTESIA_BASE_URL,
which hears what it has spoken itself (`say --live` asks it), and other English speech with `cartesia-client[sandbox-stt]`.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from cartesia_client import AsyncCartesia, CartesiaError

KINDS = {".wav", ".mp3", ".flac", ".ogg", ".m4a", ".webm"}
AT_ONCE = 8


def transcript_of(recording: Path) -> Path:
    """Return the file of its transcript: another one for talk.wav than for talk.mp3."""
    return recording.with_name(f"{recording.name}.txt")


async def transcribe(client: AsyncCartesia, places: asyncio.Semaphore, recording: Path) -> str | None:
    """Write the transcript of a recording, and return what went wrong, or None."""
    async with places:
        try:
            said = await client.stt.transcribe(file=recording, model="ink-whisper")
        except (CartesiaError, OSError) as error:
            return f"{recording.name}: {error}"
    # Under its own name only when it is whole: a file that is there is taken for done.
    part = recording.with_name(f"{recording.name}.txt.part")
    part.write_text(said.text + "\n", encoding="utf-8")
    part.replace(transcript_of(recording))
    return None


async def main(folder: Path) -> list[str]:
    """Transcribe what has no transcript yet, and return what went wrong."""
    recordings = [path for path in sorted(folder.iterdir()) if path.suffix.lower() in KINDS]
    missing = [path for path in recordings if not transcript_of(path).exists()]
    print(f"{len(recordings) - len(missing)} done already, {len(missing)} to do")
    places = asyncio.Semaphore(AT_ONCE)
    async with AsyncCartesia() as client:
        results = await asyncio.gather(*(transcribe(client, places, path) for path in missing))
    return [wrong for wrong in results if wrong is not None]


if __name__ == "__main__":
    failures = asyncio.run(main(Path(sys.argv[1])))
    print(*failures, sep="\n", file=sys.stderr)
    sys.exit(bool(failures))
