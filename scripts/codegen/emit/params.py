"""Emit params.py: nested objects of requests as TypedDicts."""

from __future__ import annotations

import re

from ..naming import is_identifier
from ..quoting import docstring, literal, without_strings
from .docstrings import describe, summary_of
from .names import HEAD, without
from .source import Models, former_keys


def params_module(models: Models) -> str:
    parts, annotations = [], []
    for name in models.params:
        reserved, lines = [], []
        for entry in models.fields(name):
            annotation = models.accepting(without(entry.type, "Unset"))
            annotations.append(annotation)
            if re.search(r"\w+Param\b", without_strings(annotation)):
                annotation = literal(annotation)  # it may stand further down
            annotation = annotation if entry.required else f"NotRequired[{annotation}]"
            if not is_identifier(entry.wire) or entry.wire.startswith("__"):
                reserved.append(f"{literal(entry.wire)}: {annotation}")
            else:
                lines += [f"    {entry.wire}: {annotation}", docstring(describe(models.contract, entry.schema), "    ")]
        schema = models.contract.doc["components"]["schemas"].get(name, {})
        for key, value in former_keys(models.contract, schema).items():
            annotations.append(annotation := f"NotRequired[Literal[{literal(value)}]]")
            lines += [f"    {key}: {annotation}", '    """Left out of the request: only older versions required it."""']
        base = f"_{name}Keywords" if reserved else "TypedDict"
        if reserved:  # the syntax of a class has no place for these names
            parts.append(f'{base} = TypedDict("{base}", {{{", ".join(reserved)}}})')
        head = [f"class {name}Param({base}):", docstring(f"{summary_of(models, name)} As a dict.", "    ")]
        parts.append("\n".join((*head, *lines)))
    body = "\n\n".join(parts)
    imports = models.imports(f"NotRequired[{' | '.join(annotations)}]", ".")
    imports = [line for line in imports if "Param" not in line]
    names = ", ".join(f'"{name}Param"' for name in models.params)
    return "\n".join(
        (
            HEAD + '"""Nested objects of requests as dicts, so that callers need not import the models."""',
            # Types are no text here: a TypedDict must know at run time which keys are required.
            "from typing import TypedDict",
            *imports,
            f"__all__ = ({names},)" if names else "__all__ = ()",
            body,
            "",
        )
    )
