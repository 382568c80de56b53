from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="DatasetFile")


@_attrs_define
class DatasetFile:
    """A file of a dataset.

    Attributes:
        id (str): Id of the file.
        filename (str): Name that the file was uploaded with.
        created_at (str): When it was uploaded, as an ISO 8601 time.
        size (int): Size in bytes.
    """

    id: str
    filename: str
    created_at: str
    size: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        filename = self.filename

        created_at = self.created_at

        size = self.size

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "filename": filename,
                "created_at": created_at,
                "size": size,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        filename = d.pop("filename")

        created_at = d.pop("created_at")

        size = d.pop("size")

        dataset_file = cls(
            id=id,
            filename=filename,
            created_at=created_at,
            size=size,
        )

        dataset_file.additional_properties = d
        return dataset_file

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
