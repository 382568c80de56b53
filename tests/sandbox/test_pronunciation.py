"""Pronunciation dictionaries: the text as spoken, and the times of the words as written."""

from __future__ import annotations

from typing import Any

import pytest
from cartesia_sandbox.voice.engine import Engine
from cartesia_sandbox.voice.pronunciation import PronunciationRules
from cartesia_sandbox.voice.sound import Timbre

SQL, CITY = {"text": "SQL", "alias": "sequel"}, {"text": "New York", "alias": "the big apple"}


@pytest.mark.parametrize(
    ("text", "items", "spoken"),
    [
        ("I like SQL, and sql.", [SQL], "I like sequel, and sequel."),
        ("I like SQL and sql.", [{**SQL, "case_sensitive": True}], "I like sequel and sql."),
        ("SQLite is no SQL's twin", [SQL], "SQLite is no sequel's twin"),
        ("in New York.", [CITY, {"text": "new", "alias": "old"}], "in the big apple."),
        ("a new thing", [CITY, {"text": "new", "alias": "old"}], "a old thing"),
        ("C++ (or C)", [{"text": "C++", "alias": "see plus plus"}], "see plus plus (or C)"),
        ("say Sonic", [{"text": "Sonic", "alias": "<<s|o|n>>"}], "say son"),
        ("nothing", [], "nothing"),
        ("nothing", [{"text": " ", "alias": "x"}], "nothing"),
    ],
)
def test_aliases_are_spoken(text: str, items: list[dict[str, Any]], spoken: str) -> None:
    assert PronunciationRules(items).apply(text).text == spoken


@pytest.mark.parametrize(
    "text",
    [
        "I like SQL's speed in New York. And dr Who.",
        "SQL",
        "New York, New York!",
        "He said: dr. SQL is in New York today.",
    ],
)
def test_times_are_those_of_the_words_as_written(text: str) -> None:
    items = [SQL, CITY, {"text": "dr", "alias": "Doctor. Strange one"}]
    spoken = [*Engine().speak(text, Timbre(), 24000, pronunciation=PronunciationRules(items))]
    words = [word for utterance in spoken for word in utterance.words]
    assert [word.text for word in words] == text.split()
    for utterance in spoken:
        edges = [edge for word in utterance.words for edge in (word.start, word.end)]
        assert edges == sorted(edges)
        assert not edges or 0 < edges[0] < edges[-1] <= len(utterance.samples) / 24000
