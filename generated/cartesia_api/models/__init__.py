"""Models of the API. Each is imported when it is first asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .accent import Accent
    from .add_voice_accents_request import AddVoiceAccentsRequest
    from .agent_call import AgentCall
    from .agent_call_status import AgentCallStatus
    from .agent_metric_result_status import AgentMetricResultStatus
    from .agent_stream_ack import AgentStreamAck
    from .agent_stream_agent import AgentStreamAgent
    from .agent_stream_clear import AgentStreamClear
    from .agent_stream_config import AgentStreamConfig
    from .agent_stream_custom import AgentStreamCustom
    from .agent_stream_custom_metadata import AgentStreamCustomMetadata
    from .agent_stream_dtmf import AgentStreamDTMF
    from .agent_stream_input_format import AgentStreamInputFormat
    from .agent_stream_media import AgentStreamMedia
    from .agent_stream_media_input import AgentStreamMediaInput
    from .agent_stream_media_output import AgentStreamMediaOutput
    from .agent_stream_start import AgentStreamStart
    from .agent_stream_start_metadata import AgentStreamStartMetadata
    from .agent_stream_transfer_call import AgentStreamTransferCall
    from .agent_summary import AgentSummary
    from .agent_template import AgentTemplate
    from .agent_transcript import AgentTranscript
    from .api_info import APIInfo
    from .attach_voice_accent import AttachVoiceAccent
    from .cancel_context_request import CancelContextRequest
    from .clone_voice_request import CloneVoiceRequest
    from .create_dataset_request import CreateDatasetRequest
    from .create_fine_tune_request import CreateFineTuneRequest
    from .create_metric_request import CreateMetricRequest
    from .create_pronunciation_dict_request import CreatePronunciationDictRequest
    from .dataset import Dataset
    from .dataset_file import DatasetFile
    from .dataset_file_upload_request import DatasetFileUploadRequest
    from .deployment import Deployment
    from .deployment_status import DeploymentStatus
    from .emotion import Emotion
    from .error_code import ErrorCode
    from .error_response import ErrorResponse
    from .fine_tune import FineTune
    from .fine_tune_base_model import FineTuneBaseModel
    from .fine_tune_status import FineTuneStatus
    from .gender import Gender
    from .gender_presentation import GenderPresentation
    from .generation_config import GenerationConfig
    from .generation_request import GenerationRequest
    from .get_agents_response import GetAgentsResponse
    from .get_calls_response import GetCallsResponse
    from .get_templates_response import GetTemplatesResponse
    from .get_voices_response import GetVoicesResponse
    from .git_repository import GitRepository
    from .infill_model import InfillModel
    from .infill_request import InfillRequest
    from .list_accents_response import ListAccentsResponse
    from .list_metric_results_response import ListMetricResultsResponse
    from .list_metrics_response import ListMetricsResponse
    from .localize_dialect import LocalizeDialect
    from .localize_target_language import LocalizeTargetLanguage
    from .localize_voice_request import LocalizeVoiceRequest
    from .log_event import LogEvent
    from .log_event_metadata import LogEventMetadata
    from .log_metric import LogMetric
    from .metric import Metric
    from .metric_result import MetricResult
    from .metric_result_json_result_type_0 import MetricResultJsonResultType0
    from .model_speed import ModelSpeed
    from .mp3_bit_rate import MP3BitRate
    from .mp3_output_format import MP3OutputFormat
    from .output_format_container import OutputFormatContainer
    from .paginated_dataset_files import PaginatedDatasetFiles
    from .paginated_datasets import PaginatedDatasets
    from .paginated_fine_tunes import PaginatedFineTunes
    from .paginated_pronunciation_dicts import PaginatedPronunciationDicts
    from .paginated_voices import PaginatedVoices
    from .phone_number import PhoneNumber
    from .phone_number_summary import PhoneNumberSummary
    from .phoneme_timestamps import PhonemeTimestamps
    from .pronunciation_dict import PronunciationDict
    from .pronunciation_dict_item import PronunciationDictItem
    from .raw_encoding import RawEncoding
    from .raw_output_format import RawOutputFormat
    from .sample_rate import SampleRate
    from .stt_auto_finalize_close_command import STTAutoFinalizeCloseCommand
    from .stt_auto_finalize_config_command import STTAutoFinalizeConfigCommand
    from .stt_auto_finalize_config_command_turn import STTAutoFinalizeConfigCommandTurn
    from .stt_auto_finalize_connected import STTAutoFinalizeConnected
    from .stt_auto_finalize_model import STTAutoFinalizeModel
    from .stt_auto_finalize_turn_eager_end import STTAutoFinalizeTurnEagerEnd
    from .stt_auto_finalize_turn_end import STTAutoFinalizeTurnEnd
    from .stt_auto_finalize_turn_resume import STTAutoFinalizeTurnResume
    from .stt_auto_finalize_turn_start import STTAutoFinalizeTurnStart
    from .stt_auto_finalize_turn_update import STTAutoFinalizeTurnUpdate
    from .stt_batch_model import STTBatchModel
    from .stt_encoding import STTEncoding
    from .stt_error_response import STTErrorResponse
    from .stt_language import STTLanguage
    from .stt_manual_finalize_command import STTManualFinalizeCommand
    from .stt_manual_finalize_done import STTManualFinalizeDone
    from .stt_manual_finalize_flush_done import STTManualFinalizeFlushDone
    from .stt_manual_finalize_language import STTManualFinalizeLanguage
    from .stt_manual_finalize_model import STTManualFinalizeModel
    from .stt_manual_finalize_transcript import STTManualFinalizeTranscript
    from .supported_language import SupportedLanguage
    from .telephony_params import TelephonyParams
    from .text_chunk import TextChunk
    from .timestamp_granularity import TimestampGranularity
    from .token_grant import TokenGrant
    from .token_request import TokenRequest
    from .token_response import TokenResponse
    from .tool_call import ToolCall
    from .tool_call_arguments import ToolCallArguments
    from .transcript_end_reason import TranscriptEndReason
    from .transcript_role import TranscriptRole
    from .transcription_request import TranscriptionRequest
    from .transcription_response import TranscriptionResponse
    from .transcription_word import TranscriptionWord
    from .tts_model import TTSModel
    from .tts_request import TTSRequest
    from .tts_request_voice_object import TTSRequestVoiceObject
    from .tts_socket_chunk import TTSSocketChunk
    from .tts_socket_done import TTSSocketDone
    from .tts_socket_error import TTSSocketError
    from .tts_socket_flush_done import TTSSocketFlushDone
    from .tts_socket_phoneme_timestamps import TTSSocketPhonemeTimestamps
    from .tts_socket_timestamps import TTSSocketTimestamps
    from .ttssse_chunk_event import TTSSSEChunkEvent
    from .ttssse_done_event import TTSSSEDoneEvent
    from .ttssse_error_event import TTSSSEErrorEvent
    from .ttssse_phoneme_timestamps_event import TTSSSEPhonemeTimestampsEvent
    from .ttssse_request import TTSSSERequest
    from .ttssse_timestamps_event import TTSSSETimestampsEvent
    from .update_agent_request import UpdateAgentRequest
    from .update_dataset_request import UpdateDatasetRequest
    from .update_pronunciation_dict_request import UpdatePronunciationDictRequest
    from .update_voice_request import UpdateVoiceRequest
    from .voice import Voice
    from .voice_accent import VoiceAccent
    from .voice_access import VoiceAccess
    from .voice_changer_request import VoiceChangerRequest
    from .voice_changer_sse_chunk import VoiceChangerSSEChunk
    from .voice_changer_sse_done import VoiceChangerSSEDone
    from .voice_changer_sse_error import VoiceChangerSSEError
    from .voice_expand_options import VoiceExpandOptions
    from .voice_locale import VoiceLocale
    from .voice_metadata import VoiceMetadata
    from .voice_visibility import VoiceVisibility
    from .wav_output_format import WAVOutputFormat
    from .word_timestamps import WordTimestamps

_MODULES = {
    "Accent": ".accent",
    "AddVoiceAccentsRequest": ".add_voice_accents_request",
    "AgentCall": ".agent_call",
    "AgentCallStatus": ".agent_call_status",
    "AgentMetricResultStatus": ".agent_metric_result_status",
    "AgentStreamAck": ".agent_stream_ack",
    "AgentStreamAgent": ".agent_stream_agent",
    "AgentStreamClear": ".agent_stream_clear",
    "AgentStreamConfig": ".agent_stream_config",
    "AgentStreamCustom": ".agent_stream_custom",
    "AgentStreamCustomMetadata": ".agent_stream_custom_metadata",
    "AgentStreamDTMF": ".agent_stream_dtmf",
    "AgentStreamInputFormat": ".agent_stream_input_format",
    "AgentStreamMedia": ".agent_stream_media",
    "AgentStreamMediaInput": ".agent_stream_media_input",
    "AgentStreamMediaOutput": ".agent_stream_media_output",
    "AgentStreamStart": ".agent_stream_start",
    "AgentStreamStartMetadata": ".agent_stream_start_metadata",
    "AgentStreamTransferCall": ".agent_stream_transfer_call",
    "AgentSummary": ".agent_summary",
    "AgentTemplate": ".agent_template",
    "AgentTranscript": ".agent_transcript",
    "APIInfo": ".api_info",
    "AttachVoiceAccent": ".attach_voice_accent",
    "CancelContextRequest": ".cancel_context_request",
    "CloneVoiceRequest": ".clone_voice_request",
    "CreateDatasetRequest": ".create_dataset_request",
    "CreateFineTuneRequest": ".create_fine_tune_request",
    "CreateMetricRequest": ".create_metric_request",
    "CreatePronunciationDictRequest": ".create_pronunciation_dict_request",
    "Dataset": ".dataset",
    "DatasetFile": ".dataset_file",
    "DatasetFileUploadRequest": ".dataset_file_upload_request",
    "Deployment": ".deployment",
    "DeploymentStatus": ".deployment_status",
    "Emotion": ".emotion",
    "ErrorCode": ".error_code",
    "ErrorResponse": ".error_response",
    "FineTune": ".fine_tune",
    "FineTuneBaseModel": ".fine_tune_base_model",
    "FineTuneStatus": ".fine_tune_status",
    "Gender": ".gender",
    "GenderPresentation": ".gender_presentation",
    "GenerationConfig": ".generation_config",
    "GenerationRequest": ".generation_request",
    "GetAgentsResponse": ".get_agents_response",
    "GetCallsResponse": ".get_calls_response",
    "GetTemplatesResponse": ".get_templates_response",
    "GetVoicesResponse": ".get_voices_response",
    "GitRepository": ".git_repository",
    "InfillModel": ".infill_model",
    "InfillRequest": ".infill_request",
    "ListAccentsResponse": ".list_accents_response",
    "ListMetricResultsResponse": ".list_metric_results_response",
    "ListMetricsResponse": ".list_metrics_response",
    "LocalizeDialect": ".localize_dialect",
    "LocalizeTargetLanguage": ".localize_target_language",
    "LocalizeVoiceRequest": ".localize_voice_request",
    "LogEvent": ".log_event",
    "LogEventMetadata": ".log_event_metadata",
    "LogMetric": ".log_metric",
    "Metric": ".metric",
    "MetricResult": ".metric_result",
    "MetricResultJsonResultType0": ".metric_result_json_result_type_0",
    "ModelSpeed": ".model_speed",
    "MP3BitRate": ".mp3_bit_rate",
    "MP3OutputFormat": ".mp3_output_format",
    "OutputFormatContainer": ".output_format_container",
    "PaginatedDatasetFiles": ".paginated_dataset_files",
    "PaginatedDatasets": ".paginated_datasets",
    "PaginatedFineTunes": ".paginated_fine_tunes",
    "PaginatedPronunciationDicts": ".paginated_pronunciation_dicts",
    "PaginatedVoices": ".paginated_voices",
    "PhoneNumber": ".phone_number",
    "PhoneNumberSummary": ".phone_number_summary",
    "PhonemeTimestamps": ".phoneme_timestamps",
    "PronunciationDict": ".pronunciation_dict",
    "PronunciationDictItem": ".pronunciation_dict_item",
    "RawEncoding": ".raw_encoding",
    "RawOutputFormat": ".raw_output_format",
    "SampleRate": ".sample_rate",
    "STTAutoFinalizeCloseCommand": ".stt_auto_finalize_close_command",
    "STTAutoFinalizeConfigCommand": ".stt_auto_finalize_config_command",
    "STTAutoFinalizeConfigCommandTurn": ".stt_auto_finalize_config_command_turn",
    "STTAutoFinalizeConnected": ".stt_auto_finalize_connected",
    "STTAutoFinalizeModel": ".stt_auto_finalize_model",
    "STTAutoFinalizeTurnEagerEnd": ".stt_auto_finalize_turn_eager_end",
    "STTAutoFinalizeTurnEnd": ".stt_auto_finalize_turn_end",
    "STTAutoFinalizeTurnResume": ".stt_auto_finalize_turn_resume",
    "STTAutoFinalizeTurnStart": ".stt_auto_finalize_turn_start",
    "STTAutoFinalizeTurnUpdate": ".stt_auto_finalize_turn_update",
    "STTBatchModel": ".stt_batch_model",
    "STTEncoding": ".stt_encoding",
    "STTErrorResponse": ".stt_error_response",
    "STTLanguage": ".stt_language",
    "STTManualFinalizeCommand": ".stt_manual_finalize_command",
    "STTManualFinalizeDone": ".stt_manual_finalize_done",
    "STTManualFinalizeFlushDone": ".stt_manual_finalize_flush_done",
    "STTManualFinalizeLanguage": ".stt_manual_finalize_language",
    "STTManualFinalizeModel": ".stt_manual_finalize_model",
    "STTManualFinalizeTranscript": ".stt_manual_finalize_transcript",
    "SupportedLanguage": ".supported_language",
    "TelephonyParams": ".telephony_params",
    "TextChunk": ".text_chunk",
    "TimestampGranularity": ".timestamp_granularity",
    "TokenGrant": ".token_grant",
    "TokenRequest": ".token_request",
    "TokenResponse": ".token_response",
    "ToolCall": ".tool_call",
    "ToolCallArguments": ".tool_call_arguments",
    "TranscriptEndReason": ".transcript_end_reason",
    "TranscriptRole": ".transcript_role",
    "TranscriptionRequest": ".transcription_request",
    "TranscriptionResponse": ".transcription_response",
    "TranscriptionWord": ".transcription_word",
    "TTSModel": ".tts_model",
    "TTSRequest": ".tts_request",
    "TTSRequestVoiceObject": ".tts_request_voice_object",
    "TTSSocketChunk": ".tts_socket_chunk",
    "TTSSocketDone": ".tts_socket_done",
    "TTSSocketError": ".tts_socket_error",
    "TTSSocketFlushDone": ".tts_socket_flush_done",
    "TTSSocketPhonemeTimestamps": ".tts_socket_phoneme_timestamps",
    "TTSSocketTimestamps": ".tts_socket_timestamps",
    "TTSSSEChunkEvent": ".ttssse_chunk_event",
    "TTSSSEDoneEvent": ".ttssse_done_event",
    "TTSSSEErrorEvent": ".ttssse_error_event",
    "TTSSSEPhonemeTimestampsEvent": ".ttssse_phoneme_timestamps_event",
    "TTSSSERequest": ".ttssse_request",
    "TTSSSETimestampsEvent": ".ttssse_timestamps_event",
    "UpdateAgentRequest": ".update_agent_request",
    "UpdateDatasetRequest": ".update_dataset_request",
    "UpdatePronunciationDictRequest": ".update_pronunciation_dict_request",
    "UpdateVoiceRequest": ".update_voice_request",
    "Voice": ".voice",
    "VoiceAccent": ".voice_accent",
    "VoiceAccess": ".voice_access",
    "VoiceChangerRequest": ".voice_changer_request",
    "VoiceChangerSSEChunk": ".voice_changer_sse_chunk",
    "VoiceChangerSSEDone": ".voice_changer_sse_done",
    "VoiceChangerSSEError": ".voice_changer_sse_error",
    "VoiceExpandOptions": ".voice_expand_options",
    "VoiceLocale": ".voice_locale",
    "VoiceMetadata": ".voice_metadata",
    "VoiceVisibility": ".voice_visibility",
    "WAVOutputFormat": ".wav_output_format",
    "WordTimestamps": ".word_timestamps",
}

__all__ = (
    "Accent",
    "AddVoiceAccentsRequest",
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
    "AttachVoiceAccent",
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
    "ErrorResponse",
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
    "ListAccentsResponse",
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
    "TTSRequestVoiceObject",
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
    "VoiceAccess",
    "VoiceChangerRequest",
    "VoiceChangerSSEChunk",
    "VoiceChangerSSEDone",
    "VoiceChangerSSEError",
    "VoiceExpandOptions",
    "VoiceLocale",
    "VoiceMetadata",
    "VoiceVisibility",
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
