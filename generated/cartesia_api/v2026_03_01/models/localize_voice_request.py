from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ...models.gender import Gender, check_gender
from ...models.localize_dialect import LocalizeDialect, check_localize_dialect
from ...models.localize_target_language import (
    LocalizeTargetLanguage,
    check_localize_target_language,
)
from ...types import UNSET, Unset
from ..models.voice_accent import VoiceAccent, check_voice_accent

T = TypeVar("T", bound="LocalizeVoiceRequest")


@_attrs_define
class LocalizeVoiceRequest:
    """Which voice to take, and what to make of it.

    Attributes:
        voice_id (str): Id of the voice to start from.
        name (str): Name of the new voice.
        description (str): What the new voice is like.
        language (LocalizeTargetLanguage): Languages that a voice can be localized to.
        original_speaker_gender (Gender): Gender of a speaker.
        accent (VoiceAccent | Unset): Display names of accents.
        tagline (str | Unset): A few words about the new voice.
        dialect (LocalizeDialect | None | Unset): Dialect of the new voice, for English, Spanish, Portuguese and French.
    """

    voice_id: str
    name: str
    description: str
    language: LocalizeTargetLanguage
    original_speaker_gender: Gender
    accent: VoiceAccent | Unset = UNSET
    tagline: str | Unset = UNSET
    dialect: LocalizeDialect | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        voice_id = self.voice_id

        name = self.name

        description = self.description

        language: str = self.language

        original_speaker_gender: str = self.original_speaker_gender

        accent: str | Unset = UNSET
        if not isinstance(self.accent, Unset):
            accent = self.accent

        tagline = self.tagline

        dialect: None | str | Unset
        if isinstance(self.dialect, Unset):
            dialect = UNSET
        elif isinstance(self.dialect, str):
            dialect = self.dialect
        else:
            dialect = self.dialect

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "voice_id": voice_id,
                "name": name,
                "description": description,
                "language": language,
                "original_speaker_gender": original_speaker_gender,
            }
        )
        if accent is not UNSET:
            field_dict["accent"] = accent
        if tagline is not UNSET:
            field_dict["tagline"] = tagline
        if dialect is not UNSET:
            field_dict["dialect"] = dialect

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        voice_id = d.pop("voice_id")

        name = d.pop("name")

        description = d.pop("description")

        language = check_localize_target_language(d.pop("language"))

        original_speaker_gender = check_gender(d.pop("original_speaker_gender"))

        _accent = d.pop("accent", UNSET)
        accent: VoiceAccent | Unset
        if isinstance(_accent, Unset):
            accent = UNSET
        else:
            accent = check_voice_accent(_accent)

        tagline = d.pop("tagline", UNSET)

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

        localize_voice_request = cls(
            voice_id=voice_id,
            name=name,
            description=description,
            language=language,
            original_speaker_gender=original_speaker_gender,
            accent=accent,
            tagline=tagline,
            dialect=dialect,
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
