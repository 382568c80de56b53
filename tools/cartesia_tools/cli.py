"""The command `cartesia-client` and its subcommands.

say speaks a text into a file, sandbox starts the stand-in server, changes compares two versions of the API, port finds what a
program of the official library has to change, contract runs conformance checks against a service, and drift validates recorded
traffic against the spec.

Data goes to standard output, everything else to standard error. Exit codes: 0 success, 1 the API or the disk failed (for
changes, port, contract and drift: something was found), 2 wrong usage, 130 interrupted.
"""

from __future__ import annotations

import argparse
import contextlib
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from typing import Any

from cartesia_client.errors import CartesiaError, ConfigurationError, InvalidRequestError

from . import changes_command, port_command, say
from .errors import UsageError
from .service import start_sandbox


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code.

    Args:
        argv: The arguments, without the program's name. Default: those of this process.
    """
    options = _parser().parse_args(argv)
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
    parser = argparse.ArgumentParser(prog="cartesia-client", description="Use the Cartesia voice API.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    say.add(commands)
    _add_sandbox(commands)
    changes_command.add(commands)
    port_command.add(commands)
    _add_contract(commands)
    _add_drift(commands)
    return parser


def _add_contract(commands: Any) -> None:
    contract = commands.add_parser(
        "contract",
        help="run conformance checks against a service",
        description="Run conformance checks against the sandbox, or against the real service, and report where responses "
        "differ from the spec. Exit code 0: every check passed and nothing differs.",
    )
    contract.set_defaults(run=_contract)
    contract.add_argument(
        "--live", action="store_true", help="use the real service, with CARTESIA_API_KEY; read-only without --spend"
    )
    contract.add_argument(
        "--spend",
        type=int,
        metavar="CREDITS",
        help="with --live: also run checks that write or cost credits (1 per character), up to this many credits",
    )
    contract.add_argument("--base-url", metavar="URL", help="with --live: address of the service (CARTESIA_BASE_URL)")
    contract.add_argument(
        "--only", action="append", metavar="WORD", help="run only checks whose names contain WORD; repeatable"
    )
    contract.add_argument("--list", action="store_true", help="list the checks, what they do and what they cost")
    contract.add_argument("--journal", metavar="FILE", help="append all traffic to FILE, without credentials and audio")
    contract.add_argument("--json", action="store_true", help="print the report as JSON")


def _contract(options: argparse.Namespace) -> int:
    # Imported here: say must not wait for it, and it needs a library that is not always installed.
    with _validating():
        from .checks import runner
    if options.list:
        print("\n".join(runner.listing()))
        return 0
    if not options.live and (options.spend is not None or options.base_url):
        raise UsageError("--spend and --base-url need the real service: add --live")
    choices: dict[str, Any] = {"only": options.only, "journal": options.journal, "as_json": options.json}
    if options.live:
        return runner.run(base_url=options.base_url, api_key=None, spend=options.spend, **choices)
    with start_sandbox(api_keys=[runner.SANDBOX_KEY]) as sandbox:
        return runner.run(base_url=sandbox.url, api_key=runner.SANDBOX_KEY, spend=runner.UNLIMITED, **choices)


def _add_drift(commands: Any) -> None:
    drift = commands.add_parser(
        "drift",
        help="validate recorded traffic against the spec",
        description="Validate a HAR file, or a journal of this client, against the spec of the version that each request "
        "names. Exit code 0: no deviations, 1: deviations.",
    )
    drift.set_defaults(run=_drift)
    drift.add_argument("file", metavar="FILE", help="HAR file of a browser or proxy, or a journal")
    drift.add_argument("--json", action="store_true", help="print the report as JSON")


def _drift(options: argparse.Namespace) -> int:
    with _validating():
        from .conformance import drift
    try:
        return drift.run(options.file, as_json=options.json)
    except (OSError, drift.TrafficError) as error:
        raise UsageError(str(error)) from error


@contextlib.contextmanager
def _validating() -> Iterator[None]:
    """Report what to install if validation is not available."""
    try:
        yield
    except ImportError as error:
        raise UsageError(str(error)) from error


def _add_sandbox(commands: Any) -> None:
    sandbox = commands.add_parser(
        "sandbox",
        help="start the stand-in server",
        description="Start the stand-in server. The first line that it prints is its address.",
    )
    sandbox.set_defaults(run=_sandbox)
    sandbox.add_argument("--host", default="127.0.0.1", help="address to listen on (%(default)s)")
    sandbox.add_argument("--port", type=int, default=0, help="port to listen on; 0 picks a free one (%(default)s)")
    sandbox.add_argument("--allow-remote", action="store_true", help="allow a HOST that other machines can reach")
    plans = ("free", "pro", "startup", "scale")
    sandbox.add_argument("--plan", choices=plans, help="enforce this plan's concurrency limits with 429")
    sandbox.add_argument("--realtime", action="store_true", help="generate audio about as fast as the service does")
    sandbox.add_argument("--version", metavar="DATE", help="Cartesia-Version of requests that do not name one")
    sandbox.add_argument("--strict", action="store_true", help="reject unknown fields with a hint")
    sandbox.add_argument(
        "--api-key",
        action="append",
        dest="api_keys",
        metavar="KEY",
        help="accept this API key, and reject others with 401; repeatable; without it, any key is accepted",
    )
    sandbox.add_argument(
        "--seed", type=int, default=0, metavar="N", help="seed of the noise in the voice (%(default)s)"
    )
    sandbox.add_argument(
        "--fault",
        action="append",
        default=[],
        dest="faults",
        metavar="FAULT",
        help="plan a fault, such as 'status status=429 times=2' or 'cut after_bytes=4000'; repeatable",
    )


def _sandbox(options: argparse.Namespace) -> int:
    # A service manager stops a process with SIGTERM: the sandbox closes as it does for Ctrl-C, with exit code 0.
    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    names = ("host", "port", "allow_remote", "plan", "realtime", "version", "strict", "api_keys", "seed", "faults")
    with start_sandbox(**{name: getattr(options, name) for name in names}) as sandbox:
        print(sandbox.url, flush=True)
        page = f"{sandbox.url}{sandbox.page}"
        keys = "accepts any API key" if options.api_keys is None else "accepts the API keys of --api-key only"
        print(f"stand-in for tests, not the Cartesia service; {keys}; press Ctrl-C to stop", file=sys.stderr)
        print(f"operations, journal and faults: {page}", file=sys.stderr)
        with contextlib.suppress(KeyboardInterrupt):
            stop.wait()
    return 0


if __name__ == "__main__":
    sys.exit(main())
