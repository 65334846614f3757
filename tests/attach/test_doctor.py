"""`acd doctor` on the office's Asterisk: silent about what is well, exact about what cannot be reached."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from acd.lab.ports import free_ports
from tests.attach.office import Office, bad


def test_a_system_that_is_well_has_no_finding(healthy: Office) -> None:
    findings = healthy.ask_doctor()
    assert bad(findings) == []
    places = {finding.where for finding in findings}
    assert places == {"Machine", "PostgreSQL", "Asterisk", "Dialplan", "Phones", "Service"}
    assert any("the music default; whether sounds are in it is not seen" in one.found for one in findings)


def test_the_service_is_not_disturbed(healthy: Office) -> None:
    log = healthy.stack.service.log
    before = log.stat().st_size
    healthy.ask_doctor()
    with healthy.control() as service:
        assert service.status().readiness.troubles == ()
    assert "ApplicationReplaced" not in log.read_text(encoding="utf-8")
    assert log.stat().st_size == before
    assert not list(healthy.stack.files.sounds.glob("*doctor*"))


@pytest.mark.parametrize(
    ("name", "found", "remedy"),
    [
        ("ari", "ARI refuses the user 'acd' or its password.", "module reload res_ari.so"),
        (
            "ami",
            "AMI: Asterisk refuses the AMI user 'acd'",
            "[acd] needs the secret `ami` of the secrets file",
        ),
    ],
)
def test_a_wrong_password_is_named(
    healthy: Office, tmp_path: Path, name: str, found: str, remedy: str
) -> None:
    secrets = tmp_path / "secrets.json"
    kept = msgspec.json.decode(healthy.stack.secrets_path.read_bytes(), type=dict[str, str])
    secrets.write_bytes(msgspec.json.encode({**kept, name: "somethingelse"}))
    secrets.chmod(0o600)
    (finding,) = bad(healthy.ask_doctor(ACD_SECRETS=str(secrets)))
    assert found in finding.found
    assert remedy in finding.remedy


def test_what_does_not_answer_is_named_with_what_opens_it(healthy: Office) -> None:
    closed = free_ports()
    ari, ami = bad(
        healthy.ask_doctor(ACD_ARI_URL=f"http://127.0.0.1:{closed.ari}", ACD_AMI_PORT=str(closed.ami))
    )
    assert f"Nothing answers at http://127.0.0.1:{closed.ari}" in ari.found
    assert "asterisk -rx 'module reload http'" in ari.remedy
    assert f"port {closed.ami}" in ami.found
    assert "enabled = yes, and port and bindaddr as in ACD_AMI_PORT" in ami.remedy


def test_a_postgres_that_does_not_let_us_in_is_named_with_all_ways_to_it(healthy: Office) -> None:
    findings = bad(healthy.ask_doctor(ACD_DSN=f"{healthy.stack.dsn} dbname=elsewhere"))
    (finding,) = [one for one in findings if one.where == "PostgreSQL"]
    assert 'database "elsewhere" does not exist' in finding.found
    assert "runuser -u ACCOUNT -- acd doctor" in finding.remedy


def test_folders_that_the_service_makes_at_its_start_are_not_missed(healthy: Office, tmp_path: Path) -> None:
    not_yet = healthy.stack.files.sounds / "not" / "yet"
    findings = healthy.ask_doctor(
        ACD_SOUNDS_DIR=str(not_yet), ACD_CONTROL_SOCKET=str(tmp_path / "not yet" / "control.sock")
    )
    assert [one for one in bad(findings) if one.where in ("Machine", "Asterisk")] == []
    assert "It plays what the service writes into ACD_SOUNDS_DIR." in [one.found for one in findings]
    assert not not_yet.parent.exists()


def test_the_open_files_are_those_of_the_service_that_runs(healthy: Office) -> None:
    (told,) = [one.found for one in healthy.ask_doctor() if "may open" in one.found]
    assert told.startswith("The service may open ")


def test_a_phone_or_a_trunk_that_asterisk_does_not_have_is_named(healthy: Office, tmp_path: Path) -> None:
    company = tmp_path / "company.yaml"
    shutil.copyfile(healthy.company, company)
    text = company.read_text(encoding="utf-8")
    text = text.replace('"6002": {extension: "6002"', '"6009": {extension: "6002"')
    text = text.replace("trunks:", "trunks:\n  isdn: {name: Another line, foreign: true}")
    text += '\noutside:\n  night: {name: Night, number: "+43664", trunk: isdn, prompt: welcome}\n'
    company.write_text(text, encoding="utf-8")
    # On a floor of its own nothing is in force, and what the file says is what counts.
    findings = bad(healthy.ask_doctor(ACD_COMPANY=str(company), ACD_FLOOR="elsewhere"))
    told = [finding.found for finding in findings]
    assert "Asterisk has no PJSIP endpoint 6009." in told
    assert "Asterisk has no PJSIP endpoint isdn." in told  # calls are to leave through it


def calling_back(office: Office, tmp_path: Path, trunk: str) -> dict[str, str]:
    """The settings of a company that calls back through this trunk; in force nowhere."""
    company = tmp_path / "company.yaml"
    text = office.company.read_text(encoding="utf-8")
    text = text.replace("languages: [en]", "languages: [en]\ncountry: AT")
    text = text.replace("trunks:", "trunks:\n  isdn: {name: Another line, foreign: true}")
    text += f'\ncallbacks: {{trunk: {trunk}, show: "5552000"}}\n'
    company.write_text(text, encoding="utf-8")
    return {"ACD_COMPANY": str(company), "ACD_FLOOR": "elsewhere"}


def test_the_trunk_for_callbacks_has_to_be_there(healthy: Office, tmp_path: Path) -> None:
    told = [one.found for one in bad(healthy.ask_doctor(**calling_back(healthy, tmp_path, "isdn")))]
    assert "Asterisk has no PJSIP endpoint isdn." in told
    told = [one.found for one in bad(healthy.ask_doctor(**calling_back(healthy, tmp_path, "carrier")))]
    assert not any("carrier" in one for one in told), "it is not watched, so it counts as there"


def test_a_trunk_for_callbacks_that_cannot_be_reached_is_named(healthy: Office, tmp_path: Path) -> None:
    contact = "contact = sip:127.0.0.1"
    healthy.edit("pjsip.conf", contact, f"; {contact}")
    healthy.reload("res_pjsip.so")
    try:
        findings = bad(healthy.ask_doctor(**calling_back(healthy, tmp_path, "carrier")))
    finally:
        healthy.edit("pjsip.conf", f"; {contact}", contact)
        healthy.reload("res_pjsip.so")
    (finding,) = [one for one in findings if one.where == "Phones"]
    assert finding.found == "The trunk carrier cannot be reached: no customer is called back."
    assert "pjsip show endpoint carrier" in finding.remedy


def doctor(office: Office, *before: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [*before, sys.executable, "-m", "acd", "doctor"],
        capture_output=True,
        text=True,
        check=False,
        env={**office.stack.service.environment, "PATH": os.environ["PATH"]},
    )


def test_an_own_name_that_does_not_resolve_is_a_problem(healthy: Office) -> None:
    """The machine has another name for this one process."""
    other = [
        "unshare",
        "--uts",
        "--map-root-user",
        "--user",
        "sh",
        "-c",
        'hostname none.invalid && exec "$@"',
        "-",
    ]
    if subprocess.run([*other, "true"], capture_output=True, check=False).returncode != 0:
        pytest.skip("this machine lets nobody give a process another host name (unshare --uts)")
    ran = doctor(healthy, *other)
    assert ran.returncode == 2
    assert "own name none.invalid does not resolve" in ran.stdout
    assert "Add the line `127.0.1.1 none.invalid` to /etc/hosts" in ran.stdout


def test_the_exit_code_says_whether_all_is_well(healthy: Office) -> None:
    well = doctor(healthy)
    assert (well.returncode, well.stderr) == (0, "")
    assert well.stdout.endswith("\nEverything is as it should be.\n")
