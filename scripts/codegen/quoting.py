"""Write what the description says into Python source. Texts are data: none of them becomes code.

All templates and emitters quote by these functions, so that quotes, backslashes and ends of lines have one rule.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

_STRING = r'"""(?:\\.|[^\\])*?"""|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\''
_STRINGS = re.compile(f"[rRbBuU]?(?:{_STRING})|#[^\n]*", re.DOTALL)


def collapsed(text: str) -> str:
    """Return a text in one line: spaces, tabs and line breaks in a row become one space."""
    return " ".join(text.split())


def literal(value: Any) -> str:
    """Return the literal of a text, number, list or dict."""
    return repr(value)


def escaped(text: str) -> str:
    """Return a text as it stands between the quotes of a docstring. Line feeds stay."""
    text = text.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    text = "".join(each if each.isprintable() or each == "\n" else ascii(each)[1:-1] for each in text)
    return text[:-1] + '\\"' if text.endswith('"') and not text.endswith('\\"') else text


def docstring(text: str, indent: str = "") -> str:
    """Return a docstring. One of several lines has its closing quotes in a line of their own."""
    return f'{indent}"""{escaped(text)}' + (f"\n{indent}" if "\n" in text else "") + '"""'


def without_strings(code: str) -> str:
    """Return code without its strings and comments, to look for names in it."""
    return _STRINGS.sub("''", code)


def outside_strings(pattern: str, change: Callable[[re.Match[str]], str], code: str) -> str:
    """Replace what a pattern matches in code, except within strings."""
    either = re.compile(f"({_STRINGS.pattern})|(?:{pattern})", re.DOTALL)
    return either.sub(lambda match: match[0] if match[1] is not None else change(match), code)
