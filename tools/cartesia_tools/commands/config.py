"""The command `cartesia-client config`: show and change the settings, and store the key."""

from __future__ import annotations

import argparse
import os
import sys

from ..errors import UsageError
from ..terminal import keys, output, settings
from ..terminal.options import add_general
from ..terminal.parser import Parser


def add(parser: Parser) -> None:
    """Add the arguments of the command."""
    parser.description = (
        "Show and change the settings of commands.\nThey are in a TOML file, those of a profile in a table such as "
        "[profiles.work]. Options of the command line and\nenvironment variables come first. The API key is never among "
        "them: it is in CARTESIA_API_KEY,\nor in the keyring of the system (config store-key), which needs the package "
        "keyring."
    )
    commands = parser.add_subparsers(required=True, metavar="ACTION", title="actions", parser_class=Parser)

    def action(name: str, text: str, run: object) -> Parser:
        made = commands.add_parser(name, help=text, description=f"{text[0].upper()}{text[1:]}.")
        made.set_defaults(run=run, parser=made)
        return made

    names = "; ".join(f"{name}: {setting.meaning}" for name, setting in settings.SETTINGS.items())
    showing = action("show", "show the settings, with those of --profile", _show)
    showing.add_argument("--json", action="store_true", help="print JSON")
    getting = action("get", "print one setting", _get)
    getting.add_argument("name", choices=list(settings.SETTINGS), metavar="NAME", help=names)
    setting = action("set", "change a setting", _set)
    setting.add_argument("name", metavar="NAME", help=names)
    setting.add_argument("value", metavar="VALUE", help="its value")
    unsetting = action("unset", "remove a setting", _unset)
    unsetting.add_argument("name", choices=list(settings.SETTINGS), metavar="NAME", help="name of the setting")
    action("path", "print where the file is", _path)
    action("store-key", "store an API key in the keyring of the system, read from standard input", _store_key)
    action("forget-key", "remove the API key from the keyring of the system", _forget_key)
    for each in parser.commands().values():
        add_general(each)
    setting.add_examples("cartesia-client config set voice Katie", "cartesia-client config set plan pro --profile work")
    parser.add_examples("cartesia-client config show", "cartesia-client config set voice Katie")


def _show(options: argparse.Namespace) -> int:
    found = settings.settings_of(options)
    if options.json:
        output.print_json(found)
        return 0
    output.print_table(("SETTING", "VALUE"), sorted(found.items()))
    if not options.quiet:
        where = (
            "CARTESIA_API_KEY" if os.environ.get("CARTESIA_API_KEY") else "the keyring" if keys.from_keyring() else None
        )
        output.say(f"file: {settings.path()}; API key: {f'from {where}' if where else 'none'}")
    return 0


def _get(options: argparse.Namespace) -> int:
    found = settings.settings_of(options)
    if options.name not in found:
        return 1
    print(found[options.name])
    return 0


def _set(options: argparse.Namespace) -> int:
    settings.change(options.name, settings.check(options.name, options.value), options.profile)
    return 0


def _unset(options: argparse.Namespace) -> int:
    settings.change(options.name, None, options.profile)
    return 0


def _path(options: argparse.Namespace) -> int:
    print(settings.path())
    return 0


def _store_key(options: argparse.Namespace) -> int:
    if output.is_terminal(sys.stdin):
        from getpass import getpass

        keys.store(getpass("API key: "))
    elif sys.stdin is None:
        raise UsageError("there is no standard input to read the key from")
    else:
        keys.store(sys.stdin.readline())
    return 0


def _forget_key(options: argparse.Namespace) -> int:
    keys.forget()
    return 0
