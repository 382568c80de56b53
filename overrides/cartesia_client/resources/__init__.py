# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Official names of the classes of `client`."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cartesia_client import AgentStream as AgentsResourceConnection
    from cartesia_client import AgentStream as AgentsResourceConnectionManager
    from cartesia_client import AsyncAgentStream as AsyncAgentsResourceConnection
    from cartesia_client import AsyncAgentStream as AsyncAgentsResourceConnectionManager
    from cartesia_client import AsyncTTSContext as AsyncWebSocketContext
    from cartesia_client import AsyncTTSWebsocket as AsyncTTSResourceConnection
    from cartesia_client import AsyncTTSWebsocket as AsyncTTSResourceConnectionManager
    from cartesia_client import AsyncTTSWebsocket as AsyncTtsResourceConnection
    from cartesia_client import AsyncTTSWebsocket as AsyncTtsResourceConnectionManager
    from cartesia_client import TTSContext as WebSocketContext
    from cartesia_client import TTSWebsocket as TTSResourceConnection
    from cartesia_client import TTSWebsocket as TTSResourceConnectionManager
    from cartesia_client import TTSWebsocket as TtsResourceConnection
    from cartesia_client import TTSWebsocket as TtsResourceConnectionManager

    from cartesia_api.resources.access_token import AccessTokenResource as AccessTokenResource
    from cartesia_api.resources.access_token import (
        AccessTokenResourceWithRawResponse as AccessTokenResourceWithRawResponse,
    )
    from cartesia_api.resources.access_token import (
        AccessTokenResourceWithStreamingResponse as AccessTokenResourceWithStreamingResponse,
    )
    from cartesia_api.resources.access_token import (
        AsyncAccessTokenResource as AsyncAccessTokenResource,
    )
    from cartesia_api.resources.access_token import (
        AsyncAccessTokenResourceWithRawResponse as AsyncAccessTokenResourceWithRawResponse,
    )
    from cartesia_api.resources.access_token import (
        AsyncAccessTokenResourceWithStreamingResponse as AsyncAccessTokenResourceWithStreamingResponse,
    )
    from cartesia_api.resources.agents import AgentsResource as AgentsResource
    from cartesia_api.resources.agents import (
        AgentsResourceWithRawResponse as AgentsResourceWithRawResponse,
    )
    from cartesia_api.resources.agents import (
        AgentsResourceWithStreamingResponse as AgentsResourceWithStreamingResponse,
    )
    from cartesia_api.resources.agents import AsyncAgentsResource as AsyncAgentsResource
    from cartesia_api.resources.agents import (
        AsyncAgentsResourceWithRawResponse as AsyncAgentsResourceWithRawResponse,
    )
    from cartesia_api.resources.agents import (
        AsyncAgentsResourceWithStreamingResponse as AsyncAgentsResourceWithStreamingResponse,
    )
    from cartesia_api.resources.agents_calls import AgentsCallsResource as AgentsCallsResource
    from cartesia_api.resources.agents_calls import (
        AgentsCallsResourceWithRawResponse as AgentsCallsResourceWithRawResponse,
    )
    from cartesia_api.resources.agents_calls import (
        AgentsCallsResourceWithStreamingResponse as AgentsCallsResourceWithStreamingResponse,
    )
    from cartesia_api.resources.agents_calls import (
        AsyncAgentsCallsResource as AsyncAgentsCallsResource,
    )
    from cartesia_api.resources.agents_calls import (
        AsyncAgentsCallsResourceWithRawResponse as AsyncAgentsCallsResourceWithRawResponse,
    )
    from cartesia_api.resources.agents_calls import (
        AsyncAgentsCallsResourceWithStreamingResponse as AsyncAgentsCallsResourceWithStreamingResponse,
    )
    from cartesia_api.resources.agents_deployments import (
        AgentsDeploymentsResource as AgentsDeploymentsResource,
    )
    from cartesia_api.resources.agents_deployments import (
        AgentsDeploymentsResourceWithRawResponse as AgentsDeploymentsResourceWithRawResponse,
    )
    from cartesia_api.resources.agents_deployments import (
        AgentsDeploymentsResourceWithStreamingResponse as AgentsDeploymentsResourceWithStreamingResponse,
    )
    from cartesia_api.resources.agents_deployments import (
        AsyncAgentsDeploymentsResource as AsyncAgentsDeploymentsResource,
    )
    from cartesia_api.resources.agents_deployments import (
        AsyncAgentsDeploymentsResourceWithRawResponse as AsyncAgentsDeploymentsResourceWithRawResponse,
    )
    from cartesia_api.resources.agents_deployments import (
        AsyncAgentsDeploymentsResourceWithStreamingResponse as AsyncAgentsDeploymentsResourceWithStreamingResponse,
    )
    from cartesia_api.resources.agents_metrics import AgentsMetricsResource as AgentsMetricsResource
    from cartesia_api.resources.agents_metrics import (
        AgentsMetricsResourceWithRawResponse as AgentsMetricsResourceWithRawResponse,
    )
    from cartesia_api.resources.agents_metrics import (
        AgentsMetricsResourceWithStreamingResponse as AgentsMetricsResourceWithStreamingResponse,
    )
    from cartesia_api.resources.agents_metrics import (
        AsyncAgentsMetricsResource as AsyncAgentsMetricsResource,
    )
    from cartesia_api.resources.agents_metrics import (
        AsyncAgentsMetricsResourceWithRawResponse as AsyncAgentsMetricsResourceWithRawResponse,
    )
    from cartesia_api.resources.agents_metrics import (
        AsyncAgentsMetricsResourceWithStreamingResponse as AsyncAgentsMetricsResourceWithStreamingResponse,
    )
    from cartesia_api.resources.agents_metrics_results import (
        AgentsMetricsResultsResource as AgentsMetricsResultsResource,
    )
    from cartesia_api.resources.agents_metrics_results import (
        AgentsMetricsResultsResourceWithRawResponse as AgentsMetricsResultsResourceWithRawResponse,
    )
    from cartesia_api.resources.agents_metrics_results import (
        AgentsMetricsResultsResourceWithStreamingResponse as AgentsMetricsResultsResourceWithStreamingResponse,
    )
    from cartesia_api.resources.agents_metrics_results import (
        AsyncAgentsMetricsResultsResource as AsyncAgentsMetricsResultsResource,
    )
    from cartesia_api.resources.agents_metrics_results import (
        AsyncAgentsMetricsResultsResourceWithRawResponse as AsyncAgentsMetricsResultsResourceWithRawResponse,
    )
    from cartesia_api.resources.agents_metrics_results import (
        AsyncAgentsMetricsResultsResourceWithStreamingResponse as AsyncAgentsMetricsResultsResourceWithStreamingResponse,
    )
    from cartesia_api.resources.datasets import AsyncDatasetsResource as AsyncDatasetsResource
    from cartesia_api.resources.datasets import (
        AsyncDatasetsResourceWithRawResponse as AsyncDatasetsResourceWithRawResponse,
    )
    from cartesia_api.resources.datasets import (
        AsyncDatasetsResourceWithStreamingResponse as AsyncDatasetsResourceWithStreamingResponse,
    )
    from cartesia_api.resources.datasets import DatasetsResource as DatasetsResource
    from cartesia_api.resources.datasets import (
        DatasetsResourceWithRawResponse as DatasetsResourceWithRawResponse,
    )
    from cartesia_api.resources.datasets import (
        DatasetsResourceWithStreamingResponse as DatasetsResourceWithStreamingResponse,
    )
    from cartesia_api.resources.datasets_files import (
        AsyncDatasetsFilesResource as AsyncDatasetsFilesResource,
    )
    from cartesia_api.resources.datasets_files import (
        AsyncDatasetsFilesResourceWithRawResponse as AsyncDatasetsFilesResourceWithRawResponse,
    )
    from cartesia_api.resources.datasets_files import (
        AsyncDatasetsFilesResourceWithStreamingResponse as AsyncDatasetsFilesResourceWithStreamingResponse,
    )
    from cartesia_api.resources.datasets_files import DatasetsFilesResource as DatasetsFilesResource
    from cartesia_api.resources.datasets_files import (
        DatasetsFilesResourceWithRawResponse as DatasetsFilesResourceWithRawResponse,
    )
    from cartesia_api.resources.datasets_files import (
        DatasetsFilesResourceWithStreamingResponse as DatasetsFilesResourceWithStreamingResponse,
    )
    from cartesia_api.resources.fine_tunes import AsyncFineTunesResource as AsyncFineTunesResource
    from cartesia_api.resources.fine_tunes import (
        AsyncFineTunesResourceWithRawResponse as AsyncFineTunesResourceWithRawResponse,
    )
    from cartesia_api.resources.fine_tunes import (
        AsyncFineTunesResourceWithStreamingResponse as AsyncFineTunesResourceWithStreamingResponse,
    )
    from cartesia_api.resources.fine_tunes import FineTunesResource as FineTunesResource
    from cartesia_api.resources.fine_tunes import (
        FineTunesResourceWithRawResponse as FineTunesResourceWithRawResponse,
    )
    from cartesia_api.resources.fine_tunes import (
        FineTunesResourceWithStreamingResponse as FineTunesResourceWithStreamingResponse,
    )
    from cartesia_api.resources.pronunciation_dicts import (
        AsyncPronunciationDictsResource as AsyncPronunciationDictsResource,
    )
    from cartesia_api.resources.pronunciation_dicts import (
        AsyncPronunciationDictsResourceWithRawResponse as AsyncPronunciationDictsResourceWithRawResponse,
    )
    from cartesia_api.resources.pronunciation_dicts import (
        AsyncPronunciationDictsResourceWithStreamingResponse as AsyncPronunciationDictsResourceWithStreamingResponse,
    )
    from cartesia_api.resources.pronunciation_dicts import (
        PronunciationDictsResource as PronunciationDictsResource,
    )
    from cartesia_api.resources.pronunciation_dicts import (
        PronunciationDictsResourceWithRawResponse as PronunciationDictsResourceWithRawResponse,
    )
    from cartesia_api.resources.pronunciation_dicts import (
        PronunciationDictsResourceWithStreamingResponse as PronunciationDictsResourceWithStreamingResponse,
    )
    from cartesia_api.resources.stt import AsyncSttResource as AsyncSTTResource
    from cartesia_api.resources.stt import AsyncSttResource as AsyncSttResource
    from cartesia_api.resources.stt import (
        AsyncSttResourceWithRawResponse as AsyncSTTResourceWithRawResponse,
    )
    from cartesia_api.resources.stt import (
        AsyncSttResourceWithRawResponse as AsyncSttResourceWithRawResponse,
    )
    from cartesia_api.resources.stt import (
        AsyncSttResourceWithStreamingResponse as AsyncSTTResourceWithStreamingResponse,
    )
    from cartesia_api.resources.stt import (
        AsyncSttResourceWithStreamingResponse as AsyncSttResourceWithStreamingResponse,
    )
    from cartesia_api.resources.stt import SttResource as STTResource
    from cartesia_api.resources.stt import SttResource as SttResource
    from cartesia_api.resources.stt import SttResourceWithRawResponse as STTResourceWithRawResponse
    from cartesia_api.resources.stt import SttResourceWithRawResponse as SttResourceWithRawResponse
    from cartesia_api.resources.stt import (
        SttResourceWithStreamingResponse as STTResourceWithStreamingResponse,
    )
    from cartesia_api.resources.stt import (
        SttResourceWithStreamingResponse as SttResourceWithStreamingResponse,
    )
    from cartesia_api.resources.stt_auto_finalize import (
        AsyncSttAutoFinalizeResource as AsyncSttAutoFinalizeResource,
    )
    from cartesia_api.resources.stt_auto_finalize import (
        SttAutoFinalizeResource as SttAutoFinalizeResource,
    )
    from cartesia_api.resources.stt_manual_finalize import (
        AsyncSttManualFinalizeResource as AsyncSttManualFinalizeResource,
    )
    from cartesia_api.resources.stt_manual_finalize import (
        SttManualFinalizeResource as SttManualFinalizeResource,
    )
    from cartesia_api.resources.tts import AsyncTtsResource as AsyncTTSResource
    from cartesia_api.resources.tts import AsyncTtsResource as AsyncTtsResource
    from cartesia_api.resources.tts import (
        AsyncTtsResourceWithRawResponse as AsyncTTSResourceWithRawResponse,
    )
    from cartesia_api.resources.tts import (
        AsyncTtsResourceWithRawResponse as AsyncTtsResourceWithRawResponse,
    )
    from cartesia_api.resources.tts import (
        AsyncTtsResourceWithStreamingResponse as AsyncTTSResourceWithStreamingResponse,
    )
    from cartesia_api.resources.tts import (
        AsyncTtsResourceWithStreamingResponse as AsyncTtsResourceWithStreamingResponse,
    )
    from cartesia_api.resources.tts import TtsResource as TTSResource
    from cartesia_api.resources.tts import TtsResource as TtsResource
    from cartesia_api.resources.tts import TtsResourceWithRawResponse as TTSResourceWithRawResponse
    from cartesia_api.resources.tts import TtsResourceWithRawResponse as TtsResourceWithRawResponse
    from cartesia_api.resources.tts import (
        TtsResourceWithStreamingResponse as TTSResourceWithStreamingResponse,
    )
    from cartesia_api.resources.tts import (
        TtsResourceWithStreamingResponse as TtsResourceWithStreamingResponse,
    )
    from cartesia_api.resources.voice_changer import (
        AsyncVoiceChangerResource as AsyncVoiceChangerResource,
    )
    from cartesia_api.resources.voice_changer import (
        AsyncVoiceChangerResourceWithRawResponse as AsyncVoiceChangerResourceWithRawResponse,
    )
    from cartesia_api.resources.voice_changer import (
        AsyncVoiceChangerResourceWithStreamingResponse as AsyncVoiceChangerResourceWithStreamingResponse,
    )
    from cartesia_api.resources.voice_changer import VoiceChangerResource as VoiceChangerResource
    from cartesia_api.resources.voice_changer import (
        VoiceChangerResourceWithRawResponse as VoiceChangerResourceWithRawResponse,
    )
    from cartesia_api.resources.voice_changer import (
        VoiceChangerResourceWithStreamingResponse as VoiceChangerResourceWithStreamingResponse,
    )
    from cartesia_api.resources.voices import AsyncVoicesResource as AsyncVoicesResource
    from cartesia_api.resources.voices import (
        AsyncVoicesResourceWithRawResponse as AsyncVoicesResourceWithRawResponse,
    )
    from cartesia_api.resources.voices import (
        AsyncVoicesResourceWithStreamingResponse as AsyncVoicesResourceWithStreamingResponse,
    )
    from cartesia_api.resources.voices import VoicesResource as VoicesResource
    from cartesia_api.resources.voices import (
        VoicesResourceWithRawResponse as VoicesResourceWithRawResponse,
    )
    from cartesia_api.resources.voices import (
        VoicesResourceWithStreamingResponse as VoicesResourceWithStreamingResponse,
    )

_PLACES = {
    "AccessTokenResource": ("cartesia_api.resources.access_token", "AccessTokenResource"),
    "AccessTokenResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "AccessTokenResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "AgentsCallsResource": ("cartesia_api.resources.agents_calls", "AgentsCallsResource"),
    "AgentsCallsResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "AgentsCallsResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "AgentsDeploymentsResource": (
        "cartesia_api.resources.agents_deployments",
        "AgentsDeploymentsResource",
    ),
    "AgentsDeploymentsResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "AgentsDeploymentsResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "AgentsMetricsResource": ("cartesia_api.resources.agents_metrics", "AgentsMetricsResource"),
    "AgentsMetricsResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "AgentsMetricsResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "AgentsMetricsResultsResource": (
        "cartesia_api.resources.agents_metrics_results",
        "AgentsMetricsResultsResource",
    ),
    "AgentsMetricsResultsResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "AgentsMetricsResultsResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "AgentsResource": ("cartesia_api.resources.agents", "AgentsResource"),
    "AgentsResourceConnection": ("cartesia_client", "AgentStream"),
    "AgentsResourceConnectionManager": ("cartesia_client", "AgentStream"),
    "AgentsResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "AgentsResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncAccessTokenResource": ("cartesia_api.resources.access_token", "AsyncAccessTokenResource"),
    "AsyncAccessTokenResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncAccessTokenResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncAgentsCallsResource": ("cartesia_api.resources.agents_calls", "AsyncAgentsCallsResource"),
    "AsyncAgentsCallsResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncAgentsCallsResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncAgentsDeploymentsResource": (
        "cartesia_api.resources.agents_deployments",
        "AsyncAgentsDeploymentsResource",
    ),
    "AsyncAgentsDeploymentsResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncAgentsDeploymentsResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncAgentsMetricsResource": (
        "cartesia_api.resources.agents_metrics",
        "AsyncAgentsMetricsResource",
    ),
    "AsyncAgentsMetricsResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncAgentsMetricsResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncAgentsMetricsResultsResource": (
        "cartesia_api.resources.agents_metrics_results",
        "AsyncAgentsMetricsResultsResource",
    ),
    "AsyncAgentsMetricsResultsResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncAgentsMetricsResultsResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncAgentsResource": ("cartesia_api.resources.agents", "AsyncAgentsResource"),
    "AsyncAgentsResourceConnection": ("cartesia_client", "AsyncAgentStream"),
    "AsyncAgentsResourceConnectionManager": ("cartesia_client", "AsyncAgentStream"),
    "AsyncAgentsResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncAgentsResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncDatasetsFilesResource": (
        "cartesia_api.resources.datasets_files",
        "AsyncDatasetsFilesResource",
    ),
    "AsyncDatasetsFilesResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncDatasetsFilesResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncDatasetsResource": ("cartesia_api.resources.datasets", "AsyncDatasetsResource"),
    "AsyncDatasetsResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncDatasetsResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncFineTunesResource": ("cartesia_api.resources.fine_tunes", "AsyncFineTunesResource"),
    "AsyncFineTunesResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncFineTunesResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncPronunciationDictsResource": (
        "cartesia_api.resources.pronunciation_dicts",
        "AsyncPronunciationDictsResource",
    ),
    "AsyncPronunciationDictsResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncPronunciationDictsResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncSTTResource": ("cartesia_api.resources.stt", "AsyncSttResource"),
    "AsyncSTTResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncSTTResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncSttAutoFinalizeResource": (
        "cartesia_api.resources.stt_auto_finalize",
        "AsyncSttAutoFinalizeResource",
    ),
    "AsyncSttManualFinalizeResource": (
        "cartesia_api.resources.stt_manual_finalize",
        "AsyncSttManualFinalizeResource",
    ),
    "AsyncSttResource": ("cartesia_api.resources.stt", "AsyncSttResource"),
    "AsyncSttResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncSttResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncTTSResource": ("cartesia_api.resources.tts", "AsyncTtsResource"),
    "AsyncTTSResourceConnection": ("cartesia_client", "AsyncTTSWebsocket"),
    "AsyncTTSResourceConnectionManager": ("cartesia_client", "AsyncTTSWebsocket"),
    "AsyncTTSResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncTTSResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncTtsResource": ("cartesia_api.resources.tts", "AsyncTtsResource"),
    "AsyncTtsResourceConnection": ("cartesia_client", "AsyncTTSWebsocket"),
    "AsyncTtsResourceConnectionManager": ("cartesia_client", "AsyncTTSWebsocket"),
    "AsyncTtsResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncTtsResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncVoiceChangerResource": (
        "cartesia_api.resources.voice_changer",
        "AsyncVoiceChangerResource",
    ),
    "AsyncVoiceChangerResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncVoiceChangerResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncVoicesResource": ("cartesia_api.resources.voices", "AsyncVoicesResource"),
    "AsyncVoicesResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncVoicesResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncWebSocketContext": ("cartesia_client", "AsyncTTSContext"),
    "DatasetsFilesResource": ("cartesia_api.resources.datasets_files", "DatasetsFilesResource"),
    "DatasetsFilesResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "DatasetsFilesResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "DatasetsResource": ("cartesia_api.resources.datasets", "DatasetsResource"),
    "DatasetsResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "DatasetsResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "FineTunesResource": ("cartesia_api.resources.fine_tunes", "FineTunesResource"),
    "FineTunesResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "FineTunesResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "PronunciationDictsResource": (
        "cartesia_api.resources.pronunciation_dicts",
        "PronunciationDictsResource",
    ),
    "PronunciationDictsResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "PronunciationDictsResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "STTResource": ("cartesia_api.resources.stt", "SttResource"),
    "STTResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "STTResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "SttAutoFinalizeResource": (
        "cartesia_api.resources.stt_auto_finalize",
        "SttAutoFinalizeResource",
    ),
    "SttManualFinalizeResource": (
        "cartesia_api.resources.stt_manual_finalize",
        "SttManualFinalizeResource",
    ),
    "SttResource": ("cartesia_api.resources.stt", "SttResource"),
    "SttResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "SttResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "TTSResource": ("cartesia_api.resources.tts", "TtsResource"),
    "TTSResourceConnection": ("cartesia_client", "TTSWebsocket"),
    "TTSResourceConnectionManager": ("cartesia_client", "TTSWebsocket"),
    "TTSResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "TTSResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "TtsResource": ("cartesia_api.resources.tts", "TtsResource"),
    "TtsResourceConnection": ("cartesia_client", "TTSWebsocket"),
    "TtsResourceConnectionManager": ("cartesia_client", "TTSWebsocket"),
    "TtsResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "TtsResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "VoiceChangerResource": ("cartesia_api.resources.voice_changer", "VoiceChangerResource"),
    "VoiceChangerResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "VoiceChangerResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "VoicesResource": ("cartesia_api.resources.voices", "VoicesResource"),
    "VoicesResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "VoicesResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "WebSocketContext": ("cartesia_client", "TTSContext"),
}

__all__ = [
    "AccessTokenResource",
    "AccessTokenResourceWithRawResponse",
    "AccessTokenResourceWithStreamingResponse",
    "AgentsCallsResource",
    "AgentsCallsResourceWithRawResponse",
    "AgentsCallsResourceWithStreamingResponse",
    "AgentsDeploymentsResource",
    "AgentsDeploymentsResourceWithRawResponse",
    "AgentsDeploymentsResourceWithStreamingResponse",
    "AgentsMetricsResource",
    "AgentsMetricsResourceWithRawResponse",
    "AgentsMetricsResourceWithStreamingResponse",
    "AgentsMetricsResultsResource",
    "AgentsMetricsResultsResourceWithRawResponse",
    "AgentsMetricsResultsResourceWithStreamingResponse",
    "AgentsResource",
    "AgentsResourceConnection",
    "AgentsResourceConnectionManager",
    "AgentsResourceWithRawResponse",
    "AgentsResourceWithStreamingResponse",
    "AsyncAccessTokenResource",
    "AsyncAccessTokenResourceWithRawResponse",
    "AsyncAccessTokenResourceWithStreamingResponse",
    "AsyncAgentsCallsResource",
    "AsyncAgentsCallsResourceWithRawResponse",
    "AsyncAgentsCallsResourceWithStreamingResponse",
    "AsyncAgentsDeploymentsResource",
    "AsyncAgentsDeploymentsResourceWithRawResponse",
    "AsyncAgentsDeploymentsResourceWithStreamingResponse",
    "AsyncAgentsMetricsResource",
    "AsyncAgentsMetricsResourceWithRawResponse",
    "AsyncAgentsMetricsResourceWithStreamingResponse",
    "AsyncAgentsMetricsResultsResource",
    "AsyncAgentsMetricsResultsResourceWithRawResponse",
    "AsyncAgentsMetricsResultsResourceWithStreamingResponse",
    "AsyncAgentsResource",
    "AsyncAgentsResourceConnection",
    "AsyncAgentsResourceConnectionManager",
    "AsyncAgentsResourceWithRawResponse",
    "AsyncAgentsResourceWithStreamingResponse",
    "AsyncDatasetsFilesResource",
    "AsyncDatasetsFilesResourceWithRawResponse",
    "AsyncDatasetsFilesResourceWithStreamingResponse",
    "AsyncDatasetsResource",
    "AsyncDatasetsResourceWithRawResponse",
    "AsyncDatasetsResourceWithStreamingResponse",
    "AsyncFineTunesResource",
    "AsyncFineTunesResourceWithRawResponse",
    "AsyncFineTunesResourceWithStreamingResponse",
    "AsyncPronunciationDictsResource",
    "AsyncPronunciationDictsResourceWithRawResponse",
    "AsyncPronunciationDictsResourceWithStreamingResponse",
    "AsyncSTTResource",
    "AsyncSTTResourceWithRawResponse",
    "AsyncSTTResourceWithStreamingResponse",
    "AsyncSttAutoFinalizeResource",
    "AsyncSttManualFinalizeResource",
    "AsyncSttResource",
    "AsyncSttResourceWithRawResponse",
    "AsyncSttResourceWithStreamingResponse",
    "AsyncTTSResource",
    "AsyncTTSResourceConnection",
    "AsyncTTSResourceConnectionManager",
    "AsyncTTSResourceWithRawResponse",
    "AsyncTTSResourceWithStreamingResponse",
    "AsyncTtsResource",
    "AsyncTtsResourceConnection",
    "AsyncTtsResourceConnectionManager",
    "AsyncTtsResourceWithRawResponse",
    "AsyncTtsResourceWithStreamingResponse",
    "AsyncVoiceChangerResource",
    "AsyncVoiceChangerResourceWithRawResponse",
    "AsyncVoiceChangerResourceWithStreamingResponse",
    "AsyncVoicesResource",
    "AsyncVoicesResourceWithRawResponse",
    "AsyncVoicesResourceWithStreamingResponse",
    "AsyncWebSocketContext",
    "DatasetsFilesResource",
    "DatasetsFilesResourceWithRawResponse",
    "DatasetsFilesResourceWithStreamingResponse",
    "DatasetsResource",
    "DatasetsResourceWithRawResponse",
    "DatasetsResourceWithStreamingResponse",
    "FineTunesResource",
    "FineTunesResourceWithRawResponse",
    "FineTunesResourceWithStreamingResponse",
    "PronunciationDictsResource",
    "PronunciationDictsResourceWithRawResponse",
    "PronunciationDictsResourceWithStreamingResponse",
    "STTResource",
    "STTResourceWithRawResponse",
    "STTResourceWithStreamingResponse",
    "SttAutoFinalizeResource",
    "SttManualFinalizeResource",
    "SttResource",
    "SttResourceWithRawResponse",
    "SttResourceWithStreamingResponse",
    "TTSResource",
    "TTSResourceConnection",
    "TTSResourceConnectionManager",
    "TTSResourceWithRawResponse",
    "TTSResourceWithStreamingResponse",
    "TtsResource",
    "TtsResourceConnection",
    "TtsResourceConnectionManager",
    "TtsResourceWithRawResponse",
    "TtsResourceWithStreamingResponse",
    "VoiceChangerResource",
    "VoiceChangerResourceWithRawResponse",
    "VoiceChangerResourceWithStreamingResponse",
    "VoicesResource",
    "VoicesResourceWithRawResponse",
    "VoicesResourceWithStreamingResponse",
    "WebSocketContext",
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
