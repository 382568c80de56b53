from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.deployment_status import DeploymentStatus, check_deployment_status
from ..types import UNSET, Unset

T = TypeVar("T", bound="Deployment")


@_attrs_define
class Deployment:
    """A version of an agent's code, built and deployed.

    Attributes:
        id (str): Id of the deployment.
        agent_id (str): Id of the agent.
        status (DeploymentStatus | str): How far it is.
        is_pinned (bool): Whether it is the active deployment of its agent.
        is_live (bool): Whether it answers calls.
        env_var_collection_id (str): Id of its set of environment variables.
        source_code_file_id (str): Id of the file with its code.
        git_commit_hash (str): Commit it was built from.
        created_at (datetime.datetime): When it was made, in UTC.
        updated_at (datetime.datetime): When it was changed last, in UTC.
        build_started_at (datetime.datetime): When building began.
        build_completed_at (datetime.datetime): When building ended.
        build_logs (str): What building printed.
        deployment_started_at (datetime.datetime): When deploying began.
        deployment_completed_at (datetime.datetime): When deploying ended.
        build_error (None | str | Unset): Why building failed.
        deployment_error (None | str | Unset): Why deploying failed.
    """

    id: str
    agent_id: str
    status: DeploymentStatus | str
    is_pinned: bool
    is_live: bool
    env_var_collection_id: str
    source_code_file_id: str
    git_commit_hash: str
    created_at: datetime.datetime
    updated_at: datetime.datetime
    build_started_at: datetime.datetime
    build_completed_at: datetime.datetime
    build_logs: str
    deployment_started_at: datetime.datetime
    deployment_completed_at: datetime.datetime
    build_error: None | str | Unset = UNSET
    deployment_error: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        agent_id = self.agent_id

        status: str
        if isinstance(self.status, str):
            status = self.status
        else:
            status = self.status

        is_pinned = self.is_pinned

        is_live = self.is_live

        env_var_collection_id = self.env_var_collection_id

        source_code_file_id = self.source_code_file_id

        git_commit_hash = self.git_commit_hash

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        build_started_at = self.build_started_at.isoformat()

        build_completed_at = self.build_completed_at.isoformat()

        build_logs = self.build_logs

        deployment_started_at = self.deployment_started_at.isoformat()

        deployment_completed_at = self.deployment_completed_at.isoformat()

        build_error: None | str | Unset
        if isinstance(self.build_error, Unset):
            build_error = UNSET
        else:
            build_error = self.build_error

        deployment_error: None | str | Unset
        if isinstance(self.deployment_error, Unset):
            deployment_error = UNSET
        else:
            deployment_error = self.deployment_error

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "agent_id": agent_id,
                "status": status,
                "is_pinned": is_pinned,
                "is_live": is_live,
                "env_var_collection_id": env_var_collection_id,
                "source_code_file_id": source_code_file_id,
                "git_commit_hash": git_commit_hash,
                "created_at": created_at,
                "updated_at": updated_at,
                "build_started_at": build_started_at,
                "build_completed_at": build_completed_at,
                "build_logs": build_logs,
                "deployment_started_at": deployment_started_at,
                "deployment_completed_at": deployment_completed_at,
            }
        )
        if build_error is not UNSET:
            field_dict["build_error"] = build_error
        if deployment_error is not UNSET:
            field_dict["deployment_error"] = deployment_error

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        agent_id = d.pop("agent_id")

        def _parse_status(data: object) -> DeploymentStatus | str:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                status_type_0 = check_deployment_status(data)

                return status_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DeploymentStatus | str, data)

        status = _parse_status(d.pop("status"))

        is_pinned = d.pop("is_pinned")

        is_live = d.pop("is_live")

        env_var_collection_id = d.pop("env_var_collection_id")

        source_code_file_id = d.pop("source_code_file_id")

        git_commit_hash = d.pop("git_commit_hash")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        build_started_at = datetime.datetime.fromisoformat(d.pop("build_started_at"))

        build_completed_at = datetime.datetime.fromisoformat(d.pop("build_completed_at"))

        build_logs = d.pop("build_logs")

        deployment_started_at = datetime.datetime.fromisoformat(d.pop("deployment_started_at"))

        deployment_completed_at = datetime.datetime.fromisoformat(d.pop("deployment_completed_at"))

        def _parse_build_error(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        build_error = _parse_build_error(d.pop("build_error", UNSET))

        def _parse_deployment_error(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        deployment_error = _parse_deployment_error(d.pop("deployment_error", UNSET))

        deployment = cls(
            id=id,
            agent_id=agent_id,
            status=status,
            is_pinned=is_pinned,
            is_live=is_live,
            env_var_collection_id=env_var_collection_id,
            source_code_file_id=source_code_file_id,
            git_commit_hash=git_commit_hash,
            created_at=created_at,
            updated_at=updated_at,
            build_started_at=build_started_at,
            build_completed_at=build_completed_at,
            build_logs=build_logs,
            deployment_started_at=deployment_started_at,
            deployment_completed_at=deployment_completed_at,
            build_error=build_error,
            deployment_error=deployment_error,
        )

        deployment.additional_properties = d
        return deployment

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
