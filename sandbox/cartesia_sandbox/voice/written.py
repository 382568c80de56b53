"""The words of a transcript as they were written, markup included, and how many words are spoken for each.

The service gives the times of the words as sent: a tag is part of the word that it touches, or a word of its own.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .sound import Timed, Utterance, estimate_times
from .transcript import MARKUP, is_unspaced, split_words, strip_markup

_TOKEN = re.compile(rf"(?:{MARKUP.pattern}|\S)+", MARKUP.flags)


class Pair(NamedTuple):
    """Words as written, and how many words are spoken for them."""

    written: Sequence[str]
    spoken: int


class SpokenText:
    """A text to speak, which knows the words as written.

    Attributes:
        text: The text as it is spoken: without markup, or with aliases.
    """

    def __init__(self, text: str, pairs: deque[Pair]) -> None:
        self.text = text
        self._pairs = pairs

    def as_written(self, utterance: Utterance, silence: float = 0.0) -> Utterance:
        """Return the next utterance of the text with the words as written instead of the spoken ones.

        Args:
            utterance: The utterance.
            silence: Seconds that a tag before it takes: the utterance is a break.
        """
        words = [*self._written(deque(utterance.words))]
        return utterance._replace(words=[word._replace(end=word.end + silence) for word in words])

    def _written(self, spoken: deque[Timed]) -> Iterator[Timed]:
        # Both queues run in step: each pair takes as many spoken words as its alias has. An alias may end a sentence,
        # and then its words are in two utterances.
        end = 0.0
        while self._pairs and (spoken or not self._pairs[0].spoken):
            pair = self._pairs.popleft()
            here = [spoken.popleft() for _ in range(min(pair.spoken, len(spoken)))]
            end = here[-1].end if here else end
            if len(here) < pair.spoken:
                # The alias goes on in the next utterance; the words as written belong to its beginning.
                self._pairs.appendleft(Pair([], pair.spoken - len(here)))
            if len(pair.written) == len(here):
                yield from (Timed(word, time.start, time.end) for word, time in zip(pair.written, here, strict=True))
            elif here:
                yield from estimate_times(pair.written, here[0].start, here[-1].end)
            else:  # a tag that is not heard is where it would be
                yield from (Timed(tag, end, end) for tag in pair.written)
        yield from spoken


def with_markup(text: str) -> SpokenText:
    """Return a text without its markup, which knows the words as written."""
    pairs = deque(pair for match in _TOKEN.finditer(text) for pair in _pairs(match[0]))
    plain = strip_markup(text)
    words = split_words(plain)
    if sum(pair.spoken for pair in pairs) != len(words):
        # The parts of odd markup do not always give what the whole gives: then the words are those without it.
        pairs = deque(Pair([word], 1) for word in words)
    return SpokenText(plain, pairs)


def _pairs(token: str) -> Iterator[Pair]:
    """Yield the words of what stands between two spaces: one word, or the signs of a script without spaces and the tags."""
    plain = strip_markup(token)
    if not MARKUP.search(token):
        yield from (Pair([word], 1) for word in split_words(token))
    elif not is_unspaced(plain):
        yield Pair([token], len(split_words(plain)))
    else:
        for part in re.split(f"({MARKUP.pattern})", token, flags=MARKUP.flags):
            if MARKUP.fullmatch(part):
                yield Pair([part], len(split_words(strip_markup(part))))
            else:
                yield from (Pair([word], 1) for word in split_words(part))
