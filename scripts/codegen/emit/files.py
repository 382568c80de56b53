"""Which fields of a form are files."""

from __future__ import annotations

from collections.abc import Iterable

from ..merge import Contract, Doc
from .source import Field


def file_fields(fields: Iterable[Field], contract: Contract) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the fields that are a file, and those that are a list of files, by their names in the form."""
    single, several = [], []
    for field in fields:
        if is_file(field.schema, contract):
            single.append(field.wire)
        elif is_file_list(field.schema, contract):
            several.append(field.wire)
    return tuple(single), tuple(several)


def is_file(schema: Doc, contract: Contract) -> bool:
    """Return whether a value is a file, or may be one."""
    schema = contract.resolve(schema)
    branches = (*schema.get("anyOf", ()), *schema.get("oneOf", ()), *schema.get("allOf", ()))
    return schema.get("format") == "binary" or any(is_file(branch, contract) for branch in branches)


def is_file_list(schema: Doc, contract: Contract) -> bool:
    """Return whether a value is a list of files, or may be one."""
    schema = contract.resolve(schema)
    branches = (*schema.get("anyOf", ()), *schema.get("oneOf", ()), *schema.get("allOf", ()))
    own = schema.get("type") == "array" or "array" in schema.get("type", ())
    return (own and is_file(schema.get("items", {}), contract)) or any(
        is_file_list(each, contract) for each in branches
    )
