"""The command `cartesia-client transcribe`: turn recordings into text."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import UsageError
from ..service import connect
from ..terminal import output
from ..terminal.exit_codes import code_of
from ..terminal.options import add_live
from ..terminal.parser import Parser, integer
from ..terminal.settings import fill

if TYPE_CHECKING:
    from cartesia_api.models.transcription_response import TranscriptionResponse
    from cartesia_client.client import Cartesia

MODEL = "ink-whisper"


def add(parser: Parser) -> None:
    """Add the arguments of the command."""
    parser.description = (
        "Turn recordings into text. Costs a credit for two seconds.\nOne that fails does not keep the others from being "
        "transcribed; the exit code is then that of the first failure."
    )
    parser.set_defaults(run=_run)
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help="recording, such as a WAV or MP3 file; - is standard input"
    )
    parser.add_argument("-m", "--model", default=MODEL, metavar="MODEL", help="model that listens (%(default)s)")
    parser.add_argument("-l", "--language", metavar="CODE", help="language that is spoken (en)")
    parser.add_argument(
        "--encoding", metavar="NAME", help="encoding of a recording without a header, such as pcm_s16le"
    )
    parser.add_argument("--sample-rate", type=integer(1, 1_000_000), metavar="HZ", help="its samples per second")
    parser.add_argument(
        "--json", action="store_true", help="print one JSON object a line for each file, with words and times"
    )
    add_live(parser)
    parser.add_examples("cartesia-client transcribe call.wav", "cartesia-client transcribe --json *.mp3 > texts.jsonl")


def _run(options: argparse.Namespace) -> int:
    fill(options, language=None)
    # Listening is billed, so what cannot be read is found before anything is sent.
    for name in options.files:
        if name != "-" and not Path(name).is_file():
            raise UsageError(f"there is no file {name}")
    if options.files.count("-") > 1:
        raise UsageError("standard input can be transcribed once only")
    worst = 0
    quiet = options.quiet or len(options.files) == 1
    with (
        connect(options) as client,
        output.Progress(len(options.files), "files", clock=time.monotonic, quiet=quiet) as bar,
    ):
        for name in options.files:
            try:
                found = _transcribe(client, name, options)
                bar.clear()
                _print(name, found, options)
            except Exception as error:
                code = code_of(error)
                if code is None or isinstance(error, BrokenPipeError) or len(options.files) == 1:
                    raise
                bar.clear()
                output.say(f"cartesia-client: {name}: {error}")
                worst = worst or code
            bar.advance()
    return worst


def _transcribe(client: Cartesia, name: str, options: argparse.Namespace) -> TranscriptionResponse:
    names = ("language", "encoding", "sample_rate")
    given: dict[str, Any] = {each: getattr(options, each) for each in names if getattr(options, each) is not None}
    if options.json:
        given["timestamp_granularities"] = ["word"]
    file = ("recording", sys.stdin.buffer.read()) if name == "-" else Path(name)
    return client.stt.transcribe(file=file, model=options.model, **given)


def _print(name: str, found: TranscriptionResponse, options: argparse.Namespace) -> None:
    if options.json:
        output.print_json({"file": name, **found.to_dict()}, in_one_line=True)
    elif len(options.files) == 1:
        print(found.text.strip())
    else:
        print(f"{output.one_line(name)}\t{output.one_line(found.text.strip())}")
    sys.stdout.flush()
