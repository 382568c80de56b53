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
from typing import Any

from cartesia_client.errors import CartesiaError, ConfigurationError, InvalidRequestError

from . import changes_command, say
from .errors import UsageError
from .service import start_sandbox


def main(argv: Sequence[str] | None = None) -> int:
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
    parser = argparse.ArgumentParser(prog="cartesia-client", description="Speak with the Cartesia voice API.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    say.add(commands)
    _add_sandbox(commands)
    changes_command.add(commands)
    _add_contract(commands)
    _add_drift(commands)
    return parser


def _add_contract(commands: Any) -> None:
    checks = commands.add_parser(
        "contract",
        help="check whether a service is what the description says",
        description="Run the contract checks on the sandbox, or on the real service, and report where answers differ from the "
        "description. Exit code 0: nothing failed and nothing differs.",
    )
    checks.set_defaults(run=_contract)
    checks.add_argument("--live", action="store_true", help="on the real service, with CARTESIA_API_KEY; read-only")
    checks.add_argument(
        "--spend",
        type=int,
        metavar="CHARACTERS",
        help="with --live: also checks that make something or cost something, at most so many credits (1 a character)",
    )
    checks.add_argument("--base-url", metavar="URL", help="with --live: where the service is (CARTESIA_BASE_URL)")
    checks.add_argument(
        "--only", action="append", metavar="WORD", help="only checks with this in their names; repeatable"
    )
    checks.add_argument("--list", action="store_true", help="list the checks, with what they do and cost")
    checks.add_argument("--journal", metavar="FILE", help="append all traffic to FILE, without credentials and audio")
    checks.add_argument("--json", action="store_true", help="the report as JSON")


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
    with start_sandbox(api_keys=[runner.SANDBOX_KEY]) as sandbox:
        return runner.run(base_url=sandbox.url, api_key=runner.SANDBOX_KEY, spend=runner.UNLIMITED, **wishes)


def _add_drift(commands: Any) -> None:
    traffic = commands.add_parser(
        "drift",
        help="check recorded traffic against the description",
        description="Check a HAR file, or a journal of this client, against the description of the version that each request "
        "asked for. Exit code 0: no deviation, 1: some.",
    )
    traffic.set_defaults(run=_drift)
    traffic.add_argument("file", metavar="FILE", help="HAR file of a browser or proxy, or journal")
    traffic.add_argument("--json", action="store_true", help="the report as JSON")


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


def _add_sandbox(commands: Any) -> None:
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


def _sandbox(options: argparse.Namespace) -> int:
    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    names = ("host", "port", "allow_remote", "plan", "realtime", "version", "strict", "seed", "faults")
    with start_sandbox(**{name: getattr(options, name) for name in names}) as sandbox:
        print(sandbox.url, flush=True)
        page = f"{sandbox.url}{sandbox.page}"
        print("a stand-in for tests, not the Cartesia service; any API key will do; Ctrl-C ends it", file=sys.stderr)
        print(f"what it serves, its journal and its faults: {page}", file=sys.stderr)
        with contextlib.suppress(KeyboardInterrupt):
            stop.wait()
    return 0


if __name__ == "__main__":
    sys.exit(main())
