from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.agent_stream_agent import AgentStreamAgent
    from ..models.agent_stream_config import AgentStreamConfig
    from ..models.agent_stream_start_metadata import AgentStreamStartMetadata


T = TypeVar("T", bound="AgentStreamStart")


@_attrs_define
class AgentStreamStart:
    """Begins the call; the first message, otherwise the service closes the socket.

    Attributes:
        event (Literal['start']): Kind of the message. Default: 'start'.
        config (AgentStreamConfig): Format of the audio, and the voice.
        stream_id (str | Unset): Id for the stream; made up by the service when it is absent.
        agent (AgentStreamAgent | Unset): What to change of the agent for one call.
        metadata (AgentStreamStartMetadata | Unset): About the call, such as `to` and `from`.
    """

    config: AgentStreamConfig
    event: Literal["start"] = "start"
    stream_id: str | Unset = UNSET
    agent: AgentStreamAgent | Unset = UNSET
    metadata: AgentStreamStartMetadata | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        event = self.event

        config = self.config.to_dict()

        stream_id = self.stream_id

        agent: dict[str, Any] | Unset = UNSET
        if not isinstance(self.agent, Unset):
            agent = self.agent.to_dict()

        metadata: dict[str, Any] | Unset = UNSET
        if not isinstance(self.metadata, Unset):
            metadata = self.metadata.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "event": event,
                "config": config,
            }
        )
        if stream_id is not UNSET:
            field_dict["stream_id"] = stream_id
        if agent is not UNSET:
            field_dict["agent"] = agent
        if metadata is not UNSET:
            field_dict["metadata"] = metadata

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.agent_stream_agent import AgentStreamAgent  # noqa: PLC0415
        from ..models.agent_stream_config import AgentStreamConfig  # noqa: PLC0415
        from ..models.agent_stream_start_metadata import AgentStreamStartMetadata  # noqa: PLC0415

        d = dict(src_dict)
        event = cast(Literal["start"], d.pop("event"))
        if event != "start":
            raise ValueError(f"event must match const 'start', got '{event}'")

        config = AgentStreamConfig.from_dict(d.pop("config"))

        stream_id = d.pop("stream_id", UNSET)

        _agent = d.pop("agent", UNSET)
        agent: AgentStreamAgent | Unset
        if isinstance(_agent, Unset):
            agent = UNSET
        else:
            agent = AgentStreamAgent.from_dict(_agent)

        _metadata = d.pop("metadata", UNSET)
        metadata: AgentStreamStartMetadata | Unset
        if isinstance(_metadata, Unset):
            metadata = UNSET
        else:
            metadata = AgentStreamStartMetadata.from_dict(_metadata)

        agent_stream_start = cls(
            event=event,
            config=config,
            stream_id=stream_id,
            agent=agent,
            metadata=metadata,
        )

        agent_stream_start.additional_properties = d
        return agent_stream_start

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
