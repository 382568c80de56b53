# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""The arguments of each method as a dict, and what some take or return."""

import datetime
from collections.abc import Mapping, Sequence
from typing import NotRequired, TypeAlias, TypedDict

from .files import FileInput
from .models.attach_voice_accent import AttachVoiceAccent
from .models.cancel_context_request import CancelContextRequest
from .models.deployment import Deployment
from .models.fine_tune_base_model import FineTuneBaseModel
from .models.gender import Gender
from .models.gender_presentation import GenderPresentation
from .models.generation_config import GenerationConfig
from .models.generation_request import GenerationRequest
from .models.infill_model import InfillModel
from .models.localize_dialect import LocalizeDialect
from .models.localize_target_language import LocalizeTargetLanguage
from .models.model_speed import ModelSpeed
from .models.mp3_output_format import MP3OutputFormat
from .models.output_format_container import OutputFormatContainer
from .models.phone_number import PhoneNumber
from .models.pronunciation_dict_item import PronunciationDictItem
from .models.raw_encoding import RawEncoding
from .models.raw_output_format import RawOutputFormat
from .models.sample_rate import SampleRate
from .models.stt_auto_finalize_close_command import STTAutoFinalizeCloseCommand
from .models.stt_auto_finalize_config_command import STTAutoFinalizeConfigCommand
from .models.stt_auto_finalize_model import STTAutoFinalizeModel
from .models.stt_batch_model import STTBatchModel
from .models.stt_encoding import STTEncoding
from .models.stt_language import STTLanguage
from .models.stt_manual_finalize_command import STTManualFinalizeCommand
from .models.stt_manual_finalize_language import STTManualFinalizeLanguage
from .models.stt_manual_finalize_model import STTManualFinalizeModel
from .models.supported_language import SupportedLanguage
from .models.timestamp_granularity import TimestampGranularity
from .models.token_grant import TokenGrant
from .models.tts_model import TTSModel
from .models.tts_request_voice_object import TTSRequestVoiceObject
from .models.voice_accent import VoiceAccent
from .models.voice_expand_options import VoiceExpandOptions
from .models.wav_output_format import WAVOutputFormat
from .params import (
    CancelContextRequestParam,
    GenerationConfigParam,
    GenerationRequestParam,
    MP3OutputFormatParam,
    PronunciationDictItemParam,
    RawOutputFormatParam,
    STTAutoFinalizeCloseCommandParam,
    STTAutoFinalizeConfigCommandParam,
    TokenGrantParam,
    TTSRequestVoiceObjectParam,
    WAVOutputFormatParam,
)


class AccessTokenCreateParams(TypedDict):
    """The arguments of `client.access_token.create` as a dict."""

    grants: NotRequired[None | TokenGrant | TokenGrantParam]
    """What the token may be used for."""
    expires_in: NotRequired[int | None]
    """Life of the token in seconds, 3600 at most (1 to 3600)."""


AccessTokenCreateParamsGrants: TypeAlias = None | TokenGrant | TokenGrantParam


class AgentUpdateParams(TypedDict):
    """The arguments of `client.agents.update` as a dict."""

    name: NotRequired[None | str]
    """New name."""
    description: NotRequired[None | str]
    """New description."""
    tts_voice: NotRequired[None | str]
    """Id of the voice to speak with."""
    tts_language: NotRequired[None | str]
    """Language to speak."""


AgentListPhoneNumbersResponse: TypeAlias = list[PhoneNumber]
"""List the phone numbers of an agent."""

DeploymentListResponse: TypeAlias = list[Deployment]
"""List the deployments of an agent."""


class CallListParams(TypedDict):
    """The arguments of `client.agents.calls.list` as a dict."""

    agent_id: str
    """Id of the agent."""
    expand: NotRequired[None | str]
    """`transcript` to get the transcripts, too; a single value, not a list."""
    limit: NotRequired[int | None]
    """How many items one page holds at most (1 to 100; the service's default is 10)."""
    starting_after: NotRequired[None | str]
    """Id of an item; the page begins behind it. Use the id of the last item of a page to get the next one. Not together with `ending_before`."""
    ending_before: NotRequired[None | str]
    """Id of an item; the page ends before it. Use the id of the first item of a page to get the previous one. Not together with `starting_after`."""


class MetricListParams(TypedDict):
    """The arguments of `client.agents.metrics.list` as a dict."""

    limit: NotRequired[int | None]
    """How many items one page holds at most (1 to 100; the service's default is 10)."""
    starting_after: NotRequired[None | str]
    """Id of an item; the page begins behind it. Use the id of the last item of a page to get the next one. Not together with `ending_before`."""


class MetricCreateParams(TypedDict):
    """The arguments of `client.agents.metrics.create` as a dict."""

    name: str
    """Unique name: small letters, digits, underscore, hyphen and dot."""
    prompt: str
    """What the model is to judge, and by which criteria."""
    display_name: NotRequired[None | str]
    """Name to show."""


class ResultListParams(TypedDict):
    """The arguments of `client.agents.metrics.results.list` as a dict."""

    agent_id: NotRequired[None | str]
    """Only results of this agent."""
    deployment_id: NotRequired[None | str]
    """Only results of this deployment."""
    metric_id: NotRequired[None | str]
    """Only results of this metric."""
    call_id: NotRequired[None | str]
    """Only results of this call."""
    start_date: NotRequired[datetime.datetime | None]
    """Only results made at this time or later."""
    end_date: NotRequired[datetime.datetime | None]
    """Only results made at this time or earlier."""
    limit: NotRequired[int | None]
    """How many items one page holds at most (1 to 100; the service's default is 10)."""
    starting_after: NotRequired[None | str]
    """Id of an item; the page begins behind it. Use the id of the last item of a page to get the next one. Not together with `ending_before`."""
    ending_before: NotRequired[None | str]
    """Id of an item; the page ends before it. Use the id of the first item of a page to get the previous one. Not together with `starting_after`."""


class ResultExportParams(TypedDict):
    """The arguments of `client.agents.metrics.results.export` as a dict."""

    agent_id: NotRequired[None | str]
    """Only results of this agent."""
    deployment_id: NotRequired[None | str]
    """Only results of this deployment."""
    metric_id: NotRequired[None | str]
    """Only results of this metric."""
    call_id: NotRequired[None | str]
    """Only results of this call."""
    start_date: NotRequired[datetime.datetime | None]
    """Only results made at this time or later."""
    end_date: NotRequired[datetime.datetime | None]
    """Only results made at this time or earlier."""


ResultExportResponse: TypeAlias = str
"""Export results of metrics as CSV."""


class DatasetListParams(TypedDict):
    """The arguments of `client.datasets.list` as a dict."""

    limit: NotRequired[int | None]
    """How many items one page holds at most (1 to 100; the service's default is 10)."""
    starting_after: NotRequired[None | str]
    """Id of an item; the page begins behind it. Use the id of the last item of a page to get the next one. Not together with `ending_before`."""
    ending_before: NotRequired[None | str]
    """Id of an item; the page ends before it. Use the id of the first item of a page to get the previous one. Not together with `starting_after`."""


class DatasetCreateParams(TypedDict):
    """The arguments of `client.datasets.create` as a dict."""

    name: str
    """Name of the dataset."""
    description: str
    """What is in it."""


class DatasetUpdateParams(TypedDict):
    """The arguments of `client.datasets.update` as a dict."""

    name: str
    """New name."""
    description: str
    """New description."""


class FileListParams(TypedDict):
    """The arguments of `client.datasets.files.list` as a dict."""

    limit: NotRequired[int | None]
    """How many items one page holds at most (1 to 100; the service's default is 10)."""
    starting_after: NotRequired[None | str]
    """Id of an item; the page begins behind it. Use the id of the last item of a page to get the next one. Not together with `ending_before`."""
    ending_before: NotRequired[None | str]
    """Id of an item; the page ends before it. Use the id of the first item of a page to get the previous one. Not together with `starting_after`."""


class FileUploadParams(TypedDict):
    """The arguments of `client.datasets.files.upload` as a dict."""

    file: NotRequired[FileInput]
    """The recording."""
    purpose: NotRequired[str]
    """What the file is for, such as fine_tune."""


class FineTuneListParams(TypedDict):
    """The arguments of `client.fine_tunes.list` as a dict."""

    limit: NotRequired[int | None]
    """How many items one page holds at most (1 to 100; the service's default is 10)."""
    starting_after: NotRequired[None | str]
    """Id of an item; the page begins behind it. Use the id of the last item of a page to get the next one. Not together with `ending_before`."""
    ending_before: NotRequired[None | str]
    """Id of an item; the page ends before it. Use the id of the first item of a page to get the previous one. Not together with `starting_after`."""


class FineTuneCreateParams(TypedDict):
    """The arguments of `client.fine_tunes.create` as a dict."""

    name: str
    """Name of the fine-tune."""
    description: str
    """What it is for."""
    language: str
    """Language of the recordings, an ISO 639-1 code."""
    model_id: FineTuneBaseModel | str
    """Model to start from."""
    dataset: str
    """Id of the dataset to train with."""
    accent: NotRequired[None | VoiceAccent]
    """Accent of the trained voice, an id of the accent catalog."""


class FineTuneListVoicesParams(TypedDict):
    """The arguments of `client.fine_tunes.list_voices` as a dict."""

    limit: NotRequired[int | None]
    """How many items one page holds at most (1 to 100; the service's default is 10)."""
    starting_after: NotRequired[None | str]
    """Id of an item; the page begins behind it. Use the id of the last item of a page to get the next one. Not together with `ending_before`."""
    ending_before: NotRequired[None | str]
    """Id of an item; the page ends before it. Use the id of the first item of a page to get the previous one. Not together with `starting_after`."""


class PronunciationDictListParams(TypedDict):
    """The arguments of `client.pronunciation_dicts.list` as a dict."""

    limit: NotRequired[int | None]
    """How many items one page holds at most (1 to 100; the service's default is 10)."""
    starting_after: NotRequired[None | str]
    """Id of an item; the page begins behind it. Use the id of the last item of a page to get the next one. Not together with `ending_before`."""
    ending_before: NotRequired[None | str]
    """Id of an item; the page ends before it. Use the id of the first item of a page to get the previous one. Not together with `starting_after`."""


class PronunciationDictCreateParams(TypedDict):
    """The arguments of `client.pronunciation_dicts.create` as a dict."""

    name: str
    """Name of the dictionary."""
    items: NotRequired[
        Sequence[PronunciationDictItem | PronunciationDictItemParam | Mapping[str, str]] | None
    ]
    """Its entries."""


PronunciationDictCreateParamsItems: TypeAlias = (
    Sequence[PronunciationDictItem | PronunciationDictItemParam | Mapping[str, str]] | None
)


class PronunciationDictUpdateParams(TypedDict):
    """The arguments of `client.pronunciation_dicts.update` as a dict."""

    name: NotRequired[None | str]
    """New name."""
    items: NotRequired[
        Sequence[PronunciationDictItem | PronunciationDictItemParam | Mapping[str, str]] | None
    ]
    """New entries, in place of all old ones."""


PronunciationDictUpdateParamsItems: TypeAlias = (
    Sequence[PronunciationDictItem | PronunciationDictItemParam | Mapping[str, str]] | None
)


class STTTranscribeParams(TypedDict):
    """The arguments of `client.stt.transcribe` as a dict."""

    file: FileInput
    """The recording."""
    model: str | STTBatchModel
    """Model that listens."""
    encoding: NotRequired[None | STTEncoding]
    """How one sample is written; only for audio without a header."""
    sample_rate: NotRequired[int | None]
    """Samples per second, in Hz; only for audio without a header."""
    language: NotRequired[STTLanguage]
    """Language that is spoken (the service's default is en)."""
    timestamp_granularities: NotRequired[Sequence[TimestampGranularity]]
    """What to give times for."""


class TTSGenerateParams(TypedDict):
    """The arguments of `client.tts.generate` as a dict."""

    model_id: str | TTSModel
    """Id of the model that speaks, such as `sonic-3.5`. Dated snapshots and newer models are accepted, too."""
    transcript: str
    """The text to speak. It may hold tags such as `<break time="1s"/>` and `<spell>...</spell>`, and phonemes between `<<` and `>>`. Text without anything to say (empty, or punctuation only) is rejected."""
    voice: str | TTSRequestVoiceObject | TTSRequestVoiceObjectParam | Mapping[str, str]
    """The voice that speaks, as an id or as an object with the id."""
    output_format: (
        MP3OutputFormat
        | MP3OutputFormatParam
        | RawOutputFormat
        | RawOutputFormatParam
        | WAVOutputFormat
        | WAVOutputFormatParam
    )
    """Container, encoding and sample rate of the audio."""
    language: NotRequired[None | str | SupportedLanguage]
    """Language of the transcript, such as `en`; a locale such as `en-GB` is accepted, too. Not together with `locale`."""
    locale: NotRequired[None | str]
    """Language or locale of the speech, such as `en` or `en-GB`. Not together with `language`."""
    normalization: NotRequired[None | str]
    """How numbers, dates and the like are written out before they are spoken: `auto`, `off`, or the code of the locale whose rules apply (the service's default is auto)."""
    generation_config: NotRequired[GenerationConfig | GenerationConfigParam]
    """Loudness, speed and emotion of the speech."""
    pronunciation_dict_id: NotRequired[None | str]
    """Id of a pronunciation dictionary to apply; sonic-3 and newer."""
    save: NotRequired[bool | None]
    """Whether the service keeps the audio; its id is then in the header `Cartesia-File-ID` (the service's default is false)."""
    speed: NotRequired[ModelSpeed]
    """Coarse speed. Use `generation_config.speed` instead (the service's default is normal; deprecated)."""


TTSGenerateParamsVoice: TypeAlias = (
    str | TTSRequestVoiceObject | TTSRequestVoiceObjectParam | Mapping[str, str]
)

TTSGenerateParamsOutputFormat: TypeAlias = (
    MP3OutputFormat
    | MP3OutputFormatParam
    | RawOutputFormat
    | RawOutputFormatParam
    | WAVOutputFormat
    | WAVOutputFormatParam
)

TTSGenerateParamsGenerationConfig: TypeAlias = GenerationConfig | GenerationConfigParam


class TTSGenerateSSEParams(TypedDict):
    """The arguments of `client.tts.generate_sse` as a dict."""

    model_id: str | TTSModel
    """Id of the model that speaks."""
    transcript: str
    """The text to speak."""
    voice: str | TTSRequestVoiceObject | TTSRequestVoiceObjectParam | Mapping[str, str]
    """The voice that speaks, as an id or as an object with the id."""
    output_format: RawOutputFormat | RawOutputFormatParam
    """Encoding and sample rate of the audio; raw audio only."""
    language: NotRequired[None | str | SupportedLanguage]
    """Language of the transcript, such as `en`. Not together with `locale`."""
    locale: NotRequired[None | str]
    """Language or locale of the speech, such as `en-GB`. Not together with `language`."""
    normalization: NotRequired[None | str]
    """How numbers, dates and the like are written out: `auto`, `off`, or the code of a locale (the service's default is auto)."""
    generation_config: NotRequired[GenerationConfig | GenerationConfigParam]
    """Loudness, speed and emotion of the speech."""
    pronunciation_dict_id: NotRequired[None | str]
    """Id of a pronunciation dictionary to apply."""
    add_timestamps: NotRequired[bool | None]
    """Whether to send the times of words (the service's default is false)."""
    add_phoneme_timestamps: NotRequired[bool | None]
    """Whether to send the times of phonemes (the service's default is false)."""
    use_normalized_timestamps: NotRequired[bool | None]
    """Whether times are those of the words as spoken out, rather than as written."""
    context_id: NotRequired[None | str]
    """An id that every event then carries."""
    speed: NotRequired[ModelSpeed]
    """Coarse speed. Use `generation_config.speed` instead (the service's default is normal; deprecated)."""


TTSGenerateSSEParamsVoice: TypeAlias = (
    str | TTSRequestVoiceObject | TTSRequestVoiceObjectParam | Mapping[str, str]
)

TTSGenerateSSEParamsOutputFormat: TypeAlias = RawOutputFormat | RawOutputFormatParam

TTSGenerateSSEParamsGenerationConfig: TypeAlias = GenerationConfig | GenerationConfigParam


class TTSInfillParams(TypedDict):
    """The arguments of `client.tts.infill` as a dict."""

    left_audio: NotRequired[FileInput]
    """The clip before the gap."""
    right_audio: NotRequired[FileInput]
    """The clip after the gap."""
    model_id: NotRequired[InfillModel | str]
    """Id of the model that speaks."""
    language: NotRequired[str]
    """Language of the transcript, such as `en`."""
    transcript: NotRequired[str]
    """The text to speak."""
    voice_id: NotRequired[str]
    """Id of the voice that speaks."""
    output_format: NotRequired[
        MP3OutputFormat
        | MP3OutputFormatParam
        | RawOutputFormat
        | RawOutputFormatParam
        | WAVOutputFormat
        | WAVOutputFormatParam
    ]
    """Container, encoding and sample rate of the audio; its fields are parts of the form, such as `output_format[container]`."""


TTSInfillParamsOutputFormat: TypeAlias = (
    MP3OutputFormat
    | MP3OutputFormatParam
    | RawOutputFormat
    | RawOutputFormatParam
    | WAVOutputFormat
    | WAVOutputFormatParam
)


class VoiceChangerGenerateParams(TypedDict):
    """The arguments of `client.voice_changer.generate` as a dict."""

    clip: NotRequired[FileInput]
    """The recording, as an audio file."""
    voice_id: NotRequired[str]
    """Id of the voice that speaks."""
    output_format_container: NotRequired[OutputFormatContainer]
    """Container of the result."""
    output_format_sample_rate: NotRequired[SampleRate]
    """Samples per second of the result, in Hz."""
    output_format_encoding: NotRequired[None | RawEncoding]
    """How one sample is written; for raw and wav."""
    output_format_bit_rate: NotRequired[int | None]
    """Bits per second; for mp3."""


class VoiceChangerGenerateSSEParams(TypedDict):
    """The arguments of `client.voice_changer.generate_sse` as a dict."""

    clip: NotRequired[FileInput]
    """The recording, as an audio file."""
    voice_id: NotRequired[str]
    """Id of the voice that speaks."""
    output_format_container: NotRequired[OutputFormatContainer]
    """Container of the result."""
    output_format_sample_rate: NotRequired[SampleRate]
    """Samples per second of the result, in Hz."""
    output_format_encoding: NotRequired[None | RawEncoding]
    """How one sample is written; for raw and wav."""
    output_format_bit_rate: NotRequired[int | None]
    """Bits per second; for mp3."""


class VoiceListParams(TypedDict):
    """The arguments of `client.voices.list` as a dict."""

    limit: NotRequired[int | None]
    """How many items one page holds at most (1 to 100; the service's default is 10)."""
    starting_after: NotRequired[None | str]
    """Id of an item; the page begins behind it. Use the id of the last item of a page to get the next one. Not together with `ending_before`."""
    ending_before: NotRequired[None | str]
    """Id of an item; the page ends before it. Use the id of the first item of a page to get the previous one. Not together with `starting_after`."""
    q: NotRequired[None | str]
    """Text to look for in name, description and id. Diacritics do not matter."""
    is_owner: NotRequired[bool | None]
    """Whether to list only the voices of the caller's organization."""
    gender: NotRequired[GenderPresentation | None]
    """Only voices of this gender presentation."""
    language: NotRequired[None | str]
    """Only voices that speak this language or locale, such as `en`, `en-GB` or `en_GB`."""
    expand: NotRequired[list[VoiceExpandOptions] | None]
    """Extra fields to fill in, which are left out otherwise."""


class VoiceGetParams(TypedDict):
    """The arguments of `client.voices.get` as a dict."""

    expand: NotRequired[list[VoiceExpandOptions] | None]
    """Extra fields to fill in, which are left out otherwise."""


class VoiceUpdateParams(TypedDict):
    """The arguments of `client.voices.update` as a dict."""

    name: NotRequired[str]
    """New name."""
    description: NotRequired[str]
    """New description."""
    gender: NotRequired[GenderPresentation | None]
    """New gender presentation; null takes it back to the default."""
    accent: NotRequired[None | VoiceAccent]
    """New accent, an id of the accent catalog."""


class VoiceCloneParams(TypedDict):
    """The arguments of `client.voices.clone` as a dict."""

    clip: FileInput
    """The recording, as an audio file. About five seconds of clean speech are best."""
    name: str
    """Name of the new voice."""
    language: str | SupportedLanguage
    """Language that is spoken in the recording."""
    description: NotRequired[None | str]
    """What the voice is like."""
    accent: NotRequired[None | VoiceAccent]
    """Accent of the speaker, an id of the accent catalog."""
    base_voice_id: NotRequired[None | str]
    """Id of a voice to derive the new one from."""


class VoiceLocalizeParams(TypedDict):
    """The arguments of `client.voices.localize` as a dict."""

    voice_id: str
    """Id of the voice to start from."""
    name: str
    """Name of the new voice."""
    accent: VoiceAccent
    """Accent of the new voice; it decides the language, and must be localizable."""
    description: NotRequired[str]
    """What the new voice is like."""
    tagline: NotRequired[str]
    """A few words about the new voice (32 characters at most; the service's default is )."""
    language: NotRequired[LocalizeTargetLanguage]
    """Language of the new voice; follows from the accent when it is absent."""
    dialect: NotRequired[LocalizeDialect | None]
    """Dialect of the new voice, for English, Spanish, Portuguese and French. The accent has replaced it."""
    original_speaker_gender: NotRequired[Gender]
    """Gender of the speaker whose voice it is."""


class VoiceAddAccentsParams(TypedDict):
    """The arguments of `client.voices.add_accents` as a dict."""

    accents: Sequence[AttachVoiceAccent]
    """Accents to attach; a voice has ten at most, its native one included."""


class ManualFinalizeWebsocketParams(TypedDict):
    """The arguments of `client.stt.manual_finalize.websocket` as a dict."""

    model: STTManualFinalizeModel | str
    """Model that listens."""
    encoding: STTEncoding
    """How one sample of the audio is written."""
    sample_rate: int
    """Samples per second of the audio, in Hz; 16000 is best."""
    language: NotRequired[STTManualFinalizeLanguage | STTLanguage]
    """Language that is spoken (the service's default is en)."""
    keyterm: NotRequired[Sequence[str]]
    """A word or phrase to listen for; repeat it for more, 100 at most, of 1200 characters together."""
    min_volume: NotRequired[float]
    """Loudness, from 0 to 1, below which there is silence; for ink-whisper (0 to 1)."""
    max_silence_duration_secs: NotRequired[float]
    """Seconds of silence after which an utterance ends; for ink-whisper."""


STTManualFinalizeWebsocketRequest: TypeAlias = STTManualFinalizeCommand
"""What the socket is sent."""


class AutoFinalizeWebsocketParams(TypedDict):
    """The arguments of `client.stt.auto_finalize.websocket` as a dict."""

    model: STTAutoFinalizeModel | str
    """Model that listens."""
    encoding: STTEncoding
    """How one sample of the audio is written."""
    sample_rate: int
    """Samples per second of the audio, in Hz; 16000 is best."""
    keyterm: NotRequired[Sequence[str]]
    """A word or phrase to listen for; repeat it for more, 100 at most, of 1200 characters together."""
    turn_start_threshold: NotRequired[float]
    """How sure the service must be of speech for a turn to begin; above the eager end (0.5 to 0.9; the service's default is 0.8)."""
    turn_eager_end_threshold: NotRequired[float]
    """Below this the turn may have ended; between the other two (0.3 to 0.6; the service's default is 0.4)."""
    turn_end_threshold: NotRequired[float]
    """Below this the turn has ended; below the eager end (0.05 to 0.5; the service's default is 0.2)."""
    turn_end_timeout_ms: NotRequired[float]
    """Milliseconds after the last speech at which a turn ends at the latest (640 to 11200; the service's default is 5600)."""


STTAutoFinalizeWebsocketRequest: TypeAlias = (
    STTAutoFinalizeCloseCommand | STTAutoFinalizeConfigCommand
)
"""What the socket is sent."""

STTAutoFinalizeWebsocketRequestParam: TypeAlias = (
    STTAutoFinalizeCloseCommandParam | STTAutoFinalizeConfigCommandParam
)
"""What the socket is sent."""

WebsocketClientEvent: TypeAlias = GenerationRequest | CancelContextRequest
"""What the socket is sent."""

WebsocketClientEventParam: TypeAlias = GenerationRequestParam | CancelContextRequestParam
"""What the socket is sent."""


class TTSContextParams(TypedDict):
    """The arguments of `socket.context` as a dict."""

    model_id: NotRequired[str | TTSModel | None]
    """Id of the model that speaks; stays the same within a context."""
    voice: NotRequired[
        str | TTSRequestVoiceObject | TTSRequestVoiceObjectParam | Mapping[str, str] | None
    ]
    """The voice that speaks; stays the same within a context."""
    output_format: NotRequired[RawOutputFormat | RawOutputFormatParam | None]
    """Encoding and sample rate of the audio; raw audio only. Stays the same within a context."""
    language: NotRequired[str | SupportedLanguage | None]
    """Language of the text; stays the same within a context."""
    locale: NotRequired[str | None]
    """Locale of the speech; not together with `language`."""
    normalization: NotRequired[str | None]
    """How numbers, dates and the like are written out: `auto`, `off`, or the code of a locale."""
    generation_config: NotRequired[GenerationConfig | GenerationConfigParam | None]
    """Loudness, speed and emotion of the speech."""
    max_buffer_delay_ms: NotRequired[int | None]
    """How many milliseconds text may be held back to be spoken with what follows; 0 speaks each piece at once (0 to 5000; the service's default is 3000)."""
    add_timestamps: NotRequired[bool | None]
    """Whether to send the times of words (the service's default is false)."""
    add_phoneme_timestamps: NotRequired[bool | None]
    """Whether to send the times of phonemes (the service's default is false)."""
    use_normalized_timestamps: NotRequired[bool | None]
    """Whether times are those of the words as spoken out, rather than as written."""
    pronunciation_dict_id: NotRequired[str | None]
    """Id of a pronunciation dictionary to apply."""
    speed: NotRequired[ModelSpeed | None]
    """Coarse speed. Use `generation_config.speed` instead (the service's default is normal; deprecated)."""
    duration: NotRequired[float | None]
    """Seconds that the speech lasts at most; what does not fit may be cut off. Current models ignore it (deprecated)."""


VoiceSpecifierParam: TypeAlias = (
    str | TTSRequestVoiceObject | TTSRequestVoiceObjectParam | Mapping[str, str]
)
"""A voice, as its id or as an object."""

OutputFormat: TypeAlias = (
    RawOutputFormat
    | RawOutputFormatParam
    | WAVOutputFormat
    | WAVOutputFormatParam
    | MP3OutputFormat
    | MP3OutputFormatParam
)
"""Container, encoding and sample rate of the audio."""
