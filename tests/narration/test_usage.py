"""What a client has bought, and the limit of that."""

from __future__ import annotations

import pytest
from cartesia_client import AsyncCartesia, Cartesia, InvalidRequestError, RateLimitError, formats
from cartesia_sandbox import Sandbox

SPEECH = {"model_id": "sonic-3.5", "voice": "f786b574-daa5-4673-aa0c-cbe3e8534c02"}


def test_characters_and_seconds_are_counted(client: Cartesia) -> None:
    audio = client.tts.generate(transcript="Good day.", output_format=formats.STT, **SPEECH)  # type: ignore[arg-type]
    speech = client.speak("Good day.", output_format=formats.TELEPHONE)
    assert client.usage.characters == 18
    assert client.usage.seconds == pytest.approx(audio.duration + speech.duration, abs=0.01)


def test_what_was_certainly_not_billed_does_not_count(client: Cartesia, sandbox: Sandbox) -> None:
    sandbox.fail("status", status=429)
    with pytest.raises(RateLimitError):
        client.with_options(max_retries=0).tts.generate(transcript="Hi.", output_format=formats.STT, **SPEECH)  # type: ignore[arg-type]
    assert client.usage.characters == 0


async def test_what_would_pass_the_limit_is_not_sent(sandbox: Sandbox) -> None:
    sandbox.reset()
    with Cartesia(api_key="any", base_url=sandbox.url, max_characters=10) as client:
        client.speak("Good day.", output_format=formats.TELEPHONE)
        with pytest.raises(InvalidRequestError, match="max_characters=10; 9 are used up"):
            client.speak("Good day.")
    async with (
        AsyncCartesia(api_key="any", base_url=sandbox.url, max_characters=3) as other,
        other.tts.websocket_connect() as socket,
    ):
        context = socket.context(output_format=formats.TELEPHONE, **SPEECH)  # type: ignore[arg-type]
        with pytest.raises(InvalidRequestError, match="max_characters=3"):
            await context.push("Good day.")
    assert len(sandbox.journal.requests("tts.generate_sse")) == 1
    assert sandbox.journal.frames("tts.websocket") == []
