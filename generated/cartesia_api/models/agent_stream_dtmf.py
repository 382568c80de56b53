from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="AgentStreamDTMF")


@_attrs_define
class AgentStreamDTMF:
    """A key that was pressed.

    Attributes:
        event (Literal['dtmf']): Kind of the message. Default: 'dtmf'.
        stream_id (str): Id of the stream.
        dtmf (str): The key: a digit, * or #.
    """

    stream_id: str
    dtmf: str
    event: Literal["dtmf"] = "dtmf"
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        event = self.event

        stream_id = self.stream_id

        dtmf = self.dtmf

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "event": event,
                "stream_id": stream_id,
                "dtmf": dtmf,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        event = cast(Literal["dtmf"], d.pop("event"))
        if event != "dtmf":
            raise ValueError(f"event must match const 'dtmf', got '{event}'")

        stream_id = d.pop("stream_id")

        dtmf = d.pop("dtmf")

        agent_stream_dtmf = cls(
            event=event,
            stream_id=stream_id,
            dtmf=dtmf,
        )

        agent_stream_dtmf.additional_properties = d
        return agent_stream_dtmf

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
