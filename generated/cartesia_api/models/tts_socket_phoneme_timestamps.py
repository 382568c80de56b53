from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.phoneme_timestamps import PhonemeTimestamps


T = TypeVar("T", bound="TTSSocketPhonemeTimestamps")


@_attrs_define
class TTSSocketPhonemeTimestamps:
    """Times of phonemes, from the beginning of the audio of the context.

    Attributes:
        type_ (Literal['phoneme_timestamps']): Kind of the message. Default: 'phoneme_timestamps'.
        context_id (str): Id of the context that it belongs to.
        status_code (int): Like a status of HTTP.
        done (bool): Whether the context has ended.
        phoneme_timestamps (None | PhonemeTimestamps | Unset): The phonemes and their times.
        flush_id (int | None | Unset): Number of the flush that it belongs to, from 1.
    """

    context_id: str
    status_code: int
    done: bool
    type_: Literal["phoneme_timestamps"] = "phoneme_timestamps"
    phoneme_timestamps: None | PhonemeTimestamps | Unset = UNSET
    flush_id: int | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.phoneme_timestamps import PhonemeTimestamps  # noqa: PLC0415

        type_ = self.type_

        context_id = self.context_id

        status_code = self.status_code

        done = self.done

        phoneme_timestamps: dict[str, Any] | None | Unset
        if isinstance(self.phoneme_timestamps, Unset):
            phoneme_timestamps = UNSET
        elif isinstance(self.phoneme_timestamps, PhonemeTimestamps):
            phoneme_timestamps = self.phoneme_timestamps.to_dict()
        else:
            phoneme_timestamps = self.phoneme_timestamps

        flush_id: int | None | Unset
        if isinstance(self.flush_id, Unset):
            flush_id = UNSET
        else:
            flush_id = self.flush_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "type": type_,
                "context_id": context_id,
                "status_code": status_code,
                "done": done,
            }
        )
        if phoneme_timestamps is not UNSET:
            field_dict["phoneme_timestamps"] = phoneme_timestamps
        if flush_id is not UNSET:
            field_dict["flush_id"] = flush_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.phoneme_timestamps import PhonemeTimestamps  # noqa: PLC0415

        d = dict(src_dict)
        type_ = cast(Literal["phoneme_timestamps"], d.pop("type"))
        if type_ != "phoneme_timestamps":
            raise ValueError(f"type must match const 'phoneme_timestamps', got '{type_}'")

        context_id = d.pop("context_id")

        status_code = d.pop("status_code")

        done = d.pop("done")

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

        def _parse_flush_id(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        flush_id = _parse_flush_id(d.pop("flush_id", UNSET))

        tts_socket_phoneme_timestamps = cls(
            type_=type_,
            context_id=context_id,
            status_code=status_code,
            done=done,
            phoneme_timestamps=phoneme_timestamps,
            flush_id=flush_id,
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
