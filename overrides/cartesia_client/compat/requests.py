"""What versions 1 and 2 pass to speak a text, as the methods of today take it. Pure."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Required, TypedDict, get_type_hints

from ..errors import InvalidRequestError
from .notices import deprecated

OLDEST_WITHOUT_EMBEDDINGS = "2025-04-16"
FIRST_WITH_PLAIN_IDS = "2026-08-14"


class RequestOptions(TypedDict, total=False):
    """The options of a call of version 2."""

    timeout_in_seconds: int
    max_retries: int
    additional_headers: Mapping[str, Any]
    additional_query_parameters: Mapping[str, Any]
    additional_body_parameters: Mapping[str, Any]
    chunk_size: int


class _Speech(TypedDict, total=False):
    model_id: str
    output_format: Mapping[str, Any]
    language: str | None
    duration: float | None
    speed: str | None
    generation_config: Mapping[str, Any] | None
    add_timestamps: bool | None
    add_phoneme_timestamps: bool | None
    use_original_timestamps: bool | None
    use_normalized_timestamps: bool | None
    max_buffer_delay_ms: int | None
    pronunciation_dict_id: str | None
    context_id: str | None
    request_options: RequestOptions | None


class Version1Request(_Speech, total=False):
    """A request with the voice as in version 1."""

    voice_id: str | None
    voice_embedding: Sequence[float] | None
    _experimental_voice_controls: Mapping[str, Any] | None


class Version2Request(_Speech, total=False):
    """A request with the voice as in version 2."""

    voice: Required[str | Mapping[str, Any]]


class SpeechRequest(Version1Request, total=False):
    """What `tts.bytes`, `tts.sse` and the contexts of a socket take, in the spellings of versions 1 and 2.

    `voice_id` and `voice_embedding` are those of version 1, `voice` is that of version 2. What is None is left out.
    """

    voice: str | Mapping[str, Any]


_NAMES = {*get_type_hints(SpeechRequest), "transcript"}
_OPTIONS = {
    "timeout_in_seconds": "timeout",
    "max_retries": "max_retries",
    "additional_headers": "extra_headers",
    "additional_query_parameters": "extra_query",
    "additional_body_parameters": "extra_body",
}


def is_version_1(request: Mapping[str, Any]) -> bool:
    """Return whether a request has the spellings of version 1, so that its result is what version 1 returns."""
    return request.get("voice_id") is not None or request.get("voice_embedding") is not None


def speech(request: Mapping[str, Any], version: str) -> dict[str, Any]:
    """Return the fields of a request as the API of `version` has them.

    Raises:
        InvalidRequestError: A field is unknown, or there is no voice.
    """
    if unknown := [name for name in request if name not in _NAMES]:
        raise InvalidRequestError(f"{unknown[0]} is no field of versions 1 and 2; known: {', '.join(sorted(_NAMES))}")
    fields = {name: value for name, value in request.items() if value is not None}
    fields["voice"] = _voice(fields, version)
    if fields.pop("use_original_timestamps", None):
        deprecated("use_original_timestamps=True", "use_normalized_timestamps=False")
        fields["use_normalized_timestamps"] = False
    for name in ("voice_id", "voice_embedding", "_experimental_voice_controls"):
        fields.pop(name, None)
    return fields


def _voice(fields: Mapping[str, Any], version: str) -> Any:
    voice: Any = fields.get("voice")
    if "voice_id" in fields:
        deprecated("voice_id=...", "voice=...")
        voice = fields["voice_id"]
    elif "voice_embedding" in fields:
        if version >= OLDEST_WITHOUT_EMBEDDINGS:
            raise InvalidRequestError(
                f"voice_embedding=... has no counterpart in Cartesia-Version {version}: clone a voice and pass its id, or "
                'create the client with version="2024-11-13"'
            )
        deprecated("voice_embedding=...", "voice=..., with the id of a voice: embeddings are gone since 2025-04-16")
        voice = {"embedding": list(fields["voice_embedding"])}
    elif voice is None:
        raise InvalidRequestError("voice=... is missing (in version 1: voice_id=... or voice_embedding=...)")
    made: dict[str, Any] = {"id": voice} if isinstance(voice, str) else dict(voice)
    made.setdefault("mode", "embedding" if "embedding" in made else "id")
    if version >= FIRST_WITH_PLAIN_IDS:
        del made["mode"]
    if "experimental_controls" in made:  # as the types of version 2 call it
        made["__experimental_controls"] = made.pop("experimental_controls")
    if controls := fields.get("_experimental_voice_controls"):
        deprecated("_experimental_voice_controls=...", "generation_config={'speed': 1.2, 'emotion': 'content'}")
        made["__experimental_controls"] = dict(controls)
    return made


def options(request_options: Mapping[str, Any] | None) -> dict[str, Any]:
    """Return the options of a call of version 2 as the methods of today take them."""
    if not request_options:
        return {}
    deprecated("request_options={'timeout_in_seconds': ...}", "timeout=..., max_retries=..., extra_headers=...")
    return {_OPTIONS[name]: value for name, value in request_options.items() if name in _OPTIONS}


def arguments(method: Callable[..., Any], fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return the arguments for a method of today: what it does not know goes into `extra_body`."""
    fields = dict(fields)
    extra = options(fields.pop("request_options", None))
    known = inspect.signature(method).parameters
    takes_all = any(each.kind is each.VAR_KEYWORD for each in known.values())
    more = {name: fields.pop(name) for name in list(fields) if name not in known and not takes_all}
    if more:
        extra["extra_body"] = {**more, **extra.get("extra_body", {})}
    return {**fields, **extra}


def output_format(output_format_name: str) -> dict[str, Any]:
    """Return the output format of a name such as "raw_pcm_f32le_44100".

    Raises:
        InvalidRequestError: There is no such format.
    """
    deprecated("tts.get_output_format(...)", "{'container': 'raw', 'encoding': 'pcm_f32le', 'sample_rate': 44100}")
    found = re.fullmatch(
        r"raw_(pcm_f32le|pcm_s16le|pcm_mulaw|pcm_alaw)_(8000|16000|22050|24000|44100)", output_format_name
    )
    if not found:
        raise InvalidRequestError(f"no output format is called {output_format_name!r}; one is raw_pcm_f32le_44100")
    return {"container": "raw", "encoding": found[1], "sample_rate": int(found[2])}


def sample_rate(output_format_name: str) -> int:
    """Return the sample rate of the output format of a name, as `output_format` does the format.

    Raises:
        InvalidRequestError: There is no such format.
    """
    return int(output_format(output_format_name)["sample_rate"])
