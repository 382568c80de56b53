"""The settings of the user: a TOML file in the platform's place, with profiles. It holds no keys."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from ..errors import UsageError
from .parser import suggestion
from .sound import ENCODINGS, SAMPLE_RATES

# A key does not belong into a file that people copy, back up and show. It comes from the environment, or from the keyring of the
# system (`keys`). So the file has names of its own, and no name for a key; what looks like one is refused and never repeated.


class Setting(NamedTuple):
    """One setting."""

    kind: type
    meaning: str


SETTINGS = {
    "base_url": Setting(str, "address of the API, for --live; one on this machine is used without it, too"),
    "version": Setting(str, "Cartesia-Version, such as 2026-08-14"),
    "timeout": Setting(float, "limit in seconds for connecting and for each read"),
    "max_retries": Setting(int, "retries after the first attempt"),
    "plan": Setting(str, "plan of the account, for what runs at once: free, pro, startup or scale"),
    "voice": Setting(str, "id or name of the voice that speaks"),
    "model": Setting(str, "model that speaks"),
    "language": Setting(str, "language of texts and recordings, such as en"),
    "format": Setting(str, "container of audio: wav, mp3 or raw"),
    "encoding": Setting(str, "encoding of samples: pcm_s16le, pcm_f32le, pcm_mulaw or pcm_alaw"),
    "sample_rate": Setting(int, "samples per second"),
}
CHOICES: dict[str, tuple[object, ...]] = {
    "plan": ("free", "pro", "startup", "scale"),
    "format": ("wav", "mp3", "raw"),
    "encoding": ENCODINGS,
    "sample_rate": SAMPLE_RATES,
}
SHAPES = {
    "base_url": (re.compile(r"https?://[^\s/]\S*"), "a URL, such as http://127.0.0.1:8000"),
    "version": (re.compile(r"\d{4}-\d\d-\d\d"), "a date, such as 2026-08-14"),
}
"""What texts look like that are no words of their own."""
_SECRET = re.compile(r"(?i)sk[_-]|key|token|secret|password")
_PROFILE = re.compile(r"[A-Za-z0-9_-]+")


def path() -> Path:
    """Return where the file is on this platform, whether it exists or not."""
    if sys.platform == "win32":
        base = os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming"
    elif sys.platform == "darwin" and not os.environ.get("XDG_CONFIG_HOME"):
        base = Path.home() / "Library" / "Application Support"
    else:
        base = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    return Path(base) / "cartesia-client" / "config.toml"


def settings_of(options: argparse.Namespace) -> dict[str, Any]:
    """Return the settings of the profile that a command line names, over those of no profile.

    Raises:
        UsageError: The file is not readable, has an unknown or invalid setting, or lacks the profile.
    """
    name = getattr(options, "profile", None) or os.environ.get("CARTESIA_PROFILE") or None
    return resolve(read(), name)


def fill(options: argparse.Namespace, **defaults: Any) -> None:
    """Set options that were not given, to the user's settings or else to these defaults."""
    missing = [name for name in defaults if getattr(options, name, None) is None]
    found = settings_of(options) if missing else {}
    for name in missing:
        setattr(options, name, found.get(name, defaults[name]))


def read() -> dict[str, Any]:
    """Return what is in the file; nothing if there is none. Raise UsageError if it is not readable."""
    import tomllib

    try:
        text = path().read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, UnicodeError) as error:
        raise UsageError(f"cannot read {path()}: {type(error).__name__}") from None
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{path()} is not TOML: {error}") from None
    return found


def resolve(document: Mapping[str, Any], profile: str | None) -> dict[str, Any]:
    """Return the settings of a profile, over those of no profile."""
    values = {name: value for name, value in document.items() if name != "profiles"}
    profiles = document.get("profiles", {})
    if not isinstance(profiles, dict) or not all(isinstance(each, dict) for each in profiles.values()):
        raise UsageError(f"{path()}: profiles must be tables, such as [profiles.work]")
    if profile is not None:
        if profile not in profiles:
            known = f"; there are {', '.join(sorted(profiles))}" if profiles else "; there are no profiles"
            raise UsageError(f"there is no profile {profile!r} in {path()}{suggestion(profile, profiles)}{known}")
        values |= profiles[profile]
    return {name: check(name, value) for name, value in values.items()}


def check(name: str, value: Any) -> Any:
    """Return the value of a setting, from the file or from a command line. Raise UsageError if it is not usable."""
    if name not in SETTINGS:
        if _SECRET.search(name):
            raise UsageError(
                "keys are not stored in the settings: set CARTESIA_API_KEY, or use cartesia-client config store-key"
            )
        known = ", ".join(SETTINGS)
        raise UsageError(f"there is no setting {name!r}{suggestion(name, SETTINGS)}; known: {known}")
    if isinstance(value, str) and _looks_like_key(value):
        raise UsageError(f"{name} looks like an API key, which is not stored in the settings: set CARTESIA_API_KEY")
    kind = SETTINGS[name].kind
    try:
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            raise ValueError
        found: Any = kind(value) if kind is not str or isinstance(value, str) else None
    except ValueError:
        found = None
    if found is None or (kind is not str and not 0 <= found < 1e9) or (kind is int and isinstance(value, float)):
        noun = {str: "a text", int: "an integer", float: "a number"}[kind]
        raise UsageError(f"{name} must be {noun}, got {value!r}")
    if name in CHOICES and found not in CHOICES[name]:
        raise UsageError(f"{name} must be one of {', '.join(map(str, CHOICES[name]))}, got {found!r}")
    if name in SHAPES and not SHAPES[name][0].fullmatch(found):
        raise UsageError(f"{name} must be {SHAPES[name][1]}, got {found!r}")
    return found


def _looks_like_key(value: str) -> bool:
    return re.search(r"(?i)\bsk[_-]", value) is not None or value == os.environ.get("CARTESIA_API_KEY")


def change(name: str, value: Any | None, profile: str | None) -> None:
    """Write a setting to the file, or remove it. Its other lines stay as they are, comments included.

    Args:
        name: The setting.
        value: Its value; None removes it.
        profile: The profile that it belongs to; None is no profile.
    """
    if profile is not None and not _PROFILE.fullmatch(profile):
        raise UsageError(f"a profile has a name of letters, digits, - and _, got {profile!r}")
    resolve(read(), None)  # a file that is not readable is not written to
    target = path()
    lines = target.read_text(encoding="utf-8").splitlines() if target.exists() else []
    text = "\n".join(changed(lines, name, value, profile))
    target.parent.mkdir(parents=True, exist_ok=True)
    from cartesia_io.audio.saving import write, writing

    with writing(target) as file:
        write(file, f"{text}\n".encode() if text else b"")


def changed(lines: list[str], name: str, value: Any | None, profile: str | None) -> list[str]:
    """Return the lines of a file with a setting changed, added or removed."""
    heads = [number for number, line in enumerate(lines) if line.lstrip().startswith("[")]
    if profile is None:
        start, end = 0, heads[0] if heads else len(lines)
    else:
        head = re.compile(rf"\s*\[\s*profiles\s*\.\s*[\"']?{re.escape(profile)}[\"']?\s*\]")
        found = next((number for number in heads if head.match(lines[number])), None)
        if found is None:
            lines = [*lines, *([""] if lines else []), f"[profiles.{profile}]"]
            found = len(lines) - 1
        start, end = found + 1, next((number for number in heads if number > found), len(lines))
    there = re.compile(rf"\s*[\"']?{re.escape(name)}[\"']?\s*=")
    kept = [line for line in lines[start:end] if not there.match(line)]
    if value is not None:
        place = next((number for number, line in enumerate(lines[start:end]) if there.match(line)), None)
        if place is None:
            place = len(kept)
            while place and not kept[place - 1].strip():
                place -= 1
        kept.insert(place, f"{name} = {_toml(value)}")
    return [*lines[:start], *kept, *lines[end:]]


def _toml(value: Any) -> str:
    import json

    # A basic string of TOML has the escapes of JSON; DEL is the one control character that JSON leaves as it is.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f") if isinstance(value, str) else repr(value)
