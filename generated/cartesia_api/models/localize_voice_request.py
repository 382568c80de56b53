from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.gender import Gender, check_gender
from ..models.localize_dialect import LocalizeDialect, check_localize_dialect
from ..models.localize_target_language import LocalizeTargetLanguage, check_localize_target_language
from ..models.voice_accent import VoiceAccent, check_voice_accent
from ..types import UNSET, Unset

T = TypeVar("T", bound="LocalizeVoiceRequest")


@_attrs_define
class LocalizeVoiceRequest:
    """Which voice to take, and what to make of it.

    Attributes:
        voice_id (str): Id of the voice to start from.
        name (str): Name of the new voice.
        accent (VoiceAccent): Ids of the accent catalog.
        description (str | Unset): What the new voice is like.
        tagline (str | Unset): A few words about the new voice.
        language (LocalizeTargetLanguage | Unset): Languages that a voice can be localized to.
        dialect (LocalizeDialect | None | Unset): Dialect of the new voice, for English, Spanish, Portuguese and French.
            The accent has replaced it.
        original_speaker_gender (Gender | Unset): Gender of a speaker.
    """

    voice_id: str
    name: str
    accent: VoiceAccent
    description: str | Unset = UNSET
    tagline: str | Unset = UNSET
    language: LocalizeTargetLanguage | Unset = UNSET
    dialect: LocalizeDialect | None | Unset = UNSET
    original_speaker_gender: Gender | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        voice_id = self.voice_id

        name = self.name

        accent: str = self.accent

        description = self.description

        tagline = self.tagline

        language: str | Unset = UNSET
        if not isinstance(self.language, Unset):
            language = self.language

        dialect: None | str | Unset
        if isinstance(self.dialect, Unset):
            dialect = UNSET
        elif isinstance(self.dialect, str):
            dialect = self.dialect
        else:
            dialect = self.dialect

        original_speaker_gender: str | Unset = UNSET
        if not isinstance(self.original_speaker_gender, Unset):
            original_speaker_gender = self.original_speaker_gender

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "voice_id": voice_id,
                "name": name,
                "accent": accent,
            }
        )
        if description is not UNSET:
            field_dict["description"] = description
        if tagline is not UNSET:
            field_dict["tagline"] = tagline
        if language is not UNSET:
            field_dict["language"] = language
        if dialect is not UNSET:
            field_dict["dialect"] = dialect
        if original_speaker_gender is not UNSET:
            field_dict["original_speaker_gender"] = original_speaker_gender

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        voice_id = d.pop("voice_id")

        name = d.pop("name")

        accent = check_voice_accent(d.pop("accent"))

        description = d.pop("description", UNSET)

        tagline = d.pop("tagline", UNSET)

        _language = d.pop("language", UNSET)
        language: LocalizeTargetLanguage | Unset
        if isinstance(_language, Unset):
            language = UNSET
        else:
            language = check_localize_target_language(_language)

        def _parse_dialect(data: object) -> LocalizeDialect | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                dialect_type_0 = check_localize_dialect(data)

                return dialect_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(LocalizeDialect | None | Unset, data)

        dialect = _parse_dialect(d.pop("dialect", UNSET))

        _original_speaker_gender = d.pop("original_speaker_gender", UNSET)
        original_speaker_gender: Gender | Unset
        if isinstance(_original_speaker_gender, Unset):
            original_speaker_gender = UNSET
        else:
            original_speaker_gender = check_gender(_original_speaker_gender)

        localize_voice_request = cls(
            voice_id=voice_id,
            name=name,
            accent=accent,
            description=description,
            tagline=tagline,
            language=language,
            dialect=dialect,
            original_speaker_gender=original_speaker_gender,
        )

        localize_voice_request.additional_properties = d
        return localize_voice_request

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
