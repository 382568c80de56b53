"""Writes addresses of servers one way: those with variables of listed values as one address for each."""

from __future__ import annotations

from itertools import product
from typing import Any

from ..contract import Doc, as_dict

_MOST_SERVERS = 64


def with_addresses(node: Doc) -> Doc:
    """Write an address with variables that have listed values as one address for each, and name other defaults."""
    held = node.get("servers")
    if not isinstance(held, list) or not any(isinstance(each, dict) and each.get("variables") for each in held):
        return node
    return {**node, "servers": [made for entry in held for made in _addresses(entry)]}


def _addresses(entry: Any) -> list[Any]:
    if not isinstance(entry, dict) or not isinstance(entry.get("url"), str):
        return [entry]
    ways = []
    for name, variable in as_dict(entry.get("variables")).items():
        known, default = as_dict(variable).get("enum"), as_dict(variable).get("default")
        values = [str(each) for each in known] if isinstance(known, list) and known else [f"{{{name}={default}}}"]
        ways.append([(f"{{{name}}}", value) for value in dict.fromkeys(values)])
    rest = {key: value for key, value in entry.items() if key != "variables"}
    made = []
    for chosen in [*product(*ways)][:_MOST_SERVERS]:
        url = entry["url"]
        for variable, value in chosen:
            url = url.replace(variable, value)
        made.append({**rest, "url": url})
    return made
