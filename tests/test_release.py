"""What scripts/release does to the changelog, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest
from release import Refused, moved, version_of

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
