"""What clients are as values: shown, compared, copied, and pickled for another process, without the key."""

from __future__ import annotations

import pickle
from typing import Any, Self

from cartesia_api.options import CallOptions

from .errors import ConfigurationError

NOT_PICKLED = ("self", "__class__", "http_options", "api_key", "token")
"""Variables of the constructor that are no settings, or secret."""


class Copyable:
    """What a client does when it is shown, compared, copied or pickled."""

    version: Any
    base_url: Any
    _settings: dict[str, Any]
    _resources: Any
    _set_up: Any
    """The constructor of this package: that of a subclass may have other arguments."""

    def with_options(self) -> Self:
        """Return a client that shares the connections of this one."""
        raise NotImplementedError

    def _make_resources(self, defaults: CallOptions) -> None:
        raise NotImplementedError

    def __repr__(self) -> str:
        made = "_policy" in vars(self)  # tracebacks show clients whose __init__ has failed, too
        return f"{type(self).__name__}({f'base_url={self.base_url!r}, version={self.version!r}' if made else '...'})"

    # Clients are compared by identity; the generated class would compare settings.

    def __eq__(self, other: object) -> bool:
        return self is other

    def __copy__(self) -> Self:
        return self.with_options()

    def __deepcopy__(self, memo: object) -> Self:
        return self.with_options()

    def __reduce__(self) -> tuple[Any, ...]:
        """Return the settings for a pickle. The key stays here: the other process takes it from its environment.

        Raises:
            ConfigurationError: A setting cannot be pickled.
        """
        settings = {**self._settings, "version": self.version, "base_url": self.base_url}
        if failing := [name for name, value in settings.items() if not _can_be_pickled(value)]:
            raise ConfigurationError(f"a client with {failing[0]}= cannot be pickled; create one in each process")
        return _unpickled, (type(self), settings, self._resources._session.defaults)


def _can_be_pickled(value: object) -> bool:
    try:
        pickle.dumps(value)
    except Exception:
        return False
    return True


def _unpickled(kind: type[Copyable], settings: dict[str, Any], defaults: CallOptions) -> Copyable:
    client = object.__new__(kind)
    client._set_up(**settings)
    client._make_resources(defaults)
    return client
