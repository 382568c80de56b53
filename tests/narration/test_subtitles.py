"""Words as they were written, and subtitles made of them."""

# ruff: noqa: RUF001  # the marks of other scripts are meant

from __future__ import annotations

import json
import re

import pytest
from cartesia_client import InvalidRequestError, Word
from cartesia_client.narration.cues import LONGEST, WIDTH, cues, width
from cartesia_client.narration.subtitles import subtitles
from cartesia_client.narration.words import written
from hypothesis import given
from hypothesis import strategies as st


def timed(*texts: str, seconds: float = 0.4) -> list[Word]:
    return [Word(text, number * seconds, (number + 1) * seconds) for number, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("text", "heard", "words"),
    [
        ("Good day, sir!", ["good", "day", "sir"], ["Good", "day,", "sir!"]),
        ("Bonjour ! Ça va ?", ["Bonjour", "Ça", "va"], ["Bonjour !", "Ça", "va ?"]),
        (
            "He said (twice) \u201cno\u201d.",
            ["He", "said", "twice", "no"],
            ["He", "said", "(twice)", "\u201cno\u201d."],
        ),
        ("你好，世界。", ["你", "好", "世", "界"], ["你", "好，", "世", "界。"]),
        ("你好，世界。", ["你好", "世界"], ["你好，", "世界。"]),
        ('Wait <break time="1s"/>now', ["Wait", '<break time="1s"/>now'], ["Wait", "now"]),
        ("<spell>AB</spell> it", ["<spell>AB</spell>", "it"], ["AB", "it"]),
        ("It cost $5 then.", ["it", "cost", "five", "dollars", "then"], ["It", "cost", "$5", "then."]),
        ("In 1999 we", ["in", "nineteen", "ninety", "nine", "we"], ["In", "1999", "we"]),
        ("\u05e9\u05dc \u05e2\u05d5", ["\u05e9\u05dc", "\u05e2\u05d5"], ["\u05e9\u05dc", "\u05e2\u05d5"]),
    ],
)
def test_words_are_those_that_were_written(text: str, heard: list[str], words: list[str]) -> None:
    found = written(text, timed(*heard))
    assert [word.text for word in found] == words
    assert found[0].start == 0
    assert found[-1].end == pytest.approx(0.4 * len(heard))


@given(st.text("ab .,!字\u0301", max_size=60), st.lists(st.text("ab字x", min_size=1, max_size=4), max_size=20))
def test_words_never_go_back(text: str, heard: list[str]) -> None:
    times = [time for word in written(text, timed(*heard)) for time in (word.start, word.end)]
    assert times == sorted(times)


@given(
    st.lists(
        st.tuples(
            st.text("abcdefgh字,.!", min_size=1, max_size=60),
            st.floats(0, 2) | st.just(0.0),
            st.floats(0.01, 3) | st.just(0.0),
        ),
        max_size=40,
    )
)
def test_cues_can_be_read(entries: list[tuple[str, float, float]]) -> None:
    words, place = [], 0.0
    for text, gap, length in entries:
        words.append(Word(text, place + gap, place + gap + length))
        place += gap + length
    found = cues(words)
    for cue, following in zip(found, [*found[1:], None], strict=False):
        assert 1 <= len(cue.lines) <= 2
        assert all(0 < width(line) <= WIDTH for line in cue.lines)
        assert cue.start + 0.001 < cue.end <= cue.start + LONGEST + 1e-6
        assert following is None or cue.end <= following.start
    said = re.sub(r"\s", "", "".join(line for cue in found for line in cue.lines))
    assert said == "".join(word.text for word in words)


def test_accents_in_other_forms_and_unseen_characters_do_not_matter() -> None:
    said = "\ufeffCafe\u0301 \x00noir, n\u0303am! \x1b[0m"
    words = written(said, timed("café", "noir", "ñam", "0m"))
    assert [word.text for word in words] == ["Cafe\u0301", "noir,", "n\u0303am!", "[0m"]


def test_what_was_not_heard_shares_the_time_of_the_word_before_it() -> None:
    words = written("Ah, one two three four.", timed("one", "four"))
    assert [word.text for word in words] == ["Ah,", "one", "two", "three", "four."]
    assert all(word.start < word.end for word in words)


@pytest.mark.parametrize("word", ["Mr.", "Dr.", "(Prof.", "J.", "p.m.", "z.B.", "bzw."])
def test_no_cue_ends_with_an_abbreviation(word: str) -> None:
    texts = f"A gray heron forgot some bread by the river, {word} Holt paid it all for an old miller and his lantern.".split()
    found = cues([Word(text, 0.4 * number, 0.4 * number + 0.4) for number, text in enumerate(texts)])
    assert len(found) > 1
    assert not any(line.endswith(word) for cue in found for line in cue.lines)


def test_a_title_stays_with_its_name_where_a_sentence_is_too_long_for_a_cue() -> None:
    for fog in ("The morning fog", "A fog", "The river", "An old miller", "The narrow bridge", "Her lantern"):
        text = f"{fog} forgot a gray heron, and at 11.19 p.m. Mr. Holt paid $68.59 for the river and some bread."
        lines = [line for cue in cues(timed(*text.split(), seconds=0.33)) for line in cue.lines]
        assert len(lines) > 2
        assert not [line for line in lines if line.endswith("Mr.")]


def test_cues_end_with_sentences() -> None:
    words = timed(
        *[
            "The",
            "miller",
            "counted",
            "three",
            "lanterns",
            "before",
            "the",
            "rain",
            "came.",
            "Nobody",
            "saw",
            "him,",
            "and",
            "he",
            "was",
            "glad.",
        ]
    )
    assert [cue.lines for cue in cues(words)] == [
        ("The miller counted three", "lanterns before the rain came."),
        ("Nobody saw him, and he was glad.",),
    ]


def test_the_files_are_as_players_want_them() -> None:
    words = timed("Fish", "&", "<chips>", "-->", "now.")
    assert subtitles(words, "srt", 2.0) == "1\n00:00:00,000 --> 00:00:02,000\nFish & <chips> \u2192 now.\n\n"
    assert subtitles(words, "vtt", 2.0) == (
        "WEBVTT\n\n00:00:00.000 --> 00:00:02.000\nFish &amp; &lt;chips&gt; --&gt; now.\n\n"
    )
    facts = json.loads(subtitles(words, "json", 2.0))
    assert facts["cues"][0]["text"] == "Fish & <chips> --> now."
    assert facts["words"][0] == {"text": "Fish", "start": 0.0, "end": 0.4}
    with pytest.raises(InvalidRequestError, match="srt, vtt, json"):
        subtitles(words, "ass", 2.0)
