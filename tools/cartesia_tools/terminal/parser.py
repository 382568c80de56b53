"""The parser of the command line: filled on first use, with examples in each help text and a suggestion for a misspelt word."""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NoReturn

# Listing the commands must not load them: that takes ten times as long as the rest of `--help`. So the parser of a command is
# empty until it is asked to parse, to print its help or to be described, and only then imports the module of its command.

Fill = Callable[["Parser"], object]
"""Adds the arguments of a command to its parser."""


class Parser(argparse.ArgumentParser):
    """A parser of a command or of the whole command line.

    Args:
        fill: Adds the arguments, when they are needed for the first time.
        **options: Those of argparse.ArgumentParser.
    """

    def __init__(self, *, fill: Fill | None = None, **options: Any) -> None:
        options.setdefault("formatter_class", argparse.RawDescriptionHelpFormatter)
        super().__init__(**options)
        self._fill = fill
        self.examples: list[str] = []
        """Command lines for the end of the help text."""
        self.words: Sequence[str] = ()
        """All arguments of the program, for a command that has other arguments because of them."""
        self.root = self
        """The parser of the whole command line."""

    def filled(self) -> Parser:
        """Return this parser, with its arguments."""
        if self._fill is not None:
            fill, self._fill = self._fill, None
            fill(self)
        return self

    def add_examples(self, *examples: str) -> None:
        """Add command lines to the end of the help text."""
        self.examples += examples
        self.epilog = "\n".join(["examples:", *(f"  {each}" for each in self.examples)]).replace("%", "%%")

    def has(self, option: str) -> bool:
        """Return whether there is an option of this spelling, such as "-v"."""
        return option in self._option_string_actions

    def option(self, word: str) -> argparse.Action | None:
        """Return the option that a word such as "--voice" or "--voice=Katie" spells, None if there is none."""
        return self._option_string_actions.get(word.partition("=")[0])

    def shown_actions(self) -> list[argparse.Action]:
        """Return the arguments that help texts show."""
        return [each for each in self.filled()._actions if each.help != argparse.SUPPRESS]

    def commands(self) -> dict[str, Parser]:
        """Return the parsers of the commands of this one, by name; none if it has no commands."""
        found = [each for each in self.filled()._actions if isinstance(each, argparse._SubParsersAction)]
        return dict(found[0].choices) if found else {}

    def format_help(self) -> str:
        """Return the help text, with all arguments."""
        self.filled()
        return super().format_help()

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Read the arguments that are known, and return them with the others."""
        self.filled()
        return super().parse_known_args(args, namespace)

    def parse_args(self, args: Any = None, namespace: Any = None) -> Any:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Read all arguments. An unknown one ends the program with a message that names what it may mean."""
        options, unknown = self.parse_known_args(args, namespace)
        if unknown:
            parser: Parser = getattr(options, "parser", self)
            parser.error(f"there is no argument {' '.join(unknown)}{parser._meant(unknown)}")
        return options

    def error(self, message: str) -> NoReturn:
        """End the program with a message about wrong usage. argparse calls it."""
        text = message if message[:8] != "argument" else message[9:]
        self.exit(2, f"{self.prog}: {text} (see {self.prog} --help)\n")

    def _meant(self, unknown: Sequence[str]) -> str:
        wrong = next((each.partition("=")[0] for each in unknown if each.startswith("-")), "")
        return suggestion(wrong, (each for each in self._option_string_actions if each.startswith("--")))

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        """Raise ArgumentError for a value that is none of the choices. argparse calls it."""
        if action.choices is not None and value not in action.choices:
            names = [str(each) for each in action.choices]
            known = f"; known: {', '.join(names)}" if len(names) <= 30 else ""
            raise argparse.ArgumentError(action, f"there is no {value!r}{suggestion(str(value), names)}{known}")


def suggestion(wrong: str, known: Iterable[str]) -> str:
    """Return a question that names what a misspelt word may mean, or an empty text."""
    from difflib import get_close_matches

    near = get_close_matches(wrong.lower(), list(known), 1)
    return f"; did you mean {near[0]}?" if near else ""


def integer(least: int, most: int) -> Callable[[str], int]:
    """Return what reads an integer within limits, as the `type` of an argument."""

    def read(text: str) -> int:
        if not text.strip().isdecimal() or not least <= int(text) <= most:
            raise argparse.ArgumentTypeError(f"must be an integer from {least} to {most}, got {text!r}")
        return int(text)

    return read


def one_of(values: Sequence[int]) -> Callable[[str], int]:
    """Return what reads one of some integers, as the `type` of an argument."""

    def read(text: str) -> int:
        if not text.isdecimal() or int(text) not in values:
            raise argparse.ArgumentTypeError(f"must be one of {', '.join(map(str, values))}, got {text!r}")
        return int(text)

    return read


def number(least: float, most: float) -> Callable[[str], float]:
    """Return what reads a number within limits, as the `type` of an argument."""

    def read(text: str) -> float:
        try:
            value = float(text)
        except ValueError:
            value = math.nan
        if not least <= value <= most:  # also true for nan
            raise argparse.ArgumentTypeError(f"must be a number from {least:g} to {most:g}, got {text!r}")
        return value

    return read


def seconds(text: str) -> float:
    """Read a time in seconds, as the `type` of an argument."""
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 < value < 1e9:  # also false for nan
        raise argparse.ArgumentTypeError(f"must be a number of seconds above 0, got {text!r}")
    return value
