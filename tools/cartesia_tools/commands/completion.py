"""The command `cartesia-client completion`: completion for shells."""

from __future__ import annotations

import argparse

from ..terminal.parser import Parser
from ..terminal.shells import SHELLS, candidates


def add(parser: Parser) -> None:
    """Add the arguments of the command."""
    parser.description = "Print the script that lets a shell complete commands, options and values."
    parser.set_defaults(run=_run)
    parser.add_argument("shell", choices=list(SHELLS), help="the shell")
    # The scripts call it with "--" and the words of the line so far, the last one as far as it has been typed.
    parser.add_argument("words", nargs="*", help=argparse.SUPPRESS)
    parser.add_examples(
        'bash:        eval "$(cartesia-client completion bash)"            in ~/.bashrc',
        'zsh:         eval "$(cartesia-client completion zsh)"             in ~/.zshrc, behind compinit',
        "fish:        cartesia-client completion fish | source             in ~/.config/fish/config.fish",
        "PowerShell:  cartesia-client completion powershell | Out-String | Invoke-Expression   in $PROFILE",
    )


def _run(options: argparse.Namespace) -> int:
    words = list(options.parser.words)
    if "--" not in words:
        print(SHELLS[options.shell], end="")
        return 0
    for value, text in candidates(options.parser.root, words[words.index("--") + 1 :]):
        print(f"{value}\t{text}" if text else value)
    return 0
