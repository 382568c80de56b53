from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ...models.fine_tune_base_model import FineTuneBaseModel, check_fine_tune_base_model
from ...types import UNSET, Unset
from ..models.voice_accent import VoiceAccent, check_voice_accent

T = TypeVar("T", bound="CreateFineTuneRequest")


@_attrs_define
class CreateFineTuneRequest:
    """A new fine-tune.

    Attributes:
        name (str): Name of the fine-tune.
        description (str): What it is for.
        language (str): Language of the recordings, an ISO 639-1 code.
        model_id (FineTuneBaseModel | str): Model to start from.
        dataset (str): Id of the dataset to train with.
        accent (None | Unset | VoiceAccent): Accent, by its display name.
    """

    name: str
    description: str
    language: str
    model_id: FineTuneBaseModel | str
    dataset: str
    accent: None | Unset | VoiceAccent = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        description = self.description

        language = self.language

        model_id: str
        if isinstance(self.model_id, str):
            model_id = self.model_id
        else:
            model_id = self.model_id

        dataset = self.dataset

        accent: None | str | Unset
        if isinstance(self.accent, Unset):
            accent = UNSET
        elif isinstance(self.accent, str):
            accent = self.accent
        else:
            accent = self.accent

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
        if accent is not UNSET:
            field_dict["accent"] = accent

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        description = d.pop("description")

        language = d.pop("language")

        def _parse_model_id(data: object) -> FineTuneBaseModel | str:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                model_id_type_0 = check_fine_tune_base_model(data)

                return model_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(FineTuneBaseModel | str, data)

        model_id = _parse_model_id(d.pop("model_id"))

        dataset = d.pop("dataset")

        def _parse_accent(data: object) -> None | Unset | VoiceAccent:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                accent_type_0 = check_voice_accent(data)

                return accent_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | VoiceAccent, data)

        accent = _parse_accent(d.pop("accent", UNSET))

        create_fine_tune_request = cls(
            name=name,
            description=description,
            language=language,
            model_id=model_id,
            dataset=dataset,
            accent=accent,
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
