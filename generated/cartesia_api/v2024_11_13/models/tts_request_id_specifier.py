from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ...types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.controls import Controls


T = TypeVar("T", bound="TTSRequestIdSpecifier")


@_attrs_define
class TTSRequestIdSpecifier:
    """A voice by its id.

    Attributes:
        mode (Literal['id']): Says that the voice is given by its id. Default: 'id'.
        id (str): Id of the voice.
        field_experimental_controls (Controls | Unset): Speed and emotion of the speech. Newer models ignore them.
    """

    id: str
    mode: Literal["id"] = "id"
    field_experimental_controls: Controls | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        mode = self.mode

        id = self.id

        field_experimental_controls: dict[str, Any] | Unset = UNSET
        if not isinstance(self.field_experimental_controls, Unset):
            field_experimental_controls = self.field_experimental_controls.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "mode": mode,
                "id": id,
            }
        )
        if field_experimental_controls is not UNSET:
            field_dict["__experimental_controls"] = field_experimental_controls

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.controls import Controls  # noqa: PLC0415

        d = dict(src_dict)
        mode = cast(Literal["id"], d.pop("mode"))
        if mode != "id":
            raise ValueError(f"mode must match const 'id', got '{mode}'")

        id = d.pop("id")

        _field_experimental_controls = d.pop("__experimental_controls", UNSET)
        field_experimental_controls: Controls | Unset
        if isinstance(_field_experimental_controls, Unset):
            field_experimental_controls = UNSET
        else:
            field_experimental_controls = Controls.from_dict(_field_experimental_controls)

        tts_request_id_specifier = cls(
            mode=mode,
            id=id,
            field_experimental_controls=field_experimental_controls,
        )

        tts_request_id_specifier.additional_properties = d
        return tts_request_id_specifier

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
