from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.mp3_bit_rate import MP3BitRate, check_mp3_bit_rate
from ..models.sample_rate import SampleRate, check_sample_rate

T = TypeVar("T", bound="MP3OutputFormat")


@_attrs_define
class MP3OutputFormat:
    """An MP3 file.

    Attributes:
        container (Literal['mp3']): An MP3 file. Default: 'mp3'.
        sample_rate (SampleRate): Samples per second, in Hz.
        bit_rate (MP3BitRate): Bits per second of an MP3 file.
    """

    sample_rate: SampleRate
    bit_rate: MP3BitRate
    container: Literal["mp3"] = "mp3"
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        container = self.container

        sample_rate: int = self.sample_rate

        bit_rate: int = self.bit_rate

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "container": container,
                "sample_rate": sample_rate,
                "bit_rate": bit_rate,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        container = cast(Literal["mp3"], d.pop("container"))
        if container != "mp3":
            raise ValueError(f"container must match const 'mp3', got '{container}'")

        sample_rate = check_sample_rate(d.pop("sample_rate"))

        bit_rate = check_mp3_bit_rate(d.pop("bit_rate"))

        mp3_output_format = cls(
            container=container,
            sample_rate=sample_rate,
            bit_rate=bit_rate,
        )

        mp3_output_format.additional_properties = d
        return mp3_output_format

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
