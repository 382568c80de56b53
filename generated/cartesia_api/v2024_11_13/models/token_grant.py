from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ...types import UNSET, Unset

T = TypeVar("T", bound="TokenGrant")


@_attrs_define
class TokenGrant:
    """Groups of operations that accept the token.

    Attributes:
        tts (bool | None | Unset): Text to speech: `/tts/bytes`, `/tts/sse` and the text-to-speech socket.
        stt (bool | None | Unset): Speech to text: `/stt` and the speech-to-text sockets.
    """

    tts: bool | None | Unset = UNSET
    stt: bool | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        tts: bool | None | Unset
        if isinstance(self.tts, Unset):
            tts = UNSET
        else:
            tts = self.tts

        stt: bool | None | Unset
        if isinstance(self.stt, Unset):
            stt = UNSET
        else:
            stt = self.stt

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if tts is not UNSET:
            field_dict["tts"] = tts
        if stt is not UNSET:
            field_dict["stt"] = stt

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_tts(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        tts = _parse_tts(d.pop("tts", UNSET))

        def _parse_stt(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        stt = _parse_stt(d.pop("stt", UNSET))

        token_grant = cls(
            tts=tts,
            stt=stt,
        )

        token_grant.additional_properties = d
        return token_grant

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
