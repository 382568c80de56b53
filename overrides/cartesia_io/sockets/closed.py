"""How the connection of a socket ended. Imports no I/O library, so that protocols can use it without one."""

from __future__ import annotations


class Closed(Exception):
    """The connection of a socket has ended; the text says how. `clean` if the service closed it as complete (1000).

    `reason` is that of the service, empty without one; `code` that of its close frame, 1006 if it sent none.

    The sockets raise it among themselves, and raise one of the errors above for it.
    """

    def __init__(self, text: str, *, clean: bool = False, reason: str = "", code: int = 1006) -> None:
        super().__init__(text)
        self.clean, self.reason, self.code = clean, reason, code
