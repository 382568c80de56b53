"""Write the models anew: the stock generator knows what they hold, `runtime/model.py` what they do.

The generator repeats for each model how it is read and written, and gives what is absent a value of its own, so that a program
must ask twice whether a field has a value. Here a model is its fields, their types and texts.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from ..quoting import collapsed, docstring, literal, without_strings
from .names import HEAD, without
from .source import Models, wire_names

_IMPORTS = {
    "Any": "from typing import Any",
    "Literal": "from typing import Literal",
    "datetime": "import datetime",
    "File": "from ..types import File",
}


def write_models(folder: Path, models: Models) -> None:
    """Write all model modules anew."""
    held = {name: _held(definition, models) for name, definition in models.classes.items()}
    for path in sorted(folder.glob("[!_]*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        model = next((node for node in tree.body if isinstance(node, ast.ClassDef)), None)
        path.write_text(_enum(tree) if model is None else _module(model, models, held), encoding="utf-8")


def _enum(tree: ast.Module) -> str:
    """Return the module of an enum: an alias of a Literal."""
    alias = next(node for node in tree.body if isinstance(node, ast.Assign))
    return f"{HEAD}from __future__ import annotations\n\nfrom typing import Literal\n\n{ast.unparse(alias)}\n"


def _held(model: ast.ClassDef, models: Models) -> set[str]:
    """Return the models and enums that the fields of a model hold."""
    annotations = " ".join(ast.unparse(node.annotation) for node in model.body if isinstance(node, ast.AnnAssign))
    return set(re.findall(r"\b[A-Za-z]\w*\b", without_strings(annotations))) & set(models.modules) - {model.name}


def _leads_to(name: str, wanted: str, held: Mapping[str, set[str]]) -> bool:
    """Return whether a model holds another one, in any depth."""
    seen, waiting = set[str](), [name]
    while waiting:
        found = held.get(waiting.pop(), set()) - seen
        seen |= found
        waiting += found
    return wanted in seen


def _module(model: ast.ClassDef, models: Models, held: Mapping[str, set[str]]) -> str:
    body = "\n".join(_class(model, models))
    names = set(re.findall(r"\b[A-Za-z]\w*\b", without_strings(body)))
    imports = [line for name, line in _IMPORTS.items() if name in names]
    # Not only for type checkers: what reads the fields, and `typing.get_type_hints`, need the names. Those of models that hold
    # this one stand at the end, where it is defined: each imports the other.
    lines = {
        name: f"from .{models.modules[name]} import {name}"
        for name in sorted(names & set(models.modules) - {model.name})
    }
    mutual = [f"{line}  # noqa: E402" for name, line in lines.items() if _leads_to(name, model.name, held)]
    imports += [line for name, line in lines.items() if not _leads_to(name, model.name, held)]
    return "\n".join(
        (f"{HEAD}from __future__ import annotations", *imports, "from ..model import Model", "", body, "", *mutual, "")
    )


def _class(model: ast.ClassDef, models: Models) -> Iterator[str]:
    summary, texts = _texts(ast.get_docstring(model) or "")
    fields = [
        node
        for node in model.body
        if isinstance(node, ast.AnnAssign)
        and isinstance(node.target, ast.Name)
        and node.target.id != "additional_properties"
    ]
    names = [ast.unparse(field.target) for field in fields]
    yield f"class {model.name}(Model):"
    yield docstring(summary, "    ") + "\n"
    wires = wire_names(model)
    renamed = {name: wires[name] for name in names if wires.get(name, name) != name}
    if renamed:
        yield f"    _json_names = {literal(renamed)}"
    optional = [field for field in fields if _is_optional(field)]
    nullable = [ast.unparse(field.target) for field in optional if _is_nullable(field)]
    if nullable:
        yield f"    _nullable = frozenset({literal(nullable)})"
    properties = models.properties(models.contract.doc["components"]["schemas"].get(model.name, {}))
    deprecated = [name for name in names if properties.get(wires.get(name, name), {}).get("deprecated")]
    if deprecated:
        yield f"    _deprecated = frozenset({literal(deprecated)})"
    for name, field in zip(names, fields, strict=True):
        yield _field(name, field)
        if text := texts.get(name, "") + " Deprecated." * (name in deprecated):
            yield docstring(text, "    ")


def _field(name: str, field: ast.AnnAssign) -> str:
    written = ast.unparse(field.annotation)
    annotation = without(written, "Unset", "None") or "None"
    if annotation != "None" and ("None" in written.split(" | ") or (_is_optional(field) and annotation != "Any")):
        annotation += " | None"
    if _is_optional(field):
        return f"    {name}: {annotation} = None"
    return f"    {name}: {annotation}" + (f" = {ast.unparse(field.value)}" if field.value else "")  # a constant


def _is_optional(field: ast.AnnAssign) -> bool:
    return "Unset" in ast.unparse(field.annotation).split(" | ")


def _is_nullable(field: ast.AnnAssign) -> bool:
    return bool({"None", "Any"} & set(ast.unparse(field.annotation).split(" | ")))


def _texts(docstring: str) -> tuple[str, Mapping[str, str]]:
    """Return the summary of the generator's docstring, and what it says of each field."""
    summary, _, listed = docstring.partition("\n\nAttributes:\n")
    entries = re.split(r"\n {4}(?=\w)", "\n" + listed)[1:]
    found = (re.fullmatch(r"(\w+) \((.*?)\): (.*)", " ".join(entry.split())) for entry in entries)
    return collapsed(summary), {match[1]: match[3] for match in found if match}
