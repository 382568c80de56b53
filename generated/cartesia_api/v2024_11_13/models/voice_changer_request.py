from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ... import types
from ...models.output_format_container import OutputFormatContainer, check_output_format_container
from ...models.raw_encoding import RawEncoding, check_raw_encoding
from ...models.sample_rate import SampleRate, check_sample_rate
from ...types import UNSET, File, Unset

T = TypeVar("T", bound="VoiceChangerRequest")


@_attrs_define
class VoiceChangerRequest:
    """A recording, the voice that is to say the same, and the format of the result.

    Attributes:
        clip (File): The recording, as an audio file.
        voiceid (str): Id of the voice that speaks.
        output_formatcontainer (OutputFormatContainer): Containers of audio.
        output_formatsample_rate (SampleRate): Samples per second, in Hz.
        output_formatencoding (None | RawEncoding | Unset): How one sample is written; for raw and wav.
        output_formatbit_rate (int | None | Unset): Bits per second; for mp3.
    """

    clip: File
    voiceid: str
    output_formatcontainer: OutputFormatContainer
    output_formatsample_rate: SampleRate
    output_formatencoding: None | RawEncoding | Unset = UNSET
    output_formatbit_rate: int | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        clip = self.clip.to_tuple()

        voiceid = self.voiceid

        output_formatcontainer: str = self.output_formatcontainer

        output_formatsample_rate: int = self.output_formatsample_rate

        output_formatencoding: None | str | Unset
        if isinstance(self.output_formatencoding, Unset):
            output_formatencoding = UNSET
        elif isinstance(self.output_formatencoding, str):
            output_formatencoding = self.output_formatencoding
        else:
            output_formatencoding = self.output_formatencoding

        output_formatbit_rate: int | None | Unset
        if isinstance(self.output_formatbit_rate, Unset):
            output_formatbit_rate = UNSET
        else:
            output_formatbit_rate = self.output_formatbit_rate

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "clip": clip,
                "voice[id]": voiceid,
                "output_format[container]": output_formatcontainer,
                "output_format[sample_rate]": output_formatsample_rate,
            }
        )
        if output_formatencoding is not UNSET:
            field_dict["output_format[encoding]"] = output_formatencoding
        if output_formatbit_rate is not UNSET:
            field_dict["output_format[bit_rate]"] = output_formatbit_rate

        return field_dict

    def to_multipart(self) -> types.RequestFiles:
        files: types.RequestFiles = []

        files.append(("clip", self.clip.to_tuple()))

        files.append(("voice[id]", (None, str(self.voiceid).encode(), "text/plain")))

        files.append(
            (
                "output_format[container]",
                (None, str(self.output_formatcontainer).encode(), "text/plain"),
            )
        )

        files.append(
            (
                "output_format[sample_rate]",
                (None, str(self.output_formatsample_rate).encode(), "text/plain"),
            )
        )

        if not isinstance(self.output_formatencoding, Unset):
            if isinstance(self.output_formatencoding, str):
                files.append(
                    (
                        "output_format[encoding]",
                        (None, str(self.output_formatencoding).encode(), "text/plain"),
                    )
                )
            else:
                files.append(
                    (
                        "output_format[encoding]",
                        (None, str(self.output_formatencoding).encode(), "text/plain"),
                    )
                )

        if not isinstance(self.output_formatbit_rate, Unset):
            if isinstance(self.output_formatbit_rate, int):
                files.append(
                    (
                        "output_format[bit_rate]",
                        (None, str(self.output_formatbit_rate).encode(), "text/plain"),
                    )
                )
            else:
                files.append(
                    (
                        "output_format[bit_rate]",
                        (None, str(self.output_formatbit_rate).encode(), "text/plain"),
                    )
                )

        for prop_name, prop in self.additional_properties.items():
            files.append((prop_name, (None, str(prop).encode(), "text/plain")))

        return files

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        clip = File(payload=BytesIO(d.pop("clip")))

        voiceid = d.pop("voice[id]")

        output_formatcontainer = check_output_format_container(d.pop("output_format[container]"))

        output_formatsample_rate = check_sample_rate(d.pop("output_format[sample_rate]"))

        def _parse_output_formatencoding(data: object) -> None | RawEncoding | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                output_formatencoding_type_0 = check_raw_encoding(data)

                return output_formatencoding_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RawEncoding | Unset, data)

        output_formatencoding = _parse_output_formatencoding(
            d.pop("output_format[encoding]", UNSET)
        )

        def _parse_output_formatbit_rate(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        output_formatbit_rate = _parse_output_formatbit_rate(
            d.pop("output_format[bit_rate]", UNSET)
        )

        voice_changer_request = cls(
            clip=clip,
            voiceid=voiceid,
            output_formatcontainer=output_formatcontainer,
            output_formatsample_rate=output_formatsample_rate,
            output_formatencoding=output_formatencoding,
            output_formatbit_rate=output_formatbit_rate,
        )

        voice_changer_request.additional_properties = d
        return voice_changer_request

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
