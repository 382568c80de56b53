"""The sandbox recognizes its own speech word by word, other speech by a recognizer, and no words in silence."""

from __future__ import annotations

import io

import numpy as np
import pytest
import soundfile  # type: ignore[import-untyped]  # it has no stubs
import soxr
from cartesia_sandbox.description.errors import APIError
from cartesia_sandbox.recognition.fingerprint import RATE
from cartesia_sandbox.recognition.recognizer import UNKNOWN, Recognizer
from cartesia_sandbox.recognition.sessions import AutoFinalizeSession, ManualFinalizeSession, Message
from cartesia_sandbox.recognition.thresholds import Thresholds
from cartesia_sandbox.recognition.transcriber import Transcriber
from cartesia_sandbox.voice.decode import decode, read_file
from cartesia_sandbox.voice.encode import Encoder, encode
from cartesia_sandbox.voice.engine import Engine
from cartesia_sandbox.voice.sound import Samples, Timbre
from cartesia_sandbox.voice.transcript import join_words

TEXT = "I need to cancel the second one. And it costs $9.99 at 7:30 pm."
TEXTS = ["Hi.", "No.", "Hello from Sonic.", TEXT, "The quick brown fox jumps over the lazy dog."]


class Speaker:
    def __init__(self) -> None:
        self.transcriber = Transcriber()
        self.engine = Engine([self.transcriber.fingerprints.add])

    def say(self, text: str, rate: int, timbre: Timbre = Timbre()) -> Samples:  # noqa: B008  # immutable
        return np.concatenate([each.samples for each in self.engine.speak(text, timbre, rate)])

    def text(self, samples: Samples) -> str:
        return join_words(word.text for word in self.transcriber.words(samples))


@pytest.fixture(scope="module")
def speaker() -> Speaker:
    made = Speaker()
    for text in TEXTS:
        made.say(text, 24000)
    return made


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("rate", [8000, 22050, 48000])
@pytest.mark.parametrize("encoding", ["pcm_s16le", "pcm_f32le", "pcm_mulaw", "pcm_alaw"])
def test_own_speech_is_recognized_word_by_word(speaker: Speaker, text: str, rate: int, encoding: str) -> None:
    heard = decode(encode(speaker.say(text, rate), encoding), encoding)
    assert speaker.text(soxr.resample(heard, rate, RATE)) == text


@pytest.mark.parametrize("text", ["你好,世界", "Привет, мир"])
def test_so_are_tones(speaker: Speaker, text: str) -> None:
    heard = soxr.resample(speaker.say(text, 24000), 24000, RATE)
    assert speaker.text(heard).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("bit_rate", [32000, 128000])
def test_own_speech_is_recognized_through_mp3(speaker: Speaker, bit_rate: int) -> None:
    encoder = Encoder({"container": "mp3", "sample_rate": 44100, "bit_rate": bit_rate})
    samples, rate = read_file(encoder.header() + encoder.encode(speaker.say(TEXT, 44100)) + encoder.flush())
    assert speaker.text(soxr.resample(samples, rate, RATE)) == TEXT


@pytest.mark.parametrize("container", ["FLAC", "OGG", "WAV"])
def test_own_speech_is_recognized_through_other_files(speaker: Speaker, container: str) -> None:
    file = io.BytesIO()
    soundfile.write(file, np.stack([speaker.say(TEXT, 24000)] * 2, axis=1), 24000, format=container)
    samples, rate = read_file(file.getvalue())
    assert speaker.text(soxr.resample(samples, rate, RATE)) == TEXT


def test_quieter_later_and_by_other_voices_it_is_recognized(speaker: Speaker) -> None:
    for timbre in (Timbre(), Timbre(0.72, 0.95), Timbre(1.2, 1.12)):
        samples = soxr.resample(speaker.say(TEXT, 24000, timbre), 24000, RATE)
        late = np.concatenate([np.zeros(4321, np.float32), samples * 0.2, np.zeros(999, np.float32)]).astype(np.float32)
        assert speaker.text(late) == TEXT
        words = speaker.transcriber.words(late)
        first = speaker.transcriber.words(samples)
        assert words[3].start - first[3].start == pytest.approx(4321 / RATE, abs=0.02)


def test_a_cut_utterance_gives_the_words_that_are_whole(speaker: Speaker) -> None:
    samples = soxr.resample(speaker.say(TEXT, 24000), 24000, RATE)
    texts = [speaker.text(samples[: round(end * RATE)]) for end in (1.0, 1.5, 2.1, 3.0)]
    assert texts[-1] == "I need to cancel the second one."
    assert all(TEXT.startswith(text) for text in texts)
    assert "cancel" in texts[1]


def test_two_utterances_in_a_row_and_one_twice(speaker: Speaker) -> None:
    parts = [speaker.say(text, 24000) for text in ("Hi.", "Hello from Sonic.", "Hi.")]
    assert speaker.text(soxr.resample(np.concatenate(parts), 24000, RATE)) == "Hi. Hello from Sonic. Hi."


def test_silence_has_no_words_and_noise_is_not_known_speech(speaker: Speaker) -> None:
    assert speaker.text(np.zeros(RATE * 3, np.float32)) == ""
    assert speaker.text(np.zeros(10, np.float32)) == ""
    noise = np.random.default_rng(0).normal(0, 0.1, RATE * 3).astype(np.float32)
    assert not speaker.transcriber.known_words(noise)


def test_a_recognizer_finds_words_in_unknown_speech(speaker: Speaker) -> None:
    pytest.importorskip("pocketsphinx")
    samples = soxr.resample(Speaker().say("Hello world, this is a test.", 24000), 24000, RATE)
    first, second = (Recognizer().recognize(samples) for _ in range(2))
    assert first == second
    assert {"hello", "test"} & {word.text for word in first}
    assert all(word.start < word.end for word in first)


def test_without_a_recognizer_unknown_speech_is_marked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pocketsphinx", None)
    samples = soxr.resample(Speaker().say("Hello world.", 24000), 24000, RATE)
    (word,) = Recognizer().recognize(samples)
    assert word.text == UNKNOWN
    assert 0.2 < word.start < word.end < len(samples) / RATE


@pytest.mark.slow
def test_few_utterances_wait_to_be_indexed() -> None:
    own = Speaker()
    for number in range(205):
        own.say(f"{number}", 24000, Timbre())
    assert len(own.transcriber.fingerprints._waiting) <= 200
    assert own.text(soxr.resample(own.say("3", 24000), 24000, RATE)) == "3"


def test_content_that_is_not_audio_is_rejected() -> None:
    with pytest.raises(APIError, match="cannot be decoded"):
        read_file(b"nothing")


# -- the two transcription sessions, without sockets ---------------------------------------------------------------------


def split(data: bytes, size: int) -> list[bytes]:
    return [data[start : start + size] for start in range(0, len(data), size)]


@pytest.mark.parametrize("size", [641, 3200, 64000])
def test_manual_sessions_give_growing_partial_texts_and_one_final(speaker: Speaker, size: int) -> None:
    session = ManualFinalizeSession(speaker.transcriber, "pcm_s16le", 16000, language="en", silence=None)
    first = encode(speaker.say("Hello from Sonic.", 16000), "pcm_s16le")
    messages: list[Message] = [each for piece in split(first, size) for each in session.add_audio(piece)]
    assert not any(message["is_final"] for message in messages)
    assert all("Hello from Sonic.".startswith(message["text"]) for message in messages)
    (final,) = session.finalize()
    assert (final["text"], final["is_final"]) == ("Hello from Sonic.", True)
    assert final["duration"] == pytest.approx(len(first) / 32000, abs=0.05)
    for piece in split(encode(speaker.say("Hi.", 16000), "pcm_s16le"), size):
        list(session.add_audio(piece))
    (second,) = session.finalize()
    assert second["text"] == " Hi."
    assert second["words"][0]["start"] > final["words"][-1]["end"]
    assert list(session.finalize()) == []


def test_a_session_of_whisper_ends_utterances_at_a_silence(speaker: Speaker) -> None:
    session = ManualFinalizeSession(speaker.transcriber, "pcm_s16le", 16000, language="en", silence=0.6)
    data = encode(speaker.say("Hello from Sonic.", 16000), "pcm_s16le") + bytes(32000)
    finals = [each for piece in split(data, 3200) for each in session.add_audio(piece) if each["is_final"]]
    assert [final["text"] for final in finals] == ["Hello from Sonic."]


def test_turns_start_grow_and_end(speaker: Speaker) -> None:
    session = AutoFinalizeSession(speaker.transcriber, "pcm_s16le", 16000)
    silence = bytes(2 * 16000 * 2)
    data = silence + b"".join(encode(speaker.say(text, 16000), "pcm_s16le") + silence for text in (TEXT, "Hi."))
    messages = [each for piece in split(data, 3200) for each in session.add_audio(piece)] + list(session.close())
    kinds = [message["type"] for message in messages]
    assert kinds[0] == "turn.start"
    assert kinds.count("turn.start") == kinds.count("turn.end") == 2
    assert kinds.count("turn.eager_end") >= kinds.count("turn.resume") + 2
    assert "".join(message["transcript"] for message in messages if message["type"] == "turn.end") == f"{TEXT} Hi."
    text = ""
    for message in messages:
        if message["type"] == "turn.start":
            text = ""
        if message["type"] == "turn.update":
            assert message["transcript"].startswith(text)
            text = message["transcript"]


def test_an_open_turn_ends_with_the_session(speaker: Speaker) -> None:
    session = AutoFinalizeSession(speaker.transcriber, "pcm_s16le", 16000)
    list(session.add_audio(encode(speaker.say("Hello from Sonic.", 16000), "pcm_s16le")[:-6400]))
    assert [message["type"] for message in session.close()][-1] == "turn.end"


@pytest.mark.parametrize(
    ("thresholds", "blocks"),
    [
        ({}, 10),
        ({"end_threshold": 0.05}, 20),
        ({"end_threshold": 0.3, "eager_end_threshold": 0.5}, 8),
        ({"end_timeout_ms": 640.0}, 7),
    ],
)
def test_turns_end_by_their_thresholds(speaker: Speaker, thresholds: dict[str, float], blocks: int) -> None:
    session = AutoFinalizeSession(speaker.transcriber, "pcm_s16le", 16000, Thresholds().replace(thresholds))
    for piece in split(encode(speaker.say("Hello from Sonic.", 16000), "pcm_s16le"), 3200):
        list(session.add_audio(piece))
    silent = session._quiet
    for count in range(40):
        if any(message["type"] == "turn.end" for message in session.add_audio(bytes(3200))):
            assert count + 1 + round(10 * silent) == pytest.approx(blocks, abs=2)
            return
    raise AssertionError("the turn has not ended")


@pytest.mark.parametrize("encoding", ["pcm_f16le", "pcm_f32le"])
def test_bytes_that_are_not_a_number_are_silence(encoding: str) -> None:
    assert not decode(b"\x01\x7c\xff\x7f" * 64, encoding).any()
