"""What was bought and could not be written where it should go."""

from __future__ import annotations

HEADER = 44
"""Bytes of the header of a WAV file, which is written before anything is bought."""


def described(error: BaseException) -> str:
    """Return what an error says. Audio that could not be saved is written to the temporary folder, and its name is said."""
    from cartesia_io.audio.unsaved import NotSavedError, reason_of, what_of

    if not isinstance(error, NotSavedError):
        return str(error)
    if not error.complete and len(error.data) <= HEADER:
        return reason_of(error)
    import tempfile
    from pathlib import Path

    place: Path | None = None
    try:
        descriptor, name = tempfile.mkstemp(Path(str(error.filename)).suffix, "cartesia-")
        place = Path(name)
        with open(descriptor, "wb") as file:
            file.write(error.data)
    except OSError as failure:
        if place is not None:
            place.unlink(missing_ok=True)
        why = f"because it cannot be written to the temporary folder either: {failure}"
        return f"{reason_of(error)}; {what_of(error)} is lost, {why}"
    return f"{reason_of(error)}; {what_of(error)} is in {place}: it was bought, and need not be bought again"
