"""Whole texts at older versions of the API, in both colors."""

from __future__ import annotations

import enum

import pytest
from cartesia_api.contract import VERSIONS
from cartesia_client import AsyncCartesia, Cartesia, formats
from cartesia_sandbox import Sandbox


@pytest.mark.parametrize("date", VERSIONS)
async def test_texts_are_spoken_at_every_version(sandbox: Sandbox, date: str) -> None:
    sandbox.reset()
    with Cartesia(api_key="any", base_url=sandbox.url) as client:
        older = client.with_options(default_headers={"Cartesia-Version": date}, max_retries=1)
        ours = older.speak("Good day.", output_format=formats.TELEPHONE)
    async with AsyncCartesia(api_key="any", base_url=sandbox.url, version=date) as other:
        theirs = await other.speak("Good day.", output_format=formats.TELEPHONE)
    assert [word.text for word in ours.words] == ["Good", "day."]
    assert (ours.words, ours.duration) == (theirs.words, theirs.duration)
    assert {request.version for request in sandbox.journal.requests("tts.generate_sse")} == {date}


class Narrator(enum.Enum):
    """Names that a program keeps."""

    KATIE = "katie"


def test_a_name_may_be_a_value_of_an_enum(sandbox: Sandbox) -> None:
    with Cartesia(api_key="any", base_url=sandbox.url) as client:
        assert client.voices.find(Narrator.KATIE).name == "Katie"  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
