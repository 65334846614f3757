"""`acd render`: an administrator's own directories, and nothing of somebody else's."""

import os
import stat
from pathlib import Path

import pytest

from acd.runtime.secret_file import read_secrets
from tests.cli.conftest import Ran, run_acd
from tests.support.rehearsal import COMPANY


def render(directory: Path, *more: str, secrets: Path | None = None, company: Path = COMPANY) -> Ran:
    secrets = secrets or directory.parent / "secrets.json"
    return run_acd("render", str(directory), "--company", str(company), "--secrets", str(secrets), *more)


def test_everything_is_written_and_the_next_steps_are_told(tmp_path: Path) -> None:
    directory = tmp_path / "etc"
    ran = render(directory, "--ari-port", "8099")
    assert (ran.code, ran.err) == (0, "")
    written = [path for path in directory.rglob("*") if path.is_file()]
    assert f"{directory}: {len(written)} files of {len(written)} written." in ran.out
    assert f"asterisk -C {directory}/asterisk.conf" in ran.out
    assert "ACD_ARI_URL=http://127.0.0.1:8099" in ran.out
    assert f"astetcdir => {directory}" in (directory / "asterisk.conf").read_text()
    assert "desk1" in (directory / "acd" / "accounts.conf").read_text()


def test_secrets_are_made_for_everybody_kept_to_the_owner_and_never_shown(tmp_path: Path) -> None:
    ran = render(tmp_path / "etc")
    secrets = read_secrets(tmp_path / "secrets.json")
    assert {"ari", "ami", "phone.desk1", "phone.desk2", "trunk.caller", "pin.201", "pin.203"} <= set(secrets)
    assert not any(secret in ran.out for secret in secrets.values())
    assert secrets["phone.desk1"] in (tmp_path / "etc" / "acd" / "accounts.conf").read_text()
    assert stat.S_IMODE((tmp_path / "etc" / "acd" / "accounts.conf").stat().st_mode) == 0o600


def test_a_second_time_nothing_is_written(tmp_path: Path) -> None:
    render(tmp_path / "etc")
    ran = render(tmp_path / "etc")
    assert "files are as they should be" in ran.out
    assert len(ran.out.splitlines()) == 1


def test_after_a_change_it_says_what_asterisk_has_to_reload(tmp_path: Path) -> None:
    render(tmp_path / "etc")
    company = tmp_path / "company.yaml"
    company.write_text(COMPANY.read_text().replace('extension: "102"', 'extension: "103"'))
    ran = render(tmp_path / "etc", "--rtp-last", "10100", company=company)
    assert "asterisk -rx 'module reload pbx_config.so'" in ran.out
    assert "restart it: rtp.conf" in ran.out
    again = render(tmp_path / "etc", "--rtp-last", "10200", "--json", company=company)
    assert again.json["changed"] == again.json["restart"] == ["rtp.conf"]
    assert again.json["reload"] == []


def test_files_of_somebody_else_are_never_replaced(tmp_path: Path) -> None:
    directory = tmp_path / "etc"
    directory.mkdir()
    theirs = {"extensions.conf": "[theirs]\n", "pjsip.conf": "; hand made\n"}
    for name, text in theirs.items():
        (directory / name).write_text(text)
    ran = render(directory)
    assert ran.code == 2
    assert "holds files that are not ours: extensions.conf, pjsip.conf." in ran.err
    assert {path.name: path.read_text() for path in directory.iterdir()} == theirs


def test_a_folder_may_hold_other_files(tmp_path: Path) -> None:
    directory = tmp_path / "etc"
    directory.mkdir()
    (directory / "theirs.conf").write_text("[theirs]\n")
    assert render(directory).code == 0
    assert (directory / "theirs.conf").read_text() == "[theirs]\n"


def test_directories_of_asterisk_can_be_set(tmp_path: Path) -> None:
    render(tmp_path / "etc", "--set", "astdatadir=/srv/data", "--music", "/srv/music")
    assert "astdatadir => /srv/data" in (tmp_path / "etc" / "asterisk.conf").read_text()
    assert "directory = /srv/music" in (tmp_path / "etc" / "musiconhold.conf").read_text()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")
def test_files_belong_to_the_account_of_asterisk(tmp_path: Path) -> None:
    render(tmp_path / "etc", "--owner", "nobody")
    assert (tmp_path / "etc" / "acd" / "accounts.conf").stat().st_uid == 65534


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (("--set", "astdatadir"), "write NAME=PATH"),
        (("--set", "astodir=/x"), "use one of ast"),
        (("--set", "astdatadir=/x;y"), "cannot be a"),
        (("--owner", "nobody-of-that-name"), "this machine has no such account"),
        (("--sip-host", "here; there"), "cannot be a"),
        (("--sip-port", "0"), "is not in the range"),
    ],
)
def test_each_mistake_of_the_user_is_told_and_writes_nothing(
    tmp_path: Path, more: tuple[str, ...], says: str
) -> None:
    ran = render(tmp_path / "etc", *more)
    assert ran.code == 2
    assert says in ran.err
    assert not (tmp_path / "etc").exists()


def test_a_company_with_mistakes_is_not_rendered(tmp_path: Path) -> None:
    company = tmp_path / "company.yaml"
    company.write_text(COMPANY.read_text().replace("queue: sales", "queue: slaes"))
    ran = render(tmp_path / "etc", company=company)
    assert (ran.code, ran.err.splitlines()[-1]) == (2, "1 mistake.")
    assert not (tmp_path / "secrets.json").exists()


def test_secrets_that_others_can_read_or_that_cannot_be_written_are_told(tmp_path: Path) -> None:
    open_to_all = tmp_path / "open.json"
    open_to_all.write_text("{}")
    open_to_all.chmod(0o644)
    assert "chmod 600" in render(tmp_path / "etc", secrets=open_to_all).err
    ran = render(tmp_path / "etc", secrets=tmp_path / "nowhere" / "secrets.json")
    assert ran.code == 2
    assert "cannot be written" in ran.err


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    ran = render(tmp_path / "file" / "etc", secrets=tmp_path / "secrets.json")
    assert ran.code == 2
    assert "Name a folder that you may write" in ran.err


def test_what_is_needed_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ACD_COMPANY", "ACD_SECRETS"):
        monkeypatch.delenv(name, raising=False)
    ran = run_acd("render", "etc")
    assert ran.code == 2
    assert "Missing option '--company'" in ran.err
