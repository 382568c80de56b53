"""Programs that are measured as a whole, each a process of its own: from its start to what they are for."""

from __future__ import annotations

# What follows NAME is the same for both libraries, so only what differs is written twice.
FIELDS = """dict(model_id="sonic-3.5", voice="f786b574-daa5-4673-aa0c-cbe3e8534c02", transcript='{"size": 65536}',
output_format={"container": "raw", "encoding": "pcm_s16le", "sample_rate": 24000})"""
CHUNK = FIELDS.replace('{"size": 65536}', '{"chunks": 1, "size": 4096}')
STOP = "\nimport os; os._exit(0)"
OURS = "from cartesia_client import Cartesia\n"
OFFICIAL = "from cartesia import Cartesia\n"
RAW = f"""import httpx
with httpx.Client(base_url="{{http}}", headers={{{{"X-API-Key": "any"}}}}) as client, client.stream(
    "POST", "/tts/bytes", json={FIELDS.replace("{", "{{").replace("}", "}}")}) as response:
    next(response.iter_bytes()){STOP}"""


def braced(text: str) -> str:
    """Return a text that str.format leaves as it is."""
    return text.replace("{", "{{").replace("}", "}}")


def first_byte(kind: str) -> dict[str, str]:
    ours = f"""{OURS}with Cartesia(api_key="any", base_url="{{{kind}}}") as client:
    with client.tts.generate_stream(**{braced(FIELDS)}) as audio:
        next(iter(audio)){STOP}"""
    official = f"""{OFFICIAL}with Cartesia(api_key="any", base_url="{{{kind}}}") as client:
    with client.tts.with_streaming_response.generate(**{braced(FIELDS)}) as audio:
        next(iter(audio.iter_bytes())){STOP}"""
    return {"ours": ours, "official": official, "floor": RAW.replace("{http}", f"{{{kind}}}")}


def first_chunk(client: str) -> str:
    return f"""{client} as client, client.tts.websocket_connect() as connection:
    fields = {braced(CHUNK)}
    text = fields.pop("transcript")
    context = connection.context(**fields)
    context.push(text)
    next(iter(context.receive())){STOP}"""


PROGRAMS: dict[str, dict[str, str]] = {
    "import": {"ours": OURS, "official": OFFICIAL, "floor": "import httpx"},
    "import, client, resource": {
        "ours": f'{OURS}Cartesia(api_key="any").tts',
        "official": f'{OFFICIAL}Cartesia(api_key="any").tts',
        "floor": "import httpx; httpx.Client()",
    },
    "first byte, http": first_byte("http"),
    "first byte, https": first_byte("https"),
    "first socket chunk": {
        "ours": first_chunk(f'{OURS}with Cartesia(api_key="any", base_url="{{ws}}".replace("ws", "http"))'),
        "official": first_chunk(
            f'{OFFICIAL}with Cartesia(api_key="any", base_url="{{http}}", websocket_base_url="{{ws}}")'
        ),
    },
}
