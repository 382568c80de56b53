from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.model_speed import ModelSpeed, check_model_speed
from ..models.supported_language import SupportedLanguage, check_supported_language
from ..models.tts_model import TTSModel, check_tts_model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.generation_config import GenerationConfig
    from ..models.mp3_output_format import MP3OutputFormat
    from ..models.raw_output_format import RawOutputFormat
    from ..models.tts_request_voice_object import TTSRequestVoiceObject
    from ..models.wav_output_format import WAVOutputFormat


T = TypeVar("T", bound="TTSRequest")


@_attrs_define
class TTSRequest:
    """A transcript to be spoken at once.

    Attributes:
        model_id (str | TTSModel): Id of the model that speaks, such as `sonic-3.5`. Dated snapshots and newer models
            are accepted, too.
        transcript (str): The text to speak. It may hold tags such as `<break time="1s"/>` and `<spell>...</spell>`, and
            phonemes between `<<` and `>>`. Text without anything to say (empty, or punctuation only) is rejected.
        voice (str | TTSRequestVoiceObject): A voice, as its id or as an object.
        output_format (MP3OutputFormat | RawOutputFormat | WAVOutputFormat): Container, encoding and sample rate of the
            audio.
        language (None | str | SupportedLanguage | Unset): Language of the transcript, such as `en`; a locale such as
            `en-GB` is accepted, too. Not together with `locale`.
        locale (None | str | Unset): Language or locale of the speech, such as `en` or `en-GB`. Not together with
            `language`.
        normalization (None | str | Unset): How numbers, dates and the like are written out before they are spoken:
            `auto`, `off`, or the code of the locale whose rules apply.
        generation_config (GenerationConfig | Unset): How the transcript is spoken. For sonic-3 and newer; older models
            ignore it.
        pronunciation_dict_id (None | str | Unset): Id of a pronunciation dictionary to apply; sonic-3 and newer.
        save (bool | None | Unset): Whether the service keeps the audio; its id is then in the header `Cartesia-File-
            ID`.
        speed (ModelSpeed | Unset): Coarse speed of the speech.
    """

    model_id: str | TTSModel
    transcript: str
    voice: str | TTSRequestVoiceObject
    output_format: MP3OutputFormat | RawOutputFormat | WAVOutputFormat
    language: None | str | SupportedLanguage | Unset = UNSET
    locale: None | str | Unset = UNSET
    normalization: None | str | Unset = UNSET
    generation_config: GenerationConfig | Unset = UNSET
    pronunciation_dict_id: None | str | Unset = UNSET
    save: bool | None | Unset = UNSET
    speed: ModelSpeed | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.raw_output_format import RawOutputFormat  # noqa: PLC0415
        from ..models.tts_request_voice_object import TTSRequestVoiceObject  # noqa: PLC0415
        from ..models.wav_output_format import WAVOutputFormat  # noqa: PLC0415

        model_id: str
        if isinstance(self.model_id, str):
            model_id = self.model_id
        else:
            model_id = self.model_id

        transcript = self.transcript

        voice: dict[str, Any] | str
        if isinstance(self.voice, TTSRequestVoiceObject):
            voice = self.voice.to_dict()
        else:
            voice = self.voice

        output_format: dict[str, Any]
        if isinstance(self.output_format, RawOutputFormat):
            output_format = self.output_format.to_dict()
        elif isinstance(self.output_format, WAVOutputFormat):
            output_format = self.output_format.to_dict()
        else:
            output_format = self.output_format.to_dict()

        language: None | str | Unset
        if isinstance(self.language, Unset):
            language = UNSET
        elif isinstance(self.language, str):
            language = self.language
        else:
            language = self.language

        locale: None | str | Unset
        if isinstance(self.locale, Unset):
            locale = UNSET
        else:
            locale = self.locale

        normalization: None | str | Unset
        if isinstance(self.normalization, Unset):
            normalization = UNSET
        else:
            normalization = self.normalization

        generation_config: dict[str, Any] | Unset = UNSET
        if not isinstance(self.generation_config, Unset):
            generation_config = self.generation_config.to_dict()

        pronunciation_dict_id: None | str | Unset
        if isinstance(self.pronunciation_dict_id, Unset):
            pronunciation_dict_id = UNSET
        else:
            pronunciation_dict_id = self.pronunciation_dict_id

        save: bool | None | Unset
        if isinstance(self.save, Unset):
            save = UNSET
        else:
            save = self.save

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
            }
        )
        if language is not UNSET:
            field_dict["language"] = language
        if locale is not UNSET:
            field_dict["locale"] = locale
        if normalization is not UNSET:
            field_dict["normalization"] = normalization
        if generation_config is not UNSET:
            field_dict["generation_config"] = generation_config
        if pronunciation_dict_id is not UNSET:
            field_dict["pronunciation_dict_id"] = pronunciation_dict_id
        if save is not UNSET:
            field_dict["save"] = save
        if speed is not UNSET:
            field_dict["speed"] = speed

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.generation_config import GenerationConfig  # noqa: PLC0415
        from ..models.mp3_output_format import MP3OutputFormat  # noqa: PLC0415
        from ..models.raw_output_format import RawOutputFormat  # noqa: PLC0415
        from ..models.tts_request_voice_object import TTSRequestVoiceObject  # noqa: PLC0415
        from ..models.wav_output_format import WAVOutputFormat  # noqa: PLC0415

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

        def _parse_voice(data: object) -> str | TTSRequestVoiceObject:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_voice_specifier_param_type_1 = TTSRequestVoiceObject.from_dict(
                    data
                )

                return componentsschemas_voice_specifier_param_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(str | TTSRequestVoiceObject, data)

        voice = _parse_voice(d.pop("voice"))

        def _parse_output_format(
            data: object,
        ) -> MP3OutputFormat | RawOutputFormat | WAVOutputFormat:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_output_format_type_0 = RawOutputFormat.from_dict(data)

                return componentsschemas_output_format_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_output_format_type_1 = WAVOutputFormat.from_dict(data)

                return componentsschemas_output_format_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            componentsschemas_output_format_type_2 = MP3OutputFormat.from_dict(data)

            return componentsschemas_output_format_type_2

        output_format = _parse_output_format(d.pop("output_format"))

        def _parse_language(data: object) -> None | str | SupportedLanguage | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                language_type_0 = check_supported_language(data)

                return language_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | str | SupportedLanguage | Unset, data)

        language = _parse_language(d.pop("language", UNSET))

        def _parse_locale(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        locale = _parse_locale(d.pop("locale", UNSET))

        def _parse_normalization(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        normalization = _parse_normalization(d.pop("normalization", UNSET))

        _generation_config = d.pop("generation_config", UNSET)
        generation_config: GenerationConfig | Unset
        if isinstance(_generation_config, Unset):
            generation_config = UNSET
        else:
            generation_config = GenerationConfig.from_dict(_generation_config)

        def _parse_pronunciation_dict_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        pronunciation_dict_id = _parse_pronunciation_dict_id(d.pop("pronunciation_dict_id", UNSET))

        def _parse_save(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        save = _parse_save(d.pop("save", UNSET))

        _speed = d.pop("speed", UNSET)
        speed: ModelSpeed | Unset
        if isinstance(_speed, Unset):
            speed = UNSET
        else:
            speed = check_model_speed(_speed)

        tts_request = cls(
            model_id=model_id,
            transcript=transcript,
            voice=voice,
            output_format=output_format,
            language=language,
            locale=locale,
            normalization=normalization,
            generation_config=generation_config,
            pronunciation_dict_id=pronunciation_dict_id,
            save=save,
            speed=speed,
        )

        tts_request.additional_properties = d
        return tts_request

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
