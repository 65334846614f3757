"""The wheel has everything inside that the program needs, and works where no checkout is."""

import json
import zipfile
from pathlib import Path

import pytest

from acd.lab import from_company
from acd.lab.installation import find_asterisk
from acd.lab.ports import free_ports
from acd.lab.postgres import PostgresServer
from acd.lab.stack import DATABASE, Stack
from acd.runtime.secret_file import ensure_secrets
from acd.store.migrate import newest
from tests.installation.conftest import ROOT, Installed, make_wheel

COMPANY = "utility.yaml"


def test_the_same_files_make_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    assert make_wheel(tmp_path).read_bytes() == wheel.read_bytes()


def test_everything_of_the_package_is_inside_and_no_test(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    ours = {path.relative_to(ROOT) for path in (ROOT / "acd").rglob("*") if path.is_file()}
    assert {str(path) for path in ours if "__pycache__" not in path.parts} <= set(names)
    assert {name.split("/")[0] for name in names} == {"acd", "acd-0.1.0.data", "acd-0.1.0.dist-info"}
    assert [name for name in names if "/tests/" in name or "test_" in name or "__pycache__" in name] == []


def test_the_checkout_is_out_of_reach(installed: Installed) -> None:
    ran = installed.acd("check", str(ROOT / "examples" / COMPANY))
    assert (ran.returncode, ran.stderr.split(":")[0]) == (99, "read from the checkout")


def test_a_company_is_checked_and_rendered(installed: Installed) -> None:
    company = str(installed.share(COMPANY))
    checked = installed.acd("check", company)
    assert checked.returncode == 0, checked.stderr
    rendered = installed.acd("render", "conf", "--company", company, "--secrets", "secrets.json", "--json")
    assert rendered.returncode == 0, rendered.stderr
    templates = [*ROOT.glob("asterisk-conf/**/*.j2"), *ROOT.glob("dialplan/**/*.j2")]
    assert 20 < json.loads(rendered.stdout)["files"] <= len(templates)


def test_a_database_is_brought_to_the_schema(installed: Installed, tmp_path: Path) -> None:
    secrets = tmp_path / "secrets.json"
    password = ensure_secrets(secrets, ["postgres"])["postgres"]
    server = PostgresServer(tmp_path / "postgres", password=password)
    server.start()
    try:
        server.create_database(DATABASE)
        migrated = installed.acd("migrate", "--json", ACD_DSN=server.dsn(DATABASE), ACD_SECRETS=str(secrets))
    finally:
        server.stop()
    assert migrated.returncode == 0, migrated.stderr
    assert json.loads(migrated.stdout)["to"] == newest()


@pytest.mark.system
def test_the_service_serves(installed: Installed, tmp_path: Path) -> None:
    file = installed.share(COMPANY)
    company = from_company.read_company(file)
    with Stack(
        tmp_path,
        installation=find_asterisk(print),
        ports=free_ports(),
        company=file,
        render=from_company.renderer(company),
        secret_names=from_company.secret_names(company),
    ) as stack:
        stack.start_postgres()
        stack.start_asterisk()
        stack.service.command = (str(installed.program), "run")
        del stack.service.environment["PYTHONPATH"]
        stack.service.start()
        status = installed.acd("status", "--socket", str(stack.control_socket), "--json")
        assert status.returncode == 0, status.stderr
        assert json.loads(status.stdout)["readiness"]["leads"] is True
