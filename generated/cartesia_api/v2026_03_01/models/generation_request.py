from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ...models.model_speed import ModelSpeed, check_model_speed
from ...models.tts_model import TTSModel, check_tts_model
from ...types import UNSET, Unset
from ..models.supported_language import SupportedLanguage, check_supported_language

if TYPE_CHECKING:
    from ...models.generation_config import GenerationConfig
    from ...models.raw_output_format import RawOutputFormat
    from ..models.voice_specifier import VoiceSpecifier


T = TypeVar("T", bound="GenerationRequest")


@_attrs_define
class GenerationRequest:
    """Text for a context of the socket. The first message with a new id opens the context.

    Attributes:
        model_id (str | TTSModel): Id of the model that speaks; stays the same within a context.
        transcript (str): The next piece of text, appended as it is; empty to finish or to flush.
        voice (VoiceSpecifier): A voice by its id.
        output_format (RawOutputFormat): Samples without a header.
        context_id (str): Id of the context, chosen by the client and unique on the socket.
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
        pronunciation_dict_id (None | str | Unset): Id of a pronunciation dictionary to apply.
        speed (ModelSpeed | Unset): Coarse speed of the speech.
    """

    model_id: str | TTSModel
    transcript: str
    voice: VoiceSpecifier
    output_format: RawOutputFormat
    context_id: str
    language: str | SupportedLanguage | Unset = UNSET
    generation_config: GenerationConfig | Unset = UNSET
    continue_: bool | None | Unset = UNSET
    flush: bool | None | Unset = UNSET
    max_buffer_delay_ms: int | None | Unset = UNSET
    add_timestamps: bool | None | Unset = UNSET
    add_phoneme_timestamps: bool | None | Unset = UNSET
    use_normalized_timestamps: bool | None | Unset = UNSET
    pronunciation_dict_id: None | str | Unset = UNSET
    speed: ModelSpeed | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        model_id: str
        if isinstance(self.model_id, str):
            model_id = self.model_id
        else:
            model_id = self.model_id

        transcript = self.transcript

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

        pronunciation_dict_id: None | str | Unset
        if isinstance(self.pronunciation_dict_id, Unset):
            pronunciation_dict_id = UNSET
        else:
            pronunciation_dict_id = self.pronunciation_dict_id

        speed: str | Unset = UNSET
        if not isinstance(self.speed, Unset):
            speed = self.speed

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "model_id": model_id,
                "transcript": transcript,
                "voice": voice,
                "output_format": output_format,
                "context_id": context_id,
            }
        )
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
        if pronunciation_dict_id is not UNSET:
            field_dict["pronunciation_dict_id"] = pronunciation_dict_id
        if speed is not UNSET:
            field_dict["speed"] = speed

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ...models.generation_config import GenerationConfig  # noqa: PLC0415
        from ...models.raw_output_format import RawOutputFormat  # noqa: PLC0415
        from ..models.voice_specifier import VoiceSpecifier  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_model_id(data: object) -> str | TTSModel:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                model_id_type_0 = check_tts_model(data)

                return model_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(str | TTSModel, data)

        model_id = _parse_model_id(d.pop("model_id"))

        transcript = d.pop("transcript")

        voice = VoiceSpecifier.from_dict(d.pop("voice"))

        output_format = RawOutputFormat.from_dict(d.pop("output_format"))

        context_id = d.pop("context_id")

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

        def _parse_pronunciation_dict_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        pronunciation_dict_id = _parse_pronunciation_dict_id(d.pop("pronunciation_dict_id", UNSET))

        _speed = d.pop("speed", UNSET)
        speed: ModelSpeed | Unset
        if isinstance(_speed, Unset):
            speed = UNSET
        else:
            speed = check_model_speed(_speed)

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
            pronunciation_dict_id=pronunciation_dict_id,
            speed=speed,
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
