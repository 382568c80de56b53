"""Certificates, for HTTP and for sockets alike: those that are trusted, and that of the client."""

from __future__ import annotations

import contextlib
import functools
import os
import ssl
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Self

from cartesia_api.arguments import ConfigurationError

from ..later import httpx
from ..text import one_line

OF_HTTPX = ("SSL_CERT_FILE", "SSL_CERT_DIR")
OF_PYTHON = "SSLKEYLOGFILE"
"""What Python reads whether httpx may trust the environment or not."""


def check_certificates() -> None:
    """Raise ConfigurationError if the environment names a file or folders of certificates where there are none."""
    path, folders = (os.environ.get(name) for name in OF_HTTPX)
    if path:
        with _loading({OF_HTTPX[0]: path}):
            state = os.stat(path)
            _check_file(path, state.st_mtime_ns, state.st_size)
    elif folders:
        with _loading({OF_HTTPX[1]: folders}):
            if not any(map(os.path.isdir, folders.split(os.pathsep))):  # OpenSSL would silently trust no certificate
                raise NotADirectoryError("there is no such folder")


@functools.lru_cache(8)
def _check_file(path: str, *_: int) -> None:
    """Look at a file of certificates once, until it changes: it may have some 300 KB."""
    if b"-----BEGIN " not in Path(path).read_bytes():
        raise ValueError("there is no certificate in it")


def tls_context(options: Mapping[str, Any]) -> ssl.SSLContext:
    """Return an SSLContext with the options of httpx. It is shared with other clients only if it holds nothing of this one.

    Raises:
        ConfigurationError: A certificate cannot be loaded.
    """
    own = getattr(getattr(options.get("transport"), "_pool", None), "_ssl_context", None)
    if own is not None and "verify" not in options:
        return own  # type: ignore[no-any-return]  # what an httpx transport was made with
    verify, cert, trust_env = options.get("verify", True), options.get("cert"), options.get("trust_env", True)
    if isinstance(verify, ssl.SSLContext):
        return verify
    if verify is True and not cert and not options.get("http2"):
        variables = {name: os.environ.get(name) for name in (*OF_HTTPX, OF_PYTHON)}
        with _loading(variables):
            file, folders = (variables[name] if trust_env else None for name in OF_HTTPX)
            return _shared_context(file or None, folders or None, variables[OF_PYTHON])
    with _loading({"verify": verify}):
        if isinstance(verify, (str, os.PathLike)):  # httpx warns that it will not take paths any more
            is_folder = os.path.isdir(verify)
            context = ssl.create_default_context(
                cafile=None if is_folder else verify, capath=verify if is_folder else None
            )
        else:
            context = httpx.create_ssl_context(verify=verify, trust_env=trust_env)
    context.sslsocket_class = TlsSocket
    if cert:
        files: Any = (cert,) if isinstance(cert, (str, os.PathLike)) else cert[:3]
        with _loading({"cert": files[:2]}):  # without the password
            _load_certificate(context, *files)
    return context


def _load_certificate(context: ssl.SSLContext, certificate: Any, key: Any = None, password: Any = None) -> None:
    """Load a client certificate. Without a password, OpenSSL would wait for one from the terminal."""
    asked = []

    def answer() -> Any:
        asked.append(password is None)
        return password() if callable(password) else "" if password is None else password

    try:
        context.load_cert_chain(certificate, key, answer)
    except OSError:
        if not asked:
            raise
        why = "is encrypted" if asked[0] else "cannot be read with this password"
    else:
        return
    raise ValueError(f"the key {why}; pass cert=(certificate, key, password)")


class TlsSocket(ssl.SSLSocket):
    """An encrypted socket that is closed, too, if its connection has been reset before the handshake begins."""

    # Until 3.13, Python looks for data on such a socket, and leaves it open when that fails. By then it alone has the descriptor.

    def recv(self, buflen: int = 1024, flags: int = 0) -> bytes:
        """Return the next bytes."""
        try:
            return super().recv(buflen, flags)
        except ConnectionError:
            if self.version() is None:
                self.close()
            raise


class OnDemand(ssl.SSLContext):
    """An SSLContext for clients of http://, which hardly ever need one: certificates are loaded for the first TLS connection.

    Args:
        load: Returns the context to use then.
    """

    _load: Callable[[], ssl.SSLContext]

    def __new__(cls, load: Callable[[], ssl.SSLContext]) -> Self:
        """Return a context without certificates."""
        made = super().__new__(cls, ssl.PROTOCOL_TLS_CLIENT)
        made._load = load
        return made

    def wrap_socket(self, *args: Any, **options: Any) -> ssl.SSLSocket:
        """Return an encrypted socket."""
        return self._load().wrap_socket(*args, **options)

    def wrap_bio(self, *args: Any, **options: Any) -> ssl.SSLObject:
        """Return what encrypts between two buffers."""
        return self._load().wrap_bio(*args, **options)


@contextlib.contextmanager
def _loading(given: Mapping[str, Any]) -> Iterator[None]:
    """Raise what fails in this block, which loads certificates, as ConfigurationError that says from where."""
    try:
        yield
    except Exception as error:  # those of ssl, and of paths that are code of the caller
        source = ", ".join(f"{name}={value!r}" for name, value in given.items() if value is not None)
        why = one_line(f"{source}: {error}")
    else:
        return
    raise ConfigurationError(f"certificates cannot be loaded from {why}")


@functools.lru_cache(maxsize=8)
def _shared_context(file: str | None, folders: str | None, _of_python: str | None) -> ssl.SSLContext:
    """Return one SSLContext for all clients, with the certificates that httpx takes: loading them takes about 20 ms."""
    if file or not folders:
        import certifi  # takes 5 ms, which http:// does not need

        context = ssl.create_default_context(cafile=file or certifi.where())
    else:
        context = ssl.create_default_context(capath=folders)
    context.sslsocket_class = TlsSocket
    return context
