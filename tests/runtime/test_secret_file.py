import os
import re
from pathlib import Path

import pytest

from acd.runtime.secret_file import SecretFileUnusable, SecretMissing, ensure_secrets, read_secrets


def test_the_file_is_for_its_owner_only_and_nothing_lies_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "secrets.json"
    ensure_secrets(path, ["phone.desk"])
    ensure_secrets(path, ["phone.sofa"])
    assert path.stat().st_mode & 0o777 == 0o600
    assert [entry.name for entry in tmp_path.iterdir()] == ["secrets.json"]


def test_a_file_that_others_can_read_is_refused_with_the_remedy(tmp_path: Path) -> None:
    path = tmp_path / "secrets.json"
    ensure_secrets(path, ["ari"])
    path.chmod(0o640)
    with pytest.raises(SecretFileUnusable, match="chmod 600"):
        read_secrets(path)


def test_secrets_are_stable_and_extended_for_newcomers(tmp_path: Path) -> None:
    path = tmp_path / "secrets.json"
    first = ensure_secrets(path, ["postgres", "phone.desk", "pin.201"])
    again = ensure_secrets(path, ["phone.sofa", "voicemail.700"])
    assert set(again) == {"postgres", "phone.desk", "pin.201", "phone.sofa", "voicemail.700"}
    assert {name: again[name] for name in first} == dict(first)
    assert dict(read_secrets(path)) == dict(again)


def test_secrets_differ_and_can_stand_in_any_configuration_file(tmp_path: Path) -> None:
    made = ensure_secrets(tmp_path / "secrets.json", [f"phone.{number}" for number in range(50)])
    assert len(set(made.values())) == 50
    assert all(re.fullmatch(r"[a-z0-9]{20}", password) for password in made.values())


def test_what_people_key_in_is_digits(tmp_path: Path) -> None:
    made = ensure_secrets(tmp_path / "secrets.json", ["pin.201", "voicemail.100", "ari"])
    assert made.pins() == {"201": made["pin.201"]}
    assert re.fullmatch(r"[0-9]{6}", made["pin.201"])
    assert re.fullmatch(r"[0-9]{6}", made["voicemail.100"])


def test_only_the_names_are_shown(tmp_path: Path) -> None:
    made = ensure_secrets(tmp_path / "secrets.json", ["ari", "ami"])
    assert repr(made) == "Secrets(ami, ari)"


@pytest.mark.parametrize("text", ["{", "[]", '{"ari": 1}'])
def test_a_damaged_file_is_kept_and_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "secrets.json"
    path.touch(mode=0o600)
    path.write_text(text)
    with pytest.raises(SecretFileUnusable, match=r"secrets\.json is damaged"):
        ensure_secrets(path, ["ari"])
    assert path.read_text() == text


def test_bytes_that_are_no_text_are_a_damaged_file(tmp_path: Path) -> None:
    path = tmp_path / "secrets.json"
    path.touch(mode=0o600)
    path.write_bytes(b'{"ari": "\xff"}')
    with pytest.raises(SecretFileUnusable, match="is damaged"):
        read_secrets(path)


def test_a_secret_that_is_missing_is_named_with_the_remedy(tmp_path: Path) -> None:
    made = ensure_secrets(tmp_path / "secrets.json", ["ari"])
    with pytest.raises(SecretMissing) as missing:
        made["ami"]
    assert str(missing.value).startswith("The secrets file has no `ami`: ")
    assert "ami" not in made
    assert made.get("ami") is None


def test_a_file_that_cannot_be_written_is_said_to_be_one(tmp_path: Path) -> None:
    with pytest.raises(SecretFileUnusable, match="cannot be written: No such file or directory"):
        ensure_secrets(tmp_path / "nowhere" / "secrets.json", ["ari"])


def test_a_file_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(SecretFileUnusable, match=r"secrets\.json cannot be read: No such file"):
        read_secrets(tmp_path / "secrets.json")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
def test_what_root_writes_belongs_to_the_account_that_has_to_read_it(tmp_path: Path) -> None:
    folder, path = tmp_path / "state", tmp_path / "state" / "secrets.json"
    folder.mkdir()
    os.chown(folder, 4711, 4712)
    ensure_secrets(path, ["ari"])
    assert (path.stat().st_uid, path.stat().st_gid) == (4711, 4712)
    os.chown(path, 4713, 4714)
    ensure_secrets(path, ["ari", "ami"])
    assert (path.stat().st_uid, path.stat().st_gid) == (4713, 4714)
    assert path.stat().st_mode & 0o777 == 0o600
