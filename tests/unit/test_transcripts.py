"""What can be sent as a text, and what can be spoken of it."""

from __future__ import annotations

import math
from typing import Any

import pytest
from cartesia_api.transcripts import is_speakable, join_halves, json_field, split_half
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    "text",
    [
        "Hello",
        " 7 ",
        "\u4f60\u597d",
        "**Hi**",
        "<spell>AB</spell>",
        "<<h|e|l>>",
        '<speed ratio="1.5"/>Go',
        "a < b",
        "5<6",
    ],
)
def test_text_with_a_letter_or_a_digit_can_be_spoken(text: str) -> None:
    assert is_speakable(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t",
        "...",
        '"',
        "- ",
        "**",
        "\U0001f600",
        "\u3002\u3001",
        '<break time="1s"/>',
        "<break time=",
        "<emotion",
        "\ud83d",
    ],
)
def test_blanks_punctuation_emoji_and_tags_cannot_be_spoken(text: str) -> None:
    assert not is_speakable(text)


def test_an_open_tag_has_words_all_the_same() -> None:
    assert is_speakable("<b and so on", last=True)
    assert not is_speakable('<break time="1s"/> ** ', last=True)


@given(st.text(), st.integers(0, 20))
def test_halves_of_a_text_that_was_cut_anywhere_are_joined(text: str, place: int) -> None:
    units = text.encode("utf-16-le")
    first = units[: place * 2].decode("utf-16-le", "surrogatepass")
    second = units[place * 2 :].decode("utf-16-le", "surrogatepass")
    whole, half = split_half(first)
    assert join_halves(whole) + join_halves(half + second) == text
    assert not half or len(half) == 1


UNSENDABLE: list[tuple[Any, str]] = [
    ("Great \ud83d!", "field has half of a surrogate pair at character 6"),
    ({"a": ["x", "\udc00"]}, r"field\.a\[1\] has half"),
    ({"\ud800": 1}, "a key of field has half"),
    (math.nan, "field must be a finite number, got nan"),
    ({"speed": -math.inf}, r"field\.speed must be a finite number, got -inf"),
    ([(math.inf,)], r"field\[0\]\[0\] must be a finite number"),
    (b"x", "field cannot be sent as JSON: bytes"),
    ({"a": object()}, r"field\.a cannot be sent as JSON: object"),
    ({"a": {1, 2}}, r"field\.a cannot be sent as JSON: set"),
]


@pytest.mark.parametrize(("value", "sentence"), UNSENDABLE)
def test_what_cannot_be_sent_is_named(value: Any, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence) as caught:
        json_field("field", value)
    assert caught.value.__context__ is None
    str(caught.value).encode()


def test_an_integer_that_is_too_long_to_write_is_named() -> None:
    with pytest.raises(ValueError, match="field cannot be sent as JSON"):
        json_field("field", 10**5000)


def test_a_value_that_contains_itself_is_named() -> None:
    circle: dict[str, Any] = {}
    circle["a"] = [circle]
    with pytest.raises(ValueError, match="field is nested too deeply, or contains itself"):
        json_field("field", circle)


@pytest.mark.parametrize(
    "value", ["Gr\u00fc\u00dfe \U0001f600", 1, 1.5, None, True, {"a": [1, "x"]}, {"n": {"m": None}}]
)
def test_what_can_be_sent_stays_as_it_is(value: Any) -> None:
    assert json_field("field", value) == value
