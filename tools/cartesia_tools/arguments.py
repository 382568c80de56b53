"""How `cartesia-client contract` and `cartesia-client drift` are called."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

Command = Callable[[argparse.Namespace], int]


def add(commands: Any, *, contract: Command, drift: Command) -> None:
    """Adds the commands, and what runs them."""
    checks = commands.add_parser(
        "contract",
        help="check whether a service is what the description says",
        description="Run the contract checks on the sandbox, or on the real service, and report where answers differ from the "
        "description. Exit code 0: nothing failed and nothing differs.",
    )
    checks.set_defaults(run=contract)
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

    traffic = commands.add_parser(
        "drift",
        help="check recorded traffic against the description",
        description="Check a HAR file, or a journal of this client, against the description of the version that each request "
        "asked for. Exit code 0: no deviation, 1: some.",
    )
    traffic.set_defaults(run=drift)
    traffic.add_argument("file", metavar="FILE", help="HAR file of a browser or proxy, or journal")
    traffic.add_argument("--json", action="store_true", help="the report as JSON")
