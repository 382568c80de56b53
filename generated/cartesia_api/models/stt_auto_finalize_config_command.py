from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.stt_auto_finalize_config_command_turn import STTAutoFinalizeConfigCommandTurn


T = TypeVar("T", bound="STTAutoFinalizeConfigCommand")


@_attrs_define
class STTAutoFinalizeConfigCommand:
    """Changes how turns are found.

    Attributes:
        type_ (Literal['config']): Kind of the command. Default: 'config'.
        turn (STTAutoFinalizeConfigCommandTurn | Unset): How turns are found; what is absent stays as it is.
    """

    type_: Literal["config"] = "config"
    turn: STTAutoFinalizeConfigCommandTurn | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_

        turn: dict[str, Any] | Unset = UNSET
        if not isinstance(self.turn, Unset):
            turn = self.turn.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "type": type_,
            }
        )
        if turn is not UNSET:
            field_dict["turn"] = turn

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.stt_auto_finalize_config_command_turn import STTAutoFinalizeConfigCommandTurn  # noqa: PLC0415

        d = dict(src_dict)
        type_ = cast(Literal["config"], d.pop("type"))
        if type_ != "config":
            raise ValueError(f"type must match const 'config', got '{type_}'")

        _turn = d.pop("turn", UNSET)
        turn: STTAutoFinalizeConfigCommandTurn | Unset
        if isinstance(_turn, Unset):
            turn = UNSET
        else:
            turn = STTAutoFinalizeConfigCommandTurn.from_dict(_turn)

        stt_auto_finalize_config_command = cls(
            type_=type_,
            turn=turn,
        )

        stt_auto_finalize_config_command.additional_properties = d
        return stt_auto_finalize_config_command

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
