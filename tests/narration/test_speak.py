"""Whole texts as one result."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from cartesia_client import AsyncCartesia, Cartesia, InvalidRequestError, NotFoundError, RateLimitError, formats
from cartesia_sandbox import Sandbox

TEXT = "One fine day. A cat sat. The sun rose."


def bought(sandbox: Sandbox) -> list[str]:
    """Return the transcripts that the sandbox was asked to speak."""
    return [request.body["transcript"] for request in sandbox.journal.requests("tts.generate_sse")]


@pytest.mark.usefixtures("_short_pieces")
def test_a_long_text_is_one_audio_whose_words_go_on(client: Cartesia) -> None:
    speech = client.speak(TEXT, output_format=formats.TELEPHONE)
    assert [piece.text for piece in speech.pieces] == ["One fine day.", "A cat sat.", "The sun rose."]
    assert [word.text for word in speech.words] == TEXT.split()
    times = [time for word in speech.words for time in (word.start, word.end)]
    assert times == sorted(times)
    assert 0 <= speech.duration - times[-1] < 0.05
    assert speech.pieces[1].start == pytest.approx(speech.pieces[0].duration)
    assert len(speech.audio) == round(speech.duration * 8000)
    assert (speech.audio.container, speech.audio.encoding) == ("raw", "pcm_mulaw")


async def test_the_async_client_says_the_same(client: Cartesia) -> None:
    async with AsyncCartesia(api_key="any", base_url=client.base_url) as other:
        theirs = await other.speak("Good day.", output_format=formats.TELEPHONE)
    ours = client.speak("Good day.", output_format=formats.TELEPHONE)
    assert (ours.words, ours.duration) == (theirs.words, theirs.duration)


@pytest.mark.parametrize("name", ["chapter.wav", "chapter.mp3", "chapter.raw"])
def test_speech_is_saved_as_its_name_says(client: Cartesia, tmp_path: Path, name: str) -> None:
    speech = client.speak("Good day.", output_format=formats.STT)
    assert client.stt.transcribe(file=speech, model="ink-whisper").text == "Good day."
    data = speech.save(tmp_path / name).read_bytes()
    assert data[:1] == {"wav": b"R", "mp3": b"\xff", "raw": data[:1]}[name[-3:]]


def test_what_cannot_be_sent_is_found_before_anything_is_bought(client: Cartesia, sandbox: Sandbox) -> None:
    for text in ("", "... !", '<break time="1s"/>', "half \ud800", 7):
        with pytest.raises(InvalidRequestError, match="speak: the text"):
            client.speak(text)  # type: ignore[arg-type]
    with pytest.raises(InvalidRequestError, match="did you mean voice"):
        client.speak("Hi.", vioce="Katie")  # type: ignore[call-arg]
    with pytest.raises(InvalidRequestError, match=r"generation_config=\{'speed': ...\}"):
        client.speak("Hi.", speed=1.2)  # type: ignore[call-arg]
    with pytest.raises(InvalidRequestError, match=r"formats.WEB, or a dict such as .*, not 'mp3'"):
        client.speak("Hi.", output_format="mp3")  # type: ignore[arg-type]
    with pytest.raises(InvalidRequestError, match="near: Katie"):
        client.speak("Hi.", voice="Kati")
    assert bought(sandbox) == []


async def test_a_voice_that_is_gone_or_renamed_is_looked_up_again(client: Cartesia, tmp_path: Path) -> None:
    """Those that this client has changed at once, those that another one has changed after the error."""
    client.speak("Hi.", output_format=formats.CD).save(clip := tmp_path / "me.wav")
    async with AsyncCartesia(api_key="any", base_url=client.base_url) as other:
        first = client.voices.clone(clip=clip, name="Ada", language="en")
        assert client.speak("Hi.", voice="Ada").duration
        client.voices.update(first.id, name="Eve")
        with pytest.raises(InvalidRequestError, match="none is called 'Ada'"):
            client.speak("Hi.", voice="Ada")
        second = client.voices.clone(clip=clip, name="Ada", language="en")
        assert (await other.voices.find("Ada")).id == client.voices.find("Ada").id == second.id
        await other.voices.delete(second.id)
        third = await other.voices.clone(clip=clip, name="Ada", language="en")
        assert (await other.voices.find("Ada")).id == third.id
        with pytest.raises(NotFoundError, match=r"given by its id: client.voices.find\(name\).id"):
            client.speak("Hi.", voice="Ada")
        assert client.speak("Hi.", voice="Ada").duration
        client.voices.delete(third.id)
        with pytest.raises(NotFoundError):
            await other.speak("Hi.", voice="Ada")
        with pytest.raises(InvalidRequestError, match="none is called 'Ada'"):
            await other.speak("Hi.", voice="Ada")


async def test_a_stream_that_was_read_says_so(client: Cartesia, sandbox: Sandbox, tmp_path: Path) -> None:
    """The error is neither that it was closed, nor words twice where the pieces were kept."""
    for stream in (client.speak_stream("Good day."), client.speak_stream("Good day.", resume=tmp_path)):
        assert len(stream.read().words) == 2
        with pytest.raises(InvalidRequestError, match="is read once"):
            stream.save(tmp_path / "a.wav")
        with pytest.raises(InvalidRequestError, match="is read once"):
            list(stream)
    async with AsyncCartesia(api_key="any", base_url=client.base_url) as other:
        theirs = other.speak_stream("Good day.")
        await theirs.read()
        with pytest.raises(InvalidRequestError, match="is read once"):
            await theirs.read()
    assert len(bought(sandbox)) == 3


@pytest.mark.usefixtures("_short_pieces")
def test_finished_pieces_are_not_bought_again(client: Cartesia, sandbox: Sandbox, tmp_path: Path) -> None:
    sandbox.fail("status", operation="tts.generate_sse", status=429, times=None)
    with pytest.raises(RateLimitError):
        client.with_options(max_retries=0).speak(TEXT, resume=tmp_path)
    sandbox.reset()
    first = client.speak(TEXT, resume=tmp_path)
    again = client.speak(TEXT, resume=tmp_path)
    assert len(bought(sandbox)) == 3
    assert [piece.is_kept for piece in (*first.pieces, *again.pieces)] == [False] * 3 + [True] * 3
    assert (first.words, bytes(first.audio)) == (again.words, bytes(again.audio))


def test_speech_can_be_pickled(client: Cartesia) -> None:
    speech = client.speak("Good day.")
    copy = pickle.loads(pickle.dumps(speech))
    assert (copy.words, bytes(copy.audio)) == (speech.words, bytes(speech.audio))
