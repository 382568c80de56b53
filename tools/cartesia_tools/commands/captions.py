"""The command `cartesia-client captions`: show what is said as live text."""

from __future__ import annotations

import argparse
import shutil
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import IO, Any

from cartesia_io.audio import wav

from ..errors import UsageError
from ..service import connect
from ..terminal import microphone, output
from ..terminal.options import add_live
from ..terminal.parser import Parser, integer
from ..terminal.sound import HEARD_ENCODINGS

MODEL = "ink-2"
HEAD = 64 * 1024
"""Bytes of a file in which its header ends."""
SILENCE = 2.0
"""Seconds of silence behind a file, in which the last turn of its speaker ends."""


def add(parser: Parser) -> None:
    """Add the arguments of the command."""
    parser.description = (
        "Show what is said, English, as live text: of the microphone until Ctrl-C, or of a file.\n"
        "On a terminal, the line of a turn changes while it is spoken; in a pipe, each turn is a line when it has ended."
    )
    parser.set_defaults(run=_run)
    parser.add_argument(
        "file", nargs="?", metavar="FILE", help="WAV file or samples; - is standard input; without it, the microphone"
    )
    parser.add_argument("-m", "--model", default=MODEL, metavar="MODEL", help="model that listens (%(default)s)")
    parser.add_argument(
        "--encoding",
        choices=HEARD_ENCODINGS,
        default=HEARD_ENCODINGS[0],
        help="of samples without a header (%(default)s)",
    )
    parser.add_argument(
        "--sample-rate", type=integer(1, 1_000_000), default=16000, metavar="HZ", help="of these samples (%(default)s)"
    )
    parser.add_argument(
        "--realtime", action="store_true", help="send a file as fast as it is spoken, not as fast as possible"
    )
    parser.add_argument("--json", action="store_true", help="print each event as a line of JSON")
    add_live(parser)
    parser.add_examples(
        "cartesia-client captions --live",
        "cartesia-client captions talk.wav --realtime",
        "arecord -f S16_LE -r 16000 | cartesia-client captions - --live",
    )


def _run(options: argparse.Namespace) -> int:
    if options.file is None:
        options.encoding, options.sample_rate = "pcm_s16le", microphone.RATE
        return _caption(microphone.recorded(), options)
    if options.file == "-":
        if sys.stdin is None or output.is_terminal(sys.stdin):
            raise UsageError("pipe samples into standard input, or name a file")
        return _caption(_pieces(sys.stdin.buffer, options), options)
    if not Path(options.file).is_file():
        raise UsageError(f"there is no file {options.file}")
    with open(options.file, "rb") as file:
        return _caption(_pieces(file, options), options)


def _pieces(file: IO[bytes], options: argparse.Namespace) -> Iterator[bytes]:
    """Return what a file holds, a tenth of a second at a time, and set the options to what its header says."""
    from cartesia_io.audio.samples import SAMPLE_BYTES

    head = file.read(HEAD)
    header = wav.parse(head)
    if header is not None:
        options.sample_rate = header.sample_rate
        options.encoding = header.encoding if header.encoding in HEARD_ENCODINGS else HEARD_ENCODINGS[0]
    size = max(1, options.sample_rate // 10) * SAMPLE_BYTES.get(options.encoding, 2)

    def pieces() -> Iterator[bytes]:
        started = time.monotonic()
        parts = [head[place : place + size] for place in range(0, len(head), size)]
        silence = bytes(size) if options.encoding not in ("pcm_mulaw", "pcm_alaw") else b"\xff" * size
        all_of_it = _chained(parts, iter(lambda: file.read(size), b""), [silence] * int(SILENCE * 10))
        for number, part in enumerate(all_of_it):
            if options.realtime:
                time.sleep(max(0.0, started + number / 10 - time.monotonic()))
            yield part

    return pieces()


def _chained(*parts: Iterable[bytes]) -> Iterator[bytes]:
    for each in parts:
        yield from each


def _caption(audio: Iterator[bytes], options: argparse.Namespace) -> int:
    line = _Line(options)
    with connect(options) as client, closing(line):
        if not hasattr(client.stt, "auto_finalize"):
            raise UsageError("this version of the API has no turns to show: choose --api-version 2026-03-01 or newer")
        session = client.stt.auto_finalize.websocket(
            model=options.model, encoding=options.encoding, sample_rate=options.sample_rate
        )
        with session:
            for event in session.listen(audio):
                line.show(event)
    return 0


class _Line:
    """The line of the turn that is being spoken."""

    def __init__(self, options: argparse.Namespace) -> None:
        self._as_json = options.json
        self._is_live = output.is_terminal(sys.stdout)
        self._text = ""

    def show(self, event: Any) -> None:
        """Print what an event changes."""
        if self._as_json:
            output.print_json(event.to_dict(), in_one_line=True)
            sys.stdout.flush()
            return
        self._text = output.one_line(getattr(event, "transcript", "")).strip() or self._text
        if event.type == "turn.end":
            self._end()
        elif self._is_live and event.type in ("turn.update", "turn.eager_end"):
            room = shutil.get_terminal_size().columns - 1
            print(f"\r\x1b[K{self._text[-room:]}", end="", flush=True)

    def close(self) -> None:
        """End the line of a turn that has not ended."""
        self._end()

    def _end(self) -> None:
        if self._text:
            print(f"{chr(13)}\x1b[K{self._text}" if self._is_live else self._text, flush=True)
        self._text = ""
