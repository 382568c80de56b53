"""The command `cartesia-client man`: print the manual page."""

from __future__ import annotations

import argparse

from ..terminal.documents import manual, markdown
from ..terminal.parser import Parser


def add(parser: Parser) -> None:
    """Add the arguments of the command."""
    parser.description = "Print the manual page of all commands, in roff."
    parser.set_defaults(run=_run)
    parser.add_argument("--markdown", action="store_true", help="print the same as Markdown")
    parser.add_examples("cartesia-client man > ~/.local/share/man/man1/cartesia-client.1")


def _run(options: argparse.Namespace) -> int:
    print((markdown if options.markdown else manual)(options.parser.root), end="")
    return 0
