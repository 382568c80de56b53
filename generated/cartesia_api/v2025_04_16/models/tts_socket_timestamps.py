from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ...types import UNSET, Unset

if TYPE_CHECKING:
    from ...models.word_timestamps import WordTimestamps


T = TypeVar("T", bound="TTSSocketTimestamps")


@_attrs_define
class TTSSocketTimestamps:
    """Times of words, from the beginning of the audio of the context.

    Attributes:
        type_ (Literal['timestamps']): Kind of the message. Default: 'timestamps'.
        status_code (int): Like a status of HTTP.
        done (bool): Whether the context has ended.
        context_id (str | Unset): Id of the context that it belongs to.
        word_timestamps (None | Unset | WordTimestamps): The words and their times.
    """

    status_code: int
    done: bool
    type_: Literal["timestamps"] = "timestamps"
    context_id: str | Unset = UNSET
    word_timestamps: None | Unset | WordTimestamps = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ...models.word_timestamps import WordTimestamps  # noqa: PLC0415

        type_ = self.type_

        status_code = self.status_code

        done = self.done

        context_id = self.context_id

        word_timestamps: dict[str, Any] | None | Unset
        if isinstance(self.word_timestamps, Unset):
            word_timestamps = UNSET
        elif isinstance(self.word_timestamps, WordTimestamps):
            word_timestamps = self.word_timestamps.to_dict()
        else:
            word_timestamps = self.word_timestamps

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
        if word_timestamps is not UNSET:
            field_dict["word_timestamps"] = word_timestamps

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ...models.word_timestamps import WordTimestamps  # noqa: PLC0415

        d = dict(src_dict)
        type_ = cast(Literal["timestamps"], d.pop("type"))
        if type_ != "timestamps":
            raise ValueError(f"type must match const 'timestamps', got '{type_}'")

        status_code = d.pop("status_code")

        done = d.pop("done")

        context_id = d.pop("context_id", UNSET)

        def _parse_word_timestamps(data: object) -> None | Unset | WordTimestamps:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                word_timestamps_type_0 = WordTimestamps.from_dict(data)

                return word_timestamps_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | WordTimestamps, data)

        word_timestamps = _parse_word_timestamps(d.pop("word_timestamps", UNSET))

        tts_socket_timestamps = cls(
            type_=type_,
            status_code=status_code,
            done=done,
            context_id=context_id,
            word_timestamps=word_timestamps,
        )

        tts_socket_timestamps.additional_properties = d
        return tts_socket_timestamps

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
