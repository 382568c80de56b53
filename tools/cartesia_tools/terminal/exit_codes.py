"""The exit codes, one table for all commands."""

from __future__ import annotations

EXIT_CODES = {
    0: "done",
    1: "failed: the API, the network or the disk; for changes, port, contract and drift: something was found",
    2: "wrong usage: nothing was sent",
    3: "the API key is unknown, or may not do this (401, 403)",
    4: "no credits are left, or too much at a time (402, 429)",
    129: "ended by SIGHUP",
    130: "interrupted (Ctrl-C)",
    141: "the reader of the output has gone, as with `| head`",
    143: "ended by SIGTERM",
}
DONE, FAILED, USAGE, REJECTED_KEY, LIMITED, INTERRUPTED, BROKEN_PIPE = 0, 1, 2, 3, 4, 130, 141
_BY_STATUS = {401: REJECTED_KEY, 403: REJECTED_KEY, 402: LIMITED, 429: LIMITED}


def code_of(error: BaseException) -> int | None:
    """Return the exit code for an error, None if it is a mistake of this program."""
    from cartesia_client.errors import CartesiaError, ConfigurationError, InvalidRequestError

    from ..errors import UsageError

    if isinstance(error, UsageError | ConfigurationError | InvalidRequestError):
        return USAGE
    if isinstance(error, CartesiaError):
        return _BY_STATUS.get(getattr(error, "status_code", 0), FAILED)
    return FAILED if isinstance(error, OSError) else None
