from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.agent_stream_custom_metadata import AgentStreamCustomMetadata


T = TypeVar("T", bound="AgentStreamCustom")


@_attrs_define
class AgentStreamCustom:
    """Something that the two sides have agreed on.

    Attributes:
        event (Literal['custom']): Kind of the message. Default: 'custom'.
        stream_id (str): Id of the stream.
        metadata (AgentStreamCustomMetadata): Any content.
    """

    stream_id: str
    metadata: AgentStreamCustomMetadata
    event: Literal["custom"] = "custom"
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        event = self.event

        stream_id = self.stream_id

        metadata = self.metadata.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "event": event,
                "stream_id": stream_id,
                "metadata": metadata,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.agent_stream_custom_metadata import AgentStreamCustomMetadata  # noqa: PLC0415

        d = dict(src_dict)
        event = cast(Literal["custom"], d.pop("event"))
        if event != "custom":
            raise ValueError(f"event must match const 'custom', got '{event}'")

        stream_id = d.pop("stream_id")

        metadata = AgentStreamCustomMetadata.from_dict(d.pop("metadata"))

        agent_stream_custom = cls(
            event=event,
            stream_id=stream_id,
            metadata=metadata,
        )

        agent_stream_custom.additional_properties = d
        return agent_stream_custom

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
