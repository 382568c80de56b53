from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ...types import UNSET, Unset

T = TypeVar("T", bound="TTSSocketError")


@_attrs_define
class TTSSocketError:
    """A context has failed, or, without an id, something about the socket. The socket stays open.

    Attributes:
        type_ (Literal['error']): Kind of the message. Default: 'error'.
        done (bool): Whether the context has ended; always true, so far.
        status_code (int): Like a status of HTTP.
        error (str): What happened: title and message, joined by a colon.
        context_id (None | str | Unset): Id of the context.
    """

    done: bool
    status_code: int
    error: str
    type_: Literal["error"] = "error"
    context_id: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_

        done = self.done

        status_code = self.status_code

        error = self.error

        context_id: None | str | Unset
        if isinstance(self.context_id, Unset):
            context_id = UNSET
        else:
            context_id = self.context_id

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
        if context_id is not UNSET:
            field_dict["context_id"] = context_id

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

        def _parse_context_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        context_id = _parse_context_id(d.pop("context_id", UNSET))

        tts_socket_error = cls(
            type_=type_,
            done=done,
            status_code=status_code,
            error=error,
            context_id=context_id,
        )

        tts_socket_error.additional_properties = d
        return tts_socket_error

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
