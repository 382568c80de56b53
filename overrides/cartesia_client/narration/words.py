"""The words of speech as they were written, with their times. No I/O."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from .markup import plain

# The service sends the times of the words that it speaks, and these may be others than those that were written: "five dollars"
# for "$5", single signs for a sentence of Chinese, tags as words. Readers want what was written. Mostly, the letters of both are
# the same in the same order, however they are cut, so each word gets the letters between its first and last one. Where they are
# not, the words that are the same are found, and those between them share the time between them.


SILENCE = 0.5
"""Seconds at most of the silence that ends an utterance."""


class Word(NamedTuple):
    """A word as it was written, with the punctuation that touches it."""

    text: str
    start: float
    """Seconds from the beginning of the audio."""
    end: float


def written(text: str, heard: Sequence[Word]) -> list[Word]:
    """Return the words of a text with the times of those that were heard. Times never go back."""
    shown = plain(text)
    spoken = [word for each in heard if _letters((word := each._replace(text=plain(each.text))).text)]
    if not spoken or not shown:
        return []
    found = _by_letters(shown, spoken)
    return list(_in_order(found if found is not None else _by_words(shown, spoken)))


def _letters(text: str) -> str:
    """Return what both sides must have in common: letters and digits, without case and accents."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", text).casefold() if sign.isalnum())


def _by_letters(shown: str, spoken: Sequence[Word]) -> list[Word] | None:
    """Return the words of a text if it has the letters of what was heard, None otherwise."""
    places = [place for place, sign in enumerate(shown) for _ in _letters(sign)]
    if "".join(_letters(sign) for sign in shown) != "".join(_letters(word.text) for word in spoken):
        return None
    found: list[Word] = []
    begin = letter = 0
    for word in spoken:
        letter += len(_letters(word.text))
        end = _end_of_word(shown, places[letter - 1] + 1, places[letter] if letter < len(places) else len(shown))
        if part := shown[begin:end].strip():
            found.append(word._replace(text=part))
        elif found:
            found[-1] = found[-1]._replace(end=word.end)  # what was written once is spoken as several words
        begin = max(begin, end)
    return found


def _end_of_word(shown: str, after: int, following: int) -> int:
    """Return where a word ends among the marks between its last letter and the next one: before those that open a word."""
    if following == len(shown):
        return following
    between = shown[after:following]
    opening = next((n for n, sign in enumerate(between) if unicodedata.category(sign) in ("Ps", "Pi")), len(between))
    spaces = [place for place, sign in enumerate(between[:opening]) if sign.isspace()]
    return after + (spaces[-1] if spaces else opening)


def _by_words(shown: str, spoken: Sequence[Word]) -> list[Word]:
    """Return the words of a text with times found by the words that it has in common with what was heard."""
    tokens = list(tokenized(shown))
    ours, theirs = [_letters(token) for token in tokens], [_letters(word.text) for word in spoken]
    found: list[Word] = []
    unheard: list[str] = []
    for _, first, last, begin, end in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if begin < end:
            found += _shared(tokens[first:last], spoken[begin:end])
        elif found:  # written, and not heard: it shares the time of the word before it
            found += _shared([found[-1].text, *tokens[first:last]], [found.pop()])
        else:
            unheard = tokens[first:last]
    return [*_shared([*unheard, found[0].text], found[:1]), *found[1:]] if unheard and found else found


def _shared(tokens: Sequence[str], spoken: Sequence[Word]) -> Iterator[Word]:
    """Yield words that share the time of others by their lengths; one by one where there are as many."""
    if len(tokens) == len(spoken):
        yield from (word._replace(text=token) for token, word in zip(tokens, spoken, strict=True))
        return
    start, length = spoken[0].start, spoken[-1].end - spoken[0].start
    total, before = sum(map(len, tokens)), 0
    for token in tokens:
        behind = before + len(token)
        yield Word(token, start + length * before / total, start + length * behind / total)
        before = behind


def tokenized(text: str) -> Iterator[str]:
    """Yield the words of a text: what stands between spaces, or single signs where a script has no spaces."""
    for word in text.split():
        token = ""
        for sign in word:
            if token and is_unspaced(sign) and _letters(token) and sign.isalnum():
                yield token
                token = ""
            token += sign
        yield token


def spaced(words: Iterable[Word]) -> Iterator[tuple[str, Word]]:
    """Yield words, each with what stands before it: a space, or nothing where a script has none."""
    last = ""
    for word in words:
        is_glued = bool(last) and is_unspaced(last) and is_unspaced(word.text[0])
        yield "" if is_glued else " ", word
        last = word.text[-1]


def is_unspaced(sign: str) -> bool:
    """Return whether a sign belongs to a script that has no spaces between its words."""
    return any(first <= sign <= last for first, last in _UNSPACED)


_UNSPACED = (
    ("\u0e00", "\u0eff"),  # Thai, Lao
    ("\u1000", "\u109f"),  # Burmese
    ("\u1780", "\u17ff"),  # Khmer
    ("\u3000", "\u30ff"),  # marks of CJK, hiragana, katakana
    ("\u31f0", "\u31ff"),
    ("\u3400", "\u4dbf"),
    ("\u4e00", "\u9fff"),
    ("\uf900", "\ufaff"),
    ("\uff01", "\uff9f"),  # full-width marks
    ("\U00020000", "\U0003ffff"),
)


def until_end(word: Word, duration: float) -> Word:
    """Return the last word. It ends with the audio, unless more follows than the silence that ends each utterance."""
    return word._replace(end=duration) if word.end > duration - SILENCE else word


def _in_order(words: Iterable[Word]) -> Iterator[Word]:
    """Yield words of which none begins before the one before it ends."""
    last = 0.0
    for word in words:
        start = max(word.start, last)
        last = max(word.end, start)
        yield Word(word.text, start, last)
