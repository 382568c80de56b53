"""The sockets of the sandbox frame by frame, as other clients use them."""

from __future__ import annotations

import base64
import itertools
import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from cartesia_sandbox import Sandbox
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect

KATIE = "f786b574-daa5-4673-aa0c-cbe3e8534c02"
RAW = {"container": "raw", "encoding": "pcm_s16le", "sample_rate": 16000}
FIELDS: dict[str, Any] = {"model_id": "sonic-3.5", "voice": {"mode": "id", "id": KATIE}, "output_format": RAW}
STRANGE = {
    "model_id": "sonic-2",
    "voice": {"mode": "embedding", "embedding": [1.0] * 192},
    "output_format": {"container": "raw", "encoding": "pcm_f32le", "sample_rate": 44100},
}
"""What the official Python library of 2025 sends in a frame that only ends or flushes."""
OLD = ["2024-06-10", "2024-11-13", "2025-04-16", "2025-11-04"]
NEW = ["2026-03-01", "2026-08-14"]


class RawSocket:
    """An open socket that speaks JSON."""

    def __init__(self, raw: ClientConnection) -> None:
        self.raw = raw

    def say(self, **frame: Any) -> None:
        self.raw.send(json.dumps(frame))

    def speak(self, text: str, *, more: bool = True, name: str | None = "c", **fields: Any) -> None:
        self.say(**{**FIELDS, "context_id": name, "transcript": text, "continue": more, **fields})

    def take(self) -> dict[str, Any]:
        event: dict[str, Any] = json.loads(self.raw.recv(timeout=60))
        return event

    def say_and_take(self, frame: str) -> dict[str, Any]:
        self.raw.send(frame)
        return self.take()

    def until(self, *kinds: str) -> list[dict[str, Any]]:
        """Return the events up to the first of these kinds."""
        events = [self.take()]
        while events[-1]["type"] not in kinds:
            events.append(self.take())
        return events

    def rest(self) -> list[dict[str, Any]]:
        """Return the events of a context up to its end."""
        return self.until("done", "error")


def open_socket(sandbox: Sandbox, version: str) -> RawSocket:
    return RawSocket(connect(f"ws{sandbox.url[4:]}/tts/websocket?cartesia_version={version}&api_key=k&unknown=1"))


@pytest.fixture
def socket(sandbox: Sandbox, version: str) -> Iterator[RawSocket]:
    found = open_socket(sandbox, version)
    with found.raw:
        yield found


def kinds(events: list[dict[str, Any]]) -> list[str]:
    return [kind for kind, _ in itertools.groupby(event["type"] for event in events)]


def seconds(events: list[dict[str, Any]]) -> float:
    return sum(len(base64.b64decode(event["data"])) for event in events if event["type"] == "chunk") / 32000


@pytest.mark.parametrize("version", [OLD[1], NEW[1]])
def test_nulls_floats_and_unknown_fields(socket: RawSocket) -> None:
    names = ("generation_config", "duration", "language", "pronunciation_dict_id", "add_timestamps", "flush", "locale")
    socket.speak(
        "Hello there.",
        more=False,
        **dict.fromkeys(names),
        max_buffer_delay_ms=100.0,
        output_format={**RAW, "sample_rate": 16000.0},
        stream=True,
        unknown={"a": [1]},
    )
    events = socket.rest()
    assert kinds(events) == ["chunk", "done"]
    assert all({"context_id", "status_code", "done"} <= set(event) for event in events)
    assert all(event["step_time"] >= 0 for event in events[:-1])


@pytest.mark.parametrize("version", [OLD[1], NEW[0]])
def test_nulls_inside_objects(socket: RawSocket) -> None:
    socket.speak("Hello there.", more=False, generation_config={"speed": None, "volume": None, "emotion": None})
    assert kinds(socket.rest()) == ["chunk", "done"]


@pytest.mark.parametrize("version", [OLD[1], OLD[2], NEW[1]])
@pytest.mark.parametrize(
    "closing",
    [
        {"transcript": ""},
        {"transcript": " "},
        {"transcript": "", "continue": None},
        {"transcript": "", **STRANGE},
        {"transcript": None},
        {"transcript": "", "voice": {"id": "unknown"}, "model_id": "nothing", "language": "xx"},
    ],
)
def test_odd_ways_to_end_the_input(socket: RawSocket, closing: dict[str, Any]) -> None:
    socket.speak("Hello there. ")
    socket.say(context_id="c", **closing)
    events = socket.rest()
    assert kinds(events) == ["chunk", "done"]
    assert seconds(events) > 0.5
    socket.say(context_id="c", **closing)  # once more is ignored
    socket.speak("Still here.", more=False, name="d")
    assert {event["context_id"] for event in socket.rest()} == {"d"}


@pytest.mark.parametrize("version", [OLD[0], OLD[3]])
@pytest.mark.parametrize("mode", [{"mode": "embedding"}, {"__experimental_controls": {"speed": "fast"}}])
def test_voice_embeddings(socket: RawSocket, mode: dict[str, Any]) -> None:
    socket.speak("Hello there.", more=False, voice={**mode, "embedding": [1] * 96 + [0.5] * 96})
    assert kinds(socket.rest()) == ["chunk", "done"]
    socket.speak("Hello there.", more=False, name="d", voice={**mode, "embedding": [1.0, "x"]})
    assert "voice.embedding: must be 192 numbers" in socket.take()["error"]


@pytest.mark.parametrize("version", NEW)
def test_voice_embeddings_are_rejected(socket: RawSocket) -> None:
    socket.speak("Hello there.", more=False, voice={"mode": "embedding", "embedding": [1.0] * 192})
    assert socket.take()["status_code"] == 400


@pytest.mark.parametrize("version", [NEW[1]])
def test_later_frames_need_only_their_text(socket: RawSocket) -> None:
    socket.speak("Hello ")
    socket.say(context_id="c", transcript="there, ", **{"continue": True})
    socket.say(context_id="c", transcript="!", **{"continue": True})
    socket.say(context_id="c", transcript="")
    assert kinds(socket.rest()) == ["chunk", "done"]


@pytest.mark.parametrize("version", [NEW[1]])
def test_generation_config_may_change_within_a_context(socket: RawSocket) -> None:
    def length(**fields: Any) -> float:
        socket.speak("", flush=True, **fields)
        return seconds(socket.until("flush_done"))

    text = "This is a sentence of some length."
    socket.speak(text)
    usual = length()
    socket.speak(text, generation_config={"speed": 1.5})
    assert length() < 0.8 * usual
    socket.speak("", more=False)


@pytest.mark.parametrize("version", OLD[:2])
def test_flushes_of_the_oldest_versions_count_from_zero(socket: RawSocket) -> None:
    """Their library has a list of queues, one more after each flush, and what has no number goes to the last one: also
    what it gets only after it has sent the flush. So there must always be a number."""
    socket.speak("One. ")
    assert socket.take()["flush_id"] == 0
    socket.say(context_id="c", transcript="", flush=True, **{"continue": True}, **STRANGE)
    assert socket.until("flush_done")[-1]["flush_id"] == 0
    socket.speak("Two.", more=False)
    assert {event.get("flush_id") for event in socket.rest() if event["type"] == "chunk"} == {1}


@pytest.mark.parametrize("version", OLD[2:] + NEW)
def test_flushes_count_from_one(socket: RawSocket, version: str) -> None:
    socket.speak("One. ")
    first = {event.get("flush_id") for event in socket.until("chunk")}
    assert first == ({1} if version in NEW else {None})
    socket.speak("", flush=True)
    flushed = socket.until("flush_done")[-1]
    assert (flushed["flush_id"], flushed["flush_done"], flushed["done"]) == (1, True, False)
    socket.speak("Two.", more=False)
    later = {event.get("flush_id") for event in socket.rest() if event["type"] == "chunk"}
    assert later == ({None} if version == "2025-04-16" else {2})  # its chunks have no such field


@pytest.mark.parametrize("version", [OLD[2], NEW[1]])
def test_without_a_delay_each_text_is_spoken_and_followed_by_flush_done(socket: RawSocket, version: str) -> None:
    for number, text in enumerate(("Hello", "there"), start=1):
        socket.speak(text, max_buffer_delay_ms=0)
        events = socket.until("flush_done")
        assert events[-1]["flush_id"] == number
        assert seconds(events) > 0.2
    socket.speak("", more=False)
    assert kinds(socket.rest()) == ["done"]


@pytest.mark.parametrize("version", OLD)
def test_before_2026_each_text_is_spoken_at_once_without_flush_done(socket: RawSocket) -> None:
    socket.speak("Hello")
    assert socket.take()["type"] == "chunk"
    socket.speak("there", more=False)
    assert kinds(socket.rest()) == ["chunk", "done"]


@pytest.mark.parametrize("version", NEW)
def test_text_is_buffered_for_the_delay_from_its_beginning(socket: RawSocket) -> None:
    socket.speak("Hello", add_timestamps=True, max_buffer_delay_ms=300)
    socket.speak(" the", max_buffer_delay_ms=300)
    socket.speak("re", max_buffer_delay_ms=300)
    assert socket.take()["word_timestamps"]["words"] == ["Hello", "there"]
    socket.speak("", more=False)
    assert kinds(socket.rest()) == ["chunk", "done"]


@pytest.mark.parametrize("version", NEW)
@pytest.mark.parametrize("delay", [-100, 5001, 0.5])
def test_delays_out_of_range(socket: RawSocket, delay: float) -> None:
    socket.speak("Hello", max_buffer_delay_ms=delay)
    assert "max_buffer_delay_ms" in socket.take()["message"]


@pytest.mark.parametrize("version", [OLD[1], NEW[1]])
@pytest.mark.parametrize("again", [{"transcript": "More."}, {"transcript": "", "flush": True, "continue": True}])
def test_a_closed_context_is_closed_for_input(socket: RawSocket, version: str, again: dict[str, Any]) -> None:
    socket.speak("Hello there.", more=False)
    socket.rest()
    socket.say(context_id="c", **again)
    error = socket.take()
    assert (error["type"], error["context_id"], error["status_code"], error["done"]) == ("error", "c", 400, True)
    assert "Context has closed" in error["error" if version in OLD else "message"]
    assert ("error" in error) == (version in OLD)
    assert ("request_id" in error) == (version in NEW)
    socket.say(context_id="c", cancel=True)  # of a context that has ended, or never was: ignored
    socket.say(context_id="unknown", cancel=True)
    socket.speak("Good bye.", more=False, name="d")
    assert {event["context_id"] for event in socket.rest()} == {"d"}


@pytest.mark.parametrize("version", [NEW[1]])
def test_text_after_the_end_of_the_input_is_rejected(socket: RawSocket) -> None:
    """Also while the audio is still being generated."""
    socket.speak("Hello there. " * 20, more=False)
    socket.speak("And one more thing.", more=True)
    assert "Context has closed" in socket.rest()[-1]["message"]
    socket.speak("Good bye.", more=False, name="d")
    assert {event["context_id"] for event in socket.rest()} == {"d"}


@pytest.mark.parametrize("version", [OLD[1], NEW[1]])
def test_cancelling_ends_at_once(socket: RawSocket) -> None:
    socket.speak("This is a long text. " * 40)
    socket.until("chunk")
    socket.say(context_id="c", cancel=True)
    events = socket.until("done")
    assert events[-1]["status_code"] == 206
    assert seconds(events) < 20
    socket.speak("Next.", more=False, name="d")
    assert {event["context_id"] for event in socket.rest()} == {"d"}


@pytest.mark.parametrize("version", [OLD[1], OLD[3]])
def test_before_2026_a_context_needs_no_id(socket: RawSocket) -> None:
    socket.speak("Hello there.", more=False, name=None)
    events = socket.rest()
    assert kinds(events) == ["chunk", "done"]
    assert [event["context_id"] for event in events] == [None] * len(events)


@pytest.mark.parametrize("version", [OLD[1], NEW[1]])
@pytest.mark.parametrize("frame", ["nonsense", "[]", "7", "{}", '{"context_id": 5, "transcript": "x"}', "\udcff"])
def test_invalid_frames(socket: RawSocket, version: str, frame: str) -> None:
    socket.raw.send(frame.encode("utf-8", "surrogateescape") if frame == "\udcff" else frame)
    error = socket.take()
    assert (error["type"], error["status_code"], error["done"]) == ("error", 400, True)
    # Clients of old versions fail on a message without the key.
    assert ("context_id" in error) == (version in OLD)
    socket.speak("Hello.", more=False)
    assert kinds(socket.rest()) == ["chunk", "done"]


@pytest.mark.parametrize("version", [NEW[1]])
def test_an_invalid_transcript(socket: RawSocket) -> None:
    socket.speak("Hello. ")
    socket.until("chunk")
    socket.say(context_id="c", transcript=["x"], **{"continue": True})
    assert "transcript" in socket.rest()[-1]["message"]


@pytest.mark.parametrize("version", [NEW[1]])
def test_contexts_interleave_and_each_keeps_its_order(socket: RawSocket) -> None:
    for text in ("One. ", "Two. ", "Three."):
        for name in "abc":
            socket.speak(text, more=text != "Three.", name=name, add_timestamps=True)
    events: dict[str, list[dict[str, Any]]] = {name: [] for name in "abc"}
    while any(not of or of[-1]["type"] != "done" for of in events.values()):
        event = socket.take()
        events[event["context_id"]].append(event)
    for of in events.values():
        words = [word for event in of if event["type"] == "timestamps" for word in event["word_timestamps"]["words"]]
        assert words == ["One.", "Two.", "Three."]
        assert [event["type"] for event in of].count("done") == 1


def test_a_context_that_is_never_closed_ends_after_its_last_audio() -> None:
    with Sandbox(context_seconds=0.2) as own:
        socket = open_socket(own, NEW[1])
        with socket.raw:
            socket.speak("Hello", max_buffer_delay_ms=400)  # the clock starts after the delay
            assert kinds(socket.rest()) == ["chunk", "done"]
            socket.speak("Hello there. ", name="d")
            assert kinds(socket.rest()) == ["chunk", "done"]


def test_a_socket_is_idle_only_when_neither_side_speaks() -> None:
    with Sandbox(idle_seconds=0.3, context_seconds=0.6) as own:
        socket = open_socket(own, NEW[1])
        with socket.raw:
            socket.speak("Hello there. ")
            assert kinds(socket.rest()) == ["chunk", "done"]
            with pytest.raises(ConnectionClosed) as caught:
                socket.take()
            assert caught.value.rcvd is not None
            assert caught.value.rcvd.code == 1000


def test_a_frame_of_more_than_16_mib_closes_the_socket(sandbox: Sandbox) -> None:
    socket = open_socket(sandbox, NEW[1])
    with socket.raw, pytest.raises(ConnectionClosed) as caught:
        socket.say_and_take("x" * (16 * 2**20 + 1))
    assert caught.value.rcvd is not None
    assert caught.value.rcvd.code == 1009


@pytest.mark.parametrize("version", [OLD[0], NEW[1]])
def test_every_response_has_the_id_of_its_request_twice(sandbox: Sandbox, version: str) -> None:
    def ids(headers: Any) -> set[str]:
        found = {headers["X-Request-Id"], headers["Cartesia-Request-ID"]}
        assert len(found) == 1
        return found

    socket = open_socket(sandbox, version)
    with socket.raw:
        assert socket.raw.response is not None
        seen = ids(socket.raw.response.headers)
        if version in NEW:
            socket.say()
            assert {socket.take()["request_id"]} == seen
    headers = {"Cartesia-Version": version, "X-API-Key": "k"}
    with httpx.Client(base_url=sandbox.url, headers=headers) as http:
        seen |= ids(http.get("/voices").headers) | ids(http.get("/nothing").headers)
    with pytest.raises(InvalidStatus) as caught:
        connect(f"ws{sandbox.url[4:]}/tts/websocket?cartesia_version={version}")
    assert len(seen | ids(caught.value.response.headers)) == 4


@pytest.mark.parametrize(
    "place", ["bearer", "x-api-key", "both", "api_key", "access_token", "token as api_key", "token"]
)
def test_credentials_in_every_place(place: str) -> None:
    with Sandbox(api_keys=["good"]) as own:
        headers = {"Cartesia-Version": NEW[1], "X-API-Key": "good"}
        body = {"grants": {"tts": True}, "expires_in": 60}
        token = httpx.post(f"{own.url}/access-token", json=body, headers=headers, trust_env=False).json()["token"]
        bearer, key = {"Authorization": "Bearer good"}, {"X-API-Key": "good"}
        sent: dict[str, str] = {"bearer": bearer, "x-api-key": key, "both": bearer | key}.get(place, {})
        query = {"api_key": "good", "access_token": token, "token as api_key": token}.get(place)
        if place == "token":
            sent = {"Authorization": f"Bearer {token}"}
        name = "access_token" if place == "access_token" else "api_key"
        address = f"ws{own.url[4:]}/tts/websocket?cartesia_version={NEW[1]}" + (f"&{name}={query}" if query else "")
        with connect(address, additional_headers=sent) as raw:
            socket = RawSocket(raw)
            socket.speak("Hi.", more=False)
            assert kinds(socket.rest()) == ["chunk", "done"]
