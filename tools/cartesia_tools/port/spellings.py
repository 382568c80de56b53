"""What a program of the official library writes, and what to write instead: a row for each spelling."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

FindingKind = Literal["import", "old", "differs", "missing", "dependency"]
"""import: of the official library; old: a spelling of 1.x, 2.x, or deprecated; differs: it runs, and does something else on
purpose; missing: it has no counterpart; dependency: of the program."""

CONTEXT = (
    "write with client.tts.websocket_connect() as socket: context = socket.context(model_id=..., voice=..., output_format=...); "
    "then context.push(text), context.no_more_inputs(), and for event in context.receive(): event.audio"
)


@dataclass(frozen=True)
class Spelling:
    """A spelling, and the edit."""

    edit: str
    kind: FindingKind = "old"
    in_compat: bool = True
    """Whether only `cartesia_client.compat` has it: the program imports from there until it is edited."""


IN_TEXT = Spelling(
    "write cartesia_client in the text, too: cartesia_client, cartesia_client.types, cartesia_client.resources and so on",
    "import",
    in_compat=False,
)


@dataclass(frozen=True)
class Finding:
    """A line of a program, and the edit to make there."""

    file: Path
    line: int
    kind: FindingKind
    code: str
    edit: str
    in_compat: bool = False
    new: str | None = None
    """The line as `--write` makes it; None if it has to be edited by hand."""


def _today(edit: str) -> Spelling:
    """Return a spelling that this client has, too."""
    return Spelling(edit, in_compat=False)


def _differs(edit: str) -> Spelling:
    """Return a spelling that means something else here."""
    return Spelling(edit, "differs", in_compat=False)


CALLS = {
    "tts.bytes": _today("write client.tts.generate(...), which has save(path), or client.tts.generate_stream(...)"),
    "tts.sse": _today("write client.tts.generate_sse(...)"),
    "voice_changer.change_voice_bytes": _today("write client.voice_changer.generate(...)"),
    "voice_changer.change_voice_sse": _today("write client.voice_changer.generate_sse(...)"),
    "tts.websocket": Spelling(CONTEXT),
    "tts.get_output_format": Spelling("write {'container': 'raw', 'encoding': 'pcm_f32le', 'sample_rate': 44100}"),
    "stt.websocket": Spelling(
        "write with client.stt.manual_finalize.websocket(model=..., encoding=..., sample_rate=...) as session: "
        "for event in session.listen(audio)"
    ),
    "voices.mix": Spelling("remove it: the service refuses it since June 2026"),
    "voices.create": Spelling(
        "write client.voices.clone(clip=..., name=..., language=...): the service refuses embeddings"
    ),
    "voice_changer.bytes": Spelling("write client.voice_changer.generate(...)"),
    "voice_changer.sse": Spelling("write client.voice_changer.generate_sse(...)"),
    "infill.bytes": Spelling("write client.tts.infill(..., output_format={...})"),
    "auth.access_token": Spelling("write client.access_token.create(...)"),
    "api_status.get": Spelling("write client.get_status()"),
}
"""Calls, by their dotted names after the client."""

ARGUMENTS = {
    "voice_id": Spelling("write voice=..."),
    "voice_embedding": Spelling(
        "write voice=..., with the id of a voice: embeddings are gone since Cartesia-Version 2025-04-16"
    ),
    "_experimental_voice_controls": Spelling("write generation_config={'speed': 1.2, 'emotion': 'content'}"),
    "use_original_timestamps": Spelling("write use_normalized_timestamps=..., which means the opposite"),
    "request_options": Spelling(
        "write timeout=..., max_retries=..., extra_headers=..., extra_query=..., extra_body=..."
    ),
    "left_audio_path": Spelling(
        "write left_audio=Path(...), right_audio=Path(...), voice_id=...; the audio is returned"
    ),
    "filepath": Spelling("write clip=Path(...), name=..., language=..."),
    "stream": Spelling("remove it: events always arrive as a stream"),
}
"""Arguments of calls of speech and voices."""

ELSEWHERE_TODAY = {
    ("voice_id", "tts.infill"),
    ("voice_id", "voice_changer.generate"),
    ("voice_id", "voice_changer.generate_sse"),
}
ELSEWHERE_TODAY |= {("voice_id", "voices.localize")}
"""Arguments that these calls have today."""

OPTIONS = {
    "httpx_client": Spelling("write http_client=..."),
    "environment": Spelling("write base_url=..., or remove it"),
    "follow_redirects": Spelling("remove it: redirects are never followed, because the key would go along"),
    "max_num_connections": Spelling("write limits=httpx.Limits(max_connections=...)"),
    "max_retries": _differs("note: what may have been billed is not sent again, unless retry_billed=True"),
}
"""Options of a client."""

PLAIN_HTTP = _differs("write https://: plain http:// to another machine is refused, because the key would be seen")
BLANK_KEY = _differs("write the key without blanks in it: it is refused otherwise, when the client is made")
ERROR_EVENT = _differs(
    "write `except cartesia_client.APIError` around the loop: errors of a stream are raised, not yielded"
)
DECODED = _differs("write event.data: it is bytes already, as event.audio is")
FOREIGN_ERROR = _differs("write cartesia_client.APIConnectionError: errors of the libraries below are never raised")
SUBSCRIPT = Spelling("write event.audio, event.word_timestamps.words and so on: events are objects")
PAGER = Spelling("write page.data, page.has_next_page() and page.get_next_page()")
OLD_MODULE = Spelling("import it from cartesia_client.types; errors are in cartesia_client")
NOT_AWAITED = Spelling(
    "write async for event in await client.tts.generate_sse(...), or async with client.tts.generate_stream()"
)
