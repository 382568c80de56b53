from __future__ import annotations

import asyncio

from cartesia_api.models import LocalizeVoiceRequest, SupportedLanguage
from cartesia_client import APIStatusError, AsyncCartesia


async def mine(language: SupportedLanguage) -> list[str]:
    async with AsyncCartesia() as api:
        voices = api.voices
        found = [voice async for voice in voices.list(gender="feminine", limit=50)]
        names = []
        for voice in found:
            if voice.visibility == "all" and voice.language == language:
                names.append(voice.name)
        return names


async def move(client: AsyncCartesia, voice_id: str) -> str:
    made = await client.voices.localize(voice_id=voice_id, name="Katie", accent="british")
    try:
        again = await client.voices.get(made.id)
    except APIStatusError as error:
        print(error.error_code)
        raise
    return again.tagline.title()


def request() -> LocalizeVoiceRequest:
    return LocalizeVoiceRequest(voice_id="v", name="n", accent="british", dialect="uk")


async def talk(client: AsyncCartesia) -> None:
    async with client.tts.websocket_connect() as socket:
        context = socket.context(
            model_id="sonic-3.5",
            voice="f786b574-daa5-4673-aa0c-cbe3e8534c02",
            output_format={"container": "raw", "encoding": "pcm_s16le", "sample_rate": 24000},
        )
        await context.send(transcript="Hello.", max_buffer_delay_ms=4000)
        async for event in context.receive():
            if event.type == "timestamps":
                print(event.word_timestamps)


def main() -> None:
    print(asyncio.run(mine("en")))
