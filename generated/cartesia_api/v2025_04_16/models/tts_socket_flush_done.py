from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ...types import UNSET, Unset

T = TypeVar("T", bound="TTSSocketFlushDone")


@_attrs_define
class TTSSocketFlushDone:
    """All that belongs to a flush has been sent.

    Attributes:
        type_ (Literal['flush_done']): Kind of the message. Default: 'flush_done'.
        status_code (int): Like a status of HTTP.
        done (bool): Whether the context has ended.
        flush_id (int): Number of the flush, from 1.
        flush_done (bool): Says that the flush is complete.
        context_id (str | Unset): Id of the context that it belongs to.
    """

    status_code: int
    done: bool
    flush_id: int
    flush_done: bool
    type_: Literal["flush_done"] = "flush_done"
    context_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_

        status_code = self.status_code

        done = self.done

        flush_id = self.flush_id

        flush_done = self.flush_done

        context_id = self.context_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "type": type_,
                "status_code": status_code,
                "done": done,
                "flush_id": flush_id,
                "flush_done": flush_done,
            }
        )
        if context_id is not UNSET:
            field_dict["context_id"] = context_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        type_ = cast(Literal["flush_done"], d.pop("type"))
        if type_ != "flush_done":
            raise ValueError(f"type must match const 'flush_done', got '{type_}'")

        status_code = d.pop("status_code")

        done = d.pop("done")

        flush_id = d.pop("flush_id")

        flush_done = d.pop("flush_done")

        context_id = d.pop("context_id", UNSET)

        tts_socket_flush_done = cls(
            type_=type_,
            status_code=status_code,
            done=done,
            flush_id=flush_id,
            flush_done=flush_done,
            context_id=context_id,
        )

        tts_socket_flush_done.additional_properties = d
        return tts_socket_flush_done

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
