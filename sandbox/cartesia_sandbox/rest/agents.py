"""Voice agents, their deployments, calls, metrics and metric results."""

from __future__ import annotations

import csv
import datetime
import io
import re
from typing import Any

import numpy as np
from starlette.responses import Response

from ..description.errors import APIError, invalid
from ..recognition.call import RECORDING_RATE as AUDIO_RATE
from ..state import fixtures
from ..state.state import State, new_id
from ..state.store import Item
from ..voice.encode import encode, wav_header
from ..voice.sound import Samples
from .call import Call, handles

CALLER = "78ab82d5-25be-4f7d-82b3-7ad64e5b85b2"
"""The voice of all callers."""
MAX_ROWS = 100_000
"""Rows of an export."""
COLUMNS = {"id": "id", "metric_name": "metricName", "call_id": "callId", "result": "result"}


@handles("agents.list")
def list_agents(call: Call) -> Any:
    return {"summaries": call.state.agents.list()}


@handles("agents.list_templates")
def list_templates(call: Call) -> Any:
    return {"templates": fixtures.TEMPLATES}


@handles("agents.retrieve")
def get_agent(call: Call) -> Any:
    return call.state.agents.get(call.path["agent_id"])


@handles("agents.update")
def update_agent(call: Call) -> Any:
    agent = call.state.agents.get(call.path["agent_id"])
    changes = call.given("name", "description", "tts_voice", "tts_language")
    if "tts_voice" in changes:
        call.state.voices.get(changes["tts_voice"])
    return call.state.agents.update(agent["id"], {**changes, "updated_at": call.state.now()})


@handles("agents.delete")
def delete_agent(call: Call) -> None:
    call.state.agents.delete(call.path["agent_id"])


@handles("agents.list_phone_numbers")
def list_phone_numbers(call: Call) -> Any:
    agent = call.state.agents.get(call.path["agent_id"])
    return [
        {
            "agent_id": agent["id"],
            "number": phone["number"],
            "created_at": agent["created_at"],
            "updated_at": agent["created_at"],
            "is_cartesia_managed": True,
        }
        for phone in agent["phone_numbers"] or ()
    ]


@handles("agents.deployments.list")
def list_deployments(call: Call) -> Any:
    agent = call.state.agents.get(call.path["agent_id"])
    return call.state.deployments.list(agent_id=agent["id"])


@handles("agents.deployments.retrieve")
def get_deployment(call: Call) -> Any:
    return call.state.deployments.get(call.path["deployment_id"])


@handles("agents.calls.list")
def list_calls(call: Call) -> Any:
    agent = call.state.agents.get(call.query["agent_id"])
    result = call.page(call.state.calls.list(agent_id=agent["id"]))
    if call.query.get("expand") != "transcript":
        result["data"] = [{name: item[name] for name in item if name != "transcript"} for item in result["data"]]
    return result


@handles("agents.calls.retrieve")
def get_call(call: Call) -> Any:
    return call.state.calls.get(call.path["call_id"])


@handles("agents.calls.download_audio")
def download_audio(call: Call) -> Response:
    """Return the recording of a call; where there is none, speak its turns: the agent in its voice, the caller in another one."""
    item = call.state.calls.get(call.path["call_id"])
    samples = item["recording"] if "recording" in item else _recording(call.state, item)
    if not len(samples):
        raise APIError(404, "The call has no recording, as nothing was said in it.", title="Not found")
    data = encode(samples, "pcm_s16le")
    return Response(wav_header("pcm_s16le", AUDIO_RATE, len(data)) + data, media_type="audio/wav")


def _recording(state: State, item: Item) -> Samples:
    speaks = state.agents.get(item["agent_id"])["tts_voice"] if item["agent_id"] in state.agents else CALLER
    parts: list[Samples] = []
    for turn in item["transcript"] or ():
        if not turn["text"]:
            continue
        silence = round(turn["start_timestamp"] * AUDIO_RATE) - sum(map(len, parts))
        parts.append(np.zeros(max(silence, 0), np.float32))
        voice = speaks if turn["role"] == "assistant" and speaks in state.voices else CALLER
        spoken = state.engine.speak(turn["text"], state.voices.timbre(voice), AUDIO_RATE)
        parts += [utterance.samples for utterance in spoken]
    return np.concatenate([np.zeros(0, np.float32), *parts])


@handles("agents.metrics.list")
def list_metrics(call: Call) -> Any:
    return call.page(call.state.metrics.list())


@handles("agents.metrics.create")
def create_metric(call: Call) -> Any:
    if not re.fullmatch(r"[a-z0-9_.-]+", call.body["name"]):
        raise invalid("name: use only lowercase letters, digits, underscore, hyphen and dot")
    metric = {"id": new_id("am"), "display_name": None, "created_at": call.state.now()}
    return call.state.metrics.add(metric | call.given("name", "display_name", "prompt"))


@handles("agents.metrics.retrieve")
def get_metric(call: Call) -> Any:
    return call.state.metrics.get(call.path["metric_id"])


@handles("agents.metrics.add_to_agent")
def add_metric(call: Call) -> None:
    agent, metric = _agent_and_metric(call)
    call.state.agents.update(agent["id"], {"metrics": [*dict.fromkeys([*agent["metrics"], metric["id"]])]})


@handles("agents.metrics.remove_from_agent")
def remove_metric(call: Call) -> None:
    agent, metric = _agent_and_metric(call)
    call.state.agents.update(agent["id"], {"metrics": [id for id in agent["metrics"] if id != metric["id"]]})


def _agent_and_metric(call: Call) -> tuple[Item, Item]:
    return call.state.agents.get(call.path["agent_id"]), call.state.metrics.get(call.path["metric_id"])


@handles("agents.metrics.results.list")
def list_results(call: Call) -> Any:
    return call.page(_results(call))


@handles("agents.metrics.results.export")
def export_results(call: Call) -> Response:
    rows = _results(call)
    if not rows:
        raise APIError(404, "No result matches.", title="Not found")
    if len(rows) > MAX_ROWS:
        raise APIError(400, f"More than {MAX_ROWS} results match.", title="Too many rows")
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([row[field] for field in COLUMNS.values()] for row in rows)
    return Response(text.getvalue(), media_type="text/csv")


def _results(call: Call) -> list[Item]:
    """Return the results that match the filters of the query."""
    names = {"agent_id": "agentId", "deployment_id": "deploymentId", "metric_id": "metricId", "call_id": "callId"}
    wanted = {field: call.query[name] for name, field in names.items() if call.query.get(name) is not None}
    found = call.state.results.list(**wanted)
    # Compared as moments: the filters may have another offset from UTC than the results.
    if (start := _moment(call, "start_date")) is not None:
        found = [item for item in found if datetime.datetime.fromisoformat(item["createdAt"]) >= start]
    if (end := _moment(call, "end_date")) is not None:
        found = [item for item in found if datetime.datetime.fromisoformat(item["createdAt"]) <= end]
    return found


def _moment(call: Call, name: str) -> datetime.datetime | None:
    """Return a moment of the query, if it is given. Raise APIError for one that the format allows and no calendar has."""
    try:
        return datetime.datetime.fromisoformat(call.query[name]) if call.query.get(name) else None
    except ValueError as error:
        raise invalid(f"{name}: {error}") from None
