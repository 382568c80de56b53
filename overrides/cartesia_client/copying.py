"""What clients are as values: shown, compared, copied, and pickled for another process, without the key."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from cartesia_api.client import Client
from cartesia_api.options import CallOptions
from cartesia_io.hiding import Hidden
from cartesia_io.http.network import HttpOptions
from cartesia_io.values import pickled, set_attributes

from .errors import ConfigurationError
from .versions import follows_version

NOT_PICKLED = ("self", "__class__", "http_options", "api_key", "token")
"""Variables of the constructor that are no settings, or secret."""
_OURS = {
    "_settings",
    "_policy",
    "_connections",
    "_resources",
    *(slot for slot in vars(Client)["__slots__"] if slot[0] == "_"),
}
"""Attributes that the constructor makes."""


class Copyable:
    """What a client does when it is shown, compared, copied or pickled."""

    version: Any
    base_url: Any
    _settings: dict[str, Any]
    _resources: Any
    _policy: Any
    _connections: Any
    with_options: Any
    """Returns a client that shares the connections of this one."""
    _make_resources: Any
    _set_up: Any
    """The constructor of this package: that of a subclass may have other arguments."""

    def __repr__(self) -> str:
        made = "_policy" in vars(self)  # tracebacks show clients whose __init__ has failed, too
        return f"{type(self).__name__}({f'base_url={self.base_url!r}, version={self.version!r}' if made else '...'})"

    def _with_same_attributes(self) -> Self:
        """Return a copy without resources of its own. It has the attributes that a subclass has set."""
        twin = object.__new__(type(self))
        set_attributes(twin, _attributes(self))
        return twin

    def _state(self) -> dict[str, Any]:
        """Return the settings that are not as they were passed."""
        policy = self._policy
        state = {"version": self.version, "base_url": self.base_url, "default_headers": policy.headers}
        return state | {"default_query": policy.query, "socket_hooks": policy.socket_hooks}

    def _set_up_anew(self, changes: Mapping[str, Any]) -> None:
        """Set the client up with other settings, and on the connections that it has."""
        identity, kept, usage = self._policy.identity, self._settings, self._policy.usage
        given = {name: value for name, value in kept.items() if name not in HttpOptions.__annotations__}
        if is_same_account := not {"api_key", "token"} & changes.keys():
            given[identity.argument] = identity.given
        given |= self._state() | {"http_client": self._connections.open()}
        self._set_up(**{**given, **changes})
        if is_same_account:
            self._policy.usage = usage
        given = {name: value for name, value in changes.items() if name not in ("api_key", "token")}
        self._settings = Hidden({**kept, **given})

    def __copy__(self) -> Any:
        return self.with_options()

    def __deepcopy__(self, memo: object) -> Any:
        return self.with_options()

    def __reduce__(self) -> tuple[Any, ...]:
        """Return settings and attributes for a pickle. The key stays here: the other process takes it from its environment.

        Raises:
            ConfigurationError: One of them cannot be pickled, or is the key.
        """
        settings = self._settings | self._state()
        own = {name: value for name, value in _attributes(self).items() if name not in _OURS}
        for name, value in {**settings, **own}.items():
            what = f"{name}=" if name in settings else f"the attribute {name}"
            if (data := pickled(value)) is None:
                raise ConfigurationError(f"a client with {what} cannot be pickled; create one in each process")
            if self._policy.identity.is_shown_in(data):
                raise ConfigurationError(
                    f"a client with its key in {what} cannot be pickled; create one in each process"
                )
        return _unpickled, (type(self), settings, self._resources._session.defaults, own)


def _attributes(client: object) -> dict[str, Any]:
    """Return the attributes of a client, those in slots, too; without the resources that it has looked up."""
    state: Any = object.__getstate__(client)
    parts = state if isinstance(state, tuple) else (state,)
    found = {name: value for part in parts for name, value in (part or {}).items()}
    return {name: value for name, value in found.items() if not follows_version(type(client), name)}


def _unpickled(
    kind: type[Copyable], settings: dict[str, Any], defaults: CallOptions, attributes: dict[str, Any]
) -> Copyable:
    client = object.__new__(kind)
    client._set_up(**settings)
    set_attributes(client, attributes)
    client._make_resources(defaults)
    return client
