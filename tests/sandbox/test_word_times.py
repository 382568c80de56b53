"""The times of words as the service returns them: the words as they were sent, with their markup."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from cartesia_sandbox import Sandbox
from cartesia_sandbox.voice.engine import Engine
from cartesia_sandbox.voice.pronunciation import PronunciationRules
from cartesia_sandbox.voice.sound import Timbre, Timed
from cartesia_sandbox.voice.transcript import split_words
from cartesia_sandbox.voice.written import with_markup
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sandbox.common import KEYED, speech
from tests.sandbox.test_faults import events


@pytest.fixture(scope="module")
def engine() -> Engine:
    made = Engine()
    made.load()
    return made


def timed(engine: Engine, text: str, **options: Any) -> list[Timed]:
    """Return the words of all utterances, with times from the start of the speech."""
    words: list[Timed] = []
    seconds = 0.0
    for utterance in engine.speak(text, Timbre(), 8000, **options):
        words += (word.shifted(seconds) for word in utterance.words)
        seconds += len(utterance.samples) / 8000
    return words


def texts(engine: Engine, text: str, **options: Any) -> list[str]:
    return [word.text for word in timed(engine, text, **options)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hello there.", ["Hello", "there."]),
        ('One <break time="1s"/> two.', ["One", '<break time="1s"/>', "two."]),
        ('One<break time="1s" />two.', ["One", '<break time="1s" />', "two."]),
        ("<break time='200ms'/> Hi.", ["<break time='200ms'/>", "Hi."]),
        ('Hi.<break time="1s"/>', ["Hi.", '<break time="1s"/>']),
        ("Code <spell>AB1</spell>.", ["Code", "<spell>AB1</spell>."]),
        ("Pay to<spell>12</spell> now.", ["Pay", "to<spell>12</spell>", "now."]),
        ("<spell>A B</spell> is it.", ["<spell>A B</spell>", "is", "it."]),
        ('<emotion value="happy"/> Hi there.', ['<emotion value="happy"/>', "Hi", "there."]),
        ('Hi there.<emotion value="happy"/>', ["Hi", 'there.<emotion value="happy"/>']),
        (
            'Hi <speed ratio="1.2"/>there <volume ratio="0.5"/>',
            ["Hi", '<speed ratio="1.2"/>there', '<volume ratio="0.5"/>'],
        ),
        ("Say <<h|\u0259|l|o>>, now.", ["Say", "<<h|\u0259|l|o>>,", "now."]),
        ('Hi. <emotion value="sad"/> Bye.', ["Hi.", '<emotion value="sad"/>', "Bye."]),
        (
            'Hi <emotion value="sad"/> <break time="1s"/> you.',
            ["Hi", '<emotion value="sad"/>', '<break time="1s"/>', "you."],
        ),
        ("1 < 2 and 3 > 2.", ["1", "<", "2", "and", "3", ">", "2."]),
        ("\u4f60\u597d<break time='1s'/>\u4e16", ["\u4f60", "\u597d", "<break time='1s'/>", "\u4e16"]),
        ("\u4f60\u597d<emotion/>\u4e16", ["\u4f60", "\u597d", "<emotion/>", "\u4e16"]),
        (
            "\u0928\u092e\u0938\u094d\u0924\u0947 <emotion/>\u0926\u0941\u0928\u093f\u092f\u093e",
            [
                "\u0928\u092e\u0938\u094d\u0924\u0947",
                "<emotion/>\u0926\u0941\u0928\u093f\u092f\u093e",
            ],
        ),
        ("\uc548\ub155 \uc138\uc0c1", ["\uc548\ub155", "\uc138\uc0c1"]),
    ],
)
def test_words_are_those_of_the_text_as_sent(engine: Engine, text: str, words: list[str]) -> None:
    assert texts(engine, text) == words


def test_a_break_lasts_as_long_as_its_silence(engine: Engine) -> None:
    one, pause, two = timed(engine, 'One.<break time="1s"/>Two.')
    assert pause.end - pause.start == pytest.approx(1.0, abs=0.001)
    assert one.end <= pause.start
    assert two.start >= pause.end


def test_a_spelled_word_lasts_as_long_as_its_letters(engine: Engine) -> None:
    _, spelled = timed(engine, "Code <spell>ABCD</spell>")
    _, *letters = timed(engine, "Code A B C D")
    assert (spelled.start, spelled.end) == (letters[0].start, letters[-1].end)


def test_a_tag_that_is_not_heard_is_where_it_would_be(engine: Engine) -> None:
    words = timed(engine, 'One <emotion value="sad"/> two.')
    assert words[1].start == words[1].end == words[0].end


def test_normalized_times_have_the_words_as_they_are_spoken(engine: Engine) -> None:
    rules = PronunciationRules([{"text": "SQL", "alias": "see quell"}])
    text = 'My SQL <spell>AB</spell> <break time="1s"/> <emotion/>ends.'
    written = ["My", "SQL", "<spell>AB</spell>", '<break time="1s"/>', "<emotion/>ends."]
    assert texts(engine, text, pronunciation=rules) == written
    assert texts(engine, text, pronunciation=rules, normalized=True) == ["My", "see", "quell", "A", "B", "ends."]


def test_the_events_have_the_tags_and_the_speech_is_still_understood(sandbox: Sandbox) -> None:
    text = 'Call <spell>AB</spell> now. <break time="100ms"/> Thank you.'
    with httpx.Client(base_url=sandbox.url, headers=KEYED, trust_env=False, timeout=30) as http:
        for normalized, expected in ((None, text), (True, "Call A B now. Thank you.")):
            asked = speech(transcript=text, add_timestamps=True, use_normalized_timestamps=normalized)
            found = events(http.post("/tts/sse", json=asked).text)
            times = [event["word_timestamps"] for event in found if event["type"] == "timestamps"]
            words = [word for each in times for word in each["words"]]
            assert " ".join(words) == expected
            starts = [start for each in times for start in each["start"]]
            assert starts == sorted(starts)
        audio = http.post("/tts/bytes", json=speech(transcript=text)).content
        query: dict[str, Any] = {"encoding": "pcm_s16le", "sample_rate": 16000}
        form: Any = {"data": {"model": "ink-whisper"}, "files": {"file": ("a", audio)}}
        assert http.post("/stt", params=query, **form).json()["text"] == "Call A B now. Thank you."


PARTS = (
    *("Hi", "there.", " ", " ", "\n", "<spell>", "</spell>", "<spell>AB</spell>", "<emotion value='x'/>", "<<a|b>>"),
    *("<", ">", "\u4f60", "\u597d", "\u0434\u0430", "-", "3.5", "<b", "/>", "SQL", '<break time="x"/>'),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PARTS), max_size=8))
def test_each_spoken_word_belongs_to_a_word_as_sent_and_nothing_is_lost(parts: list[str]) -> None:
    text = "".join(parts)
    spoken = with_markup(text)
    words = split_words(spoken.text)
    assert sum(pair.spoken for pair in spoken._pairs) == len(words)
    written = [word for pair in spoken._pairs for word in pair.written]
    assert "".join("".join(written).split()) in ("".join(text.split()), "".join(words))
