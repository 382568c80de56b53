from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="AgentStreamTransferCall")


@_attrs_define
class AgentStreamTransferCall:
    """The call is to be transferred.

    Attributes:
        event (Literal['transfer_call']): Kind of the message. Default: 'transfer_call'.
        stream_id (str | Unset): Id of the stream.
    """

    event: Literal["transfer_call"] = "transfer_call"
    stream_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        event = self.event

        stream_id = self.stream_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "event": event,
            }
        )
        if stream_id is not UNSET:
            field_dict["stream_id"] = stream_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        event = cast(Literal["transfer_call"], d.pop("event"))
        if event != "transfer_call":
            raise ValueError(f"event must match const 'transfer_call', got '{event}'")

        stream_id = d.pop("stream_id", UNSET)

        agent_stream_transfer_call = cls(
            event=event,
            stream_id=stream_id,
        )

        agent_stream_transfer_call.additional_properties = d
        return agent_stream_transfer_call

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
