"""Type-checked, never run: the types that users of the package see. A comment that ignores an error is the assertion that there
is one: mypy and pyright report comments that ignore nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any, assert_type

import httpx
from cartesia_api.events import TTSSSEEvent
from cartesia_api.models import (
    AgentCall,
    AgentSummary,
    APIInfo,
    GenerationConfig,
    Metric,
    MetricResult,
    MP3OutputFormat,
    PhoneNumber,
    PronunciationDict,
    PronunciationDictItem,
    RawOutputFormat,
    TokenGrant,
    TokenResponse,
    TranscriptionResponse,
    Voice,
    VoiceMetadata,
)
from cartesia_api.response import APIResponse, AsyncAPIResponse, AsyncBinaryAPIResponse, BinaryAPIResponse
from cartesia_client import (
    NOT_GIVEN,
    AsyncAudioStream,
    AsyncCartesia,
    AsyncEventStream,
    AsyncPage,
    AsyncPager,
    Audio,
    AudioStream,
    Cartesia,
    DefaultHttpxClient,
    EventStream,
    NotGiven,
    Omit,
    Page,
    Stream,
    Timeout,
    omit,
    types,
)
from cartesia_client.types import VoiceSpecifierParam, WAVOutputFormatParam
from cartesia_client.types.agents.agent_call import AgentCall as OfficialCall


def official_names(q: str | NotGiven = NOT_GIVEN, limit: int | Omit = omit) -> Stream[TTSSSEEvent] | None:
    client = Cartesia(api_key="k", timeout=Timeout(3), http_client=DefaultHttpxClient())
    assert_type(client.voices.list(q=q, limit=limit), Page[Voice])
    return None


def official_types(client: Cartesia) -> None:
    assert_type(client.voices.get("id"), types.Voice)
    assert_type(client.agents.calls.retrieve("id"), OfficialCall)
    speech: types.TTSGenerateParams = {
        "model_id": "m",
        "transcript": "t",
        "voice": "v",
        "output_format": {"container": "mp3", "sample_rate": 44100, "bit_rate": 64000},
    }
    assert_type(client.tts.generate(**speech), Audio)
    wav: WAVOutputFormatParam = {"container": "wav", "encoding": "pcm_s16le", "sample_rate": 44100}
    client.tts.generate(model_id="m", transcript="t", voice="v", output_format=wav)
    voice: VoiceSpecifierParam = {"id": "v"}
    assert_type(client.tts.bytes(model_id="m", transcript="t", voice=voice, output_format=wav), Audio)
    former: types.TTSRequestVoiceObjectParam = {"mode": "id", "id": "v"}
    client.tts.generate(model_id="m", transcript="t", voice=former, output_format=wav)
    client.tts.generate(model_id="m", transcript="t", voice={"mode": "id", "id": "v"}, output_format=wav)
    of_texts = {"mode": "id", "id": "v"}
    client.tts.generate(model_id="m", transcript="t", voice=of_texts, output_format=wav)
    items = [{"text": "SQL", "alias": "sequel"}]
    client.pronunciation_dicts.create(name="n", items=items)
    client.tts.generate(model_id="m", transcript="t", voice={"id": 3}, output_format=wav)  # type: ignore[dict-item]  # no text
    wrong: types.VoiceListParams = {"limt": 3}  # type: ignore[typeddict-unknown-key]  # misspelt
    client.voices.list(**wrong)


def sync_responses(client: Cartesia) -> None:
    response = client.voices.with_raw_response.get("id", expand=None)
    assert_type(response, APIResponse[Voice])
    assert_type(response.parse(), Voice)
    assert_type(client.with_raw_response.voices.list(limit=3).parse(), Page[Voice])
    assert_type(client.agents.metrics.with_raw_response.add_to_agent("m", agent_id="a").parse(), None)
    with client.tts.with_streaming_response.generate_sse(
        model_id="m", transcript="t", voice="v", output_format=RawOutputFormat(encoding="pcm_s16le", sample_rate=8000)
    ) as events:
        assert_type(events.parse(), EventStream[TTSSSEEvent])
        assert_type(list(events.iter_lines()), list[str])
    with client.with_streaming_response.agents.calls.download_audio("id") as audio:
        assert_type(audio, BinaryAPIResponse[Audio])
    client.voices.with_raw_response.get(id=3)  # type: ignore[arg-type]  # wrong type
    client.voices.with_raw_response.get("id", expnd=None)  # type: ignore[call-arg]  # misspelt
    client.with_raw_response.voices.fly()  # type: ignore[attr-defined]  # no such method


async def async_responses(client: AsyncCartesia) -> None:
    response = await client.voices.with_raw_response.get("id")
    assert_type(response, AsyncAPIResponse[Voice])
    assert_type(await response.parse(), Voice)
    assert_type(await (await client.with_raw_response.voices.list(limit=3)).parse(), AsyncPage[Voice])
    async with client.agents.calls.with_streaming_response.download_audio("id") as audio:
        assert_type(audio, AsyncBinaryAPIResponse[Audio])
        assert_type([chunk async for chunk in audio.iter_bytes()], list[bytes])
        assert_type(await audio.parse(), Audio)


def verbs(client: Cartesia) -> None:
    assert_type(client.get("/new", cast_to=Voice), Voice)
    assert_type(client.post("/new", cast_to=dict[str, int], body={"a": 1}, params={"b": 2}), dict[str, int])
    assert_type(client.patch("/new", body={"a": 1}, options={"max_retries": 3}), Any)
    assert_type(client.put("/new", cast_to=bytes, files={"clip": b""}), bytes)
    assert_type(client.post("/new", cast_to=Voice, stream=True), EventStream[Voice])
    assert_type(client.get("/new", stream=True), EventStream[Any])
    assert_type(client.get("/new", cast_to=httpx.Response, stream=True), httpx.Response)
    client.post("/new", bdy={})  # type: ignore[call-overload]  # misspelt
    client.delete("/new", options={"retries": 3})  # type: ignore[call-overload]  # misspelt


async def async_verbs(client: AsyncCartesia) -> None:
    assert_type(await client.get("/new", cast_to=Voice), Voice)
    assert_type(await client.delete("/new"), Any)
    assert_type(await client.post("/new", cast_to=Voice, stream=True), AsyncEventStream[Voice])
    assert_type(await client.get("/new", cast_to=httpx.Response, stream=True), httpx.Response)


def familiar(client: Cartesia, other: AsyncCartesia) -> None:
    assert_type(client.copy(api_key="k", default_query={"a": 1}), Cartesia)
    assert_type(other.with_options(http_client=httpx.AsyncClient()), AsyncCartesia)
    assert_type(client.is_closed(), bool)
    assert_type(client.max_retries, int)


async def audio_of_both(audio: Audio) -> None:
    plain: bytes = audio.read()
    assert_type(await audio.read(), bytes)
    chunks: list[bytes] = [*audio.iter_bytes(), *audio, plain]
    async for chunk in audio.iter_bytes():
        chunks.append(assert_type(chunk, bytes))
    await audio.write_to_file("a.wav")


def sync(client: Cartesia) -> None:
    assert_type(client.get_status(), APIInfo)
    assert_type(client.voices.list(limit=3, gender="feminine", q=None), Page[Voice])
    assert_type(list(client.voices.list()), list[Voice])
    voice = client.voices.get("id")
    assert_type(voice.name, str)
    assert_type(voice.country, str | None)
    if voice.gender is not None:
        assert_type(voice.gender.upper(), str)
    assert_type(voice.model_copy(update={"name": "n"}), Voice)
    assert_type(Voice.model_validate({}), Voice)
    assert_type(dict(voice), dict[str, Any])
    assert_type([name for name, _ in voice], list[str])
    assert_type(client.voices.clone(clip=Path("a.wav"), name="n", language="en"), VoiceMetadata)
    assert_type(client.voices.delete("id"), None)
    assert_type(client.access_token.create(grants={"tts": True}), TokenResponse)
    assert_type(client.access_token.create(grants=TokenGrant(tts=True), expires_in=None), TokenResponse)
    audio = client.tts.generate(
        model_id="sonic-99",
        transcript="t",
        voice={"id": "v"},
        output_format={"container": "mp3", "sample_rate": 44100, "bit_rate": 64000},
        generation_config={"speed": 1.1},
        timeout=3,
        max_retries=0,
        extra_headers={"a": "b"},
        extra_query={"c": 1},
    )
    assert_type(audio, Audio)
    assert_type(audio.duration, float)
    assert_type(audio.save("a.wav"), Path)
    raw = RawOutputFormat(encoding="pcm_s16le", sample_rate=8000)
    stream = client.tts.generate_stream(model_id="m", transcript="t", voice="v", output_format=raw)
    assert_type(stream, AudioStream)
    with stream as opened:
        for chunk in opened:
            assert_type(chunk, bytes)
    assert_type(
        client.tts.generate_sse(model_id="m", transcript="t", voice="v", output_format=raw), EventStream[TTSSSEEvent]
    )
    assert_type(
        client.stt.transcribe(file=b"", model="ink-whisper", timestamp_granularities=["word"]), TranscriptionResponse
    )
    assert_type(client.pronunciation_dicts.create(name="n", items=[{"text": "a", "alias": "b"}]), PronunciationDict)
    items = [PronunciationDictItem(text="a", alias="b")]
    assert_type(client.pronunciation_dicts.update("id", items=items), PronunciationDict)
    assert_type(client.datasets.files.upload("id", file=("a.wav", b"", "audio/wav")), None)
    assert_type(client.agents.list().summaries, list[AgentSummary])
    assert_type(client.agents.list_phone_numbers("id"), list[PhoneNumber])
    assert_type(client.agents.calls.list(agent_id="a"), Page[AgentCall])
    assert_type(client.agents.calls.download_audio("id"), Audio)
    assert_type(client.agents.metrics.list(), Page[Metric])
    assert_type(client.agents.metrics.results.list(), Page[MetricResult])
    assert_type(client.agents.metrics.results.export(), str)


async def coroutines(client: AsyncCartesia) -> None:
    assert_type(await client.get_status(), APIInfo)
    assert_type(client.voices.list(), AsyncPager[Voice])
    assert_type(await client.voices.list(), AsyncPage[Voice])
    assert_type([voice async for voice in client.voices.list()], list[Voice])
    mp3 = MP3OutputFormat(sample_rate=44100, bit_rate=64000)
    assert_type(await client.tts.generate(model_id="m", transcript="t", voice="v", output_format=mp3), Audio)
    assert_type(
        client.tts.generate_stream(model_id="m", transcript="t", voice="v", output_format=mp3), AsyncAudioStream
    )
    raw = RawOutputFormat(encoding="pcm_s16le", sample_rate=8000)
    events = await client.tts.generate_sse(model_id="m", transcript="t", voice="v", output_format=raw)
    assert_type(events, AsyncEventStream[TTSSSEEvent])


def mistakes(client: Cartesia) -> None:
    raw = RawOutputFormat(encoding="pcm_s16le", sample_rate=8000)
    client.tts.generate(model_id="m", transcript="t", voice="v", output_format={"container": "ogg"})  # type: ignore[arg-type]  # no such container
    client.tts.generate(model_id="m", transcript="t", output_format=raw)  # type: ignore[call-arg]  # the voice is missing
    client.tts.generate(model_id="m", transcript="t", voice="v", output_format=raw, nothing=1)  # type: ignore[call-arg]  # no such keyword
    client.tts.generate(model_id="m", transcript="t", voice="v", output_format=raw, generation_config={"sped": 1})  # type: ignore[arg-type]  # misspelt
    client.voices.list(gender="male")  # type: ignore[arg-type]  # no such gender
    client.stt.transcribe(file=b"", model="ink-whisper", language="xx")  # type: ignore[arg-type]  # no such language
    RawOutputFormat(encoding="pcm", sample_rate=8000)  # type: ignore[arg-type]  # no such encoding
    GenerationConfig(sped=1.0)  # type: ignore[call-arg]  # misspelt
    RawOutputFormat(encoding="pcm_s16le")  # type: ignore[call-arg]  # the sample rate is missing
    client.voices.get()  # type: ignore[call-arg]  # the id is missing
    Cartesia(api_key="k", follow_redirects=True)  # type: ignore[call-overload]  # not an option
