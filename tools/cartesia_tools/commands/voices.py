"""The command `cartesia-client voices`: list and search voices."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from ..errors import UsageError
from ..service import check_taken, connect
from ..terminal import output
from ..terminal.options import add_live
from ..terminal.parser import Parser, integer
from ..terminal.sound import GENDERS

if TYPE_CHECKING:
    from cartesia_api.models.voice import Voice
    from cartesia_client.client import Cartesia

MOST_SAMPLES = 10
"""Voices that --play lets be heard without --limit."""
SAMPLE_FORMAT: Any = {"container": "raw", "encoding": "pcm_s16le", "sample_rate": 44100}
SAMPLES = {
    "en": "Hello, I am {name}. This is how I sound.",
    "de": "Hallo, ich bin {name}. So klinge ich.",
    "es": "Hola, soy {name}. As\u00ed sueno.",
    "fr": "Bonjour, je suis {name}. Voici ma voix.",
    "it": "Ciao, sono {name}. Questa \u00e8 la mia voce.",
    "pt": "Ol\u00e1, eu sou {name}. Esta \u00e9 a minha voz.",
}
"""What a voice says to be heard, by its language."""


def add(parser: Parser) -> None:
    """Add the arguments of the command."""
    parser.description = (
        "List the voices, or those that match a text and all filters.\nIn a pipe, each voice is a line of id, name, language, "
        "gender, locales and tagline, with tabs in between."
    )
    parser.set_defaults(run=_run)
    parser.add_argument("text", nargs="?", metavar="TEXT", help="text to look for in name, description and id")
    parser.add_argument("-l", "--language", metavar="CODE", help="only voices that speak this language or locale")
    parser.add_argument(
        "--gender",
        choices=GENDERS,
        metavar="WORD",
        help="only voices of this presentation: feminine, masculine or gender_neutral",
    )
    parser.add_argument("--mine", action="store_true", help="only voices of your organization")
    parser.add_argument("--limit", type=integer(1, 1_000_000), metavar="N", help="list at most this many")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument(
        "--play", action="store_true", help="let each voice say a sentence, which is billed, after its line"
    )
    add_live(parser)
    parser.add_examples(
        "cartesia-client voices",
        "cartesia-client voices --language en-GB --gender feminine",
        "cartesia-client voices kat",
    )


def _run(options: argparse.Namespace) -> int:
    with connect(options) as client:
        found = list(_voices(client, options))
        if options.play and len(found) > MOST_SAMPLES and options.limit is None:
            raise UsageError(
                f"{len(found)} voices match, which would all be billed: name one, add filters, or --limit N"
            )
        if options.play and found:
            return _play(client, found, options)
    if options.json:
        output.print_json([voice.to_dict() for voice in found])
        return 0
    heads = ("ID", "NAME", "LANGUAGE", "GENDER", "LOCALES", "TAGLINE")
    rows = [_cells(voice) for voice in found]
    output.print_table(heads, rows)
    if not rows and not options.quiet:
        output.say("no voice matches")
    return 0


def _cells(voice: Voice) -> list[object]:
    """Return the cells of a voice. Older versions lack some."""
    locales = " ".join(each.locale for each in getattr(voice, "locales", None) or ())
    first = [voice.id, voice.name, voice.language, getattr(voice, "gender", None)]
    return [*first, locales, getattr(voice, "tagline", None)]


def _play(client: Cartesia, found: list[Voice], options: argparse.Namespace) -> int:
    """Let each voice be heard. In a language that SAMPLES lacks, it says its own name."""
    for voice in found:
        print(f"{voice.id}  {output.one_line(voice.name)}", flush=True)
        text = SAMPLES.get(str(voice.language), "{name}.").format(name=voice.name)
        client.speak_stream(text, voice=voice, language=voice.language, output_format=SAMPLE_FORMAT).play()
    return 0


def _voices(client: Cartesia, options: argparse.Namespace) -> Iterator[Voice]:
    from itertools import islice

    asked: dict[str, Any] = {"q": options.text, "language": options.language, "gender": options.gender}
    asked = {name: value for name, value in asked.items() if value is not None}
    if options.mine:
        asked["is_owner"] = True
    yield from islice(list_voices(client, options.limit or 100, asked), options.limit)


def list_voices(client: Cartesia, limit: int, asked: Mapping[str, Any]) -> Iterator[Voice]:
    """Return an iterator over voices at any version, of which the oldest has no pages.

    Raises:
        UsageError: The version has none of the filters in `asked`.
    """
    from inspect import signature

    pages: dict[str, Any] = {"limit": min(limit, 100)} if "limit" in signature(client.voices.list).parameters else {}
    check_taken(client.voices.list, asked)
    return iter(client.voices.list(**pages, **asked))
