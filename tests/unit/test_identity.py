"""Settings: where they come from, and which are rejected before anything is sent."""

from __future__ import annotations

from typing import Any

import cartesia_client as c
import httpx
import pytest
from cartesia_client import AsyncCartesia, Cartesia, ConfigurationError

Client = type[Cartesia] | type[AsyncCartesia]
BOTH = pytest.mark.parametrize("kind", [Cartesia, AsyncCartesia])
KEY = "sk_car_0123456789"


@BOTH
@pytest.mark.parametrize(
    "url",
    [
        "http://example.com",
        "http://api.cartesia.ai",
        "http://localhost.example.com",
        "http://127.0.0.1.example.com",
        "http://10.0.0.1",
        "http://0.0.0.0:8000",
        "http://[::ffff:10.0.0.1]",
        "ws://example.com",
        "ftp://example.com",
        "//example.com",
        "example.com",
        "https://",
        "https://user:password@example.com",
        "https://user@example.com",
        "https://example.com?x=1",
        "https://example.com#x",
    ],
)
def test_a_base_url_that_is_not_safe_is_rejected_before_a_socket_opens(
    kind: Client, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("socket.socket.connect", lambda *_: pytest.fail("a socket was opened"))
    with pytest.raises(ConfigurationError) as caught:
        kind(api_key=KEY, base_url=url)
    assert "password" not in str(caught.value) or "must not contain" in str(caught.value)
    monkeypatch.setenv("CARTESIA_BASE_URL", url)
    with pytest.raises(ConfigurationError):
        kind(api_key=KEY)


@BOTH
@pytest.mark.parametrize(
    "url",
    [
        "https://example.com",
        "https://example.com:8443/prefix",
        "http://localhost:1",
        "http://127.0.0.1",
        "http://127.8.9.1:2",
        "http://[::1]:3",
    ],
)
def test_https_and_this_machine_are_fine(kind: Client, url: str) -> None:
    assert httpx.URL(kind(api_key=KEY, base_url=url).base_url).host == httpx.URL(url).host


@BOTH
@pytest.mark.parametrize("key", ["", "   ", "a b", "a\nb", "a\r\nX-Evil: 1", "schlüssel", "a\x00b", "a\tb"])
def test_a_key_that_could_not_be_a_header_is_rejected_without_showing_it(kind: Client, key: str) -> None:
    for argument in ("api_key", "token"):
        with pytest.raises(ConfigurationError, match=argument) as caught:
            kind(**{argument: key})  # type: ignore[call-overload]  # one of the two
        assert not key.strip() or key not in str(caught.value)


@BOTH
def test_white_space_around_a_key_does_not_matter(kind: Client) -> None:
    assert kind(api_key=f" {KEY}\n")._policy.identity.credential().reveal() == KEY


@BOTH
def test_a_missing_key_says_how_to_give_one(kind: Client) -> None:
    with pytest.raises(ConfigurationError, match="set CARTESIA_API_KEY, or pass api_key="):
        kind()


@BOTH
def test_explicit_settings_win_over_the_environment_and_that_over_defaults(
    kind: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = kind(api_key=KEY)
    assert (plain.base_url, plain.version) == ("https://api.cartesia.ai", "2026-08-14")
    monkeypatch.setenv("CARTESIA_API_KEY", "from-env")
    monkeypatch.setenv("CARTESIA_BASE_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("CARTESIA_VERSION", "2025-04-16")
    found = kind()
    assert (found.base_url, found.version) == ("http://127.0.0.1:9", "2025-04-16")
    assert found._policy.identity.credential().reveal() == "from-env"
    explicit = kind(api_key=KEY, base_url="https://example.com", version="2026-03-01")
    assert (explicit.base_url, explicit.version) == ("https://example.com", "2026-03-01")
    assert explicit._policy.identity.credential().reveal() == KEY


@BOTH
@pytest.mark.parametrize(
    "version", ["2026-8-14", "20260814", "2026-02-30", "latest", "2026-08-14T00:00", "2026-08-1\uff14"]
)
def test_a_malformed_version_is_rejected(kind: Client, version: str) -> None:
    with pytest.raises(ConfigurationError, match="must be a date"):
        kind(api_key=KEY, version=version)


@BOTH
@pytest.mark.parametrize("option", ["auth", "follow_redirects", "cookies", "headers", "app"])
def test_options_that_would_undo_the_policy_are_rejected(kind: Client, option: str) -> None:
    with pytest.raises(ConfigurationError, match=option):
        kind(api_key=KEY, **{option: None})  # type: ignore[call-overload]  # what a type checker rejects, too


@BOTH
def test_headers_cannot_bring_another_credential(kind: Client) -> None:
    for name in ("X-API-Key", "authorization"):
        with pytest.raises(c.CartesiaError, match="cannot be passed"):
            kind(api_key=KEY, default_headers={name: "x"})


@BOTH
@pytest.mark.parametrize("settings", [{"max_retries": -1}, {"retry_deadline": -1.0}, {"auth_scheme": "basic"}])
def test_numbers_and_words_that_make_no_sense_are_rejected(kind: Client, settings: dict[str, object]) -> None:
    with pytest.raises(ConfigurationError):
        kind(api_key=KEY, **settings)  # type: ignore[call-overload]  # the point of the test


@BOTH
@pytest.mark.parametrize("proxy", [0, {}, "\ud800", "a\r\nb", "x" * 70_000, "http://name:hunter2@[x"])
def test_what_is_no_proxy_is_rejected_for_this_machine_too(kind: Client, proxy: Any) -> None:
    with pytest.raises(c.ConfigurationError, match="proxy") as caught:
        kind(api_key="k", base_url="http://127.0.0.1:1", proxy=proxy)
    assert "hunter2" not in str(caught.value)


@BOTH
def test_a_key_that_no_server_would_take_is_rejected(kind: Client) -> None:
    with pytest.raises(c.ConfigurationError, match="api_key is longer than"):
        kind(api_key="k" * 70_000)


@BOTH
def test_plain_http_and_a_proxy_elsewhere_do_not_go_together(kind: Client) -> None:
    with pytest.raises(ConfigurationError, match="proxy on another machine"):
        kind(api_key=KEY, base_url="http://127.0.0.1:1", proxy="http://proxy.example.com:3128")
    kind(api_key=KEY, base_url="http://127.0.0.1:1", proxy="http://127.0.0.1:3128")
    kind(api_key=KEY, base_url="https://example.com", proxy="http://proxy.example.com:3128")


@BOTH
def test_a_client_shows_where_it_goes_and_nothing_else(kind: Client) -> None:
    client = kind(api_key=KEY, default_headers={"X-Private": "p"})
    assert repr(client) == f"{kind.__name__}(base_url='https://api.cartesia.ai', version='2026-08-14')"
    assert client == client
    assert client != kind(api_key=KEY)
    assert len({client, client}) == 1


@BOTH
def test_what_would_bypass_the_policy_is_rejected(kind: Client) -> None:
    client = kind(api_key=KEY)
    with pytest.raises(ConfigurationError):
        client.with_headers({})
    with pytest.raises(ConfigurationError):
        client.with_timeout(httpx.Timeout(1))
    with pytest.raises(ConfigurationError):
        client.with_cookies({})
    with pytest.raises(ConfigurationError):
        client.set_httpx_client(httpx.Client())
    with pytest.raises(ConfigurationError):
        client.set_async_httpx_client(httpx.AsyncClient())
    with pytest.raises(ConfigurationError, match="Cartesia"):
        client.get_async_httpx_client() if kind is Cartesia else client.get_httpx_client()


def test_a_second_client_costs_next_to_nothing_and_certificates_are_loaded_once() -> None:
    first, second = Cartesia(api_key=KEY), Cartesia(api_key=KEY)
    contexts = {id(client._connections.tls()) for client in (first, second)}
    assert len(contexts) == 1
