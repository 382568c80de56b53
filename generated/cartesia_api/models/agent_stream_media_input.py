from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.agent_stream_media import AgentStreamMedia


T = TypeVar("T", bound="AgentStreamMediaInput")


@_attrs_define
class AgentStreamMediaInput:
    """Audio from the caller.

    Attributes:
        event (Literal['media_input']): Kind of the message. Default: 'media_input'.
        stream_id (str): Id of the stream.
        media (AgentStreamMedia): Audio.
    """

    stream_id: str
    media: AgentStreamMedia
    event: Literal["media_input"] = "media_input"
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        event = self.event

        stream_id = self.stream_id

        media = self.media.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "event": event,
                "stream_id": stream_id,
                "media": media,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.agent_stream_media import AgentStreamMedia  # noqa: PLC0415

        d = dict(src_dict)
        event = cast(Literal["media_input"], d.pop("event"))
        if event != "media_input":
            raise ValueError(f"event must match const 'media_input', got '{event}'")

        stream_id = d.pop("stream_id")

        media = AgentStreamMedia.from_dict(d.pop("media"))

        agent_stream_media_input = cls(
            event=event,
            stream_id=stream_id,
            media=media,
        )

        agent_stream_media_input.additional_properties = d
        return agent_stream_media_input

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
