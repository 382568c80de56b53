"""Pronunciation dictionaries. `voice.pronunciation` applies them."""

from __future__ import annotations

from typing import Any

from ..state.state import new_id
from ..state.voice_fixtures import OWNER
from .call import Call, handles


@handles("pronunciation_dicts.list")
def list_dictionaries(call: Call) -> Any:
    return call.page(call.state.dictionaries.list())


@handles("pronunciation_dicts.create")
def create_dictionary(call: Call) -> Any:
    initial = {"id": new_id("pdict"), "owner_id": OWNER, "pinned": False, "items": [], "created_at": call.state.now()}
    return call.state.dictionaries.add(initial | call.given("name", "description", "items"))


@handles("pronunciation_dicts.retrieve")
def get_dictionary(call: Call) -> Any:
    return call.state.dictionaries.get(call.path["id"])


@handles("pronunciation_dicts.update")
def update_dictionary(call: Call) -> Any:
    return call.state.dictionaries.update(call.path["id"], call.given("name", "description", "items"))


@handles("pronunciation_dicts.delete")
def delete_dictionary(call: Call) -> None:
    call.state.dictionaries.delete(call.path["id"])


@handles("pronunciation_dicts.pin")
def pin_dictionary(call: Call) -> None:
    call.state.dictionaries.update(call.path["id"], {"pinned": True})


@handles("pronunciation_dicts.unpin")
def unpin_dictionary(call: Call) -> None:
    call.state.dictionaries.update(call.path["id"], {"pinned": False})
