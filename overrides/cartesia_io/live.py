"""What belongs to one connection of one process."""

from __future__ import annotations

from typing import Any, ClassVar

from cartesia_api.arguments import InvalidRequestError


class Live:
    """Refuses to be copied or pickled: two copies would read from one connection, each a part of what arrives."""

    _instead: ClassVar[str]
    """What to do in place of that."""

    def __reduce_ex__(self, protocol: Any) -> Any:
        """Raise InvalidRequestError. `copy.copy`, `copy.deepcopy` and `pickle` all come here."""
        name = type(self).__name__
        raise InvalidRequestError(f"{name} reads from a connection, so it cannot be copied or pickled; {self._instead}")
