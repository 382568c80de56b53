from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ...models.model_speed import ModelSpeed, check_model_speed
from ...types import UNSET, Unset
from ..models.supported_language import SupportedLanguage, check_supported_language

if TYPE_CHECKING:
    from ..models.generation_config import GenerationConfig
    from ..models.raw_output_format import RawOutputFormat
    from ..models.tts_request_embedding_specifier import TTSRequestEmbeddingSpecifier
    from ..models.tts_request_id_specifier import TTSRequestIdSpecifier


T = TypeVar("T", bound="GenerationRequest")


@_attrs_define
class GenerationRequest:
    """Text for a context of the socket. The first message with a new id opens the context.

    Attributes:
        model_id (str): Id of the model, such as `sonic-2`.
        transcript (str): The next piece of text, appended as it is; empty to finish or to flush.
        voice (TTSRequestEmbeddingSpecifier | TTSRequestIdSpecifier): A voice, by its id or as an embedding.
        output_format (RawOutputFormat): Samples without a header.
        context_id (str | Unset): Id of the context, chosen by the client and unique on the socket.
        language (str | SupportedLanguage | Unset): Language of the text; stays the same within a context.
        generation_config (GenerationConfig | Unset): How the transcript is spoken. For sonic-3 and newer; older models
            ignore it.
        continue_ (bool | None | Unset): Whether more text may follow.
        flush (bool | None | Unset): Whether to speak what has been held back; needs an empty transcript, and
            `continue`.
        max_buffer_delay_ms (int | None | Unset): How many milliseconds text may be held back to be spoken with what
            follows; 0 speaks each piece at once.
        add_timestamps (bool | None | Unset): Whether to send the times of words.
        add_phoneme_timestamps (bool | None | Unset): Whether to send the times of phonemes.
        use_normalized_timestamps (bool | None | Unset): Whether times are those of the words as spoken out, rather than
            as written.
        speed (ModelSpeed | Unset): Coarse speed of the speech.
        duration (float | None | Unset): Seconds that the speech lasts at most; what does not fit may be cut off.
    """

    model_id: str
    transcript: str
    voice: TTSRequestEmbeddingSpecifier | TTSRequestIdSpecifier
    output_format: RawOutputFormat
    context_id: str | Unset = UNSET
    language: str | SupportedLanguage | Unset = UNSET
    generation_config: GenerationConfig | Unset = UNSET
    continue_: bool | None | Unset = UNSET
    flush: bool | None | Unset = UNSET
    max_buffer_delay_ms: int | None | Unset = UNSET
    add_timestamps: bool | None | Unset = UNSET
    add_phoneme_timestamps: bool | None | Unset = UNSET
    use_normalized_timestamps: bool | None | Unset = UNSET
    speed: ModelSpeed | Unset = UNSET
    duration: float | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.tts_request_id_specifier import TTSRequestIdSpecifier  # noqa: PLC0415

        model_id = self.model_id

        transcript = self.transcript

        voice: dict[str, Any]
        if isinstance(self.voice, TTSRequestIdSpecifier):
            voice = self.voice.to_dict()
        else:
            voice = self.voice.to_dict()

        output_format = self.output_format.to_dict()

        context_id = self.context_id

        language: str | Unset
        if isinstance(self.language, Unset):
            language = UNSET
        elif isinstance(self.language, str):
            language = self.language
        else:
            language = self.language

        generation_config: dict[str, Any] | Unset = UNSET
        if not isinstance(self.generation_config, Unset):
            generation_config = self.generation_config.to_dict()

        continue_: bool | None | Unset
        if isinstance(self.continue_, Unset):
            continue_ = UNSET
        else:
            continue_ = self.continue_

        flush: bool | None | Unset
        if isinstance(self.flush, Unset):
            flush = UNSET
        else:
            flush = self.flush

        max_buffer_delay_ms: int | None | Unset
        if isinstance(self.max_buffer_delay_ms, Unset):
            max_buffer_delay_ms = UNSET
        else:
            max_buffer_delay_ms = self.max_buffer_delay_ms

        add_timestamps: bool | None | Unset
        if isinstance(self.add_timestamps, Unset):
            add_timestamps = UNSET
        else:
            add_timestamps = self.add_timestamps

        add_phoneme_timestamps: bool | None | Unset
        if isinstance(self.add_phoneme_timestamps, Unset):
            add_phoneme_timestamps = UNSET
        else:
            add_phoneme_timestamps = self.add_phoneme_timestamps

        use_normalized_timestamps: bool | None | Unset
        if isinstance(self.use_normalized_timestamps, Unset):
            use_normalized_timestamps = UNSET
        else:
            use_normalized_timestamps = self.use_normalized_timestamps

        speed: str | Unset = UNSET
        if not isinstance(self.speed, Unset):
            speed = self.speed

        duration: float | None | Unset
        if isinstance(self.duration, Unset):
            duration = UNSET
        else:
            duration = self.duration

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "model_id": model_id,
                "transcript": transcript,
                "voice": voice,
                "output_format": output_format,
            }
        )
        if context_id is not UNSET:
            field_dict["context_id"] = context_id
        if language is not UNSET:
            field_dict["language"] = language
        if generation_config is not UNSET:
            field_dict["generation_config"] = generation_config
        if continue_ is not UNSET:
            field_dict["continue"] = continue_
        if flush is not UNSET:
            field_dict["flush"] = flush
        if max_buffer_delay_ms is not UNSET:
            field_dict["max_buffer_delay_ms"] = max_buffer_delay_ms
        if add_timestamps is not UNSET:
            field_dict["add_timestamps"] = add_timestamps
        if add_phoneme_timestamps is not UNSET:
            field_dict["add_phoneme_timestamps"] = add_phoneme_timestamps
        if use_normalized_timestamps is not UNSET:
            field_dict["use_normalized_timestamps"] = use_normalized_timestamps
        if speed is not UNSET:
            field_dict["speed"] = speed
        if duration is not UNSET:
            field_dict["duration"] = duration

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.generation_config import GenerationConfig  # noqa: PLC0415
        from ..models.raw_output_format import RawOutputFormat  # noqa: PLC0415
        from ..models.tts_request_embedding_specifier import TTSRequestEmbeddingSpecifier  # noqa: PLC0415
        from ..models.tts_request_id_specifier import TTSRequestIdSpecifier  # noqa: PLC0415

        d = dict(src_dict)
        model_id = d.pop("model_id")

        transcript = d.pop("transcript")

        def _parse_voice(data: object) -> TTSRequestEmbeddingSpecifier | TTSRequestIdSpecifier:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_tts_request_voice_specifier_type_0 = (
                    TTSRequestIdSpecifier.from_dict(data)
                )

                return componentsschemas_tts_request_voice_specifier_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            componentsschemas_tts_request_voice_specifier_type_1 = (
                TTSRequestEmbeddingSpecifier.from_dict(data)
            )

            return componentsschemas_tts_request_voice_specifier_type_1

        voice = _parse_voice(d.pop("voice"))

        output_format = RawOutputFormat.from_dict(d.pop("output_format"))

        context_id = d.pop("context_id", UNSET)

        def _parse_language(data: object) -> str | SupportedLanguage | Unset:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                language_type_0 = check_supported_language(data)

                return language_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(str | SupportedLanguage | Unset, data)

        language = _parse_language(d.pop("language", UNSET))

        _generation_config = d.pop("generation_config", UNSET)
        generation_config: GenerationConfig | Unset
        if isinstance(_generation_config, Unset):
            generation_config = UNSET
        else:
            generation_config = GenerationConfig.from_dict(_generation_config)

        def _parse_continue_(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        continue_ = _parse_continue_(d.pop("continue", UNSET))

        def _parse_flush(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        flush = _parse_flush(d.pop("flush", UNSET))

        def _parse_max_buffer_delay_ms(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        max_buffer_delay_ms = _parse_max_buffer_delay_ms(d.pop("max_buffer_delay_ms", UNSET))

        def _parse_add_timestamps(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        add_timestamps = _parse_add_timestamps(d.pop("add_timestamps", UNSET))

        def _parse_add_phoneme_timestamps(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        add_phoneme_timestamps = _parse_add_phoneme_timestamps(
            d.pop("add_phoneme_timestamps", UNSET)
        )

        def _parse_use_normalized_timestamps(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        use_normalized_timestamps = _parse_use_normalized_timestamps(
            d.pop("use_normalized_timestamps", UNSET)
        )

        _speed = d.pop("speed", UNSET)
        speed: ModelSpeed | Unset
        if isinstance(_speed, Unset):
            speed = UNSET
        else:
            speed = check_model_speed(_speed)

        def _parse_duration(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        duration = _parse_duration(d.pop("duration", UNSET))

        generation_request = cls(
            model_id=model_id,
            transcript=transcript,
            voice=voice,
            output_format=output_format,
            context_id=context_id,
            language=language,
            generation_config=generation_config,
            continue_=continue_,
            flush=flush,
            max_buffer_delay_ms=max_buffer_delay_ms,
            add_timestamps=add_timestamps,
            add_phoneme_timestamps=add_phoneme_timestamps,
            use_normalized_timestamps=use_normalized_timestamps,
            speed=speed,
            duration=duration,
        )

        generation_request.additional_properties = d
        return generation_request

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
