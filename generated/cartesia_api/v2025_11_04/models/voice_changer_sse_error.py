from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="VoiceChangerSSEError")


@_attrs_define
class VoiceChangerSSEError:
    """The change has failed; there will be no more events.

    Attributes:
        type_ (Literal['error']): Kind of the event. Default: 'error'.
        done (bool): This is the last event. Default: True.
        status_code (int): Like a status of HTTP.
        error (str): What happened: title and message, joined by a colon.
    """

    status_code: int
    error: str
    type_: Literal["error"] = "error"
    done: bool = True
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_

        done = self.done

        status_code = self.status_code

        error = self.error

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "type": type_,
                "done": done,
                "status_code": status_code,
                "error": error,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        type_ = cast(Literal["error"], d.pop("type"))
        if type_ != "error":
            raise ValueError(f"type must match const 'error', got '{type_}'")

        done = d.pop("done")

        status_code = d.pop("status_code")

        error = d.pop("error")

        voice_changer_sse_error = cls(
            type_=type_,
            done=done,
            status_code=status_code,
            error=error,
        )

        voice_changer_sse_error.additional_properties = d
        return voice_changer_sse_error

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
