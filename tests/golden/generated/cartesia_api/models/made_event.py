from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.style import Style


T = TypeVar("T", bound="MadeEvent")


@_attrs_define
class MadeEvent:
    """Something was made.

    Attributes:
        type_ (Literal['made']): Kind. Default: 'made'.
        done (bool): More to come. Default: False.
        sound (str): Its sound.
        style (None | Style | Unset): Manner.
    """

    sound: str
    type_: Literal["made"] = "made"
    done: bool = False
    style: None | Style | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.style import Style  # noqa: PLC0415

        type_ = self.type_

        done = self.done

        sound = self.sound

        style: dict[str, Any] | None | Unset
        if isinstance(self.style, Unset):
            style = UNSET
        elif isinstance(self.style, Style):
            style = self.style.to_dict()
        else:
            style = self.style

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "type": type_,
                "done": done,
                "sound": sound,
            }
        )
        if style is not UNSET:
            field_dict["style"] = style

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.style import Style  # noqa: PLC0415

        d = dict(src_dict)
        type_ = cast(Literal["made"], d.pop("type"))
        if type_ != "made":
            raise ValueError(f"type must match const 'made', got '{type_}'")

        done = d.pop("done")

        sound = d.pop("sound")

        def _parse_style(data: object) -> None | Style | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                style_type_0 = Style.from_dict(data)

                return style_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Style | Unset, data)

        style = _parse_style(d.pop("style", UNSET))

        made_event = cls(
            type_=type_,
            done=done,
            sound=sound,
            style=style,
        )

        made_event.additional_properties = d
        return made_event

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
