"""The initial resources of a sandbox except voices: the objects of the examples in the contract, and more like them.

The API cannot create agents, deployments or calls, so a sandbox never has others.
"""

from __future__ import annotations

import datetime
from typing import Any

from .store import Item
from .voice_fixtures import OWNER

DICTIONARIES: list[Item] = [
    {
        "id": "pdict_7Xk",
        "name": "Products",
        "owner_id": OWNER,
        "pinned": False,
        "items": [
            {"text": "Sonic", "alias": "<<s|ɑ|n|ɪ|k>>", "case_sensitive": True},  # noqa: RUF001  # IPA
            {"text": "SQL", "alias": "sequel"},
        ],
        "created_at": "2026-08-20T08:00:00Z",
    }
]
DATASETS: list[Item] = [
    {
        "id": "dataset_4f",
        "name": "Interviews",
        "created_at": "2026-08-20T08:00:00Z",
        "description": "Two hours of talk.",
    }
]
FILES: list[Item] = [
    {
        "id": "file_a1",
        "dataset": "dataset_4f",
        "filename": "one.wav",
        "created_at": "2026-08-20T08:01:00Z",
        "size": 441044,
    }
]
FINE_TUNES: list[Item] = [
    {
        "id": "fine_tune_9c",
        "name": "Narrator",
        "description": "For audio books.",
        "language": "en",
        "model_id": "sonic-3-2026-01-12",
        "dataset": "dataset_4f",
        "status": "completed",
        "accent": "general-american",
    }
]
AGENTS: list[Item] = [
    {
        "id": "agent_5h",
        "name": "Front desk",
        "description": "Answers the phone.",
        "created_at": "2026-08-01T07:00:00Z",
        "updated_at": "2026-08-20T08:00:00Z",
        "tts_voice": "f786b574-daa5-4673-aa0c-cbe3e8534c02",
        "tts_language": "en",
        "webhook_id": "agent_webhook_3",
        "deleted_at": None,
        "git_repository": {"provider": "github", "account": "acme", "name": "front-desk"},
        "git_deploy_branch": "main",
        "phone_numbers": [{"id": "ap_1", "number": "+15550100"}],
        "has_text_to_agent_run": False,
        "deployment_count": 2,
        "metrics": ["am_8"],
    },
    {
        "id": "agent_6k",
        "name": "Night desk",
        "description": None,
        "created_at": "2026-08-11T19:00:00Z",
        "updated_at": "2026-08-11T19:00:00Z",
        "tts_voice": "a5136bf9-224c-4d76-b823-52bd5efcffcc",
        "tts_language": "en",
        "webhook_id": None,
        "deleted_at": None,
        "git_repository": None,
        "git_deploy_branch": None,
        "phone_numbers": None,
        "has_text_to_agent_run": False,
        "deployment_count": 0,
        "metrics": [],
    },
]
TEMPLATES: list[Item] = [
    {
        "id": "tpl_1",
        "name": "Receptionist",
        "description": "Takes calls.",
        "repo_url": "https://github.com/example/templates",
        "root_dir": "receptionist",
        "required_env_vars": ["OPENAI_API_KEY"],
        "dependencies": ["httpx"],
        "owner_id": "org_1",
        "created_at": "2026-03-01T00:00:00Z",
        "updated_at": "2026-04-01T00:00:00Z",
    },
    {
        "id": "tpl_2",
        "name": "Empty",
        "repo_url": "https://github.com/example/templates",
        "root_dir": "",
        "owner_id": "org_1",
        "created_at": "2026-03-01T00:00:00Z",
        "updated_at": "2026-03-01T00:00:00Z",
    },
]
METRICS: list[Item] = [
    {
        "id": "am_8",
        "name": "politeness",
        "display_name": "Politeness",
        "prompt": "Was the agent polite? Answer yes or no.",
        "created_at": "2026-08-10T10:00:00Z",
    },
    {
        "id": "am_9",
        "name": "goal_reached",
        "display_name": None,
        "prompt": "Did the caller get what they called for? Answer yes or no.",
        "created_at": "2026-08-10T10:05:00Z",
    },
]


def _deployment(id: str, day: int, commit: str, *, live: bool) -> Item:
    def at(time: str) -> str:
        return f"2026-08-{day:02}T{time}Z"

    return {
        "id": id,
        "agent_id": "agent_5h",
        "status": "deployed" if live else "inactive",
        "is_pinned": live,
        "is_live": live,
        "env_var_collection_id": "evc_2",
        "source_code_file_id": f"file_src_{day}",
        "git_commit_hash": commit,
        "created_at": at("08:00:00"),
        "updated_at": at("08:05:00"),
        "build_started_at": at("08:00:10"),
        "build_completed_at": at("08:02:00"),
        "build_logs": "ok",
        "build_error": None,
        "deployment_started_at": at("08:02:05"),
        "deployment_completed_at": at("08:03:00"),
        "deployment_error": None,
    }


DEPLOYMENTS = [_deployment("ad_77", 20, "9f8e7d6c", live=True), _deployment("ad_76", 13, "0a1b2c3d", live=False)]
_CONVERSATIONS = (
    ("Are you open today?", "Until six.", "The caller asked for the opening hours."),
    ("I would like to book a table for two.", "For which day, please?", "The caller booked a table."),
    ("Is there a parking lot?", "Yes, behind the house.", "The caller asked where to park."),
    ("Can I bring my dog?", "Of course you can.", "The caller asked whether dogs are welcome."),
)


def _call(number: int) -> Item:
    """Return a call. Calls get older with their number; the first is that of the examples."""
    question, answer, summary = _CONVERSATIONS[number % len(_CONVERSATIONS)]
    start = datetime.datetime(2026, 8, 20, 9, tzinfo=datetime.UTC) - datetime.timedelta(hours=7 * number)
    failed = number % 5 == 4
    turns: list[dict[str, Any]] = [
        {"role": "user", "start_timestamp": 0.4, "end_timestamp": 1.9, "text": question, "vad_buffer_ms": 120},
        {
            "role": "assistant",
            "start_timestamp": 2.3,
            "end_timestamp": 5.1,
            "text": answer,
            "text_chunks": [{"text": answer, "start_timestamp": 2.3}],
            "end_reason": "tts_completed",
            "tool_calls": [{"id": f"tc_{number + 1}", "name": "look_up", "arguments": {"question": question}}],
            "tts_ttfb": 0.14,
        },
        {
            "role": "system",
            "start_timestamp": 5.2,
            "end_timestamp": 5.2,
            "text": None,
            "log_event": {"event": "answered", "metadata": {"topic": summary}, "timestamp": 5.2},
            "log_metric": {"name": "satisfaction", "value": 0.9, "timestamp": 5.2},
        },
    ]
    return {
        "id": f"ac_{42 - number}",
        "agent_id": "agent_5h",
        "status": "failed" if failed else "completed",
        "start_time": _timestamp(start),
        "end_time": _timestamp(start + datetime.timedelta(seconds=90.25)),
        "transcript": turns[:1] if failed else turns,
        "telephony_params": {"to": "+15550111", "from": "+15550100"},
        "summary": summary,
        "error_message": "The line was lost." if failed else None,
        "deployment_id": "ad_77" if number < 24 else "ad_76",
    }


def _result(number: int, call: Item) -> Item:
    polite = call["status"] == "completed"
    return {
        "id": f"amr_{number}",
        "metricId": "am_8",
        "metricName": "politeness",
        "agentId": call["agent_id"],
        "callId": call["id"],
        "deploymentId": call["deployment_id"],
        "summary": call["summary"],
        "result": "yes" if polite else "no",
        "status": "completed",
        "createdAt": _timestamp(datetime.datetime.fromisoformat(call["end_time"]) + datetime.timedelta(seconds=30)),
        "transcript": call["transcript"][:1],
        "jsonResult": {"polite": polite, "reasons": ["greeting"] if polite else []},
        "value": polite,
        "runId": "run_6",
    }


def _timestamp(moment: datetime.datetime) -> str:
    return moment.isoformat().replace("+00:00", "Z")


CALLS = [_call(number) for number in range(25)]
RESULTS = [_result(number, call) for number, call in enumerate(CALLS, 3)]
