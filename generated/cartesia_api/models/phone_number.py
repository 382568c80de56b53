from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="PhoneNumber")


@_attrs_define
class PhoneNumber:
    """A phone number of an agent.

    Attributes:
        agent_id (str): Id of the agent that it reaches.
        number (str): The number.
        created_at (datetime.datetime): When it was added, in UTC.
        updated_at (datetime.datetime): When it was changed last, in UTC.
        is_cartesia_managed (bool): Whether Cartesia provides it; always true, so far.
    """

    agent_id: str
    number: str
    created_at: datetime.datetime
    updated_at: datetime.datetime
    is_cartesia_managed: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        agent_id = self.agent_id

        number = self.number

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        is_cartesia_managed = self.is_cartesia_managed

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "agent_id": agent_id,
                "number": number,
                "created_at": created_at,
                "updated_at": updated_at,
                "is_cartesia_managed": is_cartesia_managed,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        agent_id = d.pop("agent_id")

        number = d.pop("number")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        is_cartesia_managed = d.pop("is_cartesia_managed")

        phone_number = cls(
            agent_id=agent_id,
            number=number,
            created_at=created_at,
            updated_at=updated_at,
            is_cartesia_managed=is_cartesia_managed,
        )

        phone_number.additional_properties = d
        return phone_number

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
