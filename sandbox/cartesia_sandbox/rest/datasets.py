"""Datasets and their files, fine-tunes and their voices."""

from __future__ import annotations

import uuid
from typing import Any

from ..description.errors import not_found
from ..state import accents
from ..state.state import State, new_id
from ..state.voices import OWNED, new_voice
from ..voice.sound import Timbre
from .call import Call, handles

NEXT_STATUS = {"created": "training", "training": "completed"}
"""Each retrieval advances a fine-tune by one status: tests need no clock and do not wait."""


@handles("datasets.list")
def list_datasets(call: Call) -> Any:
    return call.page(call.state.datasets.list())


@handles("datasets.create")
def create_dataset(call: Call) -> Any:
    initial = {"id": new_id("dataset"), "created_at": call.state.now(), "description": ""}
    return call.state.datasets.add(initial | call.given("name", "description"))


@handles("datasets.retrieve")
def get_dataset(call: Call) -> Any:
    return call.state.datasets.get(call.path["id"])


@handles("datasets.update")
def update_dataset(call: Call) -> None:
    call.state.datasets.update(call.path["id"], call.given("name", "description"))


@handles("datasets.delete")
def delete_dataset(call: Call) -> None:
    call.state.datasets.delete(call.path["id"])
    for file in call.state.files.list(dataset=call.path["id"]):
        call.state.files.delete(file["id"])


@handles("datasets.files.list")
def list_files(call: Call) -> Any:
    dataset = call.state.datasets.get(call.path["id"])
    return call.page(call.state.files.list(dataset=dataset["id"]))


@handles("datasets.files.upload")
def upload_file(call: Call) -> None:
    dataset = call.state.datasets.get(call.path["id"])
    file = call.upload("file")
    stored = {"id": new_id("file"), "dataset": dataset["id"], "filename": file.name, "created_at": call.state.now()}
    call.state.files.add({**stored, "size": len(file.content), "purpose": call.body.get("purpose")})


@handles("datasets.files.delete")
def delete_file(call: Call) -> None:
    dataset = call.state.datasets.get(call.path["id"])
    if call.state.files.get(call.path["fileID"]).get("dataset") != dataset["id"]:
        raise not_found("file")
    call.state.files.delete(call.path["fileID"])


@handles("fine_tunes.list")
def list_fine_tunes(call: Call) -> Any:
    return call.page([_represent(tune, call.version) for tune in call.state.fine_tunes])


@handles("fine_tunes.create")
def create_fine_tune(call: Call) -> Any:
    call.state.datasets.get(call.body["dataset"])
    tune = {"id": new_id("fine_tune"), "status": "created", "accent": None}
    tune |= call.given("name", "description", "language", "model_id", "dataset")
    if call.body.get("accent"):
        tune["accent"] = accents.find(call.body["accent"], call.version).id
    return _represent(call.state.fine_tunes.add(tune), call.version)


@handles("fine_tunes.retrieve")
def get_fine_tune(call: Call) -> Any:
    tune = call.state.fine_tunes.get(call.path["id"])
    if tune["status"] in NEXT_STATUS:
        tune = call.state.fine_tunes.update(tune["id"], {"status": NEXT_STATUS[tune["status"]]})
        if tune["status"] == "completed":
            _train(call.state, tune)
    return _represent(tune, call.version)


@handles("fine_tunes.delete")
def delete_fine_tune(call: Call) -> None:
    call.state.fine_tunes.delete(call.path["id"])


@handles("fine_tunes.list_voices")
def list_trained_voices(call: Call) -> Any:
    from .voices import represent_voice

    tune = call.state.fine_tunes.get(call.path["id"])
    return call.page([represent_voice(voice, call) for voice in call.state.voices.list(fine_tune=tune["id"])])


def _train(state: State, tune: dict[str, Any]) -> None:
    """Add the voice of a fine-tune. Nothing is learned from the dataset, whose id alone decides the timbre."""
    number = sum(tune["dataset"].encode())
    default = accents.default_for(tune["language"])
    accent = tune["accent"] or (default.id if default else None)
    voice = new_voice(
        str(uuid.uuid4()),
        tune["name"],
        Timbre(0.72 + 0.01 * (number % 50), 0.9 + 0.01 * (number % 20), 0.1),
        [accent] if accent else [],
        created_at=state.now(),
        description=tune["description"],
        language=tune["language"],
    )
    state.voices.add({**voice, **OWNED, "fine_tune": tune["id"]})


def _represent(tune: dict[str, Any], version: str) -> dict[str, Any]:
    return {**tune, "accent": accents.represent(tune["accent"], version)}
