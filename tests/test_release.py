"""What scripts/release does to the changelog, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest
import release
from release import Refused, check_tag, clone, moved, run, version_of

BEFORE = "# Changelog\n\n## Unreleased\n\n### Added\n\n- A thing.\n\n## 0.0.9 - 2026-01-01\n\n- Older.\n"
AFTER = "# Changelog\n\n## Unreleased\n\n## 0.1.0 - 2026-11-26\n\n### Added\n\n- A thing.\n\n## 0.0.9 - 2026-01-01\n\n- Older.\n"


@pytest.mark.parametrize("older", [True, False])
def test_the_unreleased_entry_becomes_that_of_the_version_and_nothing_else_changes(older: bool) -> None:
    before, after = (text if older else text.partition("\n## 0.0.9")[0] for text in (BEFORE, AFTER))
    assert moved(before, "0.1.0", "2026-11-26") == after


def test_a_changelog_that_has_the_version_stays_as_it_is() -> None:
    assert moved(AFTER, "0.1.0", "2027-01-01") == AFTER


@pytest.mark.parametrize(
    ("changelog", "version", "why"),
    [
        ("# Changelog\n", "0.1.0", "no section"),
        ("# Changelog\n\n## Unreleased\n", "0.1.0", "says nothing"),
        ("# Changelog\n\n## Unreleased\n\n## 0.0.9 - 2026-01-01\n\n- Older.\n", "0.1.0", "says nothing"),
        ("# Changelog\n\n## Unreleased\n\n### Added\n\n### Fixed\n", "0.1.0", "says nothing"),
        (BEFORE, "0.0.9", "raise the version"),
    ],
)
def test_what_cannot_be_released_is_refused_with_the_reason(changelog: str, version: str, why: str) -> None:
    with pytest.raises(Refused, match=why):
        moved(changelog, version, "2026-11-26")


def test_the_version_is_that_of_the_only_place_that_has_it(tmp_path: Path) -> None:
    place = tmp_path / "overrides" / "cartesia_client"
    place.mkdir(parents=True)
    (place / "installed.py").write_text('__version__ = "1.2.3"\n', encoding="utf-8")
    assert version_of(tmp_path) == "1.2.3"
    (place / "installed.py").write_text('__version__ = "next"\n', encoding="utf-8")
    with pytest.raises(Refused, match=r"1\.2\.3"):
        version_of(tmp_path)


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a commit, in place of the checkout."""
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "Any")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "any@example.com")
    root = tmp_path / "checkout"
    root.mkdir()
    run("git", "init", "--quiet", cwd=root)
    commit(root)
    monkeypatch.setattr(release, "ROOT", root)
    # The default of `cwd` is the checkout that the module stands in.
    monkeypatch.setattr(release, "run", lambda *command, cwd=root, env=None: run(*command, cwd=cwd, env=env))
    return root


def commit(root: Path) -> None:
    run("git", "commit", "--quiet", "--allow-empty", "--message", "Any", cwd=root)


def test_what_is_not_committed_is_named_before_the_changelog_is_changed(
    checkout: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (checkout / "draft.txt").write_text("", encoding="utf-8")
    with pytest.raises(Refused, match=r"commit or remove first(.|\n)*draft\.txt"):
        clone(tmp_path / "clone", dry_run=False)
    assert not (tmp_path / "clone").exists()
    assert int(clone(tmp_path / "clone", dry_run=True)) > 0
    assert "not part of the release" in capsys.readouterr().err
    assert not (tmp_path / "clone" / "draft.txt").exists()


def test_a_version_is_released_from_one_commit_which_can_be_built_again(checkout: Path) -> None:
    check_tag(checkout, "0.1.0")
    run("git", "tag", "--annotate", "v0.1.0", "--message", "0.1.0", cwd=checkout)
    check_tag(checkout, "0.1.0")
    commit(checkout)
    check_tag(checkout, "0.1.1")
    with pytest.raises(Refused, match=r"v0\.1\.0 is that of.*raise the version"):
        check_tag(checkout, "0.1.0")
