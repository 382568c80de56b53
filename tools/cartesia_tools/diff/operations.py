"""What an operation or a socket says about its parameters and its security.

Lint rejects a malformed contract; here it must not stop a comparison. What is not of the expected type is taken as it
is, and compared as a whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

from ..contract import Doc, Endpoint, as_dict, json_key, of_path
from .keywords import ALIASES, DOCUMENTATION
from .normalize import Document

NO_CREDENTIAL = json_key([])
"""The key of the alternative without any."""
IGNORED_HEADERS = ("accept", "content-type", "authorization")
"""Headers that are said elsewhere: a parameter of such a name is ignored, as OpenAPI prescribes."""


def parameters(document: Document, endpoint: Endpoint) -> dict[tuple[str, str], Doc]:
    """Return the parameters by location and name; those of the operation replace those of its path."""
    node = endpoint.node
    found = {}
    for entry in (
        *_listed(endpoint.item, "parameters"),
        *_listed(node, "path"),
        *_listed(node, "query"),
        *_listed(node, "parameters"),
    ):
        parameter = document.resolve(entry)[1]
        if isinstance(parameter, dict):
            where, name = str(parameter.get("in")), str(parameter.get("name"))
            if where != "header":
                found[where, name] = parameter
            elif name.lower() not in IGNORED_HEADERS:
                found[where, name.lower()] = parameter
        else:
            found["?", json_key(parameter)] = {}
    return found


def callbacks(document: Document, node: Doc, names: Mapping[str, str]) -> list[Endpoint]:
    """Return the requests that the service sends because of an operation. Their paths are expressions, not templates.

    `names`: other names to give to some of them.
    """
    found = []
    for name, entry in as_dict(node.get("callbacks")).items():
        for expression, item in as_dict(document.resolve(entry)[1]).items():
            shown = expression.replace("{", "(").replace("}", ")")
            found += of_path(document.doc, f"callback {names.get(name, name)} {shown}", item)
    return found


def callback_names(old: Document, first: Doc, new: Document, second: Doc) -> dict[str, str]:
    """Return the former names of callbacks that another name was given: nothing is sent to a name."""
    before, after = as_dict(first.get("callbacks")), as_dict(second.get("callbacks"))
    homeless = {
        tuple(sorted(as_dict(old.resolve(entry)[1]))): name for name, entry in before.items() if name not in after
    }
    return {
        name: homeless.pop(key)
        for name, entry in after.items()
        if name not in before and (key := tuple(sorted(as_dict(new.resolve(entry)[1])))) in homeless
    }


def security_alternatives(document: Document, node: Doc) -> dict[str, tuple[str, set[str]]]:
    """Return the sets of credentials that an operation accepts, with their names and scopes.

    They are keyed by what the security schemes are, not by what they are called: a scheme may be renamed.
    """
    schemes = as_dict(as_dict(document.doc.get("components")).get("securitySchemes"))
    found = {}
    stated = node.get("security", document.doc.get("security"))
    for alternative in objects(stated):
        ways = [_ways(name, as_dict(document.resolve(schemes.get(name))[1])) for name in sorted(alternative)]
        scopes = {scope for listed in alternative.values() for scope in _texts(listed)}
        for bare in product(*ways):
            found[json_key(bare)] = (" and ".join(sorted(alternative)) or "no credential", scopes)
    # No security at all and an empty alternative are the same.
    return found or {NO_CREDENTIAL: ("no credential", set())}


def _ways(name: str, scheme: Doc) -> list[Any]:
    """Return what a security scheme needs, one for each flow; which scopes there are is said again where one is needed."""
    bare = {key: value for key, value in scheme.items() if key not in DOCUMENTATION}
    flows = bare.get("flows")
    if not isinstance(flows, dict) or not flows:
        return [bare or name]
    return [
        {**bare, "flows": {name: {key: value for key, value in as_dict(flow).items() if key != "scopes"}}}
        for name, flow in flows.items()
    ]


def servers(doc: Doc, endpoint: Endpoint) -> list[str]:
    """Return the addresses that hold for an operation, if it or its path names some of its own."""
    named = next((side for side in (endpoint.node, endpoint.item) if side.get("servers")), None)
    return server_urls(doc if named is None else named)


def server_urls(node: Doc) -> list[str]:
    """Return the addresses of the servers that an object names."""
    return sorted({str(entry.get("url")) for entry in objects(node.get("servers"))})


def second_names(node: Doc) -> list[str]:
    """Return the second names of a method or a type; a socket has some for each direction."""

    def texts(value: Any, key: str) -> list[str]:
        if isinstance(value, dict):
            return [name for part, entry in value.items() for name in texts(entry, f"{key}{part}.")]
        if isinstance(value, list):
            return [name for entry in value for name in texts(entry, key)]
        return [] if value is None else [f"{key}{value}"]

    return texts(node.get(ALIASES), "")


def is_required(node: Doc) -> bool:
    """Return whether a parameter or a body is required; any other value than false counts as true."""
    return node.get("required", False) is not False


def objects(value: Any) -> Iterator[Doc]:
    """Yield the entries of a list that are objects."""
    for entry in value if isinstance(value, list) else ():
        if isinstance(entry, dict):
            yield entry


def _listed(node: Doc, key: str) -> list[Any]:
    value = node.get(key, [])
    return value if isinstance(value, list) else [value]


def _texts(value: Any) -> list[str]:
    return [str(entry) for entry in value] if isinstance(value, list) else [str(value)]
