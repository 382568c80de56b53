"""Emits what people call, from what the stock generator wrote and the contract.

The generated Python is read with `ast`, for names and types; the contract gives shapes and texts. Nothing here imports
the generated package.
"""

from __future__ import annotations

import ast
import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ..merge import Contract, Doc, SpecError
from ..view import function_name, tag
from .events import events_module

TEMPLATES = Path(__file__).parents[1] / "templates"
HEAD = "# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.\n"
OPTIONS = (
    "timeout: float | httpx.Timeout | None | Unset = UNSET",
    "max_retries: int | Unset = UNSET",
    "extra_headers: Mapping[str, str] | None = None",
    "extra_query: Mapping[str, Any] | None = None",
)
# Socket -> resource, method, verb of the session, type of the result.
SOCKETS = {
    "tts.websocket": ("tts", "websocket_connect", "speech", "TTSWebsocket"),
    "stt.manual_finalize": ("stt.manual_finalize", "websocket", "listen", "STTWebsocket"),
    "stt.auto_finalize": ("stt.auto_finalize", "websocket", "listen", "STTWebsocket"),
}
OPTION_DOCS = {
    "timeout": "Seconds to wait for this call, instead of what the client was made with.",
    "max_retries": "Attempts after the first one for this call, instead of what the client was made with.",
    "extra_headers": "Headers to add to this call.",
    "extra_query": "Query parameters to add to this call.",
}
_STANDARD = {
    "Any": "from typing import Any",
    "Literal": "from typing import Literal",
    "Mapping": "from collections.abc import Mapping",
    "Sequence": "from collections.abc import Sequence",
    "NotRequired": "from typing import NotRequired",
    "TypedDict": "from typing import TypedDict",
    "builtins": "import builtins",
    "datetime": "import datetime",
    "httpx": "import httpx",
}


@dataclass
class Field:
    """A parameter of a function, or a field of a model."""

    name: str
    wire: str
    type: str
    required: bool
    schema: Doc


@dataclass
class Operation:
    id: str
    http: str
    path: str
    shape: str
    node: Doc
    module: str
    parameters: list[Field]
    positional: set[str]
    body: list[Field]
    media: str | None
    result: str
    accept: str

    @property
    def resource(self) -> tuple[str, ...]:
        return tuple(self.id.split(".")[:-1])

    @property
    def method(self) -> str:
        return self.id.rsplit(".", 1)[-1]


@dataclass
class Node:
    """A resource: its operations, and the resources nested in it."""

    path: tuple[str, ...] = ()
    operations: list[Operation] = field(default_factory=list)
    children: dict[str, Node] = field(default_factory=dict)

    @property
    def module(self) -> str:
        return "_".join(self.path)

    def class_name(self, prefix: str = "") -> str:
        return prefix + _pascal(self.module) + "Resource"


def emit(package: Path, contract: Contract, *, newest: Contract | None = None, older: Sequence[str] = ()) -> None:
    """Adds resources/, params.py, events.py and contract.py to the generated package, and API.md beside it.

    Of an older version `newest` is what there is now; of the newest, `older` has the dates that have packages of their own.
    """
    models = Models(package / "models", contract)
    operations = [_operation(package, contract, models, *entry) for entry in contract.operations()]
    root = Node()
    for operation in operations:
        node = root
        for name in operation.resource:
            node = node.children.setdefault(name, Node((*node.path, name)))
        node.operations.append(operation)
    for name, _ in _channels(contract):
        node = root
        for word in SOCKETS[name][0].split("."):
            node = node.children.setdefault(word, Node((*node.path, word)))
    folder = package / "resources"
    folder.mkdir()
    (folder / "_base.py").write_text(HEAD + (TEMPLATES / "resources_base.py").read_text())
    for node in _walk(root):
        (folder / f"{node.module}.py").write_text(_resource_module(node, models, contract))
    absent = [name for name in root_names(newest or contract) if name not in root_names(contract)]
    (folder / "__init__.py").write_text(_root_module(root, models, contract, absent))
    (package / "params.py").write_text(_params_module(models))
    (package / "unknown_event.py").write_text(HEAD + (TEMPLATES / "unknown_event.py").read_text())
    (package / "events.py").write_text(events_module(contract))
    write = _contract_module(operations, contract, older) if newest is None else _dated_contract(operations, contract)
    (package / "contract.py").write_text(write)
    (package.parent / "API.md").write_text(_api_page(operations, models, contract))


def root_names(contract: Contract) -> list[str]:
    """Resources and methods of the client itself."""
    names = [operation["operationId"] for _, _, operation in contract.operations()]
    names += [SOCKETS[name][0] for name, _ in _channels(contract)]
    return list(dict.fromkeys(name.split(".")[0] for name in names))


def _walk(node: Node) -> Iterator[Node]:
    for child in node.children.values():
        yield child
        yield from _walk(child)


# -- reading what the generator wrote ---------------------------------------------------------------------------------


class Models:
    """Names, fields and types of the generated models."""

    def __init__(self, folder: Path, contract: Contract) -> None:
        self.contract = contract
        self.modules: dict[str, str] = {}
        self.classes: dict[str, ast.ClassDef] = {}
        self.params: dict[str, None] = {}  # models that may be given as a dict, in the order in which they were met
        for path in sorted(folder.glob("*.py")):
            for statement in ast.parse(path.read_text()).body:
                if isinstance(statement, ast.ClassDef):
                    self.classes[statement.name] = statement
                    self.modules[statement.name] = path.stem
                elif isinstance(statement, ast.Assign) and path.stem != "__init__":
                    self.modules |= {
                        target.id: path.stem
                        for target in statement.targets
                        if isinstance(target, ast.Name) and target.id != "T"
                    }

    def fields(self, model: str) -> list[Field]:
        """The fields of a model, in the order of the contract."""
        if model not in self.classes:
            raise SpecError(f"generated/: there is no model {model}; has the generator changed how it names classes?")
        definition = self.classes[model]
        schema = self.contract.doc["components"]["schemas"].get(model, {})
        wires = _wire_names(definition)
        types = {
            statement.target.id: statement
            for statement in definition.body
            if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name)
        }
        order = list(schema.get("properties", {}))
        result = []
        for name, statement in types.items():
            if name == "additional_properties":
                continue
            wire = wires.get(name)
            if wire is None:
                raise SpecError(f"generated/models/{self.modules[model]}.py: cannot tell the JSON name of {name!r}")
            entry = schema.get("properties", {}).get(wire, {})
            required = wire in schema.get("required", [])
            result.append(Field(_keyword(name, wire), wire, ast.unparse(statement.annotation), required, entry))
        return sorted(result, key=lambda item: (not item.required, order.index(item.wire)))

    def accepting(self, annotation: str) -> str:
        """The type of a parameter: as the model has it, and also a TypedDict wherever there is a model."""

        def dict_too(match: re.Match[str]) -> str:
            name = match[0]
            if name not in self.classes:
                return name
            self._note(name)
            return f"{name} | {name}Param"

        annotation = re.sub(r"\bFile\b", "FileInput", re.sub(r"\blist\[", "Sequence[", annotation))
        return re.sub(r"\b[A-Z]\w*\b", dict_too, annotation)

    def _note(self, name: str) -> None:
        if name not in self.params:
            self.params[name] = None
            for entry in self.fields(name):
                self.accepting(entry.type)

    def imports(self, code: str, level: str) -> list[str]:
        """Import lines for every name of a model, parameter or standard module in the code."""
        names = set(re.findall(r"\b[A-Za-z]\w*\b", _without_strings(code)))
        lines = [line for name, line in _STANDARD.items() if name in names]
        lines += [
            f"from {level}models.{self.modules[name]} import {name}" for name in sorted(names & set(self.modules))
        ]
        lines += [f"from {level}params import {name}Param" for name in self.params if f"{name}Param" in names]
        return lines


def _wire_names(definition: ast.ClassDef) -> dict[str, str]:
    """Python name -> JSON name, from the body of to_dict."""
    to_dict = next(node for node in definition.body if isinstance(node, ast.FunctionDef) and node.name == "to_dict")
    names: dict[str, str] = {}
    for node in ast.walk(to_dict):
        pairs: list[tuple[ast.expr | None, ast.expr]] = []
        if isinstance(node, ast.Dict):
            pairs = list(zip(node.keys, node.values, strict=True))
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Subscript):
            pairs = [(node.targets[0].slice, node.value)]
        for key, value in pairs:
            if isinstance(key, ast.Constant) and isinstance(key.value, str) and isinstance(value, ast.Name):
                names[value.id] = key.value
    return names


def _operation(package: Path, contract: Contract, models: Models, path: str, http: str, node: Doc) -> Operation:
    name = node["operationId"]
    file = package / "api" / tag(name) / f"{function_name(name)}.py"
    place = f"generated/cartesia_api/api/{tag(name)}/{file.name}"
    if not file.exists():
        raise SpecError(f"{place}: not generated; the generator dropped the operation {name!r} without a word")
    functions = {item.name: item for item in ast.parse(file.read_text()).body if isinstance(item, ast.FunctionDef)}
    missing = {"_get_kwargs", "_parse_response"} - set(functions)
    if missing:
        raise SpecError(f"{place}: has no {' and no '.join(sorted(missing))}; the emitter builds on it")
    arguments = functions["_get_kwargs"].args
    by_name = {}
    for entry in node.get("parameters", []):
        parameter = contract.resolve(entry)
        by_name[_identifier(parameter["name"])] = parameter
    parameters, body = [], []
    for argument in (*arguments.args, *arguments.kwonlyargs):
        assert argument.annotation is not None
        annotation = ast.unparse(argument.annotation)
        if argument.arg == "body":
            body = models.fields(_without(annotation, "Unset"))
            continue
        parameter = by_name.get(argument.arg)
        if parameter is None:
            raise SpecError(f"{place}: cannot tell which parameter of the contract {argument.arg!r} is")
        parameters.append(
            Field(argument.arg, parameter["name"], annotation, bool(parameter.get("required")), parameter)
        )
    returns = functions["_parse_response"].returns
    assert returns is not None
    success = next(status for status in node["responses"] if status.startswith("2"))
    content = contract.resolve(node["responses"][success]).get("content", {})
    return Operation(
        id=name,
        http=http,
        path=path,
        shape=node["x-shape"],
        node=node,
        module=file.stem,
        parameters=parameters,
        positional={argument.arg for argument in arguments.args},
        body=body,
        media=next(iter(node.get("requestBody", {}).get("content", {})), None),
        result=_without(ast.unparse(returns), "None"),
        accept=", ".join(content) or "*/*",
    )


# -- writing ----------------------------------------------------------------------------------------------------------


def _resource_module(node: Node, models: Models, contract: Contract) -> str:
    body = "\n\n".join(_class(node, models, contract, prefix) for prefix in ("", "Async"))
    doc = f'"""Methods of `client.{".".join(node.path)}`."""'
    return _module(doc, body, models, _child_imports(node))


def _root_module(root: Node, models: Models, contract: Contract, absent: list[str]) -> str:
    hints = "".join(f"\n\n{_absent(name, contract.doc['info']['version'])}" for name in absent)
    body = "\n\n".join(_class(root, models, contract, prefix) + hints for prefix in ("", "Async"))
    doc = '"""The resources of the API, as attributes of the clients."""'
    return _module(doc, body, models, _child_imports(root))


def _absent(name: str, date: str) -> str:
    return "\n".join(
        (
            f"    @property\n    def {name}(self) -> NotInThisVersion:",
            f'        """Not part of Cartesia-Version {date}."""',
            f'        raise AttributeError("client.{name} is not part of {date}, the Cartesia-Version of this client")',
        )
    )


def _child_imports(node: Node) -> list[str]:
    return [
        f"from .{child.module} import {child.class_name('Async')}, {child.class_name()}"
        for child in node.children.values()
    ]


def _module(doc: str, body: str, models: Models, siblings: list[str]) -> str:
    typing_only = [line for line in models.imports(body, "..") if line != _STANDARD["Any"]]
    typing_only += [f"from ..events import {name}" for name in sorted(set(re.findall(r"\bEventStream\[(\w+)\]", body)))]
    for name, module in (
        ("Audio", "audio.result"),
        ("AudioStream", "audio.stream"),
        ("AsyncAudioStream", "audio.stream"),
        ("Page", "http.pages"),
        ("AsyncPager", "http.pages"),
        ("EventStream", "http.event_stream"),
        ("AsyncEventStream", "http.event_stream"),
        ("STTWebsocket", "sockets.stt"),
        ("AsyncSTTWebsocket", "sockets.stt"),
        ("TTSWebsocket", "sockets.tts"),
        ("AsyncTTSWebsocket", "sockets.tts"),
        ("Session", "session"),
        ("AsyncSession", "session"),
    ):
        if re.search(rf"\b{name}\b", body):
            typing_only.append(f"from cartesia_client.{module} import {name}")
    runtime = [
        "from functools import cached_property" if "@cached_property" in body else "",
        "from typing import TYPE_CHECKING, Any",
        "from ..types import UNSET, Unset",
        "from ._base import AsyncResource, CallOptions, FileInput, NotInThisVersion, Resource, form_body, json_body",
    ]
    return "\n".join(
        (
            HEAD + doc,
            "from __future__ import annotations",
            *runtime,
            "if TYPE_CHECKING:",
            *(f"    {line}" for line in (*typing_only, *siblings)),
            body,
            "",
        )
    )


def _class(node: Node, models: Models, contract: Contract, prefix: str) -> str:
    if node.path:
        head = [
            f"class {node.class_name(prefix)}({prefix}Resource):",
            f'    """Methods of `client.{".".join(node.path)}`."""',
        ]
    else:
        head = [
            f"class {prefix}Resources:",
            '    """Resources and methods of the client itself."""',
            f"    _session: {prefix}Session",
        ]
    parts = ["\n".join(head)]
    for child in node.children.values():
        parts.append(
            f"    @cached_property\n    def {child.path[-1]}(self) -> {child.class_name(prefix)}:\n"
            f"        from .{child.module} import {child.class_name(prefix)}\n\n"
            f"        return {child.class_name(prefix)}(self._session)"
        )
    parts += [
        _socket_method(name, channel, models, prefix, contract)
        for name, channel in _channels(contract)
        if SOCKETS[name][0] == ".".join(node.path)
    ]
    for operation in node.operations:
        parts.append(_method(operation, models, contract, prefix, stream=False))
        if operation.shape == "bytes":
            parts.append(_method(operation, models, contract, prefix, stream=True))
    return "\n\n".join(parts)


def _channels(contract: Contract) -> list[tuple[str, Doc]]:
    """(name, channel) of the sockets that the client has a method for."""
    found = (item["x-websocket"] for item in contract.doc["paths"].values() if "x-websocket" in item)
    return [(channel["name"], channel) for channel in found if channel["name"] in SOCKETS]


def _socket_method(name: str, channel: Doc, models: Models, prefix: str, contract: Contract) -> str:
    """The method that opens a socket, with the parameters of its query; credentials and version are the client's."""
    _, method, verb, result = SOCKETS[name]
    own = [entry for entry in channel["query"] if "$ref" not in entry]
    own = sorted(own, key=lambda entry: not entry.get("required"))
    signature, texts, fields = [], [], []
    for entry in own:
        keyword, kind = _keyword(_identifier(entry["name"]), entry["name"]), _query_type(entry["schema"])
        signature.append(f"{keyword}: {kind}" if entry.get("required") else f"{keyword}: {kind} | Unset = UNSET")
        fields.append(f'"{entry["name"]}": {keyword}')
        texts += _wrap(f"{keyword}: {_describe(contract, entry)}", "    ", "        ")
    signature += ['websocket_auth: Literal["query", "headers"] = "query"', "timeout: float | None = 10.0"]
    signature += [option for option in OPTIONS if option.startswith("extra_")]
    texts += _wrap(
        'websocket_auth: Where the key goes in the handshake; "headers" keeps it out of the logs of proxies.',
        "    ",
        "        ",
    )
    texts += ["    timeout: Seconds to wait for the connection."]
    texts += ["    extra_headers: Headers to add to the handshake.", "    extra_query: Query parameters to add to it."]
    lines = ["Open a socket, as a context manager.", "", *_wrap(channel["description"]), "", "Args:", *texts]
    doc = "\n".join(f"        {line}".rstrip() for line in lines).strip()
    call = f'"{name}", {{{", ".join(fields)}}}, websocket_auth, timeout, extra_headers, extra_query'
    return "\n".join(
        (
            f"    def {method}(self, *, {', '.join(signature)}) -> {prefix}{result}:",
            f'        """{doc}\n        """',
            f"        return self._session.{verb}({call})",
        )
    )


def _query_type(schema: Doc) -> str:
    """The Python type of a parameter of a socket: enums by their names."""
    if "$ref" in schema:
        return str(schema["$ref"].rsplit("/", 1)[-1])
    if "anyOf" in schema:
        return " | ".join(_query_type(entry) for entry in schema["anyOf"])
    if schema["type"] == "array":
        return f"Sequence[{_query_type(schema['items'])}]"
    return {"string": "str", "integer": "int", "number": "float"}[schema["type"]]


def _method(operation: Operation, models: Models, contract: Contract, prefix: str, *, stream: bool) -> str:
    names = [entry.name for entry in (*operation.parameters, *operation.body)]
    clash = {name for name in names if names.count(name) > 1 or name in OPTION_DOCS}
    if clash:
        raise SpecError(f"{operation.id}: the parameter {clash.pop()!r} clashes with another one or with a call option")
    entries = sorted((*operation.parameters, *operation.body), key=lambda item: not item.required)
    first = [entry for entry in entries if entry.name in operation.positional]
    rest = [entry for entry in entries if entry.name not in operation.positional]
    body = {entry.name for entry in operation.body}
    signature = ["self", *(_parameter(entry, models, False) for entry in first), "*"]
    signature += [_parameter(entry, models, entry.name in body) for entry in rest] + list(OPTIONS)
    verb, result, is_coroutine = _verb(operation, models, contract, prefix, stream)
    arguments = [f"{entry.name}={entry.name}" for entry in operation.parameters]
    if operation.media:
        fields = ", ".join(f'"{entry.wire}": {entry.name}' for entry in operation.body)
        if operation.media == "multipart/form-data":
            files = [entry.wire for entry in operation.body if entry.schema.get("format") == "binary"]
            arguments.append(f"body=form_body({{{fields}}}, files={tuple(files)!r})")
        else:
            arguments.append(f"body=json_body({{{fields}}})")
    call = [f"op._get_kwargs({', '.join(arguments)})"]
    if verb in ("read", "stream"):
        call.append(_output_format(operation))
    if verb in ("call", "pages"):
        call.append("op._parse_response")
    if verb == "events":
        call.append(f"events.decode_{_snake(_event_union(operation, contract))}")
    call.append("CallOptions(timeout, max_retries, extra_headers, extra_query)")
    name = operation.method + ("_stream" if stream else "")
    awaited = "await " if is_coroutine else ""
    return "\n".join(
        (
            f"    {'async ' if is_coroutine else ''}def {name}({', '.join(signature)}) -> {result}:",
            _docstring(operation, contract, stream=stream),
            f"        from ..api.{tag(operation.id)} import {operation.module} as op",
            *(["        from .. import events"] if verb == "events" else []),
            f"        return {awaited}self._session.{verb}({', '.join(call)})",
        )
    )


def _verb(operation: Operation, models: Models, contract: Contract, prefix: str, stream: bool) -> tuple[str, str, bool]:
    """(session verb, return type, whether the async twin is a coroutine)"""
    is_async = bool(prefix)
    if stream:
        return "stream", f"{prefix}AudioStream", False
    match operation.shape:
        case "bytes" if "audio/" in operation.accept:
            return "read", "Audio", is_async
        case "bytes":
            return "text", "str", is_async
        case "events":
            return "events", f"{prefix}EventStream[{_event_union(operation, contract)}]", is_async
        case "nothing":
            return "nothing", "None", is_async
        case "pages":
            item = _item(operation, models)
            return "pages", f"AsyncPager[{item}]" if is_async else f"Page[{item}]", False
        case "call":
            return "call", _shadowed(operation.result), is_async
    raise SpecError(f"{operation.id}: the emitter does not know the shape {operation.shape!r} yet")


def _output_format(operation: Operation) -> str:
    """What the caller said of the format of the audio, as an expression: one argument, or several of a form."""
    names = {entry.wire: entry.name for entry in operation.body}
    if "output_format" in names:
        return "output_format"
    flat = {wire[len("output_format[") : -1]: name for wire, name in names.items() if wire.startswith("output_format[")}
    return "{" + ", ".join(f'"{key}": {name}' for key, name in flat.items()) + "}" if flat else "None"


def _event_union(operation: Operation, contract: Contract) -> str:
    """Name of the schema of the events of a stream."""
    content = next(iter(contract.resolve(operation.node["responses"]["200"])["content"].values()))
    name: str = content["schema"]["properties"]["data"]["contentSchema"]["$ref"].rsplit("/", 1)[-1]
    return name


def _item(operation: Operation, models: Models) -> str:
    for entry in models.fields(operation.result):
        if entry.wire == "data":
            return entry.type.removeprefix("list[").removesuffix("]")
    raise SpecError(f"{operation.id}: a page needs a list called data; {operation.result} has none")


def _parameter(entry: Field, models: Models, in_body: bool) -> str:
    annotation = _without(entry.type, "Unset")
    annotation = _shadowed(models.accepting(annotation) if in_body else annotation)
    return f"{entry.name}: {annotation}" if entry.required else f"{entry.name}: {annotation} | Unset = UNSET"


def _params_module(models: Models) -> str:
    parts = []
    for name in models.params:
        lines = [f"class {name}Param(TypedDict):", f'    """{_sentence(models, name)} As a dict."""']
        for entry in models.fields(name):
            annotation = models.accepting(_without(entry.type, "Unset"))
            lines.append(f"    {entry.wire}: {annotation if entry.required else f'NotRequired[{annotation}]'}")
            lines.append(f'    """{_describe(models.contract, entry.schema)}"""')
        parts.append("\n".join(lines))
    body = "\n\n".join(parts)
    imports = [line for line in models.imports(body, ".") if "TypedDict" not in line and "Param" not in line]
    names = ", ".join(f'"{name}Param"' for name in models.params)
    return "\n".join(
        (
            HEAD + '"""Nested objects of requests as dicts, for callers who would rather not import the models."""',
            "from __future__ import annotations",
            "from typing import TYPE_CHECKING, TypedDict",
            "if TYPE_CHECKING:",
            *(f"    {line}" for line in imports or ["pass"]),
            f"__all__ = ({names},)" if names else "__all__ = ()",
            body,
            "",
        )
    )


def _contract_module(operations: list[Operation], contract: Contract, older: Sequence[str]) -> str:
    packages = "\n".join(f'    "{date}": "{package_name(date)}",' for date in older)
    return (
        HEAD
        + (TEMPLATES / "contract.py").read_text()
        + f"""

API_VERSION = "{contract.doc["info"]["version"]}"
\"\"\"The Cartesia-Version that this package was made for.\"\"\"

SERVER = "{contract.doc["servers"][0]["url"]}"

OPERATIONS = {_operations(operations)}

SOCKETS: Mapping[str, str] = {_sockets(contract)}

CONTRACT = Contract(API_VERSION, OPERATIONS, SOCKETS)

VERSIONS: Mapping[str, str] = {{
{packages}
}}
\"\"\"Older versions that have types of their own, newest first, and the package of each.\"\"\"
"""
    )


def _dated_contract(operations: list[Operation], contract: Contract) -> str:
    return "\n".join(
        (
            HEAD
            + f'"""Facts of Cartesia-Version {contract.doc["info"]["version"]} that the client needs at run time."""',
            "from __future__ import annotations",
            "from ..contract import Contract, Operation",
            f'CONTRACT = Contract("{contract.doc["info"]["version"]}", {_operations(operations)}, {_sockets(contract)})',
            "",
        )
    )


def _operations(operations: list[Operation]) -> str:
    rows = "\n".join(
        f'    Operation("{o.id}", "{o.http.upper()}", "{o.path}", "{o.shape}", "{o.accept}"),' for o in operations
    )
    return f"(\n{rows}\n)"


def _sockets(contract: Contract) -> str:
    rows = "\n".join(
        f'    "{item["x-websocket"]["name"]}": "{path}",'
        for path, item in contract.doc["paths"].items()
        if "x-websocket" in item
    )
    return f"{{\n{rows}\n}}"


def _api_page(operations: list[Operation], models: Models, contract: Contract) -> str:
    lines = [
        "# Methods of the client",
        "",
        f"Emitted from spec/ for Cartesia-Version {contract.doc['info']['version']}.",
        "`AsyncCartesia` has the same methods.",
        "",
        "| method | operation | takes | gives |",
        "|---|---|---|---|",
    ]
    for operation in sorted(operations, key=lambda item: item.id):
        takes = ", ".join(
            entry.name if entry.required else f"{entry.name}?"
            for entry in sorted((*operation.parameters, *operation.body), key=lambda item: not item.required)
        )
        gives = _gives(operation, models, contract)
        lines.append(f"| `client.{operation.id}` | {operation.http.upper()} `{operation.path}` | {takes} | {gives} |")
    return "\n".join((*lines, ""))


def _gives(operation: Operation, models: Models, contract: Contract) -> str:
    match operation.shape:
        case "bytes":
            return "`Audio`" if "audio/" in operation.accept else "`str`"
        case "nothing":
            return "`None`"
        case "events":
            return f"`EventStream[{_event_union(operation, contract)}]`"
        case "pages":
            return f"`Page[{_item(operation, models)}]`"
    return f"`{operation.result}`"


# -- texts ------------------------------------------------------------------------------------------------------------


def _docstring(operation: Operation, contract: Contract, *, stream: bool) -> str:
    node = operation.node
    lines = [node["summary"], "", *_wrap(node["description"])]
    if stream:
        noun = "audio" if "audio/" in operation.accept else "content"
        lines = [
            node["summary"].removesuffix(".") + ", a chunk at a time.",
            "",
            *_wrap(
                f"Gives a context manager; iterate over it to get the {noun} as it arrives, in chunks of bytes. "
                "Memory stays flat, and leaving the block early closes the connection."
            ),
            "",
            *_wrap(node["description"]),
        ]
    entries = sorted((*operation.parameters, *operation.body), key=lambda item: not item.required)
    lines += ["", "Args:"]
    for entry in entries:
        lines += _wrap(f"{entry.name}: {_describe(contract, entry.schema)}", "    ", "        ")
    for name, text in OPTION_DOCS.items():
        lines += _wrap(f"{name}: {text}", "    ", "        ")
    lines += ["", "Raises:"]
    for text in _raises(operation, stream):
        lines += _wrap(text, "    ", "        ")
    text = "\n".join(f"        {line}".rstrip() for line in lines).strip()
    return f'        """{text}\n        """' if "\\" not in text else f'        r"""{text}\n        """'


def _raises(operation: Operation, stream: bool) -> Iterator[str]:
    yield "APIStatusError: The service refused; the subclass tells why (NotFoundError, RateLimitError and so on)."
    yield "APIConnectionError: No connection, or no answer in time (APITimeoutError)."
    if operation.shape == "events" or "audio/" in operation.accept:
        yield "IncompleteAudioError: The audio ended too early; `partial` has what arrived."
    yield "APIResponseValidationError: The answer is not what the API promises."


def _describe(contract: Contract, node: Doc) -> str:
    """The description of a parameter or property, with its range, default and deprecation."""
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
    text = " ".join(text.split())
    if facts:
        text = f"{text.removesuffix('.')} ({'; '.join(facts)})."
    return text


def _sentence(models: Models, name: str) -> str:
    schema = models.contract.doc["components"]["schemas"].get(name, {})
    return " ".join(schema.get("description", name).split())


def _wrap(text: str, first: str = "", rest: str = "") -> list[str]:
    return textwrap.wrap(
        " ".join(text.split()), 90, initial_indent=first, subsequent_indent=rest or first, break_on_hyphens=False
    ) or [""]


# -- names ------------------------------------------------------------------------------------------------------------


def _keyword(name: str, wire: str) -> str:
    """The keyword argument of a field: the generator's name, but voice_id for `voice[id]`."""
    return re.sub(r"\[_*(\w+)\]", r"_\1", wire.removesuffix("[]")) if "[" in wire else name


def package_name(date: str) -> str:
    """The package, within cartesia_api, of an older version."""
    return "v" + date.replace("-", "_")


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name).lower()


def _pascal(name: str) -> str:
    return "".join(part.capitalize() for part in name.split("_"))


def _identifier(name: str) -> str:
    """The generator's Python name of a parameter."""
    name = re.sub(r"[\[\]]", "", name)
    name = re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", name)
    return re.sub(r"[^A-Za-z0-9]+", "_", name).lower().strip("_")


def _without(annotation: str, *names: str) -> str:
    parts = [part for part in _split_union(annotation) if part not in names]
    return " | ".join(parts)


def _split_union(annotation: str) -> list[str]:
    node = ast.parse(annotation, mode="eval").body
    parts: list[str] = []

    def walk(item: ast.expr) -> None:
        if isinstance(item, ast.BinOp) and isinstance(item.op, ast.BitOr):
            walk(item.left)
            walk(item.right)
        else:
            parts.append(ast.unparse(item))

    walk(node)
    return parts


def _shadowed(annotation: str) -> str:
    """Methods may be called `list` or `bytes`: inside their class the builtins need their full name."""
    return re.sub(r"(?<![\w.])(list|bytes|dict|set|type)(?=\W|$)", r"builtins.\1", annotation)


def _without_strings(code: str) -> str:
    code = re.sub(r'r?""".*?"""', "", code, flags=re.DOTALL)
    return re.sub(r"'[^'\n]*'|\"[^\"\n]*\"", "", code)
