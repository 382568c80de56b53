from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="STTManualFinalizeFlushDone")


@_attrs_define
class STTManualFinalizeFlushDone:
    """The utterance has been ended.

    Attributes:
        type_ (Literal['flush_done']): Kind of the message. Default: 'flush_done'.
        request_id (str): Id of the connection.
    """

    request_id: str
    type_: Literal["flush_done"] = "flush_done"
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_

        request_id = self.request_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "type": type_,
                "request_id": request_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        type_ = cast(Literal["flush_done"], d.pop("type"))
        if type_ != "flush_done":
            raise ValueError(f"type must match const 'flush_done', got '{type_}'")

        request_id = d.pop("request_id")

        stt_manual_finalize_flush_done = cls(
            type_=type_,
            request_id=request_id,
        )

        stt_manual_finalize_flush_done.additional_properties = d
        return stt_manual_finalize_flush_done

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
