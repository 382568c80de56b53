"""Completion for shells: what may come next on a command line, and the script that asks for it in each shell.

The scripts ask this program, so all shells complete the same, as far as the operations of the API and their fields, and a script
stays right when the program changes.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence

from .parser import Parser

SHELLS = {
    "bash": """\
_cartesia_client() {
    local IFS=$'\\n'
    COMPREPLY=($(cartesia-client completion bash -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null | cut -f1))
}
complete -o default -F _cartesia_client cartesia-client
""",
    "zsh": """\
_cartesia_client() {
    local -a found
    local line
    for line in "${(@f)$(cartesia-client completion zsh -- "${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
        [[ -n $line ]] && found+=("${${line%%$'\\t'*}//:/\\\\:}:${line#*$'\\t'}")
    done
    if (( $#found )); then _describe 'cartesia-client' found; else _files; fi
}
compdef _cartesia_client cartesia-client
""",
    "fish": """\
function __cartesia_client
    set -l words (commandline -opc) (commandline -ct)
    cartesia-client completion fish -- $words[2..-1] 2>/dev/null
end
complete -c cartesia-client -a '(__cartesia_client)'
""",
    "powershell": """\
Register-ArgumentCompleter -Native -CommandName cartesia-client -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements | Select-Object -Skip 1 | ForEach-Object { "$_" })
    if ($wordToComplete -eq '') { $words += '""' }
    cartesia-client completion powershell -- @words 2>$null | ForEach-Object {
        $value, $text = $_ -split "`t", 2
        if (-not $text) { $text = $value }
        [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $text)
    }
}
""",
}
"""The script of each shell. Where nothing is proposed, the shell completes names of files."""


def candidates(parser: Parser, words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield what the last word may become, each with what it means. Nothing where a text or a file belongs.

    Args:
        parser: The parser of the whole command line.
        words: The words behind the program's name; the last one is completed, and may be empty.
    """
    *before, current = words or [""]
    current = "" if current in ('""', "=") else current  # PowerShell passes no empty words; bash splits at =
    before = [word for word in before if word != "="]
    pending: argparse.Action | None = None
    parser.filled()
    position = 0
    for word in before:
        if pending is not None:
            pending = None
        elif word.startswith("-"):
            action = parser.option(word)
            pending = action if action is not None and action.nargs != 0 and "=" not in word else None
        elif word in (commands := parser.commands()):
            parser, position = commands[word].filled(), 0
        else:
            position += 1
    for value, text in _next(parser, pending, position, current):
        if value.startswith(current):
            yield value, (text or "").replace("\n", " ")


def _next(
    parser: Parser, pending: argparse.Action | None, position: int, current: str
) -> Iterator[tuple[str, str | None]]:
    if pending is not None:
        yield from ((str(each), "") for each in pending.choices or ())
    elif current.startswith("--") and "=" in current:
        action = parser.option(current)
        yield from ((f"{current.partition('=')[0]}={each}", "") for each in getattr(action, "choices", None) or ())
    elif current.startswith("-"):
        for action in parser.shown_actions():
            long = [option for option in action.option_strings if option.startswith("--")]
            for option in action.option_strings if len(current) == 1 else long[:1]:
                yield option, _plain(action.help)
    elif commands := parser.commands():
        yield from ((name, each.description) for name, each in commands.items())
    else:
        positional = [each for each in parser.shown_actions() if not each.option_strings]
        if position < len(positional):
            yield from ((str(each), "") for each in positional[position].choices or ())


def _plain(text: str | None) -> str:
    """Return a help text as it is printed, without what would be filled in."""
    return (text or "").replace(" (%(default)s)", "").replace("%%", "%")
