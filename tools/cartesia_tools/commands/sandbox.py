"""The command `cartesia-client sandbox`: start the stand-in server."""

from __future__ import annotations

import argparse
import contextlib
import os
import signal
import threading

from cartesia_api.contract import SERVER

from ..errors import UsageError
from ..service import start_sandbox
from ..terminal import output
from ..terminal.keys import from_keyring
from ..terminal.parser import Parser, integer

PLANS = ("free", "pro", "startup", "scale")


def add(parser: Parser) -> None:
    """Add the arguments of the command."""
    parser.description = "Start the stand-in server. The first line that it prints is its address."
    parser.set_defaults(run=_run)
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (%(default)s)")
    parser.add_argument(
        "--port", type=integer(0, 65535), default=0, help="port to listen on; 0 picks a free one (%(default)s)"
    )
    parser.add_argument("--allow-remote", action="store_true", help="allow a HOST that other machines can reach")
    parser.add_argument("--plan", choices=PLANS, help="enforce this plan's concurrency limits with 429")
    parser.add_argument("--realtime", action="store_true", help="generate audio about as fast as the service does")
    parser.add_argument("--version", metavar="DATE", help="Cartesia-Version of requests that do not name one")
    parser.add_argument("--strict", action="store_true", help="reject unknown fields with a hint")
    parser.add_argument(
        "--api-key",
        action="append",
        dest="api_keys",
        metavar="KEY",
        help="accept this API key, and reject others with 401; repeatable; without it, any key is accepted",
    )
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="seed of the noise in the voice (%(default)s)")
    parser.add_argument(
        "--fault",
        action="append",
        default=[],
        dest="faults",
        metavar="FAULT",
        help="plan a fault, such as 'status status=429 times=2' or 'cut after_bytes=4000'; repeatable",
    )
    _add_recording(parser)
    parser.add_examples(
        "cartesia-client sandbox --port 8000",
        "cartesia-client sandbox --record traffic.jsonl",
        "cartesia-client sandbox --record traffic.jsonl --live",
        "cartesia-client sandbox --replay traffic.jsonl",
        'cartesia-client sandbox --port 8000 --plan free --strict --fault "status status=503 times=2"',
    )


def _add_recording(parser: Parser) -> None:
    """Add the arguments for traffic that is recorded or played back."""
    parser.add_argument(
        "--record",
        metavar="FILE",
        help="append all traffic to FILE, without credentials, to be played back with --replay",
    )
    parser.add_argument(
        "--live",
        action="store_true",
        help="with --record: pass everything on to the real service, with CARTESIA_API_KEY; it bills what it is asked for",
    )
    parser.add_argument(
        "--replay",
        metavar="FILE",
        help="answer as recorded in FILE, which may be a HAR file, too; refuse by name what was not recorded",
    )


def _upstream(options: argparse.Namespace) -> tuple[str, str] | None:
    """Return address and key of the real service, if it is to be recorded. Raise UsageError without a key."""
    if not options.live:
        return None
    if not options.record or options.replay:
        raise UsageError("--live needs --record FILE, and no --replay: it records what the real service answers")
    stored = from_keyring()
    key = os.environ.get("CARTESIA_API_KEY") if stored is None else stored.reveal()
    if not key:
        raise UsageError("--live needs an API key, in CARTESIA_API_KEY or the keyring")
    return SERVER, key


def _run(options: argparse.Namespace) -> int:
    # A service manager stops a process with SIGTERM: the sandbox closes as it does for Ctrl-C, with exit code 0.
    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    names = ["host", "port", "allow_remote", "plan", "realtime", "version", "strict", "api_keys", "seed", "faults"]
    names += ["record", "replay", "upstream"]
    options.upstream = _upstream(options)
    with start_sandbox(**{name: getattr(options, name) for name in names}) as sandbox:
        print(sandbox.url, flush=True)
        page = f"{sandbox.url}{sandbox.page}"
        keys = "accepts any API key" if options.api_keys is None else "accepts the API keys of --api-key only"
        if not options.quiet:
            output.say(f"stand-in for tests, not the Cartesia service; {keys}; press Ctrl-C to stop")
            output.say(f"operations, journal and faults: {page}")
        with contextlib.suppress(KeyboardInterrupt):
            stop.wait()
    return 0
