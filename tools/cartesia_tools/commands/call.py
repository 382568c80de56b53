"""The command `cartesia-client call`: call any operation of the API. Its options are the fields that the contract names."""

from __future__ import annotations

import argparse
import functools
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ..contract import Doc, Endpoint, endpoints
from ..errors import UsageError
from ..fields import Field, fields_of, read_json
from ..load import applicable, dates, read_dated
from ..service import connect
from ..terminal import output
from ..terminal.options import add_general, add_live
from ..terminal.parser import Parser
from .targets import check_place, writing_to


def add(parser: Parser) -> None:
    """Add the arguments of the command."""
    parser.description = (
        "Call an operation of the API, with its fields as options.\nOperations and fields are those of --api-version."
    )
    commands = parser.add_subparsers(required=True, metavar="OPERATION", title="operations", parser_class=Parser)
    doc = _contract(parser.words)
    for endpoint in endpoints(doc):
        if not endpoint.is_socket:
            summary = str(endpoint.node.get("summary", ""))
            fill = functools.partial(_fill, doc, endpoint)
            commands.add_parser(endpoint.name, help=_text(summary), description=_text(summary), fill=fill)
    parser.add_examples(
        "cartesia-client call voices.get --id f786b574-daa5-4673-aa0c-cbe3e8534c02",
        "cartesia-client call voices.list --limit 5 --gender feminine",
        "cartesia-client call tts.generate --help",
        'cartesia-client call tts.generate --model-id sonic-3.5 --transcript "Hello." '
        "--voice f786b574-daa5-4673-aa0c-cbe3e8534c02 "
        "--output-format.container mp3 --output-format.sample-rate 44100 --output-format.bit-rate 128000 -o hello.mp3",
    )


def _contract(words: Sequence[str]) -> Doc:
    """Return the contract of the version that a command line asks for."""
    asked = os.environ.get("CARTESIA_VERSION", "").strip()
    for number, word in enumerate(words):
        if word == "--api-version" and number + 1 < len(words):
            asked = words[number + 1]
        elif word.startswith("--api-version="):
            asked = word.partition("=")[2]
    return read_dated((applicable(asked, dates()) if asked else None) or dates()[-1])


def _text(text: str) -> str:
    return " ".join(text.split()).replace("%", "%%")


def _fill(doc: Doc, endpoint: Endpoint, parser: Parser) -> None:
    """Add the fields of an operation to its parser."""
    parser.description = (
        f"{endpoint.node.get('summary', '')}\n{endpoint.node.get('description', '')}\n({endpoint.label})"
    )
    parser.allow_abbrev = False
    fields = fields_of(doc, endpoint)
    group = parser.add_argument_group("fields")
    for field in fields:
        group.add_argument(
            field.option,
            *({"--" + field.name} - {field.option}),
            action="append" if "array" in field.kinds else "store",
            dest=f"field {field.name}",
            metavar="FILE" if "file" in field.kinds else "JSON" if field.kinds == {"object"} else "VALUE",
            help=_text(_help(field)),
        )
    parser.add_argument("--body", metavar="JSON", help="several fields as one JSON object, or @FILE that holds it")
    shape = endpoint.node.get("x-shape")
    if shape == "bytes":
        parser.add_argument("-o", "--output", metavar="FILE", help="file to write; - is standard output")
    if shape == "pages":
        parser.add_argument("--all", action="store_true", help="print the items of all pages, a line of JSON for each")
    add_live(parser)
    add_general(parser)
    parser.set_defaults(run=_run, parser=parser, endpoint=endpoint, fields=fields)


def _help(field: Field) -> str:
    values = f" ({', '.join(field.values[:12])}{', ...' if len(field.values) > 12 else ''})" if field.values else ""
    return f"{field.meaning}{values}{' Required.' if field.required else ''}{' Repeatable.' if 'array' in field.kinds else ''}"


def _run(options: argparse.Namespace) -> int:
    endpoint: Endpoint = options.endpoint
    arguments = _arguments(options)
    is_file = endpoint.node.get("x-shape") == "bytes"
    target = _target(options, arguments) if is_file else None
    with connect(options) as client:
        method: Any = client
        for part in endpoint.name.split("."):
            method = getattr(method, part)
        if is_file:
            _save(method, arguments, options, target)
        else:
            _print(method(**arguments), endpoint, options)
    return 0


def _arguments(options: argparse.Namespace) -> dict[str, Any]:
    """Return the arguments of the method that were given."""
    found: dict[str, Any] = {}
    names = {field.name for field in options.fields}
    body = read_json(options.body, "--body") if options.body is not None else {}
    if not isinstance(body, dict):
        raise UsageError("--body must be a JSON object")
    if extra := {name: value for name, value in body.items() if name not in names}:
        found["extra_body"] = extra
    found |= {name: value for name, value in body.items() if name in names}
    for field in options.fields:
        given = getattr(options, f"field {field.name}")
        if given is None:
            continue
        value = field.read(given) if isinstance(given, str) else _list(field, given)
        argument, _, key = field.name.partition(".")
        if not key:
            found[argument] = value
        elif isinstance(found.setdefault(argument, {}), dict):
            found[argument][key] = value
        else:
            raise UsageError(f"{field.option} is a part of --{argument.replace('_', '-')}: give one of the two")
    missing = [field.option for field in options.fields if field.required and field.name not in found]
    if missing:
        options.parser.error(f"{options.endpoint.name} needs {', '.join(missing)}")
    return found


def _list(field: Field, texts: list[str]) -> Any:
    values = [field.read(text) for text in texts]
    if values == [None]:
        return None
    return [item for value in values for item in (value if isinstance(value, list) else [value])]


def _target(options: argparse.Namespace, arguments: Mapping[str, Any]) -> Path | None:
    """Return the file for what is not JSON; None is standard output. Raise UsageError if it cannot go there."""
    # What is asked for may be billed, so this is known before anything is sent.
    if options.output not in (None, "-"):
        from cartesia_io.audio.files import check_path

        wanted = arguments.get("output_format")
        path = check_path(options.output, wanted.get("container") if isinstance(wanted, dict) else None)
        check_place(path)
        return path
    if sys.stdout is None or output.is_terminal(sys.stdout):
        raise UsageError("a file is not written to a terminal: give -o FILE, or redirect standard output")
    return None


def _save(method: Any, arguments: Mapping[str, Any], options: argparse.Namespace, target: Path | None) -> None:
    """Call a method whose result is a file, which is opened before, so that nothing is bought that cannot be written."""
    with writing_to(target) as write:
        result = method(**arguments)
        data = result if isinstance(result, bytes) else bytes(result)
        write(data)
    if not options.quiet:
        output.say(f"{target or 'standard output'}: {len(data)} bytes")


def _print(result: Any, endpoint: Endpoint, options: argparse.Namespace) -> None:
    shape = endpoint.node.get("x-shape")
    if shape == "events":
        with result:
            for event in result:
                output.print_json(_plain(event), in_one_line=True)
                sys.stdout.flush()
    elif shape == "pages" and options.all:
        for item in result:
            output.print_json(_plain(item), in_one_line=True)
    elif shape != "nothing":
        output.print_json(_plain(result))
    elif not options.quiet:
        output.say("done")


def _plain(value: Any) -> Any:
    """Return a result as JSON has it."""
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return value.to_dict() if hasattr(value, "to_dict") else value
