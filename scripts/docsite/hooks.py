"""What mkdocs calls while it builds the site: adds the pages that are made, and checks that nothing public is missing."""

from __future__ import annotations

import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from docsite import errors, outside, reference

ID = re.compile(r'\bid="([\w.]+)"')


def on_config(config: MkDocsConfig) -> None:
    """Take the helper of the search from this site, not from a server, and list the pages that mkdocs.yml does not."""
    config.extra["polyfills"] = ["assets/iframe-worker.js"]
    listed = str(config.nav)
    if more := [page.name for page in sorted(Path(config.docs_dir).glob("*.md")) if f"'{page.name}'" not in listed]:
        config.nav = [*(config.nav or []), {"More": more}]


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that are not in docs/."""
    for name, text in {**reference.pages(), **outside.pages()}.items():
        files.append(File.generated(config, name, content=text))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Fill in the tables that are made from code, and lead links to files of the project to their pages."""
    for name, table in errors.TABLES.items():
        mark = f"<!-- table: {name} -->"
        if mark in markdown:
            markdown = markdown.replace(mark, table())
    return outside.with_links_to_pages(markdown)


def on_post_build(config: MkDocsConfig) -> None:
    """Fail if a public name has no entry in the reference."""
    pages = Path(config.site_dir, "reference").glob("*.html")
    shown = {found for page in pages for found in ID.findall(page.read_text(encoding="utf-8"))}
    if missing := reference.missing(shown):
        raise PluginError(f"not in the reference: {', '.join(missing)}; see scripts/docsite/reference.py")
