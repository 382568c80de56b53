from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.voice_accent import VoiceAccent, check_voice_accent

T = TypeVar("T", bound="Accent")


@_attrs_define
class Accent:
    """An accent of the catalog.

    Attributes:
        id (str | VoiceAccent): Id of the accent.
        name (str): Name to show.
        language (str): Language, an ISO 639-1 code.
        locale (str): Locale that the accent belongs to, such as en-GB.
        is_locale_default (bool): Whether this is the usual accent of its locale.
        is_localizable (bool): Whether voices can be localized to it.
    """

    id: str | VoiceAccent
    name: str
    language: str
    locale: str
    is_locale_default: bool
    is_localizable: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id: str
        if isinstance(self.id, str):
            id = self.id
        else:
            id = self.id

        name = self.name

        language = self.language

        locale = self.locale

        is_locale_default = self.is_locale_default

        is_localizable = self.is_localizable

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "language": language,
                "locale": locale,
                "is_locale_default": is_locale_default,
                "is_localizable": is_localizable,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_id(data: object) -> str | VoiceAccent:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                id_type_0 = check_voice_accent(data)

                return id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(str | VoiceAccent, data)

        id = _parse_id(d.pop("id"))

        name = d.pop("name")

        language = d.pop("language")

        locale = d.pop("locale")

        is_locale_default = d.pop("is_locale_default")

        is_localizable = d.pop("is_localizable")

        accent = cls(
            id=id,
            name=name,
            language=language,
            locale=locale,
            is_locale_default=is_locale_default,
            is_localizable=is_localizable,
        )

        accent.additional_properties = d
        return accent

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
