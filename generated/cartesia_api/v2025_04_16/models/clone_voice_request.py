from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ... import types
from ...types import UNSET, File, Unset
from ...v2026_03_01.models.supported_language import SupportedLanguage, check_supported_language

T = TypeVar("T", bound="CloneVoiceRequest")


@_attrs_define
class CloneVoiceRequest:
    """A recording, and what to call the voice made from it.

    Attributes:
        clip (File): The recording, as an audio file. About five seconds of clean speech are best.
        name (str): Name of the new voice.
        language (str | SupportedLanguage): Language that is spoken in the recording.
        description (None | str | Unset): What the voice is like.
        base_voice_id (None | str | Unset): Id of a voice to derive the new one from.
        enhance (bool | None | Unset): Whether to clean the recording from noise first; it may make the voice less like
            the speaker.
    """

    clip: File
    name: str
    language: str | SupportedLanguage
    description: None | str | Unset = UNSET
    base_voice_id: None | str | Unset = UNSET
    enhance: bool | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        clip = self.clip.to_tuple()

        name = self.name

        language: str
        if isinstance(self.language, str):
            language = self.language
        else:
            language = self.language

        description: None | str | Unset
        if isinstance(self.description, Unset):
            description = UNSET
        else:
            description = self.description

        base_voice_id: None | str | Unset
        if isinstance(self.base_voice_id, Unset):
            base_voice_id = UNSET
        else:
            base_voice_id = self.base_voice_id

        enhance: bool | None | Unset
        if isinstance(self.enhance, Unset):
            enhance = UNSET
        else:
            enhance = self.enhance

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "clip": clip,
                "name": name,
                "language": language,
            }
        )
        if description is not UNSET:
            field_dict["description"] = description
        if base_voice_id is not UNSET:
            field_dict["base_voice_id"] = base_voice_id
        if enhance is not UNSET:
            field_dict["enhance"] = enhance

        return field_dict

    def to_multipart(self) -> types.RequestFiles:
        files: types.RequestFiles = []

        files.append(("clip", self.clip.to_tuple()))

        files.append(("name", (None, str(self.name).encode(), "text/plain")))

        if isinstance(self.language, str):
            files.append(("language", (None, str(self.language).encode(), "text/plain")))
        else:
            files.append(("language", (None, str(self.language).encode(), "text/plain")))

        if not isinstance(self.description, Unset):
            if isinstance(self.description, str):
                files.append(("description", (None, str(self.description).encode(), "text/plain")))
            else:
                files.append(("description", (None, str(self.description).encode(), "text/plain")))

        if not isinstance(self.base_voice_id, Unset):
            if isinstance(self.base_voice_id, str):
                files.append(
                    ("base_voice_id", (None, str(self.base_voice_id).encode(), "text/plain"))
                )
            else:
                files.append(
                    ("base_voice_id", (None, str(self.base_voice_id).encode(), "text/plain"))
                )

        if not isinstance(self.enhance, Unset):
            if isinstance(self.enhance, bool):
                files.append(("enhance", (None, str(self.enhance).encode(), "text/plain")))
            else:
                files.append(("enhance", (None, str(self.enhance).encode(), "text/plain")))

        for prop_name, prop in self.additional_properties.items():
            files.append((prop_name, (None, str(prop).encode(), "text/plain")))

        return files

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        clip = File(payload=BytesIO(d.pop("clip")))

        name = d.pop("name")

        def _parse_language(data: object) -> str | SupportedLanguage:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                language_type_0 = check_supported_language(data)

                return language_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(str | SupportedLanguage, data)

        language = _parse_language(d.pop("language"))

        def _parse_description(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        description = _parse_description(d.pop("description", UNSET))

        def _parse_base_voice_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        base_voice_id = _parse_base_voice_id(d.pop("base_voice_id", UNSET))

        def _parse_enhance(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        enhance = _parse_enhance(d.pop("enhance", UNSET))

        clone_voice_request = cls(
            clip=clip,
            name=name,
            language=language,
            description=description,
            base_voice_id=base_voice_id,
            enhance=enhance,
        )

        clone_voice_request.additional_properties = d
        return clone_voice_request

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
