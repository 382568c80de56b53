# Copied from scripts/codegen/runtime/parsing.py: edit that file.
"""The typed content of a response, which a generated `_parse_response` reads."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar, get_type_hints

from .readers import constructed

if TYPE_CHECKING:
    import httpx

    from .model import Model

M = TypeVar("M", bound="Model")


def json_of(response: httpx.Response) -> Any:
    """Return the body of a response, decoded: the same as `response.json()`, in half of the time.

    Raises:
        ValueError: It is no JSON.
    """
    import msgspec  # what speech needs does not load it

    try:
        return msgspec.json.decode(response.content)
    except (ValueError, RecursionError):
        return (
            response.json()
        )  # it may be what Python alone reads: half of a surrogate pair, another encoding


def model_of(model: type[M], response: httpx.Response) -> M:
    """Return the body of a response as a model: the same as `from_dict`, without a copy of what is decoded for it."""
    return model._reader(owned=True)(json_of(response))  # type: ignore[no-any-return]  # of this class


def content_of(parse: Callable[..., Any], client: Any, response: httpx.Response) -> tuple[Any, str]:
    """Return what a response holds; None if that is not what the API specifies. And why.

    A call may name another Cartesia-Version than its client has. Its response is read as the type of the client's version, too,
    but what this type needs may be missing, and reads as None.
    """
    try:
        result = parse(client=client, response=response)
        return result, f"the API specifies no body for status {response.status_code}"
    except KeyError as error:
        why = f"the field {error} is missing"
    except Exception as error:  # a model may fail in any way over a body that is none of it
        why = str(error)
    named = response.request.headers.get("cartesia-version")
    if named in (None, getattr(client, "version", named)):
        return None, why
    why += f"; a client with version={named!r} has the types of the version that this call named"
    return _without_check(parse, response), why


def _without_check(parse: Callable[..., Any], response: httpx.Response) -> Any:
    """Return the content as the type that is expected, if it is an object or a list as that type is."""
    try:
        given = response.json()
    except ValueError:
        return None
    found = constructed(get_type_hints(parse)["return"], given)
    return None if found is given or getattr(found, "data", ()) is None else found
