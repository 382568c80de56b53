from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="VoiceChangerSSEDone")


@_attrs_define
class VoiceChangerSSEDone:
    """The end of the speech.

    Attributes:
        status_code (Literal[200]): Like a status of HTTP. Default: 200.
        done (bool): This is the last event. Default: True.
    """

    status_code: Literal[200] = 200
    done: bool = True
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        status_code = self.status_code

        done = self.done

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "status_code": status_code,
                "done": done,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        status_code = cast(Literal[200], d.pop("status_code"))
        if status_code != 200:
            raise ValueError(f"status_code must match const 200, got '{status_code}'")

        done = d.pop("done")

        voice_changer_sse_done = cls(
            status_code=status_code,
            done=done,
        )

        voice_changer_sse_done.additional_properties = d
        return voice_changer_sse_done

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
