"""The files that an administrator copies fit together, and fit the service. That systemd likes them shows
`make prove-host`.
"""

import configparser
import shlex
from pathlib import Path

import pytest

from acd.cli.connection import OF_THE_UNIT
from acd.runtime.secret_file import ensure_secrets
from acd.settings import Settings, read_settings
from scripts.prove.page import commands
from tests.installation.conftest import ROOT

EXAMPLES = ROOT / "examples"


def unit(name: str) -> configparser.SectionProxy:
    """What is said of the service; of a name that comes more than once, the last value."""
    parser = configparser.RawConfigParser(strict=False)
    parser.read(EXAMPLES / name)
    return parser["Service"]


@pytest.fixture
def variables() -> dict[str, str]:
    """What systemd reads from the environment file."""
    pairs = shlex.split((EXAMPLES / "acd.env").read_text(encoding="utf-8"), comments=True)
    return dict(pair.split("=", 1) for pair in pairs)


@pytest.fixture
def settings(variables: dict[str, str], tmp_path: Path) -> Settings:
    """What the service makes of it, where the files that it names exist."""
    secrets = tmp_path / "secrets.json"
    ensure_secrets(secrets, ["ari"])
    files = {"ACD_COMPANY": str(EXAMPLES / "utility.yaml"), "ACD_SECRETS": str(secrets)}
    return read_settings({**variables, **files})


def test_the_settings_are_complete_and_name_nothing_else(
    variables: dict[str, str], settings: Settings
) -> None:
    assert len(variables) == 6
    assert settings.control_socket == OF_THE_UNIT


def test_what_the_service_writes_is_in_the_folders_that_the_unit_gives_it(variables: dict[str, str]) -> None:
    service = unit("acd.service")
    assert service["ProtectSystem"] == "strict"
    state = [Path("/var/lib", name) for name in service["StateDirectory"].split()]
    assert Path(variables["ACD_SECRETS"]).parent in state
    assert Path(variables["ACD_SOUNDS_DIR"]) in state
    assert Path(variables["ACD_CONTROL_SOCKET"]).parent == Path("/run", service["RuntimeDirectory"])


def test_asterisk_in_its_folder_sees_the_prompts_where_the_service_writes_them(
    variables: dict[str, str],
) -> None:
    assert unit("asterisk.service")["BindReadOnlyPaths"] == variables["ACD_SOUNDS_DIR"]
    (made,) = [
        line for line in commands("installation.md", "3. The service")[0].splitlines() if "-o acd" in line
    ]
    assert variables["ACD_SOUNDS_DIR"] in made.split()
