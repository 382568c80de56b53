"""Sockets of the system, which the libraries of HTTP and of WebSockets hold."""

from __future__ import annotations

import contextlib
import socket
from typing import Any


def shut_down(connection: Any) -> None:
    """End a socket of the system, and wake the threads that are blocked in it. Doing so a second time does nothing."""
    # Under TLS, `SSLSocket.shutdown` would first drop the encryption, while another thread may be sending.
    with contextlib.suppress(OSError):
        socket.socket.shutdown(getattr(connection, "ssl_socket", connection), socket.SHUT_RDWR)
