"""Headers as a dict in which they are found in any case."""

from __future__ import annotations

from typing import Any


class HeaderDict(dict[str, str]):
    """Headers by the names that they were given; looked up, names may be in capitals or small letters."""

    def _named(self, name: object) -> Any:
        known = (each for each in self if isinstance(name, str) and each.lower() == name.lower())
        return next(known, name)

    def __missing__(self, name: str) -> str:
        if (known := self._named(name)) == name:
            raise KeyError(name)
        return self[known]

    def __contains__(self, name: object) -> bool:
        return super().__contains__(self._named(name))

    def get(self, name: str, default: Any = None) -> Any:
        """Return a header, or the default if there is none."""
        return super().get(self._named(name), default)
