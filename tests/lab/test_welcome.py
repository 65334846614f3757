"""The sheet that a newcomer reads: it says only what is true of the company that runs."""

from rich.console import Console

from acd.lab.from_company import secret_names, welcome
from acd.runtime.secret_file import Secrets
from tests.company.small import changed, company_in


def sheet(*changes: tuple[str, str]) -> str:
    """What is shown for the small company after these changes."""
    company = company_in(changed(*changes)).company
    secrets = Secrets({name: f"<{name}>" for name in secret_names(company)})
    shown = welcome(
        company, sip_server="127.0.0.1:5060", health="http://health", secrets=secrets, whereabouts="Here."
    ).shown()
    console = Console(width=160)
    with console.capture() as captured:
        console.print(shown)
    return captured.get()


def test_whom_to_be_and_what_to_dial() -> None:
    told = sheet()
    assert "As caller, dial 5100." in told
    assert "account caller" in told
    assert "password <trunk.caller>" in told
    assert "not ready; with a digit, the reason: 1 Break" in told
    assert "absent until back; with a digit, the reason: 1 Ill, 2 Holiday, 3 Duty elsewhere" in told


def test_without_a_line_that_registers_nobody_is_sent_to_call_from_outside() -> None:
    told = sheet(("  caller: {name: Caller}\n", ""))
    assert "Nobody can call 5100 from here: all trunks of the company lead elsewhere." in told
    assert "trunks: {caller: {name: Caller}}" in told
    assert "The caller" not in told


def test_a_code_that_would_be_refused_is_not_shown() -> None:
    assert "*14" not in sheet(('not_ready_reasons: {"1": Break}', ""))
    assert "*16" not in sheet(('not_ready_reasons: {"1"', 'absence_reasons: {}\nnot_ready_reasons: {"1"'))


def test_accounts_of_the_administrators_own_asterisk_are_not_shown() -> None:
    told = sheet(
        ("  caller: {name: Caller}", "  caller: {name: Caller, foreign: true}"),
        ('desk1: {extension: "101"}', 'desk1: {extension: "101", foreign: true}'),
    )
    assert "Nobody can call 5100 from here" in told
    assert "account desk1" not in told
    assert "account desk2" in told


def test_the_number_to_dial_is_one_that_the_callers_line_lets_in() -> None:
    other = ("hours:\n  office", '  "5200": {name: Back, flow: main}\nhours:\n  office')
    assert "dial 5200." in sheet(other)
    only = ("{name: Caller}", '{name: Caller, numbers: ["5100"]}')
    assert "dial 5100." in sheet(other, only)
