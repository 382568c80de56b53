from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.supported_language import SupportedLanguage, check_supported_language
from ..models.voice_access import VoiceAccess, check_voice_access
from ..models.voice_visibility import VoiceVisibility, check_voice_visibility

T = TypeVar("T", bound="VoiceMetadata")


@_attrs_define
class VoiceMetadata:
    """A voice that was just made. Look it up for its locales, accent and gender.

    Attributes:
        id (str): Id of the new voice.
        user_id (str): Id of the owner.
        access (str | VoiceAccess): Who may use the voice; private means its owner only.
        visibility (str | VoiceVisibility): In whose lists the voice appears.
        name (str): Name of the voice.
        tagline (str): A few words about the voice.
        description (str): What the voice is like; longer than the tagline.
        created_at (datetime.datetime): When the voice was made, in UTC.
        language (str | SupportedLanguage): Language of the voice.
    """

    id: str
    user_id: str
    access: str | VoiceAccess
    visibility: str | VoiceVisibility
    name: str
    tagline: str
    description: str
    created_at: datetime.datetime
    language: str | SupportedLanguage
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        user_id = self.user_id

        access: str
        if isinstance(self.access, str):
            access = self.access
        else:
            access = self.access

        visibility: str
        if isinstance(self.visibility, str):
            visibility = self.visibility
        else:
            visibility = self.visibility

        name = self.name

        tagline = self.tagline

        description = self.description

        created_at = self.created_at.isoformat()

        language: str
        if isinstance(self.language, str):
            language = self.language
        else:
            language = self.language

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "user_id": user_id,
                "access": access,
                "visibility": visibility,
                "name": name,
                "tagline": tagline,
                "description": description,
                "created_at": created_at,
                "language": language,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        user_id = d.pop("user_id")

        def _parse_access(data: object) -> str | VoiceAccess:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                access_type_0 = check_voice_access(data)

                return access_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(str | VoiceAccess, data)

        access = _parse_access(d.pop("access"))

        def _parse_visibility(data: object) -> str | VoiceVisibility:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                visibility_type_0 = check_voice_visibility(data)

                return visibility_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(str | VoiceVisibility, data)

        visibility = _parse_visibility(d.pop("visibility"))

        name = d.pop("name")

        tagline = d.pop("tagline")

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

        voice_metadata = cls(
            id=id,
            user_id=user_id,
            access=access,
            visibility=visibility,
            name=name,
            tagline=tagline,
            description=description,
            created_at=created_at,
            language=language,
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
