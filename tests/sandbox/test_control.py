"""Queries, headers, faults and the control path of a sandbox: odd ones are refused, and those of other web pages."""

from __future__ import annotations

import contextlib
import gc
import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from cartesia_sandbox import Fault, Sandbox

from tests.sandbox.common import KEYED
from tests.sandbox.hostile import (
    BODIES,
    REFUSED,
    answer,
    check_shown,
    head,
    raw,
    socket_to,
    watched,
    with_field,
)


@pytest.fixture(scope="module")
def own() -> Iterator[Sandbox]:
    with watched(), Sandbox() as running:
        yield running
        gc.collect()  # asyncio complains of a task that failed when it is collected


@pytest.fixture
def http(own: Sandbox) -> Iterator[httpx.Client]:
    own.reset()
    with watched(), httpx.Client(base_url=own.url, headers=KEYED, trust_env=False, timeout=30) as client:
        yield client


# -- queries, paths, headers -----------------------------------------------------------------------------------------------

MANY = "9" * 400
MORE = "9" * 5000


@pytest.mark.parametrize(
    "target",
    [
        *(f"/voices?limit={number}" for number in (MANY, MORE, f"-{MANY}", f"{MANY}.5", "1e999", "NaN", "0.5", 2**63)),
        *(f"/agents/calls?agent_id=x&limit={number}" for number in (MANY, MORE)),
        *(
            f"/__sandbox__/journal?{name}={number}"
            for name in ("limit", "since", "status")
            for number in (MANY, MORE, "NaN")
        ),
        "/__sandbox__/journal?__proto__=1",
        "/agents/metrics/results?start_date=2026-01-01T00:00:60Z",
        "/agents/metrics/results?start_date=0000-01-01T00:00:00Z",
        "/agents/metrics/results/export?end_date=2026-12-31T23:59:60.5%2B00:00",
        "/voices?starting_after=%ed%a0%80",
    ],
)
def test_big_numbers_and_odd_values_in_a_query_are_a_400(own: Sandbox, http: httpx.Client, target: str) -> None:
    assert http.get(target).status_code == 400
    check_shown(own, http)


@pytest.mark.parametrize("number", [MANY, MORE, "0", "-1", "1.5", "NaN", "%00"])
@pytest.mark.parametrize("what", ["journal", "faults"])
def test_big_numbers_in_a_path_are_a_404(http: httpx.Client, what: str, number: str) -> None:
    method = "DELETE" if what == "faults" else "GET"
    assert http.request(method, f"/__sandbox__/{what}/{number}").status_code == 404


@pytest.mark.parametrize("number", [MANY, "NaN", "1e999", "Infinity"])
@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("/stt/websocket?model=ink-whisper", ["sample_rate", "min_volume", "max_silence_duration_secs"]),
        ("/stt/turns/websocket?model=ink-2", ["sample_rate", "turn_end_timeout_ms", "turn_start_threshold"]),
    ],
)
def test_big_numbers_in_the_query_of_a_socket(
    own: Sandbox, http: httpx.Client, path: str, names: list[str], number: str
) -> None:
    for name in names:
        rate = "" if name == "sample_rate" else "&sample_rate=16000"
        with socket_to(own, f"{path}&encoding=pcm_s16le&{name}={number}{rate}") as connection:
            events = [json.loads(event)["type"] for event in connection]
        assert events == ["error"], name
    check_shown(own, http)


@pytest.mark.parametrize("version", ["2026-W33-5", "2026-13-01", "2026-08-14x", "20260814", "9" * 5000])
def test_versions_that_are_no_plain_dates(own: Sandbox, http: httpx.Client, version: str) -> None:
    assert http.get("/voices", headers={"Cartesia-Version": version}).status_code == 400
    check_shown(own, http)


@pytest.mark.parametrize(
    "lines",
    [
        ["Host: [::1"],
        ["Host: [x]:99999999"],
        ["Host: \xff"],
        ["X-API-Key: \xff\xfe"],
        ["Authorization: Bearer eyJ.\xff.x"],
        ["Content-Type: multipart/form-data; boundary=\xff"],
        ["X: " + "y" * 60_000],
    ],
    ids=lambda lines: str(lines[0][:30]),
)
@pytest.mark.parametrize("path", ["/voices", "/stt", "/__sandbox__/journal"])
def test_odd_headers_are_answered(own: Sandbox, http: httpx.Client, path: str, lines: list[str]) -> None:
    method = "POST" if path == "/stt" else "GET"
    rest = [line for line in ("Host: 127.0.0.1",) if not lines[0].startswith("Host")]
    request = "\r\n".join(
        [f"{method} {path} HTTP/1.1", *rest, "Content-Length: 0", "Connection: close", *lines, "", ""]
    )
    assert answer(raw(own, request.encode("latin-1"))) < 500
    check_shown(own, http)


# -- faults ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_a_fault_that_is_no_json_is_refused_and_not_planned(own: Sandbox, http: httpx.Client, body: bytes) -> None:
    assert http.post("/__sandbox__/faults", content=body).status_code == 400
    assert len(own.faults) == 0
    check_shown(own, http)


@pytest.mark.parametrize("field", REFUSED.values(), ids=REFUSED)
def test_a_fault_with_what_is_no_json_is_refused_and_not_planned(own: Sandbox, http: httpx.Client, field: str) -> None:
    body = f'{{"kind": "status", "status": 500, {field.replace("x", "text")}}}'
    assert http.post("/__sandbox__/faults", content=body).status_code == 400
    assert len(own.faults) == 0
    check_shown(own, http)


BAD_FAULTS: dict[str, dict[str, Any]] = {
    "half of a pair": {"kind": "status", "text": "\ud800"},
    "half of a pair in a title": {"kind": "status", "title": "\ud800"},
    "half of a pair in a code": {"kind": "status", "error_code": "\ud800"},
    "half of a pair in an operation": {"kind": "status", "operation": "/\ud800*"},
    "not a number": {"kind": "delay", "seconds": float("nan")},
    "for ever": {"kind": "delay", "seconds": float("inf")},
    "never": {"kind": "cut", "after_seconds": float("nan")},
    "a wait without end": {"kind": "status", "retry_after": float("inf")},
    "times without end": {"kind": "status", "times": 10**400},
    "a reason that no frame holds": {"kind": "close", "text": "é" * 62},
    "a media type that no header holds": {"kind": "content_type", "text": "text/\u20ac"},
    "a media type that ends its header": {"kind": "content_type", "text": "text/html\r\nX: y"},
    "a type that ends its event": {"kind": "unknown_event", "text": "x\n\ndata: y"},
    "a prototype name": {"kind": "status", "__proto__": 1},
    "an empty name": {"kind": "status", "": 1},
}


@pytest.mark.parametrize("fields", BAD_FAULTS.values(), ids=BAD_FAULTS)
def test_a_fault_that_could_not_happen_or_show_is_refused_at_every_door(
    own: Sandbox, http: httpx.Client, fields: dict[str, Any]
) -> None:
    assert http.post("/__sandbox__/faults", content=json.dumps(fields)).status_code == 400
    with pytest.raises(ValueError):
        own.faults.add(fields)
    with pytest.raises(ValueError):
        Sandbox(faults=[fields])
    if set(fields) <= set(Fault.__dataclass_fields__):
        with pytest.raises(ValueError):
            Fault(**fields)
    assert len(own.faults) == 0
    check_shown(own, http)


@pytest.mark.parametrize(
    "text",
    [
        "status text='",
        "status text=\xff\xfe",
        "delay seconds=nan",
        "delay seconds=1e999",
        "status status=" + "9" * 5000,
        "status times=inf",
        "=" * 100,
        "status __proto__=1",
        "status =",
        "close text=" + "x" * 200,
        "content_type text=a/b;c=\x80",
        "status kind=delay",
        "status operation=[a-",
    ],
)
def test_odd_faults_in_a_header(own: Sandbox, http: httpx.Client, text: str) -> None:
    assert answer(raw(own, head("/voices", f"X-Sandbox-Fault: {text}", "Connection: close", method="GET"))) in range(
        200, 600
    )
    check_shown(own, http)


@pytest.mark.parametrize("status", [200, 204, 205, 299, 304, 418, 499, 599])
def test_every_status_can_be_planned(own: Sandbox, http: httpx.Client, status: int) -> None:
    for path in ("/voices", "/tts/bytes"):
        own.fail("status", status=status)
        assert http.get(path).status_code == status
    own.fail("status", status=status, operation="tts.websocket")
    with contextlib.suppress(Exception), socket_to(own):
        pass
    check_shown(own, http)


def test_the_message_of_a_fault_may_have_control_characters(own: Sandbox, http: httpx.Client) -> None:
    """A client must cope with them, so a test must be able to plan them."""
    own.fail("status", status=500, text="a\r\nb\x1b[31m\x00\u2028", title="\x7f")
    assert http.get("/voices").json()["message"] == "a\r\nb\x1b[31m\x00\u2028"
    check_shown(own, http)


def test_a_plan_of_a_proxy_is_taken_whole_or_not_at_all(own: Sandbox) -> None:
    with own.proxy() as proxy:
        with pytest.raises(ValueError):
            proxy.plan("cut", "delay seconds=nan")
        assert len(proxy._faults) == 0


# -- other web pages -------------------------------------------------------------------------------------------------------

DOORS = [
    ("GET", ""),
    ("GET", "/journal"),
    ("DELETE", "/journal"),
    ("POST", "/faults"),
    ("DELETE", "/faults/1"),
    ("POST", "/reset"),
]


@pytest.mark.parametrize(
    "origin",
    ["https://example.com", "null", "http://127.0.0.1:1", "http://localhost", "file://", "", "x", "http://[::1"],
)
def test_the_page_of_another_origin_controls_nothing(own: Sandbox, http: httpx.Client, origin: str) -> None:
    own.fail("status", optional=True)
    for method, path in DOORS:
        headers = {"Origin": origin}
        rejected = http.request(method, f"/__sandbox__{path}", headers=headers, content=b'{"kind": "status"}')
        assert (rejected.status_code, "error" in rejected.json()) == (403, True)
    assert len(own.faults) == 1


def test_the_own_page_controls_the_sandbox(own: Sandbox, http: httpx.Client) -> None:
    for origin in (own.url, own.url.upper().replace("HTTP", "http")):
        planned = http.post("/__sandbox__/faults", headers={"Origin": origin}, json={"kind": "status"})
        assert planned.status_code == 201
    assert http.post("/__sandbox__/faults", json={"kind": "status"}).status_code == 201


def test_one_of_two_origins_is_enough_to_refuse(own: Sandbox, http: httpx.Client) -> None:
    rejected = http.get("/__sandbox__/journal", headers=[("Origin", own.url), ("Origin", "https://example.com")])
    assert rejected.status_code == 403


def test_the_page_lists_huge_bodies_without_their_content(own: Sandbox, http: httpx.Client) -> None:
    http.post("/tts/bytes", content=with_field(f'"x": "{"y" * 200_000}"'))
    listed = http.get("/__sandbox__/journal", params={"bodies": "false"})
    assert len(listed.content) < 5000
    assert listed.json()["requests"][0]["size"] > 200_000
    assert "bodies=false" in http.get("/__sandbox__/page/requests.js").text
