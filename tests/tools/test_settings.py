"""The settings of the user: where they are, what they may hold, how they are changed, and that no key is among them."""

from __future__ import annotations

import io
import sys
import types
from pathlib import Path

import pytest
from cartesia_sandbox import Sandbox
from cartesia_tools.cli import main
from cartesia_tools.terminal import keys, settings
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

from tests.tools.conftest import KEY


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return where the settings are; there are none yet."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "cartesia-client" / "config.toml"


def config(*arguments: str) -> int:
    try:
        return main(["config", *arguments])
    except SystemExit as error:
        return int(error.code or 0)


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("linux", {}, ".config/cartesia-client/config.toml"),
        ("linux", {"XDG_CONFIG_HOME": "/x"}, "/x/cartesia-client/config.toml"),
        ("darwin", {}, "Library/Application Support/cartesia-client/config.toml"),
        ("win32", {"APPDATA": "/roaming"}, "/roaming/cartesia-client/config.toml"),
        ("win32", {}, "AppData/Roaming/cartesia-client/config.toml"),
    ],
)
def test_the_file_is_in_the_place_of_the_platform(
    platform: str, environment: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("XDG_CONFIG_HOME", "APPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.platform", platform)
    assert settings.path() == Path.home() / expected


def test_settings_are_written_read_and_removed(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert config("path") == 0
    assert capsys.readouterr().out == f"{file}\n"
    assert config("set", "voice", "Katie") == 0
    assert config("set", "voice", "Jameson", "--profile", "work") == 0
    assert config("set", "sample_rate", "8000", "--profile", "work") == 0
    assert file.read_text() == 'voice = "Katie"\n\n[profiles.work]\nvoice = "Jameson"\nsample_rate = 8000\n'
    assert config("get", "voice") == 0
    assert config("get", "voice", "--profile", "work") == 0
    assert capsys.readouterr().out == "Katie\nJameson\n"
    assert config("show", "--json", "--profile", "work") == 0
    assert '"sample_rate": 8000' in capsys.readouterr().out
    assert config("unset", "voice") == 0
    assert config("get", "voice") == 1


def test_comments_and_other_lines_stay_as_they_are(file: Path) -> None:
    file.parent.mkdir()
    text = '# mine\nvoice = "Katie"  # the best\n\n[profiles.a] # first\nplan = "pro"\n\n[profiles."b"]\n# nothing\n'
    file.write_text(text)
    assert config("set", "language", "en") == 0
    assert config("set", "plan", "scale", "--profile", "a") == 0
    assert config("set", "timeout", "2.5", "--profile", "b") == 0
    assert file.read_text() == (
        '# mine\nvoice = "Katie"  # the best\nlanguage = "en"\n\n[profiles.a] # first\nplan = "scale"\n\n'
        '[profiles."b"]\n# nothing\ntimeout = 2.5\n'
    )


@effort(max_examples=30, deadline=None)
@given(value=st.text(), profile=st.sampled_from([None, "work"]))
def test_any_text_is_read_back_as_it_was_written(value: str, profile: str | None) -> None:
    import tomllib

    try:
        value.encode()
    except UnicodeEncodeError:
        return
    lines = settings.changed([], "voice", "first", None)
    lines = settings.changed(lines, "voice", value, profile)
    found = tomllib.loads("\n".join(lines))
    assert (found if profile is None else found["profiles"][profile])["voice"] == value


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["set", "voce", "Katie"], "there is no setting 'voce'; did you mean voice?"),
        (["set", "timeout", "soon"], "timeout must be a number, got 'soon'"),
        (["set", "timeout", "-1"], "timeout must be a number"),
        (["set", "timeout", "nan"], "timeout must be a number"),
        (["set", "max_retries", "1.5"], "max_retries must be an integer"),
        (["set", "plan", "gold"], "plan must be one of free, pro, startup, scale, got 'gold'"),
        (
            ["set", "base_url", "api.example"],
            "base_url must be a URL, such as http://127.0.0.1:8000, got 'api.example'",
        ),
        (["set", "version", "soon"], "version must be a date, such as 2026-08-14, got 'soon'"),
        (["set", "sample_rate", "1"], "sample_rate must be one of 8000, 16000, "),
        (["set", "voice", "x", "--profile", "a]b"], "a profile has a name of letters"),
        (["show", "--profile", "work"], "there is no profile 'work'"),
    ],
)
def test_what_is_not_usable_is_not_written(
    arguments: list[str], sentence: str, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert config(*arguments) == 2
    assert sentence in capsys.readouterr().err
    assert not file.exists()


@pytest.mark.parametrize(
    "text",
    [
        "voice = ",
        "voce = 'x'",
        "timeout = true",
        "voice = 1",
        "profiles = 1",
        "profiles.a = 2",
        "max_retries = 2.5",
        "\xff",
    ],
)
def test_a_file_that_is_not_usable_is_named_and_left_alone(
    text: str, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.parent.mkdir()
    file.write_bytes(text.encode("latin-1"))
    assert config("show", *(["--profile", "a"] if text == "profiles.a = 2" else [])) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert config("set", "voice", "x") == 2
    assert file.read_bytes() == text.encode("latin-1")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("api_key", KEY),
        ("token", "x"),
        ("voice", KEY),
        ("base_url", f"https://{KEY}@x.example"),
        ("CARTESIA_API_KEY", KEY),
    ],
)
def test_a_key_is_never_written_and_never_repeated(
    name: str, value: str, file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert config("set", name, value) == 2
    assert KEY not in capsys.readouterr().err
    assert not file.exists()


def test_options_win_over_settings_and_a_profile_over_the_rest(
    file: Path, plain: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain.reset()
    file.parent.mkdir()
    file.write_text(
        f'base_url = "{plain.url}"\nlanguage = "de"\nsample_rate = 8000\n[profiles.wide]\nsample_rate = 48000\nformat = "mp3"\n'
    )
    monkeypatch.setenv("CARTESIA_API_KEY", KEY)
    for arguments in ([], ["--profile", "wide"], ["--profile", "wide", "--sample-rate", "16000", "-l", "en"]):
        assert main(["-q", "say", "--live", "Hello.", *arguments]) == 0
    sent = [request.body for request in plain.journal.requests(operation="tts.generate")]
    assert [(body["language"], body["output_format"]["sample_rate"]) for body in sent] == [
        ("de", 8000),
        ("de", 48000),
        ("en", 16000),
    ]
    assert [body["output_format"]["container"] for body in sent] == ["wav", "mp3", "mp3"]


def test_an_address_of_another_machine_in_the_settings_is_for_live_alone(file: Path) -> None:
    assert config("set", "base_url", "https://127.0.0.1.example") == 0
    assert main(["-q", "voices", "--limit", "1"]) == 0  # by the sandbox of this process


class Keyring(types.ModuleType):
    """A keyring in memory."""

    def __init__(self) -> None:
        super().__init__("keyring")
        self.stored: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, user: str) -> str | None:
        return self.stored.get((service, user))

    def set_password(self, service: str, user: str, password: str) -> None:
        if password == "locked-locked-locked":
            raise RuntimeError(f"no place for {password}")
        self.stored[service, user] = password

    def delete_password(self, service: str, user: str) -> None:
        del self.stored[service, user]


def test_the_key_is_kept_in_the_keyring_and_used_with_live(
    file: Path, plain: Sandbox, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    keyring = Keyring()
    monkeypatch.setitem(sys.modules, "keyring", keyring)
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{KEY}\n"))
    assert config("store-key") == 0
    assert list(keyring.stored.values()) == [KEY]
    plain.reset()
    assert main(["voices", "--live", "--limit", "1", "--base-url", plain.url]) == 0
    assert config("show") == 0
    shown = capsys.readouterr()
    assert "API key: from the keyring" in shown.err
    assert KEY not in shown.out + shown.err
    assert KEY not in repr(keys.from_keyring())
    assert config("forget-key") == 0
    assert keyring.stored == {}
    assert config("forget-key") == 2
    monkeypatch.setattr("sys.stdin", io.StringIO("locked-locked-locked"))
    assert config("store-key") == 2
    assert "locked-locked" not in capsys.readouterr().err


def test_without_a_keyring_it_says_what_to_install(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)
    monkeypatch.setattr("sys.stdin", io.StringIO(KEY))
    assert config("store-key") == 2
    assert "pip install 'cartesia-client[keyring]'" in capsys.readouterr().err
    assert main(["voices", "--live"]) == 2
    assert "CARTESIA_API_KEY" in capsys.readouterr().err
