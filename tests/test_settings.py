"""Settings: every mistake at once, each with a remedy, and no password in any message."""

from pathlib import Path

import pytest
from psycopg.conninfo import conninfo_to_dict

from acd.runtime.boundaries import fault
from acd.settings import (
    WHERE_SETTINGS_ARE,
    Settings,
    SettingsWrong,
    complete_dsn,
    read_database_settings,
    read_settings,
)

DSN = "host=127.0.0.1 dbname=acd user=acd"


@pytest.fixture
def needed(tmp_path: Path) -> dict[str, str]:
    """What must be set."""
    for name in ("company.yaml", "secrets.json"):
        (tmp_path / name).touch()
    return {
        "ACD_COMPANY": str(tmp_path / "company.yaml"),
        "ACD_DSN": DSN,
        "ACD_SECRETS": str(tmp_path / "secrets.json"),
        "ACD_ARI_URL": "http://127.0.0.1:8088",
        "ACD_CONTROL_SOCKET": str(tmp_path / "control.sock"),
        "ACD_SOUNDS_DIR": str(tmp_path),
    }


def mistakes_of(environment: dict[str, str]) -> list[str]:
    with pytest.raises(SettingsWrong) as wrong:
        read_settings(environment)
    told = str(wrong.value).splitlines()
    assert told[: len(wrong.value.mistakes)] == wrong.value.mistakes
    is_missing = any(mistake.endswith("is not set.") for mistake in wrong.value.mistakes)
    assert told[len(wrong.value.mistakes) :] == ([WHERE_SETTINGS_ARE] if is_missing else [])
    return wrong.value.mistakes


def test_what_is_needed_is_enough(needed: dict[str, str]) -> None:
    settings = read_settings(needed)
    assert settings == Settings(
        company=Path(needed["ACD_COMPANY"]),
        dsn=DSN,
        ari_url="http://127.0.0.1:8088/ari",
        secrets=Path(needed["ACD_SECRETS"]),
        control_socket=Path(needed["ACD_CONTROL_SOCKET"]),
        sounds_dir=Path(needed["ACD_SOUNDS_DIR"]),
    )


def test_the_prefix_of_ari_may_be_another(needed: dict[str, str]) -> None:
    read = read_settings({**needed, "ACD_ARI_URL": "https://pbx.example:8089/voice/ari/"})
    assert read.ari_url == "https://pbx.example:8089/voice/ari"


def test_a_program_that_writes_messages_down_is_a_list(needed: dict[str, str]) -> None:
    read = read_settings({**needed, "ACD_TRANSCRIBE": '["/bin/echo", "-n"]'})
    assert read.transcribe == ("/bin/echo", "-n")
    assert read_settings(needed).transcribe == ()


def test_all_mistakes_are_told_at_once(needed: dict[str, str]) -> None:
    wrong = {**needed, "ACD_COMPANY": "/nowhere.yaml", "ACD_HTTP_PORT": "http", "ACD_LOG": "loud"}
    del wrong["ACD_DSN"]
    told = mistakes_of(wrong)
    assert [mistake.partition(" ")[0] for mistake in told] == [
        "ACD_COMPANY=/nowhere.yaml:",
        "ACD_DSN",
        "ACD_HTTP_PORT=http:",
        "ACD_LOG=loud:",
    ]


def test_an_empty_variable_is_none(needed: dict[str, str]) -> None:
    assert read_settings({**needed, "ACD_FLOOR": ""}).floor == "main"
    assert mistakes_of({**needed, "ACD_DSN": ""})[0].startswith("ACD_DSN is not set.")


@pytest.mark.parametrize(
    ("name", "value", "remedy"),
    [
        ("ACD_SECRETS", "/", "name one that exists"),
        ("ACD_DSN", "not a connection", "such as `host="),
        ("ACD_ARI_URL", "127.0.0.1:8088", "such as http://127.0.0.1:8088"),
        ("ACD_ARI_URL", "ftp://127.0.0.1", "such as http://127.0.0.1:8088"),
        ("ACD_ARI_URL", "http://127.0.0.1:8088/ari?api_key=x", "such as http://127.0.0.1:8088"),
        ("ACD_ARI_URL", "http://127.0.0.1:99999", "such as http://127.0.0.1:8088"),
        ("ACD_ARI_URL", "http://[::1", "such as http://127.0.0.1:8088"),
        ("ACD_CONTROL_SOCKET", "/tmp/" + "x" * 103, "choose a shorter one"),
        ("ACD_SOUNDS_DIR", "/var/lib/acd/hello, world", "below a ','; choose another folder"),
        ("ACD_SOUNDS_DIR", "/var/lib/{low:en}", "below a '{'; choose another folder"),
        ("ACD_AMI_HOST", "192.0.2.1", "use 127.0.0.1"),
        ("ACD_AGI_HOST", "localhost", "write an IP address, such as 127.0.0.1"),
        ("ACD_HTTP_HOST", "everywhere", "write an IP address, such as 127.0.0.1"),
        ("ACD_AMI_PORT", "0", "from 1 to 65535"),
        ("ACD_AGI_PORT", "65536", "from 1 to 65535"),
        ("ACD_HTTP_PORT", "9" * 5000, "from 1 to 65535"),
        ("ACD_FLOOR", "main; drop", "use letters, digits, '-' and '_' only"),
        ("ACD_ARI_APP", "--", "use letters, digits, '-' and '_' only"),
        ("ACD_LOG_FORMAT", "xml", "choose one of console, json"),
        ("ACD_TRANSCRIBE", "whisper --plain", "write a list of a program and its arguments"),
        ("ACD_TRANSCRIBE", '["whisper"]', "write its whole path"),
    ],
)
def test_each_mistake_has_its_remedy(needed: dict[str, str], name: str, value: str, remedy: str) -> None:
    (told,) = mistakes_of({**needed, name: value})
    assert told.startswith(name)
    assert remedy in told


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ACD_DSN", "host=x password=hunter2"),
        ("ACD_DSN", "postgresql://acd:hunter2@db/acd"),
        ("ACD_DSN", "postgresql://acd:hunter2 x@db/acd"),
        ("ACD_DSN", "host=x hunter2"),
        ("ACD_ARI_URL", "http://acd:hunter2@127.0.0.1:8088"),
        ("ACD_ARI_URL", "http://:hunter2@127.0.0.1:8088"),
        ("ACD_ARI_URL", "ftp://hunter2"),
    ],
)
def test_a_password_in_the_wrong_place_is_refused_and_never_repeated(
    needed: dict[str, str], name: str, value: str
) -> None:
    (told,) = mistakes_of({**needed, name: value})
    assert told.startswith(name)
    assert "hunter2" not in told


def test_for_the_database_alone_less_is_needed(needed: dict[str, str]) -> None:
    assert read_database_settings({"ACD_DSN": DSN}).secrets is None
    both = read_database_settings({"ACD_DSN": DSN, "ACD_SECRETS": needed["ACD_SECRETS"]})
    assert both.secrets == Path(needed["ACD_SECRETS"])
    with pytest.raises(SettingsWrong) as wrong:
        read_database_settings({"ACD_SECRETS": "/nowhere"})
    assert len(wrong.value.mistakes) == 2


def test_the_password_joins_the_connection_string_at_the_last_moment() -> None:
    assert complete_dsn(DSN, {}) == DSN
    parts = conninfo_to_dict(complete_dsn(DSN, {"postgres": "it's a secret"}))
    assert parts == {**conninfo_to_dict(DSN), "password": "it's a secret"}


def test_a_fault_for_tests_is_refused_unless_faults_are_allowed(needed: dict[str, str]) -> None:
    wanted = {**needed, "ACD_TEST_FAULT": "kill:before-commit:1"}
    (told,) = mistakes_of(wanted)
    assert told.startswith("ACD_TEST_FAULT=kill:before-commit:1: this ends a service on purpose")
    assert mistakes_of({**wanted, "ACD_TEST_FAULTS_ALLOWED": "perhaps"}) == [told]
    allowed = {**wanted, "ACD_TEST_FAULTS_ALLOWED": "yes"}
    assert read_settings(allowed).test_fault == fault("kill:before-commit:1")
    (told,) = mistakes_of({**allowed, "ACD_TEST_FAULT": "kill"})
    assert "write ACT:BOUNDARY:N" in told
    assert read_settings({**needed, "ACD_TEST_FAULTS_ALLOWED": "yes"}).test_fault is None
