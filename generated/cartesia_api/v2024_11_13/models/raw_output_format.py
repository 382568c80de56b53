from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ...models.raw_encoding import RawEncoding, check_raw_encoding
from ...models.sample_rate import SampleRate, check_sample_rate
from ...types import UNSET, Unset

T = TypeVar("T", bound="RawOutputFormat")


@_attrs_define
class RawOutputFormat:
    """Samples without a header.

    Attributes:
        container (Literal['raw']): Samples without a header. Default: 'raw'.
        encoding (RawEncoding): How one sample is written: 32-bit float or signed 16-bit integer, both little-endian, or
            8-bit mu-law or A-law.
        sample_rate (SampleRate): Samples per second, in Hz.
        bit_rate (int | None | Unset): Of no meaning for raw audio.
    """

    encoding: RawEncoding
    sample_rate: SampleRate
    container: Literal["raw"] = "raw"
    bit_rate: int | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        container = self.container

        encoding: str = self.encoding

        sample_rate: int = self.sample_rate

        bit_rate: int | None | Unset
        if isinstance(self.bit_rate, Unset):
            bit_rate = UNSET
        else:
            bit_rate = self.bit_rate

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "container": container,
                "encoding": encoding,
                "sample_rate": sample_rate,
            }
        )
        if bit_rate is not UNSET:
            field_dict["bit_rate"] = bit_rate

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        container = cast(Literal["raw"], d.pop("container"))
        if container != "raw":
            raise ValueError(f"container must match const 'raw', got '{container}'")

        encoding = check_raw_encoding(d.pop("encoding"))

        sample_rate = check_sample_rate(d.pop("sample_rate"))

        def _parse_bit_rate(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        bit_rate = _parse_bit_rate(d.pop("bit_rate", UNSET))

        raw_output_format = cls(
            container=container,
            encoding=encoding,
            sample_rate=sample_rate,
            bit_rate=bit_rate,
        )

        raw_output_format.additional_properties = d
        return raw_output_format

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
