"""Emit contexts.py: what opens a context of a socket and sends text to it, with a keyword for each field of the request.

The client's own classes inherit these methods. For an older version, type checkers see classes that inherit those of the version;
at run time, the client makes such classes when it opens a socket.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..merge import Contract, Doc
from .docstrings import describe, wrap
from .names import HEAD, STANDARD_IMPORTS, without
from .socket_methods import WITH_CONTEXTS, client_channels
from .source import Field, Models

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
_OF_FACTORY = {
    ID: "Id of the context, which must not have been used on the connection. Default: a new UUID.",
    "timeout": "Seconds to wait for each event when receiving, once text has been sent. Default: `response_timeout` of the "
    "client, whenever a response is due.",
}
_EXTRA = "Fields to add to {}, for what is newer than this client."
_OF_TEXT = {
    "transcript": "Text to append as it is; add spaces between pieces yourself.",
    "continue_": "Whether more text may follow. False ends the input, as `no_more_inputs` does.",
}
_ERRORS = (
    "InvalidRequestError: There is no such field, or one is of the wrong type, cannot be sent, or cannot change within the "
    "context; or its input has ended. Nothing was sent.",
    "APIStatusError: The service has reported an error for this context; see the subclass.",
    "IncompleteAudioError: The connection was lost, or the context has expired: the service ends it 1 s after its last audio. "
    "`unspoken` is the text that was not spoken; send it in a new context.",
)
_SPEECH = "Push text, whole or piece by piece, end the input, and yield the audio as it arrives."
_SPEECH_DETAIL = (
    "Leaving the iteration early, or an error of the iterable, cancels the context. Pieces with nothing to speak, such as "
    "blanks, punctuation and emoji, are held back at the beginning; without any other, nothing is sent, and there is no audio. "
    "When no piece came in time and the service ended the context, a fresh one with the same fields speaks the rest. Fields that "
    "are given here hold for this text, in place of those of the context."
)
_OF_SPEECH = {
    "": (
        ("text", "The text, or an iterable that yields it. Audio that has arrived is yielded after each piece."),
        ("timeout", "Seconds to wait for each event after the last piece. Default: that of the context."),
    ),
    "Async": (
        ("text", "The text, or an iterable that yields it. Audio is yielded while further pieces are pushed."),
        ("timeout", "Seconds to wait for each event, from the first piece on. Default: that of the context."),
    ),
}
_SPEECH_ERRORS = (
    "InvalidRequestError: There is no such field, or one is of the wrong type, cannot be sent, or cannot change within the "
    "context; or its input has ended.",
    "APIStatusError: The service reported an error; see the subclass.",
    "APITimeoutError: No audio arrived in time.",
    "IncompleteAudioError: The context ended before it was done: connection lost, or cancelled.",
)


def context_request(contract: Contract) -> str | None:
    """Return the name of the request that sends text to a context; None if there is no socket with contexts."""
    for name, channel in client_channels(contract):
        if name == WITH_CONTEXTS:
            names: list[str] = [entry["$ref"].rsplit("/", 1)[-1] for entry in channel["send"]["oneOf"]]
            return next(each for each in names if "transcript" in _properties(contract, each))
    return None


def _properties(contract: Contract, name: str) -> Doc:
    found: Doc = contract.doc["components"]["schemas"][name].get("properties", {})
    return found


def contexts_module(request: str, models: Models, contract: Contract, newest: Contract | None) -> str:
    """Return the text of contexts.py. `newest`: for an older version, the newest contract."""
    fields = [entry for entry in models.fields(request) if entry.wire != ID]
    shared = [entry for entry in fields if entry.schema.get("x-context") != "frame"]
    kinds = ", ".join(f'"{entry.wire}": "{_kinds(entry, request, contract, newest)}"' for entry in fields)
    nested = {entry.wire: keys for entry in fields if (keys := [*dict.fromkeys(_keys(contract, entry.schema))])}
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
            f"_FIELDS = FrameFields({{{kinds}}}, nested={nested!r})",
            'C = TypeVar("C")',
            body,
            _classes() if newest is None else _dated_classes(),
            "",
        )
    )


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


def _keys(contract: Contract, schema: Doc) -> Iterator[str]:
    """Yield the keys of an object, or of each object that a field may be."""
    for entry in schema.get("oneOf") or schema.get("anyOf") or [schema]:
        target = contract.resolve(entry)
        if entry is not schema or target is not schema:
            yield from _keys(contract, target)
        yield from target.get("properties", {})


def _keyword(entry: Field, models: Models) -> str:
    return f"{entry.name}: {models.accepting(without(entry.type, 'Unset', 'None'))} | None | Unset = UNSET"


def _values(fields: list[Field]) -> str:
    return "{" + ", ".join(f'"{entry.wire}": {entry.name}' for entry in fields) + "}"


def _factory(shared: list[Field], models: Models) -> str:
    signature = ["context_id: str | None = None", "*", "timeout: float | None = None"]
    signature += [_keyword(entry, models) for entry in shared]
    signature.append("extra_body: Mapping[str, Any] | None = None")
    texts = [*_OF_FACTORY.items(), *_texts(shared, models), ("extra_body", _EXTRA.format("every frame"))]
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
    texts = [*_OF_TEXT.items(), *_texts(own, models), ("extra_body", _EXTRA.format("this frame"))]
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
            _docstring(summary, detail, texts, list(_ERRORS)),
            f'        fields = _FIELDS.given("{name}", {_values(sent)}, extra_body)',
            f"        {awaited}self._send_piece(transcript, fields)",
        ]
    return "\n".join((*parts, "", _speak(shared, models, prefix)))


def _speak(shared: list[Field], models: Models, prefix: str) -> str:
    """Return the method that speaks a whole text."""
    source = "str | Iterable[str] | AsyncIterable[str]" if prefix else "str | Iterable[str]"
    signature = [f"text: {source}", "*", "timeout: float | None = None", *(_keyword(entry, models) for entry in shared)]
    signature.append("extra_body: Mapping[str, Any] | None = None")
    texts = [*_OF_SPEECH[prefix], *_texts(shared, models), ("extra_body", _EXTRA.format("every frame of this text"))]
    return "\n".join(
        (
            "    @_FIELDS.method",
            f"    def speak(self, {', '.join(signature)}) -> {prefix}Iterator[bytes]:",
            _docstring(_SPEECH, _SPEECH_DETAIL, texts, list(_SPEECH_ERRORS)),
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
    doc = "\n".join(f"        {line}".rstrip() for line in lines).strip()
    return f'        """{doc}\n        """'


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
