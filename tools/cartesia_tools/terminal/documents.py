"""The manual page and the Markdown page of the command line, both written from its parser."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator

from .comparison import table
from .exit_codes import EXIT_CODES
from .parser import Parser

VARIABLES = {
    "CARTESIA_API_KEY": "API key of commands with --live.",
    "CARTESIA_BASE_URL": "Address of the API, with --live; of the running sandbox for journal and faults.",
    "CARTESIA_VERSION": "Cartesia-Version to use.",
    "CARTESIA_PROFILE": "Profile of the settings to use.",
    "CARTESIA_LOG": "What is logged: info, as by --verbose, or debug.",
    "NO_COLOR": "Set to anything: no colors.",
}


def walk(parser: Parser) -> Iterator[Parser]:
    """Yield the parser of each command, and behind it those of its own commands. Operations of `call` are described by itself."""
    for command in parser.commands().values():
        yield command.filled()
        if not command.prog.endswith(" call"):
            yield from walk(command)


def spelt(action: argparse.Action) -> str:
    """Return how an argument is written on a command line."""
    if isinstance(action.metavar, str):
        value = action.metavar
    elif action.choices is not None:
        value = "{" + ",".join(map(str, action.choices)) + "}"
    else:
        value = action.dest.upper()
    if not action.option_strings:
        return {"*": f"[{value} ...]", "+": f"{value} ...", "?": f"[{value}]"}.get(str(action.nargs), value)
    names = ", ".join(action.option_strings)
    return names if action.nargs == 0 else f"{names} {value}"


def meaning(action: argparse.Action) -> str:
    """Return the help text of an argument, with its default filled in."""
    return (action.help or "") % {**vars(action), "prog": "cartesia-client"}


def usage(parser: Parser) -> str:
    """Return the form of a command line, without its options in detail."""
    places = [spelt(each) for each in parser.shown_actions() if not each.option_strings]
    return " ".join([parser.prog, "[OPTION ...]", *places])


def described(parser: Parser, *, general: bool) -> list[argparse.Action]:
    """Return the arguments of a command to describe; those of every command only on request."""
    shared = next((each for each in parser._action_groups if each.title == "options of every command"), None)
    hidden = {id(each) for each in shared._group_actions} if shared is not None and not general else set()
    kept = (each for each in parser.shown_actions() if id(each) not in hidden and each.dest != "help")
    return [each for each in kept if not isinstance(each, argparse._SubParsersAction)]


def markdown(parser: Parser) -> str:
    """Return the page for a reader of Markdown."""
    lines = ["# The command line", "", "`cartesia-client man --markdown` writes this page; do not edit it.", ""]
    lines += [_code(parser.description or ""), "", *table(), "## Options of every command", ""]
    lines += ["| option | what it does |", "|---|---|", *_rows(parser, general=True), ""]
    for command in walk(parser):
        lines += [f"{'##' if command.prog.count(' ') == 1 else '###'} `{command.prog}`", ""]
        lines += [_code(command.description or "").replace("\n", " "), "", "```", usage(command), "```", ""]
        if rows := list(_rows(command, general=False)):
            lines += ["| argument | what it does |", "|---|---|", *rows, ""]
        if command.examples:
            lines += ["```sh", *command.examples, "```", ""]
    lines += ["## Exit codes", "", "| code | when |", "|---|---|"]
    lines += [f"| {code} | {_cell(text)} |" for code, text in EXIT_CODES.items()]
    lines += ["", "## Environment variables", "", "| variable | what it is |", "|---|---|"]
    lines += [f"| `{name}` | {_code(text)} |" for name, text in VARIABLES.items()]
    return "\n".join(lines) + "\n"


def _rows(parser: Parser, *, general: bool) -> Iterator[str]:
    for action in described(parser, general=general):
        yield f"| `{_cell(spelt(action))}` | {_cell(_code(meaning(action)))} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def _code(text: str) -> str:
    """Mark options and variables as code."""
    return re.sub(r"(?<![\w`-])(--[a-z][a-z-]*|CARTESIA_[A-Z_]+)", r"`\1`", text)


def manual(parser: Parser) -> str:
    """Return the manual page, in roff."""
    lines = ['.TH CARTESIA-CLIENT 1 "" "cartesia-client" "User Commands"', ".SH NAME"]
    lines += ["cartesia\\-client \\- use the Cartesia voice API", ".SH SYNOPSIS", ".B cartesia\\-client"]
    lines += ["[OPTION ...] COMMAND ...", ".SH DESCRIPTION", _roff(parser.description or "")]
    lines += [".SH OPTIONS OF EVERY COMMAND", *_paragraphs(parser, general=True), ".SH COMMANDS"]
    for command in walk(parser):
        lines += [f".SS {_roff(usage(command))}", _roff(command.description or "")]
        lines += _paragraphs(command, general=False)
        lines += [".PP", "Examples:", ".PP", ".nf", *map(_roff, command.examples), ".fi"] if command.examples else []
    lines += [".SH EXIT STATUS"]
    for code, text in EXIT_CODES.items():
        lines += [".TP", f".B {code}", _roff(text)]
    lines += [".SH ENVIRONMENT"]
    for name, text in VARIABLES.items():
        lines += [".TP", f".B {name}", _roff(text)]
    return "\n".join(lines) + "\n"


def _paragraphs(parser: Parser, *, general: bool) -> list[str]:
    found = described(parser, general=general)
    return [line for each in found for line in (".TP", f".B {_roff(spelt(each))}", _roff(meaning(each)))]


def _roff(text: str) -> str:
    """Return a text whose letters mean nothing else in roff."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("\n", " ")
    return f"\\&{escaped}" if escaped[:1] in (".", "'") else escaped
