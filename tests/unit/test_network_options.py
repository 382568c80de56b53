"""Options of the network that cannot be used: the error names the option, the path or the variable, and no password."""

from __future__ import annotations

import asyncio
import os
import select
import socket
import ssl
import struct
from pathlib import Path
from typing import Any

import cartesia_client as c
import httpx
import pytest
import trustme
from cartesia_io.http import certificates
from cryptography.hazmat.primitives import serialization
from pytest_httpx import HTTPXMock

from tests.serving import listening
from tests.unit.conftest import Twin, done


def refusal(twin: Twin, **settings: Any) -> str:
    with pytest.raises(c.ConfigurationError) as caught:
        twin.make(**settings)
    return str(caught.value)


def test_a_certificate_that_is_not_there_is_named_with_its_option(twin: Twin, tmp_path: Path) -> None:
    path = str(tmp_path / "nonexistent.pem")
    for settings in (
        {"verify": path},
        {"verify": Path(path)},
        {"cert": path},
        {"cert": Path(path)},
        {"cert": (path, path)},
        {"cert": (path, path, "secret")},
    ):
        text = refusal(twin, **settings)
        assert path in text
        assert next(iter(settings)) in text
        assert "No such file" in text
        assert "secret" not in text


def test_a_file_that_is_no_certificate_is_named(twin: Twin, tmp_path: Path) -> None:
    path = tmp_path / "text.pem"
    path.write_text("hello")
    assert f"verify='{path}'" in refusal(twin, verify=str(path))
    assert str(path) in refusal(twin, cert=str(path))
    assert "verify must be" in refusal(twin, verify="")


@pytest.mark.parametrize("name", ["SSL_CERT_FILE", "SSL_CERT_DIR", "SSLKEYLOGFILE"])
def test_a_variable_that_names_no_file_is_named_with_its_value(
    twin: Twin, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    for other in ("SSL_CERT_FILE", "SSL_CERT_DIR", "SSLKEYLOGFILE"):
        monkeypatch.delenv(other, raising=False)
    path = str(tmp_path / "folder" / "nonexistent")
    monkeypatch.setenv(name, path)
    assert f"{name}='{path}'" in refusal(twin)
    monkeypatch.setenv(name, f"{path}{os.pathsep}{tmp_path}")
    if name == "SSL_CERT_DIR":  # a list of folders, of which one is enough
        twin.make()


def test_the_password_of_a_key_is_asked_from_the_options_and_not_from_the_terminal(twin: Twin, tmp_path: Path) -> None:
    made = trustme.CA().issue_cert("localhost")
    key = serialization.load_pem_private_key(made.private_key_pem.bytes(), None)
    secret = serialization.BestAvailableEncryption(b"hunter2")
    pem = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    (tmp_path / "key.pem").write_bytes(key.private_bytes(*pem, secret))
    (tmp_path / "both.pem").write_bytes((tmp_path / "key.pem").read_bytes() + made.cert_chain_pems[0].bytes())
    pair, one = (str(tmp_path / "both.pem"), str(tmp_path / "key.pem")), str(tmp_path / "both.pem")
    for cert in (pair, one, Path(one), (one,), (*pair, None)):
        assert "the key is encrypted; pass cert=(certificate, key, password)" in refusal(twin, cert=cert)
    for wrong in ("hunter3", "", b"hunter", lambda: "hunter3"):
        assert "the key cannot be read with this password" in refusal(twin, cert=(*pair, wrong))
    assert "hunter" not in refusal(twin, cert=(*pair, "hunter3"))
    for right in ("hunter2", b"hunter2", lambda: "hunter2"):
        twin.make(cert=(*pair, right))
    assert "cert must be" in refusal(twin, cert=())


def test_a_variable_with_certificates_is_looked_at_and_loaded_with_the_first_connection(
    twin: Twin, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "ca.pem"
    monkeypatch.setenv("SSL_CERT_FILE", str(path))
    path.write_text("hello")
    assert f"SSL_CERT_FILE='{path}'" in refusal(twin)
    assert "no certificate" in refusal(twin)
    trustme.CA().cert_pem.write_to_path(str(path))
    certificates._shared_context.cache_clear()
    with monkeypatch.context() as patch:
        patch.setattr("ssl.create_default_context", lambda **_: pytest.fail("certificates were loaded"))
        client = twin.make()
    http = client.get_async_httpx_client() if twin.is_async else client.get_httpx_client()
    assert len(http._transport._pool._ssl_context.get_ca_certs()) == 1
    certificates._shared_context.cache_clear()


@pytest.mark.parametrize("trust_env", [True, False])
@pytest.mark.parametrize("given", [(), ("SSL_CERT_FILE",), ("SSL_CERT_DIR",), ("SSL_CERT_FILE", "SSL_CERT_DIR")])
def test_the_certificates_that_are_trusted_are_those_of_httpx(
    given: tuple[str, ...], trust_env: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    places = {"SSL_CERT_FILE": tmp_path / "ca.pem", "SSL_CERT_DIR": tmp_path / "folder"}
    trustme.CA().cert_pem.write_to_path(str(places["SSL_CERT_FILE"]))
    places["SSL_CERT_DIR"].mkdir()
    for name, path in places.items():
        monkeypatch.setenv(name, str(path) if name in given else "")
    loaded: list[dict[str, Any]] = []
    make = ssl.create_default_context

    def noted(**options: Any) -> ssl.SSLContext:
        loaded.append({name: value for name, value in options.items() if value is not None})
        return make(**options)

    monkeypatch.setattr("ssl.create_default_context", noted)
    certificates._shared_context.cache_clear()
    found, reference = certificates.tls_context({"trust_env": trust_env}), httpx.create_ssl_context(trust_env=trust_env)
    certificates._shared_context.cache_clear()
    assert len(loaded) == 2
    assert loaded[0] == loaded[1]
    assert found.get_ca_certs(True) == reference.get_ca_certs(True)
    rules = ("check_hostname", "verify_mode", "verify_flags", "options", "minimum_version", "maximum_version")
    assert [getattr(found, name) for name in rules] == [getattr(reference, name) for name in rules]
    assert found.get_ciphers() == reference.get_ciphers()


@pytest.mark.parametrize(
    "proxy",
    [
        *(
            "http://127.0.0.1:99999",
            "http://127.0.0.1:0",
            "http://h:abc",
            "ftp://h",
            "h:3128",
            "",
            "http://",
            "http://[",
        ),
        *(5, b"http://h", ["http://h"], "socks4://h:1", "http://h:-1", httpx.URL("ftp://h"), "http://a b:1"),
    ],
    ids=repr,
)
def test_what_is_no_proxy_is_refused_with_what_is_one(twin: Twin, proxy: Any) -> None:
    text = refusal(twin, proxy=proxy)
    assert "proxy must be the URL of a proxy" in text
    assert "socks5" in text


@pytest.mark.parametrize("port", [99999, 0, "abc"])
def test_the_password_of_a_proxy_is_not_shown(twin: Twin, port: object) -> None:
    assert "pw" not in refusal(twin, proxy=f"http://u:pw@h:{port}")


@pytest.mark.parametrize(
    "proxy",
    [
        *("http://h", "https://h:1", "http://u:p@127.0.0.1:3128", "http://[::1]:3128", "http://[fe80::1%25eth0]:1"),
        *("http://höst.example:3128", "http://my_proxy:3128", httpx.URL("http://h:1"), httpx.Proxy("http://h:1")),
    ],
    ids=str,
)
def test_proxies_are_taken(twin: Twin, proxy: Any) -> None:
    twin.make(proxy=proxy)


def test_limits_of_another_type_are_refused(twin: Twin) -> None:
    assert "limits must be an httpx.Limits" in refusal(twin, limits=4)
    twin.make(limits=httpx.Limits(max_connections=3))


async def test_a_client_of_this_machine_loads_no_certificates(
    twin: Twin, httpx_mock: HTTPXMock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ssl.create_default_context", lambda **_: pytest.fail("certificates were loaded"))
    certificates._shared_context.cache_clear()
    httpx_mock.add_response(json={"ok": True, "version": "1"})
    await done(twin.make(base_url="http://127.0.0.1:9").get_status())


async def test_a_client_of_this_machine_checks_the_certificates_of_others(twin: Twin) -> None:
    authority = trustme.CA()
    server_side = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(server_side)
    answer = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}"

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(answer)
        await writer.drain()
        writer.close()

    async def ask(port: int, **options: Any) -> Any:
        client, url = twin.make(base_url="http://127.0.0.1:9", max_retries=0, **options), f"https://127.0.0.1:{port}/"
        return await (client.get(url) if twin.is_async else asyncio.to_thread(client.get, url))

    trusting = ssl.create_default_context()
    authority.configure_trust(trusting)
    async with listening(serve, ssl=server_side) as port:
        assert await ask(port, verify=trusting) == {}
        with pytest.raises(c.APIConnectionError, match="certificate"):
            await ask(port)


@pytest.mark.parametrize("options", [{}, {"verify": False}, {"verify": "ca.pem"}], ids=["all", "none", "file"])
def test_a_connection_that_is_reset_before_its_handshake_is_closed(
    options: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    trustme.CA().cert_pem.write_to_path("ca.pem")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        mine = socket.create_connection(listener.getsockname())
        theirs, _ = listener.accept()
    with theirs:
        theirs.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    select.select([mine], [], [], 5)  # until it has been reset
    with pytest.raises(ConnectionResetError) as caught:
        certificates.tls_context(options).wrap_socket(mine, server_hostname="127.0.0.1")
    sockets = [each for entry in caught.traceback for each in entry.locals.values() if isinstance(each, ssl.SSLSocket)]
    assert sockets
    assert all(each.fileno() == -1 for each in sockets)


def by_proxy(twin: Twin, url: str) -> set[bool]:
    """Return whether requests, and sockets, go through a proxy."""
    client = twin.make(base_url=url)
    http = client._connections.open()
    via = http._transport_for_url(client._policy.identity.base_url.url) is not http._transport
    return {via, client._connections.way(1).proxy.url is not None}


@pytest.mark.parametrize(
    ("entries", "direct", "through"),
    [
        ("[::1]", "[::1]:5", "[::2]"),
        ("[::1]:8080", "[::1]:8080", "[::1]:81"),
        ("[0::1]:443", "[::1]", "[::1]:444"),
        ("::1", "[::1]", "[::11]"),
        ("fe80::/10", "[fe80::7]", "[::7]"),
        ("[fe80::]/10", "[fe80::7]:3", "[::7]"),
        ("[fe80::/10]:3", "[fe80::7]:3", "[fe80::7]:4"),
        ("10.0.0.0/8", "10.2.3.4", "11.2.3.4"),
        ("10.1.0.0/8:90", "10.2.3.4:90", "10.2.3.4"),
        ("127.0.0.1:4", "127.0.0.1:4", "127.0.0.1:5"),
        (".local", "a.local", "local"),
        ("*.local", "a.local", "alocal"),
        ("local", "local", "notlocal"),
        (" a.com , b.com ", "b.com", "c.com"),
        ("a.com  b.com", "x.b.com", "bb.com"),
        ("B.COM.", "b.com", "b.co"),
        ("b.com:443", "b.com", "b.com:444"),
        ("bücher.example", "bücher.example", "b.example"),
        ("https://b.com", "b.com", "c.com"),
    ],
)
def test_no_proxy_takes_what_curl_takes(
    twin: Twin, monkeypatch: pytest.MonkeyPatch, entries: str, direct: str, through: str
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example:1")
    monkeypatch.setenv("NO_PROXY", f",,{entries},.")
    assert by_proxy(twin, f"https://{direct}") == {False}
    assert by_proxy(twin, f"https://{through}") == {True}
    monkeypatch.setenv("NO_PROXY", f"{entries},*")
    assert by_proxy(twin, f"https://{through}") == {False}


@pytest.mark.parametrize(
    "entry", ["[::1", "::1]", "10.0.0.0/33", "a.com/8", "a.com:x", "[::1]:80:80", "a@b", "[]", ":80"]
)
def test_an_entry_of_no_proxy_that_cannot_be_read_is_named(
    twin: Twin, monkeypatch: pytest.MonkeyPatch, entry: str
) -> None:
    monkeypatch.setenv("NO_PROXY", f"a.com,{entry}")
    assert f"{entry!r} in NO_PROXY is no host, address or network" in refusal(twin)


def test_a_file_of_certificates_is_looked_at_again_when_it_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "bundle.pem"
    trustme.CA().cert_pem.write_to_path(str(file))
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    c.Cartesia(api_key="k")
    file.write_text("nothing of the kind")
    with pytest.raises(c.ConfigurationError, match="there is no certificate in it"):
        c.Cartesia(api_key="k")
