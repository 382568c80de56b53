"""HAR files as Chrome, Firefox, Safari, mitmproxy, Charles and Playwright write them, and what drift says about each."""

from __future__ import annotations

import base64
import gzip
import json
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from cartesia_tools.cli import main
from cartesia_tools.conformance.drift import Drift, compare
from cartesia_tools.contract import endpoints
from cartesia_tools.load import dates, read_dated
from cartesia_tools.traffic.entries import read

from .test_drift import HOST, SPEECH, VERSION, VOICE, entry, har, socket

Entry = dict[str, Any]
GOOD = entry("GET", "/voices/x", 200, VOICE)
BAD = entry("GET", "/voices/x", 200, {**VOICE, "nickname": "Kat"})
PAGE = json.dumps({"data": [VOICE], "has_more": False})
FORM = (
    '--b\r\ncontent-disposition: form-data; name="file"; filename="a.wav"\r\n\r\nRIFF\r\n'
    '--b\r\ncontent-disposition: form-data; name="model"\r\n\r\nink-whisper\r\n--b--\r\n'
)
DONE = {"type": "done", "context_id": "c", "status_code": 206, "done": True}
TTS = f"/tts/websocket?cartesia_version={VERSION}"


def changed(part: str, /, *, base: Entry = GOOD, drop: tuple[str, ...] = (), **fields: Any) -> Entry:
    """An entry with something else in its request, its response, or its content."""
    made: Entry = json.loads(json.dumps(base))
    node = made["response"]["content"] if part == "content" else made if part == "entry" else made[part]
    for name in drop:
        node.pop(name, None)
    node.update(fields)
    return made


def firefox(entry_: Entry) -> Entry:
    more = {
        "startedDateTime": "2026-01-01T00:00:00.000+00:00",
        "time": 12,
        "cache": {},
        "timings": {},
        "connection": "443",
    }
    made = changed("response", base=entry_, httpVersion="HTTP/2", cookies=[], redirectURL="", bodySize=900)
    return {**made, **more, "_securityState": "secure"}


def safari(entry_: Entry) -> Entry:
    made = changed("response", base=entry_, _transferSize=100, bodySize=-1, headersSize=-1)
    return {**made, "_fetchType": "Network Load", "_priority": "high", "serverIPAddress": "::1"}


def charles(entry_: Entry) -> Entry:
    made = changed("request", base=entry_, headersSize=100, bodySize=0, httpVersion="HTTP/1.1")
    made["response"]["_charlesStatus"] = "COMPLETE"
    return made


def mitmproxy(entry_: Entry) -> Entry:
    made = changed("request", base=entry_, httpVersion="HTTP/2.0", cookies=[], headersSize=20, bodySize=0)
    return {**made, "timings": {"connect": -1.0, "ssl": -1.0}, "serverIPAddress": "127.0.0.1"}


def playwright(entry_: Entry) -> Entry:
    made = changed("response", base=entry_, headersSize=-1, bodySize=-1, _transferSize=-1)
    return {**made, "_monotonicTime": 1.5, "pageref": "page@1", "cache": {}}


def form(media: str = "multipart/form-data; boundary=b", **data: Any) -> Entry:
    request = {"postData": {"mimeType": media, **data}}
    return entry("POST", "/stt", 200, {"type": "transcript", "text": "Hi."}, request=request)


def speech(**request: Any) -> Entry:
    return entry("POST", "/tts/bytes", 200, b"RIFF", body=SPEECH, media="audio/wav", request=request)


def messages(*found: Entry, **more: Any) -> Entry:
    return {**socket(TTS), "_webSocketMessages": list(found), **more}


def text64(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


PREFLIGHT = entry("OPTIONS", "/voices/x", 204, None, media="")
NULL_STATUS = changed("response", base=entry("GET", "/voices/x", 0), status=None)
# Name -> entries; the kinds of deviations; the numbers of unreadable entries; how many bodies were not checked.
FILES: dict[str, tuple[list[Any], list[str], list[int], int]] = {
    "chrome": ([GOOD, BAD], ["unknown field"], [], 0),
    "chrome: body evicted": ([changed("content", drop=("text",)), BAD], ["unknown field"], [], 1),
    "chrome: preflight": ([PREFLIGHT, GOOD], [], [], 0),
    "chrome: blocked": ([changed("response", status=0), GOOD], [], [], 0),
    "chrome: redirect to HTTPS": (
        [changed("response", status=307, headers=[{"name": "Non-Authoritative-Reason", "value": "HSTS"}]), GOOD], [], [], 0,
    ),
    "chrome: type unknown": (
        [changed("response", headers=[], content={"mimeType": "x-unknown", "size": 0}, base=entry("DELETE", "/voices/x", 204))], [], [], 0,
    ),
    "chrome: not modified": ([changed("response", status=304, content={"size": 0, "mimeType": ""}), GOOD], [], [], 0),
    "chrome: socket": (
        [messages({"type": "receive", "opcode": 1, "time": 1, "data": json.dumps({**DONE, "cost": 3})})], ["unknown field"], [], 0,
    ),
    "chrome: socket with control frames": (
        [messages({"type": "receive", "opcode": 8, "data": ""}, {"type": "receive", "opcode": 9, "data": "x"})], [], [], 0,
    ),
    "chrome: binary part of a form": ([form(params=[{"name": "file", "value": "(binary)"}, {"name": "model", "value": "ink-whisper"}])], [], [], 0),
    "chrome: null headers": ([changed("request", headers=[{"name": "Cartesia-Version", "value": VERSION}, {"name": "x", "value": None}])], [], [], 0),
    "firefox": ([firefox(GOOD), firefox(BAD)], ["unknown field"], [], 0),
    "firefox: no text": ([firefox(changed("content", drop=("text",), size=900))], [], [], 1),
    "firefox: socket without messages": (
        [firefox(entry("GET", TTS, 101, None, request={"headers": [{"name": "Upgrade", "value": "websocket"}]}))], [], [], 0,
    ),
    "firefox: form as text": ([firefox(form(text=FORM))], [], [], 0),
    "firefox: form cut": ([firefox(form(text=FORM[:90]))], [], [], 0),
    "firefox: octets": ([firefox(changed("content", base=speech(), mimeType="application/octet-stream"))], [], [], 0),
    "safari": ([safari(GOOD), safari(BAD)], ["unknown field"], [], 0),
    "safari: status -1": ([safari(changed("response", status=-1)), safari(GOOD)], [], [], 0),
    "safari: no content": ([safari(changed("response", drop=("content",), status=204, base=entry("DELETE", "/voices/x", 204)))], [], [], 0),
    "safari: size unknown": ([safari(changed("content", drop=("text",), size=-1))], [], [], 1),
    "safari: base64 of JSON": ([safari(changed("content", text=text64(json.dumps(VOICE)), encoding="base64"))], [], [], 0),
    "mitmproxy": ([mitmproxy(GOOD), mitmproxy(BAD)], ["unknown field"], [], 0),
    "mitmproxy: tunnel": ([entry("CONNECT", "", 200, None, media=""), mitmproxy(GOOD)], [], [], 0),
    "mitmproxy: socket": (
        [messages({"type": "send", "opcode": 2, "data": "AAAA"}, {"type": "receive", "opcode": 1, "data": json.dumps(DONE)}, _resourceType="websocket")],
        ["wrong frame"], [], 0,
    ),
    "mitmproxy: empty body of a GET": ([mitmproxy(changed("request", postData={"mimeType": "", "text": "", "params": []}))], [], [], 0),
    "mitmproxy: base64 that is not said": ([mitmproxy(changed("content", text=text64(json.dumps({**VOICE, "x": 1}))))], ["unknown field"], [], 0),
    "charles": ([charles(GOOD), charles(BAD)], ["unknown field"], [], 0),
    "charles: status as text": ([charles(changed("response", status="200")), charles(changed("response", base=BAD, status="200 OK"))], ["unknown field"], [], 0),
    "charles: base64 that is none": ([charles(changed("content", encoding="base64"))], [], [], 0),
    "charles: failed": ([changed("entry", response=None), charles(GOOD)], [], [], 0),
    "charles: status missing": ([charles(NULL_STATUS), charles(GOOD)], [], [], 0),
    "playwright": ([playwright(GOOD), playwright(BAD)], ["unknown field"], [], 0),
    "playwright: content omitted": ([playwright(changed("content", drop=("text",), size=-1))], [], [], 1),
    "playwright: content attached": ([playwright(changed("content", drop=("text",), size=900, _file="a1b2.json"))], [], [], 1),
    "playwright: request body attached": (
        [changed("request", base=speech(), postData={"mimeType": "application/json", "params": [], "_file": "x.json"},
                 headers=[{"name": "Cartesia-Version", "value": VERSION}, {"name": "content-length", "value": "99"}])],
        [], [], 1,
    ),
    "playwright: aborted": ([changed("entry", drop=("response",)), playwright(GOOD)], [], [], 0),
    "a bad entry among good ones": ([GOOD, {"request": 3}, BAD], ["unknown field"], [2], 0),
    "several bad entries": ([{}, GOOD, changed("response", status="many"), changed("request", url=None), BAD], ["unknown field"], [1, 3, 4], 0),
    "halves of characters": ([entry("GET", "/voices/x", 200, json.dumps({**VOICE, "name": "a\ud83d", "nick\udc00": "\udc00"}))], ["unknown field"], [], 0),
    "halves of characters in the file": ([changed("content", text='{"id": "\ud83d"}')], ["missing field"], [], 0),
    "insomnia: headers as an object": ([changed("request", base=BAD, headers={"Cartesia-Version": VERSION})], ["unknown field"], [], 0),
    "fiddler: gzip as it was sent": (
        [changed("content", base=BAD, text=base64.b64encode(gzip.compress(BAD["response"]["content"]["text"].encode())).decode(), encoding="base64")],
        ["unknown field"], [], 0,
    ),
    "charles: gzip as text": ([changed("content", text="\x1f\x8b\x08\ufffd")], [], [], 1),
    "charles: brotli": (
        [changed("response", headers=[{"name": "Content-Encoding", "value": "br"}, {"name": "Content-Type", "value": "application/json"}],
                 content={"size": 9, "mimeType": "application/json", "text": "\ufffd\ufffd"})],
        [], [], 1,
    ),
    "chrome: body cut": ([changed("content", text=json.dumps(VOICE)[:50], size=9999)], [], [], 1),
    "a mark before the text": ([changed("content", base=BAD, text="\ufeff" + BAD["response"]["content"]["text"])], ["unknown field"], [], 0),
    "base64 without its end": ([changed("content", base=BAD, text=text64(BAD["response"]["content"]["text"] + " ").rstrip("="), encoding="base64")], ["unknown field"], [], 0),
    "base64 of addresses": ([changed("content", text=base64.urlsafe_b64encode(json.dumps({**VOICE, "name": "???>>>"}).encode()).decode(), encoding="base64")], [], [], 0),
    "mitmproxy: request in base64": ([changed("request", base=speech(), postData={"mimeType": "application/json", "text": text64(json.dumps({**SPEECH, "x": 1})), "encoding": "base64"})], ["unknown field"], [], 0),
    "an address that is none": ([changed("request", url="http://[::1/voices"), BAD], ["unknown field"], [1], 0),
    "a size without end": ([changed("content", size=float("inf")), BAD], ["unknown field"], [], 0),
    "pages of the browser": ([changed("request", url="chrome-extension://abc/x.js"), changed("request", url="data:text/plain,x"), GOOD], [], [], 0),
    "parts that are texts": ([changed("response", content="x"), changed("request", base=speech(), postData=["x"]), None, BAD], ["unknown field"], [1, 2, 3], 0),
    "chrome: opcodes": (
        [messages({"type": "receive", "opcode": "x", "data": "{}"}), messages({"type": "receive", "opcode": None, "data": json.dumps({**DONE, "cost": 3})})],
        ["unknown field"], [1], 0,
    ),
    "a message in pieces": (
        [
            messages(
                {"type": "receive", "opcode": 1, "data": json.dumps({**DONE, "cost": 3})[:10]},
                {"type": "send", "opcode": 9, "data": ""},
                {"type": "receive", "opcode": 10, "data": "cGluZw=="},
                {"type": "receive", "opcode": 0, "data": json.dumps({**DONE, "cost": 3})[10:30]},
                {"type": "receive", "opcode": 0.0, "data": json.dumps({**DONE, "cost": 3})[30:]},
                {"type": "receive", "opcode": 1, "data": json.dumps(DONE)},
            ),
            messages({"type": "receive", "opcode": 0, "data": "of an earlier one"}),
        ],
        ["unknown field"], [], 0,
    ),
    "messages that are cut": (
        [messages(*({"type": "receive", "opcode": 1, "data": text} for text in (
            json.dumps(DONE)[:-1], json.dumps(DONE)[:10], json.dumps(DONE)[:-9] + "\u2026", json.dumps(DONE)[:-3],
            json.dumps(DONE)[:12] + "... [truncated]", '{"a": "\\u00', "[", '{"a": -', json.dumps(DONE),
        )))],
        [], [], 8,
    ),
    "messages that are no JSON": (
        [messages({"type": "receive", "opcode": 1, "data": '{"a" 1}'}), messages({"type": "send", "opcode": 1, "data": "hello"})],
        ["wrong frame"], [], 0,
    ),
    "firefox: socket without the header": ([firefox(entry("GET", TTS, 101, None, media=""))], [], [], 0),
    "proxyman: messages in base64": ([messages({"type": "receive", "opcode": 1, "data": text64(json.dumps({**DONE, "cost": 3}))})], ["unknown field"], [], 0),
    "chrome: moved": ([changed("response", status=301, content={"size": 0, "mimeType": ""}), GOOD], [], [], 0),
    "a page of a gateway": ([entry("GET", "/voices/x", 502, "<html>", media="text/html"), entry("GET", "/voices/x", 504, "", media="")], [], [], 0),
    "an error without its type": ([entry("GET", "/voices/x", 500, "<html>", media="text/html")], ["unknown media type"], [], 0),
    "k6: only the head": ([entry("HEAD", "/voices/x", 200)], [], [], 0),
    "no headers are kept": ([changed("request", base=BAD, drop=("headers",))], ["unknown field"], [], 0),
    "nothing of the API": ([entry("GET", "/", 200, "<html>", media="text/html", version=None, host="https://example.com")], [], [], 0),
}  # fmt: skip


def result(entries: list[Entry], **options: Any) -> Drift:
    return compare(read(har(*entries)), **options)


def test_there_are_forty_files() -> None:
    assert len(FILES) >= 40


@pytest.mark.parametrize("name", FILES)
def test_each_file_is_read_as_its_program_meant_it(name: str) -> None:
    entries, kinds, unreadable, not_checked = FILES[name]
    found = result(entries)
    assert sorted({each.kind for each in found.deviations}) == kinds
    assert [each.number for each in found.unreadable] == unreadable
    assert found.not_checked == not_checked


def test_a_bad_entry_is_named_and_the_rest_is_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "traffic.har"
    file.write_text(har(GOOD, {"request": 3}))
    assert main(["drift", str(file)]) == 2
    assert "Entry 2 cannot be read: its request is int, not an object." in capsys.readouterr().out
    file.write_text(har(GOOD, {"request": 3}, BAD))
    assert main(["drift", str(file), "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert [each["number"] for each in found["unreadable"]] == [2]
    assert [each["entry"] for each in found["deviations"]] == [3]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_a_file_may_begin_with_the_mark_of_its_encoding(encoding: str, tmp_path: Path) -> None:
    file = tmp_path / "traffic.har"
    file.write_text(har(GOOD, BAD), encoding=encoding)
    assert main(["drift", str(file)]) == 1


@pytest.mark.parametrize("pack", [gzip.compress, lambda raw: raw.decode().encode("utf-16-le")])
def test_a_file_may_be_packed_or_lack_the_mark(pack: Any, tmp_path: Path) -> None:
    (tmp_path / "a.har").write_bytes(pack(har(BAD).encode()))
    assert main(["drift", str(tmp_path / "a.har")]) == 1


def test_absent_bodies_are_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "traffic.har"
    file.write_text(har(changed("content", drop=("text",)), GOOD))
    assert main(["drift", str(file)]) == 0
    assert "1 bodies not checked, which the file does not have" in capsys.readouterr().out


@pytest.mark.parametrize("base", ["/voice/v1", "/voice/v1/", "https://gateway.example.com/voice/v1"])
def test_the_base_path_of_a_gateway_is_an_option(base: str, tmp_path: Path) -> None:
    host = "https://gateway.example.com"
    entries = [
        entry("GET", "/voice/v1/voices/x", 200, {**VOICE, "nickname": "Kat"}, host=host),
        entry("GET", "/voice/v1", 200, {"ok": True, "version": VERSION}, host=host),
        entry("GET", "/other", 200, "<html>", media="text/html", host="https://example.com", version=None),
    ]
    assert [each.kind for each in result(entries).deviations] == ["unknown operation"] * 2
    found = result(entries, base_paths=[base])
    assert [(each.kind, each.operation) for each in found.deviations] == [("unknown field", "voices.get")]
    assert (found.checked, found.skipped) == (2, 1)
    (tmp_path / "traffic.har").write_text(har(*entries))
    assert main(["drift", str(tmp_path / "traffic.har"), "--base-path", base]) == 1


def test_a_socket_of_an_older_date_is_checked_with_its_own_messages() -> None:
    error = {"type": "error", "context_id": "c", "status_code": 400, "done": True, "error": "No."}
    newer = {**error, "title": "No", "message": "No."}
    newer.pop("error")
    for date, event, version in (
        ("2025-04-16", error, None),
        ("2025-04-16", newer, "2025-04-16"),
        (VERSION, newer, None),
    ):
        made = socket(f"/tts/websocket?cartesia_version={date}", ("receive", json.dumps(event)))
        assert {each.version for each in result([made]).deviations} == ({version} if version else set())


def test_each_socket_is_checked_with_the_messages_of_its_date() -> None:
    for date in dates():
        for socket_ in (each for each in endpoints(read_dated(date)) if each.is_socket):
            needed = [each for each in socket_.node["query"] if each.get("required") and "enum" not in each["schema"]]
            given = {each["name"]: each.get("example", "ink-whisper") for each in needed}
            given |= {"encoding": "pcm_s16le", "sample_rate": "16000"} if "binary" in socket_.node else {}
            given |= {"model": "ink-2"} if "turns" in socket_.path else {}
            path = f"{socket_.path.replace('{', '').replace('}', '')}?{urlencode({**given, 'cartesia_version': date})}"
            sent = [(word, each) for word in ("send", "receive") for each in socket_.node["examples"][word]]
            as_it_is = [(word, each if isinstance(each, str) else json.dumps(each)) for word, each in sent]
            more = [(word, json.dumps({**each, "zzz": 1})) for word, each in sent if isinstance(each, dict)]
            assert result([socket(path, *as_it_is)]).deviations == []
            found = result([socket(path, *more)]).deviations
            assert [(each.kind, each.version) for each in found] == [("unknown field", date)] * len(more)


def test_what_is_printed_can_be_printed(tmp_path: Path) -> None:
    file = tmp_path / "traffic.har"
    file.write_text(har(entry("GET", f"/voices/x?q=%ff&{HOST}", 200, json.dumps({**VOICE, "n\ud83d": "\udc00"}))))
    assert main(["drift", str(file)]) == 1
