from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.agent_stream_input_format import (
    AgentStreamInputFormat,
    check_agent_stream_input_format,
)
from ..types import UNSET, Unset

T = TypeVar("T", bound="AgentStreamConfig")


@_attrs_define
class AgentStreamConfig:
    """Format of the audio, and the voice.

    Attributes:
        input_format (AgentStreamInputFormat | str): Encoding and sample rate of the audio, in both directions.
        voice_id (str | Unset): Id of the voice that speaks.
    """

    input_format: AgentStreamInputFormat | str
    voice_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        input_format: str
        if isinstance(self.input_format, str):
            input_format = self.input_format
        else:
            input_format = self.input_format

        voice_id = self.voice_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "input_format": input_format,
            }
        )
        if voice_id is not UNSET:
            field_dict["voice_id"] = voice_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_input_format(data: object) -> AgentStreamInputFormat | str:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                input_format_type_0 = check_agent_stream_input_format(data)

                return input_format_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AgentStreamInputFormat | str, data)

        input_format = _parse_input_format(d.pop("input_format"))

        voice_id = d.pop("voice_id", UNSET)

        agent_stream_config = cls(
            input_format=input_format,
            voice_id=voice_id,
        )

        agent_stream_config.additional_properties = d
        return agent_stream_config

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
