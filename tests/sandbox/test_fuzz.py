"""Random requests, frames, faults and bytes at every door of the sandbox: it answers, logs no error, and still shows everything.

The suite tries some, always the same ones; `scripts/test -m slow tests/sandbox/test_fuzz.py` tries many more.
"""

from __future__ import annotations

import contextlib
import json
import socket
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import httpx
import pytest
from cartesia_sandbox import Sandbox
from cartesia_sandbox.description.contract import Operation
from cartesia_sandbox.faults.fault import SHAPES, Fault
from hypothesis import given, settings
from hypothesis import strategies as st
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.frames import Frame, Opcode

from tests.sandbox.common import CONTRACT, JAMESON, KATIE, KEYED, MINE, RAW, SILENCE, speech
from tests.sandbox.hostile import UPGRADE, check_shown, head, leave, raw, socket_to, watched

FEW = settings(max_examples=30, deadline=None, derandomize=True, database=None)
MANY = settings(max_examples=3000, deadline=None, database=None)
EDGES = [0, -1, 1, 2**31, 2**53, 2**63, 10**20, 10**300, 0.1, -0.0, 1e308, 5e-324, 1e-7]
TEXTS = [
    "",
    " ",
    "a",
    KATIE,
    JAMESON,
    MINE,
    "Hello there.",
    "<break time='1e9s'/>",
    "<spell>x</spell>",
    "\u0000",
    "\r\n",
    "\U0001f600",
]
TEXTS += [
    "__proto__",
    "constructor",
    "2026-01-01",
    "en",
    "sonic-3.5",
    "ink-2",
    "male",
    "é" * 300,
    "<<a|b>>",
    "..",
    "%00",
    "null",
    "{",
    "*",
    "[a-",
]
SPELLINGS = [
    "NaN",
    "-Infinity",
    "1e999",
    "9" * 400,
    r'"\ud800"',
    "[" * 150 + "]" * 150,
    '{"":1,"":2}',
    "01",
    "tru",
    '"\x01"',
    "",
]
"""Spellings of values that are no JSON, or none that can be used."""
plain = st.one_of(
    st.none(), st.booleans(), st.sampled_from(EDGES), st.sampled_from(TEXTS), st.integers(), st.text(max_size=8)
)
values = st.recursive(
    plain,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(TEXTS) | st.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=6,
)
spelled = st.one_of(values.map(json.dumps), st.sampled_from(SPELLINGS))
OPERATIONS = sorted(CONTRACT.operations, key=lambda operation: operation.name)
BASES: dict[str, dict[str, Any]] = {
    "tts.generate": speech(),
    "tts.generate_sse": speech(add_timestamps=True),
    "stt.transcribe": {"model": "ink-whisper"},
    "voices.localize": {"voice_id": KATIE, "accent": "british", "name": "n", "description": "d"},
    "access_token.create": {"grants": {"tts": True}, "expires_in": 60},
    "tts.infill": {"model_id": "sonic-3", "transcript": "Hi.", "voice_id": KATIE, "output_format": json.dumps(RAW)},
}
FORM = "multipart/form-data; boundary=x"


@pytest.fixture(scope="module", params=[False, True], ids=["tolerant", "strict"])
def own(request: pytest.FixtureRequest) -> Iterator[Sandbox]:
    with watched(), Sandbox(strict=request.param, idle_seconds=5) as running:
        yield running


@pytest.fixture(scope="module")
def http(own: Sandbox) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=own.url, headers=KEYED, trust_env=False, timeout=60) as client:
        yield client


@st.composite
def requests(draw: st.DrawFn) -> tuple[str, str, dict[str, str], bytes]:
    """Draw method, target, headers and body of a request that is nearly right, or not."""
    operation = draw(st.sampled_from(OPERATIONS))
    path = operation.path
    for name in [entry["name"] for entry in operation.parameters if entry["in"] == "path"]:
        path = path.replace(f"{{{name}}}", quote(draw(st.sampled_from(TEXTS)) or "x", safe=""))
    known = [entry["name"] for entry in operation.parameters if entry["in"] == "query"]
    names = st.sampled_from([*known, "x", "limit", "starting_after", "expand[]"])
    pairs = draw(st.lists(st.tuples(names, spelled | st.sampled_from(TEXTS)), max_size=3))
    query = "&".join(f"{quote(name)}={quote(value, errors='replace')}" for name, value in pairs)
    headers = {"Content-Type": FORM} if operation.is_form else {}
    return operation.method, f"{path}?{query}", headers, draw(bodies(operation))


@st.composite
def bodies(draw: st.DrawFn, operation: Operation) -> bytes:
    if not operation.takes_body:
        return draw(st.sampled_from([b"", b"{}"]))
    base = BASES.get(operation.name, dict.fromkeys(operation.fields, "x"))
    fields = {name: value if operation.is_form else json.dumps(value) for name, value in base.items()}
    names = st.sampled_from([*operation.fields, "", "__proto__"])
    fields |= draw(st.dictionaries(names, spelled, max_size=2))
    if not operation.is_form:
        return ("{" + ",".join(f"{json.dumps(name)}:{value}" for name, value in fields.items()) + "}").encode(
            "utf-8", "surrogatepass"
        )
    parts = [f'Content-Disposition: form-data; name="{name}"\r\n\r\n{value}'.encode() for name, value in fields.items()]
    for name in ("file", "clip", "left_audio"):
        audio = draw(
            st.sampled_from(
                [SILENCE, SILENCE[:50], b"", b"RIFF\xff\xff\xff\xffWAVE", b"fLaC" + bytes(40), b"\xff\xfb" * 50]
            )
        )
        parts.append(f'Content-Disposition: form-data; name="{name}"; filename="a"\r\n\r\n'.encode() + audio)
    return b"".join(b"--x\r\n" + part + b"\r\n" for part in parts) + b"--x--\r\n"


def check_request(own: Sandbox, http: httpx.Client, drawn: tuple[str, str, dict[str, str], bytes]) -> None:
    own.reset()
    method, target, headers, body = drawn
    with watched():
        response = http.request(method, target, headers=headers, content=body)
        assert response.status_code < 500, (drawn, response.text)
        check_shown(own, http)


@FEW
@given(drawn=requests())
def test_requests(own: Sandbox, http: httpx.Client, drawn: tuple[str, str, dict[str, str], bytes]) -> None:
    check_request(own, http, drawn)


@pytest.mark.slow
@MANY
@given(drawn=requests())
def test_many_requests(own: Sandbox, http: httpx.Client, drawn: tuple[str, str, dict[str, str], bytes]) -> None:
    check_request(own, http, drawn)


@st.composite
def frames(draw: st.DrawFn) -> str:
    base = speech(context_id="a") | ({"continue": True} if draw(st.booleans()) else {})
    fields = {name: json.dumps(value) for name, value in base.items()}
    names = [
        "context_id",
        "continue",
        "cancel",
        "flush",
        "transcript",
        "generation_config",
        "output_format",
        "voice",
        "language",
    ]
    names += ["max_buffer_delay_ms", "pronunciation_dict_id", "add_timestamps", "duration", "", "type", "turn"]
    fields |= draw(st.dictionaries(st.sampled_from(names), spelled, max_size=3))
    return "{" + ",".join(f"{json.dumps(name)}:{value}" for name, value in fields.items()) + "}"


def check_frames(own: Sandbox, http: httpx.Client, path: str, texts: list[str | bytes]) -> None:
    own.reset()
    with watched():
        with contextlib.suppress(ConnectionClosed, InvalidStatus), socket_to(own, path) as connection:
            for text in texts:
                connection.send(text)
            if path.startswith("/tts"):
                connection.send(json.dumps({**speech(), "context_id": "last"}))
            else:
                connection.send("close" if "turns" not in path else '{"type": "close"}')
            ended = False
            while not ended:
                event = json.loads(connection.recv(timeout=20))
                ended = event.get("context_id") == "last" and event["type"] in ("done", "error")
        check_shown(own, http)


PATHS = ["/tts/websocket"]
PATHS += [
    f"/stt/{path}&encoding=pcm_s16le&sample_rate=16000"
    for path in ("websocket?model=ink-whisper", "turns/websocket?model=ink-2")
]
messages = st.lists(frames() | spelled | st.sampled_from(TEXTS) | st.binary(max_size=50), max_size=4)


@FEW
@given(path=st.sampled_from(PATHS), texts=messages)
def test_frames(own: Sandbox, http: httpx.Client, path: str, texts: list[str | bytes]) -> None:
    check_frames(own, http, path, texts)


@pytest.mark.slow
@MANY
@given(path=st.sampled_from(PATHS), texts=messages)
def test_many_frames(own: Sandbox, http: httpx.Client, path: str, texts: list[str | bytes]) -> None:
    check_frames(own, http, path, texts)


FIELDS = [*Fault.__dataclass_fields__, "", "__proto__"]
faults = st.tuples(st.sampled_from([*SHAPES, "x"]), st.dictionaries(st.sampled_from(FIELDS), spelled, max_size=3))


def check_faults(own: Sandbox, http: httpx.Client, fault: tuple[str, dict[str, str]], path: str) -> None:
    """Plan a fault over HTTP and, as far as a header can hold it, in a header: refused, or it happens."""
    own.reset()
    kind, fields = fault
    body = (
        "{" + ",".join(f"{json.dumps(name)}:{value}" for name, value in {"kind": f'"{kind}"', **fields}.items()) + "}"
    )
    with watched():
        status = http.post("/__sandbox__/faults", content=body.encode("utf-8", "surrogatepass")).status_code
        assert (status, len(own.faults)) in ((201, 1), (400, 0)), body
        check_shown(own, http)
        if any(each.fault.seconds > 0.1 or each.fault.kind == "stall" for each in own.faults):
            own.faults.clear()
        text = " ".join(
            [kind, *(f"{name}={value}" for name, value in fields.items() if name not in ("seconds", "kind"))]
        )
        header = "" if kind == "stall" else "".join(sign for sign in text if sign.isprintable() and sign.isascii())
        with contextlib.suppress(httpx.HTTPError):
            http.post(
                path, json=speech(transcript="Hi."), headers={"X-Sandbox-Fault": header} if header else {}, timeout=3
            )
        with contextlib.suppress(httpx.HTTPError):
            http.post(path, json=speech(transcript="Hi."), timeout=3)
        own.faults.clear()
        check_shown(own, http)


@FEW
@given(fault=faults, path=st.sampled_from(["/tts/bytes", "/tts/sse", "/voices"]))
def test_faults(own: Sandbox, http: httpx.Client, fault: tuple[str, dict[str, str]], path: str) -> None:
    check_faults(own, http, fault, path)


@pytest.mark.slow
@MANY
@given(fault=faults, path=st.sampled_from(["/tts/bytes", "/tts/sse", "/voices"]))
def test_many_faults(own: Sandbox, http: httpx.Client, fault: tuple[str, dict[str, str]], path: str) -> None:
    check_faults(own, http, fault, path)


pieces = st.lists(
    st.sampled_from(
        [
            b"\r\n",
            b"Content-Length: 5",
            b"Transfer-Encoding: chunked",
            b"FFFFFFFFFFFF\r\n",
            b"5\r\nhello\r\n0\r\n\r\n",
            b"Host: [",
            b"\x00",
        ]
    )
    | st.binary(max_size=20)
    | st.sampled_from(
        [
            Frame(Opcode.PING, b"x").serialize(mask=True),
            Frame(Opcode.TEXT, b"{").serialize(
                mask=True,
            ),
        ]
    ),
    max_size=4,
).map(b"".join)
starts = st.sampled_from(
    [
        b"",
        head("/tts/bytes"),
        head("/tts/bytes", "Content-Length: 20"),
        head("/stt", "Transfer-Encoding: chunked", f"Content-Type: {FORM}"),
    ]
    + [head(path, *UPGRADE, method="GET") for path in (*PATHS, "/__sandbox__", "/__sandbox__/journal")]
    + [
        head("/tts/bytes", *UPGRADE),
        head("*", method="OPTIONS"),
        head("/voices", "Expect: 100-continue", "Content-Length: 9"),
    ]
)


@FEW
@given(start=starts, rest=pieces, reset=st.booleans())
def test_bytes(own: Sandbox, http: httpx.Client, start: bytes, rest: bytes, reset: bool) -> None:
    own.reset()
    with watched():
        connection = raw(own, start + rest)
        with contextlib.suppress(OSError):
            connection.settimeout(0.05)
            connection.recv(1000)
            connection.shutdown(socket.SHUT_WR)
        leave(connection, reset)
        check_shown(own, http)
