"""Which fields of a form are files."""

from __future__ import annotations

from collections.abc import Iterable

from .. import values
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
    return any(values.is_file(each) for each in values.alternatives(contract, schema))


def is_file_list(schema: Doc, contract: Contract) -> bool:
    """Return whether a value is a list of files, or may be one."""
    lists = (each["items"] for each in values.alternatives(contract, schema) if "items" in each)
    return any(is_file(each, contract) for each in lists)
