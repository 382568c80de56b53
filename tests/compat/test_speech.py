"""Speaking with the spellings of versions 1 and 2."""

from __future__ import annotations

import pickle
from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest
from cartesia_client import InvalidRequestError, NotFoundError, compat
from cartesia_client.compat import AsyncCartesia, Cartesia
from cartesia_client.compat.core.api_error import ApiError
from cartesia_sandbox import Sandbox

from . import KATIE, NOBODY, RAW, VERSION_1, VERSION_2, WAV, changed

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")
TEXT = "Hello there."
EMBEDDED: Any = {"model_id": "sonic-2", "voice_embedding": [0.1] * 192, "output_format": RAW}


def test_version_1_gets_the_audio_whole(client: Cartesia) -> None:
    audio = client.tts.bytes(transcript=TEXT, **VERSION_1)
    assert isinstance(audio, bytes)
    assert len(audio) > 10000
    assert isinstance(client.tts.bytes(transcript=TEXT, **EMBEDDED), bytes)


def test_version_2_gets_it_in_chunks(client: Cartesia) -> None:
    chunks = list(client.tts.bytes(transcript=TEXT, **changed(VERSION_2, output_format=WAV), language="en"))
    assert chunks[0][:4] == b"RIFF"


async def test_async_audio_is_whole_or_in_chunks(aclient: AsyncCartesia) -> None:
    whole = await aclient.tts.bytes(transcript=TEXT, **VERSION_1)
    assert b"".join([chunk async for chunk in aclient.tts.bytes(transcript=TEXT, **VERSION_2)]) == whole


def test_nothing_is_asked_for_before_chunks_are(client: Cartesia, sandbox: Sandbox) -> None:
    before = len(sandbox.journal)
    client.tts.bytes(transcript=TEXT, **VERSION_2)
    assert len(sandbox.journal) == before


def test_events_read_as_mappings_and_by_attribute(client: Cartesia) -> None:
    first = [output["audio"] for output in client.tts.sse(transcript=TEXT, stream=True, **VERSION_1)]
    events = list(client.tts.sse(transcript=TEXT, add_timestamps=True, **VERSION_2))
    assert [event.type for event in events][-1] == "done"
    assert b"".join(b64decode(event.data) for event in events if event.type == "chunk") == b"".join(first)
    (times,) = [event.word_timestamps for event in events if event.word_timestamps]
    assert times.words == times["words"] == TEXT.split()
    whole = client.tts.sse(transcript=TEXT, stream=False, **VERSION_1)
    assert whole["audio"] == b"".join(first)


async def test_async_events_come_with_and_without_await(aclient: AsyncCartesia) -> None:
    first = [output["audio"] async for output in await aclient.tts.sse(transcript=TEXT, stream=True, **VERSION_1)]
    events = [event async for event in aclient.tts.sse(transcript=TEXT, **VERSION_2)]
    assert b"".join(event.audio or b"" for event in events) == b"".join(first)
    whole = await aclient.tts.sse(transcript=TEXT, stream=False, **VERSION_1)
    assert whole["audio"] == b"".join(first)


def test_events_are_of_the_classes_of_version_2(client: Cartesia) -> None:
    events = list(client.tts.sse(transcript=TEXT, add_phoneme_timestamps=True, **VERSION_2))
    kinds = [compat.WebSocketResponse_Chunk, compat.WebSocketResponse_PhonemeTimestamps, compat.WebSocketResponse_Done]
    assert [[isinstance(event, kind) for kind in kinds].count(True) for event in events] == [1] * len(events)
    assert not isinstance(events[0], compat.WebSocketResponse_FlushDone)
    assert all(isinstance(event, compat.WebSocketTtsOutput) for event in events)


def test_what_an_output_does_not_name_is_an_error(client: Cartesia) -> None:
    output = next(iter(client.tts.sse(transcript=TEXT, **VERSION_2)))
    assert output.flush_id is None
    assert "word_timestamps" not in output
    with pytest.raises(AttributeError, match="audoi"):
        _ = output.audoi


def test_errors_are_caught_as_they_were(client: Cartesia) -> None:
    with pytest.raises(ApiError) as caught:
        list(client.tts.bytes(transcript=TEXT, **changed(VERSION_2, voice={"mode": "id", "id": NOBODY})))
    assert caught.value.status_code == 404
    assert "Voice not found" in str(caught.value.body)
    with pytest.raises(ValueError, match="Voice not found") as failed:
        client.tts.bytes(transcript=TEXT, **changed(VERSION_1, voice_id=NOBODY))
    assert isinstance(failed.value, NotFoundError)
    with pytest.raises(RuntimeError, match="Voice not found"):
        list(client.tts.sse(transcript=TEXT, **changed(VERSION_1, voice_id=NOBODY)))
    again = pickle.loads(pickle.dumps(failed.value))
    assert isinstance(again, NotFoundError)
    assert isinstance(again, ValueError)
    assert str(again) == str(failed.value)


@pytest.mark.parametrize(
    ("request_", "sentence"),
    [
        ({"model_id": "sonic-2", "output_format": RAW}, "voice=... is missing"),
        ({**VERSION_2, "voice_idd": KATIE}, "voice_idd is no field"),
    ],
)
def test_wrong_requests_are_refused_before_they_are_sent(client: Cartesia, request_: Any, sentence: str) -> None:
    with pytest.raises(InvalidRequestError, match=sentence):
        client.tts.bytes(transcript=TEXT, **request_)


def test_embeddings_need_a_version_that_has_them(sandbox: Sandbox) -> None:
    with Cartesia(api_key="any", base_url=sandbox.url, version="2026-08-14") as client:
        with pytest.raises(InvalidRequestError, match='version="2024-11-13"'):
            client.tts.bytes(transcript=TEXT, **EMBEDDED)
        assert client.tts.bytes(transcript=TEXT, **VERSION_1)
        assert list(client.tts.bytes(transcript=TEXT, **VERSION_2))


def test_options_of_a_request_apply(client: Cartesia, sandbox: Sandbox) -> None:
    options: Any = {"timeout_in_seconds": 9, "max_retries": 1, "additional_headers": {"X-Mine": "1"}}
    list(client.tts.bytes(transcript=TEXT, **VERSION_2, request_options=options))
    assert sandbox.journal.last.headers["x-mine"] == "1"
    client.voices.list(limit=1, request_options={"additional_headers": {"X-Mine": "2"}})
    assert sandbox.journal.last.headers["x-mine"] == "2"


def test_formats_have_names(client: Cartesia) -> None:
    assert client.tts.get_output_format("raw_pcm_s16le_16000") == RAW
    with pytest.raises(ValueError, match="mp3"):
        client.tts.get_output_format("mp3")


def test_infill_takes_paths_and_returns_both(client: Cartesia, clip: Path) -> None:
    fields: Any = {"model_id": "sonic-2", "language": "en", "transcript": "And.", "output_format": WAV}
    fields["voice"] = {"mode": "id", "id": KATIE}
    audio, whole = client.tts.infill(left_audio_path=str(clip), right_audio_path=clip, **fields)
    assert len(whole) == len(audio) + 2 * (clip.stat().st_size - 44)
    with pytest.raises(InvalidRequestError, match="both needed"):
        client.tts.infill(left_audio_path=clip, **fields)


async def test_the_small_resources_of_version_2_work(client: Cartesia, aclient: AsyncCartesia, clip: Path) -> None:
    shape: Any = {"output_format_container": "raw", "output_format_sample_rate": 16000}
    shape["output_format_encoding"] = "pcm_s16le"
    changed = b"".join(client.voice_changer.bytes(clip=clip, voice_id=KATIE, **shape))
    assert changed == b"".join([each async for each in aclient.voice_changer.bytes(clip=clip, voice_id=KATIE, **shape)])
    events = list(client.voice_changer.sse(clip=clip, voice_id=KATIE, **shape))
    assert b"".join(event.audio or b"" for event in events) == changed
    assert [event.type async for event in aclient.voice_changer.sse(clip=clip, voice_id=KATIE, **shape)][-1] == "done"
    gap: Any = {"left_audio": clip, "right_audio": clip, "model_id": "sonic-2", "language": "en", "transcript": "And."}
    shape["output_format_container"] = "wav"
    filled = b"".join(client.infill.bytes(**gap, voice_id=KATIE, **shape))
    assert filled[:4] == b"RIFF"
    assert b"".join([each async for each in aclient.infill.bytes(**gap, voice_id=KATIE, **shape)]) == filled
    assert client.auth.access_token(grants={"tts": True}, expires_in=60).token
    assert (await aclient.auth.access_token(grants={"tts": True})).token
    assert client.api_status.get()
    assert await aclient.api_status.get()


def test_controls_of_a_voice_have_the_name_that_types_of_version_2_give_them(
    client: Cartesia, sandbox: Sandbox
) -> None:
    controls = {"speed": "fast", "emotion": ["anger:low"]}
    voice = {"mode": "id", "id": KATIE, "experimental_controls": controls}
    assert list(client.tts.bytes(transcript=TEXT, **changed(VERSION_2, voice=voice)))
    assert sandbox.journal.last.body["voice"]["__experimental_controls"] == controls


def test_names_of_formats_have_a_sample_rate(client: Cartesia, aclient: AsyncCartesia) -> None:
    assert (
        client.tts.get_sample_rate("raw_pcm_f32le_44100") == aclient.tts.get_sample_rate("raw_pcm_mulaw_44100") == 44100
    )
    with pytest.raises(ValueError, match="no output format"):
        client.tts.get_sample_rate("raw_pcm_f32le")
