from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ...models.gender_presentation import GenderPresentation, check_gender_presentation
from ...types import UNSET, Unset

T = TypeVar("T", bound="UpdateVoiceRequest")


@_attrs_define
class UpdateVoiceRequest:
    """What to change of a voice; fields that are absent stay as they are.

    Attributes:
        name (str): New name.
        description (str): New description.
        gender (GenderPresentation | None | Unset): New gender presentation; null takes it back to the default.
    """

    name: str
    description: str
    gender: GenderPresentation | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        description = self.description

        gender: None | str | Unset
        if isinstance(self.gender, Unset):
            gender = UNSET
        elif isinstance(self.gender, str):
            gender = self.gender
        else:
            gender = self.gender

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
                "description": description,
            }
        )
        if gender is not UNSET:
            field_dict["gender"] = gender

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        description = d.pop("description")

        def _parse_gender(data: object) -> GenderPresentation | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                gender_type_0 = check_gender_presentation(data)

                return gender_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GenderPresentation | None | Unset, data)

        gender = _parse_gender(d.pop("gender", UNSET))

        update_voice_request = cls(
            name=name,
            description=description,
            gender=gender,
        )

        update_voice_request.additional_properties = d
        return update_voice_request

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
