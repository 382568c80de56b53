from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.agent_call_status import AgentCallStatus, check_agent_call_status
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.agent_transcript import AgentTranscript
    from ..models.telephony_params import TelephonyParams


T = TypeVar("T", bound="AgentCall")


@_attrs_define
class AgentCall:
    """A call with an agent.

    Attributes:
        id (str): Id of the call.
        agent_id (str): Id of the agent.
        status (AgentCallStatus | str): State of the call.
        start_time (datetime.datetime | None | Unset): When it began, in UTC.
        end_time (datetime.datetime | None | Unset): When it ended, in UTC.
        transcript (list[AgentTranscript] | None | Unset): What was said, turn by turn; in lists only on request.
        telephony_params (None | TelephonyParams | Unset): Numbers, if it was a phone call.
        summary (None | str | Unset): Summary made by a language model.
        error_message (None | str | Unset): What went wrong, if anything did.
        deployment_id (None | str | Unset): Id of the deployment that answered.
    """

    id: str
    agent_id: str
    status: AgentCallStatus | str
    start_time: datetime.datetime | None | Unset = UNSET
    end_time: datetime.datetime | None | Unset = UNSET
    transcript: list[AgentTranscript] | None | Unset = UNSET
    telephony_params: None | TelephonyParams | Unset = UNSET
    summary: None | str | Unset = UNSET
    error_message: None | str | Unset = UNSET
    deployment_id: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.telephony_params import TelephonyParams  # noqa: PLC0415

        id = self.id

        agent_id = self.agent_id

        status: str
        if isinstance(self.status, str):
            status = self.status
        else:
            status = self.status

        start_time: None | str | Unset
        if isinstance(self.start_time, Unset):
            start_time = UNSET
        elif isinstance(self.start_time, datetime.datetime):
            start_time = self.start_time.isoformat()
        else:
            start_time = self.start_time

        end_time: None | str | Unset
        if isinstance(self.end_time, Unset):
            end_time = UNSET
        elif isinstance(self.end_time, datetime.datetime):
            end_time = self.end_time.isoformat()
        else:
            end_time = self.end_time

        transcript: list[dict[str, Any]] | None | Unset
        if isinstance(self.transcript, Unset):
            transcript = UNSET
        elif isinstance(self.transcript, list):
            transcript = []
            for transcript_type_0_item_data in self.transcript:
                transcript_type_0_item = transcript_type_0_item_data.to_dict()
                transcript.append(transcript_type_0_item)

        else:
            transcript = self.transcript

        telephony_params: dict[str, Any] | None | Unset
        if isinstance(self.telephony_params, Unset):
            telephony_params = UNSET
        elif isinstance(self.telephony_params, TelephonyParams):
            telephony_params = self.telephony_params.to_dict()
        else:
            telephony_params = self.telephony_params

        summary: None | str | Unset
        if isinstance(self.summary, Unset):
            summary = UNSET
        else:
            summary = self.summary

        error_message: None | str | Unset
        if isinstance(self.error_message, Unset):
            error_message = UNSET
        else:
            error_message = self.error_message

        deployment_id: None | str | Unset
        if isinstance(self.deployment_id, Unset):
            deployment_id = UNSET
        else:
            deployment_id = self.deployment_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "agent_id": agent_id,
                "status": status,
            }
        )
        if start_time is not UNSET:
            field_dict["start_time"] = start_time
        if end_time is not UNSET:
            field_dict["end_time"] = end_time
        if transcript is not UNSET:
            field_dict["transcript"] = transcript
        if telephony_params is not UNSET:
            field_dict["telephony_params"] = telephony_params
        if summary is not UNSET:
            field_dict["summary"] = summary
        if error_message is not UNSET:
            field_dict["error_message"] = error_message
        if deployment_id is not UNSET:
            field_dict["deployment_id"] = deployment_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.agent_transcript import AgentTranscript  # noqa: PLC0415
        from ..models.telephony_params import TelephonyParams  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        agent_id = d.pop("agent_id")

        def _parse_status(data: object) -> AgentCallStatus | str:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                status_type_0 = check_agent_call_status(data)

                return status_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AgentCallStatus | str, data)

        status = _parse_status(d.pop("status"))

        def _parse_start_time(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                start_time_type_0 = datetime.datetime.fromisoformat(data)

                return start_time_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        start_time = _parse_start_time(d.pop("start_time", UNSET))

        def _parse_end_time(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                end_time_type_0 = datetime.datetime.fromisoformat(data)

                return end_time_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        end_time = _parse_end_time(d.pop("end_time", UNSET))

        def _parse_transcript(data: object) -> list[AgentTranscript] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                transcript_type_0 = []
                _transcript_type_0 = data
                for transcript_type_0_item_data in _transcript_type_0:
                    transcript_type_0_item = AgentTranscript.from_dict(transcript_type_0_item_data)

                    transcript_type_0.append(transcript_type_0_item)

                return transcript_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[AgentTranscript] | None | Unset, data)

        transcript = _parse_transcript(d.pop("transcript", UNSET))

        def _parse_telephony_params(data: object) -> None | TelephonyParams | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                telephony_params_type_0 = TelephonyParams.from_dict(data)

                return telephony_params_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TelephonyParams | Unset, data)

        telephony_params = _parse_telephony_params(d.pop("telephony_params", UNSET))

        def _parse_summary(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        summary = _parse_summary(d.pop("summary", UNSET))

        def _parse_error_message(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        error_message = _parse_error_message(d.pop("error_message", UNSET))

        def _parse_deployment_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        deployment_id = _parse_deployment_id(d.pop("deployment_id", UNSET))

        agent_call = cls(
            id=id,
            agent_id=agent_id,
            status=status,
            start_time=start_time,
            end_time=end_time,
            transcript=transcript,
            telephony_params=telephony_params,
            summary=summary,
            error_message=error_message,
            deployment_id=deployment_id,
        )

        agent_call.additional_properties = d
        return agent_call

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
