from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="CreateFineTuneRequest")


@_attrs_define
class CreateFineTuneRequest:
    """A new fine-tune.

    Attributes:
        name (str): Name of the fine-tune.
        description (str): What it is for.
        language (str): Language of the recordings, an ISO 639-1 code.
        model_id (str): Id of the model, such as `sonic-2`.
        dataset (str): Id of the dataset to train with.
    """

    name: str
    description: str
    language: str
    model_id: str
    dataset: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        description = self.description

        language = self.language

        model_id = self.model_id

        dataset = self.dataset

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
                "description": description,
                "language": language,
                "model_id": model_id,
                "dataset": dataset,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        description = d.pop("description")

        language = d.pop("language")

        model_id = d.pop("model_id")

        dataset = d.pop("dataset")

        create_fine_tune_request = cls(
            name=name,
            description=description,
            language=language,
            model_id=model_id,
            dataset=dataset,
        )

        create_fine_tune_request.additional_properties = d
        return create_fine_tune_request

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
