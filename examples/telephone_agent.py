"""A telephone line that talks with an agent, and plays the recording of the call to a transcription.

    python examples/telephone_agent.py agent_5h "Until when are you open?" "Thank you."

It needs CARTESIA_API_KEY; with CARTESIA_BASE_URL, it calls a sandbox (`cartesia-client sandbox`) in place of the service.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Sequence

from cartesia_client import AsyncAgentStream, AsyncCartesia
from cartesia_client.types import AgentCall, RawOutputFormat

MODEL, CALLER = "sonic-3.5", "f786b574-daa5-4673-aa0c-cbe3e8534c02"
FRAME = 0.1
"""Seconds of audio that the line carries at a time, in both directions."""
SILENCE = bytes(2 * int(16000 * FRAME))
LONGEST = 300
"""Frames of silence after which the caller goes on, whether the agent has answered or not."""


class Line:
    """Both ends of the line. Audio of the agent waits until it is its turn to be played."""

    def __init__(self, call: AsyncAgentStream, speed: float) -> None:
        self.call, self.speed = call, speed
        self.waiting, self.played = bytearray(), bytearray()

    async def listen(self) -> None:
        async for event in self.call:
            if event.type == "media_output":
                self.waiting += event.media.payload
            elif event.type == "clear":  # the caller has begun to speak: what is left is not played
                self.waiting.clear()

    async def carry(self, frame: bytes) -> None:
        """Send one frame, and play the one that comes back in the same time."""
        await self.call.send_raw(frame)
        self.played += self.waiting[: len(frame)]
        del self.waiting[: len(frame)]
        await asyncio.sleep(FRAME / self.speed)

    async def say(self, audio: bytes) -> None:
        """Speak, and stay silent until the agent has answered."""
        for start in range(0, len(audio), len(SILENCE)):
            await self.carry(audio[start : start + len(SILENCE)])
        heard = len(self.played)
        for _ in range(LONGEST):
            await self.carry(SILENCE)
            if len(self.played) > heard and not self.waiting:
                return


async def main(agent_id: str, texts: Sequence[str], speed: float = 1.0) -> AgentCall:
    async with AsyncCartesia() as client:
        async with client.agents.stream(agent_id, config={"input_format": "pcm_16000"}) as call:
            line = Line(call, speed)
            listening = asyncio.create_task(line.listen())
            for text in texts:
                format = RawOutputFormat(encoding="pcm_s16le", sample_rate=16000)
                audio = await client.tts.generate(model_id=MODEL, transcript=text, voice=CALLER, output_format=format)
                await line.say(audio.data)
        await listening
        while (record := (await client.agents.calls.list(agent_id=agent_id)).data[0]).status == "active":
            await asyncio.sleep(FRAME)
        record = await client.agents.calls.retrieve(record.id)
        for turn in record.transcript or []:
            print(f"{turn.start_timestamp:6.1f} s  {turn.role}: {turn.text}")
        recording = await client.agents.calls.download_audio(record.id)
        heard = await client.stt.transcribe(file=("call.wav", recording.data), model="ink-whisper")
        print(f"heard in the recording: {heard.text}")
        return record


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2:]))
