"""A bot that answers by voice: it says what it has to say, and does not fall silent when the line does."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from pathlib import Path

from cartesia_api.params import RawOutputFormatParam
from cartesia_client import APIConnectionError, AsyncCartesia, Cartesia, IncompleteAudioError, RateLimitError

VOICE = "f786b574-daa5-4673-aa0c-cbe3e8534c02"
MODEL = "sonic-3.5"
RAW: RawOutputFormatParam = {"container": "raw", "encoding": "pcm_s16le", "sample_rate": 24000}


class Busy(Exception):
    """The service has no room for us now. `seconds`: when to come again, if it said so."""

    def __init__(self, seconds: float | None) -> None:
        super().__init__("too many calls at a time")
        self.seconds = seconds


def record(client: Cartesia, text: str, path: Path) -> float:
    """Writes an announcement to a file, once more if it was cut off. Gives its length in seconds."""
    for attempt in (1, 2):
        try:
            audio = client.tts.generate(
                model_id=MODEL,
                transcript=text,
                voice=VOICE,
                output_format={"container": "wav", "encoding": "pcm_s16le", "sample_rate": 24000},
            )
        except RateLimitError as error:
            raise Busy(error.retry_after) from error
        except IncompleteAudioError:
            if attempt == 2:
                raise
            continue
        audio.save(path)
        return audio.duration
    raise AssertionError("not reached")


async def answer(client: AsyncCartesia, sentences: Iterable[str]) -> AsyncIterator[bytes]:
    """The sound of an answer, sentence by sentence over one connection.

    A sentence whose connection is lost is said again over a fresh one: a caller hears its beginning twice rather than nothing.
    """
    async with client.tts.websocket_connect() as connection:
        for sentence in sentences:
            for attempt in (1, 2):
                context = connection.context(model_id=MODEL, voice=VOICE, output_format=RAW)
                try:
                    async for chunk in context.speak(sentence):
                        yield chunk
                    break
                except (APIConnectionError, IncompleteAudioError):
                    if attempt == 2:
                        raise
