"""spec/ -> generated/: the same bytes every time, nothing by hand, nothing left over, nothing dropped."""

from __future__ import annotations

import importlib
import pkgutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import cartesia_api.api
import pytest
from cartesia_api import event_decoding
from codegen.build import build, load
from codegen.emit.package import emit
from codegen.generator import generate
from codegen.merge import SpecError
from codegen.tree import differences, swap

from .compiled import build_decoders

PROJECT = Path(__file__).parents[2]


def regenerate(root: Path, *options: str, hash_seed: str = "1") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "codegen", "--root", str(root), *options]
    environment = {"PYTHONPATH": str(PROJECT / "scripts"), "PYTHONHASHSEED": hash_seed, "PATH": ""}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_the_committed_tree_is_what_the_spec_gives() -> None:
    done = regenerate(PROJECT, "--check")
    assert (done.returncode, done.stderr) == (0, "")


def test_the_golden_tree_is_what_the_tiny_spec_gives(tiny: Path) -> None:
    # Whatever the seed of hashes, and a configuration of ruff on the way up.
    (tiny.parent / "pyproject.toml").write_text("[tool.ruff]\nline-length = 60\n")
    done = regenerate(tiny, "--check", hash_seed="7")
    assert (done.returncode, done.stderr) == (0, "")


def test_check_names_what_is_stale_edited_orphaned_or_missing_and_regenerate_mends_it(
    tiny: Path, change: Callable[[str, str], None]
) -> None:
    change("summary: Look up a thing.", "summary: Find a thing.")
    package = tiny / "generated" / "cartesia_api"
    (package / "client.py").write_text("# mine\n")
    (package / "extra.py").write_text("")
    (package / "models" / "thing.py").unlink()
    done = regenerate(tiny, "--check")
    assert done.returncode == 1
    stale = ("client.py", "api/things/things_get.py", "openapi.json", "resources/things.py")
    assert sorted(done.stderr.splitlines()) == sorted(
        (
            "generated/MANIFEST: not what spec/ gives (edited by hand, or stale)",
            *(f"generated/cartesia_api/{name}: not what spec/ gives (edited by hand, or stale)" for name in stale),
            "generated/cartesia_api/extra.py: orphan; nothing in spec/ makes this file",
            "generated/cartesia_api/models/thing.py: missing",
        )
    )
    assert regenerate(tiny).returncode == 0
    # It asks as --check does.
    assert regenerate(tiny).stdout == "nothing changed\n"


def test_what_has_official_names_stands_in_the_package_that_is_written_by_hand(tmp_path: Path) -> None:
    fresh, current, package = (
        tmp_path / "build" / "fresh",
        tmp_path / "generated",
        tmp_path / "overrides" / "cartesia_client",
    )
    for name in ("client.py", "official/thing.py", "official_resources/things.py"):
        (fresh / "cartesia_api" / name).parent.mkdir(parents=True, exist_ok=True)
        (fresh / "cartesia_api" / name).write_text(f"# {name}\n")
    package.mkdir(parents=True)
    missing = [
        "generated/cartesia_api/client.py",
        "overrides/cartesia_client/types/thing.py",
        "overrides/cartesia_client/resources/things.py",
    ]
    assert [difference.name for difference in differences(fresh, current)] == missing
    swap(fresh, current)
    assert (package / "types" / "thing.py").read_text() == "# official/thing.py\n"
    assert (package / "resources" / "things.py").read_text() == "# official_resources/things.py\n"
    assert [path.name for path in (current / "cartesia_api").iterdir()] == ["client.py"]
    assert differences(fresh, current) == []
    (package / "types" / "thing.py").write_text("# mine\n")
    (package / "types" / "mine.py").touch()
    assert [str(difference) for difference in differences(fresh, current)] == [
        "overrides/cartesia_client/types/mine.py: orphan; nothing in spec/ makes this file",
        "overrides/cartesia_client/types/thing.py: not what spec/ gives (edited by hand, or stale)",
    ]


def test_a_faulty_spec_leaves_the_tree_alone(tiny: Path, change: Callable[[str, str], None]) -> None:
    change("x-shape: pages", "x-shape: circles")
    before = {path: path.read_bytes() for path in tiny.rglob("*") if path.is_file()}
    done = regenerate(tiny)
    assert done.returncode == 1
    assert "spec/shapes.yaml: paths./things.get: x-shape must be one of" in done.stderr
    assert {path: path.read_bytes() for path in tiny.rglob("*") if path.is_file()} == before


def test_a_new_operation_changes_generated_files_only(tiny: Path, tmp_path: Path) -> None:
    (tiny / "spec" / "more.yaml").write_text(
        """
paths:
  /things/{id}/twins:
    get:
      operationId: things.twins.list
      x-shape: pages
      summary: List twins.
      description: Things alike.
      parameters:
        - {$ref: "#/components/parameters/ThingId"}
      responses:
        "200":
          description: A page.
          content:
            application/json:
              schema: {$ref: "#/components/schemas/ThingPage"}
              example: {data: [], has_more: false}
"""
    )
    common = tiny / "spec" / "common.yaml"
    common.write_text(
        common.read_text().replace("tags:\n", "tags:\n  - {name: things.twins, description: Things alike.}\n")
    )
    fresh = tmp_path / "fresh"
    fresh.mkdir()
    build(tiny / "spec", fresh)
    changed = {difference.name for difference in differences(fresh, tiny / "generated")}
    assert changed == {
        "generated/API.md",
        "generated/MANIFEST",
        "generated/cartesia_api/api/things_twins/__init__.py",
        "generated/cartesia_api/api/things_twins/things_twins_list.py",
        "generated/cartesia_api/contract.py",
        "generated/cartesia_api/official_resources/__init__.py",
        "generated/cartesia_api/official_resources/things/__init__.py",
        "generated/cartesia_api/official_resources/things/twins.py",
        "generated/cartesia_api/openapi.json",
        "generated/cartesia_api/resources/things.py",
        "generated/cartesia_api/resources/things_twins.py",
    }
    assert "def twins(self) -> ThingsTwinsResource:" in (fresh / "cartesia_api/resources/things.py").read_text()


def test_decoders_are_built_with_the_first_message_and_all_of_them_can_be() -> None:
    late = event_decoding.LateDecoder[int](int)
    assert "decode" not in vars(late)
    assert late.decode(b"1") == 1
    assert "decode" in vars(late)
    generated = PROJECT / "generated"
    for path in generated.rglob("events.py"):
        name = ".".join(path.relative_to(generated).with_suffix("").parts)
        assert build_decoders(importlib.import_module(name))


def test_no_operation_is_dropped_without_a_word() -> None:
    modules = [
        importlib.import_module(module.name)
        for module in pkgutil.walk_packages(cartesia_api.api.__path__, "cartesia_api.api.")
        if not module.ispkg
    ]
    assert len(modules) == len(list(load(PROJECT / "spec").operations()))
    for module in modules:
        for name in ("_get_kwargs", "_parse_response", "sync_detailed", "asyncio_detailed"):
            assert callable(getattr(module, name))


def test_the_emitter_names_the_module_that_it_cannot_read(tiny: Path) -> None:
    package = tiny / "generated" / "cartesia_api"
    module = package / "api" / "things" / "things_get.py"
    module.write_text(module.read_text().replace("def _parse_response", "def _read_response"))
    with pytest.raises(SpecError, match=r"things_get\.py: has no _parse_response"):
        emit(package, load(tiny / "spec"))
    module.unlink()
    with pytest.raises(SpecError, match=r"things_get\.py: not generated"):
        emit(package, load(tiny / "spec"))


def test_the_generator_is_stock_and_its_warnings_are_errors(tiny: Path, tmp_path: Path) -> None:
    contract = load(tiny / "spec")
    # Lint refuses this before the generator sees it, as it does all that is known to fail there.
    contract.doc["components"]["schemas"]["Color"]["enum"] = []
    with pytest.raises(SpecError, match=r"shapes\.yaml: components\.schemas\.Color: openapi-python-client failed: "):
        generate(contract, tmp_path / "package")
