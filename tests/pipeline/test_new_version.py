"""A new Cartesia-Version in one go, as CONTRIBUTING describes it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from tests.pipeline.test_regenerate import regenerate


def test_the_walk_through_of_a_new_version(tiny: Path, change: Callable[[str, str], None]) -> None:
    """As CONTRIBUTING has it: what was goes into an overlay, what is into spec/, and both have their types."""
    folder = tiny / "spec" / "versions"
    folder.mkdir()
    (folder / "2030-01-02.overlay.yaml").write_text(
        """overlay: 1.1.0
info: {title: Tiny API, version: "2030-01-02"}
actions:
  - target: $.info
    update: {version: "2030-01-02"}
  - target: $.components.schemas.SoundRequest.properties.echo
    remove: true
"""
    )
    common = tiny / "spec" / "common.yaml"
    common.write_text(common.read_text().replace('version: "2030-01-02"', 'version: "2031-05-06"', 1))
    change(
        "        pitch: {type: integer,",
        "        echo: {type: boolean, description: With echo.}\n        pitch: {type: integer,",
    )
    done = regenerate(tiny)
    assert (done.returncode, done.stderr) == (0, "")
    assert "additive  added things.sounds.make(echo): bool = UNSET" in done.stdout
    package = tiny / "generated" / "cartesia_api"
    assert json.loads((package / "versions" / "2030-01-02.json").read_text())["info"]["version"] == "2030-01-02"
    sounds = package / "v2030_01_02" / "resources" / "things_sounds.py"
    assert "echo" not in sounds.read_text()
    assert "echo: bool | Unset = UNSET" in (package / "resources" / "things_sounds.py").read_text()
    assert 'Literal["2030-01-02"]' in (package / "clients.py").read_text()
    own = {path.relative_to(package / "v2030_01_02").as_posix() for path in (package / "v2030_01_02").rglob("*.py")}
    assert "models/thing.py" not in own  # what is the same is shared
    assert "models/sound_request.py" in own
    assert regenerate(tiny, "--check").returncode == 0
