"""Models of the API. Each is imported when it is first asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ...models.agent_call import AgentCall
    from ...models.agent_call_status import AgentCallStatus
    from ...models.agent_metric_result_status import AgentMetricResultStatus
    from ...models.agent_stream_ack import AgentStreamAck
    from ...models.agent_stream_agent import AgentStreamAgent
    from ...models.agent_stream_clear import AgentStreamClear
    from ...models.agent_stream_config import AgentStreamConfig
    from ...models.agent_stream_custom import AgentStreamCustom
    from ...models.agent_stream_custom_metadata import AgentStreamCustomMetadata
    from ...models.agent_stream_dtmf import AgentStreamDTMF
    from ...models.agent_stream_input_format import AgentStreamInputFormat
    from ...models.agent_stream_media import AgentStreamMedia
    from ...models.agent_stream_media_input import AgentStreamMediaInput
    from ...models.agent_stream_media_output import AgentStreamMediaOutput
    from ...models.agent_stream_start import AgentStreamStart
    from ...models.agent_stream_start_metadata import AgentStreamStartMetadata
    from ...models.agent_stream_transfer_call import AgentStreamTransferCall
    from ...models.agent_template import AgentTemplate
    from ...models.agent_transcript import AgentTranscript
    from ...models.api_info import APIInfo
    from ...models.cancel_context_request import CancelContextRequest
    from ...models.create_dataset_request import CreateDatasetRequest
    from ...models.create_metric_request import CreateMetricRequest
    from ...models.dataset import Dataset
    from ...models.dataset_file import DatasetFile
    from ...models.dataset_file_upload_request import DatasetFileUploadRequest
    from ...models.deployment import Deployment
    from ...models.deployment_status import DeploymentStatus
    from ...models.emotion import Emotion
    from ...models.fine_tune_status import FineTuneStatus
    from ...models.gender import Gender
    from ...models.gender_presentation import GenderPresentation
    from ...models.generation_config import GenerationConfig
    from ...models.get_calls_response import GetCallsResponse
    from ...models.get_templates_response import GetTemplatesResponse
    from ...models.git_repository import GitRepository
    from ...models.list_metric_results_response import ListMetricResultsResponse
    from ...models.list_metrics_response import ListMetricsResponse
    from ...models.localize_dialect import LocalizeDialect
    from ...models.log_event import LogEvent
    from ...models.log_event_metadata import LogEventMetadata
    from ...models.log_metric import LogMetric
    from ...models.metric import Metric
    from ...models.metric_result import MetricResult
    from ...models.metric_result_json_result_type_0 import MetricResultJsonResultType0
    from ...models.model_speed import ModelSpeed
    from ...models.mp3_bit_rate import MP3BitRate
    from ...models.mp3_output_format import MP3OutputFormat
    from ...models.output_format_container import OutputFormatContainer
    from ...models.phone_number import PhoneNumber
    from ...models.phone_number_summary import PhoneNumberSummary
    from ...models.phoneme_timestamps import PhonemeTimestamps
    from ...models.raw_encoding import RawEncoding
    from ...models.raw_output_format import RawOutputFormat
    from ...models.sample_rate import SampleRate
    from ...models.stt_encoding import STTEncoding
    from ...models.stt_language import STTLanguage
    from ...models.stt_manual_finalize_done import STTManualFinalizeDone
    from ...models.stt_manual_finalize_flush_done import STTManualFinalizeFlushDone
    from ...models.stt_manual_finalize_transcript import STTManualFinalizeTranscript
    from ...models.telephony_params import TelephonyParams
    from ...models.text_chunk import TextChunk
    from ...models.timestamp_granularity import TimestampGranularity
    from ...models.token_grant import TokenGrant
    from ...models.token_request import TokenRequest
    from ...models.token_response import TokenResponse
    from ...models.tool_call import ToolCall
    from ...models.tool_call_arguments import ToolCallArguments
    from ...models.transcript_end_reason import TranscriptEndReason
    from ...models.transcript_role import TranscriptRole
    from ...models.transcription_word import TranscriptionWord
    from ...models.ttssse_chunk_event import TTSSSEChunkEvent
    from ...models.ttssse_done_event import TTSSSEDoneEvent
    from ...models.ttssse_phoneme_timestamps_event import TTSSSEPhonemeTimestampsEvent
    from ...models.ttssse_timestamps_event import TTSSSETimestampsEvent
    from ...models.update_agent_request import UpdateAgentRequest
    from ...models.update_dataset_request import UpdateDatasetRequest
    from ...models.voice_changer_request import VoiceChangerRequest
    from ...models.voice_changer_sse_done import VoiceChangerSSEDone
    from ...models.wav_output_format import WAVOutputFormat
    from ...models.word_timestamps import WordTimestamps
    from ...v2026_03_01.models.supported_language import SupportedLanguage
    from ...v2026_03_01.models.voice_metadata import VoiceMetadata
    from ...v2026_03_01.models.voice_specifier import VoiceSpecifier
    from .agent_summary import AgentSummary
    from .clone_voice_request import CloneVoiceRequest
    from .create_fine_tune_request import CreateFineTuneRequest
    from .create_pronunciation_dict_request import CreatePronunciationDictRequest
    from .fine_tune import FineTune
    from .generation_request import GenerationRequest
    from .get_agents_response import GetAgentsResponse
    from .get_voices_response import GetVoicesResponse
    from .infill_request import InfillRequest
    from .localize_target_language import LocalizeTargetLanguage
    from .localize_voice_request import LocalizeVoiceRequest
    from .paginated_dataset_files import PaginatedDatasetFiles
    from .paginated_datasets import PaginatedDatasets
    from .paginated_fine_tunes import PaginatedFineTunes
    from .paginated_pronunciation_dicts import PaginatedPronunciationDicts
    from .paginated_voices import PaginatedVoices
    from .pronunciation_dict import PronunciationDict
    from .pronunciation_dict_item import PronunciationDictItem
    from .stt_error_response import STTErrorResponse
    from .stt_manual_finalize_command import STTManualFinalizeCommand
    from .transcription_request import TranscriptionRequest
    from .transcription_response import TranscriptionResponse
    from .tts_request import TTSRequest
    from .tts_socket_chunk import TTSSocketChunk
    from .tts_socket_done import TTSSocketDone
    from .tts_socket_error import TTSSocketError
    from .tts_socket_flush_done import TTSSocketFlushDone
    from .tts_socket_phoneme_timestamps import TTSSocketPhonemeTimestamps
    from .tts_socket_timestamps import TTSSocketTimestamps
    from .ttssse_error_event import TTSSSEErrorEvent
    from .ttssse_request import TTSSSERequest
    from .update_pronunciation_dict_request import UpdatePronunciationDictRequest
    from .update_voice_request import UpdateVoiceRequest
    from .voice import Voice
    from .voice_changer_sse_chunk import VoiceChangerSSEChunk
    from .voice_changer_sse_error import VoiceChangerSSEError
    from .voice_expand_options import VoiceExpandOptions

_MODULES = {
    "AgentCall": "...models.agent_call",
    "AgentCallStatus": "...models.agent_call_status",
    "AgentMetricResultStatus": "...models.agent_metric_result_status",
    "AgentStreamAck": "...models.agent_stream_ack",
    "AgentStreamAgent": "...models.agent_stream_agent",
    "AgentStreamClear": "...models.agent_stream_clear",
    "AgentStreamConfig": "...models.agent_stream_config",
    "AgentStreamCustom": "...models.agent_stream_custom",
    "AgentStreamCustomMetadata": "...models.agent_stream_custom_metadata",
    "AgentStreamDTMF": "...models.agent_stream_dtmf",
    "AgentStreamInputFormat": "...models.agent_stream_input_format",
    "AgentStreamMedia": "...models.agent_stream_media",
    "AgentStreamMediaInput": "...models.agent_stream_media_input",
    "AgentStreamMediaOutput": "...models.agent_stream_media_output",
    "AgentStreamStart": "...models.agent_stream_start",
    "AgentStreamStartMetadata": "...models.agent_stream_start_metadata",
    "AgentStreamTransferCall": "...models.agent_stream_transfer_call",
    "AgentSummary": ".agent_summary",
    "AgentTemplate": "...models.agent_template",
    "AgentTranscript": "...models.agent_transcript",
    "APIInfo": "...models.api_info",
    "CancelContextRequest": "...models.cancel_context_request",
    "CloneVoiceRequest": ".clone_voice_request",
    "CreateDatasetRequest": "...models.create_dataset_request",
    "CreateFineTuneRequest": ".create_fine_tune_request",
    "CreateMetricRequest": "...models.create_metric_request",
    "CreatePronunciationDictRequest": ".create_pronunciation_dict_request",
    "Dataset": "...models.dataset",
    "DatasetFile": "...models.dataset_file",
    "DatasetFileUploadRequest": "...models.dataset_file_upload_request",
    "Deployment": "...models.deployment",
    "DeploymentStatus": "...models.deployment_status",
    "Emotion": "...models.emotion",
    "FineTune": ".fine_tune",
    "FineTuneStatus": "...models.fine_tune_status",
    "Gender": "...models.gender",
    "GenderPresentation": "...models.gender_presentation",
    "GenerationConfig": "...models.generation_config",
    "GenerationRequest": ".generation_request",
    "GetAgentsResponse": ".get_agents_response",
    "GetCallsResponse": "...models.get_calls_response",
    "GetTemplatesResponse": "...models.get_templates_response",
    "GetVoicesResponse": ".get_voices_response",
    "GitRepository": "...models.git_repository",
    "InfillRequest": ".infill_request",
    "ListMetricResultsResponse": "...models.list_metric_results_response",
    "ListMetricsResponse": "...models.list_metrics_response",
    "LocalizeDialect": "...models.localize_dialect",
    "LocalizeTargetLanguage": ".localize_target_language",
    "LocalizeVoiceRequest": ".localize_voice_request",
    "LogEvent": "...models.log_event",
    "LogEventMetadata": "...models.log_event_metadata",
    "LogMetric": "...models.log_metric",
    "Metric": "...models.metric",
    "MetricResult": "...models.metric_result",
    "MetricResultJsonResultType0": "...models.metric_result_json_result_type_0",
    "ModelSpeed": "...models.model_speed",
    "MP3BitRate": "...models.mp3_bit_rate",
    "MP3OutputFormat": "...models.mp3_output_format",
    "OutputFormatContainer": "...models.output_format_container",
    "PaginatedDatasetFiles": ".paginated_dataset_files",
    "PaginatedDatasets": ".paginated_datasets",
    "PaginatedFineTunes": ".paginated_fine_tunes",
    "PaginatedPronunciationDicts": ".paginated_pronunciation_dicts",
    "PaginatedVoices": ".paginated_voices",
    "PhoneNumber": "...models.phone_number",
    "PhoneNumberSummary": "...models.phone_number_summary",
    "PhonemeTimestamps": "...models.phoneme_timestamps",
    "PronunciationDict": ".pronunciation_dict",
    "PronunciationDictItem": ".pronunciation_dict_item",
    "RawEncoding": "...models.raw_encoding",
    "RawOutputFormat": "...models.raw_output_format",
    "SampleRate": "...models.sample_rate",
    "STTEncoding": "...models.stt_encoding",
    "STTErrorResponse": ".stt_error_response",
    "STTLanguage": "...models.stt_language",
    "STTManualFinalizeCommand": ".stt_manual_finalize_command",
    "STTManualFinalizeDone": "...models.stt_manual_finalize_done",
    "STTManualFinalizeFlushDone": "...models.stt_manual_finalize_flush_done",
    "STTManualFinalizeTranscript": "...models.stt_manual_finalize_transcript",
    "SupportedLanguage": "...v2026_03_01.models.supported_language",
    "TelephonyParams": "...models.telephony_params",
    "TextChunk": "...models.text_chunk",
    "TimestampGranularity": "...models.timestamp_granularity",
    "TokenGrant": "...models.token_grant",
    "TokenRequest": "...models.token_request",
    "TokenResponse": "...models.token_response",
    "ToolCall": "...models.tool_call",
    "ToolCallArguments": "...models.tool_call_arguments",
    "TranscriptEndReason": "...models.transcript_end_reason",
    "TranscriptRole": "...models.transcript_role",
    "TranscriptionRequest": ".transcription_request",
    "TranscriptionResponse": ".transcription_response",
    "TranscriptionWord": "...models.transcription_word",
    "TTSRequest": ".tts_request",
    "TTSSocketChunk": ".tts_socket_chunk",
    "TTSSocketDone": ".tts_socket_done",
    "TTSSocketError": ".tts_socket_error",
    "TTSSocketFlushDone": ".tts_socket_flush_done",
    "TTSSocketPhonemeTimestamps": ".tts_socket_phoneme_timestamps",
    "TTSSocketTimestamps": ".tts_socket_timestamps",
    "TTSSSEChunkEvent": "...models.ttssse_chunk_event",
    "TTSSSEDoneEvent": "...models.ttssse_done_event",
    "TTSSSEErrorEvent": ".ttssse_error_event",
    "TTSSSEPhonemeTimestampsEvent": "...models.ttssse_phoneme_timestamps_event",
    "TTSSSERequest": ".ttssse_request",
    "TTSSSETimestampsEvent": "...models.ttssse_timestamps_event",
    "UpdateAgentRequest": "...models.update_agent_request",
    "UpdateDatasetRequest": "...models.update_dataset_request",
    "UpdatePronunciationDictRequest": ".update_pronunciation_dict_request",
    "UpdateVoiceRequest": ".update_voice_request",
    "Voice": ".voice",
    "VoiceChangerRequest": "...models.voice_changer_request",
    "VoiceChangerSSEChunk": ".voice_changer_sse_chunk",
    "VoiceChangerSSEDone": "...models.voice_changer_sse_done",
    "VoiceChangerSSEError": ".voice_changer_sse_error",
    "VoiceExpandOptions": ".voice_expand_options",
    "VoiceMetadata": "...v2026_03_01.models.voice_metadata",
    "VoiceSpecifier": "...v2026_03_01.models.voice_specifier",
    "WAVOutputFormat": "...models.wav_output_format",
    "WordTimestamps": "...models.word_timestamps",
}

__all__ = (
    "AgentCall",
    "AgentCallStatus",
    "AgentMetricResultStatus",
    "AgentStreamAck",
    "AgentStreamAgent",
    "AgentStreamClear",
    "AgentStreamConfig",
    "AgentStreamCustom",
    "AgentStreamCustomMetadata",
    "AgentStreamDTMF",
    "AgentStreamInputFormat",
    "AgentStreamMedia",
    "AgentStreamMediaInput",
    "AgentStreamMediaOutput",
    "AgentStreamStart",
    "AgentStreamStartMetadata",
    "AgentStreamTransferCall",
    "AgentSummary",
    "AgentTemplate",
    "AgentTranscript",
    "APIInfo",
    "CancelContextRequest",
    "CloneVoiceRequest",
    "CreateDatasetRequest",
    "CreateFineTuneRequest",
    "CreateMetricRequest",
    "CreatePronunciationDictRequest",
    "Dataset",
    "DatasetFile",
    "DatasetFileUploadRequest",
    "Deployment",
    "DeploymentStatus",
    "Emotion",
    "FineTune",
    "FineTuneStatus",
    "Gender",
    "GenderPresentation",
    "GenerationConfig",
    "GenerationRequest",
    "GetAgentsResponse",
    "GetCallsResponse",
    "GetTemplatesResponse",
    "GetVoicesResponse",
    "GitRepository",
    "InfillRequest",
    "ListMetricResultsResponse",
    "ListMetricsResponse",
    "LocalizeDialect",
    "LocalizeTargetLanguage",
    "LocalizeVoiceRequest",
    "LogEvent",
    "LogEventMetadata",
    "LogMetric",
    "Metric",
    "MetricResult",
    "MetricResultJsonResultType0",
    "ModelSpeed",
    "MP3BitRate",
    "MP3OutputFormat",
    "OutputFormatContainer",
    "PaginatedDatasetFiles",
    "PaginatedDatasets",
    "PaginatedFineTunes",
    "PaginatedPronunciationDicts",
    "PaginatedVoices",
    "PhonemeTimestamps",
    "PhoneNumber",
    "PhoneNumberSummary",
    "PronunciationDict",
    "PronunciationDictItem",
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
    "TelephonyParams",
    "TextChunk",
    "TimestampGranularity",
    "TokenGrant",
    "TokenRequest",
    "TokenResponse",
    "ToolCall",
    "ToolCallArguments",
    "TranscriptEndReason",
    "TranscriptionRequest",
    "TranscriptionResponse",
    "TranscriptionWord",
    "TranscriptRole",
    "TTSRequest",
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
    "UpdateAgentRequest",
    "UpdateDatasetRequest",
    "UpdatePronunciationDictRequest",
    "UpdateVoiceRequest",
    "Voice",
    "VoiceChangerRequest",
    "VoiceChangerSSEChunk",
    "VoiceChangerSSEDone",
    "VoiceChangerSSEError",
    "VoiceExpandOptions",
    "VoiceMetadata",
    "VoiceSpecifier",
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
