"""Whatever fits a schema becomes a model and the same JSON again: absent, null and value stay distinct, and nothing is lost."""

from __future__ import annotations

import copy
import datetime
import json
from typing import Any

import cartesia_api.models
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.conformance.description import DOC, same_times

FILES = {name for name, schema in DOC["components"]["schemas"].items() if '"format": "binary"' in json.dumps(schema)}
NAMES = [
    name
    for name, schema in DOC["components"]["schemas"].items()
    if schema.get("type") == "object" and name not in FILES  # files are not JSON; their forms have tests of their own
]
TIMES = st.datetimes(
    min_value=datetime.datetime(1970, 1, 1),  # Hypothesis adds the zone
    max_value=datetime.datetime(2100, 1, 1),  # the same
    timezones=st.just(datetime.UTC),
).map(lambda time: time.isoformat().replace("+00:00", "Z"))
schemathesis.openapi.format("date-time", TIMES)


def described() -> Any:
    """A description with one operation for each schema, which takes it as its body."""
    doc = {
        "openapi": "3.1.0",
        "info": {"title": "schemas", "version": "1"},
        "paths": {
            f"/{name}": {
                "post": {
                    "requestBody": {
                        "required": True,
                        "content": {"application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}},
                    },
                    "responses": {"200": {"description": "."}},
                }
            }
            for name in NAMES
        },
        "components": {"schemas": copy.deepcopy(DOC["components"]["schemas"])},
    }
    return schemathesis.openapi.from_dict(doc)


SCHEMAS = described()


@pytest.mark.parametrize("name", NAMES)
def test_json_to_model_and_back(name: str) -> None:
    model: Any = getattr(cartesia_api.models, name)

    @given(SCHEMAS[f"/{name}"]["POST"].as_strategy())
    @settings(
        max_examples=8,
        phases=(Phase.generate,),  # a failure here is plain to see; shrinking many models would take minutes
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=(HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large),
    )
    def check(case: Any) -> None:
        value = case.body
        loaded = model.from_dict(copy.deepcopy(value))
        dumped = loaded.to_dict()
        assert same_times(dumped) == same_times(value)
        assert model.from_dict(copy.deepcopy(dumped)) == loaded
        json.dumps(dumped)

    check()


def test_absent_null_and_value_stay_distinct() -> None:
    update = cartesia_api.models.UpdateVoiceRequest
    for value in ({}, {"gender": None}, {"gender": "masculine"}):
        assert update.from_dict(value).to_dict() == value
    assert len({repr(update.from_dict(value)) for value in ({}, {"gender": None}, {"gender": "masculine"})}) == 3
