"""Voices, clients and names with the spellings of versions 1 and 2."""

from __future__ import annotations

import json
import warnings
from pathlib import Path

import cartesia_client
import pytest
from cartesia_client import NotFoundError, compat
from cartesia_client.compat import AsyncCartesia, Cartesia, CartesiaEnvironment
from cartesia_client.compat.tts import OutputFormat_RawParams, TtsRequestEmbeddingSpecifierParams
from cartesia_sandbox import Sandbox

from . import KATIE, NOBODY, VERSION_1

quiet = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@quiet
async def test_a_voice_has_its_embedding(client: Cartesia, aclient: AsyncCartesia) -> None:
    voice = client.voices.get(id=KATIE)
    assert voice.name == "Katie"
    assert voice.embedding is None  # as in version 2
    assert len(voice["embedding"]) == 192
    (same,) = [each for each in client.voices.list() if each["id"] == KATIE]
    assert same["embedding"] == voice["embedding"]
    assert (await aclient.voices.get(id=KATIE))["name"] == "Katie"
    with pytest.raises(KeyError, match="nothing"):
        _ = voice["nothing"]


@quiet
async def test_lists_are_pages_and_whole(client: Cartesia, aclient: AsyncCartesia) -> None:
    pager = client.voices.list(limit=2)
    assert len(pager.items) == 2
    assert pager.has_next
    following = pager.next_page()
    assert following is not None
    assert following.items[0].id == pager[2].id
    assert len(pager) == len(list(pager)) == sum(len(page.items) for page in client.voices.list(limit=2).iter_pages())
    apager = await aclient.voices.list(limit=2)
    assert [voice.id for voice in apager.items] == [voice.id for voice in pager.items]
    assert [voice.id async for voice in aclient.voices.list(limit=2)] == [voice.id for voice in pager]
    assert await anext(len(page.items) async for page in apager.iter_pages()) == 2
    afollowing = await apager.next_page()
    assert afollowing is not None
    assert afollowing.items[0].id == following.items[0].id


@quiet
def test_the_oldest_version_lists_voices_at_once(sandbox: Sandbox) -> None:
    with Cartesia(api_key="any", base_url=sandbox.url, version="2024-06-10") as client:
        voices = client.voices.list()
        assert not voices.has_next
        assert voices[0].id in [voice.id for voice in voices.items]
        assert voices.next_page() is None
        assert len(list(voices.iter_pages())) == 1
        assert client.voices.get(id=voices[0].id).embedding


@quiet
async def test_voices_are_cloned_mixed_and_created(client: Cartesia, aclient: AsyncCartesia, clip: Path) -> None:
    embedding = client.voices.clone(filepath=str(clip))
    assert len(embedding) == 192
    assert await aclient.voices.clone(filepath=clip) == embedding
    cloned = client.voices.clone(filepath=clip, mode="similarity", name="Mine", description="A voice", transcript="Hi.")
    with clip.open("rb") as file:
        other = client.voices.clone(clip=file, name="Mine", language="en", mode="similarity", enhance=False)
    mixed = client.voices.mix([{"id": cloned.id, "weight": 0.5}, {"id": other.id, "weight": 0.5}])
    assert mixed.embedding == mixed
    assert (await aclient.voices.mix(voices=[{"embedding": mixed, "weight": 1.0}])).embedding
    created = client.voices.create(name="New", description="A voice", embedding=mixed, language="en")
    assert client.voices.update(created.id, name="Newer", description="A voice").name == "Newer"
    client.voices.delete(id=created.id)


@pytest.mark.parametrize("kind", [Cartesia, AsyncCartesia])
@pytest.mark.parametrize(
    ("options", "url"),
    [
        ({}, "https://api.cartesia.ai"),
        (
            {"environment": CartesiaEnvironment.PRODUCTION, "timeout": None, "follow_redirects": True},
            "https://api.cartesia.ai",
        ),
        ({"base_url": "api.example.com"}, "https://api.example.com"),
        ({"base_url": "wss://api.example.com", "timeout": 30}, "https://api.example.com"),
        ({"version": "2025-04-16"}, "https://api.cartesia.ai"),
    ],
)
def test_clients_take_what_they_took(kind: type[Cartesia], options: dict[str, str], url: str) -> None:
    client = kind(api_key="any", **options)
    assert client.base_url.rstrip("/") == url
    assert client.version == options.get("version", "2024-11-13")


def test_the_environment_may_name_the_version_and_the_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CARTESIA_VERSION", "2025-04-16")
    monkeypatch.setenv("CARTESIA_BASE_URL", "api.example.com")
    client = Cartesia(api_key="any")
    assert (client.version, client.base_url) == ("2025-04-16", "https://api.example.com")


def test_copies_keep_the_old_spellings(client: Cartesia) -> None:
    with pytest.warns(DeprecationWarning, match="cartesia 1.x"):
        assert client.with_options(max_retries=0).tts.bytes(transcript="Hi.", **VERSION_1)


def test_each_old_spelling_warns_once_at_the_line_that_has_it(client: Cartesia) -> None:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        for _ in range(2):
            client.voices.get(id=KATIE)
            client.tts.bytes(transcript="Hi.", **VERSION_1)
    assert [str(each.message).split(" ")[0] for each in caught] == [
        "voices.get(id=...)",
        "tts.bytes(...)",
        "voice_id=...",
    ]
    assert {each.category for each in caught} == {DeprecationWarning}
    assert {each.filename for each in caught} == {__file__}
    assert "client.voices.get('...')" in str(caught[0].message)


def test_types_of_version_2_can_be_named() -> None:
    made = OutputFormat_RawParams(container="raw", encoding="pcm_s16le", sample_rate=16000)
    assert made == {"container": "raw", "encoding": "pcm_s16le", "sample_rate": 16000}
    assert TtsRequestEmbeddingSpecifierParams(mode="embedding", embedding=[0.1])
    assert compat.Voice.__name__ == "Voice"
    assert compat.WebSocketTtsOutputParams(audio="x")
    assert compat.NotFoundError is cartesia_client.NotFoundError
    with pytest.raises(AttributeError, match="nothing"):
        _ = compat.nothing


@quiet
def test_the_embedding_of_a_voice_is_found_however_it_is_asked_for(client: Cartesia) -> None:
    voice = client.voices.get(id=KATIE)
    assert "embedding" in voice
    assert voice.embedding is None  # as in version 2: the attribute asks for nothing
    assert len(voice.get("embedding")) == len(voice["embedding"]) == 192
    assert voice.get("nothing", "none") == "none"
    assert "nothing" not in voice


@quiet
def test_a_voice_and_its_parts_are_dumped_as_in_version_2(client: Cartesia) -> None:
    voice = client.voices.get(id=KATIE)
    assert voice.model_dump(exclude_none=True) == voice.dict() == dict(voice)
    assert json.loads(voice.model_dump_json())["id"] == json.loads(voice.json())["id"] == KATIE


@quiet
async def test_errors_of_voices_are_value_errors_as_in_version_1(client: Cartesia, aclient: AsyncCartesia) -> None:
    for call in (lambda: client.voices.get(id=NOBODY), lambda: client.voices.delete(NOBODY)):
        with pytest.raises(ValueError, match="404") as sync:
            call()
        assert isinstance(sync.value, NotFoundError)
    with pytest.raises(ValueError, match="404"):
        await aclient.voices.get(id=NOBODY)
    with pytest.raises(ValueError, match="404"):
        await aclient.voices.delete(NOBODY)
