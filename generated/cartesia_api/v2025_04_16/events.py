# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Messages of event streams and sockets. A message of an unknown kind arrives as an UnknownEvent."""

from __future__ import annotations

import contextlib
from typing import Annotated, Any, Literal

import msgspec

from ..added import struct_of
from ..event_decoding import (
    LONG,
    Base64,
    Event,
    LateDecoder,
    decode_apart,
    decode_base64,
    decode_otherwise,
    unknown,
)
from ..event_decoding import UnknownEvent as UnknownEvent
from ..message_text import decoded, mended
from ..messages import Messages


class WordTimestamps(Event, frozen=True, kw_only=True, omit_defaults=True):
    """Words and their times, as three lists of the same length."""

    words: list[str]
    start: list[float]
    end: list[float]


class PhonemeTimestamps(Event, frozen=True, kw_only=True, omit_defaults=True):
    """Phonemes and their times, as three lists of the same length."""

    phonemes: list[str]
    start: list[float]
    end: list[float]


class AgentStreamConfig(Event, frozen=True, kw_only=True, omit_defaults=True):
    """Format of the audio, and the voice."""

    input_format: str
    voice_id: str | None = None


class AgentStreamAgent(Event, frozen=True, kw_only=True, omit_defaults=True):
    """What to change of the agent for one call."""

    introduction: str | None = None
    system_prompt: str | None = None


class AgentStreamMedia(Event, frozen=True, kw_only=True, omit_defaults=True):
    """Audio."""

    _encoded = ("payload",)
    payload: Base64

    @property
    def audio(self) -> bytes:
        """Return `payload`, under its name in the official library."""
        return self.payload


class TranscriptionWord(Event, frozen=True, kw_only=True, omit_defaults=True):
    """A word and its times."""

    word: str
    start: float
    end: float


class TTSSSEChunkEvent(
    Event, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag="chunk"
):
    """A piece of audio."""

    _encoded = ("data",)
    done: bool
    status_code: int
    step_time: float
    data: Base64
    context_id: str | None = None

    @property
    def audio(self) -> bytes:
        """Return `data`, under its name in the official library."""
        return self.data

    @property
    def type(self) -> Literal["chunk"]:
        """Return the kind of the message."""
        return "chunk"


class TTSSSETimestampsEvent(
    Event, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag="timestamps"
):
    """Times of words."""

    done: bool
    status_code: int
    word_timestamps: WordTimestamps
    context_id: str | None = None

    @property
    def type(self) -> Literal["timestamps"]:
        """Return the kind of the message."""
        return "timestamps"


class TTSSSEPhonemeTimestampsEvent(
    Event, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag="phoneme_timestamps"
):
    """Times of phonemes."""

    done: bool
    status_code: int
    phoneme_timestamps: PhonemeTimestamps
    context_id: str | None = None

    @property
    def type(self) -> Literal["phoneme_timestamps"]:
        """Return the kind of the message."""
        return "phoneme_timestamps"


class TTSSSEDoneEvent(
    Event, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag="done"
):
    """The end of the speech."""

    done: bool
    status_code: int
    context_id: str | None = None

    @property
    def type(self) -> Literal["done"]:
        """Return the kind of the message."""
        return "done"


class TTSSSEErrorEvent(
    Event, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag="error"
):
    """The speech has failed; there will be no more events."""

    done: bool
    status_code: int
    context_id: str | None = None
    error: str
    """What happened: title and message, joined by a colon."""

    @property
    def type(self) -> Literal["error"]:
        """Return the kind of the message."""
        return "error"


class VoiceChangerSSEError(Event, frozen=True, kw_only=True, omit_defaults=True):
    """The change has failed; there will be no more events."""

    type: str
    done: bool
    status_code: int
    error: str
    """What happened: title and message, joined by a colon."""


class VoiceChangerSSEChunk(Event, frozen=True, kw_only=True, omit_defaults=True):
    """A piece of audio."""

    _encoded = ("data",)
    status_code: int
    done: bool
    data: Base64
    step_time: float

    @property
    def audio(self) -> bytes:
        """Return `data`, under its name in the official library."""
        return self.data


class VoiceChangerSSEDone(Event, frozen=True, kw_only=True, omit_defaults=True):
    """The end of the speech."""

    status_code: int
    done: bool


class AgentStreamAck(
    Event, frozen=True, kw_only=True, omit_defaults=True, tag_field="event", tag="ack"
):
    """The call has begun."""

    stream_id: str
    config: AgentStreamConfig
    agent: AgentStreamAgent | None = None

    @property
    def event(self) -> Literal["ack"]:
        """Return the kind of the message."""
        return "ack"

    @property
    def type(self) -> Literal["ack"]:
        """Return the kind of the message."""
        return "ack"


class AgentStreamMediaOutput(
    Event, frozen=True, kw_only=True, omit_defaults=True, tag_field="event", tag="media_output"
):
    """Audio from the agent."""

    stream_id: str
    media: AgentStreamMedia

    @property
    def event(self) -> Literal["media_output"]:
        """Return the kind of the message."""
        return "media_output"

    @property
    def type(self) -> Literal["media_output"]:
        """Return the kind of the message."""
        return "media_output"


class AgentStreamClear(
    Event, frozen=True, kw_only=True, omit_defaults=True, tag_field="event", tag="clear"
):
    """Discard the audio that has not been played yet."""

    stream_id: str

    @property
    def event(self) -> Literal["clear"]:
        """Return the kind of the message."""
        return "clear"

    @property
    def type(self) -> Literal["clear"]:
        """Return the kind of the message."""
        return "clear"


class AgentStreamDTMF(
    Event, frozen=True, kw_only=True, omit_defaults=True, tag_field="event", tag="dtmf"
):
    """A key that was pressed."""

    stream_id: str
    dtmf: str

    @property
    def event(self) -> Literal["dtmf"]:
        """Return the kind of the message."""
        return "dtmf"

    @property
    def type(self) -> Literal["dtmf"]:
        """Return the kind of the message."""
        return "dtmf"


class AgentStreamCustom(
    Event, frozen=True, kw_only=True, omit_defaults=True, tag_field="event", tag="custom"
):
    """Something that the two sides have agreed on."""

    stream_id: str
    metadata: dict[str, Any]

    @property
    def event(self) -> Literal["custom"]:
        """Return the kind of the message."""
        return "custom"

    @property
    def type(self) -> Literal["custom"]:
        """Return the kind of the message."""
        return "custom"


class AgentStreamTransferCall(
    Event, frozen=True, kw_only=True, omit_defaults=True, tag_field="event", tag="transfer_call"
):
    """The call is to be transferred."""

    stream_id: str | None = None

    @property
    def event(self) -> Literal["transfer_call"]:
        """Return the kind of the message."""
        return "transfer_call"

    @property
    def type(self) -> Literal["transfer_call"]:
        """Return the kind of the message."""
        return "transfer_call"


class STTManualFinalizeTranscript(
    Event, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag="transcript"
):
    """Text since the last final one."""

    text: str
    is_final: bool
    request_id: str
    duration: float | None = None
    language: str | None = None
    words: list[TranscriptionWord] | None = None

    @property
    def type(self) -> Literal["transcript"]:
        """Return the kind of the message."""
        return "transcript"


class STTManualFinalizeFlushDone(
    Event, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag="flush_done"
):
    """The utterance has been ended."""

    request_id: str

    @property
    def type(self) -> Literal["flush_done"]:
        """Return the kind of the message."""
        return "flush_done"


class STTManualFinalizeDone(
    Event, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag="done"
):
    """The session has been ended; the socket is closed next."""

    request_id: str

    @property
    def type(self) -> Literal["done"]:
        """Return the kind of the message."""
        return "done"


class STTErrorResponse(
    Event, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag="error"
):
    """The session has failed."""

    _deprecated = frozenset(["error"])
    message: str
    request_id: str | None = None
    error: str | None = None
    """The same as the message. Deprecated."""
    code: int | None = None
    """The status that a request over HTTP would have been answered with."""

    @property
    def type(self) -> Literal["error"]:
        """Return the kind of the message."""
        return "error"


class TTSSocketChunk(
    Event, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag="chunk"
):
    """A piece of audio."""

    _encoded = ("data",)
    context_id: str | None = None
    status_code: int
    done: bool
    data: Base64
    step_time: float

    @property
    def audio(self) -> bytes:
        """Return `data`, under its name in the official library."""
        return self.data

    @property
    def type(self) -> Literal["chunk"]:
        """Return the kind of the message."""
        return "chunk"


class TTSSocketFlushDone(
    Event, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag="flush_done"
):
    """All that belongs to a flush has been sent."""

    context_id: str | None = None
    status_code: int
    done: bool
    flush_id: int
    flush_done: bool

    @property
    def type(self) -> Literal["flush_done"]:
        """Return the kind of the message."""
        return "flush_done"


class TTSSocketDone(
    Event, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag="done"
):
    """The context has ended; all its audio has been sent."""

    context_id: str | None = None
    status_code: int
    done: bool

    @property
    def type(self) -> Literal["done"]:
        """Return the kind of the message."""
        return "done"


class TTSSocketTimestamps(
    Event, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag="timestamps"
):
    """Times of words, from the beginning of the audio of the context."""

    context_id: str | None = None
    status_code: int
    done: bool
    word_timestamps: WordTimestamps | None = None

    @property
    def type(self) -> Literal["timestamps"]:
        """Return the kind of the message."""
        return "timestamps"


class TTSSocketPhonemeTimestamps(
    Event, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag="phoneme_timestamps"
):
    """Times of phonemes, from the beginning of the audio of the context."""

    context_id: str | None = None
    status_code: int
    done: bool
    phoneme_timestamps: PhonemeTimestamps | None = None

    @property
    def type(self) -> Literal["phoneme_timestamps"]:
        """Return the kind of the message."""
        return "phoneme_timestamps"


class TTSSocketError(
    Event, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag="error"
):
    """A context has failed, or, without an id, something about the socket. The socket stays open."""

    done: bool
    context_id: str | None = None
    status_code: int
    error: str
    """What happened: title and message, joined by a colon."""

    @property
    def type(self) -> Literal["error"]:
        """Return the kind of the message."""
        return "error"


TTSSSEEvent = (
    TTSSSEChunkEvent
    | TTSSSETimestampsEvent
    | TTSSSEPhonemeTimestampsEvent
    | TTSSSEDoneEvent
    | TTSSSEErrorEvent
    | UnknownEvent
)
_ttssse_event: LateDecoder[
    TTSSSEChunkEvent
    | TTSSSETimestampsEvent
    | TTSSSEPhonemeTimestampsEvent
    | TTSSSEDoneEvent
    | TTSSSEErrorEvent
] = LateDecoder(
    TTSSSEChunkEvent
    | TTSSSETimestampsEvent
    | TTSSSEPhonemeTimestampsEvent
    | TTSSSEDoneEvent
    | TTSSSEErrorEvent
)


def decode_ttssse_event(data: bytes | str) -> TTSSSEEvent:
    """Decode one message. Raises msgspec.DecodeError, or ValidationError for an invalid one of a known kind."""
    event: TTSSSEEvent
    if (
        len(data) >= LONG
        and (apart := decode_apart(_ttssse_event, TTSSSEChunkEvent, "data", data)) is not None
    ):
        return apart
    try:
        event = _ttssse_event.decode(data)
    except msgspec.ValidationError:
        event = decode_otherwise(_ttssse_event, data, "type")
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        return decode_ttssse_event(mended(data, error))
    if type(event) is TTSSSEChunkEvent:
        decode_base64(event, "data")
    return event


VoiceChangerSSEEvent = (
    VoiceChangerSSEError | VoiceChangerSSEChunk | VoiceChangerSSEDone | UnknownEvent
)


def decode_voice_changer_sse_event(data: bytes | str) -> VoiceChangerSSEEvent:
    """Decode one message; its fields tell its kind. Raises msgspec.DecodeError."""
    fields = decoded(data)
    if not isinstance(fields, dict):
        raise msgspec.ValidationError("expected an object")
    if fields.keys() >= {"type", "done", "status_code", "error"}:
        with contextlib.suppress(msgspec.ValidationError):
            return struct_of(VoiceChangerSSEError, fields)
    if (
        fields.keys() >= {"status_code", "done", "data", "step_time"}
        and fields.get("type") != "error"
    ):
        event = struct_of(VoiceChangerSSEChunk, fields)
        decode_base64(event, "data")
        return event
    if fields.keys() >= {"status_code", "done"} and fields.get("type") != "error":
        return struct_of(VoiceChangerSSEDone, fields)
    return unknown(fields, "type")


AgentsStreamEvent = (
    AgentStreamAck
    | AgentStreamMediaOutput
    | AgentStreamClear
    | AgentStreamDTMF
    | AgentStreamCustom
    | AgentStreamTransferCall
    | UnknownEvent
)
_agents_stream_event: LateDecoder[
    AgentStreamAck
    | AgentStreamMediaOutput
    | AgentStreamClear
    | AgentStreamDTMF
    | AgentStreamCustom
    | AgentStreamTransferCall
] = LateDecoder(
    AgentStreamAck
    | AgentStreamMediaOutput
    | AgentStreamClear
    | AgentStreamDTMF
    | AgentStreamCustom
    | AgentStreamTransferCall
)


def decode_agents_stream_event(data: bytes | str) -> AgentsStreamEvent:
    """Decode one message. Raises msgspec.DecodeError, or ValidationError for an invalid one of a known kind."""
    event: AgentsStreamEvent
    try:
        event = _agents_stream_event.decode(data)
    except msgspec.ValidationError:
        event = decode_otherwise(_agents_stream_event, data, "event")
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        return decode_agents_stream_event(mended(data, error))
    if type(event) is AgentStreamMediaOutput:
        decode_base64(event.media, "payload")
    return event


decode_agents_stream_event.has_audio = False  # type: ignore[attr-defined]


STTManualFinalizeEvent = (
    STTManualFinalizeTranscript
    | STTManualFinalizeFlushDone
    | STTManualFinalizeDone
    | STTErrorResponse
    | UnknownEvent
)
_stt_manual_finalize_event: LateDecoder[
    STTManualFinalizeTranscript
    | STTManualFinalizeFlushDone
    | STTManualFinalizeDone
    | STTErrorResponse
] = LateDecoder(
    STTManualFinalizeTranscript
    | STTManualFinalizeFlushDone
    | STTManualFinalizeDone
    | STTErrorResponse
)


def decode_stt_manual_finalize_event(data: bytes | str) -> STTManualFinalizeEvent:
    """Decode one message. Raises msgspec.DecodeError, or ValidationError for an invalid one of a known kind."""
    event: STTManualFinalizeEvent
    try:
        event = _stt_manual_finalize_event.decode(data)
    except msgspec.ValidationError:
        event = decode_otherwise(_stt_manual_finalize_event, data, "type")
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        return decode_stt_manual_finalize_event(mended(data, error))
    return event


decode_stt_manual_finalize_event.has_audio = False  # type: ignore[attr-defined]


TTSWebsocketEvent = (
    TTSSocketChunk
    | TTSSocketFlushDone
    | TTSSocketDone
    | TTSSocketTimestamps
    | TTSSocketPhonemeTimestamps
    | TTSSocketError
    | UnknownEvent
)
_tts_websocket_event: LateDecoder[
    TTSSocketChunk
    | TTSSocketFlushDone
    | TTSSocketDone
    | TTSSocketTimestamps
    | TTSSocketPhonemeTimestamps
    | TTSSocketError
] = LateDecoder(
    TTSSocketChunk
    | TTSSocketFlushDone
    | TTSSocketDone
    | TTSSocketTimestamps
    | TTSSocketPhonemeTimestamps
    | TTSSocketError
)


def decode_tts_websocket_event(data: bytes | str) -> TTSWebsocketEvent:
    """Decode one message. Raises msgspec.DecodeError, or ValidationError for an invalid one of a known kind."""
    event: TTSWebsocketEvent
    if (
        len(data) >= LONG
        and (apart := decode_apart(_tts_websocket_event, TTSSocketChunk, "data", data)) is not None
    ):
        return apart
    try:
        event = _tts_websocket_event.decode(data)
    except msgspec.ValidationError:
        event = decode_otherwise(_tts_websocket_event, data, "type")
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        return decode_tts_websocket_event(mended(data, error))
    if type(event) is TTSSocketChunk:
        decode_base64(event, "data")
    return event


class _SentAgentStreamStart(
    msgspec.Struct, kw_only=True, tag_field="event", tag="start", rename=None
):
    stream_id: str | None = None
    config: AgentStreamConfig
    agent: AgentStreamAgent | None = None
    metadata: dict[str, Any] | None = None


class _SentAgentStreamMediaInput(
    msgspec.Struct, kw_only=True, tag_field="event", tag="media_input", rename=None
):
    stream_id: str
    media: AgentStreamMedia


class _SentAgentStreamDTMF(
    msgspec.Struct, kw_only=True, tag_field="event", tag="dtmf", rename=None
):
    stream_id: str
    dtmf: Annotated[str, msgspec.Meta(pattern="^[0-9*#]$")]


class _SentAgentStreamCustom(
    msgspec.Struct, kw_only=True, tag_field="event", tag="custom", rename=None
):
    stream_id: str
    metadata: dict[str, Any]


AGENTS_STREAM_MESSAGES = Messages(
    "event",
    ("start", "media_input", "dtmf", "custom"),
    _SentAgentStreamStart
    | _SentAgentStreamMediaInput
    | _SentAgentStreamDTMF
    | _SentAgentStreamCustom,
)
"""What can be sent."""
