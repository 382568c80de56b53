from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="AgentTemplate")


@_attrs_define
class AgentTemplate:
    """Code to start an agent from.

    Attributes:
        id (str): Id of the template.
        name (str): Name of the template.
        repo_url (str): Address of its git repository.
        root_dir (str): Its folder in the repository; may be empty.
        owner_id (str): Id of the user or organization that owns it.
        created_at (datetime.datetime): When it was made, in UTC.
        updated_at (datetime.datetime): When it was changed last, in UTC.
        description (None | str | Unset): What it does.
        required_env_vars (list[str] | None | Unset): Environment variables that it needs.
        dependencies (list[str] | None | Unset): Packages that it needs.
    """

    id: str
    name: str
    repo_url: str
    root_dir: str
    owner_id: str
    created_at: datetime.datetime
    updated_at: datetime.datetime
    description: None | str | Unset = UNSET
    required_env_vars: list[str] | None | Unset = UNSET
    dependencies: list[str] | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        name = self.name

        repo_url = self.repo_url

        root_dir = self.root_dir

        owner_id = self.owner_id

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        description: None | str | Unset
        if isinstance(self.description, Unset):
            description = UNSET
        else:
            description = self.description

        required_env_vars: list[str] | None | Unset
        if isinstance(self.required_env_vars, Unset):
            required_env_vars = UNSET
        elif isinstance(self.required_env_vars, list):
            required_env_vars = self.required_env_vars

        else:
            required_env_vars = self.required_env_vars

        dependencies: list[str] | None | Unset
        if isinstance(self.dependencies, Unset):
            dependencies = UNSET
        elif isinstance(self.dependencies, list):
            dependencies = self.dependencies

        else:
            dependencies = self.dependencies

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "repo_url": repo_url,
                "root_dir": root_dir,
                "owner_id": owner_id,
                "created_at": created_at,
                "updated_at": updated_at,
            }
        )
        if description is not UNSET:
            field_dict["description"] = description
        if required_env_vars is not UNSET:
            field_dict["required_env_vars"] = required_env_vars
        if dependencies is not UNSET:
            field_dict["dependencies"] = dependencies

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        repo_url = d.pop("repo_url")

        root_dir = d.pop("root_dir")

        owner_id = d.pop("owner_id")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        def _parse_description(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        description = _parse_description(d.pop("description", UNSET))

        def _parse_required_env_vars(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                required_env_vars_type_0 = cast(list[str], data)

                return required_env_vars_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        required_env_vars = _parse_required_env_vars(d.pop("required_env_vars", UNSET))

        def _parse_dependencies(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                dependencies_type_0 = cast(list[str], data)

                return dependencies_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        dependencies = _parse_dependencies(d.pop("dependencies", UNSET))

        agent_template = cls(
            id=id,
            name=name,
            repo_url=repo_url,
            root_dir=root_dir,
            owner_id=owner_id,
            created_at=created_at,
            updated_at=updated_at,
            description=description,
            required_env_vars=required_env_vars,
            dependencies=dependencies,
        )

        agent_template.additional_properties = d
        return agent_template

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
