"""Lines of the log: what became of each attempt, each wait and each connection. They hold names, numbers and ids alone."""

from __future__ import annotations

import logging
import os
import warnings
from collections.abc import Mapping
from logging import DEBUG, INFO
from typing import Any

from .text import one_line

LOG = logging.getLogger("cartesia_client")
LEVELS = ("debug", "info", "warning", "error", "critical")
__all__ = ["DEBUG", "INFO", "LOG", "report", "report_end", "request_id_of", "set_up"]

# A line names an operation, a socket or a context, says what happened, and adds the facts: status, seconds, attempt, request id.
# What a program or the service says in words stays out, because it may repeat a text that is spoken. `masking` filters the
# logger, too, should an id hold a credential.


def report(
    level: int,
    operation: str,
    event: str,
    *,
    status: int | None = None,
    seconds: float | None = None,
    attempt: int | None = None,
    request_id: str | None = None,
) -> None:
    """Write a line, whose record has these facts as attributes, too.

    Args:
        level: DEBUG or INFO.
        operation: What it is about, such as "tts.generate".
        event: What happened.
        status: HTTP status.
        seconds: How long it took.
        attempt: Number of the attempt, from 1.
        request_id: Id of the request at the service.
    """
    if not LOG.isEnabledFor(level):
        return
    facts = [
        f"status {status}" if status else "",
        f"{seconds:.3f} s" if seconds is not None else "",
        f"attempt {attempt}" if attempt else "",
        f"request id {request_id}" if request_id else "",
    ]
    said = ", ".join(fact for fact in facts if fact)
    extra = {"operation": operation, "status": status, "seconds": seconds, "attempt": attempt, "request_id": request_id}
    LOG.log(level, "%s", one_line(f"{operation}: {event}" + (f" ({said})" if said else "")), extra=extra)


def report_end(operation: str, failure: Exception | None = None, **facts: Any) -> None:
    """Write that an operation is done, or with which error it has failed. Other facts are those of `report`."""
    if failure is None:
        report(INFO, operation, "done", **facts)
        return
    code = getattr(failure, "error_code", None)
    found = {"status": getattr(failure, "status_code", None), "request_id": getattr(failure, "request_id", None)}
    report(INFO, operation, f"gave up: {type(failure).__name__}{f' {code}' if code else ''}", **found, **facts)


def request_id_of(headers: Mapping[str, str]) -> str | None:
    """Return the id of a request that the headers of its response name, None without one."""
    return next((one_line(headers[name], 100) for name in headers if name.lower().endswith("request-id")), None)


class _Fallback(logging.StreamHandler):  # type: ignore[type-arg]  # generic for type checkers alone
    """Writes to standard error as long as the program has no handlers of its own."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record."""
        if not logging.getLogger().handlers:
            super().emit(record)


def set_up(variable: str) -> None:
    """Set the level of the log to what an environment variable says. Without handlers of the program, write to standard error."""
    level = os.environ.get(variable, "").strip().lower()
    if not level:
        return
    if level not in LEVELS:
        warnings.warn(
            f"{variable} must be one of {', '.join(LEVELS)}; nothing is logged for {level[:20]!r}", stacklevel=4
        )
        return
    write_from(level)


def write_from(level: str) -> None:
    """Write what is at least of a level, such as "info". Without handlers of the program, write to standard error."""
    LOG.setLevel(level.upper())
    if not any(isinstance(each, _Fallback) for each in LOG.handlers):
        handler = _Fallback()
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        LOG.addHandler(handler)
