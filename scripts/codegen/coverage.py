"""python -m codegen.coverage: how much of the API spec/ describes, by resource; fails where an operation lacks something."""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from .build import load
from .lint import ERRORS, KEYLESS
from .merge import Contract, Doc, SpecError

COUNTED = ("operations", "parameters", "schemas", "fields", "enum values", "examples")


def lacking(contract: Contract) -> list[str]:
    """Return what each operation lacks: a description, an example of its request and response, its error statuses."""
    found = []
    for path, method, operation in contract.operations():
        what = f"{operation.get('operationId', '?')} ({method.upper()} {path})"
        if not operation.get("description"):
            found.append(f"{what}: no description")
        statuses = KEYLESS if operation.get("security") == [] else ERRORS
        found += [f"{what}: no {status}" for status in statuses if status not in operation["responses"]]
        contents = [operation.get("requestBody", {}).get("content", {})]
        contents += [contract.resolve(response).get("content", {}) for response in operation["responses"].values()]
        for content in contents:
            for media, entry in content.items():
                if not media.startswith("audio/") and "example" not in entry and not entry.get("examples"):
                    found.append(f"{what}: no example of {media}")
    return found


def rows(contract: Contract) -> list[tuple[str, ...]]:
    """Return a row for each file of spec/: its name, and what is counted in `COUNTED`."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for path, method, operation in contract.operations():
        counts[contract.file_of("paths", path, method)].update(
            {"operations": 1, "parameters": len(operation.get("parameters", [])), "examples": _examples(operation)}
        )
    for path, item in contract.doc["paths"].items():
        if channel := item.get("x-websocket"):
            counts[contract.file_of("paths", path, "x-websocket")].update(
                {"parameters": len(channel.get("query", [])), "examples": sum(map(len, channel["examples"].values()))}
            )
    for name, schema in contract.doc["components"]["schemas"].items():
        counts[contract.file_of("components", "schemas", name)].update(
            {"schemas": 1, "fields": len(schema.get("properties", {})), "enum values": len(schema.get("enum", []))}
        )
    total = sum(counts.values(), Counter[str]())
    table = [*sorted(counts.items()), ("all", total)]
    return [(file, *(str(count[what]) for what in COUNTED)) for file, count in table]


def _examples(node: Any) -> int:
    if isinstance(node, list):
        return sum(map(_examples, node))
    if not isinstance(node, dict):
        return 0
    own: Doc = node.get("examples", {}) if isinstance(node.get("examples"), dict) else {}
    rest = (value for key, value in node.items() if key not in ("example", "examples"))
    return ("example" in node) + len(own) + sum(map(_examples, rest))


def main() -> int:
    try:
        contract = load(Path(__file__).parents[2] / "spec")
    except SpecError as error:
        print(error, file=sys.stderr)
        return 1
    head = ("file", *COUNTED)
    table = [head, *rows(contract)]
    widths = [max(len(row[column]) for row in table) for column in range(len(head))]
    for file, *cells in table:
        print(
            file.ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(cells, widths[1:], strict=True)), sep="  "
        )
    missing = lacking(contract)
    print("\n".join(missing), end="\n" if missing else "", file=sys.stderr)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
