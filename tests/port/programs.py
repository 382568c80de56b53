"""The programs: blocks of the documents and examples of the official library, made whole.

A block of a README presumes things: a client, a file, an id. They are filled in as a reader would, in the table below, and the
same for both libraries. What still does not run with the official library is counted as such.
"""

from __future__ import annotations

import ast
import builtins
import re
import symtable
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

VOICE = "6ccbfb76-1fc6-48f7-b71d-91ac6298247b"
CLIP = "given.wav"
"""A recording that stands in the folder of each program: mono, 16 bits, 16 kHz."""
OWNED = "{voice}"
"""In arguments and blocks: the id of a voice that the program may change."""

PRESUMED = {
    "client": "from cartesia import {Client}\nclient = {Client}(api_key='good')",
    "httpx": "import httpx",
    "os": "import os",
    "display": "from IPython.display import display",
    "DefaultHttpxClient": "from cartesia import DefaultHttpxClient",
    "cartesia": "import cartesia",
    "AsyncCartesia": "from cartesia import AsyncCartesia",
    "process_audio": "process_audio = lambda audio: print(len(audio) > 0)",
    "process_timestamps": "process_timestamps = lambda times: print(times.words)",
    "transcripts": "transcripts = ['One. ', 'Two. ', 'Three.']",
    "transcript": "transcript = 'Hello! Welcome to Cartesia'",
    "output_format": "output_format = {'container': 'raw', 'encoding': 'pcm_f32le', 'sample_rate': 44100}",
    "model_id": "model_id = 'sonic-2'",
    "model": "model = 'sonic-2'",
    "voice_id": f"voice_id = '{VOICE}'",
    "SAMPLE_VOICE_ID": f"SAMPLE_VOICE_ID = '{VOICE}'",
    "ws": "ws = client.tts.websocket()",
    "response": f"response = client.voices.get('{VOICE}')",
    "stream": f"stream = client.tts.generate_sse(model_id='sonic-3.5', transcript='Hello.', voice='{VOICE}', "
    "output_format={'container': 'raw', 'encoding': 'pcm_s16le', 'sample_rate': 16000}, add_timestamps=True)",
    "connection": "connection = client.tts.websocket_connect().enter()\n"
    f"connection.send(dict(model_id='sonic-3.5', transcript='Hello.', voice='{VOICE}', context_id='one', "
    "output_format={'container': 'raw', 'encoding': 'pcm_s16le', 'sample_rate': 16000}))",
    "dataset": "from cartesia import Cartesia\n"
    "dataset = Cartesia(api_key='good').datasets.create(name='d', description='d')",
}
"""Names that blocks use without defining them."""

CALL = (
    "model_id='sonic-2', transcript='Hello.', voice={'mode': 'id', 'id': '" + VOICE + "'}, "
    "output_format={'container': 'wav', 'encoding': 'pcm_s16le', 'sample_rate': 16000}"
)
FILLED_IN: list[tuple[str, str]] = [
    (r"""["'](?:/?path/to/[\w.]+|sample\.wav|left\.wav|right\.wav)["']""", f'"{CLIP}"'),
    (r"client\.tts\.(bytes|generate)\(\.\.\.", rf"client.tts.\1({CALL}"),
    (r"Cartesia\(\s*\.\.\.,", "Cartesia("),
    (r"Cartesia\((?![^()]*api_key)", "Cartesia(api_key='good',"),
    (r"DefaultHttpxClient\(\.\.\.\)", "DefaultHttpxClient()"),
    (r"embedding=\[\.\.\.\]", "embedding=[0.1] * 192"),
    (r"proxies=", "proxy="),  # httpx 0.28 has no `proxies`
    (r"http://my\.test\.server\.example\.com:8083", "https://127.0.0.1:1"),
    (r"""["']cartesia-version["']: ["']My-Custom-Value["']""", '"cartesia-version": "2026-03-01"'),
    (r"""(?<=")/foo(?=")""", "/pronunciation-dicts/"),
    (r"""\{"my_param": True\}""", '{"name": "n"}'),
    (r"my_field", "preview_file_url"),
    (r'(?<=\s)id="id"', "id=dataset.id"),
    (r"""["'](?:voice-id|voice_id_\d|voice-\d)["']""", f'"{VOICE}"'),
    (r"(voice = response\.parse\(\).*\n)print\(voice\.id\)", r"\1print(voice.data[0].id)"),  # a page
    (r"print\(response\.generation_config\)", "print(len(response.read()))"),  # audio has none
    # What the sandbox does not have, or the service no longer serves.
    ("f9836c6e-a0bd-460e-9d3c-f7299fa60f94|87748186-23bb-4158-a1eb-332911b0b708", VOICE),
    ("248be419-c632-4f23-adf1-5324ed7dbf1d", VOICE),
    ("sonic-english|sonic-multilingual", "sonic-2"),
]
"""What a reader puts in place of what a block shows."""

ARGUMENTS = {
    "voices_clone": [CLIP, "en", "Mine"],
    "voices_update": [OWNED, "New name"],
    "voices_delete": [OWNED],
    "infill_create": [CLIP, CLIP, "and also"],
    "infill_create_async": [CLIP, CLIP, "and also"],
}
"""Arguments of examples that ask for them."""


class Program(NamedTuple):
    name: str
    source: str
    arguments: list[str]


def blocks(text: str, document: str) -> Iterator[Program]:
    """Yield the Python blocks of a document."""
    for found in re.finditer(r"^```(?:python|py)\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
        line = text[: found.start()].count("\n") + 2
        yield Program(f"{document}:{line}", made_whole(found[1]), [])


def halves(text: str, document: str) -> Iterator[Program]:
    """Yield the halves of blocks that show an old and a new way, each with what it presumes."""
    for found in re.finditer(r"^```python\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
        line = text[: found.start()].count("\n") + 2
        for part in re.split(r"^(?=# v\d\.x)", found[1], flags=re.MULTILINE):
            if "client" in part or "for " in part:
                said = re.match(r"# (v\d)", part)
                yield Program(f"{document}:{line}{f' {said[1]}' if said else ''}", made_whole(part), [])


def examples(path: Path) -> Iterator[Program]:
    """Yield a program for each function of a file of examples, which takes its name as argument."""
    source = path.read_text(encoding="utf-8")
    for node in ast.parse(source).body:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.name != "create_client":
            yield Program(f"{path.name}:{node.name}", source, [node.name, *ARGUMENTS.get(node.name, [])])


def made_whole(block: str) -> str:
    """Return a block with what it presumes in front, and what a reader fills in."""
    block = textwrap.dedent(block)
    for pattern, replacement in FILLED_IN:
        block = re.sub(pattern, replacement, block)
    kind = "AsyncCartesia" if re.search(r"\bawait\b|\basync\b", block) else "Cartesia"
    head: list[str] = []
    for _ in range(3):  # what is presumed presumes more
        missing = [name for name in PRESUMED if name in _undefined("\n".join([*head, block]))]
        if not missing:
            break
        head = [PRESUMED[name].replace("{Client}", kind) for name in missing] + head
    return "\n".join([*head, block])


def _undefined(source: str) -> set[str]:
    """Return the names that a program reads and defines nowhere."""
    try:
        table = symtable.symtable(f"async def _():\n{textwrap.indent(source, ' ')}", "block", "exec")
    except SyntaxError:
        return set()
    found: set[str] = set()
    tables = [table]
    while tables:
        each = tables.pop()
        tables += each.get_children()
        found |= {symbol.get_name() for symbol in each.get_symbols() if symbol.is_global() and symbol.is_referenced()}
    return found - set(dir(builtins))
