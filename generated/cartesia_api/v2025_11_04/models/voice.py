from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ...models.gender_presentation import GenderPresentation, check_gender_presentation
from ...types import UNSET, Unset
from ...v2026_03_01.models.supported_language import SupportedLanguage, check_supported_language
from ...v2026_03_01.models.voice_accent import VoiceAccent, check_voice_accent

if TYPE_CHECKING:
    from ...models.voice_locale import VoiceLocale


T = TypeVar("T", bound="Voice")


@_attrs_define
class Voice:
    """A voice.

    Attributes:
        id (str): Id of a voice, a UUID.
        is_owner (bool): Whether the caller's organization owns the voice.
        name (str): Name of the voice, often with a few words about it.
        description (str): What the voice is like and what it suits.
        created_at (datetime.datetime): When the voice was made, in UTC.
        language (str | SupportedLanguage): Main language of the voice.
        locales (list[VoiceLocale]): Locales that the voice speaks, its native one first.
        is_public (bool): Whether the voice is public.
        gender (GenderPresentation | None | str | Unset): Gender presentation of the voice, if known.
        accent (None | str | Unset | VoiceAccent): Accent of the voice, by its display name.
        country (None | str | Unset): Country as an ISO 3166-1 code of two letters.
        preview_file_url (None | str | Unset): Address of a sample of the voice, filled in on request (`expand`); null
            when there is none. Fetching it needs the same credentials, and the address does not last.
    """

    id: str
    is_owner: bool
    name: str
    description: str
    created_at: datetime.datetime
    language: str | SupportedLanguage
    locales: list[VoiceLocale]
    is_public: bool
    gender: GenderPresentation | None | str | Unset = UNSET
    accent: None | str | Unset | VoiceAccent = UNSET
    country: None | str | Unset = UNSET
    preview_file_url: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        is_owner = self.is_owner

        name = self.name

        description = self.description

        created_at = self.created_at.isoformat()

        language: str
        if isinstance(self.language, str):
            language = self.language
        else:
            language = self.language

        locales = []
        for locales_item_data in self.locales:
            locales_item = locales_item_data.to_dict()
            locales.append(locales_item)

        is_public = self.is_public

        gender: None | str | Unset
        if isinstance(self.gender, Unset):
            gender = UNSET
        elif isinstance(self.gender, str):
            gender = self.gender
        else:
            gender = self.gender

        accent: None | str | Unset
        if isinstance(self.accent, Unset):
            accent = UNSET
        elif isinstance(self.accent, str):
            accent = self.accent
        else:
            accent = self.accent

        country: None | str | Unset
        if isinstance(self.country, Unset):
            country = UNSET
        else:
            country = self.country

        preview_file_url: None | str | Unset
        if isinstance(self.preview_file_url, Unset):
            preview_file_url = UNSET
        else:
            preview_file_url = self.preview_file_url

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "is_owner": is_owner,
                "name": name,
                "description": description,
                "created_at": created_at,
                "language": language,
                "locales": locales,
                "is_public": is_public,
            }
        )
        if gender is not UNSET:
            field_dict["gender"] = gender
        if accent is not UNSET:
            field_dict["accent"] = accent
        if country is not UNSET:
            field_dict["country"] = country
        if preview_file_url is not UNSET:
            field_dict["preview_file_url"] = preview_file_url

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ...models.voice_locale import VoiceLocale  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        is_owner = d.pop("is_owner")

        name = d.pop("name")

        description = d.pop("description")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        def _parse_language(data: object) -> str | SupportedLanguage:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                language_type_0 = check_supported_language(data)

                return language_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(str | SupportedLanguage, data)

        language = _parse_language(d.pop("language"))

        locales = []
        _locales = d.pop("locales")
        for locales_item_data in _locales:
            locales_item = VoiceLocale.from_dict(locales_item_data)

            locales.append(locales_item)

        is_public = d.pop("is_public")

        def _parse_gender(data: object) -> GenderPresentation | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                gender_type_0 = check_gender_presentation(data)

                return gender_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GenderPresentation | None | str | Unset, data)

        gender = _parse_gender(d.pop("gender", UNSET))

        def _parse_accent(data: object) -> None | str | Unset | VoiceAccent:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                accent_type_0 = check_voice_accent(data)

                return accent_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | str | Unset | VoiceAccent, data)

        accent = _parse_accent(d.pop("accent", UNSET))

        def _parse_country(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        country = _parse_country(d.pop("country", UNSET))

        def _parse_preview_file_url(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        preview_file_url = _parse_preview_file_url(d.pop("preview_file_url", UNSET))

        voice = cls(
            id=id,
            is_owner=is_owner,
            name=name,
            description=description,
            created_at=created_at,
            language=language,
            locales=locales,
            is_public=is_public,
            gender=gender,
            accent=accent,
            country=country,
            preview_file_url=preview_file_url,
        )

        voice.additional_properties = d
        return voice

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
