from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ...types import UNSET, Unset

T = TypeVar("T", bound="TTSSocketDone")


@_attrs_define
class TTSSocketDone:
    """The context has ended; all its audio has been sent.

    Attributes:
        type_ (Literal['done']): Kind of the message. Default: 'done'.
        status_code (int): Like a status of HTTP.
        done (bool): Says that the context has ended. Default: True.
        context_id (str | Unset): Id of the context.
    """

    status_code: int
    type_: Literal["done"] = "done"
    done: bool = True
    context_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_

        status_code = self.status_code

        done = self.done

        context_id = self.context_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "type": type_,
                "status_code": status_code,
                "done": done,
            }
        )
        if context_id is not UNSET:
            field_dict["context_id"] = context_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        type_ = cast(Literal["done"], d.pop("type"))
        if type_ != "done":
            raise ValueError(f"type must match const 'done', got '{type_}'")

        status_code = d.pop("status_code")

        done = d.pop("done")

        context_id = d.pop("context_id", UNSET)

        tts_socket_done = cls(
            type_=type_,
            status_code=status_code,
            done=done,
            context_id=context_id,
        )

        tts_socket_done.additional_properties = d
        return tts_socket_done

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
