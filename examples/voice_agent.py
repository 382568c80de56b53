"""A voice agent: it hears turns, asks a language model, and speaks the answer while it is written. It can be interrupted.

    cartesia-client say --live "A table, please." --sample-rate 16000 -o q.wav && python examples/voice_agent.py q.wav

It needs CARTESIA_API_KEY, or a sandbox in CARTESIA_BASE_URL. `recording`, `Speaker` and `language_model` stand in for yours.
"""

import asyncio
import sys
from collections.abc import AsyncIterator

from cartesia_client import AsyncCartesia, AsyncTTSContext, AsyncTTSWebsocket
from cartesia_client.types import RawOutputFormat

KATIE = "f786b574-daa5-4673-aa0c-cbe3e8534c02"
SPEECH, STEP = RawOutputFormat(encoding="pcm_s16le", sample_rate=16000), 3200  # bytes of a tenth of a second
History = list[tuple[str, str]]  # who said what


async def language_model(history: History) -> AsyncIterator[str]:
    for token in f"You said: {history[-1][1]} I shall think about it, and tell you more.".split():
        yield token + " "


async def recording(path: str) -> AsyncIterator[bytes]:
    with open(path, "rb") as file:  # WAV of 16 kHz, 16 bit, one channel
        while samples := file.read(STEP):
            yield samples
            await asyncio.sleep(0.1)


class Speaker:
    """Plays at the speed of speech, and knows how many seconds have been heard."""

    heard = 0.0

    async def play(self, audio: bytes) -> None:
        for start in range(0, len(audio), STEP):
            await asyncio.sleep(0.1)
            self.heard += len(audio[start : start + STEP]) / STEP / 10


async def write(context: AsyncTTSContext, history: History) -> None:
    async for token in language_model(history):
        await context.push(token)
    await context.no_more_inputs()


async def answer(socket: AsyncTTSWebsocket, speaker: Speaker, history: History) -> None:
    context = socket.context(model_id="sonic-3.5", voice=KATIE, output_format=SPEECH, add_timestamps=True)
    speaker.heard, words = 0.0, list[tuple[str, float]]()
    try:
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(write(context, list(history)))
            async for event in context.receive():  # cancelling this task cancels the context at the service
                if event.type == "timestamps" and event.word_timestamps:
                    words += zip(event.word_timestamps.words, event.word_timestamps.end, strict=True)
                elif event.type == "chunk":
                    await speaker.play(event.audio)
    finally:  # the model must not believe to have said what nobody heard
        history.append(("agent", " ".join(word for word, end in words if end <= speaker.heard + 0.05)))


async def talk(microphone: AsyncIterator[bytes], speaker: Speaker) -> History:
    history, answering = History(), asyncio.create_task(asyncio.sleep(0))
    async with AsyncCartesia() as client, client.tts.websocket_connect() as socket:
        async with client.stt.auto_finalize.websocket(model="ink-2", encoding="pcm_s16le", sample_rate=16000) as ears:
            async for event in ears.listen(microphone):
                if event.type == "turn.start":
                    answering.cancel()  # the user speaks: be silent
                elif event.type == "turn.end":
                    history.append(("user", event.transcript.strip()))
                    answering = asyncio.create_task(answer(socket, speaker, history))
        await asyncio.wait([answering])
    return history


if __name__ == "__main__":
    print(*asyncio.run(talk(recording(sys.argv[1]), Speaker())), sep="\n")
