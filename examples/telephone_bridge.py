"""A telephone that understands and answers: mu-law frames of a media stream (as of Twilio, Telnyx, Vonage), both ways.

    pip install fastapi "uvicorn[standard]" cartesia-client
    uvicorn --app-dir examples telephone_bridge:app

Let the telephony service open a media stream to wss://YOUR-HOST/media.
It needs CARTESIA_API_KEY, or a sandbox in CARTESIA_BASE_URL.
"""

from __future__ import annotations

import asyncio
import base64
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from cartesia_client import AsyncCartesia, AsyncTTSWebsocket, formats
from fastapi import FastAPI, WebSocket, WebSocketDisconnect

KATIE, FRAME = "f786b574-daa5-4673-aa0c-cbe3e8534c02", 160  # bytes of 20 milliseconds


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncGenerator[None]:
    async with AsyncCartesia() as app.state.client:
        yield


app = FastAPI(lifespan=lifespan)


def answer(words: str) -> str:
    """Put your dialog, or your language model, here."""
    return f"You said: {words}"


async def caller(phone: WebSocket) -> AsyncIterator[bytes]:
    """What the caller says, until the call ends."""
    try:
        while (frame := await phone.receive_json())["event"] != "stop":
            if frame["event"] == "media":
                yield base64.b64decode(frame["media"]["payload"])
    except WebSocketDisconnect:
        return


async def say(speech: AsyncTTSWebsocket, phone: WebSocket, stream: str, text: str) -> None:
    context = speech.context(model_id="sonic-3.5", voice=KATIE, output_format=formats.TELEPHONE)
    async for audio in context.speak(text):
        for start in range(0, len(audio), FRAME):
            payload = base64.b64encode(audio[start : start + FRAME]).decode()
            await phone.send_json({"event": "media", "streamSid": stream, "media": {"payload": payload}})
    await phone.send_json({"event": "mark", "streamSid": stream, "mark": {"name": "said"}})


@app.websocket("/media")
async def media(phone: WebSocket) -> None:
    await phone.accept()
    start: dict[str, Any] = {"event": ""}
    while start["event"] != "start":
        start = await phone.receive_json()
    stream, client = start["streamSid"], app.state.client
    saying = asyncio.create_task(asyncio.sleep(0))
    async with (
        client.tts.websocket_connect() as speech,
        client.stt.auto_finalize.websocket(model="ink-2", encoding="pcm_mulaw", sample_rate=8000) as ears,
    ):
        try:
            async for event in ears.listen(caller(phone)):
                if event.type == "turn.start":  # the caller interrupts: stop, and drop what is not played yet
                    saying.cancel()
                    await phone.send_json({"event": "clear", "streamSid": stream})
                elif event.type == "turn.end":
                    saying = asyncio.create_task(say(speech, phone, stream, answer(event.transcript.strip())))
        finally:
            saying.cancel()
