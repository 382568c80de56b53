from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="GoneEvent")


@_attrs_define
class GoneEvent:
    """Something went.

    Attributes:
        type_ (Literal['gone']): Kind. Default: 'gone'.
        done (bool): No more. Default: True.
        from_ (str | Unset): Where it was.
    """

    type_: Literal["gone"] = "gone"
    done: bool = True
    from_: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_

        done = self.done

        from_ = self.from_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "type": type_,
                "done": done,
            }
        )
        if from_ is not UNSET:
            field_dict["from"] = from_

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        type_ = cast(Literal["gone"], d.pop("type"))
        if type_ != "gone":
            raise ValueError(f"type must match const 'gone', got '{type_}'")

        done = d.pop("done")

        from_ = d.pop("from", UNSET)

        gone_event = cls(
            type_=type_,
            done=done,
            from_=from_,
        )

        gone_event.additional_properties = d
        return gone_event

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
