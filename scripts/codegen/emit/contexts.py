"""Emit contexts.py: what opens a context of a socket and sends text to it, with a keyword for each field of the request.

The client's own classes inherit these methods. For an older version, type checkers see classes that inherit those of the version;
at run time, the client makes such classes when it opens a socket.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..gone import object_keys
from ..merge import Contract, Doc, SpecError
from ..quoting import docstring, literal
from ..values import branches_of
from .context_texts import ERRORS, EXTRA, OF_FACTORY, OF_SPEECH, OF_TEXT, SPEECH, SPEECH_DETAIL, SPEECH_ERRORS
from .deprecation import parts_of
from .docstrings import describe, wrap
from .names import HEAD, STANDARD_IMPORTS, without
from .socket_methods import WITH_CONTEXTS, client_channels
from .source import Field, Models, former_keys, gone_keys

ID = "context_id"

_JSON_TYPES = {
    "string": "str",
    "integer": "int",
    "number": "float",
    "boolean": "bool",
    "object": "dict",
    "array": "list",
    "null": "None",
}


def context_request(contract: Contract) -> str | None:
    """Return the name of the request that sends text to a context; None if there is no socket with contexts."""
    for name, channel in client_channels(contract):
        if name == WITH_CONTEXTS:
            names = [entry["$ref"].rsplit("/", 1)[-1] for entry in branches_of(channel["send"])]
            for each in names:
                if "transcript" in _properties(contract, each):
                    return str(each)
            raise SpecError("needs a message with a transcript in oneOf: of send:, whose fields become keywords")
    return None


def _properties(contract: Contract, name: str) -> Doc:
    found: Doc = contract.doc["components"]["schemas"][name].get("properties", {})
    return found


def contexts_module(request: str, models: Models, contract: Contract, newest: Contract | None) -> str:
    """Return the text of contexts.py. `newest`: for an older version, the newest contract."""
    fields = [entry for entry in models.fields(request) if entry.wire != ID]
    shared = context_fields(request, models)
    kinds = ", ".join(f"{literal(entry.wire)}: {literal(_kinds(entry, request, contract, newest))}" for entry in fields)
    fixed = [entry.wire for entry in shared if entry.schema.get("x-context") == "fixed"]
    body = (
        "\n\n".join(_inputs(fields, shared, models, prefix) for prefix in ("", "Async"))
        + "\n\n"
        + _factory(shared, models)
    )
    return "\n".join(
        (
            HEAD + '"""Contexts of the text-to-speech socket: a keyword for each field of a request."""',
            "from __future__ import annotations",
            "from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar",
            "from .frames import FrameFields",
            "from .hints import Hinted",
            "from .types import UNSET, Unset",
            "if TYPE_CHECKING:",
            *(f"    {line}" for line in models.imports(body, ".") if line != STANDARD_IMPORTS["Any"]),
            *(_imports() if newest is None else _dated_imports()),
            "__all__ = ('FIXED', 'REQUIRED', 'AsyncTTSContextInput', 'AsyncTTSWebsocket', 'TTSContextFactory',"
            " 'TTSContextInput', 'TTSWebsocket')",
            "",
            f"FIXED = {tuple(fixed)!r}",
            '"""Fields that stay the same within a context."""',
            f"REQUIRED = {tuple(entry.wire for entry in shared if entry.required)!r}",
            '"""Fields that the first frame of a context must have."""',
            f"_FIELDS = FrameFields({{{kinds}}}{_facts(fields, contract)})",
            'C = TypeVar("C")',
            body,
            _classes() if newest is None else _dated_classes(),
            "",
        )
    )


def _facts(fields: list[Field], contract: Contract) -> str:
    """Return the further arguments of FrameFields."""
    nested = {entry.wire: keys for entry in fields if (keys := object_keys(contract, entry.schema))}
    former = {entry.wire: texts for entry in fields if (texts := former_keys(contract, entry.schema))}
    gone = {entry.wire: dates for entry in fields if (dates := gone_keys(contract, entry.schema))}
    deprecated = parts_of(contract, {"properties": {entry.wire: entry.schema for entry in fields}})
    found = {"nested": nested, "former": former, "gone": gone, "deprecated": deprecated}
    return "".join(f", {name}={literal(keys)}" for name, keys in found.items() if keys or name == "nested")


def context_fields(request: str, models: Models) -> list[Field]:
    """Return the fields that a context may be given, for all of its frames."""
    return [entry for entry in models.fields(request) if entry.wire != ID and entry.schema.get("x-context") != "frame"]


def accepted(entry: Field, models: Models) -> str:
    """Return the type of a field; None leaves it out."""
    return f"{models.accepting(without(entry.type, 'Unset', 'None'))} | None"


def _kinds(entry: Field, request: str, contract: Contract, newest: Contract | None) -> str:
    """Return the types of a field for `arguments.check`. What the newest version takes is left to the service in older ones."""
    found = dict.fromkeys(_types(contract, entry.schema))
    if newest is not None:
        found |= dict.fromkeys(_types(newest, _properties(newest, request).get(entry.wire, {})))
    return " | ".join([*(kind for kind in found if kind != "None"), "None"])


def _types(contract: Contract, schema: Doc) -> Iterator[str]:
    """Yield the Python types of the JSON values that a schema allows."""
    target = contract.resolve(schema)
    for branch in target.get("oneOf") or target.get("anyOf") or ():
        yield from _types(contract, branch)
    kinds = target.get("type", ())
    for kind in [kinds] if isinstance(kinds, str) else kinds:
        yield _JSON_TYPES[kind]


def _keyword(entry: Field, models: Models) -> str:
    return f"{entry.name}: {accepted(entry, models)} | Unset = UNSET"


def _values(fields: list[Field]) -> str:
    return "{" + ", ".join(f"{literal(entry.wire)}: {entry.name}" for entry in fields) + "}"


def _factory(shared: list[Field], models: Models) -> str:
    signature = ["context_id: str | None = None", "*", "timeout: float | None = None"]
    signature += [_keyword(entry, models) for entry in shared]
    signature.append("extra_body: Mapping[str, Any] | None = None")
    texts = [*OF_FACTORY.items(), *_texts(shared, models), ("extra_body", EXTRA.format("every frame"))]
    summary = "Return a new context. Nothing is sent yet."
    detail = (
        "Fields that are given here hold for the whole context. Those that it lacks may be given with its first piece of "
        f"text; {_list([entry.wire for entry in shared if entry.required])} are required by then."
    )
    return "\n".join(
        (
            "class TTSContextFactory(Hinted, Generic[C]):",
            '    """What opens contexts on a socket."""',
            "    inputs: ClassVar[Any] = TTSContextInput",
            '    """What sends text to the contexts of threads, in the same version."""',
            "    async_inputs: ClassVar[Any] = AsyncTTSContextInput",
            '    """The same for asyncio."""',
            "    if TYPE_CHECKING:",
            "        def _new_context(self, context_id: str | None, timeout: float | None, fields: dict[str, Any]) -> C:",
            "            raise NotImplementedError",
            "",
            "    @_FIELDS.method",
            f"    def context(self, {', '.join(signature)}) -> C:",
            _docstring(
                summary,
                detail,
                texts,
                ["InvalidRequestError: There is no such field, or one is of the wrong type or cannot be sent."],
            ),
            f'        fields = _FIELDS.given("context", {_values(shared)}, extra_body)',
            "        return self._new_context(context_id, timeout, fields)",
        )
    )


def _inputs(fields: list[Field], shared: list[Field], models: Models, prefix: str) -> str:
    keyword, awaited = ("async ", "await ") if prefix else ("", "")
    own = [entry for entry in fields if entry.wire not in ("transcript", "continue")]
    signature = ["*", "continue_: bool | None = True", *(_keyword(entry, models) for entry in own)]
    signature.append("extra_body: Mapping[str, Any] | None = None")
    sent = [entry for entry in fields if entry.wire != "transcript"]
    texts = [*OF_TEXT.items(), *_texts(own, models), ("extra_body", EXTRA.format("this frame"))]
    parts = [
        f"class {prefix}TTSContextInput(Hinted):",
        '    """What sends text to a context."""',
        "    if TYPE_CHECKING:",
        f"        {keyword}def _send_piece(self, transcript: str, fields: dict[str, Any]) -> None: ...",
        f"        def _speak(self, text: Any, timeout: float | None, fields: dict[str, Any]) -> {prefix}Iterator[bytes]:",
        "            raise NotImplementedError",
    ]
    same = (
        f"{_list([entry.wire for entry in fields if entry.schema.get('x-context') == 'fixed'])} stay the same within a context. "
        "Any other field that is given here holds for this frame, in place of that of the context; None leaves it out."
    )
    for name, text, summary, detail in (
        ("send", 'transcript: str = ""', "Send a frame with these fields in addition to those of the context.", same),
        (
            "push",
            "transcript: str",
            "Append a piece of text to the context.",
            f"A character that was cut into two surrogates is sent with the piece that has its second half. {same}",
        ),
    ):
        parts += [
            "",
            "    @_FIELDS.method",
            f"    {keyword}def {name}(self, {', '.join((text, *signature))}) -> None:",
            _docstring(summary, detail, texts, list(ERRORS)),
            f'        fields = _FIELDS.given("{name}", {_values(sent)}, extra_body)',
            f"        {awaited}self._send_piece(transcript, fields)",
        ]
    return "\n".join((*parts, "", _speak(shared, models, prefix)))


def _speak(shared: list[Field], models: Models, prefix: str) -> str:
    """Return the method that speaks a whole text."""
    source = "str | Iterable[str] | AsyncIterable[str]" if prefix else "str | Iterable[str]"
    signature = [f"text: {source}", "*", "timeout: float | None = None", *(_keyword(entry, models) for entry in shared)]
    signature.append("extra_body: Mapping[str, Any] | None = None")
    texts = [*OF_SPEECH[prefix], *_texts(shared, models), ("extra_body", EXTRA.format("every frame of this text"))]
    return "\n".join(
        (
            "    @_FIELDS.method",
            f"    def speak(self, {', '.join(signature)}) -> {prefix}Iterator[bytes]:",
            _docstring(SPEECH, SPEECH_DETAIL, texts, list(SPEECH_ERRORS)),
            f'        fields = _FIELDS.given("speak", {_values(shared)}, extra_body)',
            "        return self._speak(text, timeout, fields)",
        )
    )


def _list(names: list[str]) -> str:
    return ", ".join(names[:-1]) + " and " + names[-1]


def _texts(fields: list[Field], models: Models) -> list[tuple[str, str]]:
    return [(entry.name, describe(models.contract, entry.schema)) for entry in fields]


def _docstring(summary: str, detail: str, arguments: list[tuple[str, str]], errors: list[str]) -> str:
    lines = [summary, "", *wrap(detail), "", "Args:"]
    for name, text in arguments:
        lines += wrap(f"{name}: {text}", "    ", "        ")
    lines += ["", "Raises:"]
    for text in errors:
        lines += wrap(text, "    ", "        ")
    return docstring("\n".join(f"        {line}".rstrip(" ") for line in lines).strip(" \n"), "        ")


def _imports() -> list[str]:
    return ["    from cartesia_client.sockets.tts import AsyncTTSWebsocket, TTSWebsocket"]


def _classes() -> str:
    return "if not TYPE_CHECKING:\n    TTSWebsocket = AsyncTTSWebsocket = TTSContextFactory"


def _dated_imports() -> list[str]:
    return ["    from cartesia_client.sockets import tts, tts_context"]


def _dated_classes() -> str:
    """Return the classes of an older version, for type checkers. At run time, what they inherit stands for them."""
    parts = ["if TYPE_CHECKING:"]
    for prefix, what in (("", "threads"), ("Async", "asyncio")):
        parts += [
            "    # Their keywords are other ones than those of the newest version: that is what they are for.",
            f"    class {prefix}TTSContext({prefix}TTSContextInput, tts_context.{prefix}TTSContext):  # type: ignore[misc]",
            f'        """A context, for {what}."""',
            "",
            f"    class {prefix}TTSWebsocket(TTSContextFactory[{prefix}TTSContext], tts.{prefix}TTSWebsocket):"
            "  # type: ignore[misc]",
            f'        """A socket, for {what}."""',
            "",
        ]
    return "\n".join((*parts, "else:", "    TTSWebsocket = AsyncTTSWebsocket = TTSContextFactory"))
