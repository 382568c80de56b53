"""The command `cartesia-client batch`: speak all texts of a manifest into a folder."""

from __future__ import annotations

import argparse
import hashlib
import json
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cartesia_io.file_lock import POLL, FileLock

from ..errors import UsageError
from ..service import connect
from ..terminal import output
from ..terminal.exit_codes import FAILED, LIMITED, REJECTED_KEY, code_of
from ..terminal.options import add_live, add_spending, spending
from ..terminal.parser import Parser
from ..terminal.unsaved import described
from .manifest import Row, read_manifest
from .say import add_voice, fill_voice, voice_of
from .targets import CONTAINERS, check_place, ending_in_order

if TYPE_CHECKING:
    from cartesia_client.client import Cartesia
    from cartesia_client.narration.speech import Speech

JOURNAL = "batch.jsonl"
"""In the folder of the results: a line for each row that is done."""
PARTS = "batch.parts"
"""In the same folder: pieces of rows that are not done."""
LOCK = "batch.lock"
"""In the same folder while a batch is at work: another one would buy again what the first has made and removed its pieces of."""
LOCK_TIMEOUT = 600.0
"""Seconds to wait for another batch."""


def add(parser: Parser) -> None:
    """Add the arguments of the command."""
    parser.description = (
        "Speak all texts of a manifest into a folder, as many at a time as the plan allows.\n"
        "The manifest is CSV with a head, or a line of JSON for each text. It has a text, and may have output (the name\n"
        "of the file), format, voice, model, language, speed, volume, emotion, encoding, sample_rate and bit_rate.\n"
        "The same command goes on where it was ended, and buys nothing twice: batch.jsonl in the folder says what is done.\n"
        "Two batches of one folder take turns."
    )
    parser.set_defaults(run=_run)
    parser.add_argument("manifest", metavar="MANIFEST", help="file of JSON lines, or CSV (named .csv)")
    parser.add_argument(
        "-o", "--output", required=True, metavar="DIR", help="folder of the results; it is made if it is missing"
    )
    add_spending(parser)
    add_voice(parser)
    parser.add_argument("--format", choices=CONTAINERS, help="container of rows that name none (wav)")
    parser.add_argument("--json", action="store_true", help="print a line of JSON for each row")
    add_live(parser)
    parser.add_examples(
        "cartesia-client batch lines.csv -o lines",
        "cartesia-client batch lines.jsonl -o lines --plan pro --format mp3 --live",
    )


def _run(options: argparse.Namespace) -> int:
    fill_voice(options, format="wav")
    rows = read_manifest(Path(options.manifest), options.format)
    folder = Path(options.output)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{folder} cannot be a folder of results: {error.strerror}") from None
    for row in rows:
        (folder / row.name).parent.mkdir(parents=True, exist_ok=True)
        check_place(folder / row.name)
    common = {name: getattr(options, name) for name in ("voice", "model", "language", "speed", "volume", "emotion")}
    common |= {name: getattr(options, name) for name in ("encoding", "sample_rate", "bit_rate")}
    with _alone(folder):
        batch = _Batch(folder, rows, common, options)
        if batch.left:
            with ending_in_order(), connect(options, **spending(options)) as client:
                batch.speak(client)
        return batch.report()


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Wait until no other batch is at work in a folder, and keep others waiting."""
    lock, is_told = FileLock(folder / LOCK, LOCK_TIMEOUT), False
    try:
        while not lock.acquire():
            if not is_told:
                output.say(f"cartesia-client: another batch is at work in {folder}: waiting until it ends")
            is_told = True
            time.sleep(POLL)
    except OSError as error:  # a TimeoutError, too
        raise UsageError(f"{folder} cannot be a folder of results: {error.strerror or error}") from None
    try:
        yield
    finally:
        lock.release()


class _Batch:
    """The rows of a manifest, and what became of each."""

    def __init__(
        self, folder: Path, rows: Iterable[Row], common: Mapping[str, Any], options: argparse.Namespace
    ) -> None:
        self._folder, self._common, self._options = folder, common, options
        self._rows = list(rows)
        done = _done(folder)
        self._results = {row.number: done[key] for row in self._rows if (key := row.key(common)) in done}
        self._kept = len(self._results)
        self._code = 0
        name = hashlib.sha256(str(Path(options.manifest).resolve()).encode()).hexdigest()
        self._mark = folder / PARTS / f"{name}.open"
        """There as long as rows of this manifest are not done: then another one must not remove pieces, which may be of these."""
        self.left = [row for row in self._rows if row.number not in self._results]
        """Rows that are not done."""

    def speak(self, client: Cartesia) -> None:
        """Speak the rows that are left."""
        # A voice that does not exist is found here, before the rows before it are bought.
        names = {row.options.get("voice", self._common["voice"]) for row in self.left}
        voices = {name: voice_of(client, name).id for name in sorted(names)}
        rows = self.left
        items = (self._item(row, voices) for row in rows)
        self._mark.parent.mkdir(exist_ok=True)
        self._mark.touch()
        bar = output.Progress(len(self.left), "texts", clock=time.monotonic, quiet=self._options.quiet)
        results = client.speak_many(items, in_order=False, resume=self._folder / PARTS)
        with bar, open(self._folder / JOURNAL, "a", encoding="utf-8") as journal:
            journal.write("\n")  # behind a line that was cut when an earlier run was ended
            for spoken in results:
                row = rows[spoken.number]
                bar.advance()
                bar.clear()
                try:
                    if spoken.speech is None:
                        raise spoken.error or RuntimeError("a row had no result")
                    self._finish(row, spoken.speech, journal)
                except Exception as error:
                    if self._fail(row, error) in (LIMITED, REJECTED_KEY):
                        break  # all others would fail in the same way
        results.close()  # type: ignore[attr-defined]  # it is a generator

    def _item(self, row: Row, voices: Mapping[str, str]) -> dict[str, Any]:
        how = {**self._common, **row.options}
        rate = {"bit_rate": how["bit_rate"]} if how["container"] == "mp3" else {"encoding": how["encoding"]}
        controls = {name: how[name] for name in ("speed", "volume", "emotion") if how[name] is not None}
        item = {
            "text": row.text,
            "voice": voices[how["voice"]],
            "model_id": how["model"],
            "output_format": {"container": how["container"], "sample_rate": how["sample_rate"], **rate},
        }
        item |= {"generation_config": controls} if controls else {}
        return item | ({"language": how["language"]} if how["language"] else {})

    def _finish(self, row: Row, speech: Speech, journal: Any) -> None:
        path = speech.save(self._folder / row.name)
        ids = [piece.request_id for piece in speech.pieces if not piece.is_kept]
        facts = {"row": row.number, "file": row.name, "seconds": round(speech.duration, 3), "characters": len(row.text)}
        facts |= {"request_ids": ids, "size": path.stat().st_size, "key": row.key(self._common)}
        journal.write(json.dumps(facts, ensure_ascii=False) + "\n")
        journal.flush()
        self._results[row.number] = facts
        if self._options.json:
            output.print_json({"status": "done", **facts}, in_one_line=True)

    def _fail(self, row: Row, error: Exception) -> int:
        code = code_of(error)
        if code is None:
            raise error
        self._code = self._code or (FAILED if code == 2 else code)
        what = described(error)
        if self._options.json:
            output.print_json(
                {"status": "failed", "row": row.number, "file": row.name, "error": what}, in_one_line=True
            )
        output.say(f"cartesia-client: row {row.number}, {row.name}: {what}")
        return code

    def report(self) -> int:
        """Print how much is done, and return the exit code."""
        made = [facts for number, facts in self._results.items() if number in {row.number for row in self.left}]
        missing = len(self._rows) - len(self._results)
        if not missing:
            self._mark.unlink(missing_ok=True)
            _remove(self._folder / PARTS)
        if not self._options.quiet:
            seconds, characters = (sum(each[name] for each in made) for name in ("seconds", "characters"))
            output.say(
                f"{len(self._results)} of {len(self._rows)} texts are done in {self._folder}: {self._kept} were there before, "
                f"{len(made)} were made ({characters} characters, {seconds:.1f} s); {missing} are missing"
            )
        return self._code or (FAILED if missing else 0)


def _done(folder: Path) -> dict[str, dict[str, Any]]:
    """Return the rows that are done and whose files are as they were written, by their keys."""
    found = {}
    try:
        lines = (folder / JOURNAL).read_text(encoding="utf-8").splitlines()
    except OSError:
        return {}
    for line in lines:
        try:
            facts = json.loads(line)
            if (folder / facts["file"]).stat().st_size == facts["size"]:
                found[facts["key"]] = facts
        except (
            ValueError,
            KeyError,
            TypeError,
            OSError,
            RecursionError,
        ):  # a line that was cut, or a file that has gone
            continue
    return found


def _remove(folder: Path) -> None:
    if any(folder.glob("*.open")):
        return
    for path in folder.glob("*.piece"):
        path.unlink(missing_ok=True)
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
