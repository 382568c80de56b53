from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.transcription_word import TranscriptionWord


T = TypeVar("T", bound="TranscriptionResponse")


@_attrs_define
class TranscriptionResponse:
    """The text of a recording.

    Attributes:
        type_ (Literal['transcript']): Kind of the message. Default: 'transcript'.
        text (str): The text.
        request_id (str | Unset): Id of the request.
        is_final (bool | Unset): Of no meaning here.
        language (str | Unset): Language as it was given.
        duration (float | Unset): Length of the recording in seconds.
        words (list[TranscriptionWord] | Unset): The words and their times; only on request.
    """

    text: str
    type_: Literal["transcript"] = "transcript"
    request_id: str | Unset = UNSET
    is_final: bool | Unset = UNSET
    language: str | Unset = UNSET
    duration: float | Unset = UNSET
    words: list[TranscriptionWord] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_

        text = self.text

        request_id = self.request_id

        is_final = self.is_final

        language = self.language

        duration = self.duration

        words: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.words, Unset):
            words = []
            for words_item_data in self.words:
                words_item = words_item_data.to_dict()
                words.append(words_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "type": type_,
                "text": text,
            }
        )
        if request_id is not UNSET:
            field_dict["request_id"] = request_id
        if is_final is not UNSET:
            field_dict["is_final"] = is_final
        if language is not UNSET:
            field_dict["language"] = language
        if duration is not UNSET:
            field_dict["duration"] = duration
        if words is not UNSET:
            field_dict["words"] = words

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.transcription_word import TranscriptionWord  # noqa: PLC0415

        d = dict(src_dict)
        type_ = cast(Literal["transcript"], d.pop("type"))
        if type_ != "transcript":
            raise ValueError(f"type must match const 'transcript', got '{type_}'")

        text = d.pop("text")

        request_id = d.pop("request_id", UNSET)

        is_final = d.pop("is_final", UNSET)

        language = d.pop("language", UNSET)

        duration = d.pop("duration", UNSET)

        _words = d.pop("words", UNSET)
        words: list[TranscriptionWord] | Unset = UNSET
        if _words is not UNSET:
            words = []
            for words_item_data in _words:
                words_item = TranscriptionWord.from_dict(words_item_data)

                words.append(words_item)

        transcription_response = cls(
            type_=type_,
            text=text,
            request_id=request_id,
            is_final=is_final,
            language=language,
            duration=duration,
            words=words,
        )

        transcription_response.additional_properties = d
        return transcription_response

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
