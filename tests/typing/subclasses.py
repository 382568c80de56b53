"""Type-checked, never run: subclasses of the clients keep their constructors, methods and types, whatever the version."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, assert_type

from cartesia_client import AsyncCartesia, Audio, Cartesia

if TYPE_CHECKING:
    from cartesia_api.v2024_11_13.client import AsyncCartesia as AsyncCartesia2024
    from cartesia_api.v2024_11_13.client import Cartesia as Cartesia2024


class Studio(Cartesia):
    """A client with a constructor of its own."""

    def __init__(self, voice: str, *, version: str | None = None) -> None:
        super().__init__(api_key="k", version=version)
        self.voice = voice

    def hello(self) -> Audio:
        return self.tts.generate(
            model_id="m",
            transcript="Hello",
            voice=self.voice,
            output_format={"container": "raw", "encoding": "pcm_s16le", "sample_rate": 8000},
        )


class Plain(Cartesia):
    """A client with a method more."""

    def hello(self) -> int:
        return 1


class AsyncStudio(AsyncCartesia):
    """An asyncio client with a constructor of its own."""

    def __init__(self, voice: str, **options: Any) -> None:
        super().__init__(api_key="k", **options)
        self.voice = voice

    async def hello(self) -> int:
        return 1


def clients() -> None:
    assert_type(Studio("v"), Studio)
    assert_type(Studio("v", version="2024-11-13"), Studio)
    assert_type(Studio("v", version="2024-11-13").hello(), Audio)
    assert_type(Studio("v").with_options(timeout=3), Studio)
    assert_type(Plain(api_key="k"), Plain)
    assert_type(Plain(api_key="k", version="2024-11-13").hello(), int)
    assert_type(AsyncStudio("v", version="2024-11-13"), AsyncStudio)
    assert_type(Cartesia(version="2024-11-13"), Cartesia2024)
    assert_type(AsyncCartesia(version="2024-11-13"), AsyncCartesia2024)
    with Studio("v") as studio:
        assert_type(studio.voice, str)


async def asyncio_clients() -> None:
    async with AsyncStudio("v") as studio:
        assert_type(await studio.hello(), int)


def mistakes() -> None:
    Studio()  # type: ignore[call-arg]  # the voice is missing
    Studio("v", nothing=1)  # type: ignore[call-arg]  # not an argument
    Plain(nothing=1)  # type: ignore[call-overload]  # not an option
    Cartesia(version="2024-11-13", nothing=1)  # type: ignore[call-overload]  # not an option, in any version
    Studio("v").goodbye()  # type: ignore[attr-defined]  # no such method
