"""The command `cartesia-client transcribe`: turn recordings into text and subtitles."""

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
from ..terminal.sound import HEARD_ENCODINGS
from .targets import writing_text

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
        "--encoding",
        choices=HEARD_ENCODINGS,
        metavar="NAME",
        help="encoding of a recording without a header, such as pcm_s16le",
    )
    parser.add_argument("--sample-rate", type=integer(1, 1_000_000), metavar="HZ", help="its samples per second")
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--json", action="store_true", help="print a line of JSON for each file, with words and times")
    how.add_argument("--srt", action="store_true", help="make SRT subtitles")
    how.add_argument("--vtt", action="store_true", help="make WebVTT subtitles")
    parser.add_argument(
        "-o", "--output", metavar="DIR", help="write a file for each recording there, named .txt, .json, .srt or .vtt"
    )
    add_live(parser)
    parser.add_examples(
        "cartesia-client transcribe call.wav",
        "cartesia-client transcribe --json *.mp3 > texts.jsonl",
        "cartesia-client transcribe --srt -o subtitles *.wav",
    )


def _run(options: argparse.Namespace) -> int:
    fill(options, language=None)
    # Listening is billed, so what cannot be read is found before anything is sent.
    for name in options.files:
        if name != "-" and not Path(name).is_file():
            raise UsageError(f"there is no file {name}")
    if options.files.count("-") > 1:
        raise UsageError("standard input can be transcribed once only")
    targets = _targets(options)
    worst = 0
    quiet = options.quiet or len(options.files) == 1
    with (
        connect(options) as client,
        output.Progress(len(options.files), "files", clock=time.monotonic, quiet=quiet) as bar,
    ):
        for name in options.files:
            try:
                target = targets.get(name)
                with writing_text(target) as write:
                    found = _transcribe(client, name, options)
                    bar.clear()
                    write(_shown(name, found, options, target))
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
    if options.json or options.srt or options.vtt:
        given["timestamp_granularities"] = ["word"]
    file = ("recording", sys.stdin.buffer.read()) if name == "-" else Path(name)
    return client.stt.transcribe(file=file, model=options.model, **given)


def _kind(options: argparse.Namespace) -> str:
    return "json" if options.json else "srt" if options.srt else "vtt" if options.vtt else "txt"


def _targets(options: argparse.Namespace) -> dict[str, Path]:
    """Return the file to write for each recording; none if the texts are printed."""
    if options.output is None:
        if len(options.files) > 1 and _kind(options) in ("srt", "vtt"):
            raise UsageError("subtitles of several files need a folder: give -o DIR")
        return {}
    folder = Path(options.output)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{folder} cannot be a folder of results: {error.strerror}") from None
    names = {
        name: folder / f"{'recording' if name == '-' else Path(name).stem}.{_kind(options)}" for name in options.files
    }
    if len(set(names.values())) < len(set(options.files)):
        raise UsageError("two of the files would have the same name in the folder of results")
    return names


def _shown(name: str, found: TranscriptionResponse, options: argparse.Namespace, target: Path | None) -> str:
    """Return what is written to a file, or printed."""
    kind = _kind(options)
    if kind in ("srt", "vtt"):
        return _subtitles(found, kind)
    if kind == "json":
        return output.as_json({"file": name, **found.to_dict()}, in_one_line=True) + "\n"
    if target is not None or len(options.files) == 1:
        return found.text.strip() + "\n"
    return f"{output.one_line(name)}\t{output.one_line(found.text.strip())}\n"


def _subtitles(found: TranscriptionResponse, kind: str) -> str:
    from cartesia_client.narration.subtitles import subtitles
    from cartesia_client.narration.words import Word

    words = [Word(each.word.strip(), each.start, each.end) for each in found.words or () if each.word.strip()]
    return subtitles(words, kind, found.duration or 0.0)
