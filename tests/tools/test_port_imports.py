"""Imports of the official library become those of this one; nothing else of a program changes."""

from __future__ import annotations

import pytest
from cartesia_tools.port.imports import COMPAT, counterpart, import_edits, with_edits


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("from cartesia import Cartesia", "from cartesia_client import Cartesia"),
        (
            "from cartesia import (\n    Cartesia,\n    omit,\n)",
            "from cartesia_client import (\n    Cartesia,\n    omit,\n)",
        ),
        ("import cartesia", "import cartesia_client as cartesia"),
        ("import cartesia as c", "import cartesia_client as c"),
        ("import os, cartesia, sys", "import os, cartesia_client as cartesia, sys"),
        ("import cartesia.types as t", "import cartesia_client.types as t"),
        ("from cartesia.types import Voice", "from cartesia_client.types import Voice"),
        (
            "def f():\n\tfrom cartesia import Cartesia  # later\n",
            "def f():\n\tfrom cartesia_client import Cartesia  # later\n",
        ),
        (
            "é = 'from cartesia import x'; from cartesia import x",
            "é = 'from cartesia import x'; from cartesia_client import x",
        ),
        (
            "from cartesia import a; from cartesia.types import b",
            "from cartesia_client import a; from cartesia_client.types import b",
        ),
        ("x = 'a\x0cb\u2028'\nimport cartesia", "x = 'a\x0cb\u2028'\nimport cartesia_client as cartesia"),
        ("if True: import cartesia\r\n", "if True: import cartesia_client as cartesia\r\n"),
    ],
)
def test_imports_change(old: str, new: str) -> None:
    assert with_edits(old, import_edits(old)) == new


@pytest.mark.parametrize(
    "source",
    [
        "from cartesia_line import Agent",
        "import cartesia_client",
        "from .cartesia import Cartesia",
        "from . import cartesia",
        "cartesia = 'from cartesia import Cartesia'",
        "# import cartesia",
        "",
    ],
)
def test_other_lines_stay(source: str) -> None:
    assert import_edits(source) == []


def test_a_module_of_the_library_that_is_imported_whole_keeps_its_name_in_the_program() -> None:
    source = "import cartesia.types\nprint(cartesia.types.Voice)\n"
    changed = with_edits(source, import_edits(source))
    assert changed == "import cartesia_client.types, cartesia_client as cartesia\nprint(cartesia.types.Voice)\n"


def test_programs_of_older_releases_import_the_room_for_them() -> None:
    source = "from cartesia import Cartesia\nfrom cartesia.core.api_error import ApiError\n"
    assert [edit.new for edit in import_edits(source, COMPAT)] == [
        "from cartesia_client.compat import Cartesia",
        "from cartesia_client.compat.core.api_error import ApiError",
    ]


@pytest.mark.parametrize(
    ("module", "instead"),
    [
        ("cartesia", "cartesia_client.compat"),
        ("cartesia.tts", "cartesia_client.compat.tts"),
        ("cartesia.tts.types.output_format", "cartesia_client.compat"),
        ("cartesia.environment", "cartesia_client.compat"),
        ("cartesia.core.request_options", "cartesia_client.compat.core.request_options"),
        ("cartesia.types", "cartesia_client.types"),
        ("cartesia.types.voice", "cartesia_client.types.voice"),
        ("cartesia._types", "cartesia_client.compat"),
    ],
)
def test_modules_of_all_releases_have_a_counterpart_there(module: str, instead: str) -> None:
    assert counterpart(module, COMPAT) == instead


def test_what_is_not_python_is_told() -> None:
    with pytest.raises(SyntaxError):
        import_edits("from cartesia import\n")
