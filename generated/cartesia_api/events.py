# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Messages of event streams and sockets. A message of an unknown kind arrives as an UnknownEvent."""

from __future__ import annotations

import contextlib
from typing import Annotated, Any, Literal

import msgspec

from .added import struct_of
from .event_decoding import (
    LONG,
    Base64,
    Event,
    LateDecoder,
    decode_apart,
    decode_base64,
    decode_otherwise,
    unknown,
)
from .event_decoding import UnknownEvent as UnknownEvent
from .message_text import decoded, mended
from .messages import Messages


class WordTimestamps(Event, frozen=True, kw_only=True, omit_defaults=True):
    """Words and their times, as three lists of the same length."""

    words: list[str]
    """The words."""
    start: list[float]
    """When each begins, in seconds from the beginning of the audio."""
    end: list[float]
    """When each ends, in seconds from the beginning of the audio."""


class PhonemeTimestamps(Event, frozen=True, kw_only=True, omit_defaults=True):
    """Phonemes and their times, as three lists of the same length."""

    phonemes: list[str]
    """The phonemes in IPA."""
    start: list[float]
    """When each begins, in seconds from the beginning of the audio."""
    end: list[float]
    """When each ends, in seconds from the beginning of the audio."""


class AgentStreamConfig(Event, frozen=True, kw_only=True, omit_defaults=True):
    """Format of the audio, and the voice."""

    input_format: str
    """Encoding and sample rate of the audio, in both directions."""
    voice_id: str | None = None
    """Id of the voice that speaks."""


class AgentStreamAgent(Event, frozen=True, kw_only=True, omit_defaults=True):
    """What to change of the agent for one call."""

    introduction: str | None = None
    """What it says first."""
    system_prompt: str | None = None
    """System prompt."""


class AgentStreamMedia(Event, frozen=True, kw_only=True, omit_defaults=True):
    """Audio."""

    _encoded = ("payload",)
    payload: Base64
    """Audio as base64."""

    @property
    def audio(self) -> bytes:
        """Return `payload`, under its name in the official library."""
        return self.payload


class TranscriptionWord(Event, frozen=True, kw_only=True, omit_defaults=True):
    """A word and its times."""

    word: str
    """The word; may begin with a space."""
    start: float
    """When it begins in seconds."""
    end: float
    """When it ends in seconds."""


class TTSSSEChunkEvent(
    Event, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag="chunk"
):
    """A piece of audio."""

    _encoded = ("data",)
    done: bool
    """Whether this is the last event."""
    status_code: int
    """Like a status of HTTP; 206 as long as there is more."""
    step_time: float
    """Milliseconds that the service took for it."""
    data: Base64
    """Audio, as base64."""
    context_id: str | None = None
    """The `context_id` of the request, if it had one."""

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
    """Whether this is the last event."""
    status_code: int
    """Like a status of HTTP; 206 as long as there is more."""
    word_timestamps: WordTimestamps
    """The words and their times."""
    context_id: str | None = None
    """The `context_id` of the request, if it had one."""

    @property
    def type(self) -> Literal["timestamps"]:
        """Return the kind of the message."""
        return "timestamps"


class TTSSSEPhonemeTimestampsEvent(
    Event, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag="phoneme_timestamps"
):
    """Times of phonemes."""

    done: bool
    """Whether this is the last event."""
    status_code: int
    """Like a status of HTTP; 206 as long as there is more."""
    phoneme_timestamps: PhonemeTimestamps
    """The phonemes and their times."""
    context_id: str | None = None
    """The `context_id` of the request, if it had one."""

    @property
    def type(self) -> Literal["phoneme_timestamps"]:
        """Return the kind of the message."""
        return "phoneme_timestamps"


class TTSSSEDoneEvent(
    Event, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag="done"
):
    """The end of the speech."""

    done: bool
    """This is the last event."""
    status_code: int
    """Like a status of HTTP."""
    context_id: str | None = None
    """The `context_id` of the request, if it had one."""

    @property
    def type(self) -> Literal["done"]:
        """Return the kind of the message."""
        return "done"


class TTSSSEErrorEvent(
    Event, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag="error"
):
    """The speech has failed; there will be no more events."""

    done: bool
    """Whether this is the last event; always true, so far."""
    status_code: int
    """Like a status of HTTP."""
    title: str
    """A few words for people."""
    message: str
    """What happened."""
    request_id: str
    """Id of the request."""
    error_code: str | None = None
    """Machine-readable code, null when none fits."""
    doc_url: str | None = None
    """Address of a page about this error."""
    context_id: str | None = None
    """The `context_id` of the request, if it had one."""

    @property
    def type(self) -> Literal["error"]:
        """Return the kind of the message."""
        return "error"


class VoiceChangerSSEError(Event, frozen=True, kw_only=True, omit_defaults=True):
    """The change has failed; there will be no more events."""

    type: str
    """Kind of the event."""
    done: bool
    """This is the last event."""
    status_code: int
    """Like a status of HTTP."""
    title: str
    """A few words for people."""
    message: str
    """What happened."""
    request_id: str
    """Id of the request."""
    error_code: str | None = None
    """Machine-readable code, null when none fits."""
    doc_url: str | None = None
    """Address of a page about this error."""


class VoiceChangerSSEChunk(Event, frozen=True, kw_only=True, omit_defaults=True):
    """A piece of audio."""

    _encoded = ("data",)
    status_code: int
    """Like a status of HTTP."""
    done: bool
    """Whether this is the last event."""
    data: Base64
    """Audio, as base64."""
    sample_rate: int
    """Samples per second, in Hz."""
    step_time: float
    """Milliseconds that the service took for it."""

    @property
    def audio(self) -> bytes:
        """Return `data`, under its name in the official library."""
        return self.data


class VoiceChangerSSEDone(Event, frozen=True, kw_only=True, omit_defaults=True):
    """The end of the speech."""

    status_code: int
    """Like a status of HTTP."""
    done: bool
    """This is the last event."""


class AgentStreamAck(
    Event, frozen=True, kw_only=True, omit_defaults=True, tag_field="event", tag="ack"
):
    """The call has begun."""

    stream_id: str
    """Id of the stream."""
    config: AgentStreamConfig
    """What was agreed on."""
    agent: AgentStreamAgent | None = None
    """What is changed of the agent."""

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
    """Id of the stream."""
    media: AgentStreamMedia
    """The audio."""

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
    """Id of the stream."""

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
    """Id of the stream."""
    dtmf: str
    """The key: a digit, * or #."""

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
    """Id of the stream."""
    metadata: dict[str, Any]
    """Any content."""

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
    """Id of the stream."""

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
    """The text. Final texts are to be joined as they are; one that is not final is replaced by the next."""
    is_final: bool
    """Whether the text will not change any more."""
    request_id: str
    """Id of the connection."""
    duration: float | None = None
    """Seconds of audio behind it."""
    language: str | None = None
    """Language, an ISO 639-1 code."""
    words: list[TranscriptionWord] | None = None
    """The words and their times."""

    @property
    def type(self) -> Literal["transcript"]:
        """Return the kind of the message."""
        return "transcript"


class STTManualFinalizeFlushDone(
    Event, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag="flush_done"
):
    """The utterance has been ended."""

    request_id: str
    """Id of the connection."""

    @property
    def type(self) -> Literal["flush_done"]:
        """Return the kind of the message."""
        return "flush_done"


class STTManualFinalizeDone(
    Event, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag="done"
):
    """The session has been ended; the socket is closed next."""

    request_id: str
    """Id of the connection."""

    @property
    def type(self) -> Literal["done"]:
        """Return the kind of the message."""
        return "done"


class STTErrorResponse(
    Event, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag="error"
):
    """The session has failed."""

    message: str
    """What happened."""
    status_code: int
    """Like a status of HTTP."""
    title: str
    """A few words for people."""
    error_code: str | None = None
    """Machine-readable code."""
    doc_url: str | None = None
    """Address of a page about this error."""
    request_id: str | None = None
    """Id of the connection."""

    @property
    def type(self) -> Literal["error"]:
        """Return the kind of the message."""
        return "error"


class STTAutoFinalizeConnected(
    Event, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag="connected"
):
    """The socket is ready."""

    request_id: str
    """Id of the connection."""

    @property
    def type(self) -> Literal["connected"]:
        """Return the kind of the message."""
        return "connected"


class STTAutoFinalizeTurnStart(
    Event, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag="turn.start"
):
    """A speaker began to speak."""

    request_id: str
    """Id of the connection."""
    turn_id: str | None = None
    """Number of the turn on this connection, from 1."""

    @property
    def type(self) -> Literal["turn.start"]:
        """Return the kind of the message."""
        return "turn.start"


class STTAutoFinalizeTurnUpdate(
    Event, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag="turn.update"
):
    """More of the turn has been understood."""

    transcript: str
    """All text of the turn so far."""
    request_id: str
    """Id of the connection."""
    turn_id: str | None = None
    """Number of the turn on this connection, from 1."""

    @property
    def type(self) -> Literal["turn.update"]:
        """Return the kind of the message."""
        return "turn.update"


class STTAutoFinalizeTurnEagerEnd(
    Event, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag="turn.eager_end"
):
    """The turn may have ended."""

    transcript: str
    """All text of the turn so far."""
    request_id: str
    """Id of the connection."""
    turn_id: str | None = None
    """Number of the turn on this connection, from 1."""

    @property
    def type(self) -> Literal["turn.eager_end"]:
        """Return the kind of the message."""
        return "turn.eager_end"


class STTAutoFinalizeTurnResume(
    Event, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag="turn.resume"
):
    """The turn had not ended after all."""

    request_id: str
    """Id of the connection."""
    turn_id: str | None = None
    """Number of the turn on this connection, from 1."""

    @property
    def type(self) -> Literal["turn.resume"]:
        """Return the kind of the message."""
        return "turn.resume"


class STTAutoFinalizeTurnEnd(
    Event, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag="turn.end"
):
    """The turn has ended; its text is final."""

    transcript: str
    """All text of the turn so far."""
    request_id: str
    """Id of the connection."""
    turn_id: str | None = None
    """Number of the turn on this connection, from 1."""

    @property
    def type(self) -> Literal["turn.end"]:
        """Return the kind of the message."""
        return "turn.end"


class TTSSocketChunk(
    Event, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag="chunk"
):
    """A piece of audio."""

    _encoded = ("data",)
    context_id: str
    """Id of the context that it belongs to."""
    status_code: int
    """Like a status of HTTP."""
    done: bool
    """Whether the context has ended."""
    data: Base64
    """Audio, as base64."""
    step_time: float
    """Milliseconds that the service took for it."""
    flush_id: int | None = None
    """Number of the flush that it belongs to, from 1."""

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

    context_id: str
    """Id of the context that it belongs to."""
    status_code: int
    """Like a status of HTTP."""
    done: bool
    """Whether the context has ended."""
    flush_id: int
    """Number of the flush, from 1."""
    flush_done: bool
    """Says that the flush is complete."""

    @property
    def type(self) -> Literal["flush_done"]:
        """Return the kind of the message."""
        return "flush_done"


class TTSSocketDone(
    Event, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag="done"
):
    """The context has ended; all its audio has been sent."""

    context_id: str
    """Id of the context."""
    status_code: int
    """Like a status of HTTP."""
    done: bool
    """Says that the context has ended."""

    @property
    def type(self) -> Literal["done"]:
        """Return the kind of the message."""
        return "done"


class TTSSocketTimestamps(
    Event, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag="timestamps"
):
    """Times of words, from the beginning of the audio of the context."""

    context_id: str
    """Id of the context that it belongs to."""
    status_code: int
    """Like a status of HTTP."""
    done: bool
    """Whether the context has ended."""
    word_timestamps: WordTimestamps | None = None
    """The words and their times."""
    flush_id: int | None = None
    """Number of the flush that it belongs to, from 1."""

    @property
    def type(self) -> Literal["timestamps"]:
        """Return the kind of the message."""
        return "timestamps"


class TTSSocketPhonemeTimestamps(
    Event, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag="phoneme_timestamps"
):
    """Times of phonemes, from the beginning of the audio of the context."""

    context_id: str
    """Id of the context that it belongs to."""
    status_code: int
    """Like a status of HTTP."""
    done: bool
    """Whether the context has ended."""
    phoneme_timestamps: PhonemeTimestamps | None = None
    """The phonemes and their times."""
    flush_id: int | None = None
    """Number of the flush that it belongs to, from 1."""

    @property
    def type(self) -> Literal["phoneme_timestamps"]:
        """Return the kind of the message."""
        return "phoneme_timestamps"


class TTSSocketError(
    Event, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag="error"
):
    """A context has failed, or, without an id, something about the socket. The socket stays open."""

    _deprecated = frozenset(["error"])
    done: bool
    """Whether the context has ended; always true, so far."""
    context_id: str | None = None
    """Id of the context."""
    status_code: int | None = None
    """Like a status of HTTP."""
    title: str | None = None
    """A few words for people."""
    message: str | None = None
    """What happened."""
    error_code: str | None = None
    """Machine-readable code, null when none fits."""
    doc_url: str | None = None
    """Address of a page about this error."""
    request_id: str | None = None
    """Id of the request, or of connection, context and message, joined by colons."""
    error: str | None = None
    """Title and message in one, in place of all these fields, before 2026-03-01. Deprecated."""

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
    if fields.keys() >= {"type", "done", "status_code", "title", "message", "request_id"}:
        with contextlib.suppress(msgspec.ValidationError):
            return struct_of(VoiceChangerSSEError, fields)
    if (
        fields.keys() >= {"status_code", "done", "data", "sample_rate", "step_time"}
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


STTAutoFinalizeEvent = (
    STTAutoFinalizeConnected
    | STTAutoFinalizeTurnStart
    | STTAutoFinalizeTurnUpdate
    | STTAutoFinalizeTurnEagerEnd
    | STTAutoFinalizeTurnResume
    | STTAutoFinalizeTurnEnd
    | STTErrorResponse
    | UnknownEvent
)
_stt_auto_finalize_event: LateDecoder[
    STTAutoFinalizeConnected
    | STTAutoFinalizeTurnStart
    | STTAutoFinalizeTurnUpdate
    | STTAutoFinalizeTurnEagerEnd
    | STTAutoFinalizeTurnResume
    | STTAutoFinalizeTurnEnd
    | STTErrorResponse
] = LateDecoder(
    STTAutoFinalizeConnected
    | STTAutoFinalizeTurnStart
    | STTAutoFinalizeTurnUpdate
    | STTAutoFinalizeTurnEagerEnd
    | STTAutoFinalizeTurnResume
    | STTAutoFinalizeTurnEnd
    | STTErrorResponse
)


def decode_stt_auto_finalize_event(data: bytes | str) -> STTAutoFinalizeEvent:
    """Decode one message. Raises msgspec.DecodeError, or ValidationError for an invalid one of a known kind."""
    event: STTAutoFinalizeEvent
    try:
        event = _stt_auto_finalize_event.decode(data)
    except msgspec.ValidationError:
        event = decode_otherwise(_stt_auto_finalize_event, data, "type")
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        return decode_stt_auto_finalize_event(mended(data, error))
    return event


decode_stt_auto_finalize_event.has_audio = False  # type: ignore[attr-defined]


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
