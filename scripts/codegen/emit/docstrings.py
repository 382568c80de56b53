"""The docstrings of emitted code."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

from ..merge import Contract, Doc
from ..quoting import collapsed, docstring
from .source import Models, Operation

DEPRECATED = "Deprecated: the service may remove it."
OPTION_DOCS = {
    "timeout": "Timeout in seconds of this call, or an httpx.Timeout; overrides that of the client.",
    "total": "Seconds that the whole call may take, with retries and waits; overrides that of the client.",
    "max_retries": "Retries of this call after the first attempt; overrides that of the client.",
    "extra_headers": "Headers to add to the request.",
    "extra_query": "Query parameters to add to the request.",
    "extra_body": "Fields to add to the body of the request; they win over those of the arguments.",
}


def method_docstring(operation: Operation, contract: Contract, *, stream: bool) -> str:
    node = operation.node
    lines = [collapsed(node["summary"]), "", *wrap(node["description"])]
    if stream:
        noun = "audio" if operation.is_audio else "content"
        lines = [
            collapsed(node["summary"]).removesuffix(".") + ", a chunk at a time.",
            "",
            *wrap(
                f"Return a context manager; iterate over it to read the {noun} in chunks of bytes as it arrives. "
                "Memory use stays flat; leaving the block early closes the connection."
            ),
            "",
            *wrap(node["description"]),
        ]
    if node.get("deprecated"):
        lines += ["", *wrap(DEPRECATED)]
    entries = sorted((*operation.parameters, *operation.body), key=lambda item: not item.required)
    lines += ["", "Args:"]
    for entry in entries:
        lines += wrap(f"{entry.name}: {describe(contract, entry.schema)}", "    ", "        ")
    for name, text in OPTION_DOCS.items():
        lines += wrap(f"{name}: {text}", "    ", "        ")
    lines += ["", "Raises:"]
    for text in _raises(operation, stream):
        lines += wrap(text, "    ", "        ")
    return docstring("\n".join(f"        {line}".rstrip(" ") for line in lines).strip(" \n"), "        ")


def find_docstring(filters: Mapping[str, str]) -> str:
    """Return the docstring of a method that looks an item of a list up by its name."""
    lines = [
        "Look one up by its name.",
        "",
        *wrap(
            "The exact name counts first, then one that differs in capitals, accents or spaces, then one that is followed by a "
            "dash and more. Ids are found, too. The client keeps what was found."
        ),
        "",
        "Args:",
        "    name: Name or id.",
    ]
    for name, text in filters.items():
        lines += wrap(f"{name}: {text}", "    ", "        ")
    lines += ["", "Raises:"]
    for text in (
        "InvalidRequestError: None is called so, or several are; the message names what is near.",
        "APIStatusError: The service returned an error status; see the subclass.",
        "APIConnectionError: The connection failed, or no response arrived in time (APITimeoutError).",
    ):
        lines += wrap(text, "    ", "        ")
    return docstring("\n".join(f"        {line}".rstrip(" ") for line in lines).strip(" \n"), "        ")


def _raises(operation: Operation, stream: bool) -> Iterator[str]:
    yield "InvalidRequestError: An argument is invalid, or the client is closed. Nothing has been sent."
    yield "APIStatusError: The service returned an error status; see the subclass (NotFoundError, RateLimitError, ...)."
    yield "APIConnectionError: The connection failed, or no response arrived in time (APITimeoutError)."
    if operation.shape == "events" or operation.is_audio:
        has = "`received` counts the bytes that" if stream or operation.shape == "events" else "`partial` holds what"
        yield f"IncompleteAudioError: The audio ended early; {has} arrived."
    yield "APIResponseValidationError: The response does not match the API's contract."


def describe(contract: Contract, node: Doc) -> str:
    """Return the description of a parameter or property, with its range, default and deprecation."""
    schema = node.get("schema", node)
    text = node.get("description") or contract.resolve(node).get("description", "")
    flat = {**contract.resolve(schema), **{key: value for key, value in schema.items() if key != "$ref"}}
    facts = []
    low, high = flat.get("minimum"), flat.get("maximum")
    if low is not None and high is not None:
        facts.append(f"{low} to {high}")
    elif low is not None or high is not None:
        facts.append(f"at least {low}" if high is None else f"at most {high}")
    if "maxLength" in flat:
        facts.append(f"{flat['maxLength']} characters at most")
    if "default" in flat:
        default = flat["default"]
        facts.append(f"the service's default is {str(default).lower() if isinstance(default, bool) else default}")
    if flat.get("deprecated") or node.get("deprecated"):
        facts.append("deprecated")
    if values := deprecated_values(contract, schema):
        facts.append(f"deprecated: {', '.join(map(str, values))}")
    text = collapsed(text)
    if facts:
        text = f"{text.removesuffix('.')} ({'; '.join(facts)})."
    return text


def deprecated_values(contract: Contract, schema: Doc) -> list[Any]:
    """Return the values of a choice that are deprecated: those of its branches that are."""
    found: list[Any] = []
    schema = contract.resolve(schema)
    for branch in (*schema.get("anyOf", ()), *schema.get("oneOf", ())):
        values = contract.resolve(branch)
        if branch.get("deprecated") or values.get("deprecated"):
            found += values.get("enum", [values["const"]] if "const" in values else [])
        else:
            found += deprecated_values(contract, branch)
    return found


def summary_of(models: Models, name: str) -> str:
    schema = models.contract.doc["components"]["schemas"].get(name, {})
    return collapsed(schema.get("description", name))


def wrap(text: str, first: str = "", rest: str = "") -> list[str]:
    wrapper = textwrap.TextWrapper(90, break_long_words=False, break_on_hyphens=False)
    wrapper.initial_indent, wrapper.subsequent_indent = first, rest or first
    return wrapper.wrap(collapsed(text)) or [""]
