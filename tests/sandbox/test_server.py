"""The sandbox over real connections, as any client sees it."""

from __future__ import annotations

import itertools
import json
import socket
import threading
from collections.abc import Iterator
from typing import Any

import httpx
import jsonschema_rs
import numpy as np
import pytest
import soxr
from cartesia_sandbox import Sandbox
from cartesia_sandbox.description.errors import APIError
from cartesia_sandbox.description.versions import VERSIONS
from cartesia_sandbox.state.auth import Authenticator
from cartesia_sandbox.voice.decode import decode
from cartesia_sandbox.voice.encode import encode
from cartesia_sandbox.voice.sound import Samples

from tests.sandbox.common import CONTRACT, KATIE, KEYED, RAW, SILENCE, VERSION, check, speech, wav
from tests.waiting import at_once


@pytest.fixture(scope="module")
def http(sandbox: Sandbox) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=sandbox.url, headers=KEYED, trust_env=False, timeout=30) as client:
        yield client


# -- status, versions, keys -------------------------------------------------------------------------------------------


def test_status_needs_neither_key_nor_version(sandbox: Sandbox) -> None:
    response = httpx.get(f"{sandbox.url}/", trust_env=False)
    assert check(response, "get_status") == {"ok": True, "version": "2026-08-14"}


@pytest.mark.parametrize("version", [*VERSIONS, "2027-01-01", "2026-05-05"])
def test_every_version_and_dates_between_are_accepted(http: httpx.Client, version: str) -> None:
    assert http.get("/voices", headers={"Cartesia-Version": version}).status_code == 200


@pytest.mark.parametrize(
    ("header", "query", "sentence"),
    [
        ({}, "", "Cartesia-Version header is required in YYYY-MM-DD form"),
        ({"Cartesia-Version": "yesterday"}, "", "Invalid Cartesia-Version header"),
        ({"Cartesia-Version": "2026-02-30"}, "", "Invalid Cartesia-Version header"),
        ({"Cartesia-Version": "20260814"}, "", "Invalid Cartesia-Version header"),
        ({"Cartesia-Version": "2023-01-01"}, "", "Invalid Cartesia-Version header"),
        ({"Cartesia-Version": "2026-08-14"}, "?cartesia_version=no", "Invalid Cartesia-Version header"),
    ],
)
def test_a_missing_or_unusable_version_gets_an_error_in_plain_text(
    sandbox: Sandbox, header: dict[str, str], query: str, sentence: str
) -> None:
    response = httpx.get(f"{sandbox.url}/voices{query}", headers={"X-API-Key": "k", **header}, trust_env=False)
    assert (response.status_code, response.text) == (400, sentence)
    assert response.headers["content-type"].startswith("text/plain")


def test_the_query_wins_over_the_header(http: httpx.Client) -> None:
    response = http.get("/voices/nobody?cartesia_version=2025-04-16")
    assert response.text == "Voice not found: There is no such voice."


@pytest.mark.parametrize("version", ["2026-03-01", "2026-08-14"])
def test_new_versions_get_structured_errors(http: httpx.Client, version: str) -> None:
    body = check(http.get("/voices/nobody", headers={"Cartesia-Version": version}), "voices.get")
    assert (body["error_code"], body["title"]) == ("voice_not_found", "Voice not found")


@pytest.mark.parametrize("version", ["2024-06-10", "2024-11-13", "2025-04-16", "2025-11-04"])
def test_old_versions_get_a_line_of_text(http: httpx.Client, version: str) -> None:
    response = http.get("/voices/nobody", headers={"Cartesia-Version": version})
    assert (response.status_code, response.text) == (404, "Voice not found: There is no such voice.")


@pytest.mark.parametrize(
    ("headers", "query"),
    [
        ({"X-API-Key": "k"}, ""),
        ({"Authorization": "Bearer k"}, ""),
        ({"authorization": "bearer k"}, ""),
        ({"X-API-Key": "k"}, "?api_key=other"),
    ],
)
def test_a_key_is_accepted_in_each_of_its_places(sandbox: Sandbox, headers: dict[str, str], query: str) -> None:
    response = httpx.get(f"{sandbox.url}/voices{query}", headers={**VERSION, **headers}, trust_env=False)
    assert response.status_code == 200


@pytest.mark.parametrize("name", ["api_key", "access_token"])
@pytest.mark.parametrize("path", ["/voices", "/agents/calls"])
def test_a_key_in_the_query_is_for_sockets_only(sandbox: Sandbox, path: str, name: str) -> None:
    response = httpx.get(f"{sandbox.url}{path}?{name}=k", headers=VERSION, trust_env=False)
    assert (response.status_code, response.json()["title"]) == (401, "Unauthorized")
    assert "Only sockets take it from the query" in response.json()["message"]


@pytest.mark.parametrize(
    "headers", [{}, {"X-API-Key": ""}, {"Authorization": "Basic eA=="}, {"Authorization": "Bearer"}]
)
def test_without_a_key_there_is_401(sandbox: Sandbox, headers: dict[str, str]) -> None:
    response = httpx.get(f"{sandbox.url}/voices", headers={**VERSION, **headers}, trust_env=False)
    assert response.status_code == 401
    check(response, "voices.list")


def test_keys_can_be_restricted() -> None:
    with Sandbox(api_keys=["right"]) as own:
        for key, status in (("right", 200), ("wrong", 401)):
            response = httpx.get(f"{own.url}/voices", headers={**VERSION, "X-API-Key": key}, trust_env=False)
            assert response.status_code == status


# -- access tokens ----------------------------------------------------------------------------------------------------


def test_a_token_allows_what_its_grants_say(sandbox: Sandbox, http: httpx.Client) -> None:
    token = check(http.post("/access-token", json={"grants": {"tts": True}, "expires_in": 60}), "access_token.create")[
        "token"
    ]
    with httpx.Client(
        base_url=sandbox.url, headers={**VERSION, "Authorization": f"Bearer {token}"}, trust_env=False
    ) as own:
        assert own.post("/tts/bytes", json=speech(), timeout=30).status_code == 200
        assert own.get("/voices").status_code == 403
        assert own.post("/access-token", json={}).status_code == 403
    bare = check(http.post("/access-token", json={"grants": None}), "access_token.create")["token"]
    rejected = httpx.post(
        f"{sandbox.url}/tts/bytes",
        json=speech(),
        headers={**VERSION, "Authorization": f"Bearer {bare}"},
        trust_env=False,
    )
    assert (rejected.status_code, "lacks the grant tts" in rejected.text) == (403, True)


def test_a_token_expires() -> None:
    now = 1_000_000.0
    authenticator = Authenticator(clock=lambda: now)
    bearer = {"authorization": f"Bearer {authenticator.create_token({'tts': True}, 60)}"}
    authenticator.check(bearer, {}, "tts")
    now += 61
    with pytest.raises(APIError, match="expired"):
        authenticator.check(bearer, {}, "tts")


@pytest.mark.parametrize("body", [{"expires_in": 3601}, {"expires_in": 0}, {"grants": {"tts": "yes"}}, []])
def test_tokens_that_cannot_be_created(http: httpx.Client, body: Any) -> None:
    response = http.post("/access-token", json=body)
    assert response.status_code == 400
    check(response, "access_token.create")


# -- routing and validation -------------------------------------------------------------------------------------------


def test_unknown_paths_and_methods(http: httpx.Client) -> None:
    assert http.get("/nothing").status_code == 404
    rejected = http.delete("/tts/bytes")
    assert (rejected.status_code, rejected.headers["allow"]) == (405, "POST")
    assert http.get("/voices/").status_code == 200
    for response in (http.get("/nothing"), rejected):
        assert response.json()["title"] in ("Not found", "Method not allowed")
    old = http.get("/nothing", headers={"Cartesia-Version": "2025-04-16"})
    assert old.text == "Not found: There is nothing at /nothing."


@pytest.mark.parametrize("id", ["%0D", "%0A", "%09", "%20", "a%0Ab", "%C3%A9", "..."])
def test_an_id_may_have_any_character(http: httpx.Client, id: str) -> None:
    response = http.patch(f"/agents/{id}", json={})
    assert response.status_code == 404
    assert check(response, "agents.update")["title"] == "Agent not found"


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("limit=0", "limit: 0 is less than the minimum of 1"),
        ("limit=101", "limit: 101 is greater than"),
        ("limit=ten", 'limit: "ten" is not of type'),
        ("limit=1.5", "limit: "),
        ("gender=other", "gender: "),
        ("is_owner=maybe", "is_owner: "),
        ("expand[]=everything", "expand[]: "),
        ("starting_after=nobody", "starting_after: no item"),
        (f"starting_after={KATIE}&ending_before={KATIE}", "exclude each other"),
    ],
)
def test_a_bad_query_is_named(http: httpx.Client, query: str, sentence: str) -> None:
    response = http.get(f"/voices?{query}")
    assert response.status_code == 400
    assert sentence in check(response, "voices.list")["message"]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"transcript": None}, 'transcript: null is not of type "string"'),
        ({"model_id": 5}, "model_id: 5 is not of type"),
        ({"output_format": {**RAW, "sample_rate": 1}}, "output_format.sample_rate: 1 is not one of"),
        ({"output_format": {**RAW, "encoding": "opus"}}, 'output_format.encoding: "opus" is not one of'),
        ({"output_format": {**RAW, "container": "ogg"}}, "output_format.container"),
        (
            {"output_format": {"container": "mp3", "sample_rate": 8000}},
            'output_format: "bit_rate" is a required property',
        ),
        ({"output_format": {**RAW, "container": "wav", "bit_rate": 64000}}, "bit_rate is for mp3"),
        ({"voice": {"name": "Katie"}}, 'voice: "id" is a required property'),
        ({"generation_config": {"speed": 1.6}}, "generation_config.speed: 1.6 is greater than the maximum of 1.5"),
        ({"generation_config": {"volume": 0.4}}, "generation_config.volume: 0.4 is less than"),
        ({"language": "en", "locale": "en-GB"}, "language and locale exclude each other"),
        ({"language": "tlh"}, "does not speak the language 'tlh'"),
        ({"transcript": ""}, "Your transcript is empty or contains only punctuation."),
        ({"transcript": "... 🙂 !"}, "Your transcript is empty or contains only punctuation."),
        ({"transcript": "a" * 10_001}, "accepts 10000 at most"),
        ({"model_id": "sonic-english"}, "has been retired"),
    ],
)
def test_a_bad_body_is_named(http: httpx.Client, change: dict[str, Any], sentence: str) -> None:
    response = http.post("/tts/bytes", json=speech(**change))
    assert response.status_code == 400
    assert sentence in check(response, "tts.generate")["message"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"voice": "nobody"}, "voice_not_found"),
        ({"model_id": "gpt-9"}, "model_not_found"),
        ({"pronunciation_dict_id": "p"}, None),
    ],
)
def test_what_does_not_exist_is_404(http: httpx.Client, change: dict[str, Any], code: str | None) -> None:
    response = http.post("/tts/bytes", json=speech(**change))
    assert response.status_code == 404
    assert check(response, "tts.generate")["error_code"] == code


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b"\xff"])
def test_a_body_that_is_not_an_object(http: httpx.Client, content: bytes) -> None:
    response = http.post("/tts/bytes", content=content)
    assert response.status_code == 400
    check(response, "tts.generate")


def test_a_body_is_read_regardless_of_its_content_type(http: httpx.Client) -> None:
    for headers in ({}, {"Content-Type": "text/plain"}):
        assert http.post("/tts/bytes", content=json.dumps(speech()), headers=headers).status_code == 200


def test_unknown_fields_and_nulls_are_tolerated(http: httpx.Client) -> None:
    body = speech(voice={"mode": "id", "id": KATIE}, language=None, save=None, something_new=1)
    assert http.post("/tts/bytes", json=body).status_code == 200


# -- speech -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["pcm_f32le", "pcm_s16le", "pcm_mulaw", "pcm_alaw"])
@pytest.mark.parametrize("container", ["raw", "wav"])
def test_every_encoding(http: httpx.Client, container: str, encoding: str) -> None:
    response = http.post(
        "/tts/bytes", json=speech(output_format={"container": container, "encoding": encoding, "sample_rate": 8000})
    )
    assert response.headers["content-type"] == ("audio/wav" if container == "wav" else "audio/pcm")
    assert "content-length" not in response.headers
    data = response.content[44:] if container == "wav" else response.content
    size = {"pcm_f32le": 4, "pcm_s16le": 2}.get(encoding, 1)
    assert 0.3 < len(data) / size / 8000 < 2
    if encoding == "pcm_f32le":
        assert np.sqrt(np.mean(np.frombuffer(data, "<f4") ** 2)) > 0.01


def test_mp3_and_file_id(http: httpx.Client) -> None:
    response = http.post(
        "/tts/bytes",
        json=speech(output_format={"container": "mp3", "sample_rate": 44100, "bit_rate": 64000}, save=True),
    )
    assert response.headers["content-type"] == "audio/mpeg"
    assert response.headers["cartesia-file-id"].startswith("file_")
    assert len(response.content) > 4000
    assert "cartesia-file-id" not in http.post("/tts/bytes", json=speech()).headers


def test_voices_sound_different_and_each_always_the_same(http: httpx.Client) -> None:
    ids = [voice["id"] for voice in http.get("/voices?limit=100").json()["data"]]
    spoken = [http.post("/tts/bytes", json=speech(voice=id)).content for id in ids]
    assert len(set(spoken)) == len(ids) >= 40
    assert http.post("/tts/bytes", json=speech(voice=ids[0])).content == spoken[0]


def test_the_examples_of_the_contract_are_spoken(http: httpx.Client) -> None:
    examples = CONTRACT.doc["paths"]["/tts/bytes"]["post"]["requestBody"]["content"]["application/json"]["examples"]
    for example in examples.values():
        response = http.post("/tts/bytes", json=example["value"])
        assert response.status_code == 200
        assert len(response.content) > 3000


# -- voices -----------------------------------------------------------------------------------------------------------


def names(http: httpx.Client, query: str) -> list[str]:
    return [voice["name"] for voice in check(http.get(f"/voices?limit=100&{query}"), "voices.list")["data"]]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("q=katie", {"Katie"}),
        ("q=heloise", {"Héloïse"}),
        ("q=HÉLOÏSE", {"Héloïse"}),
        ("q=german voice", {"Jürgen"}),
        (f"q={KATIE}", {"Katie"}),
        ("gender=gender_neutral", {"Skylar", "Robin"}),
        ("language=fr", {"Héloïse", "Camille", "Étienne", "My voice"}),
        ("language=es-MX", {"Inés", "Sofía"}),
        ("language=es_MX", {"Inés", "Sofía"}),
        ("is_owner=true", {"My voice", "Narrator"}),
        ("q=nobody", set()),
    ],
)
def test_filters(http: httpx.Client, query: str, expected: set[str]) -> None:
    assert set(names(http, query)) == expected


def test_english_voices_and_those_that_also_speak_english(http: httpx.Client) -> None:
    assert "Héloïse" in names(http, "language=en-GB")
    assert len(names(http, "language=en")) > len(names(http, "language=en-GB"))
    assert len(names(http, "is_owner=false")) == len(names(http, ""))


def test_pages_forwards_and_backwards(http: httpx.Client) -> None:
    everyone = [voice["id"] for voice in http.get("/voices?limit=100").json()["data"]]
    first = check(http.get("/voices"), "voices.list")
    assert ([voice["id"] for voice in first["data"]], first["has_more"]) == (everyone[:10], True)
    second = check(http.get(f"/voices?starting_after={first['next_page']}"), "voices.list")
    assert ([voice["id"] for voice in second["data"]], second["has_more"], second["next_page"]) == (
        everyone[10:20],
        True,
        everyone[19],
    )
    last = check(http.get(f"/voices?limit=100&starting_after={everyone[19]}"), "voices.list")
    assert ([voice["id"] for voice in last["data"]], last["has_more"], last["next_page"]) == (
        everyone[20:],
        False,
        None,
    )
    back = http.get(f"/voices?limit=3&ending_before={everyone[5]}").json()
    assert ([voice["id"] for voice in back["data"]], back["has_more"]) == (everyone[2:5], True)
    assert http.get(f"/voices?starting_after={everyone[-1]}").json()["data"] == []


def test_a_voice_and_its_preview(http: httpx.Client) -> None:
    assert "preview_file_url" not in check(http.get(f"/voices/{KATIE}"), "voices.get")
    assert check(http.get(f"/voices/{KATIE}?expand[]=preview_file_url"), "voices.get")["preview_file_url"] is None


# -- the server itself ------------------------------------------------------------------------------------------------


def test_it_listens_on_localhost_unless_configured_otherwise() -> None:
    for host in ("0.0.0.0", "192.168.1.1", "::", "example.com"):
        with pytest.raises(ValueError, match="allow_remote=True"):
            Sandbox(host=host)
    with Sandbox(host="0.0.0.0", allow_remote=True) as open_to_all:
        assert open_to_all.url.startswith("http://0.0.0.0:")


def test_it_can_listen_on_ipv6() -> None:
    with Sandbox(host="::1") as own:
        assert httpx.get(f"{own.url}/", trust_env=False).json()["ok"]


def test_a_port_in_use_is_an_error_and_leaves_no_thread() -> None:
    threads = set(threading.enumerate())
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(OSError, match="in use"):
        Sandbox(port=taken.getsockname()[1]).start()
    assert set(threading.enumerate()) <= threads


def test_it_closes_at_once_though_a_connection_is_open() -> None:
    own = Sandbox().start()
    with httpx.Client(base_url=own.url, trust_env=False) as client:
        client.get("/")
        with at_once():
            own.close()
    with pytest.raises(RuntimeError, match="not running"):
        _ = own.url
    own.close()


async def test_it_is_an_async_context_manager_too() -> None:
    async with Sandbox() as own, httpx.AsyncClient(trust_env=False) as client:
        assert (await client.get(f"{own.url}/")).json()["ok"]


def test_many_requests_at_once(sandbox: Sandbox) -> None:
    found: list[int] = []

    def ask() -> None:
        with httpx.Client(base_url=sandbox.url, headers=KEYED, trust_env=False, timeout=60) as own:
            found.extend([own.post("/tts/bytes", json=speech()).status_code, own.get("/voices").status_code])

    threads = [threading.Thread(target=ask) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [200] * 24


def test_an_operation_without_a_handler_returns_its_example(monkeypatch: pytest.MonkeyPatch) -> None:
    from cartesia_sandbox.rest.handlers import HANDLERS

    monkeypatch.delitem(HANDLERS, "voices.get")
    with Sandbox() as own:
        response = httpx.get(f"{own.url}/voices/any", headers=KEYED, trust_env=False)
    assert check(response, "voices.get")["name"] == "Katie"


def test_the_contract_is_valid_and_every_example_matches_it() -> None:
    for operation in CONTRACT.operations:
        contents = [operation.node.get("requestBody", {}).get("content", {})]
        contents += [CONTRACT.resolve(entry).get("content", {}) for entry in operation.node["responses"].values()]
        for content in contents:
            for media, entry in content.items():
                if not media.startswith("audio/"):
                    validator = CONTRACT.validator_for(entry["schema"])
                    shown = (
                        [entry["example"]] if "example" in entry else [e["value"] for e in entry["examples"].values()]
                    )
                    for value in shown:
                        faults = [str(error) for error in validator.iter_errors(value)]
                        assert faults == [], (operation.name, media)
    for name, schema in CONTRACT.doc["components"]["schemas"].items():
        assert jsonschema_rs.meta.is_valid(schema), name


# -- operations that return their examples, and forms ----------------------------------------------------------------


def test_forms_are_read_and_checked(http: httpx.Client) -> None:
    form = {"model": "ink-whisper", "language": "en", "timestamp_granularities[]": "word"}
    text = "Hello there. How are you?"
    spoken = http.post("/tts/bytes", json=speech(transcript=text, output_format={**RAW, "container": "wav"})).content
    found = check(http.post("/stt", data=form, files={"file": spoken}), "stt.transcribe")
    assert found["text"] == text
    assert [word["word"] for word in found["words"]] == text.split()
    unreadable = http.post("/stt", data=form, files={"file": b"x"})
    assert (unreadable.status_code, unreadable.json()["error_code"]) == (415, "unsupported_audio_format")
    for fields, sentence in (
        ({"model": "ink-whisper"}, '"file" is a required property'),
        ({"file": b"x"}, '"model" is a required property'),
        ({"file": b"x", "model": "ink-whisper", "language": "xx"}, "language: "),
        ({"file": b"x", "model": "m", "timestamp_granularities[]": "char"}, "timestamp_granularities[]"),
    ):
        files: Any = {name: value if name == "file" else (None, value) for name, value in fields.items()}
        rejected = http.post("/stt", files=files)
        assert rejected.status_code == 400
        assert sentence in check(rejected, "stt.transcribe")["message"]
    rejected = http.post("/stt", content=b"--x\r\nbroken", headers={"content-type": "multipart/form-data; boundary=x"})
    assert rejected.status_code == 400


@pytest.mark.parametrize("bad", ["22051", "many"])
def test_numbers_and_objects_of_forms(http: httpx.Client, bad: str) -> None:
    form = {
        "output_format[container]": "wav",
        "output_format[sample_rate]": "44100",
        "output_format[encoding]": "pcm_s16le",
        "model_id": "sonic-3",
        "transcript": "and then",
        "voice_id": KATIE,
    }
    clip = {"left_audio": SILENCE}
    assert http.post("/infill/bytes", data=form, files=clip).status_code == 200
    whole = {"output_format": json.dumps({"container": "mp3", "sample_rate": 44100, "bit_rate": 64000})}
    named = {name: value for name, value in form.items() if "[" not in name}
    assert http.post("/infill/bytes", data=named | whole, files=clip).headers["content-type"] == "audio/mpeg"
    rejected = http.post("/infill/bytes", data={**form, "output_format[sample_rate]": bad}, files=clip)
    assert (rejected.status_code, "output_format.sample_rate" in rejected.text) == (400, True)


def test_events_of_speech(http: httpx.Client) -> None:
    response = http.post("/tts/sse", json=speech(transcript="One two. Three.", add_timestamps=True, context_id="c"))
    found = [
        json.loads(line.removeprefix("data: ")) for line in response.text.splitlines() if line.startswith("data: ")
    ]
    kinds = [kind for kind, _ in itertools.groupby(event["type"] for event in found)]
    assert kinds == ["timestamps", "chunk", "timestamps", "chunk", "done"]
    assert {event["context_id"] for event in found} == {"c"}
    times = [event["word_timestamps"] for event in found if event["type"] == "timestamps"]
    assert [word for entry in times for word in entry["words"]] == ["One", "two.", "Three."]
    edges = [edge for entry in times for pair in zip(entry["start"], entry["end"], strict=True) for edge in pair]
    assert edges == sorted(edges)
    validator = CONTRACT.validator_for({"$ref": "#/components/schemas/TTSSSEEvent"})
    assert [str(error) for event in found for error in validator.iter_errors(event)] == []


def test_connections_send_without_delay(monkeypatch: pytest.MonkeyPatch) -> None:
    """Otherwise the second write of a response waits for the acknowledgment of the first: 40 ms."""
    accepted: list[socket.socket] = []
    accept = socket.socket.accept

    def watch(listener: socket.socket) -> tuple[socket.socket, Any]:
        connection, address = accept(listener)
        accepted.append(connection)
        return connection, address

    monkeypatch.setattr(socket.socket, "accept", watch)
    with Sandbox() as own, httpx.Client(base_url=own.url, trust_env=False) as client:
        client.get("/")
        assert [each.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) for each in accepted] == [1]


# -- speech, measured and transcribed -----------------------------------------------------------------------------------


def spoken(http: httpx.Client, **fields: Any) -> Samples:
    return decode(http.post("/tts/bytes", json=speech(transcript=SENTENCE, **fields)).content, "pcm_s16le")


SENTENCE = "The quick brown fox jumps over the lazy dog."


@pytest.mark.parametrize(
    ("slow", "fast"),
    [
        ({"generation_config": {"speed": 0.6}}, {"generation_config": {"speed": 1.5}}),
        ({"speed": "slow"}, {"speed": "fast"}),
    ],
)
def test_speed_has_an_effect(http: httpx.Client, slow: dict[str, Any], fast: dict[str, Any]) -> None:
    lengths = [len(spoken(http, **fields)) for fields in (slow, {}, fast)]
    assert lengths[0] > 1.1 * lengths[1]
    assert lengths[1] > 1.1 * lengths[2]


def test_volume_has_an_effect(http: httpx.Client) -> None:
    levels = [
        float(np.sqrt(np.mean(spoken(http, generation_config={"volume": volume}) ** 2))) for volume in (0.5, 1, 1.5)
    ]
    assert levels == pytest.approx([levels[1] * factor for factor in (0.5, 1, 1.5)], rel=0.05)


def test_the_same_request_gives_the_same_bytes(http: httpx.Client) -> None:
    output = {"container": "mp3", "sample_rate": 44100, "bit_rate": 64000}
    for fields in ({}, {"output_format": output}):
        first, second = (http.post("/tts/bytes", json=speech(transcript=SENTENCE, **fields)).content for _ in range(2))
        assert first == second
        assert len(first) > 10_000


def test_phonemes_of_events_lie_within_their_words(http: httpx.Client) -> None:
    body = speech(transcript=SENTENCE, add_timestamps=True, add_phoneme_timestamps=True)
    lines = http.post("/tts/sse", json=body).text.splitlines()
    found = [json.loads(line.removeprefix("data: ")) for line in lines if line.startswith("data: ")]
    words, phonemes = (
        next(event[kind] for event in found if kind in event) for kind in ("word_timestamps", "phoneme_timestamps")
    )
    assert words["words"] == SENTENCE.split()
    assert len(phonemes["phonemes"]) > 25
    for start, end in zip(phonemes["start"], phonemes["end"], strict=True):
        assert any(first <= start <= end <= last for first, last in zip(words["start"], words["end"], strict=True))


@pytest.mark.parametrize("kind", ["WAV", "FLAC", "MP3", "pcm_mulaw", "pcm_alaw", "pcm_f32le"])
@pytest.mark.parametrize("rate", [8000, 44100])
def test_own_speech_is_transcribed_from_any_encoding(http: httpx.Client, kind: str, rate: int) -> None:
    samples = soxr.resample(spoken(http), 16000, rate)
    form = {"model": "ink-whisper", "language": "en", "timestamp_granularities[]": "word"}
    if kind.startswith("pcm"):
        query, data = f"?encoding={kind}&sample_rate={rate}", encode(samples, kind)
    else:
        query, data = "", wav(samples, rate, kind)
    body = check(http.post(f"/stt{query}", data=form, files={"file": data}), "stt.transcribe")
    assert body["text"] == SENTENCE
    assert [word["word"] for word in body["words"]] == SENTENCE.split()
    edges = [edge for word in body["words"] for edge in (word["start"], word["end"])]
    assert edges == sorted(edges)
    assert edges[-1] <= body["duration"] == pytest.approx(len(samples) / rate, abs=0.1)


def test_an_unknown_model_cannot_transcribe(http: httpx.Client) -> None:
    rejected = http.post("/stt", data={"model": "whisper-1", "language": "en"}, files={"file": SILENCE})
    assert (rejected.status_code, check(rejected, "stt.transcribe")["error_code"]) == (404, "model_not_found")
