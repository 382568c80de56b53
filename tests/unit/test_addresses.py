"""URLs that are taken apart without httpx: they are read as httpx reads them, and what opens sockets does, too."""

from __future__ import annotations

import subprocess
import sys
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
from cartesia_api.arguments import ConfigurationError
from cartesia_client import Cartesia
from cartesia_io.http import addresses, urls
from cartesia_io.http.addresses import Address
from cartesia_sandbox import Sandbox
from hypothesis import example, given
from hypothesis import strategies as st
from websockets.uri import parse_uri

PLAIN = st.from_regex(addresses._PLAIN, fullmatch=True)
NEARLY = st.text("aBz019.-:/%@[]?#_~ =&;\\+üﬀß١\t\n\0", max_size=40)
LIKE_URLS = st.builds(
    "".join,
    st.tuples(
        st.sampled_from(["http://", "https://", "HTTP://", "ws://", "//", "http:/", ""]),
        st.sampled_from(["", "localhost", "127.0.0.1", "a.b-c.d9", "xn--bcher-kva.de", "127.1", "1.2.3.999", "[::1]"]),
        NEARLY,
    ),
)
ODD = [
    *("http://localhost:0", "http://localhost:00080", "http://localhost:65536", "http://localhost:80", "https://a:443"),
    *(
        "http://127.0.0.01",
        "http://0x7f.0.0.1",
        "http://2130706433",
        "http://localhost.",
        "http://a..b",
        "https://-a.b",
    ),
    *(
        "https://a_b.c",
        "https://xn--a",
        "https://a.xn--b.c",
        "https://a/../b",
        "https://a/./b",
        "https://a//b",
        "https://a/",
    ),
    *("https://a/b/", "https://a/b.c", "https://a/.b", "https://a/%41", "https://a?b", "https://a#b", "https://u:p@a"),
    *(
        "https://a\n",
        "https://a:٣",
        "https://İ",
        "https://\uff41",
        f"https://{'a' * 63}.b",
        f"https://{'a' * 64}.b",
        "https://a:",
    ),
    *("http://evil.example", "http://localhost.evil.example", "http://127.0.0.1.evil.example", "http://127.0.0.2:9"),
    f"https://a/{'b' * 70000}",
]


def plainly(text: str) -> Address:
    """Take a text apart that is plain."""
    found = Address.plain(text)
    assert found is not None
    return found


def outcome(call: Any, *arguments: Any) -> Any:
    try:
        return call(*arguments)
    except (ConfigurationError, httpx.InvalidURL) as error:
        return type(error), str(error)


@given(PLAIN.filter(Address.plain))
@example("http://127.0.0.1:8000/a/b/")
@example("https://api.cartesia.ai")
def test_every_reader_takes_a_plain_url_apart_in_the_same_way(text: str) -> None:
    found, parsed, split = plainly(text), httpx.URL(text), urlsplit(text)
    assert (found.scheme, found.host, found.port, found.path or "/") == (
        *(parsed.scheme, parsed.host, parsed.port, parsed.path),
    )
    assert (found.scheme, found.host, found.port, found.path) == (split.scheme, split.hostname, split.port, split.path)
    assert found.text == str(parsed) == text
    assert (parsed.userinfo, parsed.query, parsed.fragment) == (b"", b"", "")
    opened = parse_uri(text.replace("http", "ws", 1))
    assert (opened.host, opened.port, opened.resource_name) == (*urls.origin(found)[1:], found.path or "/")
    assert urls.origin(found) == urls.origin(parsed)


@given(PLAIN | NEARLY | LIKE_URLS)
def test_a_url_is_allowed_or_refused_as_httpx_reads_it(text: str) -> None:
    same_decision(text)


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_an_odd_url_is_allowed_or_refused_as_httpx_reads_it(text: str) -> None:
    same_decision(text)


def same_decision(text: str) -> None:
    mine = outcome(urls.check_address, text, "base_url")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Address, "plain", lambda text: None)
        other = outcome(urls.check_address, text, "base_url")
    if isinstance(mine, tuple) and not isinstance(mine, Address):
        assert mine == other
        return
    assert (mine.scheme, mine.host, mine.port, mine.path or "/", mine.text) == (
        *other[:3],
        other.path or "/",
        other.text,
    )
    assert mine.url == other.url


VALUES = (
    st.text("aZ09._~- %&=+/ü", max_size=12) | st.integers() | st.floats(allow_nan=False) | st.booleans() | st.none()
)
QUERIES = st.dictionaries(st.text("aZ_9&=", min_size=1, max_size=5), VALUES | st.lists(st.text(max_size=3)), max_size=4)


@given(
    PLAIN.filter(Address.plain) | st.just("https://bücher.example/ä"),
    st.from_regex(r"(/[\w.~%-]{1,9}){0,3}", fullmatch=True),
    QUERIES,
)
@example("http://localhost:1", "/tts/websocket", {"api_key": "sk_car_1", "sample_rate": 16000})
def test_path_and_query_of_a_socket_are_written_as_httpx_writes_them(
    text: str, path: str, query: dict[str, Any]
) -> None:
    address = urls.check_address(text, "base_url") if text.startswith("https") else plainly(text)
    other = httpx.URL(text)
    made, wanted = address.below(path), other.copy_with(path=other.path.rstrip("/") + path)
    assert (made.scheme, made.host, made.port, made.path or "/", made.text) == (
        *(wanted.scheme, wanted.host, wanted.port, wanted.path, str(wanted)),
    )
    assert made.of_socket(query) == str(
        wanted.copy_with(scheme="wss" if wanted.scheme == "https" else "ws").copy_merge_params(query)
    )


def test_each_character_of_a_query_is_written_as_httpx_writes_it() -> None:
    address, other = plainly("https://localhost"), httpx.URL("wss://localhost")
    for letter in map(chr, range(1, 0x250)):
        query = {"a": f"b{letter}", f"c{letter}": "d"}
        assert address.of_socket(query) == str(other.copy_merge_params(query))


@given(st.from_regex(r"(/[\w.~%-]{1,9}){0,3}", fullmatch=True), QUERIES)
@example("/a", {"b": "x" * 70000})
@example("/" + "a" * 70000, {})
@example("/a", {str(number): "x" * 3000 for number in range(25)})
def test_what_cannot_be_sent_to_a_socket_is_refused_as_httpx_refuses_it(path: str, query: dict[str, Any]) -> None:
    mine, other = (
        outcome(call, path)
        for call in (lambda path: addresses.check_target(path, query), lambda path: httpx.URL(path, params=query))
    )
    assert (mine if isinstance(mine, tuple) else None) == (other if isinstance(other, tuple) else None)


def test_the_address_of_a_client_is_one_of_httpx_when_it_sends() -> None:
    with Cartesia(api_key="k", base_url="http://localhost:1/v") as client:
        assert client.base_url == "http://localhost:1/v"
        assert client.get_httpx_client().base_url == httpx.URL("http://localhost:1/v/")


PROGRAM = """
import sys
from cartesia_client import AsyncCartesia, Cartesia

fields = {"model_id": "sonic-3.5", "voice": "f786b574-daa5-4673-aa0c-cbe3e8534c02"}
fields["output_format"] = {"container": "raw", "encoding": "pcm_s16le", "sample_rate": 8000}


def speak():
    with Cartesia(api_key="any") as client, client.tts.websocket_connect() as connection:
        context = connection.context(**fields)
        context.push("Hello.")
        context.no_more_inputs()
        assert sum(len(event.data) for event in context.receive() if event.type == "chunk")
    with Cartesia(api_key="any") as client:
        with client.stt.manual_finalize.websocket(model="ink-whisper", encoding="pcm_s16le", sample_rate=16000) as sent:
            sent.send_raw(bytes(3200))


async def aspeak():
    client = AsyncCartesia(api_key="any")
    async with client.tts.websocket_connect() as connection:
        context = connection.context(**fields)
        await context.push("Hello.")
        await context.no_more_inputs()
        assert sum([len(event.data) async for event in context.receive() if event.type == "chunk"])
    await client.close()


if sys.argv[1] == "sync":
    speak()
else:
    import asyncio

    asyncio.run(aspeak())
print(*sorted({"httpx", "httpcore", "anyio", "http.cookiejar", "asyncio"} & sys.modules.keys()))
"""


@pytest.mark.parametrize(("color", "loaded"), [("sync", ""), ("async", "asyncio")])
def test_a_program_that_only_speaks_over_sockets_loads_no_httpx(color: str, loaded: str) -> None:
    with Sandbox() as sandbox:
        environment = {"CARTESIA_BASE_URL": sandbox.url, "PATH": ""}
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, color], capture_output=True, text=True, check=False, env=environment
        )
    assert (done.stderr, done.stdout.strip()) == ("", loaded)
