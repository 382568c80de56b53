"""The official library, cartesia 4.2.0, as it is: everything that its documentation shows, on a sandbox.

Arguments: the URL of a sandbox that takes the key "good", and of one with the plan "free".
"""

from __future__ import annotations

import io
import itertools
import sys
import tempfile
import time
import wave
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cartesia
from cartesia import AsyncCartesia, Cartesia
from uses import fails, main, use

URL, FREE = sys.argv[1], sys.argv[2]
KATIE = "f786b574-daa5-4673-aa0c-cbe3e8534c02"
RAW: Any = {"container": "raw", "encoding": "pcm_s16le", "sample_rate": 16000}
WAV: Any = {"container": "wav", "encoding": "pcm_s16le", "sample_rate": 16000}
MP3: Any = {"container": "mp3", "sample_rate": 44100, "bit_rate": 64000}
SPEECH: Any = {"model_id": "sonic-3.5", "voice": KATIE, "output_format": RAW}
TEXT = "Hello from Sonic. How are you?"
NOBODY = "00000000-0000-4000-8000-000000000000"


def settings(url: str) -> dict[str, Any]:
    return {"api_key": "good", "base_url": url, "websocket_base_url": f"ws{url[4:]}"}


client = Cartesia(**settings(URL))
clip = client.tts.generate(**{**SPEECH, "output_format": WAV}, transcript=TEXT).read()
audio = client.tts.generate(**SPEECH, transcript=TEXT).read()


def some(pages: Any) -> Iterator[Any]:
    """The items of all pages; a hundred of them, should there be no end."""
    return itertools.islice(pages, 100)


# Speech over HTTP


@use("tts.generate: wav, mp3, raw in four encodings and six rates")
def _() -> None:
    with wave.open(io.BytesIO(clip)) as file:
        assert (file.getframerate(), file.getnchannels()) == (16000, 1)
    for encoding, size in (("pcm_s16le", 2), ("pcm_f32le", 4), ("pcm_mulaw", 1), ("pcm_alaw", 1)):
        for rate in (8000, 16000, 22050, 24000, 44100, 48000):
            shape: Any = {"container": "raw", "encoding": encoding, "sample_rate": rate}
            data = client.tts.generate(**{**SPEECH, "output_format": shape}, transcript="Hi there.").read()
            assert 0.3 < len(data) / size / rate < 3
    assert client.tts.generate(**{**SPEECH, "output_format": MP3}, transcript="Hi.").read()[:1] in (b"\xff", b"I")


@use("tts.generate: voice as an object, generation_config, locale, normalization, speed, save")
def _() -> None:
    slow = client.tts.generate(**SPEECH, transcript=TEXT, generation_config={"speed": 0.7, "volume": 1.2}).read()
    assert len(slow) > 1.2 * len(audio)
    more: Any = {"locale": "en-GB", "normalization": "off", "speed": "fast", "save": True}
    answer = client.tts.with_raw_response.generate(**{**SPEECH, "voice": {"id": KATIE}}, transcript=TEXT, **more)
    assert answer.headers["Cartesia-File-ID"]
    client.tts.generate(**{**SPEECH, "voice": {"mode": "id", "id": KATIE}}, transcript=TEXT, language="en").read()


@use("tts.generate: write_to_file, iter_bytes, with_streaming_response")
def _() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.wav")
        client.tts.generate(**{**SPEECH, "output_format": WAV}, transcript=TEXT).write_to_file(path)
        assert path.read_bytes()[:4] == b"RIFF"
    assert b"".join(client.tts.generate(**SPEECH, transcript=TEXT).iter_bytes()) == audio
    with client.tts.with_streaming_response.generate(**SPEECH, transcript=TEXT) as answer:
        assert b"".join(answer.iter_bytes()) == audio


@use("tts.generate, asynchronous")
async def _() -> None:
    async with AsyncCartesia(**settings(URL)) as other:
        answer = await other.tts.generate(**SPEECH, transcript=TEXT)
        assert await answer.read() == audio


@use("tts.generate_sse: chunks, words, phonemes")
def _() -> None:
    stream = client.tts.generate_sse(
        **SPEECH, transcript=TEXT, add_timestamps=True, add_phoneme_timestamps=True, context_id="c"
    )
    events = list(stream)
    assert {event.type for event in events} == {"chunk", "timestamps", "phoneme_timestamps", "done"}
    assert events[-1].type == "done"
    words = [word for event in events if event.type == "timestamps" for word in event.word_timestamps.words]
    assert words == TEXT.split()


@use("tts.generate_sse, asynchronous")
async def _() -> None:
    async with AsyncCartesia(**settings(URL)) as other:
        stream = await other.tts.generate_sse(**SPEECH, transcript=TEXT)
        assert [event.type async for event in stream][-1] == "done"


@use("tts.infill")
def _() -> None:
    data = client.tts.infill(
        left_audio=("left.wav", clip),
        right_audio=("right.wav", clip),
        transcript="and also",
        voice_id=KATIE,
        model_id="sonic-3",
        language="en",
        output_format=WAV,
    ).read()
    assert data[:4] == b"RIFF"


@use("voice_changer.generate and generate_sse")
def _() -> None:
    shape: Any = {"output_format_container": "wav", "output_format_encoding": "pcm_s16le"}
    shape["output_format_sample_rate"] = 16000
    data = client.voice_changer.generate(clip=("clip.wav", clip), voice_id=KATIE, **shape).read()
    assert data[:4] == b"RIFF"
    shape["output_format_container"] = "raw"
    events = list(client.voice_changer.generate_sse(clip=("clip.wav", clip), voice_id=KATIE, **shape))
    assert sum(len(getattr(event, "data", None) or "") for event in events) > 1000
    assert events[-1].done


# Speech over the socket


def data_of(events: list[Any]) -> bytes:
    return b"".join(event.audio for event in events if event.type == "chunk")


@use("tts.websocket_connect: one text")
def _() -> None:
    with client.tts.websocket_connect() as socket:
        context = socket.context(**SPEECH)
        context.send(**SPEECH, transcript=TEXT)
        events = list(context.receive())
        assert events[-1].type == "done"
        assert data_of(events) == audio


@use("contexts: push, words, phonemes, no_more_inputs")
def _() -> None:
    with client.tts.websocket_connect() as socket:
        context = socket.context(**SPEECH)
        for text in ("Hello from ", "Sonic. ", "How are ", "you?"):
            context.push(text, add_timestamps=True, add_phoneme_timestamps=True)
        context.no_more_inputs()
        events = list(context.receive())
        words = [word for event in events if event.type == "timestamps" for word in event.word_timestamps.words]
        assert words == TEXT.split()
        assert any(event.type == "phoneme_timestamps" for event in events)


@use("contexts: flush, and its number")
def _() -> None:
    with client.tts.websocket_connect() as socket:
        context = socket.context(**SPEECH)
        context.push("One. ")
        context.push("", flush=True)
        context.push("Two.", max_buffer_delay_ms=0)
        context.no_more_inputs()
        events = list(context.receive())
        assert [event.flush_id for event in events if event.type == "flush_done"] == [1]
        assert {event.flush_id for event in events if event.type == "chunk"} == {1, 2}


@use("contexts: no_more_inputs without a voice or a format of its own")
def _() -> None:
    with client.tts.websocket_connect() as socket:
        context = socket.context()
        context.send(**SPEECH, transcript=TEXT, continue_=True)
        context.no_more_inputs()
        assert data_of(list(context.receive())) == audio


@use("contexts: cancel, and the next one on the same socket")
def _() -> None:
    with client.tts.websocket_connect() as socket:
        context = socket.context(**SPEECH)
        context.push("A long text. " * 50)
        next(iter(context.receive()))
        context.cancel()
        after = socket.context(**SPEECH, context_id="after")
        after.push(TEXT)
        after.no_more_inputs()
        # What was under way of a cancelled context reaches whoever reads next, in this library, and its "done" ends that.
        events: list[Any] = []
        while not (events and events[-1].context_id == "after" and events[-1].type == "done"):
            events += list(after.receive())
        assert data_of([event for event in events if event.context_id == "after"]) == audio


@use("contexts: one that nobody closes ends by itself")
def _() -> None:
    with client.tts.websocket_connect() as socket:
        context = socket.context(**SPEECH)
        context.push(TEXT)
        started = time.monotonic()
        assert list(context.receive())[-1].type == "done"
        assert time.monotonic() - started < 10


@use("contexts: an error, and the next one on the same socket")
def _() -> None:
    with client.tts.websocket_connect() as socket:
        bad = socket.context(**{**SPEECH, "voice": NOBODY})
        bad.push(TEXT)
        event = list(bad.receive())[-1]
        assert (event.type, event.status_code, event.error_code) == ("error", 404, "voice_not_found"), event
        good = socket.context(**SPEECH)
        good.send(**SPEECH, transcript=TEXT)
        assert data_of(list(good.receive())) == audio


@use("the socket itself: send, iterate, extra query and headers")
def _() -> None:
    more: Any = {"extra_query": {"anything": "x"}, "extra_headers": {"X-Anything": "x"}}
    with client.tts.websocket_connect(**more) as socket:
        socket.send({**SPEECH, "transcript": TEXT, "context_id": "mine"})
        kinds = [event.type for event in itertools.takewhile(lambda event: not event.done, socket)]
        assert set(kinds) == {"chunk"}


@use("tts.websocket as it was in version 2")
def _() -> None:
    socket = client.tts.websocket()
    socket.connect()
    outputs = list(socket.send(**SPEECH, transcript=TEXT, stream=True, add_timestamps=True))
    assert b"".join(output.audio for output in outputs if output.audio) == audio
    socket.close()


@use("contexts, asynchronous: five at once")
async def _() -> None:
    import asyncio

    async with AsyncCartesia(**settings(URL)) as other, other.tts.websocket_connect() as socket:

        async def speak(number: int) -> int:
            context = socket.context(**SPEECH)
            for text in (f"Number {number}. ", "And ", "more."):
                await context.push(text)
            await context.push("", flush=True)
            await context.no_more_inputs()
            return len(data_of([event async for event in context.receive()]))

        assert min(await asyncio.gather(*(speak(number) for number in range(5)))) > 16000


@use("contexts, asynchronous: cancel and error")
async def _() -> None:
    async with AsyncCartesia(**settings(URL)) as other, other.tts.websocket_connect() as socket:
        context = socket.context(**SPEECH)
        await context.push("A long text. " * 50)
        await context.cancel()
        bad = socket.context(**{**SPEECH, "model_id": "nothing"})
        await bad.push(TEXT)
        events = [event async for event in bad.receive()]
        assert (events[-1].type, events[-1].error_code) == ("error", "model_not_found"), events


# Listening


@use("stt.transcribe: a file, words, raw audio")
def _() -> None:
    found = client.stt.transcribe(file=("a.wav", clip), model="ink-whisper", timestamp_granularities=["word"])
    assert found.text == TEXT
    assert [word.word for word in found.words] == TEXT.split()
    raw: Any = {"encoding": "pcm_s16le", "sample_rate": 16000}
    assert client.stt.transcribe(file=("a.raw", audio), model="ink-whisper", language="en", **raw).text == TEXT


@use("stt.transcribe, asynchronous")
async def _() -> None:
    async with AsyncCartesia(**settings(URL)) as other:
        assert (await other.stt.transcribe(file=("a.wav", clip), model="ink-whisper")).text == TEXT


SESSION: Any = {"encoding": "pcm_s16le", "sample_rate": 16000}


@use("stt.manual_finalize: finalize, close, key terms")
def _() -> None:
    with client.stt.manual_finalize.websocket(model="ink-2", language="en", keyterm=["Sonic", "a b"], **SESSION) as own:
        for start in range(0, len(audio), 3200):
            own.send_raw(audio[start : start + 3200])
        own.send("finalize")
        own.send("close")
        events = list(own)
    assert "".join(event.text for event in events if event.type == "transcript" and event.is_final) == TEXT
    assert [event.type for event in events][-2:] == ["flush_done", "done"]


@use("stt.manual_finalize: ink-whisper, event handlers")
def _() -> None:
    texts = []
    more: Any = {"min_volume": 0.01, "max_silence_duration_secs": 0.5}
    with client.stt.manual_finalize.websocket(model="ink-whisper", language="en", **more, **SESSION) as own:
        own.on("transcript", lambda event: texts.append(event.text) if event.is_final else None)
        own.send_raw(audio)
        own.send("finalize")
        own.send("close")
        own.dispatch_events()
    assert "".join(texts) == TEXT


@use("stt.auto_finalize: turns, config, close")
def _() -> None:
    thresholds: Any = {"turn_start_threshold": 0.7, "turn_end_threshold": 0.1, "turn_end_timeout_ms": 5000}
    with client.stt.auto_finalize.websocket(model="ink-2", keyterm=["Sonic"], **thresholds, **SESSION) as own:
        own.send({"type": "config", "turn": {"end_threshold": 0.2, "end_timeout_ms": 3000}})
        own.send_raw(bytes(16000) + audio + bytes(64000))
        own.send({"type": "close"})
        events = list(own)
    kinds = [event.type for event in events]
    assert kinds[:2] == ["connected", "turn.start"], kinds
    assert "".join(event.transcript for event in events if event.type == "turn.end") == TEXT


@use("stt sockets, asynchronous")
async def _() -> None:
    async with AsyncCartesia(**settings(URL)) as other:
        async with other.stt.manual_finalize.websocket(model="ink-2", **SESSION) as own:
            await own.send_raw(audio)
            await own.send("close")
            assert [event.type async for event in own][-1] == "done"
        async with other.stt.auto_finalize.websocket(model="ink-2", **SESSION) as own:
            await own.send_raw(audio + bytes(64000))
            await own.send({"type": "close"})
            assert [event.type async for event in own][-1] == "turn.end"


@use("stt sockets: errors")
def _() -> None:
    with client.stt.manual_finalize.websocket(model="nothing", **SESSION) as own:
        event = list(own)[-1]
    assert (event.type, event.status_code, event.error_code) == ("error", 400, "model_not_found")
    with client.stt.auto_finalize.websocket(model="ink-2", encoding="pcm_s16le", sample_rate=0) as turns:
        assert list(turns)[-1].message == "invalid sample rate"


# State


@use("voices: list, filters, pages, search, get, expand")
def _() -> None:
    page = client.voices.list(limit=3)
    assert len(page.data) == 3
    assert page.has_next_page()
    ids = [voice.id for voice in some(client.voices.list(limit=5))]  # follows the pages
    assert len(ids) == len(set(ids)) > 5
    assert all(voice.gender == "feminine" for voice in client.voices.list(gender="feminine", limit=5).data)
    assert [voice.id for voice in some(client.voices.list(q="katie"))] == [KATIE]
    voice = client.voices.get(KATIE, expand=["preview_file_url"])
    assert (voice.id, voice.access, voice.visibility) == (KATIE, "public", "all")


@use("voices: clone, list, get, speak, update, delete")
def _() -> None:
    made = client.voices.clone(clip=("clip.wav", clip), name="Mine", language="en", description="A copy.")
    assert made.id in [voice.id for voice in some(client.voices.list(is_owner=True))]
    assert client.voices.get(made.id).name == "Mine"
    assert client.tts.generate(**{**SPEECH, "voice": made.id}, transcript=TEXT).read()
    assert client.voices.update(made.id, name="Yours", description="Another.", gender="masculine").name == "Yours"
    assert client.voices.get(made.id).gender == "masculine"
    client.voices.delete(made.id)
    with fails(cartesia.NotFoundError, "voice_not_found"):
        client.voices.get(made.id)


@use("voices: accents, localize")
def _() -> None:
    assert client.voices.list_accents()
    made = client.voices.localize(voice_id=KATIE, name="Katie in Paris", accent="parisian", description="French.")
    assert client.voices.get(made.id).language == "fr"
    client.voices.delete(made.id)
    mine = client.voices.clone(clip=("clip.wav", clip), name="Mine", language="en")
    client.voices.add_accents(mine.id, accents=["castilian"])
    client.voices.delete_accent("castilian", id=mine.id)
    client.voices.delete(mine.id)


@use("pronunciation_dicts: create, list, retrieve, update, speak, delete")
def _() -> None:
    made = client.pronunciation_dicts.create(name="Mine", items=[{"text": "Sonic", "alias": "a very quick hedgehog"}])
    assert made.id in [each.id for each in some(client.pronunciation_dicts.list())]
    assert client.pronunciation_dicts.retrieve(made.id).items[0].text == "Sonic"
    assert len(client.tts.generate(**SPEECH, transcript=TEXT, pronunciation_dict_id=made.id).read()) > len(audio)
    with client.tts.websocket_connect() as socket:
        context = socket.context(**SPEECH)
        context.push(TEXT, pronunciation_dict_id=made.id)
        context.no_more_inputs()
        assert len(data_of(list(context.receive()))) > len(audio)
    assert client.pronunciation_dicts.update(made.id, name="Yours", items=[]).name == "Yours"
    client.pronunciation_dicts.delete(made.id)
    with fails(cartesia.NotFoundError):
        client.pronunciation_dicts.retrieve(made.id)


@use("datasets and files: create, upload, list, update, delete")
def _() -> None:
    made = client.datasets.create(name="Mine", description="Recordings.")
    client.datasets.files.upload(made.id, file=("a.wav", clip), purpose="fine_tune")
    (file,) = some(client.datasets.files.list(made.id))
    assert file.filename == "a.wav"
    client.datasets.update(made.id, name="Yours", description="Still.")
    assert client.datasets.retrieve(made.id).name == "Yours"
    assert made.id in [each.id for each in some(client.datasets.list())]
    client.datasets.files.delete(file.id, id=made.id)
    assert list(some(client.datasets.files.list(made.id))) == []
    client.datasets.delete(made.id)
    with fails(cartesia.NotFoundError):
        client.datasets.retrieve(made.id)


@use("fine_tunes: create, list, retrieve, list_voices, delete")
def _() -> None:
    dataset = client.datasets.create(name="Mine", description="Recordings.")
    client.datasets.files.upload(dataset.id, file=("a.wav", clip), purpose="fine_tune")
    made = client.fine_tunes.create(
        name="Mine", description="Tuned.", language="en", dataset=dataset.id, model_id="sonic-3-2026-01-12"
    )
    assert made.id in [each.id for each in some(client.fine_tunes.list())]
    assert client.fine_tunes.retrieve(made.id).dataset == dataset.id
    list(some(client.fine_tunes.list_voices(made.id)))
    client.fine_tunes.delete(made.id)
    with fails(cartesia.NotFoundError):
        client.fine_tunes.retrieve(made.id)


@use("agents: list, retrieve, update, templates, phone numbers, deployments")
def _() -> None:
    agent = client.agents.list().summaries[0]
    assert client.agents.retrieve(agent.id).id == agent.id
    assert client.agents.update(agent.id, name="Renamed").name == "Renamed"
    client.agents.list_templates()
    client.agents.list_phone_numbers(agent.id)
    for deployment in client.agents.deployments.list(agent.id):
        assert client.agents.deployments.retrieve(deployment.id).id == deployment.id


@use("agents: calls and their audio")
def _() -> None:
    agent = client.agents.list().summaries[0]
    call = next(iter(client.agents.calls.list(agent_id=agent.id)))
    assert client.agents.calls.retrieve(call.id).id == call.id
    assert client.agents.calls.with_raw_response.download_audio(call.id).http_response.content[:4] == b"RIFF"


@use("agents: metrics, their results and export")
def _() -> None:
    agent = client.agents.list().summaries[0]
    metric = client.agents.metrics.create(name="politeness", prompt="Was the agent polite?", display_name="Politeness")
    assert client.agents.metrics.retrieve(metric.id).name == "politeness"
    assert metric.id in [each.id for each in client.agents.metrics.list().data]
    client.agents.metrics.add_to_agent(metric.id, agent_id=agent.id)
    client.agents.metrics.remove_from_agent(metric.id, agent_id=agent.id)
    list(some(client.agents.metrics.results.list(agent_id=agent.id)))
    assert "," in client.agents.metrics.results.export(agent_id=agent.id)


@use("access_token.create, and a client that has only the token")
def _() -> None:
    token = client.access_token.create(grants={"tts": True}, expires_in=60).token
    guest = Cartesia(**{**settings(URL), "api_key": token})
    assert guest.tts.generate(**SPEECH, transcript=TEXT).read() == audio
    with guest.tts.websocket_connect() as socket:
        context = socket.context(**SPEECH)
        context.send(**SPEECH, transcript=TEXT)
        assert data_of(list(context.receive())) == audio
    with fails(cartesia.PermissionDeniedError):
        guest.voices.list()
    with fails(cartesia.PermissionDeniedError):
        guest.stt.transcribe(file=("a.wav", clip), model="ink-whisper")


@use("get_status")
def _() -> None:
    assert client.get_status().ok


# Errors


@use("400: what is wrong is said")
def _() -> None:
    with fails(cartesia.BadRequestError, "Your transcript is empty"):
        client.tts.generate(**SPEECH, transcript="...")
    with fails(cartesia.BadRequestError, "speed"):
        client.tts.generate(**SPEECH, transcript=TEXT, generation_config={"speed": 9})
    with fails(cartesia.BadRequestError, "Cartesia-Version"):
        client.voices.list(extra_headers={"cartesia-version": "yesterday"})
    with fails(cartesia.BadRequestError, "empty"):
        list(client.tts.generate_sse(**SPEECH, transcript=""))


@use("401: no key, a wrong key, also on the sockets")
def _() -> None:
    wrong = Cartesia(**{**settings(URL), "api_key": "bad"})
    with fails(cartesia.AuthenticationError, "The API key is not valid."):
        wrong.voices.list()
    with fails(Exception, "401"), wrong.tts.websocket_connect():
        pass
    with fails(Exception, "401"), wrong.stt.auto_finalize.websocket(model="ink-2", **SESSION):
        pass


@use("404: code, title, request id in the body and the headers")
def _() -> None:
    with fails(cartesia.NotFoundError) as caught:
        client.voices.get(NOBODY)
    (error,) = caught
    assert error.body["error_code"] == "voice_not_found"
    assert error.body["request_id"] == error.response.headers["x-request-id"]


@use("429: too many at a time, on the socket and over HTTP; and after it, speech")
def _() -> None:
    free = Cartesia(**settings(FREE), max_retries=0)
    with free.tts.websocket_connect() as socket:
        contexts = [socket.context(**SPEECH) for _ in range(3)]
        for context in contexts:
            context.push("Hello there. " * 3)
        event = list(contexts[2].receive())[-1]
        assert (event.type, event.error_code, event.status_code) == ("error", "concurrency_limited", 429), event
        with fails(cartesia.RateLimitError, "concurrency_limited"):
            free.tts.generate(**SPEECH, transcript=TEXT)
        for context in contexts[:2]:
            context.no_more_inputs()
            assert list(context.receive())[-1].type == "done"
        assert free.tts.generate(**SPEECH, transcript=TEXT).read() == audio


main(f"cartesia {cartesia.__version__}")
