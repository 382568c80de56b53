"""The tables of docs/errors.md, made from the classes of errors and from what decides about retries."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Any, get_args

import cartesia_client
from cartesia_api.models import ErrorCode
from cartesia_client import APIStatusError, CartesiaError, errors
from cartesia_io.http.retry import Outcome, RetryPolicy, decide

STATUSES = {kind.__name__: status for status, kind in errors._BY_STATUS.items()} | {"InternalServerError": 500}
"""A status for each class; all of 500 and above are treated alike, but for 503 with Retry-After."""
UNANSWERED = {"APIConnectionError": "lost", "APITimeoutError": "lost"}


def _kinds(kind: type[CartesiaError], depth: int = 0) -> Iterator[tuple[type[CartesiaError], int]]:
    """Walk the tree of errors from its root, with the depth of each."""
    yield kind, depth
    for child in _children(kind):
        yield from _kinds(child, depth + 1)


def _children(kind: type[Exception]) -> list[Any]:
    """Return the public classes below a class: `compat` makes others of the same names."""
    public = [getattr(cartesia_client, name) for name in cartesia_client.__all__]
    return [child for child in kind.__subclasses__() if child in public]


def _retried(kind: type[Exception]) -> str:
    """Say which requests are tried again after this error, by asking what decides."""
    name = kind.__name__
    if name in STATUSES:
        outcome = Outcome("status", STATUSES[name])
    elif name in UNANSWERED:
        outcome = Outcome("lost")
    else:
        return "no" if not _children(kind) else ""
    read, write = (decide(RetryPolicy(), method, outcome, 1, 0.0, 0.0).wait is not None for method in ("GET", "POST"))
    return {(True, True): "yes", (True, False): "reads only", (False, False): "no"}[read, write]


def _texts(kind: type[Exception]) -> tuple[str, str]:
    """Return what the error means, and what to do: the first two paragraphs of its docstring."""
    meaning, _, rest = inspect.cleandoc(kind.__doc__ or "").partition("\n\n")
    advice = rest.partition("\n\n")[0]
    return _line(meaning), "" if advice.startswith("Attributes:") else _line(advice)


def _line(text: str) -> str:
    return " ".join(text.split())


def exceptions() -> str:
    """Return the table of all errors: what each means, whether the request is tried again, and what to do."""
    from cartesia_client import IncompleteAudioError, NotSavedError  # the tree is complete once all of it is loaded

    assert issubclass(IncompleteAudioError, CartesiaError)
    assert issubclass(NotSavedError, CartesiaError)
    rows = ["| error | what it means | tried again | what to do |", "|---|---|---|---|"]
    for kind, depth in _kinds(CartesiaError):
        meaning, advice = _texts(kind)
        where = f"{kind.__module__}.{kind.__name__}"
        # A joiner of words keeps the name behind its indent in a narrow cell.
        rows.append(
            f"| {'&emsp;' * depth}&#8288;[`{kind.__name__}`][{where}] | {meaning} | {_retried(kind)} | {advice} |"
        )
    return "\n".join(rows)


def codes() -> str:
    """Return the list of the codes of errors that the service is known to send."""
    return ", ".join(f"`{code}`" for code in get_args(ErrorCode))


def statuses() -> str:
    """Return which status raises which class, and which requests are tried again after it."""
    rows = ["| status | error | a read is tried again | a request that may cost is tried again |", "|---|---|---|---|"]
    for status, headers in [
        *((code, {}) for code in (400, 401, 402, 403, 404, 408, 409, 422, 429, 500, 502, 503)),
        (503, {"retry-after": "5"}),
    ]:
        outcome = Outcome("status", status, headers)
        verdicts = (decide(RetryPolicy(), method, outcome, 1, 0.0, 0.0).wait is not None for method in ("GET", "POST"))
        kind = errors._kind(status)
        name = f"{status} with `Retry-After`" if headers else str(status)
        read, write = ("yes" if verdict else "no" for verdict in verdicts)
        rows.append(f"| {name} | [`{kind.__name__}`][{APIStatusError.__module__}.{kind.__name__}] | {read} | {write} |")
    return "\n".join(rows)


TABLES = {"errors": exceptions, "statuses": statuses, "codes": codes}
"""The tables by their names in docs/errors.md."""
