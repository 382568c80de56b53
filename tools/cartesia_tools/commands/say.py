"""The command `cartesia-client say`: speak a text into a file, or aloud."""

from __future__ import annotations

import argparse
import contextlib
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..defaults import KATIE, MODEL
from ..errors import UsageError
from ..service import connect
from ..terminal import output
from ..terminal.options import add_live, add_spending, spending
from ..terminal.parser import Parser, number, one_of
from ..terminal.settings import fill
from ..terminal.sound import BIT_RATES, ENCODINGS, SAMPLE_RATES, SPEEDS, VOLUMES
from .targets import CONTAINERS, check_place, ending_in_order, target_of, writing_text, writing_to

if TYPE_CHECKING:
    from cartesia_api.models.voice import Voice
    from cartesia_client.client import Cartesia
    from cartesia_client.narration.stream import SpeechStream

SUBTITLES = {".srt": "srt", ".vtt": "vtt", ".json": "json"}
LONG = 1000
"""Characters from which a text is spoken in pieces."""


def add(parser: Parser) -> None:
    """Add the arguments of the command."""
    parser.description = (
        "Speak a text into a file, or aloud.\nA text of more than 1000 characters is spoken in pieces, several at a time, and "
        "joined."
    )
    parser.set_defaults(run=_run)
    parser.add_argument("text", nargs="*", help="text to speak; without it, or with -, it is read from standard input")
    parser.add_argument("-f", "--file", metavar="FILE", help="file that holds the text, UTF-8; - is standard input")
    parser.add_argument("-o", "--output", metavar="FILE", help="file to write; - is standard output (sonic.wav)")
    parser.add_argument("--play", action="store_true", help="play the speech; without -o, no file is written")
    parser.add_argument("--subtitles", metavar="FILE", help="also write subtitles: a file of .srt, .vtt or .json")
    parser.add_argument(
        "--resume",
        metavar="FOLDER",
        help="keep finished pieces there; the same command goes on and buys only what is missing",
    )
    add_spending(parser)
    add_voice(parser)
    parser.add_argument("--format", choices=CONTAINERS, help="container (the one that FILE's extension names, or wav)")
    parser.add_argument(
        "--list-voices", action="store_true", help="list the voices instead of speaking, as -v '?' does"
    )
    parser.add_argument("--json", action="store_true", help="print what was made as JSON")
    add_live(parser)
    parser.add_examples(
        'cartesia-client say "Hello from Sonic."',
        'cartesia-client say --play "Hello from Sonic."',
        "cartesia-client say -f chapter.txt -o chapter.mp3 --subtitles chapter.srt --resume chapter.parts",
        'python -m cartesia_client say "Hello from Sonic."   (where there is no sh, or no cartesia-client on the PATH)',
    )


def add_voice(parser: Parser) -> None:
    """Add the options that say how a text is spoken."""
    parser.add_argument("-v", "--voice", metavar="VOICE", help="id or name of the voice (Katie)")
    parser.add_argument("-m", "--model", metavar="MODEL", help=f"model that speaks ({MODEL})")
    parser.add_argument("-l", "--language", metavar="CODE", help="language of the text, such as en")
    parser.add_argument("--encoding", choices=ENCODINGS, help=f"encoding of a sample ({ENCODINGS[0]})")
    parser.add_argument(
        "--sample-rate",
        type=one_of(SAMPLE_RATES),
        choices=SAMPLE_RATES,
        metavar="HZ",
        help="samples per second (44100)",
    )
    parser.add_argument(
        "--bit-rate",
        type=one_of(BIT_RATES),
        choices=BIT_RATES,
        default=128000,
        metavar="BITS",
        help="of mp3, per second (%(default)s)",
    )
    parser.add_argument("--speed", type=number(*SPEEDS), metavar="X", help="0.6 to 1.5; 1 is normal")
    parser.add_argument("--volume", type=number(*VOLUMES), metavar="X", help="0.5 to 2; 1 is normal")
    parser.add_argument("--emotion", metavar="WORD", help="an emotion to aim for, such as calm")


def fill_voice(options: argparse.Namespace, **more: Any) -> None:
    """Set the options that say how a text is spoken, as far as they were not given."""
    fill(options, voice=KATIE, model=MODEL, encoding=ENCODINGS[0], sample_rate=44100, language=None, plan=None, **more)


def _run(options: argparse.Namespace) -> int:
    return _list_voices(options) if options.list_voices or options.voice == "?" else _say(options)


def _list_voices(options: argparse.Namespace) -> int:
    from .voices import list_voices

    with connect(options) as client:
        for voice in list_voices(client, 100, {}):
            tagline = getattr(voice, "tagline", None) or ""  # older versions lack it
            print(f"{voice.id}  {voice.language:5}  {voice.name}  {tagline}".rstrip())
    return 0


def _say(options: argparse.Namespace) -> int:
    # Speech is billed by the request. So the text and the name of the file are checked, and the file is opened, before
    # anything is sent: no speech is bought that cannot be written.
    text = _text(options)
    fill_voice(options, **({} if options.output else {"format": None}))
    is_heard_only = options.play and options.output is None
    target, container = (None, "raw") if is_heard_only else target_of(options.output, options.format)
    if options.play and target is None and not is_heard_only:
        raise UsageError("standard output cannot take what --play plays: give -o FILE, or no -o")
    subtitles = _subtitles(options.subtitles)
    if subtitles and target and subtitles.resolve() == target.resolve():
        raise UsageError(f"{target} cannot hold both the audio and the subtitles: name two files")
    with connect(options, **spending(options)) as client:
        voice = voice_of(client, options.voice)
        if len(text) > LONG or subtitles or options.resume or options.play:
            facts = _say_in_pieces(client, text, voice, target, container, subtitles, options)
        else:
            facts = _say_at_once(client, text, voice, target, container, options)
    facts = {
        "file": None if is_heard_only else str(target or "-"),
        **facts,
        "voice": {"id": voice.id, "name": voice.name},
        "live": options.live,
    }
    _report(facts, target, options)
    return 0


def _say_at_once(
    client: Cartesia, text: str, voice: Voice, target: Path | None, container: str, options: argparse.Namespace
) -> dict[str, Any]:
    from cartesia_client.narration.speak_request import voice_argument

    with writing_to(target) as write:
        audio = client.tts.generate(
            model_id=options.model,
            transcript=text,
            voice=voice_argument(voice.id, client.version),
            output_format=output_format(options, container),
            **spoken_with(options),
        )
        write(audio.data)
    return _format_facts(audio, options) | {"seconds": audio.duration, "request_ids": [audio.request_id]}


def _say_in_pieces(
    client: Cartesia,
    text: str,
    voice: Voice,
    target: Path | None,
    container: str,
    subtitles: Path | None,
    options: argparse.Namespace,
) -> dict[str, Any]:
    from cartesia_client.narration.subtitles import subtitles as written

    with (
        ending_in_order(),
        writing_text(subtitles) if subtitles else contextlib.nullcontext() as write_subtitles,
        output.Progress(len(text), "characters", clock=time.monotonic, quiet=options.quiet) as bar,
    ):
        stream = client.speak_stream(
            text,
            voice=voice.id,
            model_id=options.model,
            output_format=output_format(options, container),
            resume=options.resume,
            progress=lambda progress: bar.advance(progress.done - bar.done),
            **spoken_with(options),
        )
        _write(stream, target, options)
        if subtitles and write_subtitles:
            write_subtitles(written(stream.words, SUBTITLES[subtitles.suffix.lower()], stream.duration))
    pieces = stream.pieces
    facts = {
        "pieces": len(pieces),
        "kept": sum(each.is_kept for each in pieces),
        "subtitles": subtitles and str(subtitles),
    }
    ids = [each.request_id for each in pieces if not each.is_kept]
    return _format_facts(stream, options) | {"seconds": stream.duration, "request_ids": ids, **facts}


def _write(stream: SpeechStream, target: Path | None, options: argparse.Namespace) -> None:
    """Write speech while it is made, or play it, or both."""
    if options.play:
        _play(stream, target)
    elif target is not None:
        stream.save(target)
    else:
        with stream, writing_to(None, failing=stream.finish) as write:
            for data in stream:
                write(data)


def _play(stream: SpeechStream, target: Path | None) -> None:
    """Play speech while it is made, and write it to a file, which is opened before."""
    if target is None:
        stream.play()
        return
    with writing_to(target) as write:
        write(stream.play().audio.data)


def output_format(options: argparse.Namespace, container: str) -> Any:
    """Return the format that the options ask for."""
    rate = {"bit_rate": options.bit_rate} if container == "mp3" else {"encoding": options.encoding}
    return {"container": container, "sample_rate": options.sample_rate, **rate}


def spoken_with(options: argparse.Namespace) -> dict[str, Any]:
    """Return the arguments that were given, and leave the others to the service."""
    names = ("speed", "volume", "emotion")
    controls = {name: getattr(options, name) for name in names if getattr(options, name) is not None}
    language = {} if options.language is None else {"language": options.language}
    return {**language, **({"generation_config": controls} if controls else {})}


def _text(options: argparse.Namespace) -> str:
    """Return the text to speak: from the arguments, a file or standard input."""
    words = options.text
    if options.file is not None and words:
        raise UsageError("give a text or -f FILE, not both")
    is_read = options.file == "-" or (options.file is None and words in ([], ["-"]))
    if is_read and (sys.stdin is None or (not words and options.file is None and output.is_terminal(sys.stdin))):
        raise UsageError('give a text to speak, as in: cartesia-client say "Hello from Sonic."')
    try:
        if is_read:
            text = sys.stdin.read()
        else:
            text = Path(options.file).read_text(encoding="utf-8-sig") if options.file is not None else " ".join(words)
        text.encode()  # arguments that are not UTF-8 arrive as surrogates
    except UnicodeError as error:
        raise UsageError(f"the text is not UTF-8: {error}") from error
    except OSError as error:
        raise UsageError(f"cannot read {options.file}: {error.strerror}") from None
    from cartesia_io.text import is_speakable

    if not is_speakable(text, last=True):
        what = "the text is empty" if not text.strip() else "the text has no letter and no digit outside of its tags"
        raise UsageError(f"there is nothing to speak: {what}")
    return text


def _subtitles(name: str | None) -> Path | None:
    """Return the file of subtitles to write, None for none."""
    if name is None:
        return None
    path = Path(name)
    if path.suffix.lower() not in SUBTITLES:
        raise UsageError(f"{name} must be named .srt, .vtt or .json, which says what kind of subtitles it holds")
    check_place(path)
    return path


def voice_of(client: Cartesia, wanted: str) -> Voice:
    """Return the voice with this id or, if it is not an id, with this name."""
    from cartesia_api.finding import find, is_id
    from cartesia_client.errors import InvalidRequestError

    if is_id(wanted):
        return client.voices.get(wanted)
    try:
        return find(client.voices, wanted)  # type: ignore[no-any-return]  # a voice; not every version has `voices.find`
    except InvalidRequestError as error:
        raise UsageError(f"there is no voice called {wanted!r}: {error}; see cartesia-client voices") from None


def _format_facts(audio: Any, options: argparse.Namespace) -> dict[str, Any]:
    """Return what the audio is, of a result or a stream."""
    is_mp3 = audio.container == "mp3"
    how = {"bit_rate": options.bit_rate} if is_mp3 else {"encoding": audio.encoding}
    return {"container": audio.container, **how, "sample_rate": audio.sample_rate}


def _report(facts: dict[str, Any], target: Path | None, options: argparse.Namespace) -> None:
    stream = sys.stderr if target is None else sys.stdout
    if options.json and (target is not None or options.play):
        output.print_json(facts)
    elif not options.quiet:
        rate = f"{facts['bit_rate'] // 1000} kbit/s" if "bit_rate" in facts else facts["encoding"]
        audio = f"{facts['seconds']:.2f} s, {facts['container']} {rate} {facts['sample_rate']} Hz"
        pieces = f", {facts['pieces']} pieces, {facts['kept']} of them kept" if "pieces" in facts else ""
        voice = facts["voice"]
        where = "live" if options.live else options.base_url or "sandbox"
        place = target or ("played" if options.play else "standard output")
        print(f"{place}: {audio}, voice {voice['name']} ({voice['id']}){pieces}, {where}", file=stream)
    if output.is_terminal(sys.stderr) and not options.quiet and not options.play:
        output.say("hear it: add --play")
