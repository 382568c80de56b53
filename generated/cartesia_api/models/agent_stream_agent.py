from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="AgentStreamAgent")


@_attrs_define
class AgentStreamAgent:
    """What to change of the agent for one call.

    Attributes:
        introduction (str | Unset): What it says first.
        system_prompt (str | Unset): System prompt.
    """

    introduction: str | Unset = UNSET
    system_prompt: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        introduction = self.introduction

        system_prompt = self.system_prompt

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if introduction is not UNSET:
            field_dict["introduction"] = introduction
        if system_prompt is not UNSET:
            field_dict["system_prompt"] = system_prompt

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        introduction = d.pop("introduction", UNSET)

        system_prompt = d.pop("system_prompt", UNSET)

        agent_stream_agent = cls(
            introduction=introduction,
            system_prompt=system_prompt,
        )

        agent_stream_agent.additional_properties = d
        return agent_stream_agent

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
