"""Keeps credentials out of recordings: those of headers, queries and cookies, and tokens in bodies, wherever they come back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode

from ..journal.redact import HEADERS, HIDDEN, QUERIES, redact

DROPPED = {"cookie", "set-cookie", "set-cookie2"}
"""Headers that are not recorded at all."""
FIELDS = {"token", "access_token", "api_key"}
"""Fields of JSON objects that hold credentials."""
TOKEN = "hidden-in-the-recording"
"""Stands for a credential in a body. A program can go on with it: a replay accepts any."""
_SHORTEST = 6
"""Characters of a credential that is searched for in other texts. Shorter ones, of tests, would be found in ordinary words."""


class Hider:
    """Hides credentials, those of earlier requests among them: a token that was answered is sent by the next one."""

    def __init__(self) -> None:
        self._known: dict[str, None] = {}

    def learn(self, credential: str) -> None:
        """Take note of a credential, in the forms that it has in other texts."""
        if len(credential) >= _SHORTEST:
            for form in (credential, quote(credential, safe=""), json.dumps(credential)[1:-1]):
                self._known[form] = None

    def headers(self, headers: Iterable[tuple[str, str]]) -> dict[str, str]:
        """Return headers by their names in lower case, without credentials and cookies."""
        found = {name.lower(): value for name, value in headers if name.lower() not in DROPPED}
        for name in HEADERS & found.keys():
            self.learn(found[name].rpartition(" ")[2])
            found[name] = HIDDEN
        return {name: self.text(value) for name, value in found.items()}

    def url(self, path: str, query: str) -> str:
        """Return path and query without credentials."""
        pairs = parse_qsl(query, keep_blank_values=True)
        for name, value in pairs:
            if name in QUERIES:
                self.learn(value)
        shown = urlencode([(name, HIDDEN if name in QUERIES else self.text(value)) for name, value in pairs])
        return quote(self.text(path), safe="/*") + (f"?{shown}" if shown else "")

    def text(self, text: str) -> str:
        """Return a text without the credentials that are known, and without what looks like one."""
        for credential in self._known:
            text = text.replace(credential, HIDDEN)
        return redact(text)

    def body(self, data: bytes) -> bytes:
        """Return a body or frame without credentials. What is not text stays as it is."""
        try:
            value = json.loads(data)
        except (ValueError, RecursionError):
            value = None
        if isinstance(value, dict) and FIELDS & value.keys():
            data = json.dumps(self._without(value)).encode()
        try:
            text = data.decode()
        except UnicodeDecodeError:
            return data
        return self.text(text).encode()

    def _without(self, fields: Mapping[str, Any]) -> dict[str, Any]:
        for name in FIELDS & fields.keys():
            if isinstance(fields[name], str):
                self.learn(fields[name])
        return {name: TOKEN if name in FIELDS and isinstance(value, str) else value for name, value in fields.items()}
