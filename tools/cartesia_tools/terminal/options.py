"""The options that every command has."""

from __future__ import annotations

import argparse
from typing import Any

from .parser import Parser, integer, seconds

DEFAULTS = {
    "base_url": None,
    "api_version": None,
    "timeout": None,
    "max_retries": None,
    "profile": None,
    "quiet": False,
    "verbose": False,
    "debug": False,
}


def add_general(parser: Parser, *, as_defaults: bool = False) -> None:
    """Add the options of every command. They may stand before the command and after it.

    An option of the command itself that is spelt the same keeps its meaning.

    Args:
        as_defaults: Whether this is the parser of the whole command line, which has the defaults.
    """
    group = parser.add_argument_group("options of every command")

    def add(*names: str, **settings: object) -> None:
        free = [name for name in names if not parser.has(name)]
        if free:
            group.add_argument(*free, default=argparse.SUPPRESS, **settings)  # type: ignore[arg-type]

    add("--base-url", metavar="URL", help="address of the API; another machine's needs --live (CARTESIA_BASE_URL)")
    add("--api-version", metavar="DATE", help="Cartesia-Version to use (CARTESIA_VERSION, or the newest)")
    add("--timeout", type=seconds, metavar="SECONDS", help="limit for connecting and for each read (60)")
    add("--max-retries", type=integer(0, 100), metavar="N", help="retries after the first attempt (2)")
    add("--profile", metavar="NAME", help="profile of the settings to use (CARTESIA_PROFILE); see config --help")
    add("-q", "--quiet", action="store_true", help="print results and errors only")
    add("-v", "--verbose", action="store_true", help="log each attempt, retry and wait to standard error")
    add("--debug", action="store_true", help="log everything, and print where an error comes from")
    if as_defaults:
        parser.set_defaults(**DEFAULTS)


def add_live(parser: Parser) -> None:
    """Add the option that a command of the API has: whether to use the real service."""
    parser.add_argument(
        "--live",
        action="store_true",
        help="use the real service, with CARTESIA_API_KEY; without it, no request leaves your machine",
    )


def add_spending(parser: Parser) -> None:
    """Add the options of a command that may buy much: how much at a time, and at most."""
    parser.add_argument(
        "--plan",
        choices=("free", "pro", "startup", "scale"),
        help="plan of the account: what it allows at a time is used",
    )
    parser.add_argument(
        "--max-characters",
        type=integer(0, 10**9),
        metavar="N",
        help="refuse what would pass so many characters, which are billed",
    )


def spending(options: argparse.Namespace) -> dict[str, Any]:
    """Return the arguments of a client that limit what it buys, and how much at a time."""
    return {"concurrency": options.plan, "max_characters": options.max_characters}
