"""The command `cartesia-client contract`: run conformance checks against the sandbox, or against the real service."""

from __future__ import annotations

import argparse
from typing import Any

from ..errors import UsageError
from ..service import start_sandbox
from ..terminal.parser import Parser


def add(parser: Parser) -> None:
    """Add the arguments of the command."""
    parser.description = (
        "Run conformance checks against the sandbox, or against the real service, and report where responses differ from "
        "the spec.\nExit code 0: every check passed and nothing differs."
    )
    parser.set_defaults(run=_run)
    parser.add_argument(
        "--live", action="store_true", help="use the real service, with CARTESIA_API_KEY; read-only without --spend"
    )
    parser.add_argument(
        "--spend",
        type=int,
        metavar="CREDITS",
        help="with --live: also run checks that write or cost credits (1 per character), up to this many credits",
    )
    parser.add_argument(
        "--only", action="append", metavar="WORD", help="run only checks whose names contain WORD; repeatable"
    )
    parser.add_argument("--list", action="store_true", help="list the checks, what they do and what they cost")
    parser.add_argument("--journal", metavar="FILE", help="append all traffic to FILE, without credentials and audio")
    parser.add_argument("--json", action="store_true", help="print the report as JSON")
    parser.add_examples("cartesia-client contract", "cartesia-client contract --live --spend 1100")


def _run(options: argparse.Namespace) -> int:
    # Imported here: the help must not wait for it, and it needs a library that is not always installed.
    try:
        from ..checks import runner
    except ImportError as error:
        raise UsageError(str(error)) from error
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
