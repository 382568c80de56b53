"""Words that stand for names and texts while the generator runs, so that it only ever sees what it can take.

Plain names and texts go through it as they are. Any other one is a made-up word in the generator's view, and is put in its place
in what the generator wrote: as a literal, as the name that Python has for it, or as text of a docstring.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import count
from pathlib import Path

from .naming import generated_name
from .quoting import collapsed, escaped, literal

_PLAIN_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*(?:\[\w*\])?")
_PLAIN_PATH = re.compile(r"(?:/|[A-Za-z0-9._-]|\{[A-Za-z][A-Za-z0-9_]*\})*")
_LONGEST_WORD = 60
"""Longer words are broken where the generator wraps texts."""
_DIGITS = "abcdefghij"
_IN_CODE = (
    r'"/qp(?P<path>[a-j]+)MARK[^"]*"'
    r'|(?P<quote>["\'])qn(?P<string>[a-j]+)MARK(?P=quote)'
    r"|(?P<capital>[qQ])n(?P<name>[a-j]+)MARK"
    r"|qt(?P<text>[a-j]+)MARK"
)


class StandIns:
    """The words of one view, and what they stand for.

    Args:
        document: All of the description, in any notation. The words end in letters that it does not have.
    """

    def __init__(self, document: str) -> None:
        known = document.lower()
        self._mark = next(mark for length in count() if (mark := f"x{'k' * length}q") not in known)
        self._in_code = re.compile(_IN_CODE.replace("MARK", self._mark))
        self._names: list[tuple[str, str]] = []
        self._texts: list[str] = []
        self._paths: list[str] = []

    def name(self, wire: str, python: str) -> str:
        """Return what the generator is to see of a name, so that it calls it `python`."""
        if _PLAIN_NAME.fullmatch(wire) and generated_name(wire) == python:
            return wire
        if (wire, python) not in self._names:
            self._names.append((wire, python))
        return f"qn{_word(self._names.index((wire, python)))}{self._mark}"

    def text(self, text: str) -> str:
        """Return what the generator is to see of a description."""
        text = collapsed(text)
        longest = max(map(len, text.split()), default=0)
        if text.isprintable() and longest <= _LONGEST_WORD and not re.search(r'\\|"""', text):
            return text
        self._texts.append(text)
        return f"qt{_word(len(self._texts) - 1)}{self._mark}"

    def path(self, path: str, names: Mapping[str, str]) -> str:
        """Return what the generator is to see of a path.

        Args:
            path: The path.
            names: What each parameter is called in Python.
        """
        wires = re.findall(r"\{([^{}]*)\}", path)
        seen = [self.name(wire, names[wire]) for wire in wires]
        if _PLAIN_PATH.fullmatch(path) and seen == wires:
            return path
        stored = re.sub(r"\{([^{}]*)\}", lambda match: f"{{{names[match[1]]}}}", path)
        if stored not in self._paths:
            self._paths.append(stored)
        return f"/qp{_word(self._paths.index(stored))}{self._mark}" + "".join(f"/{{{name}}}" for name in seen)

    def restore(self, folder: Path) -> None:
        """Put what the words stand for in their place, in all modules of a folder."""
        for path in sorted(folder.rglob("*.py")):
            text = path.read_text(encoding="utf-8")
            if self._mark in text:
                path.write_text(self._in_code.sub(self._meant, text), encoding="utf-8")
            if self._mark in path.name:
                path.rename(path.with_name(self._in_code.sub(self._meant, path.name)))

    def _meant(self, match: re.Match[str]) -> str:
        if match["path"]:
            return literal(self._paths[_number(match["path"])])
        if match["string"]:
            return literal(self._names[_number(match["string"])][0])
        if match["text"]:
            return escaped(self._texts[_number(match["text"])])
        python = self._names[_number(match["name"])][1]
        return python if match["capital"] == "q" else "".join(map(str.capitalize, python.split("_")))


def _word(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _number(word: str) -> int:
    return int("".join(str(_DIGITS.index(letter)) for letter in word))
