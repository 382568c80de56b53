"""The command `cartesia-client faults`: plan what goes wrong in a running sandbox."""

from __future__ import annotations

import argparse

from ..terminal import output
from ..terminal.options import add_general
from ..terminal.parser import Parser, integer
from .control import address_of, ask


def add(parser: Parser) -> None:
    """Add the arguments of the command."""
    parser.description = (
        "Plan what goes wrong in a running sandbox, show what is planned, or take it back.\nThe sandbox is that of --base-url, "
        "CARTESIA_BASE_URL or the settings."
    )
    commands = parser.add_subparsers(required=True, metavar="ACTION", title="actions", parser_class=Parser)
    listing = commands.add_parser("list", help="show the planned faults", description="Show the planned faults.")
    listing.add_argument("--json", action="store_true", help="print JSON")
    listing.set_defaults(run=_list)
    adding = commands.add_parser("add", help="plan a fault", description="Plan a fault, and print its number.")
    adding.add_argument("fault", nargs="+", metavar="FAULT", help="kind and fields, such as: status status=429 times=2")
    adding.set_defaults(run=_add)
    clearing = commands.add_parser(
        "clear", help="take faults back", description="Take all planned faults back, or one."
    )
    clearing.add_argument(
        "number", nargs="?", type=integer(0, 10**9), metavar="NUMBER", help="its number; without it, all"
    )
    clearing.set_defaults(run=_clear)
    for each in (listing, adding, clearing):
        add_general(each)
        each.set_defaults(parser=each)
    where = "--base-url http://127.0.0.1:8000"
    adding.add_examples(f"cartesia-client faults add {where} cut operation=tts.generate after_bytes=4000")
    parser.add_examples(
        f"cartesia-client faults add {where} status status=503 times=2", f"cartesia-client faults list {where}"
    )


def _list(options: argparse.Namespace) -> int:
    found = ask("GET", address_of(options), "/faults")["faults"]
    if options.json:
        output.print_json(found)
    else:
        output.print_table(
            ("NUMBER", "FAULT", "TRIGGERED"), [(each["id"], each["text"], each["met"]) for each in found]
        )
    return 0


def _add(options: argparse.Namespace) -> int:
    import shlex

    # The shell may have split the fault, or not: `faults add "status status=429"` is the same.
    words = options.fault
    text = words[0] if len(words) == 1 else shlex.join(words)
    print(ask("POST", address_of(options), "/faults", body={"text": text})["id"])
    return 0


def _clear(options: argparse.Namespace) -> int:
    place = "/faults" if options.number is None else f"/faults/{options.number}"
    ask("DELETE", address_of(options), place)
    return 0
