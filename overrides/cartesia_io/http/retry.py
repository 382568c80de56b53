"""When a request is retried. Pure: no clock, no sleep, no I/O but lines of the log.

Speech is billed by the request, and services of this kind have no idempotency keys. A POST is therefore retried only if
the service cannot have carried it out: there was no connection, or the service says so (429, or 503 with Retry-After).
"""

from __future__ import annotations

import math
import ssl
from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple

from ..logs import DEBUG, INFO, LOG, report, report_end, request_id_of
from ..turns import Place
from .reading import SAFE_METHODS, retry_after

FIRST_DELAY, LONGEST_DELAY = 0.5, 8.0
MAY_BE_BILLED = (
    "; the service may have carried out and billed the request, so it was not retried (retry_billed=True would)"
)
READ_ONCE = "; the upload cannot be read a second time, so it was not retried; pass a path, bytes or a seekable file"


class RetryPolicy(NamedTuple):
    """The caller's settings."""

    max_retries: int = 2
    deadline: float = 120.0
    """Seconds from the first attempt within which another one may start."""
    retry_billed: bool = False
    """Whether a POST is retried like a GET, at the risk of being billed twice."""
    total: float | None = None
    """Seconds from the first attempt after which the call ends; None sets no limit."""


_FAILURES = {
    "unsent": "there was no connection",
    "lost": "there was no whole response",
    "status": "the service refused",
    "certificate": "a certificate was rejected",
}


class Outcome(NamedTuple):
    """How an attempt failed.

    It never left this machine ("unsent"), its effect is unknown ("lost"), the service returned an error ("status"), or one side
    rejected the certificate of the other ("certificate").
    """

    kind: Literal["unsent", "lost", "status", "certificate"]
    status: int = 0
    headers: Mapping[str, str] = {}
    read_once: bool = False
    """Whether the body of the request has been read and cannot be read again."""
    is_crowded: bool = False
    """Whether the concurrency limit of the plan is reached."""


class Decision(NamedTuple):
    """What follows from a failed attempt."""

    wait: float | None
    """Seconds to wait before the next attempt; None to give up."""
    note: str = ""
    """Why there is no other attempt, to add to the error; empty if it needs no explanation."""


class Attempts:
    """The attempts at one request or handshake: how many, since when, and whether another one follows."""

    name = "context"
    """What the log calls it."""

    def __init__(
        self, retries: RetryPolicy, method: str, clock: Callable[[], float], jitter: Callable[[], float], place: Place
    ) -> None:
        self.place = place
        """Its turn among the calls of the client."""
        self.number = 1
        """Number of the attempt that is under way, from 1."""
        self._retries = retries
        self._method = method
        self._clock = clock
        self._jitter = jitter
        self._began = self._attempt_began = clock()
        self.may_be_billed = False
        """Whether the service may have carried out and billed an attempt."""

    def seconds_left(self) -> float:
        """Return the seconds until the call must end."""
        total = self._retries.total
        return math.inf if total is None else self._began + total - self._clock()

    def starting(self) -> None:
        """Report that the next attempt begins."""
        self._attempt_began = self._clock()
        report(DEBUG, self.name, "an attempt begins", attempt=self.number)

    def _report(self, event: str, status: int | None, request_id: str | None) -> None:
        """Write how the attempt that is under way has ended."""
        seconds = self._clock() - self._attempt_began
        report(INFO, self.name, event, status=status, seconds=seconds, attempt=self.number, request_id=request_id)

    def succeeded(self, event: str, headers: Mapping[str, str], status: int | None = None) -> None:
        """Report that an attempt has had a response."""
        self._report(event, status, request_id_of(headers) if LOG.isEnabledFor(INFO) else None)

    def gave_up(self, error: Exception) -> None:
        """Report that no attempt follows, because of an error."""
        report_end(self.name, error, seconds=self._clock() - self._attempt_began, attempt=self.number)

    def stop(self) -> None:
        """Stop after the attempt that is under way."""
        self._retries = self._retries._replace(max_retries=0)

    def decide(self, outcome: Outcome) -> Decision:
        """Decide what follows from the attempt that failed, and count the next one if there is one."""
        self.may_be_billed = self.may_be_billed or may_be_billed(self._method, outcome)
        elapsed = self._clock() - self._began
        retries = self._retries
        if outcome.is_crowded and self.place.governor is not None:
            # Other calls decide when there is room, so the time counts, and not the attempts.
            retries = retries._replace(max_retries=self.number, deadline=self.place.governor.timeout)
        decision = decide(retries, self._method, outcome, self.number, elapsed, self._jitter())
        if decision.wait is None and self.seconds_left() <= 0 and "total" not in decision.note:
            return Decision(None, f"{decision.note}; the time of the whole call is up (total={retries.total:g} s)")
        if decision.wait is not None:
            why = f"{_FAILURES[outcome.kind]}, so it is tried again in {decision.wait:.3g} s"
            self._report(why, outcome.status or None, request_id_of(outcome.headers))
            self.number += 1
            if outcome.is_crowded and self.place.refused():
                return Decision(retry_after(outcome.headers) or 0.0)
        return decision


def decide(
    policy: RetryPolicy,
    method: str,
    outcome: Outcome,
    attempt: int,
    elapsed: float,
    jitter: float,
    now: float | None = None,
) -> Decision:
    """Return what to do after attempt number `attempt` (from 1) failed, `elapsed` seconds after the first started.

    Args:
        jitter: A random number from 0 to 1.
        now: Seconds since the epoch, for Retry-After dates.
    """
    # The order matters: a note is for a request that would have been retried but for the reason that it states.
    if not _is_temporary(outcome):
        return Decision(None)
    if not _is_repeatable(policy, method, outcome):
        return Decision(None, MAY_BE_BILLED if outcome.kind == "lost" else "")
    if attempt > policy.max_retries:
        return Decision(None)
    if outcome.read_once:
        return Decision(None, READ_ONCE)
    requested = retry_after(outcome.headers, now)
    wait = requested if requested is not None else backoff(attempt, jitter)
    total = math.inf if policy.total is None else policy.total
    if elapsed + wait > policy.deadline or elapsed + wait >= total:
        why = f"the service asks to wait {requested:g} s" if requested is not None else f"{elapsed:.0f} s have passed"
        name, limit = ("total", total) if total <= policy.deadline else ("retry_deadline", policy.deadline)
        return Decision(None, f"; {why}, and {name} is {limit:g} s")
    return Decision(wait)


def backoff(attempt: int, jitter: float) -> float:
    """Return the seconds to wait after attempt number `attempt` (from 1), if the service does not say.

    They double with each attempt, less up to a quarter at random, so that clients do not return all at once.
    """
    return min(LONGEST_DELAY, FIRST_DELAY * 2.0 ** min(attempt - 1, 30)) * (1 - jitter / 4)


def may_be_billed(method: str, outcome: Outcome) -> bool:
    """Return whether the service may have carried out and billed the attempt that ended with this outcome."""
    unclear = outcome.status in (408, 409) or outcome.status >= 500 or outcome.kind == "lost"
    return method not in SAFE_METHODS and unclear and not _was_not_taken(outcome)


def _is_temporary(outcome: Outcome) -> bool:
    if outcome.kind != "status":
        return outcome.kind != "certificate"
    said = outcome.headers.get("x-should-retry")
    if said in ("true", "false"):
        return said == "true"
    return outcome.status in (408, 409, 429) or outcome.status >= 500


def _is_repeatable(policy: RetryPolicy, method: str, outcome: Outcome) -> bool:
    # X-Should-Retry does not count here: it may come from a proxy that knows nothing of what the service did.
    return method in SAFE_METHODS or policy.retry_billed or _was_not_taken(outcome)


def _was_not_taken(outcome: Outcome) -> bool:
    """Return whether the service certainly did not carry out the request."""
    busy = outcome.status == 429 or (outcome.status == 503 and retry_after(outcome.headers) is not None)
    return outcome.kind == "unsent" or busy


def is_about_certificates(error: BaseException | None) -> bool:
    """Return whether an error of a connection, or one of its causes, is that a certificate was rejected. It stays rejected."""
    while error is not None:
        if isinstance(error, ssl.SSLError) and "certificate" in str(error).lower().replace("_", " "):
            return True
        error = error.__cause__ or error.__context__
    return False
