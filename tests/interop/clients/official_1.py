"""The official library as it was in 2024, cartesia 1.4.0, as it is. It speaks version 2024-06-10.

Argument: the URL of a sandbox that takes the key "good". The library wants it without a scheme, and with "localhost".
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from cartesia import AsyncCartesia, Cartesia
from uses import fails, main, use

URL = sys.argv[1].replace("127.0.0.1", "localhost").removeprefix("http://")
KATIE = "f786b574-daa5-4673-aa0c-cbe3e8534c02"
RAW: Any = {"container": "raw", "encoding": "pcm_s16le", "sample_rate": 16000}
SPEECH: Any = {"model_id": "sonic-2", "voice_id": KATIE, "output_format": RAW}
TEXT = "Hello from Sonic. How are you?"

client = Cartesia(api_key="good", base_url=URL)
audio = client.tts.bytes(**SPEECH, transcript=TEXT)


@use("tts.bytes, also with experimental controls, also with an embedding")
def _() -> None:
    assert 1 < len(audio) / 32000 < 5
    controls: Any = {"speed": "slow", "emotion": ["positivity:high"]}
    assert client.tts.bytes(**SPEECH, transcript=TEXT, _experimental_voice_controls=controls)
    other = {name: value for name, value in SPEECH.items() if name != "voice_id"}
    assert client.tts.bytes(**other, voice_embedding=[0.1] * 192, transcript=TEXT)


@use("tts.sse, read by its own parser")
def _() -> None:
    pieces: Any = client.tts.sse(**SPEECH, transcript=TEXT, stream=True)
    assert b"".join(piece["audio"] for piece in pieces) == audio


@use("tts.websocket: as a stream and whole, with words")
def _() -> None:
    socket = client.tts.websocket()
    outputs: Any = socket.send(**SPEECH, transcript=TEXT, stream=True)
    assert b"".join(output["audio"] for output in outputs) == audio
    whole: Any = socket.send(**SPEECH, transcript=TEXT, stream=False, add_timestamps=True)
    assert whole["audio"] == audio
    assert whole["word_timestamps"]["words"] == TEXT.split()
    socket.close()


@use("tts.websocket: a context fed by a generator, and an embedding")
def _() -> None:
    socket = client.tts.websocket()
    texts = iter(["Hello from ", "Sonic. ", "How are ", "you?"])
    outputs: Any = list(socket.context().send(**SPEECH, transcript=texts))
    assert len(b"".join(output["audio"] for output in outputs)) > 16000
    other = {name: value for name, value in SPEECH.items() if name != "voice_id"}
    outputs = socket.send(**other, voice_embedding=[0.1] * 192, transcript=TEXT, stream=True)
    assert b"".join(output["audio"] for output in outputs)
    socket.close()


@use("tts.websocket: an error is raised with its text")
def _() -> None:
    socket = client.tts.websocket()
    with fails(Exception, "Your initial transcript is empty"):
        list(socket.send(**SPEECH, transcript="...", stream=True))
    socket.close()


@use("asynchronous: a context with flush and no_more_inputs")
async def _() -> None:
    other = AsyncCartesia(api_key="good", base_url=URL)
    socket = await other.tts.websocket()
    context = socket.context()
    await context.send(**SPEECH, transcript="This is what came first. ", continue_=True)
    first = await context.flush()
    await context.send(**SPEECH, transcript="Then this.", continue_=True)
    await context.no_more_inputs()
    assert len(b"".join([output["audio"] async for output in first()])) > 8000
    assert len(b"".join([output["audio"] async for output in context.receive()])) > 8000
    await socket.close()
    await other.close()


@use("voices: list, get, clone, create, mix, delete")
def _() -> None:
    assert KATIE in [voice["id"] for voice in client.voices.list()]
    assert len(client.voices.get(KATIE)["embedding"]) == 192
    with tempfile.TemporaryDirectory() as folder:
        wav: Any = {"container": "wav", "encoding": "pcm_s16le", "sample_rate": 16000}
        clip = Path(folder, "clip.wav")
        clip.write_bytes(client.tts.bytes(**{**SPEECH, "output_format": wav}, transcript=TEXT))
        made: Any = client.voices.clone(
            filepath=str(clip), mode="similarity", name="Mine", description="A copy.", language="en", enhance="true"
        )
    client.voices.delete(made["id"])
    own = client.voices.create(name="Own", description="Made of numbers.", embedding=[0.1] * 192)
    client.voices.delete(own["id"])
    assert len(client.voices.mix([{"id": KATIE, "weight": 0.5}, {"embedding": [0.1] * 192, "weight": 0.5}])) == 192


@use("errors: 401 and 404")
def _() -> None:
    with fails(Exception, "The API key is not valid"):
        Cartesia(api_key="bad", base_url=URL).voices.list()
    with fails(Exception, "Voice not found"):
        client.voices.get("00000000-0000-4000-8000-000000000000")


main("cartesia 1.4.0")
