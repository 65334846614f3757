"""Bringing rendered files to disk, and what has to be reloaded then."""

import os
from pathlib import Path

import pytest

from acd.asterisk.render import File, Owner, reload_for, render, write
from tests.asterisk.render.switch import company
from tests.asterisk.render.test_render import instance

FILES = {"a.conf": File(text="Ä\n"), "acd/b.conf": File(text="secret\n", mode=0o600)}


def test_what_is_written_is_told_once(tmp_path: Path) -> None:
    assert write(FILES, tmp_path) == ("a.conf", "acd/b.conf")
    assert write(FILES, tmp_path) == ()
    assert (tmp_path / "a.conf").read_text(encoding="utf-8") == "Ä\n"
    assert (tmp_path / "acd/b.conf").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("spoil", ["text", "mode", "bytes"])
def test_a_file_that_somebody_changed_is_put_right(tmp_path: Path, spoil: str) -> None:
    write(FILES, tmp_path)
    match spoil:
        case "text":
            (tmp_path / "acd/b.conf").write_text("other\n")
        case "mode":
            (tmp_path / "acd/b.conf").chmod(0o644)
        case _:
            (tmp_path / "acd/b.conf").write_bytes(b"\xff\xfe")
    assert write(FILES, tmp_path) == ("acd/b.conf",)
    assert (tmp_path / "acd/b.conf").read_text() == "secret\n"
    assert (tmp_path / "acd/b.conf").stat().st_mode & 0o777 == 0o600


def test_files_that_were_not_rendered_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "own.conf").write_text("mine\n")
    write(FILES, tmp_path)
    assert (tmp_path / "own.conf").read_text() == "mine\n"


def test_a_reader_sees_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    write({"a.conf": File(text="old\n")}, tmp_path)
    with (tmp_path / "a.conf").open() as reader:
        write({"a.conf": File(text="new\n")}, tmp_path)
        assert reader.read() == "old\n"
    assert (tmp_path / "a.conf").read_text() == "new\n"


def test_nothing_is_left_behind_when_it_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "a.conf").mkdir()
    (tmp_path / "a.conf" / "in the way").touch()
    with pytest.raises(OSError, match=r"a\.conf"):
        write({"a.conf": File(text="x")}, tmp_path)
    assert os.listdir(tmp_path) == ["a.conf"]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
def test_files_belong_to_who_runs_asterisk(tmp_path: Path) -> None:
    write(FILES, tmp_path, owner=Owner(uid=4242, gid=4243))
    for path in (tmp_path / "a.conf", tmp_path / "acd", tmp_path / "acd/b.conf"):
        assert (path.stat().st_uid, path.stat().st_gid) == (4242, 4243)
    assert write(FILES, tmp_path) == ()
    assert write(FILES, tmp_path, owner=Owner(uid=0, gid=0)) == ("a.conf", "acd/b.conf")


def test_a_changed_company_reloads_only_what_it_changes(tmp_path: Path) -> None:
    write(render(company(), instance()), tmp_path)
    changed = write(render(company(carrier_port=5099), instance()), tmp_path)
    assert changed == ("acd/accounts.conf",)
    assert reload_for(changed).modules == ("res_pjsip.so",)
    assert reload_for(changed).restart == ()


def test_what_cannot_be_reloaded_is_named() -> None:
    needed = reload_for(["http.conf", "acd/inbound.conf", "acd/internal.conf"])
    assert needed.modules == ("pbx_config.so",)
    assert needed.restart == ("http.conf",)
