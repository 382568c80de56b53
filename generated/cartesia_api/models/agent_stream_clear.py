from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="AgentStreamClear")


@_attrs_define
class AgentStreamClear:
    """Discard the audio that has not been played yet.

    Attributes:
        event (Literal['clear']): Kind of the message. Default: 'clear'.
        stream_id (str): Id of the stream.
    """

    stream_id: str
    event: Literal["clear"] = "clear"
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        event = self.event

        stream_id = self.stream_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "event": event,
                "stream_id": stream_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        event = cast(Literal["clear"], d.pop("event"))
        if event != "clear":
            raise ValueError(f"event must match const 'clear', got '{event}'")

        stream_id = d.pop("stream_id")

        agent_stream_clear = cls(
            event=event,
            stream_id=stream_id,
        )

        agent_stream_clear.additional_properties = d
        return agent_stream_clear

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
