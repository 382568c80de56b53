"""The official library as it was in 2025, cartesia 2.0.17, as it is. It speaks version 2024-11-13.

Argument: the URL of a sandbox that takes the key "good". Only a URL with "localhost" gets sockets without TLS.
"""

from __future__ import annotations

import asyncio
import io
import sys
from typing import Any

from cartesia import AsyncCartesia, Cartesia
from cartesia.core.api_error import ApiError
from cartesia.tts import OutputFormat_Raw, TtsRequestIdSpecifier
from uses import fails, main, use

URL = sys.argv[1].replace("127.0.0.1", "localhost")
KATIE = "f786b574-daa5-4673-aa0c-cbe3e8534c02"
RAW: Any = {"container": "raw", "encoding": "pcm_s16le", "sample_rate": 16000}
WAV: Any = {"container": "wav", "encoding": "pcm_s16le", "sample_rate": 16000}
SPEECH: Any = {"model_id": "sonic-3", "voice": {"mode": "id", "id": KATIE}, "output_format": RAW}
TEXT = "Hello from Sonic. How are you?"

client = Cartesia(api_key="good", base_url=URL)
clip = b"".join(client.tts.bytes(**{**SPEECH, "output_format": WAV}, transcript=TEXT))
audio = b"".join(client.tts.bytes(**SPEECH, transcript=TEXT))


@use("tts.bytes: wav, raw, mp3, models instead of dicts")
def _() -> None:
    assert clip[:4] == b"RIFF"
    mp3: Any = {"container": "mp3", "sample_rate": 44100, "bit_rate": 64000}
    assert b"".join(client.tts.bytes(**{**SPEECH, "output_format": mp3}, transcript=TEXT))
    shape: Any = OutputFormat_Raw(encoding="pcm_s16le", sample_rate=16000)
    voice: Any = TtsRequestIdSpecifier(mode="id", id=KATIE)
    more: Any = {"output_format": shape, "voice": voice, "language": "en"}
    assert b"".join(client.tts.bytes(model_id="sonic-3", transcript=TEXT, **more)) == audio


@use("tts.sse: chunks and words")
def _() -> None:
    events = list(client.tts.sse(**SPEECH, transcript=TEXT, add_timestamps=True))
    assert {event.type for event in events} == {"chunk", "timestamps", "done"}


@use("tts.websocket: one text, as a stream and whole, with words and phonemes")
def _() -> None:
    socket = client.tts.websocket()
    outputs = list(socket.send(**SPEECH, transcript=TEXT, stream=True))
    assert b"".join(output.audio for output in outputs) == audio
    whole: Any = socket.send(**SPEECH, transcript=TEXT, stream=False, add_timestamps=True, add_phoneme_timestamps=True)
    assert whole.audio == audio
    assert whole.word_timestamps.words == TEXT.split()
    assert whole.phoneme_timestamps.phonemes
    socket.close()


@use("tts.websocket: a context fed by a generator")
def _() -> None:
    socket = client.tts.websocket()
    context = socket.context()
    texts = iter(["Hello from ", "Sonic. ", "How are ", "you?"])
    outputs = list(context.send(**SPEECH, transcript=texts))
    assert len(b"".join(output.audio for output in outputs if output.audio)) > 16000
    socket.close()


@use("tts.websocket: an error is raised with its text")
def _() -> None:
    socket = client.tts.websocket()
    with fails(Exception, "Your initial transcript is empty"):
        list(socket.send(**SPEECH, transcript="...", stream=True))
    socket.close()


@use("asynchronous: a context, no_more_inputs with its strange voice")
async def _() -> None:
    other = AsyncCartesia(api_key="good", base_url=URL)
    socket = await other.tts.websocket()
    context = socket.context()
    for text in ("Hello from ", "Sonic. "):
        await context.send(**SPEECH, transcript=text, continue_=True)
    await context.no_more_inputs()
    assert len(b"".join([output.audio async for output in context.receive() if output.audio])) > 16000
    await socket.close()


@use("asynchronous: flush gives what came before it")
async def _() -> None:
    other = AsyncCartesia(api_key="good", base_url=URL)
    socket = await other.tts.websocket()
    context = socket.context()
    await context.send(**SPEECH, transcript="This is what came first. ", continue_=True)
    first = await context.flush()
    await context.send(**SPEECH, transcript="Then this. ", continue_=True)
    second = await context.flush()
    await context.no_more_inputs()
    lengths = [len(b"".join([output.audio async for output in each() if output.audio])) for each in (first, second)]
    assert lengths[0] > lengths[1] > 8000, lengths
    await socket.close()


@use("asynchronous: several contexts, cancel")
async def _() -> None:
    other = AsyncCartesia(api_key="good", base_url=URL)
    socket = await other.tts.websocket()
    gone = socket.context()
    await gone.send(**SPEECH, transcript="A long text. " * 50, continue_=True)
    await gone.cancel()

    async def speak() -> int:
        stream: Any = await socket.send(**SPEECH, transcript=TEXT, stream=True)
        return len(b"".join([output.audio async for output in stream if output.audio]))

    assert await asyncio.gather(*(speak() for _ in range(3))) == [len(audio)] * 3
    await socket.close()


@use("stt.transcribe")
def _() -> None:
    found = client.stt.transcribe(file=("a.wav", io.BytesIO(clip)), model="ink-whisper", language="en")
    assert found.text == TEXT


@use("stt.websocket: finalize and done")
def _() -> None:
    socket = client.stt.websocket(
        model="ink-whisper",
        language="en",
        encoding="pcm_s16le",
        sample_rate=16000,
        min_volume=0.01,
        max_silence_duration_secs=0.5,
    )
    for start in range(0, len(audio), 3200):
        socket.send(audio[start : start + 3200])
    socket.send("finalize")
    socket.send("done")
    events = list(socket.receive())
    assert "".join(event["text"] for event in events if event["type"] == "transcript" and event["is_final"]) == TEXT
    assert events[-1]["type"] == "done"
    socket.close()


@use("stt.websocket, asynchronous")
async def _() -> None:
    other = AsyncCartesia(api_key="good", base_url=URL)
    socket = await other.stt.websocket(model="ink-whisper", language="en", encoding="pcm_s16le", sample_rate=16000)
    await socket.send(audio)
    await socket.send("finalize")
    await socket.send("done")
    events = [event async for event in socket.receive()]
    assert events[-1]["type"] == "done"
    await socket.close()


@use("voices: pages, get, clone, update, delete")
def _() -> None:
    ids = [voice.id for voice in client.voices.list(limit=5)]
    assert len(ids) == len(set(ids)) > 5
    assert client.voices.get(KATIE).name == "Katie"
    made = client.voices.clone(
        clip=("clip.wav", io.BytesIO(clip)), name="Mine", language="en", mode="similarity", description="A copy."
    )
    assert client.voices.update(made.id, name="Yours", description="Still.").name == "Yours"
    client.voices.delete(made.id)
    with fails(ApiError, "404"):
        client.voices.get(made.id)


@use("auth.access_token")
def _() -> None:
    assert client.auth.access_token(grants={"tts": True}, expires_in=60).token


@use("voice_changer.bytes and infill.bytes")
def _() -> None:
    shape: Any = {
        "output_format_container": "wav",
        "output_format_sample_rate": 16000,
        "output_format_encoding": "pcm_s16le",
    }
    data = b"".join(client.voice_changer.bytes(clip=("a.wav", io.BytesIO(clip)), voice_id=KATIE, **shape))
    assert data[:4] == b"RIFF"
    data = b"".join(
        client.infill.bytes(
            left_audio=("l.wav", io.BytesIO(clip)),
            right_audio=("r.wav", io.BytesIO(clip)),
            model_id="sonic-3",
            language="en",
            transcript="and also",
            voice_id=KATIE,
            **shape,
        )
    )
    assert data[:4] == b"RIFF"


@use("errors: 400, 401, 404, one line of text each")
def _() -> None:
    with fails(ApiError, "Invalid transcript: Your transcript is empty"):
        b"".join(client.tts.bytes(**SPEECH, transcript="..."))
    with fails(ApiError, "Unauthorized: The API key is not valid."):
        Cartesia(api_key="bad", base_url=URL).voices.get(KATIE)
    with fails(Exception, "401"):
        Cartesia(api_key="bad", base_url=URL).tts.websocket()
    with fails(ApiError, "Voice not found"):
        client.voices.get("00000000-0000-4000-8000-000000000000")


main("cartesia 2.0.17")
