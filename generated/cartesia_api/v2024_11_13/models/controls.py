from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.emotion_deprecated import EmotionDeprecated, check_emotion_deprecated
from ..models.natural_specifier import NaturalSpecifier, check_natural_specifier

T = TypeVar("T", bound="Controls")


@_attrs_define
class Controls:
    """Speed and emotion of the speech. Newer models ignore them.

    Attributes:
        speed (float | NaturalSpecifier): Speed of the speech, as a number or in words.
        emotion (list[EmotionDeprecated]): Emotions, each with its strength.
    """

    speed: float | NaturalSpecifier
    emotion: list[EmotionDeprecated]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        speed: float | str
        if isinstance(self.speed, str):
            speed = self.speed
        else:
            speed = self.speed

        emotion = []
        for emotion_item_data in self.emotion:
            emotion_item: str = emotion_item_data
            emotion.append(emotion_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "speed": speed,
                "emotion": emotion,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_speed(data: object) -> float | NaturalSpecifier:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                componentsschemas_speed_type_1 = check_natural_specifier(data)

                return componentsschemas_speed_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(float | NaturalSpecifier, data)

        speed = _parse_speed(d.pop("speed"))

        emotion = []
        _emotion = d.pop("emotion")
        for emotion_item_data in _emotion:
            emotion_item = check_emotion_deprecated(emotion_item_data)

            emotion.append(emotion_item)

        controls = cls(
            speed=speed,
            emotion=emotion,
        )

        controls.additional_properties = d
        return controls

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
