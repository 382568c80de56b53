from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ...types import UNSET, Unset

T = TypeVar("T", bound="GenerationConfig")


@_attrs_define
class GenerationConfig:
    """How the transcript is spoken. For sonic-3 and newer; older models ignore it.

    Attributes:
        volume (float | Unset): Loudness as a multiple of the normal one.
        speed (float | Unset): Speed as a multiple of the normal one.
        emotion (str | Unset): An emotion to aim for. Best supported are neutral, calm, angry, content, sad and scared.
    """

    volume: float | Unset = UNSET
    speed: float | Unset = UNSET
    emotion: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        volume = self.volume

        speed = self.speed

        emotion = self.emotion

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if volume is not UNSET:
            field_dict["volume"] = volume
        if speed is not UNSET:
            field_dict["speed"] = speed
        if emotion is not UNSET:
            field_dict["emotion"] = emotion

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        volume = d.pop("volume", UNSET)

        speed = d.pop("speed", UNSET)

        emotion = d.pop("emotion", UNSET)

        generation_config = cls(
            volume=volume,
            speed=speed,
            emotion=emotion,
        )

        generation_config.additional_properties = d
        return generation_config

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
