"""How sockets get to the service: proxies and certificates are those of requests, and one client's are not another's."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cartesia_client as c
import httpx
import pytest
import trustme
from cartesia_sandbox import Sandbox

from tests.sockets.test_stt import QUERY
from tests.unit.conftest import Twin, done, twin

__all__ = ["twin"]


class Proxy:
    """A proxy that opens tunnels, and records their heads."""

    def __init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self.heads: list[bytes] = []
        self._open: list[socket.socket] = []
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                near, _ = self._listener.accept()
                head = b""
                while b"\r\n\r\n" not in head:
                    head += near.recv(4096)
                self.heads.append(head)
                far = socket.create_connection(("127.0.0.1", int(head.split()[1].rpartition(b":")[2])))
                near.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
                self._open += [near, far]
                for one, other in ((near, far), (far, near)):
                    threading.Thread(target=self._pass, args=(one, other), daemon=True).start()

    @staticmethod
    def _pass(one: socket.socket, other: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := one.recv(65536):
                other.sendall(data)
        for each in (one, other):
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        for each in (self._listener, *self._open):
            each.close()


@pytest.fixture
def proxy() -> Iterator[Proxy]:
    made = Proxy()
    yield made
    made.close()


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(scope="module")
def service(authority: trustme.CA, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a sandbox over TLS."""
    folder = tmp_path_factory.mktemp("service")
    issued = authority.issue_cert("localhost")
    chain, key = folder / "chain.pem", folder / "key.pem"
    issued.cert_chain_pems[0].write_to_path(str(chain))
    issued.private_key_pem.write_to_path(str(key))
    with Sandbox(certificate=(chain, key)) as own:
        yield own.url.replace("127.0.0.1", "localhost")


@pytest.fixture
def trusting(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return context


@pytest.fixture(autouse=True)
def no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "WSS_PROXY", "SOCKS_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


async def use(twin: Twin, client: Any, kind: str) -> None:
    """Send a request, or open a socket and close it."""
    if kind == "request":
        await done(client.voices.list(limit=1))
        return
    made = client.tts.websocket_connect() if kind == "speech" else client.stt.manual_finalize.websocket(**QUERY)
    await done(made.__aenter__() if twin.is_async else made.__enter__())
    await done(made.close())


KINDS = pytest.mark.parametrize("kind", ["request", "speech", "transcription"])


@KINDS
@pytest.mark.parametrize("how", ["text", "url", "object"])
async def test_a_proxy_that_is_given_serves_requests_and_sockets(
    twin: Twin, service: str, trusting: ssl.SSLContext, proxy: Proxy, kind: str, how: str
) -> None:
    given: Any = {
        "text": proxy.url,
        "url": httpx.URL(proxy.url),
        "object": httpx.Proxy(proxy.url, auth=("a", "b:c@d")),
    }[how]
    await use(twin, twin.make(base_url=service, verify=trusting, proxy=given), kind)
    assert proxy.heads[0].startswith(b"CONNECT localhost:")
    assert (b"proxy-authorization: basic " in proxy.heads[0].lower()) == (how == "object")
    if how == "object":
        assert b"YTpiOmNAZA==" in proxy.heads[0]
    assert b"sk_car_secret" not in proxy.heads[0]


@KINDS
@pytest.mark.parametrize(
    ("variables", "trust_env", "through"),
    [
        ({"HTTPS_PROXY": "{}"}, True, True),
        ({"ALL_PROXY": "{}"}, True, True),
        ({"HTTPS_PROXY": "{}", "NO_PROXY": "localhost"}, True, False),
        ({"HTTPS_PROXY": "{}", "NO_PROXY": "*"}, True, False),
        ({"HTTPS_PROXY": "{}", "NO_PROXY": "example.com"}, True, True),
        ({"HTTP_PROXY": "{}"}, True, False),
        ({"WSS_PROXY": "{}"}, True, False),
        ({"HTTPS_PROXY": "{}"}, False, False),
    ],
)  # fmt: skip
async def test_a_proxy_of_the_environment_serves_sockets_where_it_serves_requests(
    twin: Twin,
    service: str,
    trusting: ssl.SSLContext,
    proxy: Proxy,
    monkeypatch: pytest.MonkeyPatch,
    kind: str,
    variables: dict[str, str],
    trust_env: bool,
    through: bool,
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value.format(proxy.url))
    await use(twin, twin.make(base_url=service, verify=trusting, trust_env=trust_env), kind)
    assert bool(proxy.heads) is through


@KINDS
async def test_a_certificate_that_is_not_trusted_is_not_tried_again(twin: Twin, service: str, kind: str) -> None:
    with pytest.raises(c.APIConnectionError, match=r"(?i)certificate") as caught:
        await use(twin, twin.make(base_url=service, max_retries=5), kind)
    assert caught.value.attempts == 1
    assert twin.slept == []


class Guarded:
    """A server over TLS that records whose certificate it was shown."""

    def __init__(self, authority: trustme.CA) -> None:
        self.seen: list[str | None] = []
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert("localhost").configure_cert(self._context)
        authority.configure_trust(self._context)
        self._context.verify_mode = ssl.CERT_OPTIONAL
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"https://localhost:{self._listener.getsockname()[1]}"
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                accepted, _ = self._listener.accept()
            except OSError:
                return
            with (
                contextlib.suppress(OSError),
                accepted,
                self._context.wrap_socket(accepted, server_side=True) as secured,
            ):
                secured.recv(4096)
                shown: Any = secured.getpeercert() or {}
                self.seen.append(shown["subjectAltName"][0][1] if shown else None)
                secured.sendall(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")

    def close(self) -> None:
        self._listener.close()


@KINDS
async def test_a_certificate_of_one_client_is_shown_by_no_other(
    twin: Twin, authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    guarded = Guarded(authority)
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    files = {}
    for name in ("one.example", "two.example"):
        files[name] = str(tmp_path / f"{name}.pem")
        authority.issue_cert(name).private_key_and_cert_chain_pem.write_to_path(files[name])
    plain = twin.make(base_url=guarded.url)
    clients = [plain, twin.make(base_url=guarded.url, cert=files["one.example"]), plain]
    clients += [twin.make(base_url=guarded.url, cert=(files["two.example"], files["two.example"])), clients[1], plain]
    for client in clients:
        with pytest.raises(c.PermissionDeniedError):
            await use(twin, client, kind)
    assert guarded.seen == [None, "one.example", None, "two.example", "one.example", None]
    guarded.close()


def test_a_certificate_is_not_loaded_into_a_context_of_the_program(twin: Twin) -> None:
    with pytest.raises(c.ConfigurationError, match="load_cert_chain"):
        twin.make(cert="one.pem", verify=ssl.create_default_context())


def test_certificates_that_cannot_be_loaded_are_an_error_of_configuration(twin: Twin, tmp_path: Path) -> None:
    with pytest.raises(c.ConfigurationError, match="cannot be loaded"):
        twin.make(cert=str(tmp_path / "missing.pem"))


async def test_an_address_that_is_mounted_goes_through_the_proxy_of_its_transport(
    twin: Twin, service: str, trusting: ssl.SSLContext, proxy: Proxy
) -> None:
    kind = httpx.AsyncHTTPTransport if twin.is_async else httpx.HTTPTransport
    way: Any = {"proxy": httpx.Proxy(proxy.url, headers={"Proxy-Authorization": "Bearer b", "X-Team": "voice"})}
    for mounts, expected in (
        ({"https://localhost": kind(**way, verify=trusting)}, 3),
        ({"https://example.com": kind(**way)}, 0),
        ({"https://": None}, 0),
    ):
        proxy.heads.clear()
        client = twin.make(base_url=service, verify=trusting, mounts=mounts)
        for which in ("request", "speech", "transcription"):
            await use(twin, client, which)
        assert len(proxy.heads) == expected
        for head in proxy.heads:
            assert b"proxy-authorization: bearer b\r\n" in head.lower()
            assert b"x-team: voice\r\n" in head.lower()
            assert b"sk_car_secret" not in head


async def test_a_mounted_transport_that_sockets_cannot_use_is_an_error_of_configuration(twin: Twin) -> None:
    mounts = {"https://": httpx.MockTransport(lambda request: httpx.Response(200))}
    with pytest.raises(c.ConfigurationError, match="mounts="):
        await use(twin, twin.make(mounts=mounts), "speech")


@KINDS
async def test_through_a_proxy_a_certificate_is_not_tried_again_either(
    twin: Twin, service: str, proxy: Proxy, kind: str
) -> None:
    for given in (proxy.url, httpx.Proxy(proxy.url, headers={"X-Team": "voice"})):
        with pytest.raises(c.APIConnectionError, match=r"(?i)certificate") as caught:
            await use(twin, twin.make(base_url=service, max_retries=5, proxy=given), kind)
        assert caught.value.attempts == 1
    assert len(proxy.heads) == 2


@KINDS
async def test_through_a_proxy_a_certificate_is_shown_by_its_client_alone(
    twin: Twin, authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, proxy: Proxy, kind: str
) -> None:
    guarded = Guarded(authority)
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    file = str(tmp_path / "one.pem")
    authority.issue_cert("one.example").private_key_and_cert_chain_pem.write_to_path(file)
    plain, own = (twin.make(base_url=guarded.url, proxy=proxy.url, **more) for more in ({}, {"cert": file}))
    for client in (plain, own, plain):
        with pytest.raises(c.PermissionDeniedError):
            await use(twin, client, kind)
    assert guarded.seen == [None, "one.example", None]
    guarded.close()
