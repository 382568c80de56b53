"""Credentials that nothing shows: neither a repr nor a frame that an exception leaves."""

from __future__ import annotations

import contextlib
import re
import sys
import traceback
from collections.abc import Callable, Iterator
from typing import Any

from cartesia_api.arguments import ConfigurationError


class Secret:
    """A credential that neither its repr nor its attributes show, and that cannot be pickled.

    Attributes:
        reveal: Return the credential.
    """

    __slots__ = ("reveal",)

    def __init__(self, value: str) -> None:
        self.reveal: Callable[[], str] = lambda: value

    def __repr__(self) -> str:
        return "Secret(***)"


def hidden(given: Any) -> Any:
    """Return a credential that is a text as a Secret; other values as they are."""
    return Secret(given) if isinstance(given, str) else given


# Libraries keep headers and addresses in local variables, and what is raised below them (a cancellation, say) carries their
# frames to error trackers and to `pytest --showlocals`. The frames stay in the traceback, for their lines; without variables.


@contextlib.contextmanager
def forgetting() -> Iterator[None]:
    """Remove the variables from the frames that an exception leaves in this block, and from those of its causes."""
    handled = sys.exception()  # by the caller: it becomes a context of what is raised here, and is none of ours
    try:
        yield
    except BaseException as error:
        seen, links = {id(handled), id(None)}, [error]
        while links:
            link: Any = links.pop()
            if id(link) not in seen:
                seen.add(id(link))
                traceback.clear_frames(link.__traceback__)
                links += [link.__cause__, link.__context__, *getattr(link, "exceptions", ())]
        raise


def parse_key(value: Any, source: str) -> Secret:
    """Return a credential without surrounding whitespace.

    Args:
        source: Where the value comes from, for messages. They never show the value.

    Raises:
        ConfigurationError: The value cannot be sent as a header.
    """
    if not isinstance(value, str):
        raise ConfigurationError(f"{source} must be str, got {type(value).__name__}")
    value = value.strip()
    if not value:
        raise ConfigurationError(f"{source} is empty")
    if not re.fullmatch(r"[\x21-\x7e]+", value):
        raise ConfigurationError(f"{source} contains whitespace or characters that are not printable ASCII")
    return Secret(value)
