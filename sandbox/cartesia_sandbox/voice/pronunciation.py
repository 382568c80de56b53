"""Pronunciation dictionaries: speak an alias in place of a word, and report the times of the words as written."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Mapping
from typing import Any

from .transcript import split_words, strip_markup
from .written import Pair, SpokenText


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
        pairs: deque[Pair] = deque()
        place = 0
        for match in self._pattern.finditer(text) if self._pattern else ():
            # A match may hold several words, and a word may go on after it ("SQL's", "Sonic."): cut at the spaces around.
            start = text.rfind(" ", 0, match.start()) + 1
            if start < place:
                continue
            end = text.find(" ", match.end())
            end = len(text) if end < 0 else end
            written = text[start:end]
            pairs.extend(Pair([word], 1) for word in split_words(text[place:start]))
            pairs.append(Pair(split_words(written), len(split_words(self.replace(written)))))
            place = end
        pairs.extend(Pair([word], 1) for word in split_words(text[place:]))
        return SpokenText(self.replace(text), pairs)
