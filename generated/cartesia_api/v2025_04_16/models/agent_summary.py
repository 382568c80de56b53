from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ...types import UNSET, Unset

if TYPE_CHECKING:
    from ...models.git_repository import GitRepository
    from ...models.phone_number_summary import PhoneNumberSummary


T = TypeVar("T", bound="AgentSummary")


@_attrs_define
class AgentSummary:
    """A voice agent.

    Attributes:
        id (str): Id of the agent.
        name (str): Name of the agent, unique within the account.
        created_at (datetime.datetime): When it was made, in UTC.
        updated_at (datetime.datetime): When it was changed last, in UTC.
        tts_voice (str): Id of the voice it speaks with.
        tts_language (str): Language it speaks.
        has_text_to_agent_run (bool): Whether it was made from a description in words, a feature that is being retired.
        deployment_count (int): How many deployments it has.
        description (None | str | Unset): What the agent does.
        webhook_id (None | str | Unset): Id of the webhook that hears of its calls.
        deleted_at (datetime.datetime | None | Unset): When it was deleted, if it was.
        git_repository (GitRepository | None | Unset): Where its code lives.
        git_deploy_branch (None | str | Unset): Branch that is deployed.
        phone_numbers (list[PhoneNumberSummary] | None | Unset): Its phone numbers; one at most, so far.
        background_sound_file_id (None | str | Unset): Id of a file that plays in the background of calls.
        background_sound_volume (float | None | Unset): Loudness of the background.
    """

    id: str
    name: str
    created_at: datetime.datetime
    updated_at: datetime.datetime
    tts_voice: str
    tts_language: str
    has_text_to_agent_run: bool
    deployment_count: int
    description: None | str | Unset = UNSET
    webhook_id: None | str | Unset = UNSET
    deleted_at: datetime.datetime | None | Unset = UNSET
    git_repository: GitRepository | None | Unset = UNSET
    git_deploy_branch: None | str | Unset = UNSET
    phone_numbers: list[PhoneNumberSummary] | None | Unset = UNSET
    background_sound_file_id: None | str | Unset = UNSET
    background_sound_volume: float | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ...models.git_repository import GitRepository  # noqa: PLC0415

        id = self.id

        name = self.name

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        tts_voice = self.tts_voice

        tts_language = self.tts_language

        has_text_to_agent_run = self.has_text_to_agent_run

        deployment_count = self.deployment_count

        description: None | str | Unset
        if isinstance(self.description, Unset):
            description = UNSET
        else:
            description = self.description

        webhook_id: None | str | Unset
        if isinstance(self.webhook_id, Unset):
            webhook_id = UNSET
        else:
            webhook_id = self.webhook_id

        deleted_at: None | str | Unset
        if isinstance(self.deleted_at, Unset):
            deleted_at = UNSET
        elif isinstance(self.deleted_at, datetime.datetime):
            deleted_at = self.deleted_at.isoformat()
        else:
            deleted_at = self.deleted_at

        git_repository: dict[str, Any] | None | Unset
        if isinstance(self.git_repository, Unset):
            git_repository = UNSET
        elif isinstance(self.git_repository, GitRepository):
            git_repository = self.git_repository.to_dict()
        else:
            git_repository = self.git_repository

        git_deploy_branch: None | str | Unset
        if isinstance(self.git_deploy_branch, Unset):
            git_deploy_branch = UNSET
        else:
            git_deploy_branch = self.git_deploy_branch

        phone_numbers: list[dict[str, Any]] | None | Unset
        if isinstance(self.phone_numbers, Unset):
            phone_numbers = UNSET
        elif isinstance(self.phone_numbers, list):
            phone_numbers = []
            for phone_numbers_type_0_item_data in self.phone_numbers:
                phone_numbers_type_0_item = phone_numbers_type_0_item_data.to_dict()
                phone_numbers.append(phone_numbers_type_0_item)

        else:
            phone_numbers = self.phone_numbers

        background_sound_file_id: None | str | Unset
        if isinstance(self.background_sound_file_id, Unset):
            background_sound_file_id = UNSET
        else:
            background_sound_file_id = self.background_sound_file_id

        background_sound_volume: float | None | Unset
        if isinstance(self.background_sound_volume, Unset):
            background_sound_volume = UNSET
        else:
            background_sound_volume = self.background_sound_volume

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "created_at": created_at,
                "updated_at": updated_at,
                "tts_voice": tts_voice,
                "tts_language": tts_language,
                "has_text_to_agent_run": has_text_to_agent_run,
                "deployment_count": deployment_count,
            }
        )
        if description is not UNSET:
            field_dict["description"] = description
        if webhook_id is not UNSET:
            field_dict["webhook_id"] = webhook_id
        if deleted_at is not UNSET:
            field_dict["deleted_at"] = deleted_at
        if git_repository is not UNSET:
            field_dict["git_repository"] = git_repository
        if git_deploy_branch is not UNSET:
            field_dict["git_deploy_branch"] = git_deploy_branch
        if phone_numbers is not UNSET:
            field_dict["phone_numbers"] = phone_numbers
        if background_sound_file_id is not UNSET:
            field_dict["background_sound_file_id"] = background_sound_file_id
        if background_sound_volume is not UNSET:
            field_dict["background_sound_volume"] = background_sound_volume

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ...models.git_repository import GitRepository  # noqa: PLC0415
        from ...models.phone_number_summary import PhoneNumberSummary  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        tts_voice = d.pop("tts_voice")

        tts_language = d.pop("tts_language")

        has_text_to_agent_run = d.pop("has_text_to_agent_run")

        deployment_count = d.pop("deployment_count")

        def _parse_description(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        description = _parse_description(d.pop("description", UNSET))

        def _parse_webhook_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        webhook_id = _parse_webhook_id(d.pop("webhook_id", UNSET))

        def _parse_deleted_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                deleted_at_type_0 = datetime.datetime.fromisoformat(data)

                return deleted_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        deleted_at = _parse_deleted_at(d.pop("deleted_at", UNSET))

        def _parse_git_repository(data: object) -> GitRepository | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                git_repository_type_0 = GitRepository.from_dict(data)

                return git_repository_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GitRepository | None | Unset, data)

        git_repository = _parse_git_repository(d.pop("git_repository", UNSET))

        def _parse_git_deploy_branch(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        git_deploy_branch = _parse_git_deploy_branch(d.pop("git_deploy_branch", UNSET))

        def _parse_phone_numbers(data: object) -> list[PhoneNumberSummary] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                phone_numbers_type_0 = []
                _phone_numbers_type_0 = data
                for phone_numbers_type_0_item_data in _phone_numbers_type_0:
                    phone_numbers_type_0_item = PhoneNumberSummary.from_dict(
                        phone_numbers_type_0_item_data
                    )

                    phone_numbers_type_0.append(phone_numbers_type_0_item)

                return phone_numbers_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[PhoneNumberSummary] | None | Unset, data)

        phone_numbers = _parse_phone_numbers(d.pop("phone_numbers", UNSET))

        def _parse_background_sound_file_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        background_sound_file_id = _parse_background_sound_file_id(
            d.pop("background_sound_file_id", UNSET)
        )

        def _parse_background_sound_volume(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        background_sound_volume = _parse_background_sound_volume(
            d.pop("background_sound_volume", UNSET)
        )

        agent_summary = cls(
            id=id,
            name=name,
            created_at=created_at,
            updated_at=updated_at,
            tts_voice=tts_voice,
            tts_language=tts_language,
            has_text_to_agent_run=has_text_to_agent_run,
            deployment_count=deployment_count,
            description=description,
            webhook_id=webhook_id,
            deleted_at=deleted_at,
            git_repository=git_repository,
            git_deploy_branch=git_deploy_branch,
            phone_numbers=phone_numbers,
            background_sound_file_id=background_sound_file_id,
            background_sound_volume=background_sound_volume,
        )

        agent_summary.additional_properties = d
        return agent_summary

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
