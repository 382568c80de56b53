# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""The types of requests, responses and events, under the names of the official library."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cartesia_api.events import AgentsStreamEvent as AgentsStreamEvent
    from cartesia_api.events import AgentStreamAck as AgentStreamAck
    from cartesia_api.events import AgentStreamClear as AgentStreamClear
    from cartesia_api.events import AgentStreamCustom as AgentStreamCustom
    from cartesia_api.events import AgentStreamDTMF as AgentStreamDTMF
    from cartesia_api.events import AgentStreamMedia as AgentStreamMedia
    from cartesia_api.events import AgentStreamMediaOutput as AgentStreamMediaOutput
    from cartesia_api.events import AgentStreamTransferCall as AgentStreamTransferCall
    from cartesia_api.events import PhonemeTimestamps as PhonemeTimestamps
    from cartesia_api.events import STTAutoFinalizeConnected as STTAutoFinalizeConnected
    from cartesia_api.events import STTAutoFinalizeEvent as STTAutoFinalizeEvent
    from cartesia_api.events import STTAutoFinalizeTurnEagerEnd as STTAutoFinalizeTurnEagerEnd
    from cartesia_api.events import STTAutoFinalizeTurnEnd as STTAutoFinalizeTurnEnd
    from cartesia_api.events import STTAutoFinalizeTurnResume as STTAutoFinalizeTurnResume
    from cartesia_api.events import STTAutoFinalizeTurnStart as STTAutoFinalizeTurnStart
    from cartesia_api.events import STTAutoFinalizeTurnUpdate as STTAutoFinalizeTurnUpdate
    from cartesia_api.events import STTErrorResponse as STTErrorResponse
    from cartesia_api.events import STTManualFinalizeDone as STTManualFinalizeDone
    from cartesia_api.events import STTManualFinalizeEvent as STTManualFinalizeEvent
    from cartesia_api.events import STTManualFinalizeFlushDone as STTManualFinalizeFlushDone
    from cartesia_api.events import STTManualFinalizeTranscript as STTManualFinalizeTranscript
    from cartesia_api.events import TTSSocketChunk as TTSSocketChunk
    from cartesia_api.events import TTSSocketDone as TTSSocketDone
    from cartesia_api.events import TTSSocketError as TTSSocketError
    from cartesia_api.events import TTSSocketFlushDone as TTSSocketFlushDone
    from cartesia_api.events import TTSSocketPhonemeTimestamps as TTSSocketPhonemeTimestamps
    from cartesia_api.events import TTSSocketTimestamps as TTSSocketTimestamps
    from cartesia_api.events import TTSSSEChunkEvent as TTSSSEChunkEvent
    from cartesia_api.events import TTSSSEDoneEvent as TTSSSEDoneEvent
    from cartesia_api.events import TTSSSEErrorEvent as TTSSSEErrorEvent
    from cartesia_api.events import TTSSSEEvent as TTSSSEEvent
    from cartesia_api.events import TTSSSEPhonemeTimestampsEvent as TTSSSEPhonemeTimestampsEvent
    from cartesia_api.events import TTSSSETimestampsEvent as TTSSSETimestampsEvent
    from cartesia_api.events import TTSWebsocketEvent as TTSWebsocketEvent
    from cartesia_api.events import TTSWebsocketEvent as WebsocketResponse
    from cartesia_api.events import VoiceChangerSSEChunk as VoiceChangerSSEChunk
    from cartesia_api.events import VoiceChangerSSEDone as VoiceChangerSSEDone
    from cartesia_api.events import VoiceChangerSSEError as VoiceChangerSSEError
    from cartesia_api.events import VoiceChangerSSEEvent as VoiceChangerSSEEvent
    from cartesia_api.events import WordTimestamps as WordTimestamps
    from cartesia_api.method_types import AccessTokenCreateParams as AccessTokenCreateParams
    from cartesia_api.method_types import (
        AccessTokenCreateParamsGrants as AccessTokenCreateParamsGrants,
    )
    from cartesia_api.method_types import (
        AgentListPhoneNumbersResponse as AgentListPhoneNumbersResponse,
    )
    from cartesia_api.method_types import AgentUpdateParams as AgentUpdateParams
    from cartesia_api.method_types import AutoFinalizeWebsocketParams as AutoFinalizeWebsocketParams
    from cartesia_api.method_types import CallListParams as CallListParams
    from cartesia_api.method_types import DatasetCreateParams as DatasetCreateParams
    from cartesia_api.method_types import DatasetListParams as DatasetListParams
    from cartesia_api.method_types import DatasetUpdateParams as DatasetUpdateParams
    from cartesia_api.method_types import DeploymentListResponse as DeploymentListResponse
    from cartesia_api.method_types import FileListParams as FileListParams
    from cartesia_api.method_types import FileUploadParams as FileUploadParams
    from cartesia_api.method_types import FineTuneCreateParams as FineTuneCreateParams
    from cartesia_api.method_types import FineTuneListParams as FineTuneListParams
    from cartesia_api.method_types import FineTuneListVoicesParams as FineTuneListVoicesParams
    from cartesia_api.method_types import (
        ManualFinalizeWebsocketParams as ManualFinalizeWebsocketParams,
    )
    from cartesia_api.method_types import MetricCreateParams as MetricCreateParams
    from cartesia_api.method_types import MetricListParams as MetricListParams
    from cartesia_api.method_types import OutputFormat as OutputFormat
    from cartesia_api.method_types import (
        PronunciationDictCreateParams as PronunciationDictCreateParams,
    )
    from cartesia_api.method_types import (
        PronunciationDictCreateParamsItems as PronunciationDictCreateParamsItems,
    )
    from cartesia_api.method_types import PronunciationDictListParams as PronunciationDictListParams
    from cartesia_api.method_types import (
        PronunciationDictUpdateParams as PronunciationDictUpdateParams,
    )
    from cartesia_api.method_types import (
        PronunciationDictUpdateParamsItems as PronunciationDictUpdateParamsItems,
    )
    from cartesia_api.method_types import ResultExportParams as ResultExportParams
    from cartesia_api.method_types import ResultExportResponse as ResultExportResponse
    from cartesia_api.method_types import ResultListParams as ResultListParams
    from cartesia_api.method_types import (
        STTAutoFinalizeWebsocketRequest as STTAutoFinalizeWebsocketRequest,
    )
    from cartesia_api.method_types import (
        STTAutoFinalizeWebsocketRequestParam as STTAutoFinalizeWebsocketRequestParam,
    )
    from cartesia_api.method_types import (
        STTManualFinalizeWebsocketRequest as STTManualFinalizeWebsocketRequest,
    )
    from cartesia_api.method_types import STTTranscribeParams as STTTranscribeParams
    from cartesia_api.method_types import STTTranscribeParams as SttTranscribeParams
    from cartesia_api.method_types import TTSContextParams as TTSContextParams
    from cartesia_api.method_types import TTSGenerateParams as TTSBytesParams
    from cartesia_api.method_types import TTSGenerateParams as TTSGenerateParams
    from cartesia_api.method_types import TTSGenerateParams as TtsBytesParams
    from cartesia_api.method_types import TTSGenerateParams as TtsGenerateParams
    from cartesia_api.method_types import (
        TTSGenerateParamsGenerationConfig as TTSGenerateParamsGenerationConfig,
    )
    from cartesia_api.method_types import (
        TTSGenerateParamsOutputFormat as TTSGenerateParamsOutputFormat,
    )
    from cartesia_api.method_types import TTSGenerateParamsVoice as TTSGenerateParamsVoice
    from cartesia_api.method_types import TTSGenerateSSEParams as TTSGenerateSSEParams
    from cartesia_api.method_types import TTSGenerateSSEParams as TTSGenerateSseParams
    from cartesia_api.method_types import TTSGenerateSSEParams as TTSSSEParams
    from cartesia_api.method_types import TTSGenerateSSEParams as TTSSseParams
    from cartesia_api.method_types import TTSGenerateSSEParams as TtsGenerateSseParams
    from cartesia_api.method_types import TTSGenerateSSEParams as TtsSseParams
    from cartesia_api.method_types import (
        TTSGenerateSSEParamsGenerationConfig as TTSGenerateSSEParamsGenerationConfig,
    )
    from cartesia_api.method_types import (
        TTSGenerateSSEParamsOutputFormat as TTSGenerateSSEParamsOutputFormat,
    )
    from cartesia_api.method_types import TTSGenerateSSEParamsVoice as TTSGenerateSSEParamsVoice
    from cartesia_api.method_types import TTSInfillParams as TTSInfillParams
    from cartesia_api.method_types import TTSInfillParams as TtsInfillParams
    from cartesia_api.method_types import TTSInfillParamsOutputFormat as TTSInfillParamsOutputFormat
    from cartesia_api.method_types import VoiceAddAccentsParams as VoiceAddAccentsParams
    from cartesia_api.method_types import (
        VoiceChangerGenerateParams as VoiceChangerChangeVoiceBytesParams,
    )
    from cartesia_api.method_types import VoiceChangerGenerateParams as VoiceChangerGenerateParams
    from cartesia_api.method_types import (
        VoiceChangerGenerateSSEParams as VoiceChangerChangeVoiceSSEParams,
    )
    from cartesia_api.method_types import (
        VoiceChangerGenerateSSEParams as VoiceChangerChangeVoiceSseParams,
    )
    from cartesia_api.method_types import (
        VoiceChangerGenerateSSEParams as VoiceChangerGenerateSSEParams,
    )
    from cartesia_api.method_types import (
        VoiceChangerGenerateSSEParams as VoiceChangerGenerateSseParams,
    )
    from cartesia_api.method_types import VoiceCloneParams as VoiceCloneParams
    from cartesia_api.method_types import VoiceGetParams as VoiceGetParams
    from cartesia_api.method_types import VoiceListParams as VoiceListParams
    from cartesia_api.method_types import VoiceLocalizeParams as VoiceLocalizeParams
    from cartesia_api.method_types import VoiceSpecifierParam as VoiceSpecifierParam
    from cartesia_api.method_types import VoiceUpdateParams as VoiceUpdateParams
    from cartesia_api.method_types import WebsocketClientEvent as WebsocketClientEvent
    from cartesia_api.method_types import WebsocketClientEventParam as WebsocketClientEventParam
    from cartesia_api.models.accent import Accent as Accent
    from cartesia_api.models.add_voice_accents_request import (
        AddVoiceAccentsRequest as AddVoiceAccentsRequest,
    )
    from cartesia_api.models.agent_call import AgentCall as AgentCall
    from cartesia_api.models.agent_call_status import AgentCallStatus as AgentCallStatus
    from cartesia_api.models.agent_metric_result_status import (
        AgentMetricResultStatus as AgentMetricResultStatus,
    )
    from cartesia_api.models.agent_stream_agent import AgentStreamAgent as AgentStreamAgent
    from cartesia_api.models.agent_stream_config import AgentStreamConfig as AgentStreamConfig
    from cartesia_api.models.agent_stream_custom_metadata import (
        AgentStreamCustomMetadata as AgentStreamCustomMetadata,
    )
    from cartesia_api.models.agent_stream_input_format import (
        AgentStreamInputFormat as AgentStreamInputFormat,
    )
    from cartesia_api.models.agent_stream_media_input import (
        AgentStreamMediaInput as AgentStreamMediaInput,
    )
    from cartesia_api.models.agent_stream_start import AgentStreamStart as AgentStreamStart
    from cartesia_api.models.agent_stream_start_metadata import (
        AgentStreamStartMetadata as AgentStreamStartMetadata,
    )
    from cartesia_api.models.agent_summary import AgentSummary as AgentSummary
    from cartesia_api.models.agent_template import AgentTemplate as AgentTemplate
    from cartesia_api.models.agent_transcript import AgentTranscript as AgentTranscript
    from cartesia_api.models.api_info import APIInfo as APIInfo
    from cartesia_api.models.api_info import APIInfo as GetStatusResponse
    from cartesia_api.models.attach_voice_accent import AttachVoiceAccent as AttachVoiceAccent
    from cartesia_api.models.cancel_context_request import (
        CancelContextRequest as CancelContextRequest,
    )
    from cartesia_api.models.clone_voice_request import CloneVoiceRequest as CloneVoiceRequest
    from cartesia_api.models.create_dataset_request import (
        CreateDatasetRequest as CreateDatasetRequest,
    )
    from cartesia_api.models.create_fine_tune_request import (
        CreateFineTuneRequest as CreateFineTuneRequest,
    )
    from cartesia_api.models.create_metric_request import CreateMetricRequest as CreateMetricRequest
    from cartesia_api.models.create_pronunciation_dict_request import (
        CreatePronunciationDictRequest as CreatePronunciationDictRequest,
    )
    from cartesia_api.models.dataset import Dataset as Dataset
    from cartesia_api.models.dataset_file import DatasetFile as DatasetFile
    from cartesia_api.models.dataset_file_upload_request import (
        DatasetFileUploadRequest as DatasetFileUploadRequest,
    )
    from cartesia_api.models.deployment import Deployment as Deployment
    from cartesia_api.models.deployment_status import DeploymentStatus as DeploymentStatus
    from cartesia_api.models.emotion import Emotion as Emotion
    from cartesia_api.models.error_code import ErrorCode as ErrorCode
    from cartesia_api.models.error_response import ErrorResponse as ErrorResponse
    from cartesia_api.models.fine_tune import FineTune as FineTune
    from cartesia_api.models.fine_tune_base_model import FineTuneBaseModel as FineTuneBaseModel
    from cartesia_api.models.fine_tune_status import FineTuneStatus as FineTuneStatus
    from cartesia_api.models.gender import Gender as Gender
    from cartesia_api.models.gender_presentation import GenderPresentation as GenderPresentation
    from cartesia_api.models.generation_config import GenerationConfig as GenerationConfig
    from cartesia_api.models.generation_request import GenerationRequest as GenerationRequest
    from cartesia_api.models.get_agents_response import GetAgentsResponse as AgentListResponse
    from cartesia_api.models.get_agents_response import GetAgentsResponse as GetAgentsResponse
    from cartesia_api.models.get_calls_response import GetCallsResponse as GetCallsResponse
    from cartesia_api.models.get_templates_response import (
        GetTemplatesResponse as AgentListTemplatesResponse,
    )
    from cartesia_api.models.get_templates_response import (
        GetTemplatesResponse as GetTemplatesResponse,
    )
    from cartesia_api.models.get_voices_response import GetVoicesResponse as GetVoicesResponse
    from cartesia_api.models.git_repository import GitRepository as GitRepository
    from cartesia_api.models.infill_model import InfillModel as InfillModel
    from cartesia_api.models.infill_request import InfillRequest as InfillRequest
    from cartesia_api.models.list_accents_response import ListAccentsResponse as ListAccentsResponse
    from cartesia_api.models.list_metric_results_response import (
        ListMetricResultsResponse as ListMetricResultsResponse,
    )
    from cartesia_api.models.list_metrics_response import ListMetricsResponse as ListMetricsResponse
    from cartesia_api.models.localize_dialect import LocalizeDialect as LocalizeDialect
    from cartesia_api.models.localize_target_language import (
        LocalizeTargetLanguage as LocalizeTargetLanguage,
    )
    from cartesia_api.models.localize_voice_request import (
        LocalizeVoiceRequest as LocalizeVoiceRequest,
    )
    from cartesia_api.models.log_event import LogEvent as LogEvent
    from cartesia_api.models.log_event_metadata import LogEventMetadata as LogEventMetadata
    from cartesia_api.models.log_metric import LogMetric as LogMetric
    from cartesia_api.models.metric import Metric as Metric
    from cartesia_api.models.metric_result import MetricResult as MetricResult
    from cartesia_api.models.metric_result_json_result_type_0 import (
        MetricResultJsonResultType0 as MetricResultJsonResultType0,
    )
    from cartesia_api.models.model_speed import ModelSpeed as ModelSpeed
    from cartesia_api.models.mp3_bit_rate import MP3BitRate as MP3BitRate
    from cartesia_api.models.mp3_output_format import MP3OutputFormat as MP3OutputFormat
    from cartesia_api.models.output_format_container import (
        OutputFormatContainer as OutputFormatContainer,
    )
    from cartesia_api.models.paginated_dataset_files import (
        PaginatedDatasetFiles as PaginatedDatasetFiles,
    )
    from cartesia_api.models.paginated_datasets import PaginatedDatasets as PaginatedDatasets
    from cartesia_api.models.paginated_fine_tunes import PaginatedFineTunes as PaginatedFineTunes
    from cartesia_api.models.paginated_pronunciation_dicts import (
        PaginatedPronunciationDicts as PaginatedPronunciationDicts,
    )
    from cartesia_api.models.paginated_voices import PaginatedVoices as PaginatedVoices
    from cartesia_api.models.phone_number import PhoneNumber as PhoneNumber
    from cartesia_api.models.phone_number_summary import PhoneNumberSummary as PhoneNumberSummary
    from cartesia_api.models.pronunciation_dict import PronunciationDict as PronunciationDict
    from cartesia_api.models.pronunciation_dict_item import (
        PronunciationDictItem as PronunciationDictItem,
    )
    from cartesia_api.models.raw_encoding import RawEncoding as RawEncoding
    from cartesia_api.models.raw_output_format import RawOutputFormat as RawOutputFormat
    from cartesia_api.models.sample_rate import SampleRate as SampleRate
    from cartesia_api.models.stt_auto_finalize_close_command import (
        STTAutoFinalizeCloseCommand as STTAutoFinalizeCloseCommand,
    )
    from cartesia_api.models.stt_auto_finalize_config_command import (
        STTAutoFinalizeConfigCommand as STTAutoFinalizeConfigCommand,
    )
    from cartesia_api.models.stt_auto_finalize_config_command_turn import (
        STTAutoFinalizeConfigCommandTurn as STTAutoFinalizeConfigCommandTurn,
    )
    from cartesia_api.models.stt_auto_finalize_model import (
        STTAutoFinalizeModel as STTAutoFinalizeModel,
    )
    from cartesia_api.models.stt_batch_model import STTBatchModel as STTBatchModel
    from cartesia_api.models.stt_encoding import STTEncoding as STTEncoding
    from cartesia_api.models.stt_language import STTLanguage as STTLanguage
    from cartesia_api.models.stt_manual_finalize_command import (
        STTManualFinalizeCommand as STTManualFinalizeCommand,
    )
    from cartesia_api.models.stt_manual_finalize_language import (
        STTManualFinalizeLanguage as STTManualFinalizeLanguage,
    )
    from cartesia_api.models.stt_manual_finalize_model import (
        STTManualFinalizeModel as STTManualFinalizeModel,
    )
    from cartesia_api.models.supported_language import SupportedLanguage as SupportedLanguage
    from cartesia_api.models.telephony_params import TelephonyParams as TelephonyParams
    from cartesia_api.models.text_chunk import TextChunk as TextChunk
    from cartesia_api.models.timestamp_granularity import (
        TimestampGranularity as TimestampGranularity,
    )
    from cartesia_api.models.token_grant import TokenGrant as TokenGrant
    from cartesia_api.models.token_request import TokenRequest as TokenRequest
    from cartesia_api.models.token_response import TokenResponse as AccessTokenCreateResponse
    from cartesia_api.models.token_response import TokenResponse as TokenResponse
    from cartesia_api.models.tool_call import ToolCall as ToolCall
    from cartesia_api.models.tool_call_arguments import ToolCallArguments as ToolCallArguments
    from cartesia_api.models.transcript_end_reason import TranscriptEndReason as TranscriptEndReason
    from cartesia_api.models.transcript_role import TranscriptRole as TranscriptRole
    from cartesia_api.models.transcription_request import (
        TranscriptionRequest as TranscriptionRequest,
    )
    from cartesia_api.models.transcription_response import (
        TranscriptionResponse as STTTranscribeResponse,
    )
    from cartesia_api.models.transcription_response import (
        TranscriptionResponse as SttTranscribeResponse,
    )
    from cartesia_api.models.transcription_response import (
        TranscriptionResponse as TranscriptionResponse,
    )
    from cartesia_api.models.transcription_word import TranscriptionWord as TranscriptionWord
    from cartesia_api.models.tts_model import TTSModel as TTSModel
    from cartesia_api.models.tts_request import TTSRequest as TTSRequest
    from cartesia_api.models.tts_request_voice_object import (
        TTSRequestVoiceObject as TTSRequestVoiceObject,
    )
    from cartesia_api.models.tts_request_voice_object import TTSRequestVoiceObject as VoiceSpecifier
    from cartesia_api.models.ttssse_request import TTSSSERequest as TTSSSERequest
    from cartesia_api.models.update_agent_request import UpdateAgentRequest as UpdateAgentRequest
    from cartesia_api.models.update_dataset_request import (
        UpdateDatasetRequest as UpdateDatasetRequest,
    )
    from cartesia_api.models.update_pronunciation_dict_request import (
        UpdatePronunciationDictRequest as UpdatePronunciationDictRequest,
    )
    from cartesia_api.models.update_voice_request import UpdateVoiceRequest as UpdateVoiceRequest
    from cartesia_api.models.voice import Voice as Voice
    from cartesia_api.models.voice_accent import VoiceAccent as VoiceAccent
    from cartesia_api.models.voice_access import VoiceAccess as VoiceAccess
    from cartesia_api.models.voice_changer_request import VoiceChangerRequest as VoiceChangerRequest
    from cartesia_api.models.voice_expand_options import VoiceExpandOptions as VoiceExpandOptions
    from cartesia_api.models.voice_locale import VoiceLocale as VoiceLocale
    from cartesia_api.models.voice_metadata import VoiceMetadata as VoiceMetadata
    from cartesia_api.models.voice_visibility import VoiceVisibility as VoiceVisibility
    from cartesia_api.models.wav_output_format import WAVOutputFormat as WAVOutputFormat
    from cartesia_api.official_types import ReconnectingEvent as ReconnectingEvent
    from cartesia_api.official_types import ReconnectingOverrides as ReconnectingOverrides
    from cartesia_api.official_types import WebSocketConnectionOptions as WebSocketConnectionOptions
    from cartesia_api.official_types import WebsocketConnectionOptions as WebsocketConnectionOptions
    from cartesia_api.official_types import is_recoverable_close as is_recoverable_close
    from cartesia_api.params import AgentStreamAgentParam as AgentStreamAgentParam
    from cartesia_api.params import AgentStreamConfigParam as AgentStreamConfigParam
    from cartesia_api.params import AgentStreamCustomParam as AgentStreamCustomParam
    from cartesia_api.params import AgentStreamDTMFParam as AgentStreamDTMFParam
    from cartesia_api.params import AgentStreamMediaInputParam as AgentStreamMediaInputParam
    from cartesia_api.params import AgentStreamMediaParam as AgentStreamMediaParam
    from cartesia_api.params import AgentStreamStartParam as AgentStreamStartParam
    from cartesia_api.params import CancelContextRequestParam as CancelContextRequestParam
    from cartesia_api.params import GenerationConfigParam as GenerationConfigParam
    from cartesia_api.params import GenerationRequestParam as GenerationRequestParam
    from cartesia_api.params import MP3OutputFormatParam as MP3OutputFormatParam
    from cartesia_api.params import PronunciationDictItemParam as PronunciationDictItemParam
    from cartesia_api.params import RawOutputFormatParam as RawOutputFormatParam
    from cartesia_api.params import (
        STTAutoFinalizeCloseCommandParam as STTAutoFinalizeCloseCommandParam,
    )
    from cartesia_api.params import (
        STTAutoFinalizeConfigCommandParam as STTAutoFinalizeConfigCommandParam,
    )
    from cartesia_api.params import (
        STTAutoFinalizeConfigCommandTurnParam as STTAutoFinalizeConfigCommandTurnParam,
    )
    from cartesia_api.params import TokenGrantParam as TokenGrantParam
    from cartesia_api.params import TTSRequestVoiceObjectParam as TTSRequestVoiceObjectParam
    from cartesia_api.params import WAVOutputFormatParam as WAVOutputFormatParam

_PLACES = {
    "APIInfo": ("cartesia_api.models.api_info", "APIInfo"),
    "Accent": ("cartesia_api.models.accent", "Accent"),
    "AccessTokenCreateParams": ("cartesia_api.method_types", "AccessTokenCreateParams"),
    "AccessTokenCreateParamsGrants": ("cartesia_api.method_types", "AccessTokenCreateParamsGrants"),
    "AccessTokenCreateResponse": ("cartesia_api.models.token_response", "TokenResponse"),
    "AddVoiceAccentsRequest": (
        "cartesia_api.models.add_voice_accents_request",
        "AddVoiceAccentsRequest",
    ),
    "AgentCall": ("cartesia_api.models.agent_call", "AgentCall"),
    "AgentCallStatus": ("cartesia_api.models.agent_call_status", "AgentCallStatus"),
    "AgentListPhoneNumbersResponse": ("cartesia_api.method_types", "AgentListPhoneNumbersResponse"),
    "AgentListResponse": ("cartesia_api.models.get_agents_response", "GetAgentsResponse"),
    "AgentListTemplatesResponse": (
        "cartesia_api.models.get_templates_response",
        "GetTemplatesResponse",
    ),
    "AgentMetricResultStatus": (
        "cartesia_api.models.agent_metric_result_status",
        "AgentMetricResultStatus",
    ),
    "AgentStreamAck": ("cartesia_api.events", "AgentStreamAck"),
    "AgentStreamAgent": ("cartesia_api.models.agent_stream_agent", "AgentStreamAgent"),
    "AgentStreamAgentParam": ("cartesia_api.params", "AgentStreamAgentParam"),
    "AgentStreamClear": ("cartesia_api.events", "AgentStreamClear"),
    "AgentStreamConfig": ("cartesia_api.models.agent_stream_config", "AgentStreamConfig"),
    "AgentStreamConfigParam": ("cartesia_api.params", "AgentStreamConfigParam"),
    "AgentStreamCustom": ("cartesia_api.events", "AgentStreamCustom"),
    "AgentStreamCustomMetadata": (
        "cartesia_api.models.agent_stream_custom_metadata",
        "AgentStreamCustomMetadata",
    ),
    "AgentStreamCustomParam": ("cartesia_api.params", "AgentStreamCustomParam"),
    "AgentStreamDTMF": ("cartesia_api.events", "AgentStreamDTMF"),
    "AgentStreamDTMFParam": ("cartesia_api.params", "AgentStreamDTMFParam"),
    "AgentStreamInputFormat": (
        "cartesia_api.models.agent_stream_input_format",
        "AgentStreamInputFormat",
    ),
    "AgentStreamMedia": ("cartesia_api.events", "AgentStreamMedia"),
    "AgentStreamMediaInput": (
        "cartesia_api.models.agent_stream_media_input",
        "AgentStreamMediaInput",
    ),
    "AgentStreamMediaInputParam": ("cartesia_api.params", "AgentStreamMediaInputParam"),
    "AgentStreamMediaOutput": ("cartesia_api.events", "AgentStreamMediaOutput"),
    "AgentStreamMediaParam": ("cartesia_api.params", "AgentStreamMediaParam"),
    "AgentStreamStart": ("cartesia_api.models.agent_stream_start", "AgentStreamStart"),
    "AgentStreamStartMetadata": (
        "cartesia_api.models.agent_stream_start_metadata",
        "AgentStreamStartMetadata",
    ),
    "AgentStreamStartParam": ("cartesia_api.params", "AgentStreamStartParam"),
    "AgentStreamTransferCall": ("cartesia_api.events", "AgentStreamTransferCall"),
    "AgentSummary": ("cartesia_api.models.agent_summary", "AgentSummary"),
    "AgentTemplate": ("cartesia_api.models.agent_template", "AgentTemplate"),
    "AgentTranscript": ("cartesia_api.models.agent_transcript", "AgentTranscript"),
    "AgentUpdateParams": ("cartesia_api.method_types", "AgentUpdateParams"),
    "AgentsStreamEvent": ("cartesia_api.events", "AgentsStreamEvent"),
    "AttachVoiceAccent": ("cartesia_api.models.attach_voice_accent", "AttachVoiceAccent"),
    "AutoFinalizeWebsocketParams": ("cartesia_api.method_types", "AutoFinalizeWebsocketParams"),
    "CallListParams": ("cartesia_api.method_types", "CallListParams"),
    "CancelContextRequest": ("cartesia_api.models.cancel_context_request", "CancelContextRequest"),
    "CancelContextRequestParam": ("cartesia_api.params", "CancelContextRequestParam"),
    "CloneVoiceRequest": ("cartesia_api.models.clone_voice_request", "CloneVoiceRequest"),
    "CreateDatasetRequest": ("cartesia_api.models.create_dataset_request", "CreateDatasetRequest"),
    "CreateFineTuneRequest": (
        "cartesia_api.models.create_fine_tune_request",
        "CreateFineTuneRequest",
    ),
    "CreateMetricRequest": ("cartesia_api.models.create_metric_request", "CreateMetricRequest"),
    "CreatePronunciationDictRequest": (
        "cartesia_api.models.create_pronunciation_dict_request",
        "CreatePronunciationDictRequest",
    ),
    "Dataset": ("cartesia_api.models.dataset", "Dataset"),
    "DatasetCreateParams": ("cartesia_api.method_types", "DatasetCreateParams"),
    "DatasetFile": ("cartesia_api.models.dataset_file", "DatasetFile"),
    "DatasetFileUploadRequest": (
        "cartesia_api.models.dataset_file_upload_request",
        "DatasetFileUploadRequest",
    ),
    "DatasetListParams": ("cartesia_api.method_types", "DatasetListParams"),
    "DatasetUpdateParams": ("cartesia_api.method_types", "DatasetUpdateParams"),
    "Deployment": ("cartesia_api.models.deployment", "Deployment"),
    "DeploymentListResponse": ("cartesia_api.method_types", "DeploymentListResponse"),
    "DeploymentStatus": ("cartesia_api.models.deployment_status", "DeploymentStatus"),
    "Emotion": ("cartesia_api.models.emotion", "Emotion"),
    "ErrorCode": ("cartesia_api.models.error_code", "ErrorCode"),
    "ErrorResponse": ("cartesia_api.models.error_response", "ErrorResponse"),
    "FileListParams": ("cartesia_api.method_types", "FileListParams"),
    "FileUploadParams": ("cartesia_api.method_types", "FileUploadParams"),
    "FineTune": ("cartesia_api.models.fine_tune", "FineTune"),
    "FineTuneBaseModel": ("cartesia_api.models.fine_tune_base_model", "FineTuneBaseModel"),
    "FineTuneCreateParams": ("cartesia_api.method_types", "FineTuneCreateParams"),
    "FineTuneListParams": ("cartesia_api.method_types", "FineTuneListParams"),
    "FineTuneListVoicesParams": ("cartesia_api.method_types", "FineTuneListVoicesParams"),
    "FineTuneStatus": ("cartesia_api.models.fine_tune_status", "FineTuneStatus"),
    "Gender": ("cartesia_api.models.gender", "Gender"),
    "GenderPresentation": ("cartesia_api.models.gender_presentation", "GenderPresentation"),
    "GenerationConfig": ("cartesia_api.models.generation_config", "GenerationConfig"),
    "GenerationConfigParam": ("cartesia_api.params", "GenerationConfigParam"),
    "GenerationRequest": ("cartesia_api.models.generation_request", "GenerationRequest"),
    "GenerationRequestParam": ("cartesia_api.params", "GenerationRequestParam"),
    "GetAgentsResponse": ("cartesia_api.models.get_agents_response", "GetAgentsResponse"),
    "GetCallsResponse": ("cartesia_api.models.get_calls_response", "GetCallsResponse"),
    "GetStatusResponse": ("cartesia_api.models.api_info", "APIInfo"),
    "GetTemplatesResponse": ("cartesia_api.models.get_templates_response", "GetTemplatesResponse"),
    "GetVoicesResponse": ("cartesia_api.models.get_voices_response", "GetVoicesResponse"),
    "GitRepository": ("cartesia_api.models.git_repository", "GitRepository"),
    "InfillModel": ("cartesia_api.models.infill_model", "InfillModel"),
    "InfillRequest": ("cartesia_api.models.infill_request", "InfillRequest"),
    "ListAccentsResponse": ("cartesia_api.models.list_accents_response", "ListAccentsResponse"),
    "ListMetricResultsResponse": (
        "cartesia_api.models.list_metric_results_response",
        "ListMetricResultsResponse",
    ),
    "ListMetricsResponse": ("cartesia_api.models.list_metrics_response", "ListMetricsResponse"),
    "LocalizeDialect": ("cartesia_api.models.localize_dialect", "LocalizeDialect"),
    "LocalizeTargetLanguage": (
        "cartesia_api.models.localize_target_language",
        "LocalizeTargetLanguage",
    ),
    "LocalizeVoiceRequest": ("cartesia_api.models.localize_voice_request", "LocalizeVoiceRequest"),
    "LogEvent": ("cartesia_api.models.log_event", "LogEvent"),
    "LogEventMetadata": ("cartesia_api.models.log_event_metadata", "LogEventMetadata"),
    "LogMetric": ("cartesia_api.models.log_metric", "LogMetric"),
    "MP3BitRate": ("cartesia_api.models.mp3_bit_rate", "MP3BitRate"),
    "MP3OutputFormat": ("cartesia_api.models.mp3_output_format", "MP3OutputFormat"),
    "MP3OutputFormatParam": ("cartesia_api.params", "MP3OutputFormatParam"),
    "ManualFinalizeWebsocketParams": ("cartesia_api.method_types", "ManualFinalizeWebsocketParams"),
    "Metric": ("cartesia_api.models.metric", "Metric"),
    "MetricCreateParams": ("cartesia_api.method_types", "MetricCreateParams"),
    "MetricListParams": ("cartesia_api.method_types", "MetricListParams"),
    "MetricResult": ("cartesia_api.models.metric_result", "MetricResult"),
    "MetricResultJsonResultType0": (
        "cartesia_api.models.metric_result_json_result_type_0",
        "MetricResultJsonResultType0",
    ),
    "ModelSpeed": ("cartesia_api.models.model_speed", "ModelSpeed"),
    "OutputFormat": ("cartesia_api.method_types", "OutputFormat"),
    "OutputFormatContainer": (
        "cartesia_api.models.output_format_container",
        "OutputFormatContainer",
    ),
    "PaginatedDatasetFiles": (
        "cartesia_api.models.paginated_dataset_files",
        "PaginatedDatasetFiles",
    ),
    "PaginatedDatasets": ("cartesia_api.models.paginated_datasets", "PaginatedDatasets"),
    "PaginatedFineTunes": ("cartesia_api.models.paginated_fine_tunes", "PaginatedFineTunes"),
    "PaginatedPronunciationDicts": (
        "cartesia_api.models.paginated_pronunciation_dicts",
        "PaginatedPronunciationDicts",
    ),
    "PaginatedVoices": ("cartesia_api.models.paginated_voices", "PaginatedVoices"),
    "PhoneNumber": ("cartesia_api.models.phone_number", "PhoneNumber"),
    "PhoneNumberSummary": ("cartesia_api.models.phone_number_summary", "PhoneNumberSummary"),
    "PhonemeTimestamps": ("cartesia_api.events", "PhonemeTimestamps"),
    "PronunciationDict": ("cartesia_api.models.pronunciation_dict", "PronunciationDict"),
    "PronunciationDictCreateParams": ("cartesia_api.method_types", "PronunciationDictCreateParams"),
    "PronunciationDictCreateParamsItems": (
        "cartesia_api.method_types",
        "PronunciationDictCreateParamsItems",
    ),
    "PronunciationDictItem": (
        "cartesia_api.models.pronunciation_dict_item",
        "PronunciationDictItem",
    ),
    "PronunciationDictItemParam": ("cartesia_api.params", "PronunciationDictItemParam"),
    "PronunciationDictListParams": ("cartesia_api.method_types", "PronunciationDictListParams"),
    "PronunciationDictUpdateParams": ("cartesia_api.method_types", "PronunciationDictUpdateParams"),
    "PronunciationDictUpdateParamsItems": (
        "cartesia_api.method_types",
        "PronunciationDictUpdateParamsItems",
    ),
    "RawEncoding": ("cartesia_api.models.raw_encoding", "RawEncoding"),
    "RawOutputFormat": ("cartesia_api.models.raw_output_format", "RawOutputFormat"),
    "RawOutputFormatParam": ("cartesia_api.params", "RawOutputFormatParam"),
    "ReconnectingEvent": ("cartesia_api.official_types", "ReconnectingEvent"),
    "ReconnectingOverrides": ("cartesia_api.official_types", "ReconnectingOverrides"),
    "ResultExportParams": ("cartesia_api.method_types", "ResultExportParams"),
    "ResultExportResponse": ("cartesia_api.method_types", "ResultExportResponse"),
    "ResultListParams": ("cartesia_api.method_types", "ResultListParams"),
    "STTAutoFinalizeCloseCommand": (
        "cartesia_api.models.stt_auto_finalize_close_command",
        "STTAutoFinalizeCloseCommand",
    ),
    "STTAutoFinalizeCloseCommandParam": ("cartesia_api.params", "STTAutoFinalizeCloseCommandParam"),
    "STTAutoFinalizeConfigCommand": (
        "cartesia_api.models.stt_auto_finalize_config_command",
        "STTAutoFinalizeConfigCommand",
    ),
    "STTAutoFinalizeConfigCommandParam": (
        "cartesia_api.params",
        "STTAutoFinalizeConfigCommandParam",
    ),
    "STTAutoFinalizeConfigCommandTurn": (
        "cartesia_api.models.stt_auto_finalize_config_command_turn",
        "STTAutoFinalizeConfigCommandTurn",
    ),
    "STTAutoFinalizeConfigCommandTurnParam": (
        "cartesia_api.params",
        "STTAutoFinalizeConfigCommandTurnParam",
    ),
    "STTAutoFinalizeConnected": ("cartesia_api.events", "STTAutoFinalizeConnected"),
    "STTAutoFinalizeEvent": ("cartesia_api.events", "STTAutoFinalizeEvent"),
    "STTAutoFinalizeModel": ("cartesia_api.models.stt_auto_finalize_model", "STTAutoFinalizeModel"),
    "STTAutoFinalizeTurnEagerEnd": ("cartesia_api.events", "STTAutoFinalizeTurnEagerEnd"),
    "STTAutoFinalizeTurnEnd": ("cartesia_api.events", "STTAutoFinalizeTurnEnd"),
    "STTAutoFinalizeTurnResume": ("cartesia_api.events", "STTAutoFinalizeTurnResume"),
    "STTAutoFinalizeTurnStart": ("cartesia_api.events", "STTAutoFinalizeTurnStart"),
    "STTAutoFinalizeTurnUpdate": ("cartesia_api.events", "STTAutoFinalizeTurnUpdate"),
    "STTAutoFinalizeWebsocketRequest": (
        "cartesia_api.method_types",
        "STTAutoFinalizeWebsocketRequest",
    ),
    "STTAutoFinalizeWebsocketRequestParam": (
        "cartesia_api.method_types",
        "STTAutoFinalizeWebsocketRequestParam",
    ),
    "STTBatchModel": ("cartesia_api.models.stt_batch_model", "STTBatchModel"),
    "STTEncoding": ("cartesia_api.models.stt_encoding", "STTEncoding"),
    "STTErrorResponse": ("cartesia_api.events", "STTErrorResponse"),
    "STTLanguage": ("cartesia_api.models.stt_language", "STTLanguage"),
    "STTManualFinalizeCommand": (
        "cartesia_api.models.stt_manual_finalize_command",
        "STTManualFinalizeCommand",
    ),
    "STTManualFinalizeDone": ("cartesia_api.events", "STTManualFinalizeDone"),
    "STTManualFinalizeEvent": ("cartesia_api.events", "STTManualFinalizeEvent"),
    "STTManualFinalizeFlushDone": ("cartesia_api.events", "STTManualFinalizeFlushDone"),
    "STTManualFinalizeLanguage": (
        "cartesia_api.models.stt_manual_finalize_language",
        "STTManualFinalizeLanguage",
    ),
    "STTManualFinalizeModel": (
        "cartesia_api.models.stt_manual_finalize_model",
        "STTManualFinalizeModel",
    ),
    "STTManualFinalizeTranscript": ("cartesia_api.events", "STTManualFinalizeTranscript"),
    "STTManualFinalizeWebsocketRequest": (
        "cartesia_api.method_types",
        "STTManualFinalizeWebsocketRequest",
    ),
    "STTTranscribeParams": ("cartesia_api.method_types", "STTTranscribeParams"),
    "STTTranscribeResponse": (
        "cartesia_api.models.transcription_response",
        "TranscriptionResponse",
    ),
    "SampleRate": ("cartesia_api.models.sample_rate", "SampleRate"),
    "SttTranscribeParams": ("cartesia_api.method_types", "STTTranscribeParams"),
    "SttTranscribeResponse": (
        "cartesia_api.models.transcription_response",
        "TranscriptionResponse",
    ),
    "SupportedLanguage": ("cartesia_api.models.supported_language", "SupportedLanguage"),
    "TTSBytesParams": ("cartesia_api.method_types", "TTSGenerateParams"),
    "TTSContextParams": ("cartesia_api.method_types", "TTSContextParams"),
    "TTSGenerateParams": ("cartesia_api.method_types", "TTSGenerateParams"),
    "TTSGenerateParamsGenerationConfig": (
        "cartesia_api.method_types",
        "TTSGenerateParamsGenerationConfig",
    ),
    "TTSGenerateParamsOutputFormat": ("cartesia_api.method_types", "TTSGenerateParamsOutputFormat"),
    "TTSGenerateParamsVoice": ("cartesia_api.method_types", "TTSGenerateParamsVoice"),
    "TTSGenerateSSEParams": ("cartesia_api.method_types", "TTSGenerateSSEParams"),
    "TTSGenerateSSEParamsGenerationConfig": (
        "cartesia_api.method_types",
        "TTSGenerateSSEParamsGenerationConfig",
    ),
    "TTSGenerateSSEParamsOutputFormat": (
        "cartesia_api.method_types",
        "TTSGenerateSSEParamsOutputFormat",
    ),
    "TTSGenerateSSEParamsVoice": ("cartesia_api.method_types", "TTSGenerateSSEParamsVoice"),
    "TTSGenerateSseParams": ("cartesia_api.method_types", "TTSGenerateSSEParams"),
    "TTSInfillParams": ("cartesia_api.method_types", "TTSInfillParams"),
    "TTSInfillParamsOutputFormat": ("cartesia_api.method_types", "TTSInfillParamsOutputFormat"),
    "TTSModel": ("cartesia_api.models.tts_model", "TTSModel"),
    "TTSRequest": ("cartesia_api.models.tts_request", "TTSRequest"),
    "TTSRequestVoiceObject": (
        "cartesia_api.models.tts_request_voice_object",
        "TTSRequestVoiceObject",
    ),
    "TTSRequestVoiceObjectParam": ("cartesia_api.params", "TTSRequestVoiceObjectParam"),
    "TTSSSEChunkEvent": ("cartesia_api.events", "TTSSSEChunkEvent"),
    "TTSSSEDoneEvent": ("cartesia_api.events", "TTSSSEDoneEvent"),
    "TTSSSEErrorEvent": ("cartesia_api.events", "TTSSSEErrorEvent"),
    "TTSSSEEvent": ("cartesia_api.events", "TTSSSEEvent"),
    "TTSSSEParams": ("cartesia_api.method_types", "TTSGenerateSSEParams"),
    "TTSSSEPhonemeTimestampsEvent": ("cartesia_api.events", "TTSSSEPhonemeTimestampsEvent"),
    "TTSSSERequest": ("cartesia_api.models.ttssse_request", "TTSSSERequest"),
    "TTSSSETimestampsEvent": ("cartesia_api.events", "TTSSSETimestampsEvent"),
    "TTSSocketChunk": ("cartesia_api.events", "TTSSocketChunk"),
    "TTSSocketDone": ("cartesia_api.events", "TTSSocketDone"),
    "TTSSocketError": ("cartesia_api.events", "TTSSocketError"),
    "TTSSocketFlushDone": ("cartesia_api.events", "TTSSocketFlushDone"),
    "TTSSocketPhonemeTimestamps": ("cartesia_api.events", "TTSSocketPhonemeTimestamps"),
    "TTSSocketTimestamps": ("cartesia_api.events", "TTSSocketTimestamps"),
    "TTSSseParams": ("cartesia_api.method_types", "TTSGenerateSSEParams"),
    "TTSWebsocketEvent": ("cartesia_api.events", "TTSWebsocketEvent"),
    "TelephonyParams": ("cartesia_api.models.telephony_params", "TelephonyParams"),
    "TextChunk": ("cartesia_api.models.text_chunk", "TextChunk"),
    "TimestampGranularity": ("cartesia_api.models.timestamp_granularity", "TimestampGranularity"),
    "TokenGrant": ("cartesia_api.models.token_grant", "TokenGrant"),
    "TokenGrantParam": ("cartesia_api.params", "TokenGrantParam"),
    "TokenRequest": ("cartesia_api.models.token_request", "TokenRequest"),
    "TokenResponse": ("cartesia_api.models.token_response", "TokenResponse"),
    "ToolCall": ("cartesia_api.models.tool_call", "ToolCall"),
    "ToolCallArguments": ("cartesia_api.models.tool_call_arguments", "ToolCallArguments"),
    "TranscriptEndReason": ("cartesia_api.models.transcript_end_reason", "TranscriptEndReason"),
    "TranscriptRole": ("cartesia_api.models.transcript_role", "TranscriptRole"),
    "TranscriptionRequest": ("cartesia_api.models.transcription_request", "TranscriptionRequest"),
    "TranscriptionResponse": (
        "cartesia_api.models.transcription_response",
        "TranscriptionResponse",
    ),
    "TranscriptionWord": ("cartesia_api.models.transcription_word", "TranscriptionWord"),
    "TtsBytesParams": ("cartesia_api.method_types", "TTSGenerateParams"),
    "TtsGenerateParams": ("cartesia_api.method_types", "TTSGenerateParams"),
    "TtsGenerateSseParams": ("cartesia_api.method_types", "TTSGenerateSSEParams"),
    "TtsInfillParams": ("cartesia_api.method_types", "TTSInfillParams"),
    "TtsSseParams": ("cartesia_api.method_types", "TTSGenerateSSEParams"),
    "UpdateAgentRequest": ("cartesia_api.models.update_agent_request", "UpdateAgentRequest"),
    "UpdateDatasetRequest": ("cartesia_api.models.update_dataset_request", "UpdateDatasetRequest"),
    "UpdatePronunciationDictRequest": (
        "cartesia_api.models.update_pronunciation_dict_request",
        "UpdatePronunciationDictRequest",
    ),
    "UpdateVoiceRequest": ("cartesia_api.models.update_voice_request", "UpdateVoiceRequest"),
    "Voice": ("cartesia_api.models.voice", "Voice"),
    "VoiceAccent": ("cartesia_api.models.voice_accent", "VoiceAccent"),
    "VoiceAccess": ("cartesia_api.models.voice_access", "VoiceAccess"),
    "VoiceAddAccentsParams": ("cartesia_api.method_types", "VoiceAddAccentsParams"),
    "VoiceChangerChangeVoiceBytesParams": (
        "cartesia_api.method_types",
        "VoiceChangerGenerateParams",
    ),
    "VoiceChangerChangeVoiceSSEParams": (
        "cartesia_api.method_types",
        "VoiceChangerGenerateSSEParams",
    ),
    "VoiceChangerChangeVoiceSseParams": (
        "cartesia_api.method_types",
        "VoiceChangerGenerateSSEParams",
    ),
    "VoiceChangerGenerateParams": ("cartesia_api.method_types", "VoiceChangerGenerateParams"),
    "VoiceChangerGenerateSSEParams": ("cartesia_api.method_types", "VoiceChangerGenerateSSEParams"),
    "VoiceChangerGenerateSseParams": ("cartesia_api.method_types", "VoiceChangerGenerateSSEParams"),
    "VoiceChangerRequest": ("cartesia_api.models.voice_changer_request", "VoiceChangerRequest"),
    "VoiceChangerSSEChunk": ("cartesia_api.events", "VoiceChangerSSEChunk"),
    "VoiceChangerSSEDone": ("cartesia_api.events", "VoiceChangerSSEDone"),
    "VoiceChangerSSEError": ("cartesia_api.events", "VoiceChangerSSEError"),
    "VoiceChangerSSEEvent": ("cartesia_api.events", "VoiceChangerSSEEvent"),
    "VoiceCloneParams": ("cartesia_api.method_types", "VoiceCloneParams"),
    "VoiceExpandOptions": ("cartesia_api.models.voice_expand_options", "VoiceExpandOptions"),
    "VoiceGetParams": ("cartesia_api.method_types", "VoiceGetParams"),
    "VoiceListParams": ("cartesia_api.method_types", "VoiceListParams"),
    "VoiceLocale": ("cartesia_api.models.voice_locale", "VoiceLocale"),
    "VoiceLocalizeParams": ("cartesia_api.method_types", "VoiceLocalizeParams"),
    "VoiceMetadata": ("cartesia_api.models.voice_metadata", "VoiceMetadata"),
    "VoiceSpecifier": ("cartesia_api.models.tts_request_voice_object", "TTSRequestVoiceObject"),
    "VoiceSpecifierParam": ("cartesia_api.method_types", "VoiceSpecifierParam"),
    "VoiceUpdateParams": ("cartesia_api.method_types", "VoiceUpdateParams"),
    "VoiceVisibility": ("cartesia_api.models.voice_visibility", "VoiceVisibility"),
    "WAVOutputFormat": ("cartesia_api.models.wav_output_format", "WAVOutputFormat"),
    "WAVOutputFormatParam": ("cartesia_api.params", "WAVOutputFormatParam"),
    "WebSocketConnectionOptions": ("cartesia_api.official_types", "WebSocketConnectionOptions"),
    "WebsocketClientEvent": ("cartesia_api.method_types", "WebsocketClientEvent"),
    "WebsocketClientEventParam": ("cartesia_api.method_types", "WebsocketClientEventParam"),
    "WebsocketConnectionOptions": ("cartesia_api.official_types", "WebsocketConnectionOptions"),
    "WebsocketResponse": ("cartesia_api.events", "TTSWebsocketEvent"),
    "WordTimestamps": ("cartesia_api.events", "WordTimestamps"),
    "is_recoverable_close": ("cartesia_api.official_types", "is_recoverable_close"),
}

__all__ = [
    "APIInfo",
    "Accent",
    "AccessTokenCreateParams",
    "AccessTokenCreateParamsGrants",
    "AccessTokenCreateResponse",
    "AddVoiceAccentsRequest",
    "AgentCall",
    "AgentCallStatus",
    "AgentListPhoneNumbersResponse",
    "AgentListResponse",
    "AgentListTemplatesResponse",
    "AgentMetricResultStatus",
    "AgentStreamAck",
    "AgentStreamAgent",
    "AgentStreamAgentParam",
    "AgentStreamClear",
    "AgentStreamConfig",
    "AgentStreamConfigParam",
    "AgentStreamCustom",
    "AgentStreamCustomMetadata",
    "AgentStreamCustomParam",
    "AgentStreamDTMF",
    "AgentStreamDTMFParam",
    "AgentStreamInputFormat",
    "AgentStreamMedia",
    "AgentStreamMediaInput",
    "AgentStreamMediaInputParam",
    "AgentStreamMediaOutput",
    "AgentStreamMediaParam",
    "AgentStreamStart",
    "AgentStreamStartMetadata",
    "AgentStreamStartParam",
    "AgentStreamTransferCall",
    "AgentSummary",
    "AgentTemplate",
    "AgentTranscript",
    "AgentUpdateParams",
    "AgentsStreamEvent",
    "AttachVoiceAccent",
    "AutoFinalizeWebsocketParams",
    "CallListParams",
    "CancelContextRequest",
    "CancelContextRequestParam",
    "CloneVoiceRequest",
    "CreateDatasetRequest",
    "CreateFineTuneRequest",
    "CreateMetricRequest",
    "CreatePronunciationDictRequest",
    "Dataset",
    "DatasetCreateParams",
    "DatasetFile",
    "DatasetFileUploadRequest",
    "DatasetListParams",
    "DatasetUpdateParams",
    "Deployment",
    "DeploymentListResponse",
    "DeploymentStatus",
    "Emotion",
    "ErrorCode",
    "ErrorResponse",
    "FileListParams",
    "FileUploadParams",
    "FineTune",
    "FineTuneBaseModel",
    "FineTuneCreateParams",
    "FineTuneListParams",
    "FineTuneListVoicesParams",
    "FineTuneStatus",
    "Gender",
    "GenderPresentation",
    "GenerationConfig",
    "GenerationConfigParam",
    "GenerationRequest",
    "GenerationRequestParam",
    "GetAgentsResponse",
    "GetCallsResponse",
    "GetStatusResponse",
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
    "MP3BitRate",
    "MP3OutputFormat",
    "MP3OutputFormatParam",
    "ManualFinalizeWebsocketParams",
    "Metric",
    "MetricCreateParams",
    "MetricListParams",
    "MetricResult",
    "MetricResultJsonResultType0",
    "ModelSpeed",
    "OutputFormat",
    "OutputFormatContainer",
    "PaginatedDatasetFiles",
    "PaginatedDatasets",
    "PaginatedFineTunes",
    "PaginatedPronunciationDicts",
    "PaginatedVoices",
    "PhoneNumber",
    "PhoneNumberSummary",
    "PhonemeTimestamps",
    "PronunciationDict",
    "PronunciationDictCreateParams",
    "PronunciationDictCreateParamsItems",
    "PronunciationDictItem",
    "PronunciationDictItemParam",
    "PronunciationDictListParams",
    "PronunciationDictUpdateParams",
    "PronunciationDictUpdateParamsItems",
    "RawEncoding",
    "RawOutputFormat",
    "RawOutputFormatParam",
    "ReconnectingEvent",
    "ReconnectingOverrides",
    "ResultExportParams",
    "ResultExportResponse",
    "ResultListParams",
    "STTAutoFinalizeCloseCommand",
    "STTAutoFinalizeCloseCommandParam",
    "STTAutoFinalizeConfigCommand",
    "STTAutoFinalizeConfigCommandParam",
    "STTAutoFinalizeConfigCommandTurn",
    "STTAutoFinalizeConfigCommandTurnParam",
    "STTAutoFinalizeConnected",
    "STTAutoFinalizeEvent",
    "STTAutoFinalizeModel",
    "STTAutoFinalizeTurnEagerEnd",
    "STTAutoFinalizeTurnEnd",
    "STTAutoFinalizeTurnResume",
    "STTAutoFinalizeTurnStart",
    "STTAutoFinalizeTurnUpdate",
    "STTAutoFinalizeWebsocketRequest",
    "STTAutoFinalizeWebsocketRequestParam",
    "STTBatchModel",
    "STTEncoding",
    "STTErrorResponse",
    "STTLanguage",
    "STTManualFinalizeCommand",
    "STTManualFinalizeDone",
    "STTManualFinalizeEvent",
    "STTManualFinalizeFlushDone",
    "STTManualFinalizeLanguage",
    "STTManualFinalizeModel",
    "STTManualFinalizeTranscript",
    "STTManualFinalizeWebsocketRequest",
    "STTTranscribeParams",
    "STTTranscribeResponse",
    "SampleRate",
    "SttTranscribeParams",
    "SttTranscribeResponse",
    "SupportedLanguage",
    "TTSBytesParams",
    "TTSContextParams",
    "TTSGenerateParams",
    "TTSGenerateParamsGenerationConfig",
    "TTSGenerateParamsOutputFormat",
    "TTSGenerateParamsVoice",
    "TTSGenerateSSEParams",
    "TTSGenerateSSEParamsGenerationConfig",
    "TTSGenerateSSEParamsOutputFormat",
    "TTSGenerateSSEParamsVoice",
    "TTSGenerateSseParams",
    "TTSInfillParams",
    "TTSInfillParamsOutputFormat",
    "TTSModel",
    "TTSRequest",
    "TTSRequestVoiceObject",
    "TTSRequestVoiceObjectParam",
    "TTSSSEChunkEvent",
    "TTSSSEDoneEvent",
    "TTSSSEErrorEvent",
    "TTSSSEEvent",
    "TTSSSEParams",
    "TTSSSEPhonemeTimestampsEvent",
    "TTSSSERequest",
    "TTSSSETimestampsEvent",
    "TTSSocketChunk",
    "TTSSocketDone",
    "TTSSocketError",
    "TTSSocketFlushDone",
    "TTSSocketPhonemeTimestamps",
    "TTSSocketTimestamps",
    "TTSSseParams",
    "TTSWebsocketEvent",
    "TelephonyParams",
    "TextChunk",
    "TimestampGranularity",
    "TokenGrant",
    "TokenGrantParam",
    "TokenRequest",
    "TokenResponse",
    "ToolCall",
    "ToolCallArguments",
    "TranscriptEndReason",
    "TranscriptRole",
    "TranscriptionRequest",
    "TranscriptionResponse",
    "TranscriptionWord",
    "TtsBytesParams",
    "TtsGenerateParams",
    "TtsGenerateSseParams",
    "TtsInfillParams",
    "TtsSseParams",
    "UpdateAgentRequest",
    "UpdateDatasetRequest",
    "UpdatePronunciationDictRequest",
    "UpdateVoiceRequest",
    "Voice",
    "VoiceAccent",
    "VoiceAccess",
    "VoiceAddAccentsParams",
    "VoiceChangerChangeVoiceBytesParams",
    "VoiceChangerChangeVoiceSSEParams",
    "VoiceChangerChangeVoiceSseParams",
    "VoiceChangerGenerateParams",
    "VoiceChangerGenerateSSEParams",
    "VoiceChangerGenerateSseParams",
    "VoiceChangerRequest",
    "VoiceChangerSSEChunk",
    "VoiceChangerSSEDone",
    "VoiceChangerSSEError",
    "VoiceChangerSSEEvent",
    "VoiceCloneParams",
    "VoiceExpandOptions",
    "VoiceGetParams",
    "VoiceListParams",
    "VoiceLocale",
    "VoiceLocalizeParams",
    "VoiceMetadata",
    "VoiceSpecifier",
    "VoiceSpecifierParam",
    "VoiceUpdateParams",
    "VoiceVisibility",
    "WAVOutputFormat",
    "WAVOutputFormatParam",
    "WebSocketConnectionOptions",
    "WebsocketClientEvent",
    "WebsocketClientEventParam",
    "WebsocketConnectionOptions",
    "WebsocketResponse",
    "WordTimestamps",
    "is_recoverable_close",
]


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, own = _PLACES[name]
    value = getattr(import_module(module), own)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
