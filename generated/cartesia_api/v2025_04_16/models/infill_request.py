from __future__ import annotations

import json
from collections.abc import Mapping
from io import BytesIO
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ... import types
from ...types import UNSET, File, FileTypes, Unset

if TYPE_CHECKING:
    from ...models.mp3_output_format import MP3OutputFormat
    from ...models.raw_output_format import RawOutputFormat
    from ...models.wav_output_format import WAVOutputFormat


T = TypeVar("T", bound="InfillRequest")


@_attrs_define
class InfillRequest:
    """Two clips, of which one may be missing, and what to say between them.

    Attributes:
        left_audio (File | Unset): The clip before the gap.
        right_audio (File | Unset): The clip after the gap.
        model_id (str | Unset): Id of the model, such as `sonic-2`.
        language (str | Unset): Language of the transcript, such as `en`.
        transcript (str | Unset): The text to speak.
        voice_id (str | Unset): Id of the voice that speaks.
        output_format (MP3OutputFormat | RawOutputFormat | Unset | WAVOutputFormat): Container, encoding and sample rate
            of the audio.
    """

    left_audio: File | Unset = UNSET
    right_audio: File | Unset = UNSET
    model_id: str | Unset = UNSET
    language: str | Unset = UNSET
    transcript: str | Unset = UNSET
    voice_id: str | Unset = UNSET
    output_format: MP3OutputFormat | RawOutputFormat | Unset | WAVOutputFormat = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ...models.raw_output_format import RawOutputFormat  # noqa: PLC0415
        from ...models.wav_output_format import WAVOutputFormat  # noqa: PLC0415

        left_audio: FileTypes | Unset = UNSET
        if not isinstance(self.left_audio, Unset):
            left_audio = self.left_audio.to_tuple()

        right_audio: FileTypes | Unset = UNSET
        if not isinstance(self.right_audio, Unset):
            right_audio = self.right_audio.to_tuple()

        model_id = self.model_id

        language = self.language

        transcript = self.transcript

        voice_id = self.voice_id

        output_format: dict[str, Any] | Unset
        if isinstance(self.output_format, Unset):
            output_format = UNSET
        elif isinstance(self.output_format, RawOutputFormat):
            output_format = self.output_format.to_dict()
        elif isinstance(self.output_format, WAVOutputFormat):
            output_format = self.output_format.to_dict()
        else:
            output_format = self.output_format.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if left_audio is not UNSET:
            field_dict["left_audio"] = left_audio
        if right_audio is not UNSET:
            field_dict["right_audio"] = right_audio
        if model_id is not UNSET:
            field_dict["model_id"] = model_id
        if language is not UNSET:
            field_dict["language"] = language
        if transcript is not UNSET:
            field_dict["transcript"] = transcript
        if voice_id is not UNSET:
            field_dict["voice_id"] = voice_id
        if output_format is not UNSET:
            field_dict["output_format"] = output_format

        return field_dict

    def to_multipart(self) -> types.RequestFiles:
        from ...models.raw_output_format import RawOutputFormat  # noqa: PLC0415
        from ...models.wav_output_format import WAVOutputFormat  # noqa: PLC0415

        files: types.RequestFiles = []

        if not isinstance(self.left_audio, Unset):
            files.append(("left_audio", self.left_audio.to_tuple()))

        if not isinstance(self.right_audio, Unset):
            files.append(("right_audio", self.right_audio.to_tuple()))

        if not isinstance(self.model_id, Unset):
            files.append(("model_id", (None, str(self.model_id).encode(), "text/plain")))

        if not isinstance(self.language, Unset):
            files.append(("language", (None, str(self.language).encode(), "text/plain")))

        if not isinstance(self.transcript, Unset):
            files.append(("transcript", (None, str(self.transcript).encode(), "text/plain")))

        if not isinstance(self.voice_id, Unset):
            files.append(("voice_id", (None, str(self.voice_id).encode(), "text/plain")))

        if not isinstance(self.output_format, Unset):
            if isinstance(self.output_format, RawOutputFormat):
                files.append(
                    (
                        "output_format",
                        (
                            None,
                            json.dumps(self.output_format.to_dict()).encode(),
                            "application/json",
                        ),
                    )
                )
            elif isinstance(self.output_format, WAVOutputFormat):
                files.append(
                    (
                        "output_format",
                        (
                            None,
                            json.dumps(self.output_format.to_dict()).encode(),
                            "application/json",
                        ),
                    )
                )
            else:
                files.append(
                    (
                        "output_format",
                        (
                            None,
                            json.dumps(self.output_format.to_dict()).encode(),
                            "application/json",
                        ),
                    )
                )

        for prop_name, prop in self.additional_properties.items():
            files.append((prop_name, (None, str(prop).encode(), "text/plain")))

        return files

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ...models.mp3_output_format import MP3OutputFormat  # noqa: PLC0415
        from ...models.raw_output_format import RawOutputFormat  # noqa: PLC0415
        from ...models.wav_output_format import WAVOutputFormat  # noqa: PLC0415

        d = dict(src_dict)
        _left_audio = d.pop("left_audio", UNSET)
        left_audio: File | Unset
        if isinstance(_left_audio, Unset):
            left_audio = UNSET
        else:
            left_audio = File(payload=BytesIO(_left_audio))

        _right_audio = d.pop("right_audio", UNSET)
        right_audio: File | Unset
        if isinstance(_right_audio, Unset):
            right_audio = UNSET
        else:
            right_audio = File(payload=BytesIO(_right_audio))

        model_id = d.pop("model_id", UNSET)

        language = d.pop("language", UNSET)

        transcript = d.pop("transcript", UNSET)

        voice_id = d.pop("voice_id", UNSET)

        def _parse_output_format(
            data: object,
        ) -> MP3OutputFormat | RawOutputFormat | Unset | WAVOutputFormat:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_output_format_type_0 = RawOutputFormat.from_dict(data)

                return componentsschemas_output_format_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_output_format_type_1 = WAVOutputFormat.from_dict(data)

                return componentsschemas_output_format_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            componentsschemas_output_format_type_2 = MP3OutputFormat.from_dict(data)

            return componentsschemas_output_format_type_2

        output_format = _parse_output_format(d.pop("output_format", UNSET))

        infill_request = cls(
            left_audio=left_audio,
            right_audio=right_audio,
            model_id=model_id,
            language=language,
            transcript=transcript,
            voice_id=voice_id,
            output_format=output_format,
        )

        infill_request.additional_properties = d
        return infill_request

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
