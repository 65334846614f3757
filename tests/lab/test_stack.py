from pathlib import Path

import psycopg
import pytest

from acd.lab.errors import InstanceInUseError, PortInUseError
from acd.lab.installation import Installation
from acd.lab.ports import free_ports
from acd.lab.stack import Stack
from tests.lab import bare
from tests.lab.conftest import MakeStack


def test_a_directory_belongs_to_one_run_at_a_time(make_stack: MakeStack) -> None:
    first = make_stack("one")
    with pytest.raises(InstanceInUseError, match="in use by process"):
        make_stack("one")
    first.close()
    make_stack("one")


def test_the_service_is_told_everything_except_secrets(make_stack: MakeStack) -> None:
    stack = make_stack("one")
    text = "\n".join(f"{name}={value}" for name, value in stack.service.environment.items())
    assert set(stack.secrets) == {"ari", "ami", "postgres", "phone.desk"}
    assert not [name for name, secret in stack.secrets.items() if secret in text]
    assert stack.secrets_path.stat().st_mode & 0o777 == 0o600
    assert f"ACD_ARI_URL=http://127.0.0.1:{stack.ports.ari}" in text
    assert f"ACD_SECRETS={stack.directory / 'secrets.json'}" in text


def test_settings_win_over_what_the_stack_says(tmp_path: Path, installation: Installation) -> None:
    with Stack(
        tmp_path,
        installation=installation,
        ports=free_ports(),
        company=Path("company.yaml"),
        render=bare.render,
        settings={"ACD_HTTP_HOST": "127.0.0.2"},
    ) as stack:
        assert stack.service.environment["ACD_HTTP_HOST"] == "127.0.0.2"
        assert stack.service.environment["ACD_COMPANY"] == str(Path("company.yaml").absolute())


def running(stack: Stack) -> set[str]:
    living = {
        "postgres": stack.postgres.running,
        "asterisk": stack.asterisk.running,
        "service": stack.service.running,
    }
    return {name for name, lives in living.items() if lives}


@pytest.mark.system
def test_each_part_lives_and_dies_by_itself(make_stack: MakeStack) -> None:
    stack = make_stack("one")
    stack.start_postgres()
    stack.start_asterisk()
    stack.postgres.kill()
    assert running(stack) == {"asterisk"}
    stack.start_postgres()
    with psycopg.connect(stack.postgres.conninfo("acd")) as connection:
        assert connection.execute("SELECT current_database()").fetchone() == ("acd",)
    stack.asterisk.kill()
    assert running(stack) == {"postgres"}
    stack.start_asterisk()
    assert running(stack) == {"postgres", "asterisk"}
    stack.close()
    assert running(stack) == set()


@pytest.mark.system
def test_a_port_in_use_is_named_before_asterisk_is_started(make_stack: MakeStack) -> None:
    one, two = make_stack("one"), make_stack("two")
    one.start_asterisk()
    two.ports = one.ports
    with pytest.raises(PortInUseError, match=rf"Port {one.ports.ari}/tcp is held by `asterisk` \(pid"):
        two.start_asterisk()
    assert not two.asterisk.running
