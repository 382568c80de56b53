"""Programs that send a request again: a curl command and Python. Keys are never in them, and nothing that was sent is run."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from email.parser import BytesParser
from email.policy import HTTP
from pprint import pformat
from urllib.parse import quote

from ..journal.entries import LARGEST, Request
from ..journal.redact import HEADERS, HIDDEN, QUERIES

# Texts of a request come from anyone. In curl, they stand in quotes of the shell, and only in options that take them as they
# are: `--data-raw` rather than `--data`, which reads files after "@". In Python, they are literals that `repr` writes.

_KEPT = re.compile(r"accept|content-type|cartesia-version|x-[a-z0-9-]{1,60}")
"""Names of headers that are sent again; the rest is the client's own."""
_KEY = "CARTESIA_API_KEY"
_MOST_FRAMES = 200
_ENDINGS = {"audio/wav": "wav", "audio/mpeg": "mp3", "audio/pcm": "raw"}


def curl(request: Request, base: str) -> str | None:
    """Return a command for a shell, or None for a socket: curl has no frames.

    Args:
        request: The request to send again.
        base: Base URL of the sandbox.
    """
    if request.method == "WEBSOCKET":
        return None
    method = ["--head"] if request.method == "HEAD" else ["--request", shlex.quote(request.method)]
    parts = [" ".join(["curl --silent --show-error --globoff", *method, shlex.quote(_url(request, base))])]
    parts += [f"--header {shlex.quote(f'{name}: {value}')}" for name, value in _headers(request)]
    if _has_credential(request):
        parts.append(f'--header "X-API-Key: ${_KEY}"')
    if form := _form(request):
        parts += [
            "--form file=@recording.wav" if value is None else f"--form-string {shlex.quote(f'{name}={value}')}"
            for name, value in form
        ]
    elif (text := _text(request)) is not None:
        parts.append(f"--data-raw {shlex.quote(text)}")
    if request.shape == "events":
        parts.append("--no-buffer")
    if name := _file(request):
        parts.append(f"--output {name}")
    return "\n".join([*(f"# {remark}" for remark in _remarks(request)), " \\\n  ".join(parts)]) + "\n"


def python(request: Request, base: str) -> str:
    """Return a Python program, of httpx or, for a socket, of websockets.

    Args:
        request: The request to send again.
        base: Base URL of the sandbox.
    """
    headers = "".join(f"    {name!r}: {value!r},\n" for name, value in _headers(request))
    if _has_credential(request):
        headers += f'    "X-API-Key": os.environ["{_KEY}"],\n'
    start = f"URL = {_url(request, base)!r}\nHEADERS = {{\n{headers}}}\n"
    remarks = "".join(f"# {remark}\n" for remark in _remarks(request))
    return _for_socket(request, start, remarks) if request.method == "WEBSOCKET" else _for_http(request, start, remarks)


def _for_http(request: Request, start: str, remarks: str) -> str:
    arguments = f"{request.method!r}, URL, headers=HEADERS, timeout=60"
    if form := _form(request):
        fields = {name: value for name, value in form if value is not None}
        start += f"FIELDS = {pformat(fields)}\n"
        arguments += ', data=FIELDS, files={"file": open("recording.wav", "rb")}'
    elif (text := _text(request)) is not None:
        start += f"BODY = {pformat(text, width=100)}\n"
        arguments += ', content=BODY.encode("utf-8")'
    lines = [
        f"response = httpx.request({arguments})",
        'print(response.status_code, response.headers.get("content-type"))',
    ]
    if name := _file(request):
        lines.append(f'with open("{name}", "wb") as file:\n    file.write(response.content)')
    else:
        lines.append("print(response.text)")
    return f"{remarks}import os\n\nimport httpx\n\n{start}\n" + "\n".join(lines) + "\n"


_SOCKET = """
with connect(URL, additional_headers=HEADERS) as socket:
    for frame in FRAMES:
        socket.send(frame)
    try:
        while True:  # until nothing has come for three seconds
            print(socket.recv(timeout=3)[:300])
    except (TimeoutError, ConnectionClosed):
        pass
"""


def _for_socket(request: Request, start: str, remarks: str) -> str:
    frames = [frame.text for frame in request.frames if frame.direction == "received" and frame.text is not None]
    imports = "from websockets.exceptions import ConnectionClosed\nfrom websockets.sync.client import connect\n"
    start = start.replace("URL = 'http", "URL = 'ws", 1)
    return f"{remarks}import os\n\n{imports}\n{start}FRAMES = {pformat(frames[:_MOST_FRAMES], width=100)}\n{_SOCKET}"


def _url(request: Request, base: str) -> str:
    pairs = [(name, value) for name, values in request.query.items() if name not in QUERIES for value in values]
    query = "&".join(f"{quote(name, safe='[]')}={quote(value, safe='*[]:')}" for name, value in pairs)
    path = quote(request.path, safe="/:@!$&()*+,;=-._~")
    return f"{base}{path}?{query}" if query else f"{base}{path}"


def _headers(request: Request) -> Iterator[tuple[str, str]]:
    """Yield the headers that are sent again."""
    for name, value in request.headers.items():
        is_plain = value.isprintable() and value.isascii() and HIDDEN not in value
        is_form = name == "content-type" and value.startswith("multipart/")  # with a boundary of its own
        if _KEPT.fullmatch(name) and name not in HEADERS and is_plain and not is_form:
            yield name, value


def _has_credential(request: Request) -> bool:
    return bool({"authorization", "x-api-key"} & set(request.headers) or QUERIES & set(request.query))


def _text(request: Request) -> str | None:
    """Return the body as text; None if there is none, or if it cannot be repeated."""
    if not request.size or request.size > LARGEST:
        return None
    try:
        text = request.content.decode()
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else text


def _form(request: Request) -> list[tuple[str, str | None]]:
    """Return the fields of a form; None as the value of a file. Nothing if the body is no form, or not kept whole."""
    kind = request.headers.get("content-type", "")
    if not kind.startswith("multipart/form-data"):
        return []
    message = BytesParser(policy=HTTP).parsebytes(
        b"Content-Type: " + kind.encode("latin-1") + b"\r\n\r\n" + request.content
    )
    fields: list[tuple[str, str | None]] = []
    for part in message.iter_parts():
        name = part.get_param("name", header="content-disposition")
        if not isinstance(name, str) or not re.fullmatch(r"[\w.\[\]-]{1,60}", name):
            continue
        content = part.get_payload(decode=True)
        is_file = part.get_filename() is not None or not isinstance(content, bytes)
        text = "" if is_file or not isinstance(content, bytes) else content.decode("utf-8", "replace")
        fields.append((name, None if is_file else text))
    return fields


def _remarks(request: Request) -> Iterator[str]:
    """Yield what differs from the request that was sent."""
    if _has_credential(request):
        yield f"Reads your key from {_KEY}; a sandbox accepts any, unless it was given keys."
    if any(value is None for _, value in _form(request)):
        yield "The journal keeps no files: put one beside this, named recording.wav."
    elif request.size and _text(request) is None:
        yield "The body was binary, or too large for the journal, and is missing."
    kept = [request.path, *(value for values in request.query.values() for value in values), _text(request) or ""]
    kept += [frame.text or "" for frame in request.frames if frame.direction == "received"]
    if any(HIDDEN in text for text in kept):
        yield f"What looked like a key is {HIDDEN} here."
    if missing := sum(frame.direction == "received" and frame.text is None for frame in request.frames):
        yield f"{missing} binary frames, such as audio, are not in the journal and are missing."


def _file(request: Request) -> str | None:
    """Return the name of the file for a response that is audio or a file."""
    if request.shape != "bytes" or request.status != 200 or request.method == "HEAD":
        return None
    return f"response.{_ENDINGS.get((request.media or '').partition(';')[0], 'bin')}"
