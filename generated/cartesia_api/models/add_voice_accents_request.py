from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.attach_voice_accent import AttachVoiceAccent, check_attach_voice_accent

T = TypeVar("T", bound="AddVoiceAccentsRequest")


@_attrs_define
class AddVoiceAccentsRequest:
    """Accents for a voice.

    Attributes:
        accents (list[AttachVoiceAccent]): Accents to attach; a voice has ten at most, its native one included.
    """

    accents: list[AttachVoiceAccent]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        accents = []
        for accents_item_data in self.accents:
            accents_item: str = accents_item_data
            accents.append(accents_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "accents": accents,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        accents = []
        _accents = d.pop("accents")
        for accents_item_data in _accents:
            accents_item = check_attach_voice_accent(accents_item_data)

            accents.append(accents_item)

        add_voice_accents_request = cls(
            accents=accents,
        )

        add_voice_accents_request.additional_properties = d
        return add_voice_accents_request

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
