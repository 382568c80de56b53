"""What a client has bought, and the limit of that."""

from __future__ import annotations

import pytest
from cartesia_client import (
    AsyncCartesia,
    BadRequestError,
    Cartesia,
    CartesiaError,
    InvalidRequestError,
    PaymentRequiredError,
    RateLimitError,
    formats,
)
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


def test_calls_at_the_same_time_do_not_pass_the_limit_together(sandbox: Sandbox) -> None:
    sandbox.reset()
    with Cartesia(api_key="any", base_url=sandbox.url, max_characters=15) as client:
        streams = [client.speak_stream("A good day.", output_format=formats.TELEPHONE) for _ in range(2)]
        first, second = map(iter, streams)
        next(first)
        with pytest.raises(InvalidRequestError, match="max_characters=15; 11 are used up"):
            next(second)
        streams[0].close()


@pytest.mark.usefixtures("_short_pieces")
async def test_a_text_is_reserved_until_all_of_it_is_bought_or_left(sandbox: Sandbox) -> None:
    sandbox.reset()
    text = "One fine day. The sun rose. A cat sat."
    async with AsyncCartesia(api_key="any", base_url=sandbox.url, max_characters=40) as client:
        stream = client.speak_stream(text, output_format=formats.TELEPHONE, concurrency=1)
        async with stream:
            await anext(stream)
            with pytest.raises(InvalidRequestError, match="reserved by calls under way"):
                await client.speak("Hello there.")
            assert client.usage.characters + client.usage.reserved == len(text) - 2
        assert client.usage.reserved == 0
        sandbox.fail("status", operation="tts.generate_sse", status=402)
        with pytest.raises(PaymentRequiredError):
            await client.speak("Hi.")
        assert client.usage.reserved == 0
    assert client.usage.characters < len(text)


async def test_what_is_said_on_sockets_counts_in_both(sandbox: Sandbox) -> None:
    sandbox.reset()
    with Cartesia(api_key="any", base_url=sandbox.url) as client, client.tts.websocket_connect() as socket:
        context = socket.context(output_format=formats.TELEPHONE, **SPEECH)  # type: ignore[arg-type]
        context.push("Good day.")
        context.no_more_inputs()
        size = len(b"".join(context.audio()))
        assert client.usage.seconds == pytest.approx(size / 8000)
        assert client.usage.characters == 9
    async with (
        AsyncCartesia(api_key="any", base_url=sandbox.url) as other,
        other.tts.websocket_connect() as asocket,
    ):
        told = asocket.context(output_format=formats.TELEPHONE, **SPEECH)  # type: ignore[arg-type]
        await told.push("Good day.")
        await told.no_more_inputs()
        async for _ in told.audio():
            pass
        assert other.usage.seconds == pytest.approx(size / 8000)
        assert other.usage.characters == 9


def test_what_a_socket_did_not_send_or_the_service_refused_does_not_count(sandbox: Sandbox) -> None:
    sandbox.reset()
    with Cartesia(api_key="any", base_url=sandbox.url, max_characters=20, max_retries=0) as client:
        with client.tts.websocket_connect() as socket:
            with pytest.raises(InvalidRequestError):
                socket.context().push("No voice.")
            assert client.usage.characters == 0
            sandbox.fail("error", operation="tts.websocket", status=400)
            context = socket.context(output_format=formats.TELEPHONE, **SPEECH)  # type: ignore[arg-type]
            context.push("Good day.")
            with pytest.raises(BadRequestError):
                b"".join(context.audio())
        assert client.usage.characters == 0
        sandbox.fail("status", operation="tts.websocket", status=503)
        with pytest.raises(CartesiaError), client.tts.websocket_connect() as socket:
            socket.context(output_format=formats.TELEPHONE, **SPEECH).push("Good day.")  # type: ignore[arg-type]
        assert client.usage.characters == 0


def test_clients_of_the_same_account_share_the_limit(sandbox: Sandbox) -> None:
    sandbox.reset()
    with Cartesia(api_key="any", base_url=sandbox.url, max_characters=15) as client:
        older = client.with_options(default_headers={"Cartesia-Version": "2025-04-16"})
        older.speak("Good day.", output_format=formats.TELEPHONE)
        assert older.usage is client.with_options(timeout=5).usage is client.usage
        with pytest.raises(InvalidRequestError, match="9 are used up"):
            client.speak("Good day.")
        assert client.with_options(api_key="another").usage.characters == 0
