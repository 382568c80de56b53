from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="WordTimestamps")


@_attrs_define
class WordTimestamps:
    """Words and their times, as three lists of the same length.

    Attributes:
        words (list[str]): The words.
        start (list[float]): When each begins, in seconds from the beginning of the audio.
        end (list[float]): When each ends, in seconds from the beginning of the audio.
    """

    words: list[str]
    start: list[float]
    end: list[float]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        words = self.words

        start = self.start

        end = self.end

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "words": words,
                "start": start,
                "end": end,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        words = cast(list[str], d.pop("words"))

        start = cast(list[float], d.pop("start"))

        end = cast(list[float], d.pop("end"))

        word_timestamps = cls(
            words=words,
            start=start,
            end=end,
        )

        word_timestamps.additional_properties = d
        return word_timestamps

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
