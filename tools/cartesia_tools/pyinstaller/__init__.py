"""Hooks for PyInstaller, which cannot see modules that are imported by name, nor the files that these packages read."""

from __future__ import annotations

from pathlib import Path


def hook_directories() -> list[str]:
    """Return the folders with hooks. PyInstaller asks for them by the entry point in pyproject.toml."""
    return [str(Path(__file__).parent)]
