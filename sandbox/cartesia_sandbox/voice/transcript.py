"""The text of a transcript, and its markup."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

MAX_TRANSCRIPT = 10_000
"""Characters. The service publishes no limit; this one keeps a request within seconds."""
MAX_BREAK = 10.0
"""Seconds."""

_BREAK = re.compile(r"""<break\s+time=["']?\s*([0-9.]+)\s*(ms|s)\s*["']?\s*/?>""", re.IGNORECASE)
_SPELL = re.compile(r"<spell>(.*?)</spell>", re.IGNORECASE | re.DOTALL)
_PHONEMES = re.compile(r"<<(.*?)>>", re.DOTALL)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
MARKUP = re.compile(r"<spell>.*?</spell>|<<.*?>>|</?[a-zA-Z][^<>]*>", re.IGNORECASE | re.DOTALL)
"""A spelled word, phonemes, or a tag."""
_GLUED = re.compile(r"(?<=\w)(?=<spell>)|(?<=</spell>)(?=\w)", re.IGNORECASE)
"""Where a spelled word touches another one."""


class Segment(NamedTuple):
    """A part of a transcript: text to speak or, without text, a silence in seconds."""

    text: str
    silence: float = 0.0


def split_segments(transcript: str) -> list[Segment]:
    """Split a transcript at its breaks and remove the markup: a break becomes silence, a spelled word single letters."""
    return [segment for segment, _ in written_segments(transcript)]


def written_segments(transcript: str) -> list[tuple[Segment, str]]:
    """Return the segments of a transcript, each with the part of the transcript that it stands for."""
    result: list[tuple[Segment, str]] = []
    written, place = "", 0
    for match in (*_BREAK.finditer(transcript), None):
        text = transcript[place : match.start() if match else len(transcript)]
        written += text
        if plain := strip_markup(text):
            result.append((Segment(plain), written))
            written = ""
        if match is None:
            break
        place = match.end()
        written += match[0]
        seconds = _seconds(match[1]) * (0.001 if match[2].lower() == "ms" else 1)
        if silence := min(seconds, MAX_BREAK):
            result.append((Segment("", silence), written.strip()))
            written = ""
    if written.strip() and result:  # tags at the end, which are not heard
        segment, before = result[-1]
        result[-1] = segment, f"{before} {written}"
    return result


def is_speakable(transcript: str) -> bool:
    """Return whether there is a letter or a digit, in any script, to speak."""
    return any(
        unicodedata.category(letter)[0] in "LN" for segment in split_segments(transcript) for letter in segment.text
    )


def strip_markup(text: str) -> str:
    """Remove tags, spell words as letters, and write phonemes as plain signs."""
    text = _GLUED.sub(" ", text)
    text = _SPELL.sub(lambda match: " ".join(match[1].replace(" ", "")), text)
    text = _PHONEMES.sub(lambda match: match[1].replace("|", ""), text)
    return " ".join(_TAG.sub(" ", text).split())


def _seconds(digits: str) -> float:
    try:
        return float(digits)
    except ValueError:
        return 0.0


def is_latin(text: str) -> bool:
    """Return whether the engine can pronounce the text: most letters are Latin, or there are only digits."""
    letters = [letter for letter in text if letter.isalpha()]
    latin = sum(unicodedata.name(letter, "").startswith("LATIN") for letter in letters)
    return latin * 2 > len(letters) or not letters


def split_words(text: str) -> list[str]:
    """Split a text into words, or into single signs where a script has no spaces."""
    return [word for part in text.split() for word in (part if is_unspaced(part) else [part])]


def join_words(words: Iterable[str]) -> str:
    """Join words with spaces, except between signs of a script that has none."""
    text = ""
    for word in words:
        text += word if not text or (is_unspaced(word) and is_unspaced(text[-1])) else f" {word}"
    return text


def is_unspaced(word: str) -> bool:
    """Return whether a word has signs of a script that has no spaces."""
    return any(unicodedata.name(letter, "").startswith(("CJK", "HIRAGANA", "KATAKANA", "THAI")) for letter in word)
