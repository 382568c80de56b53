from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ...types import UNSET, Unset

T = TypeVar("T", bound="PronunciationDictItem")


@_attrs_define
class PronunciationDictItem:
    """How one word is spoken.

    Attributes:
        text (str): The word as it is written.
        alias (str): What is spoken instead, as text or, between `<<` and `>>`, as phonemes.
        pronunciation (str | Unset): The same as `alias`.
    """

    text: str
    alias: str
    pronunciation: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        text = self.text

        alias = self.alias

        pronunciation = self.pronunciation

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "text": text,
                "alias": alias,
            }
        )
        if pronunciation is not UNSET:
            field_dict["pronunciation"] = pronunciation

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        text = d.pop("text")

        alias = d.pop("alias")

        pronunciation = d.pop("pronunciation", UNSET)

        pronunciation_dict_item = cls(
            text=text,
            alias=alias,
            pronunciation=pronunciation,
        )

        pronunciation_dict_item.additional_properties = d
        return pronunciation_dict_item

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
