from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.supported_language import SupportedLanguage, check_supported_language

T = TypeVar("T", bound="VoiceMetadata")


@_attrs_define
class VoiceMetadata:
    """A voice that was just made. Look it up for its locales, accent and gender.

    Attributes:
        id (str): Id of the new voice.
        user_id (str): Id of the owner.
        name (str): Name of the voice.
        description (str): What the voice is like; longer than the tagline.
        created_at (datetime.datetime): When the voice was made, in UTC.
        language (str | SupportedLanguage): Language of the voice.
        is_public (bool): Whether the voice is public.
    """

    id: str
    user_id: str
    name: str
    description: str
    created_at: datetime.datetime
    language: str | SupportedLanguage
    is_public: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        user_id = self.user_id

        name = self.name

        description = self.description

        created_at = self.created_at.isoformat()

        language: str
        if isinstance(self.language, str):
            language = self.language
        else:
            language = self.language

        is_public = self.is_public

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "user_id": user_id,
                "name": name,
                "description": description,
                "created_at": created_at,
                "language": language,
                "is_public": is_public,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        user_id = d.pop("user_id")

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

        is_public = d.pop("is_public")

        voice_metadata = cls(
            id=id,
            user_id=user_id,
            name=name,
            description=description,
            created_at=created_at,
            language=language,
            is_public=is_public,
        )

        voice_metadata.additional_properties = d
        return voice_metadata

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
