"""Models of the API. Each is imported when it is first asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .api_info import APIInfo
    from .emotion import Emotion
    from .error_code import ErrorCode
    from .error_response import ErrorResponse
    from .gender_presentation import GenderPresentation
    from .generation_config import GenerationConfig
    from .get_voices_response import GetVoicesResponse
    from .model_speed import ModelSpeed
    from .mp3_bit_rate import MP3BitRate
    from .mp3_output_format import MP3OutputFormat
    from .raw_encoding import RawEncoding
    from .raw_output_format import RawOutputFormat
    from .sample_rate import SampleRate
    from .supported_language import SupportedLanguage
    from .token_grant import TokenGrant
    from .token_request import TokenRequest
    from .token_response import TokenResponse
    from .tts_model import TTSModel
    from .tts_request import TTSRequest
    from .tts_request_voice_object import TTSRequestVoiceObject
    from .voice import Voice
    from .voice_accent import VoiceAccent
    from .voice_access import VoiceAccess
    from .voice_expand_options import VoiceExpandOptions
    from .voice_locale import VoiceLocale
    from .voice_visibility import VoiceVisibility
    from .wav_output_format import WAVOutputFormat

_MODULES = {
    "APIInfo": ".api_info",
    "Emotion": ".emotion",
    "ErrorCode": ".error_code",
    "ErrorResponse": ".error_response",
    "GenderPresentation": ".gender_presentation",
    "GenerationConfig": ".generation_config",
    "GetVoicesResponse": ".get_voices_response",
    "ModelSpeed": ".model_speed",
    "MP3BitRate": ".mp3_bit_rate",
    "MP3OutputFormat": ".mp3_output_format",
    "RawEncoding": ".raw_encoding",
    "RawOutputFormat": ".raw_output_format",
    "SampleRate": ".sample_rate",
    "SupportedLanguage": ".supported_language",
    "TokenGrant": ".token_grant",
    "TokenRequest": ".token_request",
    "TokenResponse": ".token_response",
    "TTSModel": ".tts_model",
    "TTSRequest": ".tts_request",
    "TTSRequestVoiceObject": ".tts_request_voice_object",
    "Voice": ".voice",
    "VoiceAccent": ".voice_accent",
    "VoiceAccess": ".voice_access",
    "VoiceExpandOptions": ".voice_expand_options",
    "VoiceLocale": ".voice_locale",
    "VoiceVisibility": ".voice_visibility",
    "WAVOutputFormat": ".wav_output_format",
}

__all__ = (
    "APIInfo",
    "Emotion",
    "ErrorCode",
    "ErrorResponse",
    "GenderPresentation",
    "GenerationConfig",
    "GetVoicesResponse",
    "ModelSpeed",
    "MP3BitRate",
    "MP3OutputFormat",
    "RawEncoding",
    "RawOutputFormat",
    "SampleRate",
    "SupportedLanguage",
    "TokenGrant",
    "TokenRequest",
    "TokenResponse",
    "TTSModel",
    "TTSRequest",
    "TTSRequestVoiceObject",
    "Voice",
    "VoiceAccent",
    "VoiceAccess",
    "VoiceExpandOptions",
    "VoiceLocale",
    "VoiceVisibility",
    "WAVOutputFormat",
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
