"""The methods of a client that speak whole texts. Sync twin, then async twin."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Iterator
from typing import TYPE_CHECKING, Any, Unpack

from cartesia_api.hints import Hinted
from cartesia_io.usage import Usage

from ..concurrency import PLANS

if TYPE_CHECKING:
    from .many import Item, Spoken
    from .options import SpeakOptions
    from .speech import Speech
    from .stream import AsyncSpeechStream, SpeechStream

# Each method loads what it needs, so that making a client loads nothing of this room but this module.


class Limited(Hinted):
    """What a client may use, and has used."""

    @property
    def usage(self: Any) -> Usage:
        """Return what this client has bought: characters, and seconds of audio."""
        return self._policy.usage  # type: ignore[no-any-return]  # it is one

    @property
    def concurrency(self: Any) -> int | None:
        """Return how many contexts of text to speech may be active at once, as was passed; None without a limit."""
        given = self._settings["concurrency"]
        return PLANS[given] if isinstance(given, str) else given


class Narrating(Limited):
    """Speaks whole texts."""

    def speak(self, text: str, **options: Unpack[SpeakOptions]) -> Speech:
        """Speak a text of any length, and return its audio with the times of its words.

        The text is split at sentences and paragraphs, never inside tags, numbers, abbreviations or addresses. Several pieces are
        made at a time, as the plan allows, and joined in order without clicks. Costs credits by the character, as
        `tts.generate_sse` does, which makes each piece.

        Args:
            text: The text to speak, which may hold tags such as `<break time="1s"/>`.
            **options: `voice` (a name or id, "Katie"), `model_id` ("sonic-3.5"), `output_format` (`formats.CD`), `resume` (a
                folder that keeps finished pieces), `concurrency` ("plan" or a number), `progress` (a function), and the options
                of `tts.generate_sse`: `language`, `locale`, `normalization`, `generation_config`, `pronunciation_dict_id`,
                `timeout`, `max_retries`, `extra_headers`, `extra_body`. See `SpeakOptions`.

        Raises:
            InvalidRequestError: The text has nothing to say, an option is invalid, or no voice has that name. Nothing was bought.
            ConfigurationError: MP3 was asked for and its encoder is not installed (`cartesia-client[mp3]`). Nothing was bought.
            CartesiaError: A piece failed, in the ways of `tts.generate_sse`. `partial` is the speech before it; with `resume`,
                the next call buys only what is missing.
        """
        return self.speak_stream(text, **options).read()

    def speak_stream(self, text: str, **options: Unpack[SpeakOptions]) -> SpeechStream:
        """Return the same as a stream of bytes, which begins while the first piece is made. Takes the arguments of `speak`.

        Iterate over it, in a `with` block (`async with`) if you may leave early, or call `save` or `read`. Its words, pieces and
        duration grow meanwhile. Memory stays flat.
        """
        from .stream import SpeechStream

        return SpeechStream(self, text, options)

    def speak_many(
        self,
        items: Iterable[Item],
        *,
        in_order: bool = True,
        **options: Unpack[SpeakOptions],
    ) -> Iterator[Spoken]:
        """Speak many texts, and yield what became of each: its speech, or its error.

        Args:
            items: Texts, or dicts with "text" and the options in which that item differs. It is read while results are taken.
            in_order: Whether results come in the order of the items. If not, they come as they are finished.
            **options: Options of all items, as for `speak`. `concurrency` is the number of items that are spoken at a time.

        Raises:
            InvalidRequestError: `concurrency` is invalid.
        """
        from .many import speak_many

        return speak_many(self, items, in_order, options)


class AsyncNarrating(Limited):
    """Speaks whole texts."""

    async def speak(self, text: str, **options: Unpack[SpeakOptions]) -> Speech:
        """Speak a text of any length, and return its audio with the times of its words.

        The text is split at sentences and paragraphs, never inside tags, numbers, abbreviations or addresses. Several pieces are
        made at a time, as the plan allows, and joined in order without clicks. Costs credits by the character, as
        `tts.generate_sse` does, which makes each piece.

        Args:
            text: The text to speak, which may hold tags such as `<break time="1s"/>`.
            **options: `voice` (a name or id, "Katie"), `model_id` ("sonic-3.5"), `output_format` (`formats.CD`), `resume` (a
                folder that keeps finished pieces), `concurrency` ("plan" or a number), `progress` (a function), and the options
                of `tts.generate_sse`: `language`, `locale`, `normalization`, `generation_config`, `pronunciation_dict_id`,
                `timeout`, `max_retries`, `extra_headers`, `extra_body`. See `SpeakOptions`.

        Raises:
            InvalidRequestError: The text has nothing to say, an option is invalid, or no voice has that name. Nothing was bought.
            ConfigurationError: MP3 was asked for and its encoder is not installed (`cartesia-client[mp3]`). Nothing was bought.
            CartesiaError: A piece failed, in the ways of `tts.generate_sse`. `partial` is the speech before it; with `resume`,
                the next call buys only what is missing.
        """
        return await self.speak_stream(text, **options).read()

    def speak_stream(self, text: str, **options: Unpack[SpeakOptions]) -> AsyncSpeechStream:
        """Return the same as a stream of bytes, which begins while the first piece is made. Takes the arguments of `speak`.

        Iterate over it, in a `with` block (`async with`) if you may leave early, or call `save` or `read`. Its words, pieces and
        duration grow meanwhile. Memory stays flat.
        """
        from .stream import AsyncSpeechStream

        return AsyncSpeechStream(self, text, options)

    def speak_many(
        self,
        items: Iterable[Item],
        *,
        in_order: bool = True,
        **options: Unpack[SpeakOptions],
    ) -> AsyncIterator[Spoken]:
        """Speak many texts, and yield what became of each: its speech, or its error.

        Args:
            items: Texts, or dicts with "text" and the options in which that item differs. It is read while results are taken.
            in_order: Whether results come in the order of the items. If not, they come as they are finished.
            **options: Options of all items, as for `speak`. `concurrency` is the number of items that are spoken at a time.

        Raises:
            InvalidRequestError: `concurrency` is invalid.
        """
        from .many import aspeak_many

        return aspeak_many(self, items, in_order, options)
