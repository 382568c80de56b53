from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ...types import UNSET, Unset
from ..models.supported_language import SupportedLanguage, check_supported_language

T = TypeVar("T", bound="CreateVoiceRequest")


@_attrs_define
class CreateVoiceRequest:
    """An embedding, and what to call the voice made from it.

    Attributes:
        name (str): Name of the new voice.
        description (str): What the voice is like.
        embedding (list[float]): A voice as a vector of 192 numbers.
        language (str | SupportedLanguage | Unset): Language of the voice.
        base_voice_id (str | Unset): Id of a voice to derive the new one from.
    """

    name: str
    description: str
    embedding: list[float]
    language: str | SupportedLanguage | Unset = UNSET
    base_voice_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        description = self.description

        embedding = self.embedding

        language: str | Unset
        if isinstance(self.language, Unset):
            language = UNSET
        elif isinstance(self.language, str):
            language = self.language
        else:
            language = self.language

        base_voice_id = self.base_voice_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
                "description": description,
                "embedding": embedding,
            }
        )
        if language is not UNSET:
            field_dict["language"] = language
        if base_voice_id is not UNSET:
            field_dict["base_voice_id"] = base_voice_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        description = d.pop("description")

        embedding = cast(list[float], d.pop("embedding"))

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

        base_voice_id = d.pop("base_voice_id", UNSET)

        create_voice_request = cls(
            name=name,
            description=description,
            embedding=embedding,
            language=language,
            base_voice_id=base_voice_id,
        )

        create_voice_request.additional_properties = d
        return create_voice_request

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
