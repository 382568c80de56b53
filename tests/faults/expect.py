"""What a cell of the matrix says, and rows of cells that follow from one rule."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal, NamedTuple

from tests.faults.server import Line

KINDS = ("read", "write", "audio", "events")
"""Kinds of calls over HTTP. Only `read` can be sent again freely."""
BOUGHT = KINDS[1:]


class Expect(NamedTuple):
    """How a call ends.

    Attributes:
        error: Name of the exception; empty if the call succeeds.
        tries: How often the request is sent; the matrix allows one retry.
        arrived: What arrived according to the error: bytes of audio, or events of a transcription.
        billed: Whether the service may have billed the call.
    """

    error: str
    tries: int = 1
    arrived: int = 0
    billed: bool = False


class Fault(NamedTuple):
    """One way to misbehave.

    Attributes:
        name: What the service does.
        script: What runs for each connection; it gets the connection and the name of the call. None: nothing listens.
        expects: How it ends, by call or by kind of call. Calls that neither names are not in the matrix.
        silent: Whether it ends in the timeout of the client, which is short then. Only a call of each kind has a cell.
        tls: Whether the service speaks TLS, or only says so: then the script begins before any handshake.
        options: Options of the client.
    """

    name: str
    script: Callable[[Line, str], None] | None
    expects: Mapping[str, Expect]
    silent: bool = False
    tls: Literal["", "spoken", "announced"] = ""
    options: Mapping[str, Any] = {}


def for_all(expect: Expect, kinds: tuple[str, ...] = KINDS) -> dict[str, Expect]:
    """Return the same end for all kinds of calls."""
    return dict.fromkeys(kinds, expect)


def unsent(error: str) -> dict[str, Expect]:
    """Return the ends of a request that never reached the service: it is sent again, whatever it is."""
    return for_all(Expect(error, 2))


def lost(error: str, audio: str = "", arrived: int = 0) -> dict[str, Expect]:
    """Return the ends of a request whose effect is unknown: only one that reads is sent again.

    Args:
        audio: The error of calls for audio, if it is another one.
        arrived: Bytes of audio that arrived before.
    """
    of_audio = Expect(audio or error, 1, arrived, True)
    return {"read": Expect(error, 2), "write": Expect(error, billed=True), "audio": of_audio, "events": of_audio}


def rejected(error: str, *, temporary: bool = False, unclear: bool = False) -> dict[str, Expect]:
    """Return the ends of a request that the service answers with an error status.

    Args:
        temporary: Whether a request that only reads is sent again.
        unclear: Whether the service may have carried the request out all the same.
    """
    return {"read": Expect(error, 1 + temporary), **for_all(Expect(error, billed=unclear), BOUGHT)}


def invalid(kinds: tuple[str, ...] = KINDS) -> dict[str, Expect]:
    """Return the ends of a request whose response reports success and is not what the API specifies."""
    return {kind: Expect("APIResponseValidationError", billed=kind != "read") for kind in kinds}


def incomplete(arrived: int, kinds: tuple[str, ...] = ("audio", "events")) -> dict[str, Expect]:
    """Return the ends of audio that is cut."""
    return for_all(Expect("IncompleteAudioError", arrived=arrived, billed=True), kinds)
