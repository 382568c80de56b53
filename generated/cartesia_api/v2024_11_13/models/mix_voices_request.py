from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.embedding_specifier import EmbeddingSpecifier
    from ..models.id_specifier import IdSpecifier


T = TypeVar("T", bound="MixVoicesRequest")


@_attrs_define
class MixVoicesRequest:
    """Voices to mix.

    Attributes:
        voices (list[EmbeddingSpecifier | IdSpecifier]): The voices, each with its share.
    """

    voices: list[EmbeddingSpecifier | IdSpecifier]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.id_specifier import IdSpecifier  # noqa: PLC0415

        voices = []
        for voices_item_data in self.voices:
            voices_item: dict[str, Any]
            if isinstance(voices_item_data, IdSpecifier):
                voices_item = voices_item_data.to_dict()
            else:
                voices_item = voices_item_data.to_dict()

            voices.append(voices_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "voices": voices,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.embedding_specifier import EmbeddingSpecifier  # noqa: PLC0415
        from ..models.id_specifier import IdSpecifier  # noqa: PLC0415

        d = dict(src_dict)
        voices = []
        _voices = d.pop("voices")
        for voices_item_data in _voices:

            def _parse_voices_item(data: object) -> EmbeddingSpecifier | IdSpecifier:
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_mix_voice_specifier_type_0 = IdSpecifier.from_dict(data)

                    return componentsschemas_mix_voice_specifier_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_mix_voice_specifier_type_1 = EmbeddingSpecifier.from_dict(data)

                return componentsschemas_mix_voice_specifier_type_1

            voices_item = _parse_voices_item(voices_item_data)

            voices.append(voices_item)

        mix_voices_request = cls(
            voices=voices,
        )

        mix_voices_request.additional_properties = d
        return mix_voices_request

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
