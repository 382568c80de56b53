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
    from ...models.agent_summary import AgentSummary
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
    from ...models.error_code import ErrorCode
    from ...models.fine_tune_base_model import FineTuneBaseModel
    from ...models.fine_tune_status import FineTuneStatus
    from ...models.gender import Gender
    from ...models.gender_presentation import GenderPresentation
    from ...models.generation_config import GenerationConfig
    from ...models.get_agents_response import GetAgentsResponse
    from ...models.get_calls_response import GetCallsResponse
    from ...models.get_templates_response import GetTemplatesResponse
    from ...models.git_repository import GitRepository
    from ...models.infill_model import InfillModel
    from ...models.infill_request import InfillRequest
    from ...models.list_metric_results_response import ListMetricResultsResponse
    from ...models.list_metrics_response import ListMetricsResponse
    from ...models.localize_dialect import LocalizeDialect
    from ...models.localize_target_language import LocalizeTargetLanguage
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
    from ...models.paginated_dataset_files import PaginatedDatasetFiles
    from ...models.paginated_datasets import PaginatedDatasets
    from ...models.phone_number import PhoneNumber
    from ...models.phone_number_summary import PhoneNumberSummary
    from ...models.phoneme_timestamps import PhonemeTimestamps
    from ...models.raw_encoding import RawEncoding
    from ...models.raw_output_format import RawOutputFormat
    from ...models.sample_rate import SampleRate
    from ...models.stt_auto_finalize_close_command import STTAutoFinalizeCloseCommand
    from ...models.stt_auto_finalize_config_command import STTAutoFinalizeConfigCommand
    from ...models.stt_auto_finalize_config_command_turn import STTAutoFinalizeConfigCommandTurn
    from ...models.stt_auto_finalize_connected import STTAutoFinalizeConnected
    from ...models.stt_auto_finalize_model import STTAutoFinalizeModel
    from ...models.stt_auto_finalize_turn_eager_end import STTAutoFinalizeTurnEagerEnd
    from ...models.stt_auto_finalize_turn_end import STTAutoFinalizeTurnEnd
    from ...models.stt_auto_finalize_turn_resume import STTAutoFinalizeTurnResume
    from ...models.stt_auto_finalize_turn_start import STTAutoFinalizeTurnStart
    from ...models.stt_auto_finalize_turn_update import STTAutoFinalizeTurnUpdate
    from ...models.stt_batch_model import STTBatchModel
    from ...models.stt_encoding import STTEncoding
    from ...models.stt_language import STTLanguage
    from ...models.stt_manual_finalize_command import STTManualFinalizeCommand
    from ...models.stt_manual_finalize_done import STTManualFinalizeDone
    from ...models.stt_manual_finalize_flush_done import STTManualFinalizeFlushDone
    from ...models.stt_manual_finalize_language import STTManualFinalizeLanguage
    from ...models.stt_manual_finalize_model import STTManualFinalizeModel
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
    from ...models.transcription_request import TranscriptionRequest
    from ...models.transcription_response import TranscriptionResponse
    from ...models.transcription_word import TranscriptionWord
    from ...models.tts_model import TTSModel
    from ...models.tts_socket_chunk import TTSSocketChunk
    from ...models.tts_socket_done import TTSSocketDone
    from ...models.tts_socket_flush_done import TTSSocketFlushDone
    from ...models.tts_socket_phoneme_timestamps import TTSSocketPhonemeTimestamps
    from ...models.tts_socket_timestamps import TTSSocketTimestamps
    from ...models.ttssse_chunk_event import TTSSSEChunkEvent
    from ...models.ttssse_done_event import TTSSSEDoneEvent
    from ...models.ttssse_phoneme_timestamps_event import TTSSSEPhonemeTimestampsEvent
    from ...models.ttssse_timestamps_event import TTSSSETimestampsEvent
    from ...models.update_agent_request import UpdateAgentRequest
    from ...models.update_dataset_request import UpdateDatasetRequest
    from ...models.voice_changer_request import VoiceChangerRequest
    from ...models.voice_changer_sse_chunk import VoiceChangerSSEChunk
    from ...models.voice_changer_sse_done import VoiceChangerSSEDone
    from ...models.voice_expand_options import VoiceExpandOptions
    from ...models.voice_locale import VoiceLocale
    from ...models.wav_output_format import WAVOutputFormat
    from ...models.word_timestamps import WordTimestamps
    from ...v2026_03_01.models.clone_voice_request import CloneVoiceRequest
    from ...v2026_03_01.models.create_fine_tune_request import CreateFineTuneRequest
    from ...v2026_03_01.models.create_pronunciation_dict_request import (
        CreatePronunciationDictRequest,
    )
    from ...v2026_03_01.models.fine_tune import FineTune
    from ...v2026_03_01.models.generation_request import GenerationRequest
    from ...v2026_03_01.models.paginated_fine_tunes import PaginatedFineTunes
    from ...v2026_03_01.models.paginated_pronunciation_dicts import PaginatedPronunciationDicts
    from ...v2026_03_01.models.pronunciation_dict import PronunciationDict
    from ...v2026_03_01.models.pronunciation_dict_item import PronunciationDictItem
    from ...v2026_03_01.models.supported_language import SupportedLanguage
    from ...v2026_03_01.models.tts_request import TTSRequest
    from ...v2026_03_01.models.ttssse_request import TTSSSERequest
    from ...v2026_03_01.models.update_pronunciation_dict_request import (
        UpdatePronunciationDictRequest,
    )
    from ...v2026_03_01.models.update_voice_request import UpdateVoiceRequest
    from ...v2026_03_01.models.voice_accent import VoiceAccent
    from ...v2026_03_01.models.voice_metadata import VoiceMetadata
    from ...v2026_03_01.models.voice_specifier import VoiceSpecifier
    from .get_voices_response import GetVoicesResponse
    from .localize_voice_request import LocalizeVoiceRequest
    from .paginated_voices import PaginatedVoices
    from .stt_error_response import STTErrorResponse
    from .tts_socket_error import TTSSocketError
    from .ttssse_error_event import TTSSSEErrorEvent
    from .voice import Voice
    from .voice_changer_sse_error import VoiceChangerSSEError

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
    "AgentSummary": "...models.agent_summary",
    "AgentTemplate": "...models.agent_template",
    "AgentTranscript": "...models.agent_transcript",
    "APIInfo": "...models.api_info",
    "CancelContextRequest": "...models.cancel_context_request",
    "CloneVoiceRequest": "...v2026_03_01.models.clone_voice_request",
    "CreateDatasetRequest": "...models.create_dataset_request",
    "CreateFineTuneRequest": "...v2026_03_01.models.create_fine_tune_request",
    "CreateMetricRequest": "...models.create_metric_request",
    "CreatePronunciationDictRequest": "...v2026_03_01.models.create_pronunciation_dict_request",
    "Dataset": "...models.dataset",
    "DatasetFile": "...models.dataset_file",
    "DatasetFileUploadRequest": "...models.dataset_file_upload_request",
    "Deployment": "...models.deployment",
    "DeploymentStatus": "...models.deployment_status",
    "Emotion": "...models.emotion",
    "ErrorCode": "...models.error_code",
    "FineTune": "...v2026_03_01.models.fine_tune",
    "FineTuneBaseModel": "...models.fine_tune_base_model",
    "FineTuneStatus": "...models.fine_tune_status",
    "Gender": "...models.gender",
    "GenderPresentation": "...models.gender_presentation",
    "GenerationConfig": "...models.generation_config",
    "GenerationRequest": "...v2026_03_01.models.generation_request",
    "GetAgentsResponse": "...models.get_agents_response",
    "GetCallsResponse": "...models.get_calls_response",
    "GetTemplatesResponse": "...models.get_templates_response",
    "GetVoicesResponse": ".get_voices_response",
    "GitRepository": "...models.git_repository",
    "InfillModel": "...models.infill_model",
    "InfillRequest": "...models.infill_request",
    "ListMetricResultsResponse": "...models.list_metric_results_response",
    "ListMetricsResponse": "...models.list_metrics_response",
    "LocalizeDialect": "...models.localize_dialect",
    "LocalizeTargetLanguage": "...models.localize_target_language",
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
    "PaginatedDatasetFiles": "...models.paginated_dataset_files",
    "PaginatedDatasets": "...models.paginated_datasets",
    "PaginatedFineTunes": "...v2026_03_01.models.paginated_fine_tunes",
    "PaginatedPronunciationDicts": "...v2026_03_01.models.paginated_pronunciation_dicts",
    "PaginatedVoices": ".paginated_voices",
    "PhoneNumber": "...models.phone_number",
    "PhoneNumberSummary": "...models.phone_number_summary",
    "PhonemeTimestamps": "...models.phoneme_timestamps",
    "PronunciationDict": "...v2026_03_01.models.pronunciation_dict",
    "PronunciationDictItem": "...v2026_03_01.models.pronunciation_dict_item",
    "RawEncoding": "...models.raw_encoding",
    "RawOutputFormat": "...models.raw_output_format",
    "SampleRate": "...models.sample_rate",
    "STTAutoFinalizeCloseCommand": "...models.stt_auto_finalize_close_command",
    "STTAutoFinalizeConfigCommand": "...models.stt_auto_finalize_config_command",
    "STTAutoFinalizeConfigCommandTurn": "...models.stt_auto_finalize_config_command_turn",
    "STTAutoFinalizeConnected": "...models.stt_auto_finalize_connected",
    "STTAutoFinalizeModel": "...models.stt_auto_finalize_model",
    "STTAutoFinalizeTurnEagerEnd": "...models.stt_auto_finalize_turn_eager_end",
    "STTAutoFinalizeTurnEnd": "...models.stt_auto_finalize_turn_end",
    "STTAutoFinalizeTurnResume": "...models.stt_auto_finalize_turn_resume",
    "STTAutoFinalizeTurnStart": "...models.stt_auto_finalize_turn_start",
    "STTAutoFinalizeTurnUpdate": "...models.stt_auto_finalize_turn_update",
    "STTBatchModel": "...models.stt_batch_model",
    "STTEncoding": "...models.stt_encoding",
    "STTErrorResponse": ".stt_error_response",
    "STTLanguage": "...models.stt_language",
    "STTManualFinalizeCommand": "...models.stt_manual_finalize_command",
    "STTManualFinalizeDone": "...models.stt_manual_finalize_done",
    "STTManualFinalizeFlushDone": "...models.stt_manual_finalize_flush_done",
    "STTManualFinalizeLanguage": "...models.stt_manual_finalize_language",
    "STTManualFinalizeModel": "...models.stt_manual_finalize_model",
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
    "TranscriptionRequest": "...models.transcription_request",
    "TranscriptionResponse": "...models.transcription_response",
    "TranscriptionWord": "...models.transcription_word",
    "TTSModel": "...models.tts_model",
    "TTSRequest": "...v2026_03_01.models.tts_request",
    "TTSSocketChunk": "...models.tts_socket_chunk",
    "TTSSocketDone": "...models.tts_socket_done",
    "TTSSocketError": ".tts_socket_error",
    "TTSSocketFlushDone": "...models.tts_socket_flush_done",
    "TTSSocketPhonemeTimestamps": "...models.tts_socket_phoneme_timestamps",
    "TTSSocketTimestamps": "...models.tts_socket_timestamps",
    "TTSSSEChunkEvent": "...models.ttssse_chunk_event",
    "TTSSSEDoneEvent": "...models.ttssse_done_event",
    "TTSSSEErrorEvent": ".ttssse_error_event",
    "TTSSSEPhonemeTimestampsEvent": "...models.ttssse_phoneme_timestamps_event",
    "TTSSSERequest": "...v2026_03_01.models.ttssse_request",
    "TTSSSETimestampsEvent": "...models.ttssse_timestamps_event",
    "UpdateAgentRequest": "...models.update_agent_request",
    "UpdateDatasetRequest": "...models.update_dataset_request",
    "UpdatePronunciationDictRequest": "...v2026_03_01.models.update_pronunciation_dict_request",
    "UpdateVoiceRequest": "...v2026_03_01.models.update_voice_request",
    "Voice": ".voice",
    "VoiceAccent": "...v2026_03_01.models.voice_accent",
    "VoiceChangerRequest": "...models.voice_changer_request",
    "VoiceChangerSSEChunk": "...models.voice_changer_sse_chunk",
    "VoiceChangerSSEDone": "...models.voice_changer_sse_done",
    "VoiceChangerSSEError": ".voice_changer_sse_error",
    "VoiceExpandOptions": "...models.voice_expand_options",
    "VoiceLocale": "...models.voice_locale",
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
    "ErrorCode",
    "FineTune",
    "FineTuneBaseModel",
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
    "InfillModel",
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
    "STTAutoFinalizeCloseCommand",
    "STTAutoFinalizeConfigCommand",
    "STTAutoFinalizeConfigCommandTurn",
    "STTAutoFinalizeConnected",
    "STTAutoFinalizeModel",
    "STTAutoFinalizeTurnEagerEnd",
    "STTAutoFinalizeTurnEnd",
    "STTAutoFinalizeTurnResume",
    "STTAutoFinalizeTurnStart",
    "STTAutoFinalizeTurnUpdate",
    "STTBatchModel",
    "STTEncoding",
    "STTErrorResponse",
    "STTLanguage",
    "STTManualFinalizeCommand",
    "STTManualFinalizeDone",
    "STTManualFinalizeFlushDone",
    "STTManualFinalizeLanguage",
    "STTManualFinalizeModel",
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
    "TTSModel",
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
    "VoiceAccent",
    "VoiceChangerRequest",
    "VoiceChangerSSEChunk",
    "VoiceChangerSSEDone",
    "VoiceChangerSSEError",
    "VoiceExpandOptions",
    "VoiceLocale",
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
