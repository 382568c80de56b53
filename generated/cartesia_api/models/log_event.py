from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.log_event_metadata import LogEventMetadata


T = TypeVar("T", bound="LogEvent")


@_attrs_define
class LogEvent:
    """An event that the agent's code logged.

    Attributes:
        event (str): Name of the event.
        metadata (LogEventMetadata): What the code said about it.
        timestamp (float): Seconds from the beginning of the call.
    """

    event: str
    metadata: LogEventMetadata
    timestamp: float
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        event = self.event

        metadata = self.metadata.to_dict()

        timestamp = self.timestamp

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "event": event,
                "metadata": metadata,
                "timestamp": timestamp,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.log_event_metadata import LogEventMetadata  # noqa: PLC0415

        d = dict(src_dict)
        event = d.pop("event")

        metadata = LogEventMetadata.from_dict(d.pop("metadata"))

        timestamp = d.pop("timestamp")

        log_event = cls(
            event=event,
            metadata=metadata,
            timestamp=timestamp,
        )

        log_event.additional_properties = d
        return log_event

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
