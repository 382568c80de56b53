"""What the stock generator wrote: operations and models, read with `ast`. The contract adds shapes and texts."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, field
from pathlib import Path

from .. import naming
from ..aliases import FORMER, KEY
from ..gone import KEY as GONE
from ..merge import Contract, Doc, SpecError
from ..quoting import outside_strings, without_strings
from ..view import function_name, tag
from .kinds import argument_kinds
from .names import STANDARD_IMPORTS, pascal_case, split_union, without


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
    in_path: list[str]
    """The parameters of the path, in its order. The last one is passed by position, all others by keyword."""
    body: list[Field]
    media: str | None
    result: str
    accept: str
    """Media types of its success."""

    @property
    def is_audio(self) -> bool:
        return "audio/" in self.accept.lower()

    @property
    def is_text(self) -> bool:
        """Return whether what comes is text: of a media type that is."""
        return self.accept.lower().startswith("text/")

    @property
    def resource(self) -> tuple[str, ...]:
        return tuple(self.id.split(".")[:-1])

    @property
    def method(self) -> str:
        return self.id.rsplit(".", 1)[-1]

    @property
    def aliases(self) -> list[str]:
        """Return the former names of the method."""
        return [name.rsplit(".", 1)[-1] for name in self.node.get(KEY, ())]


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
        return prefix + pascal_case(self.module) + "Resource"


class Models:
    """Names, fields and types of the generated models."""

    def __init__(self, folder: Path, contract: Contract) -> None:
        self.contract = contract
        self.modules: dict[str, str] = {}
        self.classes: dict[str, ast.ClassDef] = {}
        self.enums: dict[str, str] = {}
        """The types of the values of each enum, as `arguments.check` calls them."""
        self.params: dict[str, None] = {}  # models that may be given as a dict, in the order in which they were met
        for path in sorted(folder.glob("*.py")):
            for statement in ast.parse(path.read_text(encoding="utf-8")).body:
                if isinstance(statement, ast.ClassDef):
                    self.classes[statement.name] = statement
                    self.modules[statement.name] = path.stem
                elif isinstance(statement, ast.Assign) and path.stem != "__init__":
                    for target in statement.targets:
                        if isinstance(target, ast.Name) and target.id != "T":
                            self.modules[target.id] = path.stem
                            self.enums[target.id] = argument_kinds(ast.unparse(statement.value), {}, {})

    def fields(self, model: str) -> list[Field]:
        """Return the fields of a model, in the order of the contract."""
        if model not in self.classes:
            raise SpecError(f"generated/: there is no model {model}; has the generator changed how it names classes?")
        definition = self.classes[model]
        schemas = self.contract.doc["components"]["schemas"]
        schema = schemas.get(model, {})
        wires = wire_names(definition)
        types = {
            statement.target.id: statement
            for statement in definition.body
            if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name)
        }
        properties = self.properties(schema)
        order = list(properties) if model in schemas else list(wires.values())
        result = []
        for name, statement in types.items():
            if name == "additional_properties":
                continue
            wire = wires.get(name)
            if wire is None:
                raise SpecError(f"generated/models/{self.modules[model]}.py: cannot tell the JSON name of {name!r}")
            entry = properties.get(wire, {})
            # An object that stands in another one has no schema by the name of its class.
            required = wire in self.required(schema) if model in schemas else "Unset" not in ast.unparse(statement)
            keyword = naming.keyword_name(wire, entry)
            result.append(Field(keyword, wire, ast.unparse(statement.annotation), required, entry))
        return sorted(result, key=lambda item: (not item.required, order.index(item.wire)))

    def properties(self, schema: Doc) -> dict[str, Doc]:
        """Return the properties of a schema, with those of the schemas that it is composed of."""
        found: dict[str, Doc] = {}
        for part in schema.get("allOf", []):
            found |= self.properties(self.contract.resolve(part))
        found |= schema.get("properties", {})
        return found

    def required(self, schema: Doc) -> set[str]:
        """Return the properties that a schema must have, with those of the schemas that it is composed of."""
        parts = (self.required(self.contract.resolve(part)) for part in schema.get("allOf", []))
        return set(schema.get("required", [])).union(*parts)

    def accepting(self, annotation: str) -> str:
        """Return the type of a parameter: that of the model, and a TypedDict as an alternative to each model."""

        def dict_too(match: re.Match[str]) -> str:
            name = match[0]
            if name not in self.classes:
                return name
            if not self.fields(name):  # any object
                return f"{name} | Mapping[str, Any]"
            self._note(name)
            # Type checkers take a dict of texts that stands in a variable for no TypedDict.
            return f"{name} | {name}Param" + (" | Mapping[str, str]" if self._is_of_texts(name) else "")

        annotation = outside_strings(r"\bFile\b", lambda _: "FileInput", annotation)
        annotation = outside_strings(r"\blist\[", lambda _: "Sequence[", annotation)
        return outside_strings(r"\b[A-Z]\w*\b", dict_too, annotation)

    def _is_of_texts(self, name: str) -> bool:
        """Return whether all that an object must have are texts, and not all of them constant."""
        kinds = [entry.type for entry in self.fields(name) if entry.required]
        return "str" in kinds and all(kind == "str" or kind.startswith("Literal") for kind in kinds)

    def kinds(self, entry: Field) -> str:
        """Return the types of an argument for `arguments.check`: models as dicts, enums as texts."""
        kinds = argument_kinds(entry.type, self.enums, self.classes)
        is_optional = not entry.required or "None" in split_union(entry.type)
        return kinds + " | None" * is_optional

    def _note(self, name: str) -> None:
        if name not in self.params:
            self.params[name] = None
            for entry in self.fields(name):
                self.accepting(entry.type)

    def imports(self, code: str, level: str) -> list[str]:
        """Return the import lines for all names of models, parameters and standard modules in the code."""
        names = set(re.findall(r"\b[A-Za-z]\w*\b", without_strings(code)))
        lines = [line for name, line in STANDARD_IMPORTS.items() if name in names]
        lines += [
            f"from {level}models.{self.modules[name]} import {name}" for name in sorted(names & set(self.modules))
        ]
        lines += [f"from {level}params import {name}Param" for name in self.params if f"{name}Param" in names]
        return lines


def former_keys(contract: Contract, schema: Doc) -> dict[str, str]:
    """Return the keys that older versions required of an object, each with its text: `x-former`."""
    found: dict[str, str] = {**schema.get(FORMER, {})}
    for entry in schema.get("oneOf") or schema.get("anyOf") or [schema]:
        if (target := contract.resolve(entry)) is not schema:
            found |= former_keys(contract, target)
    return found


def gone_keys(contract: Contract, schema: Doc) -> dict[str, str]:
    """Return the keys that the objects of a field had and callers cannot pass any more, each with the last date that has it."""
    former = former_keys(contract, schema)
    return {key: date for key, date in schema.get(GONE, {}).items() if key not in former}


def wire_names(definition: ast.ClassDef) -> dict[str, str]:
    """Return the JSON name of each Python name, read from the body of to_dict."""
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


def read_operation(package: Path, contract: Contract, models: Models, path: str, http: str, node: Doc) -> Operation:
    """Return an operation: its parameters and result from the generated module, all else from the contract."""
    name = node["operationId"]
    file = package / "api" / tag(name) / f"{function_name(name)}.py"
    place = f"generated/cartesia_api/api/{tag(name)}/{file.name}"
    functions = _functions(file, place, name)
    arguments = functions["_get_kwargs"].args
    parameters, body = _parameters(arguments, place, contract, models, node)
    by_wire = {
        entry["name"]: naming.argument_name(entry) for entry in contract.parameters(node) if entry["in"] == "path"
    }
    returns = functions["_parse_response"].returns
    assert returns is not None
    return Operation(
        id=name,
        http=http,
        path=path,
        shape=node["x-shape"],
        node=node,
        module=file.stem,
        parameters=parameters,
        in_path=[by_wire[name] for name in re.findall(r"\{([^}]+)\}", path)],
        body=body,
        media=next(iter(node.get("requestBody", {}).get("content", {})), None),
        result=without(ast.unparse(returns), "None"),
        accept=accepted(contract, node),
    )


def accepted(contract: Contract, node: Doc) -> str:
    """Return the media types of the success of an operation."""
    success = next(status for status in node["responses"] if status.startswith("2"))
    return ", ".join(contract.resolve(node["responses"][success]).get("content", {})) or "*/*"


def _functions(file: Path, place: str, name: str) -> dict[str, ast.FunctionDef]:
    """Return the functions of a generated module by name."""
    if not file.exists():
        raise SpecError(f"{place}: not generated; the generator dropped the operation {name!r} without a word")
    functions = {
        item.name: item
        for item in ast.parse(file.read_text(encoding="utf-8")).body
        if isinstance(item, ast.FunctionDef)
    }
    missing = {"_get_kwargs", "_parse_response"} - set(functions)
    if missing:
        raise SpecError(f"{place}: has no {' and no '.join(sorted(missing))}; the emitter builds on it")
    return functions


def _parameters(
    arguments: ast.arguments, place: str, contract: Contract, models: Models, node: Doc
) -> tuple[list[Field], list[Field]]:
    """Return the parameters of an operation, and the fields of its body."""
    by_name = {naming.argument_name(parameter): parameter for parameter in contract.parameters(node)}
    parameters, body = [], []
    for argument in (*arguments.args, *arguments.kwonlyargs):
        assert argument.annotation is not None
        annotation = ast.unparse(argument.annotation)
        if argument.arg == "body":
            body = models.fields(without(annotation, "Unset"))
            continue
        parameter = by_name.get(argument.arg)
        if parameter is None:
            raise SpecError(f"{place}: cannot tell which parameter of the contract {argument.arg!r} is")
        required = bool(parameter.get("required"))
        parameters.append(Field(argument.arg, parameter["name"], annotation, required, parameter))
    return parameters, body
