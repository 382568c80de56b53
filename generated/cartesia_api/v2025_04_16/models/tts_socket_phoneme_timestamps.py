from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ...types import UNSET, Unset

if TYPE_CHECKING:
    from ...models.phoneme_timestamps import PhonemeTimestamps


T = TypeVar("T", bound="TTSSocketPhonemeTimestamps")


@_attrs_define
class TTSSocketPhonemeTimestamps:
    """Times of phonemes, from the beginning of the audio of the context.

    Attributes:
        type_ (Literal['phoneme_timestamps']): Kind of the message. Default: 'phoneme_timestamps'.
        status_code (int): Like a status of HTTP.
        done (bool): Whether the context has ended.
        context_id (str | Unset): Id of the context that it belongs to.
        phoneme_timestamps (None | PhonemeTimestamps | Unset): The phonemes and their times.
    """

    status_code: int
    done: bool
    type_: Literal["phoneme_timestamps"] = "phoneme_timestamps"
    context_id: str | Unset = UNSET
    phoneme_timestamps: None | PhonemeTimestamps | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ...models.phoneme_timestamps import PhonemeTimestamps  # noqa: PLC0415

        type_ = self.type_

        status_code = self.status_code

        done = self.done

        context_id = self.context_id

        phoneme_timestamps: dict[str, Any] | None | Unset
        if isinstance(self.phoneme_timestamps, Unset):
            phoneme_timestamps = UNSET
        elif isinstance(self.phoneme_timestamps, PhonemeTimestamps):
            phoneme_timestamps = self.phoneme_timestamps.to_dict()
        else:
            phoneme_timestamps = self.phoneme_timestamps

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "type": type_,
                "status_code": status_code,
                "done": done,
            }
        )
        if context_id is not UNSET:
            field_dict["context_id"] = context_id
        if phoneme_timestamps is not UNSET:
            field_dict["phoneme_timestamps"] = phoneme_timestamps

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ...models.phoneme_timestamps import PhonemeTimestamps  # noqa: PLC0415

        d = dict(src_dict)
        type_ = cast(Literal["phoneme_timestamps"], d.pop("type"))
        if type_ != "phoneme_timestamps":
            raise ValueError(f"type must match const 'phoneme_timestamps', got '{type_}'")

        status_code = d.pop("status_code")

        done = d.pop("done")

        context_id = d.pop("context_id", UNSET)

        def _parse_phoneme_timestamps(data: object) -> None | PhonemeTimestamps | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                phoneme_timestamps_type_0 = PhonemeTimestamps.from_dict(data)

                return phoneme_timestamps_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PhonemeTimestamps | Unset, data)

        phoneme_timestamps = _parse_phoneme_timestamps(d.pop("phoneme_timestamps", UNSET))

        tts_socket_phoneme_timestamps = cls(
            type_=type_,
            status_code=status_code,
            done=done,
            context_id=context_id,
            phoneme_timestamps=phoneme_timestamps,
        )

        tts_socket_phoneme_timestamps.additional_properties = d
        return tts_socket_phoneme_timestamps

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
