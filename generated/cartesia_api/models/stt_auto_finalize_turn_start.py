from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="STTAutoFinalizeTurnStart")


@_attrs_define
class STTAutoFinalizeTurnStart:
    """A speaker began to speak.

    Attributes:
        type_ (Literal['turn.start']): Kind of the message. Default: 'turn.start'.
        request_id (str): Id of the connection.
        turn_id (str | Unset): Number of the turn on this connection, from 1.
    """

    request_id: str
    type_: Literal["turn.start"] = "turn.start"
    turn_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_

        request_id = self.request_id

        turn_id = self.turn_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "type": type_,
                "request_id": request_id,
            }
        )
        if turn_id is not UNSET:
            field_dict["turn_id"] = turn_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        type_ = cast(Literal["turn.start"], d.pop("type"))
        if type_ != "turn.start":
            raise ValueError(f"type must match const 'turn.start', got '{type_}'")

        request_id = d.pop("request_id")

        turn_id = d.pop("turn_id", UNSET)

        stt_auto_finalize_turn_start = cls(
            type_=type_,
            request_id=request_id,
            turn_id=turn_id,
        )

        stt_auto_finalize_turn_start.additional_properties = d
        return stt_auto_finalize_turn_start

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
