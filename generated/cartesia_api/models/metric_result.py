from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.agent_metric_result_status import (
    AgentMetricResultStatus,
    check_agent_metric_result_status,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.agent_transcript import AgentTranscript
    from ..models.metric_result_json_result_type_0 import MetricResultJsonResultType0


T = TypeVar("T", bound="MetricResult")


@_attrs_define
class MetricResult:
    """What a metric said about a call. The only object of the API whose fields are in camelCase.

    Attributes:
        id (str): Id of the result.
        metric_id (str): Id of the metric.
        metric_name (str): Name of the metric.
        agent_id (str): Id of the agent.
        call_id (str): Id of the call.
        deployment_id (str): Id of the deployment that answered.
        summary (str): Summary of the call.
        result (str): What the model answered.
        status (AgentMetricResultStatus | str): Whether a result could be made of the answer.
        created_at (datetime.datetime): When it was made, in UTC.
        transcript (list[AgentTranscript] | None | Unset): The call that was judged.
        json_result (MetricResultJsonResultType0 | None | Unset): The answer as JSON, if it was that.
        value (Any | Unset): The value in the answer; any JSON.
        run_id (None | str | Unset): Id of the run.
    """

    id: str
    metric_id: str
    metric_name: str
    agent_id: str
    call_id: str
    deployment_id: str
    summary: str
    result: str
    status: AgentMetricResultStatus | str
    created_at: datetime.datetime
    transcript: list[AgentTranscript] | None | Unset = UNSET
    json_result: MetricResultJsonResultType0 | None | Unset = UNSET
    value: Any | Unset = UNSET
    run_id: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.metric_result_json_result_type_0 import MetricResultJsonResultType0  # noqa: PLC0415

        id = self.id

        metric_id = self.metric_id

        metric_name = self.metric_name

        agent_id = self.agent_id

        call_id = self.call_id

        deployment_id = self.deployment_id

        summary = self.summary

        result = self.result

        status: str
        if isinstance(self.status, str):
            status = self.status
        else:
            status = self.status

        created_at = self.created_at.isoformat()

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

        json_result: dict[str, Any] | None | Unset
        if isinstance(self.json_result, Unset):
            json_result = UNSET
        elif isinstance(self.json_result, MetricResultJsonResultType0):
            json_result = self.json_result.to_dict()
        else:
            json_result = self.json_result

        value = self.value

        run_id: None | str | Unset
        if isinstance(self.run_id, Unset):
            run_id = UNSET
        else:
            run_id = self.run_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "metricId": metric_id,
                "metricName": metric_name,
                "agentId": agent_id,
                "callId": call_id,
                "deploymentId": deployment_id,
                "summary": summary,
                "result": result,
                "status": status,
                "createdAt": created_at,
            }
        )
        if transcript is not UNSET:
            field_dict["transcript"] = transcript
        if json_result is not UNSET:
            field_dict["jsonResult"] = json_result
        if value is not UNSET:
            field_dict["value"] = value
        if run_id is not UNSET:
            field_dict["runId"] = run_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.agent_transcript import AgentTranscript  # noqa: PLC0415
        from ..models.metric_result_json_result_type_0 import MetricResultJsonResultType0  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        metric_id = d.pop("metricId")

        metric_name = d.pop("metricName")

        agent_id = d.pop("agentId")

        call_id = d.pop("callId")

        deployment_id = d.pop("deploymentId")

        summary = d.pop("summary")

        result = d.pop("result")

        def _parse_status(data: object) -> AgentMetricResultStatus | str:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                status_type_0 = check_agent_metric_result_status(data)

                return status_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AgentMetricResultStatus | str, data)

        status = _parse_status(d.pop("status"))

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

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

        def _parse_json_result(data: object) -> MetricResultJsonResultType0 | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                json_result_type_0 = MetricResultJsonResultType0.from_dict(data)

                return json_result_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MetricResultJsonResultType0 | None | Unset, data)

        json_result = _parse_json_result(d.pop("jsonResult", UNSET))

        value = d.pop("value", UNSET)

        def _parse_run_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        run_id = _parse_run_id(d.pop("runId", UNSET))

        metric_result = cls(
            id=id,
            metric_id=metric_id,
            metric_name=metric_name,
            agent_id=agent_id,
            call_id=call_id,
            deployment_id=deployment_id,
            summary=summary,
            result=result,
            status=status,
            created_at=created_at,
            transcript=transcript,
            json_result=json_result,
            value=value,
            run_id=run_id,
        )

        metric_result.additional_properties = d
        return metric_result

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
