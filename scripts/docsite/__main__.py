"""Build the site, and print how many pages and words it has, and how long that took."""

from __future__ import annotations

import subprocess
import sys
import time
from html.parser import HTMLParser
from pathlib import Path

PROJECT = Path(__file__).parents[2]


class Words(HTMLParser):
    """Counts the words within the article of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin to count at the article."""
        self._inside = self._inside or tag == "article"

    def handle_endtag(self, tag: str) -> None:
        """Stop at its end."""
        self._inside = self._inside and tag != "article"

    def handle_data(self, data: str) -> None:
        """Count the words of a text."""
        self.count += len(data.split()) if self._inside else 0


def words(page: Path) -> int:
    """Count the words of a page."""
    counter = Words()
    counter.feed(page.read_text(encoding="utf-8"))
    return counter.count


def main(arguments: list[str]) -> int:
    """Build the site with mkdocs, which gets the arguments."""
    began = time.monotonic()
    code = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--clean", "--quiet", *arguments], cwd=PROJECT, check=False
    ).returncode
    if code == 0:
        pages = [page for page in sorted((PROJECT / "build" / "docs").rglob("*.html")) if page.name != "404.html"]
        total = sum(words(page) for page in pages)
        print(f"{len(pages)} pages, {total:,} words, {time.monotonic() - began:.1f} s: build/docs/index.html")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
