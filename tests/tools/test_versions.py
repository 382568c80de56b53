"""The dated versions that ship with the client, compared: the differences that are known, and the page about them."""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from cartesia_tools.changes_command import history
from cartesia_tools.cli import main
from cartesia_tools.diff.change import Change
from cartesia_tools.diff.compare import compare
from cartesia_tools.diff.rules import Kind
from cartesia_tools.load import applicable, dates, read

PROJECT = Path(__file__).parents[2]

# What is known to differ from each date to the next: verdict, kind, and what changed.
KNOWN = {
    ("2024-06-10", "2024-11-13"): """
        breaking   type-changed            GetVoicesResponse
        breaking   shape-changed           `voices.list` (GET /voices/)
        additive   parameter-added         query parameter `limit`
        additive   parameter-added         query parameter `starting_after`
        additive   parameter-added         query parameter `ending_before`
        additive   parameter-added         query parameter `is_owner`
        additive   parameter-added         query parameter `is_starred`
        additive   parameter-added         query parameter `gender`
        additive   parameter-added         query parameter `expand[]`
        breaking   field-removed           Voice.user_id
        breaking   field-removed           Voice.is_public
        additive   field-added             Voice.is_owner
        additive   field-added             Voice.is_starred
        breaking   field-became-optional   Voice.embedding
    """,
    ("2024-11-13", "2025-04-16"): """
        additive   security-alternative-added   `tts.generate` (POST /tts/bytes)
        breaking   field-removed           Voice.embedding
        breaking   variant-removed         VoiceSpecifier
        breaking   operation-removed       `voices.create` (POST /voices/)
        breaking   operation-removed       `voices.mix` (POST /voices/mix)
        breaking   field-removed           VoiceSpecifier.__experimental_controls
        breaking   field-removed           CloneVoiceRequest.mode
        breaking   enum-value-removed      VoiceExpandOptions
        breaking   field-removed           RawOutputFormat.bit_rate
        breaking   operation-moved         `voices.list` (GET /voices/)
        additive   field-added             Voice.is_public
        additive   field-added             Voice.gender
        additive   field-added             UpdateVoiceRequest.gender
        additive   field-added             TTSRequest.save
        additive   field-added             status 200 header `Cartesia-File-ID`
        additive   field-added             TTSRequest.pronunciation_dict_id
        additive   operation-added         `datasets.create` (POST /datasets/)
        additive   operation-added         `datasets.files.upload` (POST /datasets/{id}/files)
        additive   operation-added         `fine_tunes.create` (POST /fine-tunes/)
        additive   operation-added         `pronunciation_dicts.pin` (POST /pronunciation-dicts/{id}/pin)
        additive   operation-added         `agents.list` (GET /agents)
    """,
    ("2025-04-16", "2025-11-04"): """
        additive   field-added             TTSSocketChunk.flush_id
        additive   field-added             TTSSocketTimestamps.flush_id
        breaking   field-became-required   GenerationRequest.context_id
        additive   field-became-optional   UpdateVoiceRequest.name
        additive   field-became-optional   UpdateVoiceRequest.description
        additive   field-added             Voice.country
        additive   field-added             Voice.locales
        additive   field-added             Voice.accent
        additive   field-added             CloneVoiceRequest.accent
        additive   field-added             UpdateVoiceRequest.accent
        additive   field-added             PaginatedDatasets.next_page
        additive   field-added             PaginatedFineTunes.next_page
        additive   operation-added         `stt.auto_finalize` (socket /stt/turns/websocket)
        breaking   enum-value-removed      STTManualFinalizeCommand
        additive   field-added             TranscriptionResponse.type
        additive   field-added             TranscriptionResponse.request_id
        additive   field-added             TranscriptionResponse.is_final
        additive   parameter-added         query parameter `keyterm`
        additive   enum-value-added        LocalizeTargetLanguage
    """,
    ("2025-11-04", "2026-03-01"): """
        breaking   media-type-removed      status 404
        review     media-type-added        status 404
        breaking   field-removed           TTSSSEErrorEvent.error
        breaking   field-removed           VoiceChangerSSEError.error
        additive   field-added             LocalizeVoiceRequest.tagline
        additive   field-added             Voice.tagline
        additive   operation-added         `voices.add_accents` (PATCH /voices/{id}/accents)
        additive   operation-added         `voices.delete_accent` (DELETE /voices/{id}/accents/{accent_id})
    """,
    ("2026-03-01", "2026-08-14"): """
        breaking   field-removed           Voice.is_public
        additive   field-added             Voice.access
        additive   field-added             Voice.visibility
        additive   field-became-required   Voice.tagline
        breaking   enum-value-removed      VoiceAccent
        additive   enum-value-added        VoiceAccent
        review     deprecation-added       Voice.country
        breaking   field-removed           VoiceMetadata.is_public
        additive   field-added             VoiceMetadata.access
        additive   field-added             VoiceMetadata.visibility
        additive   field-added             VoiceMetadata.tagline
        breaking   field-became-required   LocalizeVoiceRequest.accent
        additive   field-became-optional   LocalizeVoiceRequest.description
        additive   field-became-optional   LocalizeVoiceRequest.language
        additive   field-became-optional   LocalizeVoiceRequest.original_speaker_gender
        additive   variant-added           VoiceSpecifierParam
        breaking   field-removed           TTSRequestVoiceObject.mode
        additive   field-added             TTSRequest.locale
        additive   field-added             TTSRequest.normalization
        additive   field-added             TTSSSERequest.locale
        additive   field-added             TTSSSERequest.normalization
        additive   null-added              TTSSSERequest.language
        additive   operation-added         `voices.list_accents` (GET /accents)
        additive   enum-value-added        SupportedLanguage
        additive   field-added             PronunciationDictItem.case_sensitive
    """,
}
# Families of operations that a date left alone, fields of voices and shared errors aside.
UNCHANGED = {
    ("2024-06-10", "2024-11-13"): ("tts.", "stt.", "voice_changer.", "access_token."),
    ("2026-03-01", "2026-08-14"): ("agents.", "datasets.", "stt.", "voice_changer.", "access_token.", "tts.infill"),
}


@cache
def changes(old: str, new: str) -> list[Change]:
    return compare(read(old), read(new))


def test_all_dates_are_there() -> None:
    assert list(pairwise(dates())) == list(KNOWN)


def test_the_most_recent_date_that_is_not_later_applies() -> None:
    assert applicable("2025-11-03", dates()) == "2025-04-16"
    assert applicable("2025-11-04", dates()) == "2025-11-04"
    assert applicable("2999-01-01", dates()) == dates()[-1]
    assert applicable("2020-01-01", dates()) is None


@pytest.mark.parametrize(("old", "new"), KNOWN)
def test_the_known_differences_are_found(old: str, new: str) -> None:
    found = {(change.verdict, change.kind.label, change.subject) for change in changes(old, new)}
    expected = set()
    for line in KNOWN[old, new].strip().splitlines():
        verdict, rest = line.split(None, 1)
        kind, subject = (part.strip() for part in rest.split("  ", 1))
        expected.add((verdict, kind, subject))
    assert expected - found == set()


@pytest.mark.parametrize(("old", "new"), UNCHANGED)
def test_what_a_date_left_alone_did_not_change(old: str, new: str) -> None:
    changed = {
        name
        for change in changes(old, new)
        if change.verdict != "docs"
        for name in change.operations
        if name.startswith(UNCHANGED[old, new])
    }
    assert changed == set()


def test_no_step_has_a_difference_without_a_name() -> None:
    for old, new in KNOWN:
        assert [change for change in changes(old, new) if change.kind is Kind.UNKNOWN_CHANGE] == []


def test_the_page_about_the_versions_is_up_to_date() -> None:
    page = (PROJECT / "docs" / "versions.md").read_text(encoding="utf-8")
    assert page == history(), "docs/versions.md is stale: run scripts/changes --docs"


def test_dates_on_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["changes", "2026-03-01", "2026-08-14"]) == 1
    out = capsys.readouterr().out
    assert out.startswith("# From 2026-03-01 to 2026-08-14\n")
    assert "- **Breaking:** Request field `LocalizeVoiceRequest.accent`: now required (`voices.localize`).\n" in out


def test_a_program_moves_from_one_date_to_the_next(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "app.py").write_text(PROGRAM)
    assert main(["changes", "2026-03-01", "2026-08-14", "--used-by", str(tmp_path)]) == 1
    edits = dict(re.findall(r"app\.py:(\d+) `.*`: (.*)", capsys.readouterr().out))
    assert edits == {
        "5": "do not read `is_public`",
        "7": "use another value than `British English` for `accent`",
        "8": "pass `accent`",
        "9": "do not pass `mode`",
    }


PROGRAM = """\
from cartesia_client import Cartesia

client = Cartesia(version="2026-03-01")
for voice in client.voices.list():
    if voice.is_public:
        client.voices.update(voice.id, name="Mine")
client.voices.update("v", accent="British English")
client.voices.localize(voice_id="v", name="n", description="d", language="fr", original_speaker_gender="female")
specifier = {"mode": "id", "id": "v"}
client.tts.generate(model_id="sonic-3.5", transcript="Hello.", voice=specifier, output_format={"container": "wav"})
"""


def test_the_script_writes_the_page() -> None:
    command = Path(sys.executable).with_name("cartesia-client")
    done = subprocess.run([str(command), "changes", "--all"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, history())
    assert "changes --all" in (PROJECT / "scripts" / "changes").read_text()


def test_any_two_dates_can_be_compared_either_way() -> None:
    for old, new in pairwise(list(dates())[::2]):
        forth, back = compare(read(old), read(new)), compare(read(new), read(old))
        assert {change.kind for change in forth} & {Kind.FIELD_REMOVED}
        assert {change.subject for change in forth if change.kind is Kind.OPERATION_REMOVED} == {
            change.subject for change in back if change.kind is Kind.OPERATION_ADDED
        }
