"""Sockets of the system and transports of asyncio, which the libraries of HTTP and of WebSockets hold."""

from __future__ import annotations

import contextlib
import socket
from typing import Any


def shut_down(connection: Any) -> None:
    """End a socket of the system, and wake the threads that are blocked in it. Doing so a second time does nothing."""
    # Under TLS, `SSLSocket.shutdown` would first drop the encryption, while another thread may be sending.
    with contextlib.suppress(OSError):
        socket.socket.shutdown(getattr(connection, "ssl_socket", connection), socket.SHUT_RDWR)


# Closing a connection schedules its end on its loop. A closed loop refuses that ("Event loop is closed"), and a transport that is
# merely dropped warns that it was not closed. So what the loop would have called later is called here at once.


def drop_transport(transport: Any) -> None:
    """End the connection of a transport of asyncio: at once if its event loop is closed, else when the loop goes on."""
    if (inner := getattr(getattr(transport, "_ssl_protocol", None), "_transport", None)) is not None:
        with contextlib.suppress(RuntimeError):
            transport.abort()  # marks what encrypts as closed
        transport = inner
    loop = getattr(transport, "_loop", None)
    with contextlib.suppress(RuntimeError, AttributeError):
        transport.abort()
    if loop is not None and loop.is_closed():
        with contextlib.suppress(Exception):  # the protocol may want its loop at the end
            transport._call_connection_lost(None)
