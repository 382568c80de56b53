"""Emit API.md: a table of the methods of the client."""

from __future__ import annotations

from ..merge import Contract
from .methods import event_union, page_item
from .source import Models, Operation


def reference_page(operations: list[Operation], models: Models, contract: Contract) -> str:
    lines = [
        "# Methods of the client",
        "",
        f"Emitted from spec/ for Cartesia-Version {contract.doc['info']['version']}.",
        "`AsyncCartesia` has the same methods. Behind `with_raw_response` and `with_streaming_response`, as in",
        "`client.voices.with_raw_response.get`, they return the response itself.",
        "",
        "| method | operation | parameters | returns |",
        "|---|---|---|---|",
    ]
    for operation in sorted(operations, key=lambda item: item.id):
        parameters = ", ".join(
            entry.name if entry.required else f"{entry.name}?"
            for entry in sorted((*operation.parameters, *operation.body), key=lambda item: not item.required)
        )
        returns = _returns(operation, models, contract)
        former = "".join(f", formerly `{name}`" for name in operation.aliases)
        lines.append(
            f"| `client.{operation.id}`{former} | {operation.http.upper()} `{operation.path}` | {parameters} | {returns} |"
        )
    return "\n".join((*lines, ""))


def _returns(operation: Operation, models: Models, contract: Contract) -> str:
    match operation.shape:
        case "bytes":
            return "`Audio`" if operation.is_audio else "`str`" if operation.is_text else "`bytes`"
        case "nothing":
            return "`None`"
        case "events":
            return f"`EventStream[{event_union(operation, contract)}]`"
        case "pages":
            return f"`Page[{page_item(operation, models)}]`"
    return f"`{operation.result}`"
