from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="VoiceSpecifier")


@_attrs_define
class VoiceSpecifier:
    """A voice by its id.

    Attributes:
        mode (Literal['id']): Says that the voice is given by its id. Default: 'id'.
        id (str): Id of the voice.
    """

    id: str
    mode: Literal["id"] = "id"
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        mode = self.mode

        id = self.id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "mode": mode,
                "id": id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        mode = cast(Literal["id"], d.pop("mode"))
        if mode != "id":
            raise ValueError(f"mode must match const 'id', got '{mode}'")

        id = d.pop("id")

        voice_specifier = cls(
            mode=mode,
            id=id,
        )

        voice_specifier.additional_properties = d
        return voice_specifier

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
