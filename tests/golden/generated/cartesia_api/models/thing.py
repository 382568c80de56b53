from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.color import Color, check_color
from ..types import UNSET, Unset

T = TypeVar("T", bound="Thing")


@_attrs_define
class Thing:
    """A thing.

    Attributes:
        id (str): Its id.
        color (Color | str): Its color.
        made_at (datetime.datetime | None | Unset): When it was made.
    """

    id: str
    color: Color | str
    made_at: datetime.datetime | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        color: str
        if isinstance(self.color, str):
            color = self.color
        else:
            color = self.color

        made_at: None | str | Unset
        if isinstance(self.made_at, Unset):
            made_at = UNSET
        elif isinstance(self.made_at, datetime.datetime):
            made_at = self.made_at.isoformat()
        else:
            made_at = self.made_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "color": color,
            }
        )
        if made_at is not UNSET:
            field_dict["made_at"] = made_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        def _parse_color(data: object) -> Color | str:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                color_type_0 = check_color(data)

                return color_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Color | str, data)

        color = _parse_color(d.pop("color"))

        def _parse_made_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                made_at_type_0 = datetime.datetime.fromisoformat(data)

                return made_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        made_at = _parse_made_at(d.pop("made_at", UNSET))

        thing = cls(
            id=id,
            color=color,
            made_at=made_at,
        )

        thing.additional_properties = d
        return thing

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
