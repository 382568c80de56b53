from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.transcription_word import TranscriptionWord


T = TypeVar("T", bound="STTManualFinalizeTranscript")


@_attrs_define
class STTManualFinalizeTranscript:
    """Text since the last final one.

    Attributes:
        type_ (Literal['transcript']): Kind of the message. Default: 'transcript'.
        text (str): The text. Final texts are to be joined as they are; one that is not final is replaced by the next.
        is_final (bool): Whether the text will not change any more.
        request_id (str): Id of the connection.
        duration (float | Unset): Seconds of audio behind it.
        language (str | Unset): Language, an ISO 639-1 code.
        words (list[TranscriptionWord] | Unset): The words and their times.
    """

    text: str
    is_final: bool
    request_id: str
    type_: Literal["transcript"] = "transcript"
    duration: float | Unset = UNSET
    language: str | Unset = UNSET
    words: list[TranscriptionWord] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_

        text = self.text

        is_final = self.is_final

        request_id = self.request_id

        duration = self.duration

        language = self.language

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
                "is_final": is_final,
                "request_id": request_id,
            }
        )
        if duration is not UNSET:
            field_dict["duration"] = duration
        if language is not UNSET:
            field_dict["language"] = language
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

        is_final = d.pop("is_final")

        request_id = d.pop("request_id")

        duration = d.pop("duration", UNSET)

        language = d.pop("language", UNSET)

        _words = d.pop("words", UNSET)
        words: list[TranscriptionWord] | Unset = UNSET
        if _words is not UNSET:
            words = []
            for words_item_data in _words:
                words_item = TranscriptionWord.from_dict(words_item_data)

                words.append(words_item)

        stt_manual_finalize_transcript = cls(
            type_=type_,
            text=text,
            is_final=is_final,
            request_id=request_id,
            duration=duration,
            language=language,
            words=words,
        )

        stt_manual_finalize_transcript.additional_properties = d
        return stt_manual_finalize_transcript

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
