"""The command `cartesia-client`: `say` speaks a text into a file, `sandbox` starts the stand-in server, `changes` compares
two versions of the API; `contract` and `drift` ask whether the description is true.

Data goes to standard output, everything else to standard error. Exit codes: 0 done, 1 the API or the disk failed,
2 the call was wrong, 130 interrupted.
"""

from __future__ import annotations

import argparse
import contextlib
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from cartesia_client.errors import CartesiaError, ConfigurationError, InvalidRequestError

from . import arguments, changes_command

if TYPE_CHECKING:
    from cartesia_api.models.voice import Voice
    from cartesia_client.audio.result import Audio
    from cartesia_client.client import Cartesia
    from cartesia_sandbox import Sandbox

KATIE = "f786b574-daa5-4673-aa0c-cbe3e8534c02"
EXTENSIONS = {".wav": "wav", ".mp3": "mp3", ".raw": "raw", ".pcm": "raw"}
NO_SANDBOX = (
    "the sandbox is not installed: pip install 'cartesia-client[sandbox]', or speak with the real service: --live "
    "(and CARTESIA_API_KEY)"
)


class UsageError(Exception):
    """The command was called wrongly; the message says how to call it."""


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except (UsageError, ConfigurationError, InvalidRequestError) as error:
        return _complain(error, 2)
    except (CartesiaError, OSError) as error:
        return _complain(error, 1)
    except KeyboardInterrupt:
        return 130


def _complain(error: Exception, code: int) -> int:
    print(f"cartesia-client: {error}", file=sys.stderr)
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="cartesia-client", description="Speak with the Cartesia voice API.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    say = commands.add_parser("say", help="speak a text into a file", description="Speak a text into a file.")
    say.set_defaults(run=_say)
    say.add_argument("text", nargs="*", help="what to say; without it, or with -, standard input is read")
    say.add_argument("-o", "--output", metavar="FILE", help="where to put the audio; - is standard output (sonic.wav)")
    say.add_argument("-v", "--voice", default=KATIE, metavar="VOICE", help="id or name of the voice")
    say.add_argument("-m", "--model", default="sonic-3.5", metavar="MODEL", help="model that speaks (%(default)s)")
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

    sandbox = commands.add_parser(
        "sandbox",
        help="start the stand-in server",
        description="Start the stand-in server; it prints its address first.",
    )
    sandbox.set_defaults(run=_sandbox)
    sandbox.add_argument("--host", default="127.0.0.1", help="address to listen on (%(default)s)")
    sandbox.add_argument("--port", type=int, default=0, help="port to listen on; 0 picks a free one (%(default)s)")
    sandbox.add_argument("--allow-remote", action="store_true", help="permit a HOST that other machines can reach")
    plans = ("free", "pro", "startup", "scale")
    sandbox.add_argument("--plan", choices=plans, help="answer 429 to what this plan does not allow at a time")
    sandbox.add_argument("--realtime", action="store_true", help="speak about as fast as the service, not faster")
    sandbox.add_argument("--version", metavar="DATE", help="Cartesia-Version of requests that name none")
    sandbox.add_argument(
        "--strict", action="store_true", help="refuse unknown fields, and say what is known about them"
    )
    sandbox.add_argument("--seed", type=int, default=0, metavar="N", help="of the noise in the voice (%(default)s)")
    sandbox.add_argument(
        "--fault",
        action="append",
        default=[],
        dest="faults",
        metavar="FAULT",
        help="plan a fault, such as 'status status=429 times=2' or 'cut after_bytes=4000'; may be given again",
    )

    changes = commands.add_parser(
        "changes",
        help="compare two versions of the API",
        description="Compare two descriptions of the API, and say what each difference means. Exit code 1 if one breaks "
        "programs, 2 if the call was wrong.",
    )
    changes.set_defaults(run=_changes)
    changes_command.add(changes)
    arguments.add(commands, contract=_contract, drift=_drift)
    return parser


def _changes(options: argparse.Namespace) -> int:
    try:
        return changes_command.run(options)
    except ValueError as error:
        raise UsageError(str(error)) from None


def _say(options: argparse.Namespace) -> int:
    if options.list_voices:
        with _client(options.live) as client:
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
    with _client(options.live) as client:
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


@contextlib.contextmanager
def _client(live: bool) -> Iterator[Cartesia]:
    from cartesia_client.client import Cartesia

    if live:
        with Cartesia() as client:
            yield client
    else:
        # The address is given here, so that no environment variable can turn the sandbox into the service.
        with _start_sandbox() as sandbox, Cartesia(api_key="sandbox", base_url=sandbox.url) as client:
            yield client


def _start_sandbox(**options: Any) -> Sandbox:
    try:
        from cartesia_sandbox import Sandbox
    except ImportError as error:
        raise UsageError(NO_SANDBOX) from error
    try:
        return Sandbox(**options)
    except ValueError as error:
        raise UsageError(str(error).replace("allow_remote=True", "--allow-remote")) from error


def _contract(options: argparse.Namespace) -> int:
    with _validating():
        from .checks import runner
    if options.list:
        print("\n".join(runner.listing()))
        return 0
    if not options.live and (options.spend is not None or options.base_url):
        raise UsageError("--spend and --base-url are for the real service: add --live")
    wishes: dict[str, Any] = {"only": options.only, "journal": options.journal, "as_json": options.json}
    if options.live:
        return runner.run(base_url=options.base_url, api_key=None, spend=options.spend, **wishes)
    with _start_sandbox(api_keys=[runner.SANDBOX_KEY]) as sandbox:
        return runner.run(base_url=sandbox.url, api_key=runner.SANDBOX_KEY, spend=runner.UNLIMITED, **wishes)


def _drift(options: argparse.Namespace) -> int:
    with _validating():
        from .conformance import drift
    try:
        return drift.run(options.file, as_json=options.json)
    except (OSError, drift.TrafficError) as error:
        raise UsageError(str(error)) from error


@contextlib.contextmanager
def _validating() -> Iterator[None]:
    """Says what to install where validating is not possible."""
    try:
        yield
    except ImportError as error:
        raise UsageError(str(error)) from error


def _sandbox(options: argparse.Namespace) -> int:
    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    names = ("host", "port", "allow_remote", "plan", "realtime", "version", "strict", "seed", "faults")
    with _start_sandbox(**{name: getattr(options, name) for name in names}) as sandbox:
        print(sandbox.url, flush=True)
        page = f"{sandbox.url}{sandbox.page}"
        print("a stand-in for tests, not the Cartesia service; any API key will do; Ctrl-C ends it", file=sys.stderr)
        print(f"what it serves, its journal and its faults: {page}", file=sys.stderr)
        with contextlib.suppress(KeyboardInterrupt):
            stop.wait()
    return 0


if __name__ == "__main__":
    sys.exit(main())
