"""What is printed: results to standard output, everything else to standard error."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TextIO

WIDEST = 40
"""Columns of a cell of a table, on a terminal that is too narrow for more."""


def prepare() -> None:
    """Let the streams of this process print every text: a letter that their encoding lacks is escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            with contextlib.suppress(ValueError, OSError):  # a stream that is closed
                stream.reconfigure(errors="backslashreplace")


def give_up_output() -> None:
    """Let what is left in the buffer of standard output go nowhere: its reader has gone."""
    with contextlib.suppress(AttributeError, OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def is_terminal(stream: TextIO | None) -> bool:
    """Return whether a person sees what is printed there."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # it is closed
        return False


def say(text: str, stream: TextIO | None = None) -> None:
    """Print a line for people, to standard error unless another stream is given."""
    print(text, file=sys.stderr if stream is None else stream)


def has_color(stream: TextIO | None) -> bool:
    """Return whether to color what is printed there: on a terminal, unless NO_COLOR is set."""
    return is_terminal(stream) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def bold(text: str, stream: TextIO | None) -> str:
    """Return a text that stands out, where colors are wanted."""
    return f"\x1b[1m{text}\x1b[0m" if has_color(stream) else text


def as_json(value: Any, *, in_one_line: bool = False) -> str:
    """Return a value as JSON; in escapes where the encoding of the output lacks letters."""
    import json

    encoding = (getattr(sys.stdout, "encoding", None) or "utf-8").lower().replace("-", "").replace("_", "")
    indent = None if in_one_line else 1
    text = json.dumps(value, indent=indent, ensure_ascii=encoding != "utf8", default=str)
    # A half of a surrogate pair is valid in JSON, as an escape alone.
    return text if not _has_surrogates(text) else json.dumps(value, indent=indent, default=str)


def print_json(value: Any, *, in_one_line: bool = False) -> None:
    """Print a value as JSON."""
    print(as_json(value, in_one_line=in_one_line))


def _has_surrogates(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False


def one_line(value: object) -> str:
    """Return a value as it is shown in a cell or a line: without line ends and control characters."""
    text = "" if value is None else str(value)
    return "".join(each if each.isprintable() else " " for each in text)


def width(text: str) -> int:
    """Return the columns that a text takes on a terminal."""
    if text.isascii():
        return len(text)
    import unicodedata

    return sum(
        0 if unicodedata.combining(each) else 2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text
    )


def print_table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a table. In a pipe, it has no heads, its cells are separated by tabs, and they are whole."""
    cells = [[one_line(value) for value in row] for row in rows]
    if not is_terminal(sys.stdout):
        for row in cells:
            print("\t".join(row))
        return
    cells = [[_shortened(value, WIDEST) for value in row] for row in cells]
    widths = [max(map(width, column)) for column in zip(heads, *cells, strict=True)]
    for number, row in enumerate([list(heads), *cells]):
        padded = (value + " " * (most - width(value)) for value, most in zip(row, widths, strict=True))
        line = "  ".join(padded).rstrip()
        print(bold(line, sys.stdout) if number == 0 else line)


def _shortened(text: str, most: int) -> str:
    if width(text) <= most:
        return text
    while width(text) > most - 3:
        text = text[:-1]
    return text + "..."


class Progress:
    """How far a command is: a bar with the time that is left, on a terminal; nothing anywhere else. A context manager.

    Args:
        total: How much there is to do.
        unit: What is counted, such as "files".
        clock: Returns the time in seconds.
        quiet: Whether to print nothing.
    """

    def __init__(self, total: int, unit: str, *, clock: Callable[[], float], quiet: bool = False) -> None:
        self.total, self.unit, self.done = total, unit, 0
        self._clock = clock
        self._start = clock()
        self._is_shown = is_terminal(sys.stderr) and not quiet and total > 0
        self._shown = ""

    def advance(self, steps: int = 1) -> None:
        """Count steps as done, and show how far it is."""
        self.done = min(self.done + steps, self.total)
        if self._is_shown:
            self._print(self.line())

    def line(self) -> str:
        """Return the bar, with what is done and the time that is left."""
        filled = 30 * self.done // self.total if self.total else 30
        used = self._clock() - self._start
        left = used / self.done * (self.total - self.done) if self.done else 0
        rest = f", {int(left) // 60}:{int(left) % 60:02} left" if 0 < self.done < self.total else ""
        return f"[{'#' * filled}{'.' * (30 - filled)}] {self.done}/{self.total} {self.unit}{rest}"

    def clear(self) -> None:
        """Remove the bar, before something else is printed. The next step shows it again."""
        if self._shown:
            print(f"\r{' ' * len(self._shown)}\r", end="", file=sys.stderr, flush=True)
            self._shown = ""

    def _print(self, line: str) -> None:
        print(f"\r{line.ljust(len(self._shown))}", end="", file=sys.stderr, flush=True)
        self._shown = line

    def __enter__(self) -> Progress:
        if self._is_shown:
            self._print(self.line())
        return self

    def __exit__(self, *error: object) -> None:
        self.clear()
