"""The sockets of the sandbox frame by frame, as clients of other makers use them."""

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
"""What the Python library of 2025 puts into a frame that only ends or flushes."""
OLD = ["2024-06-10", "2024-11-13", "2025-04-16", "2025-11-04"]
NEW = ["2026-03-01", "2026-08-14"]


class Line:
    """An open socket and what is said on it."""

    def __init__(self, raw: ClientConnection) -> None:
        self.raw = raw

    def say(self, **frame: Any) -> None:
        self.raw.send(json.dumps(frame))

    def speak(self, text: str, *, more: bool = True, name: str | None = "c", **fields: Any) -> None:
        self.say(**{**FIELDS, "context_id": name, "transcript": text, "continue": more, **fields})

    def take(self) -> dict[str, Any]:
        event: dict[str, Any] = json.loads(self.raw.recv(timeout=10))
        return event

    def say_and_take(self, frame: str) -> dict[str, Any]:
        self.raw.send(frame)
        return self.take()

    def until(self, *kinds: str) -> list[dict[str, Any]]:
        """The events up to the first of these kinds."""
        events = [self.take()]
        while events[-1]["type"] not in kinds:
            events.append(self.take())
        return events

    def rest(self) -> list[dict[str, Any]]:
        """The events of a context up to its end."""
        return self.until("done", "error")


def open_line(sandbox: Sandbox, version: str) -> Line:
    return Line(connect(f"ws{sandbox.url[4:]}/tts/websocket?cartesia_version={version}&api_key=k&unknown=1"))


@pytest.fixture
def line(sandbox: Sandbox, version: str) -> Iterator[Line]:
    found = open_line(sandbox, version)
    with found.raw:
        yield found


def kinds(events: list[dict[str, Any]]) -> list[str]:
    return [kind for kind, _ in itertools.groupby(event["type"] for event in events)]


def seconds(events: list[dict[str, Any]]) -> float:
    return sum(len(base64.b64decode(event["data"])) for event in events if event["type"] == "chunk") / 32000


@pytest.mark.parametrize("version", [OLD[1], NEW[1]])
def test_nulls_floats_and_unknown_fields(line: Line) -> None:
    names = ("generation_config", "duration", "language", "pronunciation_dict_id", "add_timestamps", "flush", "locale")
    line.speak(
        "Hello there.",
        more=False,
        **dict.fromkeys(names),
        max_buffer_delay_ms=100.0,
        output_format={**RAW, "sample_rate": 16000.0},
        stream=True,
        unknown={"a": [1]},
    )
    events = line.rest()
    assert kinds(events) == ["chunk", "done"]
    assert all({"context_id", "status_code", "done"} <= set(event) for event in events)
    assert all(event["step_time"] >= 0 for event in events[:-1])


@pytest.mark.parametrize("version", [OLD[1], NEW[0]])
def test_nulls_inside_objects(line: Line) -> None:
    line.speak("Hello there.", more=False, generation_config={"speed": None, "volume": None, "emotion": None})
    assert kinds(line.rest()) == ["chunk", "done"]


@pytest.mark.parametrize("version", [OLD[1], OLD[2], NEW[1]])
@pytest.mark.parametrize(
    "closing",
    [
        {"transcript": ""},
        {"transcript": " "},
        {"transcript": "", "continue": None},
        {"transcript": "", **STRANGE},
        {"transcript": None},
        {"transcript": "", "voice": {"id": "nobody"}, "model_id": "nothing", "language": "xx"},
    ],
)
def test_odd_closings(line: Line, closing: dict[str, Any]) -> None:
    line.speak("Hello there. ")
    line.say(context_id="c", **closing)
    events = line.rest()
    assert kinds(events) == ["chunk", "done"]
    assert seconds(events) > 0.5
    line.say(context_id="c", **closing)  # once more does no harm
    line.speak("Still here.", more=False, name="d")
    assert {event["context_id"] for event in line.rest()} == {"d"}


@pytest.mark.parametrize("version", [OLD[0], OLD[3]])
@pytest.mark.parametrize("mode", [{"mode": "embedding"}, {"__experimental_controls": {"speed": "fast"}}])
def test_voices_of_numbers(line: Line, mode: dict[str, Any]) -> None:
    line.speak("Hello there.", more=False, voice={**mode, "embedding": [1] * 96 + [0.5] * 96})
    assert kinds(line.rest()) == ["chunk", "done"]
    line.speak("Hello there.", more=False, name="d", voice={**mode, "embedding": [1.0, "x"]})
    assert "voice.embedding: must be 192 numbers" in line.take()["error"]


@pytest.mark.parametrize("version", NEW)
def test_voices_of_numbers_are_refused(line: Line) -> None:
    line.speak("Hello there.", more=False, voice={"mode": "embedding", "embedding": [1.0] * 192})
    assert line.take()["status_code"] == 400


@pytest.mark.parametrize("version", [NEW[1]])
def test_later_frames_need_only_their_text(line: Line) -> None:
    line.speak("Hello ")
    line.say(context_id="c", transcript="there, ", **{"continue": True})
    line.say(context_id="c", transcript="!", **{"continue": True})
    line.say(context_id="c", transcript="")
    assert kinds(line.rest()) == ["chunk", "done"]


@pytest.mark.parametrize("version", [NEW[1]])
def test_the_manner_may_change_within_a_context(line: Line) -> None:
    def length(**fields: Any) -> float:
        line.speak("", flush=True, **fields)
        return seconds(line.until("flush_done"))

    text = "This is a sentence of some length."
    line.speak(text)
    usual = length()
    line.speak(text, generation_config={"speed": 1.5})
    assert length() < 0.8 * usual
    line.speak("", more=False)


@pytest.mark.parametrize("version", OLD[:2])
def test_flushes_of_the_oldest_count_from_zero(line: Line) -> None:
    """Their library has a list of queues, one more after each flush, and what has no number goes to the last one: also
    what it gets only after it has sent the flush. So there must always be a number."""
    line.speak("One. ")
    assert line.take()["flush_id"] == 0
    line.say(context_id="c", transcript="", flush=True, **{"continue": True}, **STRANGE)
    assert line.until("flush_done")[-1]["flush_id"] == 0
    line.speak("Two.", more=False)
    assert {event.get("flush_id") for event in line.rest() if event["type"] == "chunk"} == {1}


@pytest.mark.parametrize("version", OLD[2:] + NEW)
def test_flushes_count_from_one(line: Line, version: str) -> None:
    line.speak("One. ")
    first = {event.get("flush_id") for event in line.until("chunk")}
    assert first == ({1} if version in NEW else {None})
    line.speak("", flush=True)
    flushed = line.until("flush_done")[-1]
    assert (flushed["flush_id"], flushed["flush_done"], flushed["done"]) == (1, True, False)
    line.speak("Two.", more=False)
    assert {event.get("flush_id") for event in line.rest() if event["type"] == "chunk"} == {2}


@pytest.mark.parametrize("version", [OLD[2], NEW[1]])
def test_without_a_delay_each_text_is_spoken_and_told(line: Line, version: str) -> None:
    for number, text in enumerate(("Hello", "there"), start=1):
        line.speak(text, max_buffer_delay_ms=0)
        events = line.until("flush_done")
        assert events[-1]["flush_id"] == number
        assert seconds(events) > 0.2
    line.speak("", more=False)
    assert kinds(line.rest()) == ["done"]


@pytest.mark.parametrize("version", OLD)
def test_before_2026_each_text_is_spoken_at_once_and_silently(line: Line) -> None:
    line.speak("Hello")
    assert line.take()["type"] == "chunk"
    line.speak("there", more=False)
    assert kinds(line.rest()) == ["chunk", "done"]


@pytest.mark.parametrize("version", NEW)
def test_text_is_held_back_for_the_delay_from_its_beginning(line: Line) -> None:
    line.speak("Hello", add_timestamps=True, max_buffer_delay_ms=300)
    line.speak(" the", max_buffer_delay_ms=300)
    line.speak("re", max_buffer_delay_ms=300)
    assert line.take()["word_timestamps"]["words"] == ["Hello", "there"]
    line.speak("", more=False)
    assert kinds(line.rest()) == ["chunk", "done"]


@pytest.mark.parametrize("version", NEW)
@pytest.mark.parametrize("delay", [-100, 5001, 0.5])
def test_delays_out_of_range(line: Line, delay: float) -> None:
    line.speak("Hello", max_buffer_delay_ms=delay)
    assert "max_buffer_delay_ms" in line.take()["message"]


@pytest.mark.parametrize("version", [OLD[1], NEW[1]])
@pytest.mark.parametrize("again", [{"transcript": "More."}, {"transcript": "", "flush": True, "continue": True}])
def test_a_closed_context_takes_no_more(line: Line, version: str, again: dict[str, Any]) -> None:
    line.speak("Hello there.", more=False)
    line.rest()
    line.say(context_id="c", **again)
    error = line.take()
    assert (error["type"], error["context_id"], error["status_code"], error["done"]) == ("error", "c", 400, True)
    assert "Context has closed" in error["error" if version in OLD else "message"]
    assert ("error" in error) == (version in OLD)
    assert ("request_id" in error) == (version in NEW)
    line.say(context_id="c", cancel=True)  # of what is over, or never was: nothing to say
    line.say(context_id="nobody", cancel=True)
    line.speak("Good bye.", more=False, name="d")
    assert {event["context_id"] for event in line.rest()} == {"d"}


@pytest.mark.parametrize("version", [NEW[1]])
def test_a_text_after_the_last_one(line: Line) -> None:
    """Also while that is still being spoken."""
    line.speak("Hello there. " * 20, more=False)
    line.speak("And one more thing.", more=True)
    assert "Context has closed" in line.rest()[-1]["message"]
    line.speak("Good bye.", more=False, name="d")
    assert {event["context_id"] for event in line.rest()} == {"d"}


@pytest.mark.parametrize("version", [OLD[1], NEW[1]])
def test_cancelling_ends_at_once(line: Line) -> None:
    line.speak("This is a long text. " * 40)
    line.until("chunk")
    line.say(context_id="c", cancel=True)
    events = line.until("done")
    assert events[-1]["status_code"] == 206
    assert seconds(events) < 20
    line.speak("Next.", more=False, name="d")
    assert {event["context_id"] for event in line.rest()} == {"d"}


@pytest.mark.parametrize("version", [OLD[1], OLD[3]])
def test_before_2026_a_context_needs_no_name(line: Line) -> None:
    line.speak("Hello there.", more=False, name=None)
    events = line.rest()
    assert kinds(events) == ["chunk", "done"]
    assert [event["context_id"] for event in events] == [None] * len(events)


@pytest.mark.parametrize("version", [OLD[1], NEW[1]])
@pytest.mark.parametrize("frame", ["nonsense", "[]", "7", "{}", '{"context_id": 5, "transcript": "x"}', "\udcff"])
def test_frames_that_are_none(line: Line, version: str, frame: str) -> None:
    line.raw.send(frame.encode("utf-8", "surrogateescape") if frame == "\udcff" else frame)
    error = line.take()
    assert (error["type"], error["status_code"], error["done"]) == ("error", 400, True)
    # Clients of old versions fail on a message without the key.
    assert ("context_id" in error) == (version in OLD)
    line.speak("Hello.", more=False)
    assert kinds(line.rest()) == ["chunk", "done"]


@pytest.mark.parametrize("version", [NEW[1]])
def test_a_text_that_is_none(line: Line) -> None:
    line.speak("Hello. ")
    line.until("chunk")
    line.say(context_id="c", transcript=["x"], **{"continue": True})
    assert "transcript" in line.rest()[-1]["message"]


@pytest.mark.parametrize("version", [NEW[1]])
def test_contexts_interleave_and_each_keeps_its_order(line: Line) -> None:
    for text in ("One. ", "Two. ", "Three."):
        for name in "abc":
            line.speak(text, more=text != "Three.", name=name, add_timestamps=True)
    events: dict[str, list[dict[str, Any]]] = {name: [] for name in "abc"}
    while any(not of or of[-1]["type"] != "done" for of in events.values()):
        event = line.take()
        events[event["context_id"]].append(event)
    for of in events.values():
        words = [word for event in of if event["type"] == "timestamps" for word in event["word_timestamps"]["words"]]
        assert words == ["One.", "Two.", "Three."]
        assert [event["type"] for event in of].count("done") == 1


def test_a_context_that_nobody_closes_ends_after_its_last_audio() -> None:
    with Sandbox(context_seconds=0.2) as own:
        line = open_line(own, NEW[1])
        with line.raw:
            line.speak("Hello", max_buffer_delay_ms=400)  # the clock starts after the delay
            assert kinds(line.rest()) == ["chunk", "done"]
            line.speak("Hello there. ", name="d")
            assert kinds(line.rest()) == ["chunk", "done"]


def test_a_socket_is_idle_only_when_neither_side_speaks() -> None:
    with Sandbox(idle_seconds=0.3, context_seconds=0.6) as own:
        line = open_line(own, NEW[1])
        with line.raw:
            line.speak("Hello there. ")
            assert kinds(line.rest()) == ["chunk", "done"]
            with pytest.raises(ConnectionClosed) as caught:
                line.take()
            assert caught.value.rcvd is not None
            assert caught.value.rcvd.code == 1000


def test_a_frame_of_more_than_16_mib_closes_the_socket(sandbox: Sandbox) -> None:
    line = open_line(sandbox, NEW[1])
    with line.raw, pytest.raises(ConnectionClosed) as caught:
        line.say_and_take("x" * (16 * 2**20 + 1))
    assert caught.value.rcvd is not None
    assert caught.value.rcvd.code == 1009


@pytest.mark.parametrize("version", [OLD[0], NEW[1]])
def test_every_answer_has_the_id_of_its_request_twice(sandbox: Sandbox, version: str) -> None:
    def ids(headers: Any) -> set[str]:
        found = {headers["X-Request-Id"], headers["Cartesia-Request-ID"]}
        assert len(found) == 1
        return found

    line = open_line(sandbox, version)
    with line.raw:
        assert line.raw.response is not None
        seen = ids(line.raw.response.headers)
        if version in NEW:
            line.say()
            assert {line.take()["request_id"]} == seen
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
            line = Line(raw)
            line.speak("Hi.", more=False)
            assert kinds(line.rest()) == ["chunk", "done"]
