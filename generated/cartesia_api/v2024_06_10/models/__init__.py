"""Models of the API. Each is imported when it is first asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ...models.api_info import APIInfo
    from ...models.cancel_context_request import CancelContextRequest
    from ...models.gender import Gender
    from ...models.localize_dialect import LocalizeDialect
    from ...models.model_speed import ModelSpeed
    from ...models.mp3_bit_rate import MP3BitRate
    from ...models.mp3_output_format import MP3OutputFormat
    from ...models.output_format_container import OutputFormatContainer
    from ...models.phoneme_timestamps import PhonemeTimestamps
    from ...models.raw_encoding import RawEncoding
    from ...models.sample_rate import SampleRate
    from ...models.stt_encoding import STTEncoding
    from ...models.stt_language import STTLanguage
    from ...models.stt_manual_finalize_done import STTManualFinalizeDone
    from ...models.stt_manual_finalize_flush_done import STTManualFinalizeFlushDone
    from ...models.stt_manual_finalize_transcript import STTManualFinalizeTranscript
    from ...models.timestamp_granularity import TimestampGranularity
    from ...models.token_response import TokenResponse
    from ...models.transcription_word import TranscriptionWord
    from ...models.ttssse_chunk_event import TTSSSEChunkEvent
    from ...models.ttssse_done_event import TTSSSEDoneEvent
    from ...models.ttssse_phoneme_timestamps_event import TTSSSEPhonemeTimestampsEvent
    from ...models.ttssse_timestamps_event import TTSSSETimestampsEvent
    from ...models.voice_changer_sse_done import VoiceChangerSSEDone
    from ...models.wav_output_format import WAVOutputFormat
    from ...models.word_timestamps import WordTimestamps
    from ...v2024_11_13.models.clone_clip_request import CloneClipRequest
    from ...v2024_11_13.models.clone_mode import CloneMode
    from ...v2024_11_13.models.clone_voice_request import CloneVoiceRequest
    from ...v2024_11_13.models.controls import Controls
    from ...v2024_11_13.models.create_voice_request import CreateVoiceRequest
    from ...v2024_11_13.models.embedding_response import EmbeddingResponse
    from ...v2024_11_13.models.embedding_specifier import EmbeddingSpecifier
    from ...v2024_11_13.models.emotion_deprecated import EmotionDeprecated
    from ...v2024_11_13.models.generation_config import GenerationConfig
    from ...v2024_11_13.models.generation_request import GenerationRequest
    from ...v2024_11_13.models.id_specifier import IdSpecifier
    from ...v2024_11_13.models.infill_request import InfillRequest
    from ...v2024_11_13.models.mix_voices_request import MixVoicesRequest
    from ...v2024_11_13.models.natural_specifier import NaturalSpecifier
    from ...v2024_11_13.models.raw_output_format import RawOutputFormat
    from ...v2024_11_13.models.supported_language import SupportedLanguage
    from ...v2024_11_13.models.token_grant import TokenGrant
    from ...v2024_11_13.models.token_request import TokenRequest
    from ...v2024_11_13.models.tts_request import TTSRequest
    from ...v2024_11_13.models.tts_request_embedding_specifier import TTSRequestEmbeddingSpecifier
    from ...v2024_11_13.models.tts_request_id_specifier import TTSRequestIdSpecifier
    from ...v2024_11_13.models.tts_socket_chunk import TTSSocketChunk
    from ...v2024_11_13.models.tts_socket_phoneme_timestamps import TTSSocketPhonemeTimestamps
    from ...v2024_11_13.models.tts_socket_timestamps import TTSSocketTimestamps
    from ...v2024_11_13.models.ttssse_request import TTSSSERequest
    from ...v2024_11_13.models.update_voice_request import UpdateVoiceRequest
    from ...v2024_11_13.models.voice_changer_request import VoiceChangerRequest
    from ...v2024_11_13.models.voice_metadata import VoiceMetadata
    from ...v2025_04_16.models.localize_target_language import LocalizeTargetLanguage
    from ...v2025_04_16.models.localize_voice_request import LocalizeVoiceRequest
    from ...v2025_04_16.models.stt_error_response import STTErrorResponse
    from ...v2025_04_16.models.stt_manual_finalize_command import STTManualFinalizeCommand
    from ...v2025_04_16.models.transcription_request import TranscriptionRequest
    from ...v2025_04_16.models.transcription_response import TranscriptionResponse
    from ...v2025_04_16.models.tts_socket_done import TTSSocketDone
    from ...v2025_04_16.models.tts_socket_error import TTSSocketError
    from ...v2025_04_16.models.tts_socket_flush_done import TTSSocketFlushDone
    from ...v2025_04_16.models.ttssse_error_event import TTSSSEErrorEvent
    from ...v2025_04_16.models.voice_changer_sse_chunk import VoiceChangerSSEChunk
    from ...v2025_04_16.models.voice_changer_sse_error import VoiceChangerSSEError
    from .voice import Voice

_MODULES = {
    "APIInfo": "...models.api_info",
    "CancelContextRequest": "...models.cancel_context_request",
    "CloneClipRequest": "...v2024_11_13.models.clone_clip_request",
    "CloneMode": "...v2024_11_13.models.clone_mode",
    "CloneVoiceRequest": "...v2024_11_13.models.clone_voice_request",
    "Controls": "...v2024_11_13.models.controls",
    "CreateVoiceRequest": "...v2024_11_13.models.create_voice_request",
    "EmbeddingResponse": "...v2024_11_13.models.embedding_response",
    "EmbeddingSpecifier": "...v2024_11_13.models.embedding_specifier",
    "EmotionDeprecated": "...v2024_11_13.models.emotion_deprecated",
    "Gender": "...models.gender",
    "GenerationConfig": "...v2024_11_13.models.generation_config",
    "GenerationRequest": "...v2024_11_13.models.generation_request",
    "IdSpecifier": "...v2024_11_13.models.id_specifier",
    "InfillRequest": "...v2024_11_13.models.infill_request",
    "LocalizeDialect": "...models.localize_dialect",
    "LocalizeTargetLanguage": "...v2025_04_16.models.localize_target_language",
    "LocalizeVoiceRequest": "...v2025_04_16.models.localize_voice_request",
    "MixVoicesRequest": "...v2024_11_13.models.mix_voices_request",
    "ModelSpeed": "...models.model_speed",
    "MP3BitRate": "...models.mp3_bit_rate",
    "MP3OutputFormat": "...models.mp3_output_format",
    "NaturalSpecifier": "...v2024_11_13.models.natural_specifier",
    "OutputFormatContainer": "...models.output_format_container",
    "PhonemeTimestamps": "...models.phoneme_timestamps",
    "RawEncoding": "...models.raw_encoding",
    "RawOutputFormat": "...v2024_11_13.models.raw_output_format",
    "SampleRate": "...models.sample_rate",
    "STTEncoding": "...models.stt_encoding",
    "STTErrorResponse": "...v2025_04_16.models.stt_error_response",
    "STTLanguage": "...models.stt_language",
    "STTManualFinalizeCommand": "...v2025_04_16.models.stt_manual_finalize_command",
    "STTManualFinalizeDone": "...models.stt_manual_finalize_done",
    "STTManualFinalizeFlushDone": "...models.stt_manual_finalize_flush_done",
    "STTManualFinalizeTranscript": "...models.stt_manual_finalize_transcript",
    "SupportedLanguage": "...v2024_11_13.models.supported_language",
    "TimestampGranularity": "...models.timestamp_granularity",
    "TokenGrant": "...v2024_11_13.models.token_grant",
    "TokenRequest": "...v2024_11_13.models.token_request",
    "TokenResponse": "...models.token_response",
    "TranscriptionRequest": "...v2025_04_16.models.transcription_request",
    "TranscriptionResponse": "...v2025_04_16.models.transcription_response",
    "TranscriptionWord": "...models.transcription_word",
    "TTSRequest": "...v2024_11_13.models.tts_request",
    "TTSRequestEmbeddingSpecifier": "...v2024_11_13.models.tts_request_embedding_specifier",
    "TTSRequestIdSpecifier": "...v2024_11_13.models.tts_request_id_specifier",
    "TTSSocketChunk": "...v2024_11_13.models.tts_socket_chunk",
    "TTSSocketDone": "...v2025_04_16.models.tts_socket_done",
    "TTSSocketError": "...v2025_04_16.models.tts_socket_error",
    "TTSSocketFlushDone": "...v2025_04_16.models.tts_socket_flush_done",
    "TTSSocketPhonemeTimestamps": "...v2024_11_13.models.tts_socket_phoneme_timestamps",
    "TTSSocketTimestamps": "...v2024_11_13.models.tts_socket_timestamps",
    "TTSSSEChunkEvent": "...models.ttssse_chunk_event",
    "TTSSSEDoneEvent": "...models.ttssse_done_event",
    "TTSSSEErrorEvent": "...v2025_04_16.models.ttssse_error_event",
    "TTSSSEPhonemeTimestampsEvent": "...models.ttssse_phoneme_timestamps_event",
    "TTSSSERequest": "...v2024_11_13.models.ttssse_request",
    "TTSSSETimestampsEvent": "...models.ttssse_timestamps_event",
    "UpdateVoiceRequest": "...v2024_11_13.models.update_voice_request",
    "Voice": ".voice",
    "VoiceChangerRequest": "...v2024_11_13.models.voice_changer_request",
    "VoiceChangerSSEChunk": "...v2025_04_16.models.voice_changer_sse_chunk",
    "VoiceChangerSSEDone": "...models.voice_changer_sse_done",
    "VoiceChangerSSEError": "...v2025_04_16.models.voice_changer_sse_error",
    "VoiceMetadata": "...v2024_11_13.models.voice_metadata",
    "WAVOutputFormat": "...models.wav_output_format",
    "WordTimestamps": "...models.word_timestamps",
}

__all__ = (
    "APIInfo",
    "CancelContextRequest",
    "CloneClipRequest",
    "CloneMode",
    "CloneVoiceRequest",
    "Controls",
    "CreateVoiceRequest",
    "EmbeddingResponse",
    "EmbeddingSpecifier",
    "EmotionDeprecated",
    "Gender",
    "GenerationConfig",
    "GenerationRequest",
    "IdSpecifier",
    "InfillRequest",
    "LocalizeDialect",
    "LocalizeTargetLanguage",
    "LocalizeVoiceRequest",
    "MixVoicesRequest",
    "ModelSpeed",
    "MP3BitRate",
    "MP3OutputFormat",
    "NaturalSpecifier",
    "OutputFormatContainer",
    "PhonemeTimestamps",
    "RawEncoding",
    "RawOutputFormat",
    "SampleRate",
    "STTEncoding",
    "STTErrorResponse",
    "STTLanguage",
    "STTManualFinalizeCommand",
    "STTManualFinalizeDone",
    "STTManualFinalizeFlushDone",
    "STTManualFinalizeTranscript",
    "SupportedLanguage",
    "TimestampGranularity",
    "TokenGrant",
    "TokenRequest",
    "TokenResponse",
    "TranscriptionRequest",
    "TranscriptionResponse",
    "TranscriptionWord",
    "TTSRequest",
    "TTSRequestEmbeddingSpecifier",
    "TTSRequestIdSpecifier",
    "TTSSocketChunk",
    "TTSSocketDone",
    "TTSSocketError",
    "TTSSocketFlushDone",
    "TTSSocketPhonemeTimestamps",
    "TTSSocketTimestamps",
    "TTSSSEChunkEvent",
    "TTSSSEDoneEvent",
    "TTSSSEErrorEvent",
    "TTSSSEPhonemeTimestampsEvent",
    "TTSSSERequest",
    "TTSSSETimestampsEvent",
    "UpdateVoiceRequest",
    "Voice",
    "VoiceChangerRequest",
    "VoiceChangerSSEChunk",
    "VoiceChangerSSEDone",
    "VoiceChangerSSEError",
    "VoiceMetadata",
    "WAVOutputFormat",
    "WordTimestamps",
)


def __getattr__(name: str) -> Any:
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(module, __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
