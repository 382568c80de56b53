from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ...types import UNSET, Unset
from ...v2024_11_13.models.supported_language import SupportedLanguage, check_supported_language

T = TypeVar("T", bound="Voice")


@_attrs_define
class Voice:
    """A voice.

    Attributes:
        id (str): Id of a voice, a UUID.
        name (str): Name of the voice, often with a few words about it.
        description (str): What the voice is like and what it suits.
        created_at (datetime.datetime): When the voice was made, in UTC.
        language (str | SupportedLanguage): Main language of the voice.
        embedding (list[float]): A voice as a vector of 192 numbers.
        is_public (bool): Whether the voice is public.
        user_id (str | Unset): Id of the owner.
    """

    id: str
    name: str
    description: str
    created_at: datetime.datetime
    language: str | SupportedLanguage
    embedding: list[float]
    is_public: bool
    user_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        name = self.name

        description = self.description

        created_at = self.created_at.isoformat()

        language: str
        if isinstance(self.language, str):
            language = self.language
        else:
            language = self.language

        embedding = self.embedding

        is_public = self.is_public

        user_id = self.user_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "description": description,
                "created_at": created_at,
                "language": language,
                "embedding": embedding,
                "is_public": is_public,
            }
        )
        if user_id is not UNSET:
            field_dict["user_id"] = user_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

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

        embedding = cast(list[float], d.pop("embedding"))

        is_public = d.pop("is_public")

        user_id = d.pop("user_id", UNSET)

        voice = cls(
            id=id,
            name=name,
            description=description,
            created_at=created_at,
            language=language,
            embedding=embedding,
            is_public=is_public,
            user_id=user_id,
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
