from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import types
from ..types import UNSET, File, FileTypes, Unset

T = TypeVar("T", bound="DrawRequest")


@_attrs_define
class DrawRequest:
    """What to draw.

    Attributes:
        picture (File | Unset): The picture.
        stylekind (str | Unset): Manner.
        tags (list[str] | Unset): Words.
    """

    picture: File | Unset = UNSET
    stylekind: str | Unset = UNSET
    tags: list[str] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        picture: FileTypes | Unset = UNSET
        if not isinstance(self.picture, Unset):
            picture = self.picture.to_tuple()

        stylekind = self.stylekind

        tags: list[str] | Unset = UNSET
        if not isinstance(self.tags, Unset):
            tags = self.tags

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if picture is not UNSET:
            field_dict["picture"] = picture
        if stylekind is not UNSET:
            field_dict["style[kind]"] = stylekind
        if tags is not UNSET:
            field_dict["tags[]"] = tags

        return field_dict

    def to_multipart(self) -> types.RequestFiles:
        files: types.RequestFiles = []

        if not isinstance(self.picture, Unset):
            files.append(("picture", self.picture.to_tuple()))

        if not isinstance(self.stylekind, Unset):
            files.append(("style[kind]", (None, str(self.stylekind).encode(), "text/plain")))

        if not isinstance(self.tags, Unset):
            for tags_item_element in self.tags:
                files.append(("tags[]", (None, str(tags_item_element).encode(), "text/plain")))

        for prop_name, prop in self.additional_properties.items():
            files.append((prop_name, (None, str(prop).encode(), "text/plain")))

        return files

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _picture = d.pop("picture", UNSET)
        picture: File | Unset
        if isinstance(_picture, Unset):
            picture = UNSET
        else:
            picture = File(payload=BytesIO(_picture))

        stylekind = d.pop("style[kind]", UNSET)

        tags = cast(list[str], d.pop("tags[]", UNSET))

        draw_request = cls(
            picture=picture,
            stylekind=stylekind,
            tags=tags,
        )

        draw_request.additional_properties = d
        return draw_request

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
