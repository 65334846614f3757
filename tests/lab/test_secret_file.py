import re
from pathlib import Path

import msgspec
import pytest

from acd.lab.secret_file import SecretFileError, Secrets, ensure_secrets


def test_the_file_is_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "secrets.json"
    ensure_secrets(path, phones=["desk"])
    assert path.stat().st_mode & 0o777 == 0o600
    path.chmod(0o644)
    ensure_secrets(path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert [entry.name for entry in tmp_path.iterdir()] == ["secrets.json"]


def test_secrets_are_stable_and_extended_for_newcomers(tmp_path: Path) -> None:
    path = tmp_path / "secrets.json"
    first = ensure_secrets(path, phones=["desk"], agents=["anna"])
    again = ensure_secrets(path, phones=["desk", "sofa"], trunks=["carrier"], agents=["ben"], boxes=["700"])
    assert again.sip["desk"] == first.sip["desk"]
    assert again.pin["anna"] == first.pin["anna"]
    assert again.postgres_password == first.postgres_password
    assert set(again.sip) == {"desk", "sofa"}
    assert set(again.pin) == {"anna", "ben"}
    assert set(again.trunk) == {"carrier"}
    assert set(again.voicemail) == {"700"}
    assert msgspec.json.decode(path.read_bytes(), type=Secrets) == again


def test_secrets_differ_and_can_stand_in_any_configuration_file(tmp_path: Path) -> None:
    made = ensure_secrets(tmp_path / "secrets.json", phones=map(str, range(50)), agents=["anna"])
    passwords = [made.ari_password, made.ami_password, made.postgres_password, *made.sip.values()]
    assert len(set(passwords)) == len(passwords)
    assert all(re.fullmatch(r"[a-z0-9]{20}", password) for password in passwords)
    assert re.fullmatch(r"[0-9]{6}", made.pin["anna"])


def test_a_damaged_file_is_kept_and_named(tmp_path: Path) -> None:
    path = tmp_path / "secrets.json"
    path.write_text("{")
    with pytest.raises(SecretFileError, match=r"secrets\.json is damaged"):
        ensure_secrets(path)
    assert path.read_text() == "{"
