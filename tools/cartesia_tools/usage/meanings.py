"""What the names and expressions of a program can stand for, and the functions that hand it on."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from typing import Literal, TypeGuard

CLIENTS = {"Cartesia", "AsyncCartesia"}
PREFIXES = ("with_raw_response", "with_streaming_response")
"""What may stand before the name of a method."""
ERRORS = "*"
"""The owner of a response that is an error, whichever operation raised it."""
MODELS = "cartesia_api.models"
TYPES = "cartesia_client.types"
SAME_CLIENT = {"with_options", "copy", "__enter__", "__aenter__", "enter_context", "enter_async_context"}
"""Methods that return the client, with other options or as it is."""
SAME_RESPONSE = {
    *(
        "iter_pages",
        "get_next_page",
        "result",
        "parse",
        "copy",
        "model_copy",
        "pop",
        "get",
        "setdefault",
        "keys",
        "values",
        "items",
    ),
    *("to_dict", "model_dump", "dict", "json", "to_json", "model_dump_json"),
}
"""Methods that return what they are called on, or a part of it that is followed as the whole is."""
BUILDERS = {"from_dict", "model_validate", "model_validate_json", "model_construct", "construct"}
"""Methods of a model that make one."""
MAPPINGS = {"dict", "Dict", "defaultdict", "OrderedDict", "Mapping", "MutableMapping"}
"""Types whose keys are the program's."""
PROTOCOLS = {
    *("__iter__", "__aiter__", "__next__", "__anext__", "__getitem__", "__call__", "__enter__", "__aenter__"),
    "__await__",
}
"""Methods whose result an object stands for where it is iterated over, called and so on."""
FIXTURES = {"cartesia_client", "async_cartesia_client"}
"""The clients that the pytest plugin hands to tests."""
CALLERS = {
    "partial": 0,
    "partialmethod": 0,
    "to_thread": 0,
    "submit": 0,
    "run_in_executor": 1,
    "run_sync": 0,
    "start_soon": 0,
    **dict.fromkeys(("map", "imap", "imap_unordered"), 0),
}
"""Functions that call, or bind, a method that they are given, and where it stands among their arguments."""
KEPT = {"append", "appendleft", "add", "extend", "insert", "put", "put_nowait", "setdefault", "set"}
"""Methods that put what they are given into what they are called on."""
OWN = {"close", "aclose", "__enter__", "__exit__"}
"""Methods of a client that call no operation."""
HARMLESS = {
    *("print", "len", "repr", "str", "isinstance", "type", "id", "bool", "hasattr", "vars", "dir", "record", "super"),
    *(
        "info",
        "debug",
        "warning",
        "error",
        "exception",
        "any",
        "all",
        "sum",
        "min",
        "max",
        "open",
        "Depends",
    ),
}
"""Functions that read no field of what they are given."""
# Functions that return their argument, or what is in it.
TRANSPARENT = {
    "next",
    "anext",
    "iter",
    "aiter",
    "list",
    "tuple",
    "sorted",
    "reversed",
    "enumerate",
    "closing",
    "aclosing",
    "copy",
    "deepcopy",
    "create_task",
    "ensure_future",
    "wait_for",
    "shield",
    "gather",
    "run",
    "run_until_complete",
    "as_completed",
    "cast",
    "dict",
    "vars",
    "set",
    "frozenset",
    "deque",
    "islice",
    "zip",
    "chain",
    "loads",
    *("max", "min", "choice", "sample"),
}
GETTERS = {"attrgetter", "itemgetter"}
"""Functions that make one which reads fields by their names."""
MOCKED = {
    "return_value",
    "side_effect",
    "called",
    "call_count",
    "call_args",
    "call_args_list",
    "mock_calls",
    "await_args",
}
"""Attributes of a method that a test replaces."""


@dataclass(frozen=True)
class Meaning:
    """What an expression stands for, as far as it has to do with the API."""

    kind: Literal["client", "response", "model", "literal"]
    owner: str = ""
    """The operation of a response, or the name of a model."""
    path: tuple[str, ...] = ()
    """The way from the owner: names of fields; of a client, the names of its resource."""
    keyed: bool = field(default=False, compare=False)
    """Whether it is a dict of these, whose keys are the program's."""
    node: ast.expr | None = field(default=None, compare=False)
    """The literal, or the call that builds a model."""


def dotted(node: ast.AST) -> str | None:
    """Return a name with its attributes as text, such as "self.client"; None for any other expression."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute) and (base := dotted(node.value)):
        return f"{base}.{node.attr}"
    return None


def last_name(node: ast.expr) -> str:
    """Return the last name of a dotted expression, whether it begins with a name or a call; empty if there is none."""
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def is_text(node: object) -> TypeGuard[ast.Constant]:
    """Return whether a node is a literal string."""
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def entries(node: ast.expr) -> tuple[list[tuple[str, ast.expr]], list[ast.expr]]:
    """Return what a call, a `dict(...)` or a `{...}` passes by name, and what it passes with two stars."""
    if isinstance(node, ast.Call):
        named = [(word.arg, word.value) for word in node.keywords if word.arg]
        return named, [word.value for word in node.keywords if word.arg is None]
    pairs = list(zip(node.keys, node.values, strict=True)) if isinstance(node, ast.Dict) else []
    named = [(str(key.value), value) for key, value in pairs if key is not None and is_text(key)]
    return named, [value for key, value in pairs if key is None]
