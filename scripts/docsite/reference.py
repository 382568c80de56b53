"""The pages of the reference: which classes stand on which, for mkdocstrings to show; and what is on none."""

from __future__ import annotations

import inspect
import re
from collections.abc import Collection, Iterator
from importlib import import_module
from pathlib import Path

import cartesia_client
import cartesia_sandbox

PROJECT = Path(__file__).parents[2]
RESOURCES = PROJECT / "generated" / "cartesia_api" / "resources"
TITLES = {
    "tts": "Text to speech",
    "stt": "Speech to text",
    "voices": "Voices",
    "voice_changer": "Voice changer",
    "agents": "Agents",
    "pronunciation_dicts": "Pronunciation dictionaries",
    "datasets": "Datasets",
    "fine_tunes": "Fine-tunes",
    "access_token": "Access tokens",
}
SOCKETS = {
    "Speech": ["sockets.tts.{}TTSWebsocket", "sockets.tts_context.{}TTSContext"],
    "Transcripts": ["sockets.stt.{}STTWebsocket"],
    "Calls with agents": ["sockets.agents.{}AgentStream"],
}
RESULTS = {
    "Audio": ["cartesia_client.audio.result.Audio"],
    "Audio while it arrives": [
        "cartesia_client.audio.stream.AudioStream",
        "cartesia_client.audio.stream.AsyncAudioStream",
    ],
    "Events while they arrive": [
        "cartesia_client.http.event_stream.EventStream",
        "cartesia_client.http.event_stream.AsyncEventStream",
    ],
    "Pages of a list": ["cartesia_api.pages.Page", "cartesia_api.pages.AsyncPage", "cartesia_api.pages.AsyncPager"],
    "What a socket's hook sees": ["cartesia_io.sockets.observer.SocketObserver"],
}
NARRATION = {
    "Speech": ["cartesia_client.narration.Speech", "cartesia_client.narration.Word"],
    "Speech while it is made": [
        "cartesia_client.narration.stream.SpeechStream",
        "cartesia_client.narration.stream.AsyncSpeechStream",
    ],
    "Options of speak": ["cartesia_client.narration.options.SpeakOptions"],
    "Formats": ["cartesia_client.narration.formats"],
}
WHOLE = {
    "events": (
        "Events",
        "What event streams and sockets send. Unknown kinds arrive as an `UnknownEvent`.",
        "cartesia_api.events",
    ),
    "models": (
        "Types",
        "What methods return, and objects that they take. All are in `cartesia_client.types`.",
        "cartesia_api.models",
    ),
}


def pages() -> dict[str, str]:
    """Return the text of each page of the reference by its name."""
    texts = {
        "client": _page("Client", {"": [f"cartesia_client.client.{color}Cartesia" for color in ("", "Async")]}),
        "sockets": _page("Sockets", {title: list(_both(names)) for title, names in SOCKETS.items()}),
        "results": _page("Results", RESULTS),
        "narration": _page("Long texts", NARRATION),
        "errors": _page("Errors", {"": _errors()}),
        "arguments": _page(
            "Arguments as dicts",
            {
                "Arguments of each method": ["cartesia_api.method_types"],
                "Objects within them": ["cartesia_api.params"],
                "Options of sockets": ["cartesia_api.official_types"],
            },
        ),
        "sandbox": _page("Sandbox", {"": [f"{place.__module__}.{place.__qualname__}" for place in _sandbox()]}),
        "index": _index(),
    }
    texts |= {name: f"# {title}\n\n{text}\n\n{_module(module)}" for name, (title, text, module) in WHOLE.items()}
    return {f"reference/{name}.md": text for name, text in (texts | dict(_methods())).items()}


def missing(shown: Collection[str]) -> list[str]:
    """List the public methods and names that have no entry among the anchors of the reference."""
    methods = [
        f"{kind.__module__}.{kind.__qualname__}.{name}"
        for kinds in _resources().values()
        for kind in kinds
        for name in vars(kind)
        if not name.startswith("_")
    ]
    ends = {anchor.rpartition(".")[2] for anchor in shown}
    types = import_module("cartesia_client.types")
    names = [name for name in cartesia_client.__all__ if not name.startswith("_")]
    names += [name for name in dir(types) if getattr(getattr(types, name), "__name__", "") == name]
    return [method for method in methods if method not in shown] + [name for name in names if name not in ends]


def _methods() -> Iterator[tuple[str, str]]:
    """Yield a page for each group of methods: `agents` holds those of `agents.calls`, too."""
    for group in {module.split(".")[0]: None for module in _resources()}:
        parts = {
            f"client.{path}": [f"{kind.__module__}.{kind.__qualname__}" for kind in kinds]
            for path, kinds in _resources().items()
            if path.split(".")[0] == group
        }
        yield group, _page(TITLES.get(group, group), parts)


def _resources() -> dict[str, list[type]]:
    """Map the path of each resource (`agents.calls`) to its class and the async twin."""
    found = {}
    for path in sorted(RESOURCES.glob("[a-z]*.py")):
        module = import_module(f"cartesia_api.resources.{path.stem}")
        dotted = re.search(r"`client\.([\w.]+)`", module.__doc__ or "")
        kinds = [
            kind
            for name, kind in vars(module).items()
            if name.endswith("Resource") and kind.__module__ == module.__name__
        ]
        if dotted is not None:
            found[dotted[1]] = sorted(kinds, key=lambda kind: kind.__name__.startswith("Async"))
    return found


def _both(names: list[str]) -> Iterator[str]:
    return (f"cartesia_client.{name.format(color)}" for color in ("", "Async") for name in names)


def _errors() -> list[str]:
    kinds = [getattr(cartesia_client, name) for name in cartesia_client.__all__ if name.endswith("Error")]
    return [f"{kind.__module__}.{kind.__name__}" for kind in sorted(kinds, key=lambda kind: len(kind.__mro__))]


def _sandbox() -> list[type]:
    return [
        getattr(cartesia_sandbox, name)
        for name in cartesia_sandbox.__all__
        if inspect.isclass(getattr(cartesia_sandbox, name))
    ]


def _page(title: str, parts: dict[str, list[str]]) -> str:
    """Return a page with a heading for each part, and its classes below."""
    texts = [f"# {title}"]
    for heading, places in parts.items():
        texts += [f"## {heading}"] if heading else []
        level = 3 if heading else 2
        for place in places:
            texts.append(
                _module(place, level)
                if place.rpartition(".")[2].islower()
                else f"::: {place}\n    options:\n      heading_level: {level}"
            )
    return "\n\n".join(texts) + "\n"


def _module(place: str, level: int = 4) -> str:
    """Show all that a module holds, without a heading of its own."""
    options = [
        "show_root_heading: false",
        "show_root_toc_entry: false",
        f"heading_level: {level - 1}",
        "inherited_members: false",
    ]
    options += ["show_if_no_docstring: true", "show_submodules: true", "merge_init_into_class: false"]
    return "\n".join([f"::: {place}", "    options:", *(f"      {option}" for option in options)])


def _index() -> str:
    """Return the first page: all operations, each with a link to its method."""
    text = (PROJECT / "generated" / "API.md").read_text(encoding="utf-8")
    places = {path: f"{kinds[0].__module__}.{kinds[0].__qualname__}" for path, kinds in _resources().items()}

    def link(name: re.Match[str]) -> str:
        path, _, method = name[1].rpartition(".")
        return f"[`client.{name[1]}`][{places[path]}.{method}]" if path in places else name[0]

    return re.sub(r"`client\.([\w.]+)`", link, text)
