"""Pages that show files of the project outside docs/: the changelog, how to contribute, and the examples."""

from __future__ import annotations

import json
import re
import tomllib
from functools import cache
from pathlib import Path

PROJECT = Path(__file__).parents[2]
PAGES = {"CHANGELOG.md": "changelog.md", "CONTRIBUTING.md": "contributing.md"}
"""Files that are pages as they are."""
API = "generated/API.md"
"""The list of all operations, which is the first page of the reference."""
LANGUAGES = {".py": "py", ".html": "html", ".ipynb": "json", ".js": "js"}
"""What colors the text of an example; "py", not "python", because tests/test_examples.py runs these."""


def pages() -> dict[str, str]:
    """Return the text of each page by its name."""
    texts = {page: (PROJECT / name).read_text(encoding="utf-8") for name, page in PAGES.items()}
    return {**{page: _from_the_root(text) for page, text in texts.items()}, "examples.md": _examples()}


def with_links_to_pages(markdown: str) -> str:
    """Lead links to files outside docs/ (`../CHANGELOG.md`) to the pages that show them, or else to the repository."""
    return re.sub(r"\]\(\.\./([\w./-]*)", lambda link: f"]({_place(link[1])}", markdown)


def _place(name: str) -> str:
    """Return where a file of the project is shown."""
    if name.startswith("examples/"):
        return f"examples.md#{anchor(name.removeprefix('examples/'))}"
    return {**PAGES, API: "reference/index.md"}.get(name) or f"{_repository()}/blob/HEAD/{name}"


@cache
def _repository() -> str:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return str(project["urls"]["Repository"])


def anchor(name: str) -> str:
    """Return the anchor of an example on the page of all."""
    return re.sub(r"\W+", "-", name).strip("-") or "examples"


def _from_the_root(text: str) -> str:
    """Lead the links of a file at the root of the project from docs/, as those of all other pages."""
    return re.sub(r"\]\((?!https?:|#)(?:docs/(?=[\w-]+\.md)|(?=(.)))", lambda link: "](../" if link[1] else "](", text)


def _examples() -> str:
    """Return the page with all programs of examples/."""
    parts = [
        "# Examples {#examples}",
        "Complete programs, each small enough to copy. Tests run every one of them against the sandbox. Each needs a key in"
        " `CARTESIA_API_KEY`, or a sandbox in `CARTESIA_BASE_URL`.",
    ]
    for path in sorted((PROJECT / "examples").rglob("*")):
        language = LANGUAGES.get(path.suffix)
        if language is None or "__pycache__" in path.parts:
            continue
        name = path.relative_to(PROJECT / "examples").as_posix()
        fence = "````" if language != "json" else ""
        parts.append(f"## `{name}` {{#{anchor(name)}}}")
        if fence:
            parts.append(f"{fence}{language}\n{path.read_text(encoding='utf-8').rstrip()}\n{fence}")
        else:
            parts.append(_cells(path))
    return "\n\n".join(parts) + "\n"


def _cells(path: Path) -> str:
    """Return the cells of a notebook as text and code."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    texts = ["".join(cell["source"]) for cell in cells]
    return "\n\n".join(
        text if cell["cell_type"] == "markdown" else f"````py\n{text}\n````"
        for cell, text in zip(cells, texts, strict=True)
    )
