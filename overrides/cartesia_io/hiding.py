"""Credentials that nothing shows: neither a repr, nor a frame that an exception leaves, nor what others repeat of them."""

from __future__ import annotations

import functools
import re
import sys
import traceback
from collections import deque
from collections.abc import Callable, Coroutine, Mapping
from inspect import isawaitable
from typing import Any, NoReturn, ParamSpec, Self, TypeVar

from cartesia_api.arguments import ConfigurationError

from . import masking

MAX_KEY = 16 * 1024
"""Characters of the longest credential. Tokens have some thousands, servers take 8 to 64 KiB of headers, and URLs are limited."""
P = ParamSpec("P")
T = TypeVar("T")
_SHOWN = {"base_url", "websocket_base_url", "default_headers", "default_query"}
"""Options that become a part of requests."""


class Secret:
    """A credential that neither its repr nor its attributes show, and that cannot be pickled. As long as it lives, it is masked.

    Attributes:
        reveal: Return the credential.
    """

    __slots__ = ("__weakref__", "reveal")

    def __init__(self, value: Any) -> None:
        value = str.__str__(value) if _is_text(value) else value  # a subclass may show itself otherwise
        self.reveal: Callable[[], Any] = lambda: value
        masking.watch(self, value)

    def __repr__(self) -> str:
        return "Secret(***)"

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def __reduce__(self) -> NoReturn:
        raise ConfigurationError("a credential is not pickled; the other process takes it from CARTESIA_API_KEY")

    def __eq__(self, other: object) -> bool:
        return bool(self.reveal() == (other.reveal() if isinstance(other, Secret) else other))

    def __hash__(self) -> int:
        return hash(self.reveal())


class Hidden(dict[str, Any]):
    """Options whose repr shows none of them: they may hold a credential, such as the password of a proxy."""

    def __repr__(self) -> str:
        return "Hidden(***)"


def _is_text(value: object) -> bool:
    return issubclass(type(value), str)  # isinstance() asks the value, which may be code of the caller


def hidden(given: Any) -> Any:
    """Return a credential as a Secret, even one of a wrong type; what returns one, as it is."""
    return given if given is None or callable(given) or type(given) is Secret else Secret(given)


# Libraries keep headers and addresses in local variables, and what is raised below them (a cancellation, say) carries their
# frames to error trackers and to `pytest --showlocals`. The frames stay in the traceback, for their lines; without variables.


class forgetting:  # a context manager, which each request enters, and a generator takes thrice the steps
    """Remove the variables from the frames that an exception leaves in this block, and from those of its causes."""

    __slots__ = ("_handled",)

    def __enter__(self) -> None:
        self._handled = (
            sys.exception()
        )  # by the caller: it becomes a context of what is raised here, and is none of ours

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if error is not None:
            _forget(error, self._handled)


def _forget(error: BaseException, handled: BaseException | None) -> None:
    """Remove the variables from the frames that an exception and its causes have left."""
    seen, links = {id(handled), id(None)}, [error]
    while links:
        link: Any = links.pop()
        if id(link) not in seen:
            seen.add(id(link))
            if any(type(each) is str and masking.masked(each) != each for each in link.args):
                link.args = tuple(masking.masked(each) if type(each) is str else each for each in link.args)
            traceback.clear_frames(link.__traceback__)  # last: a credential that they alone hold is not masked any more
            links += [link.__cause__, link.__context__, *getattr(link, "exceptions", ())]


# A frame can be emptied only when it has ended, so these stand around functions whose own variables are to go.


def forgetful(function: Callable[P, T]) -> Callable[P, T]:
    """Have a function leave no variables in the frames of what it raises: arguments may hold a credential, and what arrives."""

    @functools.wraps(function)
    def call(*args: P.args, **kwargs: P.kwargs) -> T:
        handled = sys.exception()
        try:
            return function(*args, **kwargs)
        except BaseException as error:
            _forget(error, handled)
            del args, kwargs
            raise

    return call


def aforgetful(function: Callable[P, Coroutine[Any, Any, T]]) -> Callable[P, Coroutine[Any, Any, T]]:
    """Have a coroutine function leave no variables, as `forgetful` does."""

    @functools.wraps(function)
    async def call(*args: P.args, **kwargs: P.kwargs) -> T:
        handled = sys.exception()
        try:
            return await function(*args, **kwargs)
        except BaseException as error:
            _forget(error, handled)
            del args, kwargs
            raise

    return call


def refuse_credentials(given: Mapping[str, Any]) -> None:
    """Check that options, which messages and requests show, hold no credential of this process.

    Raises:
        ConfigurationError: One does. The text does not show it.
    """
    for name in _SHOWN & given.keys():
        if given[name] is None:
            continue
        try:
            text = repr({**given[name]} if isinstance(given[name], Mapping) else given[name])
        except Exception:  # it may be code of the caller; what is wrong with it is found elsewhere
            continue
        if masking.masked(text) != text:
            raise ConfigurationError(f"{name} must not hold the key or token; the client sends it by itself")


def parse_key(value: Any, source: str) -> Secret:
    """Return a credential without surrounding whitespace.

    Args:
        value: The credential, or a Secret of it, which is returned itself if it has none.
        source: Where the value comes from, for messages. They never show the value.

    Raises:
        ConfigurationError: The value cannot be sent as a header.
    """
    given, value = value, value.reveal() if isinstance(value, Secret) else value
    if not _is_text(value):
        raise ConfigurationError(f"{source} must be str, got {type(value).__name__}")
    value = str.strip(value)
    if not value:
        raise ConfigurationError(f"{source} is empty")
    if len(value) > MAX_KEY:
        raise ConfigurationError(f"{source} is longer than {MAX_KEY} characters, and cannot be sent as a header")
    if not re.fullmatch(r"[\x21-\x7e]+", value):
        raise ConfigurationError(f"{source} contains whitespace or characters that are not printable ASCII")
    return given if isinstance(given, Secret) and given.reveal() == value else Secret(value)


class KeySource:
    """Where a credential comes from: itself, or a callable that returns it.

    Args:
        argument: Name of the argument that it was given as, for messages.
        source: The credential, or what returns it, which may be async for `aread`.
    """

    def __init__(self, argument: str, source: Secret | Callable[[], Any]) -> None:
        self._argument, self._source = argument, source
        self._latest: deque[Secret] = deque(maxlen=8)
        """What a callable has returned, to be masked in what arrives later."""

    def read(self) -> Secret:
        """Return the credential. A callable is called each time."""
        if isinstance(self._source, Secret):
            return self._source
        with forgetting():
            return self._returned(self._called(self._source))

    async def aread(self) -> Secret:
        """Return the credential. A callable is called each time, and awaited if it is async."""
        if isinstance(self._source, Secret):
            return self._source
        with forgetting():
            return self._returned(await self._acalled(self._source))

    def is_shown_in(self, data: bytes) -> bool:
        """Return whether data holds the credential. One of a few letters, as tests have, could be in any."""
        value = self._source.reveal() if isinstance(self._source, Secret) else ""
        return len(value) >= 16 and value.encode() in data

    # What a callable raises is not repeated: its text may hold the key.

    def _called(self, source: Callable[[], Any]) -> Any:
        try:
            return source()
        except Exception as error:
            raise ConfigurationError(
                f"the {self._argument} callable raised {type(error).__name__}; see its cause"
            ) from error

    async def _acalled(self, source: Callable[[], Any]) -> Any:
        value = self._called(source)
        try:
            return await value if isawaitable(value) else value
        except Exception as error:
            raise ConfigurationError(
                f"the {self._argument} callable raised {type(error).__name__}; see its cause"
            ) from error

    def _returned(self, value: Any) -> Secret:
        if isawaitable(value):
            getattr(value, "close", bool)()  # a coroutine: nothing awaits it
            raise ConfigurationError(f"{self._argument} is an async callable; AsyncCartesia can await it")
        if not isinstance(value, str):
            raise ConfigurationError(f"{self._argument} callable must return str, got {type(value).__name__}")
        self._latest.append(parse_key(value, f"the return value of the {self._argument} callable"))
        return self._latest[-1]
