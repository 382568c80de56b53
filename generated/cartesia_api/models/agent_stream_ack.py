from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.agent_stream_agent import AgentStreamAgent
    from ..models.agent_stream_config import AgentStreamConfig


T = TypeVar("T", bound="AgentStreamAck")


@_attrs_define
class AgentStreamAck:
    """The call has begun.

    Attributes:
        event (Literal['ack']): Kind of the message. Default: 'ack'.
        stream_id (str): Id of the stream.
        config (AgentStreamConfig): Format of the audio, and the voice.
        agent (AgentStreamAgent | Unset): What to change of the agent for one call.
    """

    stream_id: str
    config: AgentStreamConfig
    event: Literal["ack"] = "ack"
    agent: AgentStreamAgent | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        event = self.event

        stream_id = self.stream_id

        config = self.config.to_dict()

        agent: dict[str, Any] | Unset = UNSET
        if not isinstance(self.agent, Unset):
            agent = self.agent.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "event": event,
                "stream_id": stream_id,
                "config": config,
            }
        )
        if agent is not UNSET:
            field_dict["agent"] = agent

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.agent_stream_agent import AgentStreamAgent  # noqa: PLC0415
        from ..models.agent_stream_config import AgentStreamConfig  # noqa: PLC0415

        d = dict(src_dict)
        event = cast(Literal["ack"], d.pop("event"))
        if event != "ack":
            raise ValueError(f"event must match const 'ack', got '{event}'")

        stream_id = d.pop("stream_id")

        config = AgentStreamConfig.from_dict(d.pop("config"))

        _agent = d.pop("agent", UNSET)
        agent: AgentStreamAgent | Unset
        if isinstance(_agent, Unset):
            agent = UNSET
        else:
            agent = AgentStreamAgent.from_dict(_agent)

        agent_stream_ack = cls(
            event=event,
            stream_id=stream_id,
            config=config,
            agent=agent,
        )

        agent_stream_ack.additional_properties = d
        return agent_stream_ack

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
