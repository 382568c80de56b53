"""Pronunciation dictionaries: speak an alias in place of a word, and report the times of the words as written."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from .sound import Timed, Utterance, estimate_times
from .transcript import split_words, strip_markup


class _Pair(NamedTuple):
    """Words as written, and how many words are spoken for them."""

    written: Sequence[str]
    spoken: int


class PronunciationRules:
    """The items of a pronunciation dictionary, ready to be applied.

    Args:
        items: Objects with `text`, `alias` and optionally `case_sensitive`. Where two match, the longer text wins.
    """

    def __init__(self, items: Iterable[Mapping[str, Any]]) -> None:
        known = sorted((item for item in items if item["text"].strip()), key=lambda item: -len(item["text"]))
        self._aliases = [strip_markup(item["alias"]) for item in known]
        patterns = [
            f"((?{'' if item.get('case_sensitive') else 'i'}:{re.escape(' '.join(item['text'].split()))}))"
            for item in known
        ]
        # Whole words only: no letter or digit stands beside a match.
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)") if patterns else None

    def replace(self, text: str) -> str:
        """Replace the words of the dictionary by their aliases."""
        if self._pattern is None:
            return text
        return self._pattern.sub(lambda match: self._aliases[(match.lastindex or 1) - 1], text)

    def apply(self, text: str) -> SpokenText:
        """Return the text to speak, which knows the words as written."""
        pairs: deque[_Pair] = deque()
        place = 0
        for match in self._pattern.finditer(text) if self._pattern else ():
            # A match may hold several words, and a word may go on after it ("SQL's", "Sonic."): cut at the spaces around.
            start = text.rfind(" ", 0, match.start()) + 1
            if start < place:
                continue
            end = text.find(" ", match.end())
            end = len(text) if end < 0 else end
            written = text[start:end]
            pairs.extend(_Pair([word], 1) for word in split_words(text[place:start]))
            pairs.append(_Pair(split_words(written), len(split_words(self.replace(written)))))
            place = end
        pairs.extend(_Pair([word], 1) for word in split_words(text[place:]))
        return SpokenText(self.replace(text), pairs)


class SpokenText:
    """A text to speak, which knows the words as written.

    Attributes:
        text: The text with aliases.
    """

    def __init__(self, text: str, pairs: deque[_Pair]) -> None:
        self.text = text
        self._pairs = pairs

    def as_written(self, utterance: Utterance) -> Utterance:
        """Return the next utterance of the text with the words as written instead of the spoken ones."""
        return utterance._replace(words=[*self._written(deque(utterance.words))])

    def _written(self, spoken: deque[Timed]) -> Iterator[Timed]:
        # Both queues run in step: each pair takes as many spoken words as its alias has. An alias may end a sentence,
        # and then its words are in two utterances.
        while spoken and self._pairs:
            pair = self._pairs.popleft()
            here = [spoken.popleft() for _ in range(min(pair.spoken, len(spoken)))]
            if len(here) < pair.spoken:
                # The alias goes on in the next utterance; the words as written belong to its beginning.
                self._pairs.appendleft(_Pair([], pair.spoken - len(here)))
            if len(pair.written) == len(here):
                yield from (Timed(word, time.start, time.end) for word, time in zip(pair.written, here, strict=True))
            elif here:
                yield from estimate_times(pair.written, here[0].start, here[-1].end)
        yield from spoken
