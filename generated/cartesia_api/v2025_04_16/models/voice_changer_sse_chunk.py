from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="VoiceChangerSSEChunk")


@_attrs_define
class VoiceChangerSSEChunk:
    """A piece of audio.

    Attributes:
        status_code (Literal[206]): Like a status of HTTP. Default: 206.
        done (bool): Whether this is the last event. Default: False.
        data (str): Audio, as base64.
        step_time (float): Milliseconds that the service took for it.
    """

    data: str
    step_time: float
    status_code: Literal[206] = 206
    done: bool = False
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        status_code = self.status_code

        done = self.done

        data = self.data

        step_time = self.step_time

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "status_code": status_code,
                "done": done,
                "data": data,
                "step_time": step_time,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        status_code = cast(Literal[206], d.pop("status_code"))
        if status_code != 206:
            raise ValueError(f"status_code must match const 206, got '{status_code}'")

        done = d.pop("done")

        data = d.pop("data")

        step_time = d.pop("step_time")

        voice_changer_sse_chunk = cls(
            status_code=status_code,
            done=done,
            data=data,
            step_time=step_time,
        )

        voice_changer_sse_chunk.additional_properties = d
        return voice_changer_sse_chunk

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
