"""A text file as an audio book with subtitles. Run it again after a crash: it buys only what is missing.

    python examples/narrate_book.py book.txt --voice Katie --max-characters 50000

Writes book.mp3 and book.srt; finished pieces wait in book.parts until both are there. It needs CARTESIA_API_KEY, or a sandbox in
CARTESIA_BASE_URL, and `pip install "cartesia-client[mp3]"`.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path
from typing import Literal

from cartesia_client import Cartesia, CartesiaError, formats
from cartesia_client.narration import Progress

Plan = Literal["free", "pro", "startup", "scale"]
PLANS: tuple[Plan, ...] = ("free", "pro", "startup", "scale")


def show(progress: Progress) -> None:
    """Tell a person at a terminal how far it is."""
    if sys.stderr.isatty():
        print(f"\r{progress.done / progress.total:4.0%}, {progress.seconds / 60:.0f} min", end="", file=sys.stderr)


def narrate(book: Path, voice: str, plan: Plan, max_characters: int | None) -> str:
    """Speak the book, and say what it has become."""
    parts = book.with_suffix(".parts")
    with Cartesia(concurrency=plan, max_characters=max_characters) as client:
        speech = client.speak(
            book.read_text(encoding="utf-8"), voice=voice, output_format=formats.PODCAST, resume=parts, progress=show
        )
        speech.save(book.with_suffix(".mp3"))
        book.with_suffix(".srt").write_text(speech.subtitles("srt"), encoding="utf-8")
        bought = client.usage.characters
    shutil.rmtree(parts)
    return f"{speech.duration / 60:.1f} min, {len(speech.words)} words, {bought} characters bought"


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Make an audio book of a text file.")
    parser.add_argument("book", type=Path, metavar="FILE")
    parser.add_argument("--voice", default="Katie", help="name or id (%(default)s)")
    parser.add_argument("--plan", default="free", choices=PLANS, help="of the account (%(default)s)")
    parser.add_argument("--max-characters", type=int, metavar="N", help="refuse to buy more than this")
    given = parser.parse_args(arguments)
    try:
        print(narrate(given.book, given.voice, given.plan, given.max_characters))
    except CartesiaError as error:
        print(f"{error}\nfinished pieces are kept: run it again", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
