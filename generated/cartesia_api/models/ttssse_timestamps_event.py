from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.word_timestamps import WordTimestamps


T = TypeVar("T", bound="TTSSSETimestampsEvent")


@_attrs_define
class TTSSSETimestampsEvent:
    """Times of words.

    Attributes:
        type_ (Literal['timestamps']): Kind of the event. Default: 'timestamps'.
        done (bool): Whether this is the last event. Default: False.
        status_code (int): Like a status of HTTP; 206 as long as there is more.
        word_timestamps (WordTimestamps): Words and their times, as three lists of the same length.
        context_id (None | str | Unset): The `context_id` of the request, if it had one.
    """

    status_code: int
    word_timestamps: WordTimestamps
    type_: Literal["timestamps"] = "timestamps"
    done: bool = False
    context_id: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_

        done = self.done

        status_code = self.status_code

        word_timestamps = self.word_timestamps.to_dict()

        context_id: None | str | Unset
        if isinstance(self.context_id, Unset):
            context_id = UNSET
        else:
            context_id = self.context_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "type": type_,
                "done": done,
                "status_code": status_code,
                "word_timestamps": word_timestamps,
            }
        )
        if context_id is not UNSET:
            field_dict["context_id"] = context_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.word_timestamps import WordTimestamps  # noqa: PLC0415

        d = dict(src_dict)
        type_ = cast(Literal["timestamps"], d.pop("type"))
        if type_ != "timestamps":
            raise ValueError(f"type must match const 'timestamps', got '{type_}'")

        done = d.pop("done")

        status_code = d.pop("status_code")

        word_timestamps = WordTimestamps.from_dict(d.pop("word_timestamps"))

        def _parse_context_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        context_id = _parse_context_id(d.pop("context_id", UNSET))

        ttssse_timestamps_event = cls(
            type_=type_,
            done=done,
            status_code=status_code,
            word_timestamps=word_timestamps,
            context_id=context_id,
        )

        ttssse_timestamps_event.additional_properties = d
        return ttssse_timestamps_event

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
