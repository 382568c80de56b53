"""The command `cartesia-client` and its subcommands.

Data goes to standard output, everything else to standard error. Exit codes are those of `terminal.exit_codes`. A command is a
module with a function `add(parser)`, which adds its arguments and sets `run`; the table COMMANDS names it.
"""

from __future__ import annotations

import argparse
import contextlib
import functools
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NamedTuple

from .terminal import output
from .terminal.exit_codes import BROKEN_PIPE, EXIT_CODES, INTERRUPTED, code_of
from .terminal.options import add_general
from .terminal.parser import Parser


class Command(NamedTuple):
    """A command, and where it is."""

    module: str
    """Module that has it, in this package; its name is a word after the dot where a module has several."""
    help: str


COMMANDS = {
    "say": Command("commands.say", "speak a text into a file, or aloud"),
    "batch": Command("commands.batch", "speak all texts of a manifest into a folder"),
    "voices": Command("commands.voices", "list and search voices"),
    "transcribe": Command("commands.transcribe", "turn recordings into text and subtitles"),
    "captions": Command("commands.captions", "show what is said as live text"),
    "clone": Command("commands.clone", "make a voice from a recording"),
    "call": Command("commands.call", "call any operation of the API"),
    "sandbox": Command("commands.sandbox", "start the stand-in server"),
    "journal": Command("commands.journal", "show the requests of a running sandbox"),
    "faults": Command("commands.faults", "plan what goes wrong in a running sandbox"),
    "changes": Command("changes_command", "compare two versions of the API"),
    "contract": Command("commands.contract", "run conformance checks against a service"),
    "drift": Command("commands.drift", "validate recorded traffic against the spec"),
    "port": Command("port_command", "find what a program of the official library has to change"),
    "config": Command("commands.config", "show and change the settings, and store the key"),
    "completion": Command("commands.completion", "print the completion of a shell"),
    "man": Command("commands.man", "print the manual page"),
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code.

    Args:
        argv: The arguments, without the program's name. Default: those of this process.
    """
    output.prepare()
    try:
        try:
            return _run(argv)
        finally:
            if sys.stdout is not None:
                sys.stdout.flush()
    except BrokenPipeError:
        output.give_up_output()
        return BROKEN_PIPE
    except KeyboardInterrupt:
        return INTERRUPTED


def _run(argv: Sequence[str] | None) -> int:
    words = sys.argv[1:] if argv is None else argv
    options = _parser(words).parse_args(words)
    _set_up_log(options)
    try:
        return int(options.run(options))
    except BrokenPipeError:
        raise
    except Exception as error:
        code = code_of(error)
        if code is None:
            raise
        if options.debug:
            _print_traceback(error)
        from .terminal.unsaved import described

        output.say(f"cartesia-client: {described(error)}")
        return code


def _set_up_log(options: argparse.Namespace) -> None:
    level = "debug" if options.debug else "info" if options.verbose else ""
    if level:
        from cartesia_io import logs

        logs.write_from(level)


def _print_traceback(error: Exception) -> None:
    """Print where an error comes from. What it repeats of a key is masked."""
    import traceback

    from cartesia_io.masking import masked

    print(masked("".join(traceback.format_exception(error))), end="", file=sys.stderr)


def _parser(words: Sequence[str] = ()) -> Parser:
    """Return the parser of the whole command line.

    Args:
        words: The arguments that it will parse.
    """
    parser = Parser(
        prog="cartesia-client",
        description="Use the Cartesia voice API. Commands use a sandbox on this machine, without a key, unless --live is given.",
    )
    parser.add_argument("--version", action=_Version, help="print the version of this program and end")
    commands = parser.add_subparsers(required=True, metavar="COMMAND", title="commands", parser_class=Parser)
    for name, command in COMMANDS.items():
        fill = functools.partial(_fill, command, words, parser)
        commands.add_parser(name, help=command.help, description=f"{_sentence(command.help)}.", fill=fill)
    add_general(parser, as_defaults=True)
    parser.add_examples(
        'cartesia-client say "Hello from Sonic."', "cartesia-client voices --language en", "cartesia-client say --help"
    )
    parser.epilog = f"{parser.epilog}\n\nexit codes:\n" + "\n".join(
        f"  {n:3}  {text}" for n, text in EXIT_CODES.items()
    )
    return parser


def _sentence(text: str) -> str:
    return text[0].upper() + text[1:]


def _fill(command: Command, words: Sequence[str], root: Parser, parser: Parser) -> None:
    """Add the arguments of a command, and those of every command."""
    parser.words, parser.root = words, root
    import_module(f".{command.module}", __package__).add(parser)
    add_general(parser)
    parser.set_defaults(parser=parser)


class _Version(argparse.Action):
    """Prints the version. It is looked up then, because that takes longer than the rest."""

    def __init__(self, option_strings: Sequence[str], dest: str, help: str | None = None) -> None:
        super().__init__(option_strings, argparse.SUPPRESS, nargs=0, default=argparse.SUPPRESS, help=help)

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        """Print the version and end the program."""
        import cartesia_client
        from cartesia_api.contract import API_VERSION

        with contextlib.suppress(BrokenPipeError):
            print(f"cartesia-client {cartesia_client.__version__}, Cartesia-Version {API_VERSION}", flush=True)
        parser.exit()


if __name__ == "__main__":
    sys.exit(main())
