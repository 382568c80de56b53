"""The errors of what a caller passes, which are raised before anything is sent.

They stand at the root of the client's tree of errors, and are here because arguments are checked where bodies are built.
"""

from __future__ import annotations

import copy
import functools
import re
import reprlib
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import Enum
from types import NoneType
from typing import TYPE_CHECKING, Any, ParamSpec, Self, TypeVar

# By its full name: older versions share this module, and the newest contract is the one that knows all versions.
from cartesia_api.contract import VERSIONS

from .hints import Hinted
from .types import UNSET, EndlessError, Unset, entries, is_uuid, plain

if TYPE_CHECKING:
    import httpx

E = TypeVar("E", bound="CartesiaError")
P = ParamSpec("P")
R = TypeVar("R")


class CartesiaError(Hinted, Exception):
    """Base class of all errors of this package. They can be copied and pickled, and never hold the credential.

    Attributes:
        may_be_billed: Whether the service may have billed the request. False: certainly not; reads never are.
    """

    may_be_billed: bool = False
    _request: httpx.Request | None = None

    @property
    def request(self) -> httpx.Request | Any:
        """Return the request that failed, without the credential; None if nothing was to be sent, or over an open socket."""
        if self._request is None and (response := self.__dict__.get("response")) is not None:
            return unsigned(response._request)
        return self._request

    @request.setter
    def request(self, request: httpx.Request | None) -> None:
        self._request = unsigned(request)

    def __str__(self) -> str:
        """Return the message without raw line breaks and control characters, which would forge lines of a log."""
        text = super().__str__()
        return text if text.isprintable() else "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)

    def __copy__(self) -> Self:
        return _restore(type(self), self.args, self.__dict__)

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        shared = {id(response): response} if (response := self.__dict__.get("response")) is not None else {}
        return _restore(type(self), self.args, copy.deepcopy(self.__dict__, {**memo, **shared}))

    def __reduce__(self) -> tuple[Any, ...]:
        state = {**self.__dict__}
        if (response := state.get("response")) is not None:
            state["response"] = response = copy.copy(response)  # as pickled, without its stream
            response._request, response.next_request = unsigned(response._request), None
        return _restore, (type(self), self.args, state)


def unsigned(request: httpx.Request | None) -> httpx.Request | None:
    """Return a copy of a request without its credential, its stream and its extensions."""
    if request is None:
        return None
    made = copy.copy(request)
    made.headers = request.headers.copy()
    for name in CREDENTIAL_HEADERS:
        made.headers.pop(name, None)
    for name in {"api_key", "access_token"} & made.url.params.keys():
        made.url = made.url.copy_remove_param(name)
    return made


def _restore(kind: type[E], args: tuple[Any, ...], state: dict[str, Any]) -> E:
    """Build a copied or unpickled error, without calling its constructor."""
    error = kind.__new__(kind, *args)
    error.args = args
    error.__dict__.update(state)
    return error


class ConfigurationError(CartesiaError, ValueError):
    """An option of the client is missing or invalid. Nothing has been sent.

    The message names the option, or the environment variable, to set.
    """


class InvalidRequestError(CartesiaError, ValueError):
    """An argument is invalid. Nothing has been sent.

    Correct the call; the message names the argument, and what was expected.
    """


_TYPES: Mapping[str, tuple[type, ...]] = {
    "str": (str,),
    "header": (str,),
    "int": (int,),
    "float": (int, float),
    "bool": (bool,),
    "list": (Sequence,),
    "dict": (Mapping,),
    "datetime": (date,),
}
_PLAIN: Mapping[type, str] = {
    bool: "bool",
    float: "float",
    NoneType: "None",
    str: "str",
    Unset: "None",
}
"""Types whose values, of texts those in ASCII, need no closer look: most checks end there."""


def check(what: str, *arguments: tuple[str, Any, str]) -> None:
    """Check the types of the arguments of a method.

    Args:
        what: The request, for errors.
        arguments: Name, value and type of each: names of JSON types, "datetime", "file", "header" or "id", separated by " | ".
            With "None", the argument may be left out: None is as good as UNSET. An "id" becomes a part of the path, a "header"
            the value of a header.

    Raises:
        InvalidRequestError: One is of another type.
    """
    for name, given, allowed in arguments:
        if _PLAIN.get(type(given), "-") in allowed and (type(given) is not str or given.isascii()):
            continue
        try:
            fault = _fault(given, allowed)
        except Exception as error:  # a value may be code of the caller
            fault = f" is a {type(given).__name__} that raises {type(error).__name__} when it is read"
        if fault:
            raise InvalidRequestError(f"{what}: the arguments cannot be sent: {name}{fault}")


def _fault(given: Any, allowed: str) -> str:
    """Return what is wrong with an argument, as it follows its name; "" if nothing is."""
    value = given.value if isinstance(given, Enum) else given
    kinds = _kinds(allowed)
    if value is UNSET:
        return "" if "None" in kinds else " is required"
    if not any(_is_of(kind, value) for kind in kinds):
        return f" must be {' or '.join(kinds).replace('header', 'str')}, not {type(given).__name__}"
    if why := _unsendable(value):
        return f" {why}"
    if "id" in allowed and str(value) in ("", ".", ".."):
        return ": a path parameter is empty, '.' or '..', which would address another operation"
    if "header" in kinds and isinstance(value, str) and not HEADER_VALUE.fullmatch(value):
        return ": a header takes ASCII characters without line breaks"
    return ""


@functools.cache  # there are as many as the description has
def _kinds(allowed: str) -> list[str]:
    return allowed.replace("id", "str").split(" | ")


def _is_of(kind: str, value: Any) -> bool:
    if kind == "None" or value is None:
        return kind == "None" and value is None
    if isinstance(value, bool) or kind == "bool":
        return isinstance(value, bool) and kind == "bool"
    if kind == "list" and isinstance(value, (str, bytes, bytearray, memoryview)):
        return False
    if isinstance(value, _TYPES.get(kind, object)):
        return True
    return (kind == "dict" and hasattr(type(value), "to_dict")) or (kind in ("str", "header") and is_uuid(value))


def _unsendable(value: Any) -> str | None:
    """Return why a text or number, or one in a list, cannot be sent."""
    if isinstance(value, (list, tuple)):
        try:
            return next((why for each in entries(value, value) if (why := _unsendable(each))), None)
        except EndlessError as error:
            return str(error)
        except RecursionError:
            return "is nested too deeply, or contains itself"
    if isinstance(value, str) and type(value) is not str:
        _ = f"{value}{value!s}"  # both may be code of the caller
    if (
        isinstance(value, str)
        and not value.isascii()
        and any("\ud800" <= letter <= "\udfff" for letter in plain(value))
    ):
        return "has half of a surrogate pair; send whole characters"
    if isinstance(value, int) and abs(value) >= 1 << 64:
        return "must be a number of at most 64 bits"
    return None


_LONGEST = 16
"""Characters of a text that is shown. Keys are longer; the password in an address comes before an @."""


def shown(value: Any) -> str:
    """Return a value for messages: a short text, or a number; of others, which may hold a secret, the type."""
    try:
        if isinstance(value, str) and (len(value) > _LONGEST or "@" in value):
            return f"a text of {len(value)} characters"
        return reprlib.repr(value) if isinstance(value, (str, int, float, NoneType)) else type(value).__name__
    except Exception:  # an int may have too many digits
        return type(value).__name__


def omitting(method: Callable[P, R]) -> Callable[P, R]:
    """Let UNSET stand for the default of any keyword argument of a method."""

    @functools.wraps(method)
    def called(*args: P.args, **kwargs: P.kwargs) -> R:
        for name in [name for name, value in kwargs.items() if value is UNSET]:
            del kwargs[name]
        return method(*args, **kwargs)

    return called


CREDENTIAL_HEADERS = ("x-api-key", "authorization")
HEADER_VALUE = re.compile(r"[\t\x20-\x7e]*")


def check_version(version: Any, name: str = "version") -> str:
    """Return the version, if it is a date of the form YYYY-MM-DD on which the API had versions.

    Args:
        version: The version.
        name: Name of the argument, for errors.

    Raises:
        ConfigurationError: It is no such date, or one before the oldest version.
    """
    version = plain(version)
    try:
        # fromisoformat alone accepts 20260814 and 2026-W33-5, too.
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", version):
            raise ValueError
        date.fromisoformat(version)
    except (TypeError, ValueError):
        raise ConfigurationError(f"{name} must be a date such as 2026-08-14, not {shown(version)}") from None
    if VERSIONS and version < (oldest := min(VERSIONS)):
        raise ConfigurationError(f"{name} must be {oldest}, the oldest version, or later, not {shown(version)}")
    return version  # type: ignore[no-any-return]  # a str, as the pattern needs one
