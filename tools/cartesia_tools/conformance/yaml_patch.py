"""Patches as YAML, to paste into spec/. Scalars are written as JSON, which is YAML; only outer levels are blocks."""

from __future__ import annotations

import json
import re
from typing import Any

_PLAIN = re.compile(r"[A-Za-z/$][\w./$ -]*(?<! )")
_ODD = re.compile(r"[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_WORDS = {"true", "false", "null", "yes", "no", "on", "off", "y", "n"}
_WIDTH = 110


def to_yaml(value: Any, indent: int = 0) -> str:
    """Return a document of dicts, lists and scalars as YAML."""
    return "\n".join(_lines(value, indent)) + "\n"


def _lines(value: Any, indent: int) -> list[str]:
    space = " " * indent
    lines: list[str] = []
    if isinstance(value, dict):
        for name, entry in value.items():
            flow = _flow(entry)
            if _is_leaf(entry) and len(space) + len(name) + len(flow) < _WIDTH:
                lines.append(f"{space}{_scalar(name)}: {flow}")
            else:
                lines += [f"{space}{_scalar(name)}:", *_lines(entry, indent + 2)]
    elif isinstance(value, list):
        lines += [f"{space}- {_flow(entry)}" for entry in value]
    else:
        lines.append(space + _scalar(value))
    return lines


def _is_leaf(value: Any) -> bool:
    """Return whether a value is simple enough for one line: it has no object or list within an object or list."""
    if isinstance(value, dict):
        return all(not isinstance(entry, dict | list) or not entry for entry in value.values())
    if isinstance(value, list):
        return all(not isinstance(entry, dict | list) for entry in value)
    return True


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_scalar(name)}: {_flow(entry)}" for name, entry in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return _scalar(value)


def _scalar(value: Any) -> str:
    if isinstance(value, str) and _PLAIN.fullmatch(value) and value.lower() not in _WORDS:
        return value
    if isinstance(value, float) and "." not in repr(value):
        return repr(value).replace("e", ".0e")  # without a decimal point, YAML would read a string
    # YAML does not allow all characters of a JSON string unescaped.
    return _ODD.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(value, ensure_ascii=False))
