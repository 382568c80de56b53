"""The command `cartesia-client say`: speaks a text into a file."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from .defaults import KATIE, MODEL
from .errors import UsageError
from .service import connect

if TYPE_CHECKING:
    from cartesia_api.models.voice import Voice
    from cartesia_client.audio.result import Audio
    from cartesia_client.client import Cartesia

EXTENSIONS = {".wav": "wav", ".mp3": "mp3", ".raw": "raw", ".pcm": "raw"}


def add(commands: Any) -> None:
    """Adds the command."""
    say = commands.add_parser("say", help="speak a text into a file", description="Speak a text into a file.")
    say.set_defaults(run=_run)
    say.add_argument("text", nargs="*", help="what to say; without it, or with -, standard input is read")
    say.add_argument("-o", "--output", metavar="FILE", help="where to put the audio; - is standard output (sonic.wav)")
    say.add_argument("-v", "--voice", default=KATIE, metavar="VOICE", help="id or name of the voice")
    say.add_argument("-m", "--model", default=MODEL, metavar="MODEL", help="model that speaks (%(default)s)")
    say.add_argument("-l", "--language", metavar="CODE", help="language of the text, such as en")
    say.add_argument("--format", choices=["wav", "mp3", "raw"], help="container; from FILE's extension, or wav")
    say.add_argument(
        "--encoding",
        default="pcm_s16le",
        choices=["pcm_s16le", "pcm_f32le", "pcm_mulaw", "pcm_alaw"],
        help="(pcm_s16le)",
    )
    say.add_argument("--sample-rate", type=int, default=44100, metavar="HZ", help="samples per second (%(default)s)")
    say.add_argument("--bit-rate", type=int, default=128000, metavar="BITS", help="of mp3, per second (%(default)s)")
    say.add_argument("--speed", type=float, metavar="X", help="0.6 to 1.5; 1 is normal")
    say.add_argument("--volume", type=float, metavar="X", help="0.5 to 2; 1 is normal")
    say.add_argument("--emotion", metavar="WORD", help="an emotion to aim for, such as calm")
    say.add_argument("--list-voices", action="store_true", help="list the voices instead of speaking")
    say.add_argument("--live", action="store_true", help="use the real service and CARTESIA_API_KEY, not the sandbox")


def _run(options: argparse.Namespace) -> int:
    if options.list_voices:
        with connect(options.live) as client:
            for voice in client.voices.list(limit=100):
                print(f"{voice.id}  {voice.language:5}  {voice.name}  {voice.tagline}".rstrip())
        return 0
    # All that can be wrong with the call is found before speech is bought.
    text = _text(options.text)
    target, container = _target(options)
    output: dict[str, Any] = {"container": container, "sample_rate": options.sample_rate}
    output |= {"bit_rate": options.bit_rate} if container == "mp3" else {"encoding": options.encoding}
    controls = {name: getattr(options, name) for name in ("speed", "volume", "emotion")}
    optional: dict[str, Any] = {"language": options.language, "generation_config": _given(controls)}
    with connect(options.live) as client:
        voice = _voice(client, options.voice)
        audio = client.tts.generate(
            model_id=options.model,
            transcript=text,
            voice=voice.id,
            output_format=cast(Any, output),  # its keys depend on the container; the service checks them
            **_given(optional),
        )
    if target is None:
        sys.stdout.buffer.write(audio.data)
        sys.stdout.buffer.flush()
    else:
        audio.save(target)
    facts = f"{target or 'standard output'}: {_describe(audio)}, voice {voice.name} ({voice.id})"
    print(f"{facts}, {'live' if options.live else 'sandbox'}", file=sys.stderr if target is None else sys.stdout)
    return 0


def _given(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value not in (None, {})}


def _text(words: list[str]) -> str:
    if not words and sys.stdin.isatty():
        raise UsageError('say what to say, as in: cartesia-client say "Hello from Sonic."')
    text = " ".join(words) if words and words != ["-"] else sys.stdin.read()
    if not text.strip():
        raise UsageError("there is nothing to say: the text is empty")
    return text


def _target(options: argparse.Namespace) -> tuple[Path | None, str]:
    """Where the audio goes (None is standard output), and its container."""
    if options.output == "-":
        if sys.stdout.isatty():
            raise UsageError("audio is not written to a terminal: give -o FILE, or redirect standard output")
        return None, options.format or "wav"
    given = Path(options.output) if options.output else None
    container = options.format or (EXTENSIONS.get(given.suffix.lower(), "wav") if given else "wav")
    path = given or Path(f"sonic.{container}")
    stated = EXTENSIONS.get(path.suffix.lower(), container)
    if stated != container:
        raise UsageError(f"{path} would hold {container}: choose another extension, or --format {stated}")
    if not path.parent.is_dir():
        raise UsageError(f"there is no folder {path.parent}")
    return path, container


def _voice(client: Cartesia, wanted: str) -> Voice:
    """The voice with this id or, if it is no id, with this name."""
    if len(wanted) == 36 and wanted.count("-") == 4:
        return client.voices.get(wanted)
    for voice in client.voices.list(q=wanted, limit=100):
        if voice.name.casefold() == wanted.casefold():
            return voice
    raise UsageError(f"there is no voice called {wanted!r}: see cartesia-client say --list-voices")


def _describe(audio: Audio) -> str:
    rate = f"{audio.bit_rate // 1000} kbit/s" if audio.container == "mp3" and audio.bit_rate else audio.encoding
    return f"{audio.duration:.2f} s, {audio.container} {rate} {audio.sample_rate} Hz"
