"""The command `cartesia-client drift`: validate recorded traffic against the spec."""

from __future__ import annotations

import argparse

from ..errors import UsageError
from ..terminal.parser import Parser


def add(parser: Parser) -> None:
    """Add the arguments of the command."""
    parser.description = (
        "Validate a HAR file, or a journal of this client, against the spec of the version that each request names.\n"
        "Exit code 0: no deviations, 1: deviations, 2: the file, or an entry of it, cannot be read."
    )
    parser.set_defaults(run=_run)
    parser.add_argument("file", metavar="FILE", help="HAR file of a browser or proxy, or a journal")
    parser.add_argument(
        "--base-path",
        metavar="PATH",
        action="append",
        default=[],
        help="path, or address, under which a gateway offers the API; repeatable",
    )
    parser.add_argument("--json", action="store_true", help="print the report as JSON")
    parser.add_examples("cartesia-client drift traffic.har")


def _run(options: argparse.Namespace) -> int:
    try:
        from ..conformance import drift
    except ImportError as error:
        raise UsageError(str(error)) from error
    try:
        return drift.run(options.file, as_json=options.json, base_paths=options.base_path)
    except (OSError, drift.TrafficError) as error:
        raise UsageError(str(error)) from error
