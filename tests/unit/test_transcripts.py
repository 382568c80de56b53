"""What can be sent as a text, and what can be spoken of it."""

from __future__ import annotations

import pytest
from cartesia_io.text import is_speakable, join_halves, split_half
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
