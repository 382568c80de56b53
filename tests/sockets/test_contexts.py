"""What is passed to a context: which fields there are, what each may be, and which of them may change within it."""

from __future__ import annotations

import asyncio
import inspect
import json
from pathlib import Path
from typing import Any
from uuid import UUID

import cartesia_client as c
import pytest
from cartesia_api import models
from cartesia_api.contexts import AsyncTTSContextInput, TTSContextFactory, TTSContextInput

from tests.sockets.conftest import Peer, Server
from tests.sockets.test_concurrency import CROWDED, patient
from tests.sockets.test_tts import FIELDS, RAW, Speaker, chunk, echo, finish
from tests.unit.conftest import Twin, done, twin

__all__ = ["twin"]

CHANGES: dict[str, tuple[Any, Any]] = {
    "generation_config": ({"speed": 1.0}, {"speed": 1.5, "emotion": "angry"}),
    "max_buffer_delay_ms": (0, 500),
    "add_timestamps": (True, False),
    "add_phoneme_timestamps": (False, True),
    "use_normalized_timestamps": (True, False),
    "pronunciation_dict_id": ("one", "two"),
    "normalization": ("auto", "off"),
    "locale": ("en-GB", "en-US"),
    "speed": ("slow", "fast"),
    "duration": (5, 2.5),
}
"""Fields that may change: two values of each."""


def recorder(seen: list[Any]) -> Any:
    """Return a script that notes each frame, and answers when the input has ended."""

    def script(peer: Peer) -> None:
        while True:
            seen.append(frame := peer.take(10))
            if not frame.get("continue") and not frame.get("cancel"):
                chunk(peer, frame["context_id"])
                finish(peer, frame["context_id"])

    return script


# -- which fields there are -------------------------------------------------------------------------------------------


def properties(date: str) -> set[str]:
    folder = Path(models.__file__).parents[1]
    path = folder / "versions" / f"{date}.json" if date else folder / "openapi.json"
    return set(json.loads(path.read_text())["components"]["schemas"]["GenerationRequest"]["properties"])


@pytest.mark.parametrize("date", ["", "2026-03-01", "2025-11-04", "2025-04-16", "2024-11-13", "2024-06-10"])
@pytest.mark.parametrize("client", [c.Cartesia, c.AsyncCartesia])
def test_every_field_of_the_request_is_a_documented_keyword(client: type, date: str) -> None:
    socket = client(api_key="k", version=date or None).tts.websocket_connect()
    context = socket.context()
    for method, elsewhere in (
        (socket.context, {"transcript", "continue", "flush"}),
        (context.send, {"context_id"}),
        (context.push, {"context_id"}),
        (context.speak, {"context_id", "transcript", "continue", "flush"}),
    ):
        wanted = {"continue_" if name == "continue" else name for name in properties(date) - elsewhere}
        found = inspect.signature(method).parameters
        assert wanted <= set(found)
        assert not any(found[name].kind is inspect.Parameter.VAR_KEYWORD for name in found)
        text = inspect.getdoc(method) or ""
        assert [name for name in wanted if f"    {name}: " not in text] == []
    assert isinstance(context, (c.TTSContext, c.AsyncTTSContext))
    assert isinstance(socket, (c.TTSWebsocket, c.AsyncTTSWebsocket))


def test_the_methods_of_tasks_are_coroutines() -> None:
    assert inspect.iscoroutinefunction(AsyncTTSContextInput.push)
    assert not inspect.iscoroutinefunction(TTSContextInput.push)
    assert inspect.signature(AsyncTTSContextInput.send) == inspect.signature(TTSContextInput.send)
    assert TTSContextFactory.context.__name__ == "context"


UNKNOWN: list[tuple[str, dict[str, Any], str]] = [
    ("context", {"add_timestamp": True}, r"context: 'add_timestamp' .* did you mean 'add_timestamps'\?"),
    ("push", {"add_timestamp": True}, r"push: 'add_timestamp' .* did you mean 'add_timestamps'\?"),
    ("send", {"addTimestamps": True}, r"send: 'addTimestamps' .* did you mean 'add_timestamps'\?"),
    ("context", {"model": "m"}, r"did you mean 'model_id'\?"),
    ("push", {"lang": "en"}, r"did you mean 'language'\?"),
    ("send", {"max_buffer_delay": 1}, r"did you mean 'max_buffer_delay_ms'\?"),
    ("push", {"voice_id": "v"}, r"did you mean 'voice'\?"),
    ("push", {"emotion": "angry"}, r"did you mean generation_config=\{'emotion': \.\.\.\}\?"),
    ("context", {"sample_rate": 8000}, r"did you mean output_format=\{'sample_rate': \.\.\.\}\?"),
    ("context", {"flush": True}, r"flush goes with a piece of text"),
    ("context", {"transcript": "Hi."}, r"transcript goes with each piece of text"),
    ("context", {"continue_": False}, r"continue_ goes with a piece of text"),
    ("context", {"cancel": True}, r"call cancel\(\)"),
    ("push", {"cancel": True}, r"call cancel\(\)"),
    ("send", {"context_id": "other"}, r"context_id cannot change within a context"),
    ("push", {"continue": False}, r"did you mean 'continue_'\?"),
    ("speak", {"add_timestamp": True}, r"speak: 'add_timestamp' .* did you mean 'add_timestamps'\?"),
    ("speak", {"flush": True}, r"speak: 'flush' .* flush goes with a piece of text"),
    ("speak", {"context_id": "other"}, r"context_id cannot change within a context"),
    ("speak", {"add_timestamps": 1}, r"add_timestamps must be bool or None, not int"),
    ("speak", {"extra_body": {"cancel": True}}, r"extra_body cannot hold 'cancel'"),
    ("push", {"timeout": 5}, r"timeout is an option of context\(\)"),
    ("push", {"brand_new_thing": 1}, r"extra_body"),
    ("push", {"\ud800": 1}, r"is not among the fields"),
    ("context", {"extra_body": {"transcript": "Hi."}}, r"extra_body cannot hold 'transcript'"),
    ("push", {"extra_body": {"context_id": "other"}}, r"extra_body cannot hold 'context_id'"),
    ("push", {"extra_body": {"continue": False}}, r"extra_body cannot hold 'continue'"),
    ("send", {"extra_body": {"cancel": True}}, r"extra_body cannot hold 'cancel'"),
    ("send", {"extra_body": [1]}, r"extra_body must be a dict, not list"),
    ("send", {"extra_body": {"x": float("nan")}}, r"extra_body\.x must be a finite number"),
    ("context", {"generation_config": {"sped": 1}}, r"generation_config has no key 'sped'; did you mean 'speed'\?"),
    ("push", {"generation_config": {"Emotion": "sad"}}, r"did you mean 'emotion'\?"),
    ("context", {"output_format": {**RAW, "samplerate": 1}}, r"output_format has no key 'samplerate'"),
    ("context", {"model_id": 5}, r"model_id must be str or None, not int"),
    ("push", {"add_timestamps": "yes"}, r"add_timestamps must be bool or None, not str"),
    ("send", {"continue_": "no"}, r"continue must be bool or None, not str"),
    ("push", {"max_buffer_delay_ms": 1.5}, r"max_buffer_delay_ms must be int or None, not float"),
    ("push", {"max_buffer_delay_ms": True}, r"max_buffer_delay_ms must be int or None, not bool"),
    ("context", {"generation_config": "fast"}, r"generation_config must be dict or None, not str"),
    ("context", {"voice": 3}, r"voice must be str or dict or None, not int"),
    ("context", {"output_format": "raw"}, r"output_format must be dict or None, not str"),
    ("push", {"duration": "5"}, r"duration must be float or None, not str"),
]


@pytest.mark.parametrize(
    ("method", "given", "sentence"), UNKNOWN, ids=[f"{each[0]} {list(each[1])}" for each in UNKNOWN]
)
async def test_a_slip_is_refused_before_anything_is_sent_and_says_what_was_meant(
    twin: Twin, server: Server, method: str, given: dict[str, Any], sentence: str
) -> None:
    speaker = Speaker(twin, server)
    context = speaker.context()
    call = getattr(context, method, speaker.socket.context)
    with pytest.raises(c.InvalidRequestError, match=sentence):
        await done(call(*(() if method == "context" else ("Hi.",)), **given))
    assert server.peers == []
    await speaker.close()


async def test_what_is_newer_than_the_client_goes_into_extra_body(twin: Twin, server: Server) -> None:
    seen: list[Any] = []
    server.scripts = [recorder(seen)]
    speaker = Speaker(twin, server)
    context = speaker.context(extra_body={"pitch": 1, "language": "en"}, generation_config={"pitch": 2})
    await done(context.push("One. ", extra_body={"pitch": 3, "add_timestamps": "words"}))
    await done(context.push("Two. "))
    with pytest.raises(c.InvalidRequestError, match="language cannot change"):
        await done(context.push("Three.", extra_body={"language": "de"}))
    await done(context.no_more_inputs())
    await speaker.audio(context)
    assert [(frame["pitch"], frame["language"], frame.get("add_timestamps")) for frame in seen] == [
        (3, "en", "words"),
        (1, "en", None),
        (1, "en", None),
    ]
    assert seen[0]["generation_config"] == {"pitch": 2}
    await speaker.close()


async def test_what_is_omitted_is_left_out(twin: Twin, server: Server) -> None:
    seen: list[Any] = []
    server.scripts = [recorder(seen)]
    speaker = Speaker(twin, server)
    context = speaker.context(context_id=c.omit, timeout=c.omit, language=c.NOT_GIVEN, extra_body=c.omit)
    await done(context.push("One. ", add_timestamps=c.omit, continue_=c.omit, extra_body=c.NOT_GIVEN))
    await done(context.no_more_inputs())
    assert await speaker.audio(context) == b"\1\2"
    assert seen[0] == {**FIELDS, "context_id": context.context_id, "transcript": "One. ", "continue": True}
    await speaker.close()


async def test_models_enums_and_ids_are_sent_as_json(twin: Twin, server: Server) -> None:
    seen: list[Any] = []
    server.scripts = [recorder(seen)]
    speaker = Speaker(twin, server)
    voice = UUID("f786b574-daa5-4673-aa0c-cbe3e8534c02")
    context = speaker.socket.context(
        model_id="sonic-3.5",
        voice=voice,
        output_format=models.RawOutputFormat(encoding="pcm_mulaw", sample_rate=8000),
        generation_config=models.GenerationConfig(speed=1.1),
    )
    await done(context.send("Hi.", voice=str(voice), output_format=RAW, continue_=False))
    await speaker.audio(context)
    assert seen[0]["voice"] == str(voice)
    assert (seen[0]["output_format"], seen[0]["generation_config"]) == (RAW, {"speed": 1.1})
    await speaker.close()


async def test_an_older_version_has_its_own_fields(twin: Twin, server: Server) -> None:
    seen: list[Any] = []
    server.scripts = [recorder(seen)]
    speaker = Speaker(twin, server, version="2024-11-13")
    embedding = {"mode": "embedding", "embedding": [0.5], "__experimental_controls": {"speed": "slow"}}
    with pytest.raises(c.InvalidRequestError, match="'locale' is not among the fields"):
        speaker.context(locale="en-GB")
    with pytest.raises(c.InvalidRequestError, match="'pronunciation_dict_id' is not among the fields"):
        speaker.context(pronunciation_dict_id="p")
    with pytest.warns(DeprecationWarning, match="deprecated: duration"):
        context = speaker.context(voice=embedding, duration=3)
    await done(context.send("Hi.", continue_=False))
    await speaker.audio(context)
    assert (seen[0]["voice"], seen[0]["duration"]) == (embedding, 3)
    await speaker.close()


# -- what may change --------------------------------------------------------------------------------------------------


@pytest.mark.filterwarnings("ignore:context|push|send:DeprecationWarning")  # speed and duration
@pytest.mark.parametrize("name", CHANGES)
async def test_a_field_may_change_from_piece_to_piece(twin: Twin, server: Server, name: str) -> None:
    seen: list[Any] = []
    server.scripts = [recorder(seen)]
    speaker = Speaker(twin, server)
    first, second = CHANGES[name]
    with_default, without = speaker.context(**{name: first}), speaker.context()
    for context in (with_default, without):
        await done(context.push("One. "))
        await done(context.push("Two. ", **{name: second}))
        await done(context.send("Three. ", **{name: None}))
        await done(context.no_more_inputs())
        await speaker.audio(context)
    assert [frame.get(name) for frame in seen] == [first, second, None, first, None, second, None, None]
    assert [name in frame for frame in seen] == [True, True, False, True, False, True, False, False]
    assert all({key: frame[key] for key in FIELDS} == FIELDS for frame in seen)
    await speaker.close()


FIXED: dict[str, tuple[Any, Any]] = {
    "model_id": ("sonic-3.5", "sonic-2"),
    "voice": ("v", {"id": "w"}),
    "output_format": (RAW, {**RAW, "sample_rate": 16000}),
    "language": ("en", "de"),
}


@pytest.mark.parametrize("name", FIXED)
async def test_a_field_that_is_fixed_is_refused_by_name_when_it_changes(twin: Twin, server: Server, name: str) -> None:
    seen: list[Any] = []
    server.scripts = [recorder(seen)]
    speaker = Speaker(twin, server)
    first, second = FIXED[name]
    given = {**FIELDS, name: first}
    whole, late = speaker.context(**given), speaker.socket.context()
    with pytest.raises(c.InvalidRequestError, match=rf"{name} cannot change within a context \(was "):
        await done(whole.push("One. ", **{name: second}))
    assert server.peers == []
    await done(whole.push("One. ", **{name: first}))
    await done(late.push("One. ", **given))
    for context in (whole, late):
        with pytest.raises(c.InvalidRequestError, match=rf"{name} cannot change within a context \(was "):
            await done(context.push("Two. ", **{name: second}))
        await done(context.push("Two. ", **{name: None}))  # as good as not given
        await done(context.no_more_inputs())
        await speaker.audio(context)
    assert len(seen) == 6
    assert [frame[name] for frame in seen] == [first] * 6
    await speaker.close()


async def test_a_refused_context_is_sent_again_with_its_changes(twin: Twin, server: Server) -> None:
    seen: list[Any] = []

    def script(peer: Peer) -> None:
        frames = [peer.take() for _ in range(6)]
        peer.give(**CROWDED, context_id=frames[-1]["context_id"])
        recorder(seen)(peer)

    server.scripts = [script]
    speaker = Speaker(twin, server)
    patient(speaker.client, [])
    context = speaker.context()
    for text, fields in (
        ("One. ", {}), ("Two. ", {}), ("Faster. ", {"generation_config": {"speed": 1.5}}),
        ("", {"flush": True, "generation_config": {"speed": 1.5}}), ("As before.", {}),
    ):  # fmt: skip
        await done(context.push(text, **fields))
    await done(context.no_more_inputs())
    assert await speaker.audio(context) == b"\1\2"
    again = [frame for frame in seen if not frame.get("cancel")]
    found = [
        (frame["transcript"], frame.get("generation_config"), frame.get("flush"), frame["continue"]) for frame in again
    ]
    assert found == [
        ("One. Two. ", None, None, True),
        ("Faster. ", {"speed": 1.5}, True, True),
        ("As before.", None, None, False),
    ]
    assert {frame["context_id"] for frame in again} == {context.context_id}
    await speaker.close()


async def test_fields_that_the_first_piece_brings_along_are_those_of_the_context(twin: Twin, server: Server) -> None:
    seen: list[Any] = []
    server.scripts = [recorder(seen)]
    speaker = Speaker(twin, server)
    context = speaker.socket.context(model_id="sonic-3.5")
    with pytest.raises(c.InvalidRequestError, match="missing voice"):
        await done(context.push("One. ", output_format=RAW))
    await done(context.push("One. ", voice="v", output_format=RAW, add_timestamps=True))
    await done(context.push("Two. "))
    await done(context.no_more_inputs())
    await speaker.audio(context)
    assert [frame.get("add_timestamps") for frame in seen] == [True, None, None]
    assert [{name: frame[name] for name in FIELDS} for frame in seen] == [FIELDS] * 3
    await speaker.close()


async def test_a_text_that_is_spoken_as_a_whole_has_fields_of_its_own(twin: Twin, server: Server) -> None:
    seen: list[Any] = []
    server.scripts = [recorder(seen)]
    speaker = Speaker(twin, server)
    context = speaker.context(add_timestamps=True, max_buffer_delay_ms=0)
    fast = {"speed": 1.5}
    speech = context.speak(["One. ", "Two."], generation_config=fast, add_timestamps=False, extra_body={"pitch": 1})
    if twin.is_async:
        assert [each async for each in speech] == [b"\1\2"]
    else:
        assert await asyncio.to_thread(list, speech) == [b"\1\2"]
    given = [(frame["transcript"], frame["continue"], frame["add_timestamps"], frame["pitch"]) for frame in seen]
    assert given == [("One. ", True, False, 1), ("Two.", True, False, 1), ("", False, False, 1)]
    assert all(frame["generation_config"] == fast and frame["max_buffer_delay_ms"] == 0 for frame in seen)
    other = speaker.context().speak("Hi.", model_id="other")
    with pytest.raises(c.InvalidRequestError, match="model_id cannot change within a context"):
        await anext(other) if twin.is_async else next(other)
    await speaker.close()


async def test_a_context_without_a_slip_is_spoken(twin: Twin, server: Server) -> None:
    server.scripts = [echo]
    speaker = Speaker(twin, server)
    context = speaker.context(add_timestamps=True)
    await done(context.push("Hi.", continue_=False))
    assert await speaker.audio(context) == b"Hi."
    await speaker.close()


async def test_a_task_that_only_pushes_lets_others_run(server: Server) -> None:
    server.scripts.append(recorder([]))
    speaker = Speaker(Twin(c.AsyncCartesia), server)
    turns = 0

    async def other() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    async with speaker.client, speaker.socket:
        context = speaker.context()
        await context.push("A first piece of text. ")
        running = asyncio.create_task(other())
        for _ in range(200):
            await context.push("A piece of text. ")
        running.cancel()
    assert turns >= 3
