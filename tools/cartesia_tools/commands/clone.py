"""The command `cartesia-client clone`: make a voice from a recording."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from ..errors import UsageError
from ..service import check_taken, connect
from ..terminal import output
from ..terminal.options import add_live
from ..terminal.parser import Parser
from ..terminal.settings import fill


def add(parser: Parser) -> None:
    """Add the arguments of the command."""
    parser.description = (
        "Make a voice that sounds like the speaker of a recording, and print its id.\n"
        "About five seconds of clean speech are enough."
    )
    parser.set_defaults(run=_run)
    parser.add_argument("clip", metavar="FILE", help="recording of clean speech, such as a WAV file")
    parser.add_argument("-n", "--name", required=True, metavar="NAME", help="name of the voice")
    parser.add_argument("-l", "--language", metavar="CODE", help="language of the recording (en)")
    parser.add_argument("--description", metavar="TEXT", help="what the voice is like")
    parser.add_argument("--json", action="store_true", help="print the whole voice as JSON")
    add_live(parser)
    parser.add_examples('cartesia-client clone me.wav --name "My voice" --live')


def _run(options: argparse.Namespace) -> int:
    fill(options, language="en")
    clip = Path(options.clip)
    if not clip.is_file():
        raise UsageError(f"there is no file {clip}")
    if not options.name.strip():
        raise UsageError("--name must not be empty: it is what the voice is called in lists")
    description = {} if options.description is None else {"description": options.description}
    with connect(options) as client:
        given: dict[str, Any] = {"clip": clip, "name": options.name, "language": options.language, **description}
        check_taken(client.voices.clone, given)
        voice = client.voices.clone(**given)
    if options.json:
        output.print_json(voice.to_dict())
        return 0
    print(voice.id)
    if not options.live and options.base_url is None and not options.quiet:
        output.say("this was a sandbox that ends now: with --live, the voice stays")
    return 0
