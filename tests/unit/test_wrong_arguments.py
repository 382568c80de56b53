"""Every argument of every operation, of the constructor and of `with_options`, with values that are none of its kind.

Each is sent, or an InvalidRequestError or ConfigurationError names the argument before anything is sent.
"""

from __future__ import annotations

import array
import collections
import datetime
import decimal
import enum
import fractions
import inspect
import io
import itertools
import ssl
import tempfile
import types
import uuid
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import cartesia_client as c
import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.conftest import Twin, done, twin
from tests.unit.test_arguments import VALUES as ANY_VALUE

__all__ = ["twin"]

RAW = {"container": "raw", "encoding": "pcm_s16le", "sample_rate": 16000}


class Scalar:
    """A number of an array library."""

    def __float__(self) -> float:
        return 1.5

    def __index__(self) -> int:
        return 1


class Odd(enum.Enum):
    OBJECT = object()
    BYTES = b"x"


class Unequal:
    """A value that cannot be compared, as an array."""

    __hash__ = object.__hash__

    def __eq__(self, other: object) -> bool:
        raise RuntimeError("ambiguous")

    def __bool__(self) -> bool:
        raise ValueError("ambiguous")


class Nameless:
    def __repr__(self) -> str:
        raise RuntimeError("no repr")


class Rude:
    def __getattr__(self, name: str) -> Any:
        raise RuntimeError(name)


class BadModel:
    def to_dict(self) -> dict[str, Any]:
        raise KeyError("x")


class BadMapping(Mapping[str, Any]):
    def __getitem__(self, key: str) -> Any:
        raise RuntimeError("get")

    def __iter__(self) -> Iterator[str]:
        raise RuntimeError("iter")

    def __len__(self) -> int:
        return 1


class BadSequence(Sequence[Any]):
    def __getitem__(self, index: Any) -> Any:
        raise RuntimeError("get")

    def __len__(self) -> int:
        return 3


class EndlessSequence(BadSequence):
    """Has three entries by its length, and goes on for ever."""

    def __getitem__(self, index: Any) -> Any:
        return "a"


class EndlessMapping(BadMapping):
    """Has one key by its length, and goes on for ever."""

    def __getitem__(self, key: str) -> Any:
        return "a"

    def __iter__(self) -> Iterator[str]:
        return map("x-{}".format, itertools.count())


class EndlessList(list[str]):
    def __iter__(self) -> Iterator[str]:
        return itertools.repeat("a")


class Text(str):
    """A text of another library."""


def fails(*_: Any, **__: Any) -> Any:
    raise RuntimeError("code of the caller")


def failing(kind: type, *names: str) -> type:
    """Return a subclass whose methods of these names fail."""
    return type(f"Failing{kind.__name__}", (kind,), dict.fromkeys(names, fails))


FailingText = failing(str, "__str__", "__format__", "__lt__", "__len__", "encode", "isascii", "lower")
Unclassed = type("Unclassed", (), {"__class__": property(fails)})


def circle() -> Any:
    found: dict[str, Any] = {}
    found["a"] = found
    return found


def ring() -> Any:
    found: list[Any] = []
    found.append(found)
    return found


def deep() -> Any:
    found: dict[str, Any] = {}
    for _ in range(20_000):
        found = {"a": found}
    return found


def closed() -> Any:
    file = io.BytesIO(b"x")
    file.close()
    return file


def coroutine() -> Any:
    async def text() -> str:
        return "x"

    made = text()
    made.close()  # nothing awaits it
    return made


def asynchronous() -> Any:
    async def texts() -> Any:
        yield "a"

    return texts()


WRONG: dict[str, Callable[[], Any]] = {
    "None": lambda: None,
    "True": lambda: True,
    "int": lambda: 5,
    "negative": lambda: -1,
    "too many digits": lambda: 10**5000,
    "float": lambda: 1.5,
    "nan": lambda: float("nan"),
    "inf": lambda: float("inf"),
    "str": lambda: "abc",
    "empty": lambda: "",
    "dots": lambda: "..",
    "surrogate": lambda: "\ud800",
    "line break": lambda: "a\r\nb",
    "subclass of str": lambda: Text("abc"),
    "text that fails": lambda: FailingText("abc"),
    "number that fails": lambda: failing(int, "__abs__", "__str__", "__lt__", "__le__", "__eq__", "__hash__")(5),
    "bytes that fail": lambda: failing(bytes, "__len__", "__iter__", "startswith")(b"abc"),
    "list that fails": lambda: failing(list, "__len__", "__iter__")("a"),
    "dict that fails": lambda: failing(dict, "items", "keys", "__iter__", "__len__")(a=1),
    "dict of texts that fail": lambda: {FailingText("a"): FailingText("b")},
    "without a class": Unclassed,
    "far too long": lambda: "x" * 10_000,
    "bytes": lambda: b"abc",
    "bytearray": lambda: bytearray(b"abc"),
    "memoryview": lambda: memoryview(b"abc"),
    "array": lambda: array.array("H", [1, 2]),
    "Decimal": lambda: decimal.Decimal("1.5"),
    "Fraction": lambda: fractions.Fraction(1, 3),
    "complex": lambda: 1j,
    "scalar": Scalar,
    "datetime": lambda: datetime.datetime(2026, 1, 1),
    "date": lambda: datetime.date(2026, 1, 1),
    "timedelta": lambda: datetime.timedelta(1),
    "enum of an object": lambda: Odd.OBJECT,
    "enum of bytes": lambda: Odd.BYTES,
    "class": lambda: Odd,
    "UUID": uuid.uuid4,
    "path": lambda: Path("nowhere.wav"),
    "folder": lambda: Path(tempfile.gettempdir()),
    "set": lambda: {1},
    "generator": lambda: (each for each in "a"),
    "async generator": asynchronous,
    "coroutine": coroutine,
    "range": lambda: range(3),
    "list of int": lambda: [1],
    "list of bytes": lambda: [b"a"],
    "list of surrogates": lambda: ["a\ud800"],
    "tuple": lambda: ("a",),
    "tuple of five": lambda: ("a", b"b", "c/d", {}, 5),
    "part with odd headers": lambda: ("a", b"b", "c/d", {5: 6}),
    "part with no headers": lambda: ("a", b"b", "c/d", 5),
    "part with a line break in its headers": lambda: ("a", b"b", "c/d", {"X": "a\r\nb"}),
    "part of nothing": lambda: (None, None),
    "dict": lambda: {"a": 1},
    "dict with bytes as keys": lambda: {b"a": 1},
    "dict with None as key": lambda: {None: 1},
    "dict of a set": lambda: {"a": {1}},
    "dict of nan": lambda: {"a": float("nan")},
    "dict of an object": lambda: {"a": object()},
    "dict of a date": lambda: {"a": datetime.date(2026, 1, 1)},
    "dict of a dict": lambda: {"a": {"b": 1}},
    "circle": circle,
    "ring": ring,
    "deep": deep,
    "read-only dict": lambda: types.MappingProxyType({"a": 1}),
    "UserDict": lambda: collections.UserDict(a=1),
    "UserString": lambda: collections.UserString("a"),
    "object": object,
    "function": lambda: lambda *_: 5,
    "without a repr": Nameless,
    "without equality": Unequal,
    "without attributes": Rude,
    "model that fails": BadModel,
    "mapping that fails": BadMapping,
    "sequence that fails": BadSequence,
    "sequence without end": EndlessSequence,
    "mapping without end": EndlessMapping,
    "list without end": lambda: EndlessList("a"),
    "list of a mapping without end": lambda: [EndlessMapping()],
    "closed file": closed,
    "text file": lambda: io.StringIO("a"),
    "ellipsis": lambda: ...,
    "httpx.Timeout of texts": lambda: httpx.Timeout("5"),  # type: ignore[arg-type]
    "httpx.Timeout below zero": lambda: httpx.Timeout(-1),
}


class Counting(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Accepts everything, and counts it."""

    def __init__(self) -> None:
        self.requests = 0

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self.requests += 1
        request.read()
        return httpx.Response(200, content=b"{}", headers={"content-type": "application/json"})

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.requests += 1
        await request.aread()
        return httpx.Response(200, content=b"{}", headers={"content-type": "application/json"})


def operations(resource: Any, path: str = "") -> Iterator[tuple[str, Callable[..., Any]]]:
    """Yield the methods of a resource and of those below it, those that open sockets included."""
    for name in dir(type(resource)):
        value = None if name.startswith("_") else getattr(resource, name, None)
        if type(value).__module__.startswith("cartesia_api.resources"):
            yield from operations(value, f"{path}{name}.")
        elif not inspect.ismethod(value) or hasattr(value, "__deprecated__"):
            continue  # no method, or one that only calls another
        elif type(resource).__module__.startswith("cartesia_api"):
            yield path + name, value


def required(method: Callable[..., Any]) -> dict[str, Any]:
    """Return arguments that a method accepts."""
    return {
        name: _sound(name, str(parameter.annotation))
        for name, parameter in inspect.signature(method).parameters.items()
        if parameter.default is parameter.empty
    }


def _sound(name: str, annotation: str) -> Any:
    kinds = {"FileInput": b"abc", "Sequence": [], "list[": [], "bool": True, "int": 1, "float": 1}
    if name == "output_format":
        return RAW
    if "str" in annotation.split(" | "):
        return "abc"
    return next((value for kind, value in kinds.items() if kind in annotation), {} if "Param" in annotation else "abc")


async def failure(call: Callable[[], Any]) -> BaseException | None:
    try:
        result = await done(call())
        if hasattr(result, "close"):
            await done(result.close())
    except c.APIError:
        return None  # it was sent
    except Exception as error:
        return error
    return None


OPTIONS = {"timeout", "total", "max_retries", "extra_headers", "extra_query", "extra_body"}


@pytest.mark.filterwarnings("ignore:.*deprecated. speed:DeprecationWarning")
@pytest.mark.parametrize("part", [6, pytest.param(1, marks=pytest.mark.slow)])
async def test_every_argument_of_every_operation_is_checked_before_anything_is_sent(twin: Twin, part: int) -> None:
    """Each argument gets one value in `part`, in turn, so that every value is tried with many arguments."""
    turn = itertools.count()
    transport = Counting()
    client = twin.make(transport=transport, max_retries=0)
    methods = dict(operations(client._resources))
    assert len(methods) >= 53 + 4  # all operations, those that stream, and the sockets
    wrong: list[str] = []
    with_options = {"get_status", "tts.generate", "voices.list", "tts.websocket_connect"}
    for name, method in methods.items():
        base = required(method)
        if name == "agents.stream":  # its arguments are the fields of one message, which needs this one
            base["config"] = {"input_format": "pcm_16000"}
        for argument in inspect.signature(method).parameters:
            if argument in OPTIONS and name not in with_options:
                continue  # they go the same way everywhere
            for kind, make in WRONG.items():
                if next(turn) % part:
                    continue
                before = transport.requests
                error = await failure(lambda: method(**{**base, argument: make()}))  # noqa: B023  # it is called here
                if error is None:
                    continue
                text = str(error)
                named = argument in text or argument.replace("_", "[", 1) in text or f"{argument}]" in text
                fine = isinstance(error, c.InvalidRequestError) and not error.may_be_billed and len(text) < 700
                if not (fine and named and transport.requests == before):
                    wrong.append(f"{name}({argument}={kind}): {type(error).__name__}: {text[:200]}")
    assert not wrong, "\n".join(wrong)


OF_CLIENTS = [*inspect.signature(c.Cartesia.__init__).parameters][1:-1]
OF_HTTPX = [
    *("proxy", "verify", "cert", "transport", "limits", "trust_env", "http1", "http2"),
    *("mounts", "event_hooks", "default_encoding"),
]
MORE: dict[str, list[Any]] = {
    "proxy": ["socks9://x:1", ["http://name:hunter2@x"]],
    "base_url": ["https://x:99999", "https://[::1", "https://x/?a", b"https://x", "https://" + "a" * 64 + ".com"],
    "version": ["2026-08-14 ", "9999-99-99", b"2026-08-14"],
    "verify": ["nowhere.pem", 0],
    "cert": [("a", "b"), ("a", "b", "c", "d"), ("a", 5)],
    "socket_hooks": [[5], "ab"],
    "event_hooks": [{"request": [5]}, {"sent": []}, {"request": 5}],
    "mounts": [{"all://": 5}, {5: None}],
    "default_encoding": ["nonsense"],
    "default_headers": [{"X": "a\r\nb"}, {"X-API-Key": "x"}, {"Cartesia-Version": "new"}],
    "concurrency": [0, "gold"],
}


@pytest.mark.parametrize("argument", OF_CLIENTS + OF_HTTPX)
async def test_every_argument_of_a_client_is_checked_when_it_is_made(twin: Twin, argument: str) -> None:
    wrong: list[str] = []
    values = {**WRONG, **{repr(value): lambda value=value: value for value in MORE.get(argument, [])}}  # type: ignore[misc]
    for kind, make in values.items():
        given: dict[str, Any] = {"api_key": "sk_car_secret_of_a_test", "trust_env": False, argument: make()}
        if argument not in OF_HTTPX:
            given["transport"] = Counting()
        given["base_url"] = given.get("base_url", "https://127.0.0.1:1" if argument in OF_HTTPX else None)
        given.setdefault("max_retries", 0)

        def use(given: dict[str, Any] = given) -> Any:
            client = twin.kind(**given)
            if argument in OF_HTTPX and argument not in ("transport", "event_hooks"):
                return client.close()
            if argument in ("api_key", "token") and callable(given[argument]):
                return client.close()  # it is called later
            return client.get_status(timeout=0.1)

        error = await failure(use)
        named = isinstance(error, c.ConfigurationError) and argument in str(error) and "secret" not in str(error)
        if error is not None and not named:
            wrong.append(f"{argument}={kind}: {type(error).__name__}: {str(error)[:200]}")
        if kind in (repr(value) for value in MORE.get(argument, [])) and error is None:
            wrong.append(f"{argument}={kind} was accepted")
        assert "hunter2" not in str(error)
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("argument", ["timeout", "total", "max_retries", "default_headers"])
async def test_with_options_checks_them_at_once(twin: Twin, argument: str) -> None:
    client = twin.make(transport=Counting())
    wrong: list[str] = []
    values: dict[str, Callable[[], Any]] = {**WRONG, "a version": lambda: {"Cartesia-Version": "new"}}
    for kind, make in values.items():
        try:
            other: Any = client.with_options(**{argument: make()})
        except (c.InvalidRequestError, c.ConfigurationError) as error:
            if argument not in str(error):
                wrong.append(f"{kind}: {error}")
        else:
            late = await failure(lambda: other.get_status())  # noqa: B023  # it is called here
            if late is not None:
                wrong.append(f"{kind}: {late!r}")
    assert not wrong, "\n".join(wrong)


async def test_a_transport_of_the_other_color_is_refused(twin: Twin) -> None:
    other = httpx.HTTPTransport() if twin.is_async else httpx.AsyncHTTPTransport()
    with pytest.raises(c.ConfigurationError, match="transport must be an httpx transport with handle_"):
        twin.make(transport=other)
    twin.make(verify=ssl.create_default_context())


class Voice(str, enum.Enum):  # noqa: UP042  # what programs have that began before StrEnum
    """A text that is not what its `str()` gives."""

    KATIE = "f786b574"


async def test_enums_of_texts_are_sent_as_their_values_everywhere(twin: Twin) -> None:
    seen: list[httpx.Request] = []

    def respond(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, json={"data": [], "has_more": False})

    client = twin.make(transport=httpx.MockTransport(respond))
    await failure(lambda: client.voices.get(Voice.KATIE, extra_query={"x": Voice.KATIE}))
    await done(client.voices.list(language=Voice.KATIE, expand=[Voice.KATIE]))
    assert [str(request.url).partition(".ai")[2] for request in seen] == [
        "/voices/f786b574?x=f786b574",
        "/voices?limit=10&language=f786b574&expand%5B%5D=f786b574".replace("limit=10&", ""),
    ]


METHODS = sorted(dict(operations(c.Cartesia(api_key="k")._resources)))
CLIENT = c.Cartesia(api_key="k", max_retries=0, transport=Counting())


@settings(deadline=None, max_examples=100)
@given(data=st.data(), name=st.sampled_from(METHODS))
def test_any_values_of_all_arguments_are_sent_or_an_error_names_one(data: st.DataObject, name: str) -> None:
    method = dict(operations(CLIENT._resources))[name]
    names = [*inspect.signature(method).parameters]
    chosen = data.draw(st.dictionaries(st.sampled_from(names), ANY_VALUE, min_size=1, max_size=3))
    text = ""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            result = method(**{**required(method), **chosen})
            if hasattr(result, "close"):
                result.close()
        except c.APIError:
            return
        except c.InvalidRequestError as error:
            text = str(error)
    parts = [each.replace("_", "[", 1) for each in chosen] + [each + "]" for each in chosen]
    # Or what is missing beside them: a call with an agent that has a stream_id needs a config, too.
    assert not text or any(each in text for each in (*chosen, *parts, "missing required field `config`"))
