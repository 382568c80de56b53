"""The API key of commands that use the real service: from the environment, or else from the keyring of the system."""

from __future__ import annotations

import os
from importlib import import_module
from types import ModuleType
from typing import Any

from ..errors import UsageError

SERVICE, USER = "cartesia-client", "CARTESIA_API_KEY"
"""Under which names the keyring has the key."""


def from_keyring() -> Any:
    """Return the key from the keyring, hidden from what prints it. None if the environment has one, or the keyring none."""
    if os.environ.get("CARTESIA_API_KEY") is not None:
        return None
    try:
        keyring = _keyring()
    except UsageError:
        return None
    try:
        found = keyring.get_password(SERVICE, USER)
    except Exception:  # each backend has errors of its own; without a key, the client says what to do
        return None
    from cartesia_io.hiding import Secret

    return Secret(found) if found else None


def store(key: str) -> None:
    """Keep a key in the keyring. Raise UsageError if that is not possible; its message does not hold the key."""
    if not key.strip() or any(each.isspace() for each in key.strip()):
        raise UsageError("a key has no spaces, and is not empty")
    _change("set_password", key.strip())


def forget() -> None:
    """Remove the key from the keyring. Raise UsageError if that is not possible."""
    _change("delete_password")


def _change(method: str, *arguments: str) -> None:
    keyring = _keyring()
    try:
        getattr(keyring, method)(SERVICE, USER, *arguments)
    except Exception as error:  # each backend has errors of its own, whose texts may hold anything
        raise UsageError(f"the keyring of this system refused: {type(error).__name__}") from None


def _keyring() -> ModuleType:
    try:
        return import_module("keyring")
    except ImportError as error:
        raise UsageError(
            f"the keyring cannot be used: pip install 'cartesia-client[keyring]', or set CARTESIA_API_KEY ({error})"
        ) from error
