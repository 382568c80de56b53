from __future__ import annotations

import json
from collections.abc import Mapping
from io import BytesIO
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ... import types
from ...types import UNSET, File, Unset
from ..models.emotion_deprecated import EmotionDeprecated, check_emotion_deprecated
from ..models.natural_specifier import NaturalSpecifier, check_natural_specifier

if TYPE_CHECKING:
    from ...models.mp3_output_format import MP3OutputFormat
    from ...models.wav_output_format import WAVOutputFormat
    from ..models.raw_output_format import RawOutputFormat


T = TypeVar("T", bound="InfillRequest")


@_attrs_define
class InfillRequest:
    """Two clips, of which one may be missing, and what to say between them.

    Attributes:
        left_audio (File): The clip before the gap.
        right_audio (File): The clip after the gap.
        model_id (str): Id of the model, such as `sonic-2`.
        language (str): Language of the transcript, such as `en`.
        transcript (str): The text to speak.
        voice_id (str): Id of the voice that speaks.
        output_format (MP3OutputFormat | RawOutputFormat | WAVOutputFormat): Container, encoding and sample rate of the
            audio.
        voice_experimental_controlsspeed (float | NaturalSpecifier | Unset): Speed of the speech, as a number or in
            words.
        voice_experimental_controlsemotion (list[EmotionDeprecated] | Unset): Emotions, each with its strength.
    """

    left_audio: File
    right_audio: File
    model_id: str
    language: str
    transcript: str
    voice_id: str
    output_format: MP3OutputFormat | RawOutputFormat | WAVOutputFormat
    voice_experimental_controlsspeed: float | NaturalSpecifier | Unset = UNSET
    voice_experimental_controlsemotion: list[EmotionDeprecated] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ...models.wav_output_format import WAVOutputFormat  # noqa: PLC0415
        from ..models.raw_output_format import RawOutputFormat  # noqa: PLC0415

        left_audio = self.left_audio.to_tuple()

        right_audio = self.right_audio.to_tuple()

        model_id = self.model_id

        language = self.language

        transcript = self.transcript

        voice_id = self.voice_id

        output_format: dict[str, Any]
        if isinstance(self.output_format, RawOutputFormat):
            output_format = self.output_format.to_dict()
        elif isinstance(self.output_format, WAVOutputFormat):
            output_format = self.output_format.to_dict()
        else:
            output_format = self.output_format.to_dict()

        voice_experimental_controlsspeed: float | str | Unset
        if isinstance(self.voice_experimental_controlsspeed, Unset):
            voice_experimental_controlsspeed = UNSET
        elif isinstance(self.voice_experimental_controlsspeed, str):
            voice_experimental_controlsspeed = self.voice_experimental_controlsspeed
        else:
            voice_experimental_controlsspeed = self.voice_experimental_controlsspeed

        voice_experimental_controlsemotion: list[str] | Unset = UNSET
        if not isinstance(self.voice_experimental_controlsemotion, Unset):
            voice_experimental_controlsemotion = []
            for (
                voice_experimental_controlsemotion_item_data
            ) in self.voice_experimental_controlsemotion:
                voice_experimental_controlsemotion_item: str = (
                    voice_experimental_controlsemotion_item_data
                )
                voice_experimental_controlsemotion.append(voice_experimental_controlsemotion_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "left_audio": left_audio,
                "right_audio": right_audio,
                "model_id": model_id,
                "language": language,
                "transcript": transcript,
                "voice_id": voice_id,
                "output_format": output_format,
            }
        )
        if voice_experimental_controlsspeed is not UNSET:
            field_dict["voice[__experimental_controls][speed]"] = voice_experimental_controlsspeed
        if voice_experimental_controlsemotion is not UNSET:
            field_dict["voice[__experimental_controls][emotion][]"] = (
                voice_experimental_controlsemotion
            )

        return field_dict

    def to_multipart(self) -> types.RequestFiles:
        from ...models.wav_output_format import WAVOutputFormat  # noqa: PLC0415
        from ..models.raw_output_format import RawOutputFormat  # noqa: PLC0415

        files: types.RequestFiles = []

        files.append(("left_audio", self.left_audio.to_tuple()))

        files.append(("right_audio", self.right_audio.to_tuple()))

        files.append(("model_id", (None, str(self.model_id).encode(), "text/plain")))

        files.append(("language", (None, str(self.language).encode(), "text/plain")))

        files.append(("transcript", (None, str(self.transcript).encode(), "text/plain")))

        files.append(("voice_id", (None, str(self.voice_id).encode(), "text/plain")))

        if isinstance(self.output_format, RawOutputFormat):
            files.append(
                (
                    "output_format",
                    (None, json.dumps(self.output_format.to_dict()).encode(), "application/json"),
                )
            )
        elif isinstance(self.output_format, WAVOutputFormat):
            files.append(
                (
                    "output_format",
                    (None, json.dumps(self.output_format.to_dict()).encode(), "application/json"),
                )
            )
        else:
            files.append(
                (
                    "output_format",
                    (None, json.dumps(self.output_format.to_dict()).encode(), "application/json"),
                )
            )

        if not isinstance(self.voice_experimental_controlsspeed, Unset):
            if isinstance(self.voice_experimental_controlsspeed, float):
                files.append(
                    (
                        "voice[__experimental_controls][speed]",
                        (None, str(self.voice_experimental_controlsspeed).encode(), "text/plain"),
                    )
                )
            else:
                files.append(
                    (
                        "voice[__experimental_controls][speed]",
                        (None, str(self.voice_experimental_controlsspeed).encode(), "text/plain"),
                    )
                )

        if not isinstance(self.voice_experimental_controlsemotion, Unset):
            for (
                voice_experimental_controlsemotion_item_element
            ) in self.voice_experimental_controlsemotion:
                files.append(
                    (
                        "voice[__experimental_controls][emotion][]",
                        (
                            None,
                            str(voice_experimental_controlsemotion_item_element).encode(),
                            "text/plain",
                        ),
                    )
                )

        for prop_name, prop in self.additional_properties.items():
            files.append((prop_name, (None, str(prop).encode(), "text/plain")))

        return files

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ...models.mp3_output_format import MP3OutputFormat  # noqa: PLC0415
        from ...models.wav_output_format import WAVOutputFormat  # noqa: PLC0415
        from ..models.raw_output_format import RawOutputFormat  # noqa: PLC0415

        d = dict(src_dict)
        left_audio = File(payload=BytesIO(d.pop("left_audio")))

        right_audio = File(payload=BytesIO(d.pop("right_audio")))

        model_id = d.pop("model_id")

        language = d.pop("language")

        transcript = d.pop("transcript")

        voice_id = d.pop("voice_id")

        def _parse_output_format(
            data: object,
        ) -> MP3OutputFormat | RawOutputFormat | WAVOutputFormat:
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

        output_format = _parse_output_format(d.pop("output_format"))

        def _parse_voice_experimental_controlsspeed(
            data: object,
        ) -> float | NaturalSpecifier | Unset:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                componentsschemas_speed_type_1 = check_natural_specifier(data)

                return componentsschemas_speed_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(float | NaturalSpecifier | Unset, data)

        voice_experimental_controlsspeed = _parse_voice_experimental_controlsspeed(
            d.pop("voice[__experimental_controls][speed]", UNSET)
        )

        _voice_experimental_controlsemotion = d.pop(
            "voice[__experimental_controls][emotion][]", UNSET
        )
        voice_experimental_controlsemotion: list[EmotionDeprecated] | Unset = UNSET
        if _voice_experimental_controlsemotion is not UNSET:
            voice_experimental_controlsemotion = []
            for voice_experimental_controlsemotion_item_data in _voice_experimental_controlsemotion:
                voice_experimental_controlsemotion_item = check_emotion_deprecated(
                    voice_experimental_controlsemotion_item_data
                )

                voice_experimental_controlsemotion.append(voice_experimental_controlsemotion_item)

        infill_request = cls(
            left_audio=left_audio,
            right_audio=right_audio,
            model_id=model_id,
            language=language,
            transcript=transcript,
            voice_id=voice_id,
            output_format=output_format,
            voice_experimental_controlsspeed=voice_experimental_controlsspeed,
            voice_experimental_controlsemotion=voice_experimental_controlsemotion,
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
