"""The command `cartesia-client journal`: show the requests of a running sandbox."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterable
from typing import Any

from ..terminal import output
from ..terminal.parser import Parser, integer
from .control import address_of, ask

INTERVAL = 0.3
"""Seconds between two looks at the journal with --follow."""


def add(parser: Parser) -> None:
    """Add the arguments of the command."""
    parser.description = (
        "Show the requests that a running sandbox has recorded: a line for each, without keys.\nThe sandbox is that of "
        "--base-url, CARTESIA_BASE_URL or the settings."
    )
    parser.set_defaults(run=_run)
    parser.add_argument("-f", "--follow", action="store_true", help="go on with requests as they end, until Ctrl-C")
    parser.add_argument("--operation", metavar="NAME", help="only this operation; * matches anything, as in tts.*")
    parser.add_argument("--status", type=integer(100, 599), metavar="CODE", help="only responses of this status")
    parser.add_argument("--limit", type=integer(1, 100_000), metavar="N", help="only the last N requests")
    parser.add_argument("--frames", action="store_true", help="with --json: include the messages of sockets")
    parser.add_argument("--clear", action="store_true", help="empty the journal instead of showing it")
    parser.add_argument("--json", action="store_true", help="print one JSON object a line for each request")
    parser.add_examples(
        "cartesia-client journal --follow --base-url http://127.0.0.1:8000",
        "cartesia-client journal --operation 'tts.*' --json --frames",
    )


def _run(options: argparse.Namespace) -> int:
    url = address_of(options)
    if options.clear:
        ask("DELETE", url, "/journal")
        return 0
    query = {"operation": options.operation, "status": options.status, "limit": options.limit}
    query |= {"frames": "true"} if options.frames else {}
    query = {name: value for name, value in query.items() if value is not None}
    found = ask("GET", url, "/journal", query=query)["requests"]
    _print((each for each in found if not options.follow or _has_ended(each)), options)
    if options.follow:
        query.pop("limit", None)
        _follow(url, query, found, options)
    return 0


def _has_ended(request: dict[str, Any]) -> bool:
    return request["seconds"] is not None


def _follow(url: str, query: dict[str, Any], found: list[dict[str, Any]], options: argparse.Namespace) -> None:
    """Print the requests that end, in the order in which they are seen to."""
    printed = {each["id"] for each in found if _has_ended(each)}
    while True:
        # What is in progress may end behind later requests, so the journal is read from the first of these.
        open_ = [each["id"] for each in found if not _has_ended(each)]
        since = min(open_, default=max((each["id"] for each in found), default=0) + 1) - 1
        printed = {number for number in printed if number > since}
        time.sleep(INTERVAL)
        new = ask("GET", url, "/journal", query=query | {"since": since})["requests"]
        _print((each for each in new if _has_ended(each) and each["id"] not in printed), options)
        printed |= {each["id"] for each in new if _has_ended(each)}
        found = new or found[-1:]


def _print(requests: Iterable[dict[str, Any]], options: argparse.Namespace) -> None:
    for each in requests:
        if options.json:
            output.print_json(each, in_one_line=True)
            continue
        at = time.strftime("%H:%M:%S", time.localtime(each["at"]))
        took = "..." if each["seconds"] is None else f"{each['seconds'] * 1000:.0f} ms"
        facts = [at, each["id"], each["method"], each["path"], each["operation"] or "-", each["status"] or "...", took]
        facts += [f"{each['size']} -> {each['sent']} bytes"]
        facts += [f"{each['frame_count']} frames, closed with {each['close_code']}"] if each["frame_count"] else []
        facts += [f"fault: {'; '.join(each['faults'])}"] if each["faults"] else []
        print("  ".join(output.one_line(fact) for fact in facts))
    sys.stdout.flush()
