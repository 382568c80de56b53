from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ...models.fine_tune_status import FineTuneStatus, check_fine_tune_status

T = TypeVar("T", bound="FineTune")


@_attrs_define
class FineTune:
    """Training of a voice.

    Attributes:
        id (str): Id of the fine-tune.
        name (str): Name of the fine-tune.
        description (str): What it is for.
        language (str): Language of the recordings, an ISO 639-1 code.
        model_id (str): Model that the training started from.
        dataset (str): Id of the dataset it is trained with.
        status (FineTuneStatus | str): How far it is.
    """

    id: str
    name: str
    description: str
    language: str
    model_id: str
    dataset: str
    status: FineTuneStatus | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        name = self.name

        description = self.description

        language = self.language

        model_id = self.model_id

        dataset = self.dataset

        status: str
        if isinstance(self.status, str):
            status = self.status
        else:
            status = self.status

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "description": description,
                "language": language,
                "model_id": model_id,
                "dataset": dataset,
                "status": status,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        description = d.pop("description")

        language = d.pop("language")

        model_id = d.pop("model_id")

        dataset = d.pop("dataset")

        def _parse_status(data: object) -> FineTuneStatus | str:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                status_type_0 = check_fine_tune_status(data)

                return status_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(FineTuneStatus | str, data)

        status = _parse_status(d.pop("status"))

        fine_tune = cls(
            id=id,
            name=name,
            description=description,
            language=language,
            model_id=model_id,
            dataset=dataset,
            status=status,
        )

        fine_tune.additional_properties = d
        return fine_tune

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
