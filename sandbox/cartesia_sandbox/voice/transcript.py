"""What a transcript says, and what of it is markup."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

MAX_TRANSCRIPT = 10_000
"""Characters. The service publishes no limit; this one keeps a request within seconds."""
MAX_BREAK = 10.0

_BREAK = re.compile(r"""<break\s+time=["']?\s*([0-9.]+)\s*(ms|s)\s*["']?\s*/?>""", re.IGNORECASE)
_SPELL = re.compile(r"<spell>(.*?)</spell>", re.IGNORECASE | re.DOTALL)
_PHONEMES = re.compile(r"<<(.*?)>>", re.DOTALL)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")


class Segment(NamedTuple):
    """A stretch of a transcript: text to speak or, without text, silence."""

    text: str
    silence: float = 0.0


def split_segments(transcript: str) -> list[Segment]:
    """The transcript without its markup: breaks become silence, spelled words single letters, other tags nothing."""
    result: list[Segment] = []
    place = 0
    for match in _BREAK.finditer(transcript):
        result.append(Segment(strip_markup(transcript[place : match.start()])))
        seconds = _seconds(match[1]) * (0.001 if match[2].lower() == "ms" else 1)
        result.append(Segment("", min(seconds, MAX_BREAK)))
        place = match.end()
    result.append(Segment(strip_markup(transcript[place:])))
    return [segment for segment in result if segment.text or segment.silence]


def is_speakable(transcript: str) -> bool:
    """Whether there is anything to say: a letter or a digit, in any script."""
    return any(
        unicodedata.category(letter)[0] in "LN" for segment in split_segments(transcript) for letter in segment.text
    )


def strip_markup(text: str) -> str:
    """A stretch of text without tags, its spelled words as letters and its phonemes as signs."""
    text = _SPELL.sub(lambda match: " ".join(match[1].replace(" ", "")), text)
    text = _PHONEMES.sub(lambda match: match[1].replace("|", ""), text)
    return " ".join(_TAG.sub(" ", text).split())


def _seconds(digits: str) -> float:
    try:
        return float(digits)
    except ValueError:
        return 0.0


def is_latin(text: str) -> bool:
    """Whether the engine can read it: most letters are Latin, or there are only digits."""
    letters = [letter for letter in text if letter.isalpha()]
    latin = sum(unicodedata.name(letter, "").startswith("LATIN") for letter in letters)
    return latin * 2 > len(letters) or not letters


def split_words(text: str) -> list[str]:
    """The words; each sign by itself where a script has no spaces."""
    return [word for part in text.split() for word in (part if _unspaced(part) else [part])]


def join_words(words: Iterable[str]) -> str:
    """The text that these words make up."""
    text = ""
    for word in words:
        text += word if not text or (_unspaced(word) and _unspaced(text[-1])) else f" {word}"
    return text


def _unspaced(word: str) -> bool:
    return any(unicodedata.name(letter, "").startswith(("CJK", "HIRAGANA", "KATAKANA", "THAI")) for letter in word)
