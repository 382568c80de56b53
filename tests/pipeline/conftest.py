from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from codegen.build import load
from codegen.merge import SpecError

GOLDEN = Path(__file__).parents[1] / "golden"


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A copy of the tiny spec and of what was generated from it, to be changed at will."""
    root = tmp_path / "tiny"
    for name in ("spec", "generated"):
        shutil.copytree(GOLDEN / name, root / name)
    return root


@pytest.fixture
def change(tiny: Path) -> Callable[[str, str], None]:
    """Replaces text in the tiny spec's shapes.yaml."""

    def replace(old: str, new: str) -> None:
        path = tiny / "spec" / "shapes.yaml"
        text = path.read_text()
        assert old in text
        path.write_text(text.replace(old, new, 1))

    return replace


@pytest.fixture
def fault(tiny: Path, change: Callable[[str, str], None]) -> Callable[[str, str], str]:
    """What the pipeline says about the tiny spec after a change to it."""

    def message(old: str, new: str) -> str:
        change(old, new)
        with pytest.raises(SpecError) as caught:
            load(tiny / "spec")
        return str(caught.value)

    return message
