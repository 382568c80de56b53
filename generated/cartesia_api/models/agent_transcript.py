from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.transcript_end_reason import TranscriptEndReason, check_transcript_end_reason
from ..models.transcript_role import TranscriptRole, check_transcript_role
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.log_event import LogEvent
    from ..models.log_metric import LogMetric
    from ..models.text_chunk import TextChunk
    from ..models.tool_call import ToolCall


T = TypeVar("T", bound="AgentTranscript")


@_attrs_define
class AgentTranscript:
    """One turn of a call, or a line that the agent's code logged.

    Attributes:
        role (str | TranscriptRole): Who spoke.
        start_timestamp (float): Seconds from the beginning of the call to that of the turn.
        end_timestamp (float): Seconds from the beginning of the call to the end of the turn.
        text (None | str | Unset): What was said.
        text_chunks (list[TextChunk] | None | Unset): The text in pieces, with times.
        end_reason (None | str | TranscriptEndReason | Unset): Why the turn ended.
        tool_calls (list[ToolCall] | None | Unset): Tools that were called in the turn.
        vad_buffer_ms (int | None | Unset): Milliseconds that voice detection held back.
        tts_ttfb (float | None | Unset): Seconds until the first audio came.
        log_event (LogEvent | None | Unset): Event that the agent's code logged.
        log_metric (LogMetric | None | Unset): Number that the agent's code logged.
    """

    role: str | TranscriptRole
    start_timestamp: float
    end_timestamp: float
    text: None | str | Unset = UNSET
    text_chunks: list[TextChunk] | None | Unset = UNSET
    end_reason: None | str | TranscriptEndReason | Unset = UNSET
    tool_calls: list[ToolCall] | None | Unset = UNSET
    vad_buffer_ms: int | None | Unset = UNSET
    tts_ttfb: float | None | Unset = UNSET
    log_event: LogEvent | None | Unset = UNSET
    log_metric: LogMetric | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.log_event import LogEvent  # noqa: PLC0415
        from ..models.log_metric import LogMetric  # noqa: PLC0415

        role: str
        if isinstance(self.role, str):
            role = self.role
        else:
            role = self.role

        start_timestamp = self.start_timestamp

        end_timestamp = self.end_timestamp

        text: None | str | Unset
        if isinstance(self.text, Unset):
            text = UNSET
        else:
            text = self.text

        text_chunks: list[dict[str, Any]] | None | Unset
        if isinstance(self.text_chunks, Unset):
            text_chunks = UNSET
        elif isinstance(self.text_chunks, list):
            text_chunks = []
            for text_chunks_type_0_item_data in self.text_chunks:
                text_chunks_type_0_item = text_chunks_type_0_item_data.to_dict()
                text_chunks.append(text_chunks_type_0_item)

        else:
            text_chunks = self.text_chunks

        end_reason: None | str | Unset
        if isinstance(self.end_reason, Unset):
            end_reason = UNSET
        elif isinstance(self.end_reason, str):
            end_reason = self.end_reason
        else:
            end_reason = self.end_reason

        tool_calls: list[dict[str, Any]] | None | Unset
        if isinstance(self.tool_calls, Unset):
            tool_calls = UNSET
        elif isinstance(self.tool_calls, list):
            tool_calls = []
            for tool_calls_type_0_item_data in self.tool_calls:
                tool_calls_type_0_item = tool_calls_type_0_item_data.to_dict()
                tool_calls.append(tool_calls_type_0_item)

        else:
            tool_calls = self.tool_calls

        vad_buffer_ms: int | None | Unset
        if isinstance(self.vad_buffer_ms, Unset):
            vad_buffer_ms = UNSET
        else:
            vad_buffer_ms = self.vad_buffer_ms

        tts_ttfb: float | None | Unset
        if isinstance(self.tts_ttfb, Unset):
            tts_ttfb = UNSET
        else:
            tts_ttfb = self.tts_ttfb

        log_event: dict[str, Any] | None | Unset
        if isinstance(self.log_event, Unset):
            log_event = UNSET
        elif isinstance(self.log_event, LogEvent):
            log_event = self.log_event.to_dict()
        else:
            log_event = self.log_event

        log_metric: dict[str, Any] | None | Unset
        if isinstance(self.log_metric, Unset):
            log_metric = UNSET
        elif isinstance(self.log_metric, LogMetric):
            log_metric = self.log_metric.to_dict()
        else:
            log_metric = self.log_metric

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "role": role,
                "start_timestamp": start_timestamp,
                "end_timestamp": end_timestamp,
            }
        )
        if text is not UNSET:
            field_dict["text"] = text
        if text_chunks is not UNSET:
            field_dict["text_chunks"] = text_chunks
        if end_reason is not UNSET:
            field_dict["end_reason"] = end_reason
        if tool_calls is not UNSET:
            field_dict["tool_calls"] = tool_calls
        if vad_buffer_ms is not UNSET:
            field_dict["vad_buffer_ms"] = vad_buffer_ms
        if tts_ttfb is not UNSET:
            field_dict["tts_ttfb"] = tts_ttfb
        if log_event is not UNSET:
            field_dict["log_event"] = log_event
        if log_metric is not UNSET:
            field_dict["log_metric"] = log_metric

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.log_event import LogEvent  # noqa: PLC0415
        from ..models.log_metric import LogMetric  # noqa: PLC0415
        from ..models.text_chunk import TextChunk  # noqa: PLC0415
        from ..models.tool_call import ToolCall  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_role(data: object) -> str | TranscriptRole:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                role_type_0 = check_transcript_role(data)

                return role_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(str | TranscriptRole, data)

        role = _parse_role(d.pop("role"))

        start_timestamp = d.pop("start_timestamp")

        end_timestamp = d.pop("end_timestamp")

        def _parse_text(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        text = _parse_text(d.pop("text", UNSET))

        def _parse_text_chunks(data: object) -> list[TextChunk] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                text_chunks_type_0 = []
                _text_chunks_type_0 = data
                for text_chunks_type_0_item_data in _text_chunks_type_0:
                    text_chunks_type_0_item = TextChunk.from_dict(text_chunks_type_0_item_data)

                    text_chunks_type_0.append(text_chunks_type_0_item)

                return text_chunks_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[TextChunk] | None | Unset, data)

        text_chunks = _parse_text_chunks(d.pop("text_chunks", UNSET))

        def _parse_end_reason(data: object) -> None | str | TranscriptEndReason | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                end_reason_type_0 = check_transcript_end_reason(data)

                return end_reason_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | str | TranscriptEndReason | Unset, data)

        end_reason = _parse_end_reason(d.pop("end_reason", UNSET))

        def _parse_tool_calls(data: object) -> list[ToolCall] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                tool_calls_type_0 = []
                _tool_calls_type_0 = data
                for tool_calls_type_0_item_data in _tool_calls_type_0:
                    tool_calls_type_0_item = ToolCall.from_dict(tool_calls_type_0_item_data)

                    tool_calls_type_0.append(tool_calls_type_0_item)

                return tool_calls_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[ToolCall] | None | Unset, data)

        tool_calls = _parse_tool_calls(d.pop("tool_calls", UNSET))

        def _parse_vad_buffer_ms(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        vad_buffer_ms = _parse_vad_buffer_ms(d.pop("vad_buffer_ms", UNSET))

        def _parse_tts_ttfb(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        tts_ttfb = _parse_tts_ttfb(d.pop("tts_ttfb", UNSET))

        def _parse_log_event(data: object) -> LogEvent | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                log_event_type_0 = LogEvent.from_dict(data)

                return log_event_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(LogEvent | None | Unset, data)

        log_event = _parse_log_event(d.pop("log_event", UNSET))

        def _parse_log_metric(data: object) -> LogMetric | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                log_metric_type_0 = LogMetric.from_dict(data)

                return log_metric_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(LogMetric | None | Unset, data)

        log_metric = _parse_log_metric(d.pop("log_metric", UNSET))

        agent_transcript = cls(
            role=role,
            start_timestamp=start_timestamp,
            end_timestamp=end_timestamp,
            text=text,
            text_chunks=text_chunks,
            end_reason=end_reason,
            tool_calls=tool_calls,
            vad_buffer_ms=vad_buffer_ms,
            tts_ttfb=tts_ttfb,
            log_event=log_event,
            log_metric=log_metric,
        )

        agent_transcript.additional_properties = d
        return agent_transcript

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
