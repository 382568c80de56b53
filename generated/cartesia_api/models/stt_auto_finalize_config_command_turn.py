from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="STTAutoFinalizeConfigCommandTurn")


@_attrs_define
class STTAutoFinalizeConfigCommandTurn:
    """How turns are found; what is absent stays as it is.

    Attributes:
        start_threshold (float | Unset): Above this a turn begins.
        eager_end_threshold (float | Unset): Below this a turn may have ended.
        end_threshold (float | Unset): Below this a turn has ended.
        end_timeout_ms (float | Unset): Milliseconds after the last speech at which a turn ends at the latest.
    """

    start_threshold: float | Unset = UNSET
    eager_end_threshold: float | Unset = UNSET
    end_threshold: float | Unset = UNSET
    end_timeout_ms: float | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        start_threshold = self.start_threshold

        eager_end_threshold = self.eager_end_threshold

        end_threshold = self.end_threshold

        end_timeout_ms = self.end_timeout_ms

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if start_threshold is not UNSET:
            field_dict["start_threshold"] = start_threshold
        if eager_end_threshold is not UNSET:
            field_dict["eager_end_threshold"] = eager_end_threshold
        if end_threshold is not UNSET:
            field_dict["end_threshold"] = end_threshold
        if end_timeout_ms is not UNSET:
            field_dict["end_timeout_ms"] = end_timeout_ms

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        start_threshold = d.pop("start_threshold", UNSET)

        eager_end_threshold = d.pop("eager_end_threshold", UNSET)

        end_threshold = d.pop("end_threshold", UNSET)

        end_timeout_ms = d.pop("end_timeout_ms", UNSET)

        stt_auto_finalize_config_command_turn = cls(
            start_threshold=start_threshold,
            eager_end_threshold=eager_end_threshold,
            end_threshold=end_threshold,
            end_timeout_ms=end_timeout_ms,
        )

        stt_auto_finalize_config_command_turn.additional_properties = d
        return stt_auto_finalize_config_command_turn

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
