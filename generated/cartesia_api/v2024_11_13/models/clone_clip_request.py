from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ... import types
from ...types import UNSET, File, Unset

T = TypeVar("T", bound="CloneClipRequest")


@_attrs_define
class CloneClipRequest:
    """A recording to take an embedding from.

    Attributes:
        clip (File): The recording, as an audio file.
        enhance (bool | Unset): Whether to clean the recording from noise first.
    """

    clip: File
    enhance: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        clip = self.clip.to_tuple()

        enhance = self.enhance

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "clip": clip,
            }
        )
        if enhance is not UNSET:
            field_dict["enhance"] = enhance

        return field_dict

    def to_multipart(self) -> types.RequestFiles:
        files: types.RequestFiles = []

        files.append(("clip", self.clip.to_tuple()))

        if not isinstance(self.enhance, Unset):
            files.append(("enhance", (None, str(self.enhance).encode(), "text/plain")))

        for prop_name, prop in self.additional_properties.items():
            files.append((prop_name, (None, str(prop).encode(), "text/plain")))

        return files

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        clip = File(payload=BytesIO(d.pop("clip")))

        enhance = d.pop("enhance", UNSET)

        clone_clip_request = cls(
            clip=clip,
            enhance=enhance,
        )

        clone_clip_request.additional_properties = d
        return clone_clip_request

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
