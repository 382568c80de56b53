"""Live captions of a talk: the line of a turn changes while it is spoken, and stays when it has ended.

    cartesia-client say --live "I would like a table for two." --sample-rate 16000 -o talk.wav
    python examples/captions.py talk.wav
    arecord -q -t raw -f S16_LE -r 16000 | python examples/captions.py -

WAV or samples of 16 kHz, 16 bit, one channel. It needs CARTESIA_API_KEY, or a sandbox in CARTESIA_BASE_URL.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from typing import BinaryIO

from cartesia_client import Cartesia, CartesiaError

STEP = 3200
"""Bytes of a tenth of a second: as soon as they are recorded, they are sent."""


def pieces(file: BinaryIO) -> Iterator[bytes]:
    while piece := file.read(STEP):
        yield piece


def captions(file: BinaryIO) -> Iterator[tuple[str, bool]]:
    """Yield the text of the turn so far, and whether the turn has ended."""
    with (
        Cartesia() as client,
        client.stt.auto_finalize.websocket(model="ink-2", encoding="pcm_s16le", sample_rate=16000) as session,
    ):
        for event in session.listen(pieces(file)):
            if event.type == "turn.update" or event.type == "turn.end":
                yield event.transcript.strip(), event.type == "turn.end"


def main(path: str) -> int:
    width = shutil.get_terminal_size().columns - 1 if sys.stdout.isatty() else 0
    with ExitStack() as stack:
        try:
            file = sys.stdin.buffer if path == "-" else stack.enter_context(open(path, "rb"))
            for text, is_final in captions(file):
                if is_final:
                    print(f"\r{text:<{width}}")
                elif width:  # the end of a long turn is what is new
                    print(f"\r{text[-width:]:<{width}}", end="", flush=True)
        except (CartesiaError, OSError) as error:  # what was understood before stands above
            print(f"captions ended: {error}", file=sys.stderr)
            return 1
        except KeyboardInterrupt:
            return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
