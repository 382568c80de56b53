"""What is sent for a text that is spoken: its parts, and what they have in common. No I/O."""

from __future__ import annotations

import difflib
import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any, get_args

from cartesia_api.arguments import InvalidRequestError
from cartesia_api.bodies import to_json
from cartesia_api.finding import is_id
from cartesia_api.models.mp3_bit_rate import MP3BitRate
from cartesia_api.models.raw_encoding import RawEncoding
from cartesia_api.models.sample_rate import SampleRate
from cartesia_api.types import plain
from cartesia_io.audio.formats import AudioFormat

from .containers import container
from .formats import CD
from .options import SpeakOptions
from .split import LIMIT, Part, split

VOICE = "Katie"
MODEL = "sonic-3.5"
UNKNOWN_PLAN = 2
"""Pieces at a time that every plan allows."""
_LOCAL = re.compile(r"https?://(?:127\.[\d.]+|localhost|\[::1\])(?::\d+)?(?=/|$)")
_SENT = ("language", "locale", "normalization", "generation_config", "pronunciation_dict_id")
_OF_CALLS = ("timeout", "max_retries", "extra_headers", "extra_body")
_BEFORE_PLAIN_IDS = "2026-08-14"
"""Versions before this one want a voice as an object."""


class SpeakRequest:
    """A text to speak, and how.

    Attributes:
        parts: The parts that are spoken one by one.
        wanted: Container, encoding, sample rate and bit rate of the result.
        encoding: Encoding of the samples that are bought.
        voice: Name or id of the voice; an id once it is known.

    Raises:
        InvalidRequestError: The text or an option cannot be sent. Nothing has been sent.
        ConfigurationError: The encoder of MP3 is needed and not installed.
    """

    def __init__(self, text: str, options: SpeakOptions) -> None:
        check_names(options)
        self._options: Mapping[str, Any] = options
        self.wanted = _format(options.get("output_format", CD))
        self.encoding = self.wanted.encoding or "pcm_s16le"
        container(self.wanted, self.encoding)  # so that a missing encoder is found before anything is bought
        self.voice = _voice(options.get("voice", VOICE))
        self.parts = _parts(text)
        self.characters = sum(len(part.text) for part in self.parts)

    @property
    def voice_is_known(self) -> bool:
        """Return whether the voice is an id."""
        return is_id(self.voice)

    def at_once(self, plan: int | None) -> int:
        """Return how many parts are made at a time. `plan`: the limit of the client."""
        return at_once(self._options.get("concurrency", "plan"), plan)

    def request(self, part: Part, version: str) -> dict[str, Any]:
        """Return the arguments that `generate_sse` takes for a part, for a client of a version."""
        return {
            **self._common(),
            "voice": voice_argument(self.voice, version),
            "transcript": part.sent,
            "add_timestamps": True,
            **{name: self._options[name] for name in _OF_CALLS if name in self._options},
        }

    def _common(self) -> dict[str, Any]:
        given = {name: value for name in _SENT if (value := self._options.get(name)) is not None}
        samples = {"container": "raw", "encoding": self.encoding, "sample_rate": self.wanted.sample_rate}
        return {**given, "model_id": self._options.get("model_id", MODEL), "output_format": samples}

    def key(self, part: Part, base_url: str) -> str:
        """Return a text that is the same for parts whose audio would be the same: not the place in the text, nor the port of a
        server of this machine."""
        sent = {**self._common(), "voice": self.voice, "extra_body": self._options.get("extra_body")}
        facts = [_LOCAL.sub("local", base_url), part.sent, {name: to_json(value) for name, value in sent.items()}]
        return hashlib.sha256(json.dumps(facts, sort_keys=True, default=str).encode()).hexdigest()[:32]


def voice_argument(voice: str, version: str) -> Any:
    """Return the argument of speech that names the voice of an id, for a client of a version."""
    return voice if version >= _BEFORE_PLAIN_IDS else {"mode": "id", "id": voice}


def at_once(concurrency: Any, plan: int | None) -> int:
    """Return how many calls are made at a time.

    Raises:
        InvalidRequestError: It is neither "plan" nor a number from 1.
    """
    if concurrency == "plan":
        return plan or UNKNOWN_PLAN
    if isinstance(concurrency, bool) or not isinstance(concurrency, int) or concurrency < 1:
        raise InvalidRequestError(f'concurrency must be "plan" or a number from 1, not {concurrency!r}')
    return concurrency


def check_names(options: SpeakOptions) -> None:
    """Raise InvalidRequestError for an option that there is not, with the one that may have been meant."""
    known = SpeakOptions.__annotations__
    for name in options:
        if name not in known:
            from cartesia_api.params import GenerationConfigParam  # hardly a program needs it

            if name in GenerationConfigParam.__annotations__:
                raise InvalidRequestError(f"speak: {name} is a field of an option: generation_config={{{name!r}: ...}}")
            near = difflib.get_close_matches(name, known, 1)
            hint = f"; did you mean {near[0]}?" if near else f"; known are {', '.join(known)}"
            raise InvalidRequestError(f"speak: unknown option {name}{hint}")


def _parts(text: str) -> list[Part]:
    if not issubclass(type(text), str):  # isinstance() asks the text, which may be code of the caller
        raise InvalidRequestError(f"speak: the text must be a str, not {type(text).__name__}")
    text = plain(text)
    if any("\ud800" <= sign <= "\udfff" for sign in text):
        raise InvalidRequestError("speak: the text has half of a surrogate pair; send whole characters")
    if not (parts := split(text, LIMIT)):
        raise InvalidRequestError("speak: the text has nothing to say: no letter and no digit outside of its tags")
    return parts


def _voice(voice: Any) -> str:
    """Return the id or name of a voice, which may be a text, an object or a dict."""
    found = voice.get("id") if isinstance(voice, Mapping) else getattr(voice, "id", voice)
    if not isinstance(found, str) or not found.strip():
        raise InvalidRequestError(
            f"speak: voice must be a name, an id or an object with an id, not {type(voice).__name__}"
        )
    return found


def _format(output_format: Any) -> AudioFormat:
    """Return the format that is wanted, checked."""
    wanted = AudioFormat.of(output_format)
    if not wanted.container:
        raise InvalidRequestError(
            "speak: output_format must be one of cartesia_client.formats, such as formats.WEB, or a dict such as "
            f"{{'container': 'mp3', 'sample_rate': 44100, 'bit_rate': 128000}}, not {output_format!r:.80}"
        )
    allowed: dict[str, tuple[Any, ...]] = {"container": ("raw", "wav", "mp3"), "sample_rate": get_args(SampleRate)}
    allowed["bit_rate" if wanted.container == "mp3" else "encoding"] = get_args(
        MP3BitRate if wanted.container == "mp3" else RawEncoding
    )
    for name, values in allowed.items():
        if (value := getattr(wanted, name)) not in values:
            raise InvalidRequestError(
                f"speak: {name} of output_format must be one of {', '.join(map(str, values))}, not {value!r}"
            )
    return wanted._replace(encoding=None) if wanted.container == "mp3" else wanted._replace(bit_rate=None)
