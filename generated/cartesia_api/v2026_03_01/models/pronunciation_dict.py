from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.pronunciation_dict_item import PronunciationDictItem


T = TypeVar("T", bound="PronunciationDict")


@_attrs_define
class PronunciationDict:
    """A pronunciation dictionary."""

    id: str
    name: str
    owner_id: str
    pinned: bool
    items: list[PronunciationDictItem]
    created_at: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        name = self.name

        owner_id = self.owner_id

        pinned = self.pinned

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        created_at = self.created_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "owner_id": owner_id,
                "pinned": pinned,
                "items": items,
                "created_at": created_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.pronunciation_dict_item import PronunciationDictItem  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        owner_id = d.pop("owner_id")

        pinned = d.pop("pinned")

        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = PronunciationDictItem.from_dict(items_item_data)

            items.append(items_item)

        created_at = d.pop("created_at")

        pronunciation_dict = cls(
            id=id,
            name=name,
            owner_id=owner_id,
            pinned=pinned,
            items=items,
            created_at=created_at,
        )

        pronunciation_dict.additional_properties = d
        return pronunciation_dict

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
