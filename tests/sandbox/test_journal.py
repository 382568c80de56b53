"""The journal: finds recorded requests, without credentials, in bounded memory, also over HTTP."""

from __future__ import annotations

import contextlib
import json
import threading
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from cartesia_sandbox import Sandbox
from cartesia_sandbox.journal.entries import LARGEST
from cartesia_sandbox.journal.journal import MOST, Journal
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

KEY = "sk_car_Qx7Rp2LmN8vT4wZs"
KATIE = "f786b574-daa5-4673-aa0c-cbe3e8534c02"
RAW = {"container": "raw", "encoding": "pcm_s16le", "sample_rate": 16000}
SPEECH: dict[str, Any] = {"model_id": "sonic-3.5", "transcript": "Hello there.", "voice": KATIE, "output_format": RAW}


@pytest.fixture
def own(sandbox: Sandbox) -> Iterator[Sandbox]:
    sandbox.reset()
    yield sandbox
    sandbox.reset()


@pytest.fixture
def http(own: Sandbox) -> Iterator[httpx.Client]:
    headers = {"X-API-Key": KEY, "Cartesia-Version": "2026-08-14"}
    with httpx.Client(base_url=own.url, headers=headers, trust_env=False, timeout=60) as made:
        yield made


def scope(**fields: Any) -> dict[str, Any]:
    return {"method": "GET", "path": "/voices", "query_string": b"", "headers": [], **fields}


def test_a_request_and_its_response(own: Sandbox, http: httpx.Client) -> None:
    answer = http.post("/tts/bytes?x=1&x=2", json=SPEECH, headers={"X-Trace": "t1"})
    request = own.journal.last
    assert (request.method, request.path, request.query) == ("POST", "/tts/bytes", {"x": ["1", "2"]})
    assert (request.operation, request.version, request.status) == ("tts.generate", "2026-08-14", 200)
    assert request.headers["x-trace"] == "t1"
    assert request.body == SPEECH
    assert request.sent == len(answer.content)
    own.journal.wait_for(lambda journal: request.seconds is not None)
    assert request.seconds is not None
    assert 0 < request.seconds < 10
    assert request.target == "/tts/bytes?x=1&x=2"


@pytest.fixture(scope="module")
def strict() -> Iterator[Sandbox]:
    with Sandbox(strict=True) as running:
        yield running


@pytest.mark.parametrize(
    ("fault", "path", "body"),
    [
        (None, "/voices/nobody", None),
        (None, "/voices?limt=1", None),
        (None, "/tts/bytes", SPEECH | {"voise": KATIE}),
        (None, "/tts/bytes", SPEECH | {"model_id": "gpt"}),
        ("status status=429", "/voices", None),
        ("explode", "/voices", None),
        ("error after_events=1", "/tts/sse", SPEECH),
    ],
)
def test_a_request_has_one_id_everywhere(strict: Sandbox, fault: str | None, path: str, body: Any) -> None:
    headers = {"X-API-Key": KEY, "Cartesia-Version": "2026-08-14"} | ({"X-Sandbox-Fault": fault} if fault else {})
    answer = httpx.request("POST" if body else "GET", strict.url + path, json=body, headers=headers, trust_env=False)
    named = json.loads(answer.text.rpartition("data: ")[2])["request_id"]
    ids = {answer.headers["x-request-id"], answer.headers["cartesia-request-id"], named, strict.journal.last.request_id}
    assert len(ids) == 1
    assert strict.journal.last.fields()["request_id"] in ids


@pytest.mark.parametrize(
    ("fault", "frame"),
    [(None, SPEECH | {"voise": KATIE}), (None, SPEECH | {"model_id": "gpt"}), ("error", SPEECH)],
    ids=["strict", "rejected", "fault"],
)
def test_a_socket_has_one_id_everywhere(strict: Sandbox, fault: str | None, frame: dict[str, Any]) -> None:
    address = f"ws{strict.url[4:]}/tts/websocket?cartesia_version=2026-08-14&api_key={KEY}"
    with connect(address, additional_headers={"X-Sandbox-Fault": fault} if fault else {}) as line:
        line.send(json.dumps(frame | {"context_id": "c1"}))
        error = json.loads(line.recv(timeout=10))
        assert line.response is not None
        handshake = line.response.headers["x-request-id"]
    assert (error["type"], error["request_id"]) == ("error", handshake)
    assert strict.journal.only("tts.websocket", since=strict.journal.last.number - 1).request_id == handshake


def test_a_rejected_handshake_has_one_id_everywhere(strict: Sandbox) -> None:
    with pytest.raises(InvalidStatus) as caught:
        connect(f"ws{strict.url[4:]}/tts/websocket?cartesia_version=2026-08-14")
    answer = caught.value.response
    ids = {answer.headers["x-request-id"], json.loads(answer.body or b"")["request_id"], strict.journal.last.request_id}
    assert len(ids) == 1


def test_frames_of_a_socket(own: Sandbox) -> None:
    with connect(f"ws{own.url[4:]}/tts/websocket?cartesia_version=2026-08-14&api_key={KEY}") as line:
        line.send(json.dumps(SPEECH | {"context_id": "c1"}))
        while json.loads(line.recv(timeout=10))["type"] != "done":
            pass
    request = own.journal.only("tts.websocket")
    own.journal.wait_for(lambda journal: request.seconds is not None)
    assert (request.method, request.status, request.close_code) == ("WEBSOCKET", 101, 1000)
    assert [frame.message["context_id"] for frame in own.journal.frames(direction="received")] == ["c1"]
    sent = own.journal.frames("tts.*", direction="sent")
    assert [frame.type for frame in sent] == ["chunk"] * (len(sent) - 1) + ["done"]
    assert own.journal.frames(type="done") == sent[-1:] == request.frames[-1:]
    assert len(repr(request.frames)) < 200 * len(request.frames)
    assert [frame.at for frame in request.frames] == sorted(frame.at for frame in request.frames)


def test_binary_frames_are_counted_and_not_kept(own: Sandbox) -> None:
    address = f"ws{own.url[4:]}/stt/websocket?cartesia_version=2026-08-14&api_key={KEY}"
    with connect(f"{address}&model=ink-2&encoding=pcm_s16le&sample_rate=16000") as line:
        line.send(bytes(3200))
        line.send("close")
        while json.loads(line.recv(timeout=10))["type"] != "done":
            pass
    audio, command = own.journal.frames("stt.*", direction="received")
    assert (audio.size, audio.text, audio.type) == (3200, None, None)
    assert command.message == "close"


def test_filters_and_assertions(own: Sandbox, http: httpx.Client) -> None:
    http.get("/voices?limit=1")
    http.get(f"/voices/{KATIE}")
    http.get("/nowhere")
    http.post("/tts/bytes", json=SPEECH)
    journal = own.journal
    assert [request.path for request in journal.requests("voices.*")] == ["/voices", f"/voices/{KATIE}"]
    assert [request.path for request in journal.requests(status=404)] == ["/nowhere"]
    assert [request.operation for request in journal.requests(path="/nowhere")] == [None]
    assert len(journal.requests(method="post")) == 1
    assert journal.requests(since=journal.last.number) == []
    assert len(journal) == 4
    journal.assert_requested("tts.generate", times=1, body={"transcript": "Hello there."})
    journal.assert_requested("tts.websocket", times=0)
    with pytest.raises(AssertionError, match=r"2 requests expected \(tts.generate\), but there were 1; .*/voices"):
        journal.assert_requested("tts.generate", times=2)
    with pytest.raises(AssertionError, match="at least one request expected"):
        journal.assert_requested("tts.generate", body={"transcript": "Goodbye."})
    with pytest.raises(AssertionError):
        journal.only("voices.*")
    journal.clear()
    with pytest.raises(LookupError):
        _ = journal.last
    with pytest.raises(TimeoutError, match="recorded requests: none"):
        journal.wait_for(lambda journal: len(journal), timeout=0.02)


def test_a_typo_in_a_filter_is_an_error_with_what_there_is(own: Sandbox, http: httpx.Client) -> None:
    journal = own.journal
    http.get("/nowhere")
    typo = (
        r"there is no operation 'tts.genrate'; there are .*tts.generate_sse, tts.infill.*; did you mean tts.generate\?$"
    )
    for find in (journal.requests, journal.frames, journal.only, journal.assert_requested):
        with pytest.raises(ValueError, match=typo):
            find("tts.genrate")
    for pattern in ("ttts.*", "voices.lost", "TTS.*"):
        with pytest.raises(ValueError, match="there is no operation"):
            journal.requests(pattern)
    with pytest.raises(ValueError, match="there is no method 'PSOT'; there are GET, POST"):
        journal.requests(method="PSOT")
    with pytest.raises(ValueError, match="there is no direction 'recieved'; there are received, sent"):
        journal.frames(direction="recieved")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="there is no operation"):
        journal.wait_for(lambda journal: journal.requests("tts.genrate"))
    answer = http.get("/__sandbox__/journal?operation=tts.genrate")
    assert (answer.status_code, "did you mean tts.generate?" in answer.json()["error"]) == (400, True)


@pytest.mark.parametrize("operation", ["*", "tts.*", "*.websocket", "voices.mix", "stt.auto_finalize", "get_status"])
def test_names_of_operations_and_sockets_of_every_version_are_filters(own: Sandbox, operation: str) -> None:
    assert own.journal.requests(operation) == []


def test_what_a_failing_test_is_told_is_short(own: Sandbox, http: httpx.Client) -> None:
    own.reset()
    for number in range(40):
        http.get(f"/voices/{number}{'x' * 1000}")
    text = "word " * 1000
    assert "x" * 1000 in own.journal.last.path
    for check in (
        lambda: own.journal.only("voices.get"),
        lambda: own.journal.assert_requested("tts.generate", body={"transcript": text}),
        lambda: own.journal.wait_for(lambda journal: False, timeout=0),
    ):
        with pytest.raises((AssertionError, TimeoutError)) as caught:
            check()
        message = str(caught.value)
        assert len(message) < 1000
        assert "GET /voices/39xxx" in message
        assert "(and 35 earlier ones)" in message
    assert "GET /voices/39xxx" in repr(own.journal)
    own.fail("cut", operation="tts.*")
    assert repr(own.faults) == "<FaultPlan: <cut operation='tts.*', triggered 0 of 1 times>>"
    with pytest.raises(AssertionError, match=r"^1 request expected \(voices.get, status=404\), but there were 40; "):
        own.journal.only("voices.get", status=404)


def test_a_key_is_nowhere(own: Sandbox, http: httpx.Client, capfd: pytest.CaptureFixture[str]) -> None:
    token = http.post("/access-token", json={"grants": {"tts": True}}).json()["token"]
    http.get(f"/voices?api_key={KEY}&access_token={token}&q={KEY}")
    http.get(f"/voices/{KEY}", headers={"Authorization": f"Bearer {token}", "X-Other": f"my key is {KEY}"})
    http.post("/tts/bytes", json=SPEECH | {"transcript": f"My key is {KEY} and {token}."})
    http.post("/tts/bytes", content=f'{{"{KEY}": 1'.encode())
    http.post("/__sandbox__/faults", json={"text": f"status text={KEY} optional=true"})
    http.get("/voices")
    with connect(f"ws{own.url[4:]}/tts/websocket?cartesia_version=2026-08-14&api_key={KEY}") as line:
        line.send(json.dumps({KEY: token}))
        line.recv(timeout=10)
    written = http.get("/__sandbox__/journal?frames=true").text + http.get("/__sandbox__/faults").text
    written += repr(own.journal.requests()) + "".join(request.target for request in own.journal.requests())
    written += "".join(repr(vars(request)["headers"]) for request in own.journal.requests())
    written += b"".join(request.content for request in own.journal.requests()).decode()
    written += "".join(capfd.readouterr())
    assert "My key is ***" in written
    assert KEY not in written
    assert token not in written


def test_a_key_is_in_no_log(own: Sandbox, http: httpx.Client, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(1), Sandbox(api_keys=[KEY]) as made:
        address = f"{made.url}/voices?api_key={KEY}&cartesia_version=2026-08-14"
        httpx.get(address, headers={"X-API-Key": KEY}, trust_env=False)
        for address in ("/tts/websocket", "/nowhere"):
            whole = f"ws{made.url[4:]}{address}?cartesia_version=2026-08-14&api_key={KEY}"
            with contextlib.suppress(InvalidStatus), connect(whole):
                pass
        made.journal.wait_for(lambda journal: all(each.seconds is not None for each in journal.requests()))
        assert [each.status for each in made.journal.requests()] == [200, 101, 404]
    said = [record.getMessage() for record in caplog.records if record.threadName == "cartesia-sandbox"]
    assert not [message for message in said if KEY in message or "handshake" in message]


def test_a_key_in_two_parts_is_hidden_too() -> None:
    journal = Journal()
    request = journal.record(scope(), None, None, "json")
    journal.record_body(request, f'{{"key": "{KEY[:10]}'.encode())
    assert KEY[:10] not in str(request.body)
    journal.record_body(request, f'{KEY[10:]}"}}'.encode())
    assert request.body == {"key": "***"}


def test_memory_is_bounded() -> None:
    journal = Journal(memory=1_000_000)
    large = journal.record(scope(), None, None, "json")
    for _ in range(10):
        journal.record_body(large, bytes(100_000))
    assert (large.size, len(large.content)) == (1_000_000, LARGEST)
    for number in range(20):
        request = journal.record(scope(path=f"/{number}"), None, None, "json")
        journal.record_body(request, bytes(100_000))
    assert len(journal) < 11
    assert journal.last.path == "/19"
    talk = journal.record(scope(path="/talk"), None, None, "socket")
    for _ in range(1000):
        journal.record_frame(talk, "sent", "x" * 10_000)
    assert 0 < len(talk.frames) < 100
    assert len(journal) == 1
    many = Journal()
    for _ in range(MOST + 10):
        many.record(scope(), None, None, "json")
    assert len(many) == MOST


def test_a_request_in_progress_is_not_counted_after_clearing() -> None:
    journal = Journal(memory=10_000)
    before = journal.record(scope(), None, None, "json")
    journal.clear()
    for _ in range(100):
        journal.record_body(before, bytes(1000))
    after = journal.record(scope(), None, None, "json")
    assert journal.requests() == [after]


def test_it_can_be_read_while_requests_are_in_progress() -> None:
    journal = Journal(memory=100_000)

    def ask() -> None:
        for _ in range(500):
            request = journal.record(scope(), "voices.list", "/voices", "socket")
            journal.record_frame(request, "sent", "{}")

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        assert all(request.fields(frames=True) for request in journal.requests("voices.*"))
    assert journal.last.number == 2000


def test_over_http(own: Sandbox, http: httpx.Client) -> None:
    http.get("/voices?limit=1")
    http.get("/nowhere")
    listed = http.get("/__sandbox__/journal").json()["requests"]
    assert [each["path"] for each in listed] == ["/voices", "/nowhere"]
    assert listed[0]["headers"]["x-api-key"] == "***"
    assert "frames" not in listed[0]
    one = http.get("/__sandbox__/journal?operation=voices.*&status=200&limit=1").json()["requests"]
    assert [each["path"] for each in one] == ["/voices"]
    assert http.get(f"/__sandbox__/journal/{listed[1]['id']}").json()["path"] == "/nowhere"
    assert http.get("/__sandbox__/journal/999999").status_code == 404
    for wrong in ("status=x", "statsu=200"):
        assert http.get(f"/__sandbox__/journal?{wrong}").status_code == 400
    assert http.delete("/__sandbox__/journal").status_code == 204
    assert http.get("/__sandbox__/journal").json() == {"requests": []}


def test_requests_of_the_admin_interface_are_not_recorded(own: Sandbox, http: httpx.Client) -> None:
    http.get("/__sandbox__/about")
    assert len(own.journal) == 0


def test_requests_of_other_web_pages_are_rejected(own: Sandbox, http: httpx.Client) -> None:
    for headers in ({"Sec-Fetch-Site": "cross-site"}, {"Host": "evil.example:80"}):
        assert http.post("/__sandbox__/reset", headers=headers).status_code == 403
    assert http.post("/__sandbox__/reset", headers={"Sec-Fetch-Site": "same-origin"}).status_code == 204
    assert http.post("/__sandbox__/reset", headers={"Host": "localhost:80"}).status_code == 204


PROBES: list[dict[str, Any]] = [
    {"method": "PSOT"},
    {"path": "/tts/byte"},
    {"path": "tts/bytes"},
    {"path": "/voice/*"},
    {"path": "/voices/a/b/c"},
    {"version": "2026-8-14"},
    {"version": "newest"},
    {"status": "401"},
    {"status": 4001},
    {"status": True},
    {"since": "1"},
    {"version": "2026-13-45"},
    {"version": 20260814},
    {"method": 5},
    {"path": 5},
    {"operation": 5},
    {"path": "/tts/*x"},
    {"path": "/voices/*/accent/*"},
    {"path": "/voices//accents/*"},
    {"path": "/tts/[b-d]ytes?"},
]


@pytest.mark.parametrize("filters", PROBES, ids=str)
def test_a_filter_that_no_request_can_match_is_an_error(own: Sandbox, filters: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"there is no|must be"):
        own.journal.requests(**filters)


def test_a_filter_that_a_request_may_match_is_none(own: Sandbox, http: httpx.Client) -> None:
    possible: list[dict[str, Any]] = [
        {"path": "/voices/abc*"},
        {"path": "/voices/*"},
        {"path": "/voices/1"},
        {"path": "*/bytes"},
        {"path": "/tts/[b-d]ytes"},
        {"path": "/voices/??/acc*"},
        {"path": "*x"},
        {"path": "/voices/" + "*a" * 40},
        {"version": "2026-08-15"},
        {"status": 599},
        {"since": 10**9},
    ]
    for filters in possible:
        assert own.journal.requests(**filters) == []
    http.get("/nowhere")
    assert len(own.journal.requests(path="/nowhere")) == 1


def test_frames_are_those_of_sockets(own: Sandbox) -> None:
    assert own.journal.frames("tts.*") == own.journal.frames("agents.stream") == []
    for operation in ("tts.generate", "voices.*", "tts.generate*"):
        with pytest.raises(ValueError, match=r"there is no socket .*tts.websocket.*; only sockets have frames"):
            own.journal.frames(operation)
    with pytest.raises(ValueError, match="type must be text"):
        own.journal.frames(type=5)  # type: ignore[arg-type]


@pytest.mark.parametrize("given", [{"times": -1}, {"times": "1"}, {"times": True}, {"body": "Hello."}, {"body": ["a"]}])
def test_what_cannot_be_expected_is_an_error(own: Sandbox, given: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"(times|body) must be"):
        own.journal.assert_requested("tts.generate", **given)


def test_a_typo_in_the_kind_of_a_frame_is_an_error(own: Sandbox) -> None:
    assert own.journal.frames(type="media_output") == own.journal.frames(type="flush_done") == []
    with pytest.raises(ValueError, match=r"there is no type 'chnuk'.*did you mean chunk"):
        own.journal.frames(type="chnuk")
