"""Emit method_types.py: the arguments of each method as a TypedDict, and types of requests and results that are no classes."""

from __future__ import annotations

import re

from .. import naming
from ..aliases import KEY
from ..merge import Contract, Doc, SpecError
from ..quoting import docstring, without_strings
from ..values import branches_of
from .contexts import accepted, context_fields, context_request
from .docstrings import describe
from .events import event_names
from .names import ACRONYMS, HEAD, pascal_case, snake_case, upper_word, without
from .socket_methods import SOCKETS, client_channels, query_type
from .source import Models, Operation


class MethodTypes:
    """The types that belong to methods, under the names that the official library has for them.

    Attributes:
        places: The name of each type by its place among the types of that library, such as "agents.CallListParams".
    """

    def __init__(self, operations: list[Operation], models: Models, contract: Contract) -> None:
        self.places: dict[str, str] = {}
        self._models, self._contract = models, contract
        self._parts: dict[str, str] = {}
        for operation in operations:
            self._operation(operation)
        for name, channel in client_channels(contract):
            self._socket(name, channel)
        self._contexts()
        events = event_names(contract)
        for name, schema in contract.doc["components"]["schemas"].items():
            if name not in models.modules and name not in events and (kind := self._union(schema)):
                self._add([name], name, f"{name}: TypeAlias = {kind}", describe(contract, schema))

    def _add(self, places: list[str], name: str, code: str, doc: str = "") -> None:
        if name in self._parts:
            raise SpecError(f"two types of methods are called {name}")
        self._parts[name] = f"{code}\n{docstring(doc)}" if doc else code
        self.places |= dict.fromkeys(places, name)

    def _operation(self, operation: Operation) -> None:
        ids = [operation.id, *operation.node.get(KEY, ())]
        fields = [entry for entry in operation.parameters if entry.name not in operation.in_path]
        lines = [
            _field(
                entry.name,
                self._accepted(entry.type, entry in operation.body),
                entry.required,
                entry.schema,
                self._contract,
            )
            for entry in sorted((*fields, *operation.body), key=lambda entry: not entry.required)
        ]
        if lines:
            places = [place for each in ids for place in official_names(each, "Params")]
            name = last(places[0])
            self._add(places, name, _typed_dict(name, f"client.{operation.id}", lines))
            for entry in operation.body:
                kind = self._accepted(entry.type, in_body=True)
                if re.search(r"\w+Param\b", without_strings(kind)):
                    field = pascal_case(entry.name)
                    modules = dict.fromkeys(map(module_of, places))
                    self._add(
                        [f"{each}.{field}" for each in modules], name + field, f"{name + field}: TypeAlias = {kind}"
                    )
        is_class = operation.result in self._models.classes
        if operation.shape in ("call", "bytes") and not operation.is_audio and not is_class:
            places = official_names(operation.id, "Response")
            kind = operation.result if operation.shape == "call" else "str" if operation.is_text else "bytes"
            self._add(places, last(places[0]), f"{last(places[0])}: TypeAlias = {kind}", operation.node["summary"])

    def _socket(self, name: str, channel: Doc) -> None:
        resource, method, _ = SOCKETS[name]
        lines = [
            _field(
                naming.socket_argument(entry["name"], entry),
                query_type(self._contract, entry["schema"]),
                bool(entry.get("required")),
                entry,
                self._contract,
            )
            for entry in channel.get("query", ())
            if "$ref" not in entry
        ]
        if lines:
            places = official_names(f"{resource}.{method}", "Params")
            self._add(places, last(places[0]), _typed_dict(last(places[0]), f"client.{resource}.{method}", lines))
        sent = [entry["$ref"].rpartition("/")[2] for entry in branches_of(channel["send"]) or [channel["send"]]]
        accepted = [self._models.accepting(each) for each in sent]  # which has params.py hold them as dicts, too
        for place in channel.get(KEY, {}).get("send", ()):
            kinds = [each.rpartition(" ")[2] for each in accepted] if place.endswith("Param") else sent
            self._add(
                [place], last(place), f"{last(place)}: TypeAlias = {' | '.join(kinds)}", "What the socket is sent."
            )

    def _contexts(self) -> None:
        if (request := context_request(self._contract)) is not None:
            fields = context_fields(request, self._models)
            lines = [
                _field(entry.name, accepted(entry, self._models), False, entry.schema, self._contract)
                for entry in fields
            ]
            name = "TTSContextParams"
            self._add([name], name, _typed_dict(name, "socket.context", lines))

    def _accepted(self, annotation: str, in_body: bool) -> str:
        annotation = without(annotation, "Unset")
        return self._models.accepting(annotation) if in_body else annotation

    def _union(self, schema: Doc) -> str:
        """Return the type of a component that is a choice of others, for requests; "" for any other component."""
        kinds = []
        for entry in schema.get("oneOf") or schema.get("anyOf") or ():
            name = entry.get("$ref", "").rpartition("/")[2]
            if name not in self._models.modules and entry.get("type") != "string":
                return ""
            kinds.append(self._models.accepting(name) if name else "str")
        return " | ".join(kinds)

    def module(self) -> str:
        """Return the text of method_types.py."""
        body = "\n\n".join(self._parts.values())
        imports = [line for line in self._models.imports(body, ".") if "TypedDict" not in line]
        return "\n".join(
            (
                HEAD + '"""The arguments of each method as a dict, and what some take or return."""',
                # Annotations are evaluated, so that the dicts know which of their keys are required.
                "from typing import TypeAlias, TypedDict",
                "from .files import FileInput",
                *imports,
                body,
                "",
            )
        )


def _field(name: str, kind: str, required: bool, schema: Doc, contract: Contract) -> str:
    doc = docstring(describe(contract, schema), "    ")
    return f"    {name}: {kind if required else f'NotRequired[{kind}]'}\n{doc}"


def _typed_dict(name: str, method: str, lines: list[str]) -> str:
    head = f"class {name}(TypedDict):\n{docstring(f'The arguments of `{method}` as a dict.', '    ')}\n"
    return head + "\n".join(lines)


def official_names(method: str, ending: str) -> list[str]:
    """Return the places of a type of a method, such as "agents.CallListParams" for "agents.calls.list".

    The official library has acronyms in capitals in some names, in others not, and in a few both ways.
    """
    *resources, method = method.split(".")
    noun = resources[-1].split("_") if resources else []
    if noun and noun[-1] not in ACRONYMS:
        noun[-1] = noun[-1].removesuffix("s")
    upper, plain = (
        ["".join(map(spell, words)) for words in (noun, method.split("_"))] for spell in (upper_word, str.capitalize)
    )
    spellings = dict.fromkeys(("".join(upper), upper[0] + plain[1], "".join(plain)))
    return [".".join((*resources[:-1], spelling + ending)) for spelling in spellings]


def last(place: str) -> str:
    """Return a name without its folder."""
    return place.rpartition(".")[2]


def module_of(place: str) -> str:
    """Return the module of a type by its place: "agents.call_list_params" for "agents.CallListParams"."""
    folder, _, name = place.rpartition(".")
    for acronym in map(str.upper, ACRONYMS):
        name = re.sub(rf"{acronym}(?=[A-Z])", acronym.capitalize(), name)
    return f"{folder}.{snake_case(name)}".strip(".")
