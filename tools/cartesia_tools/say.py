"""The command `cartesia-client say`: speak a text into a file."""

from __future__ import annotations

import argparse
import contextlib
import functools
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cartesia_io.audio.files import EXTENSIONS, check_path, container_of
from cartesia_io.audio.saving import write, writing

from .defaults import KATIE, MODEL
from .errors import UsageError
from .service import connect
from .terminal.options import add_live
from .terminal.parser import Parser
from .terminal.settings import fill

if TYPE_CHECKING:
    from cartesia_api.models.voice import Voice
    from cartesia_client.audio.result import Audio
    from cartesia_client.client import Cartesia

CONTAINERS = ("wav", "mp3", "raw")
"""The containers that the API produces."""
ENCODINGS = ("pcm_s16le", "pcm_f32le", "pcm_mulaw", "pcm_alaw")


def add(parser: Parser) -> None:
    """Add the arguments of the command."""
    parser.set_defaults(run=_run)
    parser.add_argument("text", nargs="*", help="text to speak; without it, or with -, it is read from standard input")
    parser.add_argument("-o", "--output", metavar="FILE", help="file to write; - is standard output (sonic.wav)")
    parser.add_argument("-v", "--voice", metavar="VOICE", help="id or name of the voice (Katie)")
    parser.add_argument("-m", "--model", metavar="MODEL", help=f"model that speaks ({MODEL})")
    parser.add_argument("-l", "--language", metavar="CODE", help="language of the text, such as en")
    parser.add_argument("--format", choices=CONTAINERS, help="container (the one that FILE's extension names, or wav)")
    parser.add_argument("--encoding", choices=ENCODINGS, help=f"encoding of a sample ({ENCODINGS[0]})")
    parser.add_argument("--sample-rate", type=int, metavar="HZ", help="samples per second (44100)")
    parser.add_argument("--bit-rate", type=int, default=128000, metavar="BITS", help="of mp3, per second (%(default)s)")
    parser.add_argument("--speed", type=float, metavar="X", help="0.6 to 1.5; 1 is normal")
    parser.add_argument("--volume", type=float, metavar="X", help="0.5 to 2; 1 is normal")
    parser.add_argument("--emotion", metavar="WORD", help="an emotion to aim for, such as calm")
    parser.add_argument("--list-voices", action="store_true", help="list the voices instead of speaking")
    add_live(parser)
    parser.add_examples(
        'cartesia-client say "Hello from Sonic."',
        "cartesia-client say -v Katie -o hello.mp3 < hello.txt",
        'python -m cartesia_client say "Hello from Sonic."   (where there is no sh, or no cartesia-client on the PATH)',
    )


def _run(options: argparse.Namespace) -> int:
    return _list_voices(options) if options.list_voices else _say(options)


def _list_voices(options: argparse.Namespace) -> int:
    with connect(options) as client:
        for voice in client.voices.list(limit=100):
            print(f"{voice.id}  {voice.language:5}  {voice.name}  {voice.tagline}".rstrip())
    return 0


def _say(options: argparse.Namespace) -> int:
    # Speech is billed by the request. So the text and the name of the file are checked, and the file is opened, before
    # anything is sent: no speech is bought that cannot be written.
    text = _text(options.text)
    settings = {"voice": KATIE, "model": MODEL, "encoding": ENCODINGS[0], "sample_rate": 44100}
    fill(options, **settings, language=None, **({} if options.output else {"format": None}))
    target, container = _target(options.output, options.format)
    with _writing(target) as write, connect(options) as client:
        voice = _voice(client, options.voice)
        audio = client.tts.generate(
            model_id=options.model,
            transcript=text,
            voice=voice.id,
            output_format=_output_format(options, container),
            **_optional(options),
        )
        write(audio.data)
    if options.quiet:
        return 0
    facts = f"{target or 'standard output'}: {_describe(audio)}, voice {voice.name} ({voice.id})"
    where = "live" if options.live else options.base_url or "sandbox"
    print(f"{facts}, {where}", file=sys.stderr if target is None else sys.stdout)
    return 0


def _output_format(options: argparse.Namespace, container: str) -> Any:
    rate = {"bit_rate": options.bit_rate} if container == "mp3" else {"encoding": options.encoding}
    return {"container": container, "sample_rate": options.sample_rate, **rate}


def _optional(options: argparse.Namespace) -> dict[str, Any]:
    """Return the arguments that were given, and leave the others to the service."""
    names = ("speed", "volume", "emotion")
    controls = {name: getattr(options, name) for name in names if getattr(options, name) is not None}
    language = {} if options.language is None else {"language": options.language}
    return {**language, **({"generation_config": controls} if controls else {})}


def _text(words: list[str]) -> str:
    """Return the text to speak, from the arguments or from standard input."""
    is_read = words in ([], ["-"])
    if is_read and (sys.stdin is None or (not words and sys.stdin.isatty())):
        raise UsageError('give a text to speak, as in: cartesia-client say "Hello from Sonic."')
    try:
        text = sys.stdin.read() if is_read else " ".join(words)
        text.encode()  # arguments that are not UTF-8 arrive as surrogates
    except UnicodeError as error:
        raise UsageError(f"the text is not UTF-8: {error}") from error
    if not text.strip():
        raise UsageError("there is nothing to speak: the text is empty")
    return text


def _target(output: str | None, format_: str | None) -> tuple[Path | None, str]:
    """Return the file to write (None is standard output) and the container of the audio in it."""
    if output == "-":
        path, named = None, None
    else:
        path = check_path(f"sonic.{format_ or 'wav'}" if output is None else output, None)
        named = container_of(path)
    container = format_ or named or "wav"
    if named not in (None, *CONTAINERS):
        raise UsageError(f"{path} would hold {named}, which the API does not produce: name it {_extensions()}")
    if named not in (None, container):
        raise UsageError(f"{path} would hold {container}: choose another extension, or --format {named}")
    if path is not None and not path.parent.is_dir():
        raise UsageError(f"there is no folder {path.parent}")
    if path is not None and path.is_dir():
        raise UsageError(f"{path} is a folder: name a file to write")
    if path is not None and not _is_standard_output(path):
        return path, container
    if sys.stdout is None or sys.stdout.isatty():
        raise UsageError("audio is not written to a terminal: give -o FILE, or redirect standard output")
    return None, container


def _is_standard_output(path: Path) -> bool:
    """Return whether a path such as /dev/stdout names where standard output goes."""
    # Written as a file of its own, the audio would be mixed with what is printed.
    try:
        return os.path.samestat(path.stat(), os.fstat(sys.stdout.fileno()))
    except (AttributeError, OSError, ValueError):  # there is none, or the path names no file yet
        return False


def _extensions() -> str:
    """Return the extensions that say can write, as words."""
    known = [extension for extension, container in EXTENSIONS.items() if container in CONTAINERS]
    return f"{', '.join(known[:-1])} or {known[-1]}"


@contextlib.contextmanager
def _writing(target: Path | None) -> Iterator[Callable[[bytes], object]]:
    """Open the file, or standard output, and give what writes to it. A plain file is replaced wholly or not at all."""
    if target is None:
        yield sys.stdout.buffer.write
        sys.stdout.buffer.flush()
    else:
        with _ending_in_order(), writing(target) as file:
            yield functools.partial(write, file)


@contextlib.contextmanager
def _ending_in_order() -> Iterator[None]:
    """Let SIGTERM and SIGHUP end the block as an error does, so that nothing half-written stays."""

    def end(number: int, _: object) -> None:
        raise SystemExit(128 + number)

    is_main = threading.current_thread() is threading.main_thread()  # only there may signals be handled
    numbers = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if is_main and hasattr(signal, name)]
    before = {number: signal.signal(number, end) for number in numbers if signal.getsignal(number) == signal.SIG_DFL}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _voice(client: Cartesia, wanted: str) -> Voice:
    """Return the voice with this id or, if it is not an id, with this name."""
    if len(wanted) == 36 and wanted.count("-") == 4:
        return client.voices.get(wanted)
    for voice in client.voices.list(q=wanted, limit=100):
        if voice.name.casefold() == wanted.casefold():
            return voice
    raise UsageError(f"there is no voice called {wanted!r}: see cartesia-client say --list-voices")


def _describe(audio: Audio) -> str:
    rate = f"{audio.bit_rate // 1000} kbit/s" if audio.container == "mp3" and audio.bit_rate else audio.encoding
    return f"{audio.duration:.2f} s, {audio.container} {rate} {audio.sample_rate} Hz"
