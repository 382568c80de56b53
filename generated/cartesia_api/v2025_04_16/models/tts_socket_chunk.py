from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ...types import UNSET, Unset

T = TypeVar("T", bound="TTSSocketChunk")


@_attrs_define
class TTSSocketChunk:
    """A piece of audio.

    Attributes:
        type_ (Literal['chunk']): Kind of the message. Default: 'chunk'.
        status_code (int): Like a status of HTTP.
        done (bool): Whether the context has ended.
        data (str): Audio, as base64.
        step_time (float): Milliseconds that the service took for it.
        context_id (str | Unset): Id of the context that it belongs to.
    """

    status_code: int
    done: bool
    data: str
    step_time: float
    type_: Literal["chunk"] = "chunk"
    context_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_

        status_code = self.status_code

        done = self.done

        data = self.data

        step_time = self.step_time

        context_id = self.context_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "type": type_,
                "status_code": status_code,
                "done": done,
                "data": data,
                "step_time": step_time,
            }
        )
        if context_id is not UNSET:
            field_dict["context_id"] = context_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        type_ = cast(Literal["chunk"], d.pop("type"))
        if type_ != "chunk":
            raise ValueError(f"type must match const 'chunk', got '{type_}'")

        status_code = d.pop("status_code")

        done = d.pop("done")

        data = d.pop("data")

        step_time = d.pop("step_time")

        context_id = d.pop("context_id", UNSET)

        tts_socket_chunk = cls(
            type_=type_,
            status_code=status_code,
            done=done,
            data=data,
            step_time=step_time,
            context_id=context_id,
        )

        tts_socket_chunk.additional_properties = d
        return tts_socket_chunk

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
