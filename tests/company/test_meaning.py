"""What fits the schema and still makes no sense: each has its bad file, and nothing else is reported."""

from pathlib import Path

import pytest

from acd.company.check import CheckedCompany, check
from tests.company.small import FOLDER, MINIMAL, Bad, assert_told, changed, company_in, mistakes_in

COMPANY = {
    "time zone": Bad(
        "timezone: Europe/Vienna",
        "timezone: Europe/Wien",
        "timezone",
        "Europe/Wien",
        "no time zone",
        '"Europe/Vienna"?',
    ),
    "number's flow": Bad(
        "flow: main,", "flow: mian,", "numbers.5100.flow", "mian", 'no flow "mian"', '"main"?'
    ),
    "number's closed flow": Bad(
        "closed_flow: closed",
        "closed_flow: shut",
        "numbers.5100.closed_flow",
        "shut",
        "no flow",
        "main, closed",
    ),
    "number's hours": Bad(
        "hours: office", "hours: ofice", "numbers.5100.hours", "ofice", "no hours", '"office"?'
    ),
    "number's language": Bad(
        "{name: Front, flow",
        "{language: hu, name: Front, flow",
        "numbers.5100.language",
        "hu",
        "not one of the company's",
        "en, de",
    ),
    "hours without closed flow": Bad(
        ", closed_flow: closed", "", "numbers.5100.hours", "office", "out of them", "add closed_flow"
    ),
    "closed flow without hours": Bad(
        "hours: office, ", "", "numbers.5100.closed_flow", "closed", "always open", "add hours"
    ),
    "hours' time zone": Bad(
        "holidays: [AT]", "timezone: Mars/Base", "hours.office.timezone", "Mars", "no time zone", "IANA"
    ),
    "no such time": Bad(
        "08:00-18:00", "08:00-25:00", "hours.office.open.mon-fri", '"08:00-25:00"', "not a time", "24-hour"
    ),
    "no such minute": Bad(
        "08:00-18:00", "08:60-18:00", "hours.office.open.mon-fri", '"08:60', "not a time", "24-hour"
    ),
    "no time at all": Bad(
        "08:00-18:00",
        "08:00-08:00",
        "hours.office.open.mon-fri",
        '"08:00-08:00"',
        "not a time",
        '"00:00-24:00"',
    ),
    "overlap with itself": Bad(
        "08:00-18:00",
        "08:00-12:00, 11:59-18:00",
        "hours.office.open.mon-fri",
        '"08:00',
        "with each other",
        "once",
    ),
    "overlap of days": Bad(
        "sat: ", "fri: ", "hours.office.open.fri", '"09:00', "overlap with those of mon-fri", "once"
    ),
    "overlap past midnight": Bad(
        'sat: "09:00-13:00"',
        'sun: "20:00-08:01"',
        "hours.office.open.sun",
        '"20:00',
        "those of mon-fri",
        "once",
    ),
    "country": Bad(
        "holidays: [AT]",
        "holidays: [XX]",
        "hours.office.holidays[0]",
        "XX",
        '"XX" are not known',
        "two letters",
    ),
    "region": Bad(
        "holidays: [AT]", "holidays: [AT, DE-XX]", "hours.office.holidays[1]", "DE-XX", 'no region "XX"', "BY"
    ),
    "day": Bad("[12-24]", "[12-24, 02-30]", "hours.office.closed_on[1]", "02-30", "no day", "month"),
    "day of a year": Bad("[12-24]", "[2027-02-29]", "hours.office.closed_on[0]", "2027", "no day", "month"),
    "prompt's language": Bad(
        "{text: Hello.}",
        "{text: Hello., language: hu}",
        "prompts.hello.language",
        "hu",
        "not one of",
        "en, de",
    ),
    "text and file": Bad(
        "{text: Hello.}", "{text: Hello., file: sounds/bell.wav}", "prompts.hello", "hello", "both", "either"
    ),
    "neither text nor file": Bad(
        "{text: Hello.}", "{language: de}", "prompts.hello", "hello", "neither", "either"
    ),
    "text of blanks": Bad(
        "{text: Hello.}", '{text: "  "}', "prompts.hello.text", '"  "', "nothing to speak", "write"
    ),
    "missing file": Bad(
        "sounds/bell.wav", "sounds/bel.wav", "prompts.bell.file", "sounds/bel.wav", "no file", "counted from"
    ),
    "file that cannot be": Bad(
        "sounds/bell.wav", f"{'x' * 300}.wav", "prompts.bell.file", "xxx", "no file", "counted from"
    ),
    "queue's skill": Bad(
        "needs: {selling: 1}",
        "needs: {seling: 1}",
        "queues.sales.needs.seling",
        "seling",
        "no skill",
        '"selling"?',
    ),
    "queue's music": Bad(
        "ring_s: 15", "music: jazz", "queues.sales.music", "jazz", "no music", "under music"
    ),
    "music's folder": Bad(
        "queues:\n",
        "music:\n  jazz: {folder: nowhere}\nqueues:\n",
        "music.jazz.folder",
        "nowhere",
        "no folder",
        "path",
    ),
    "music's name": Bad(
        "queues:\n",
        "music:\n  general: {folder: sounds}\nqueues:\n",
        "music.general",
        "general",
        "for itself",
        "another",
    ),
    "rings too short": Bad(
        "ring_s: 15", "ring_s: 4", "queues.sales.ring_s", "4", "unreachable after 4 s", "no_ringing_s"
    ),
    "agent's skill": Bad(
        "english: 8}",
        "english: 8, dutch: 2}",
        "agents.201.skills.dutch",
        "dutch",
        "no skill",
        "selling, english",
    ),
    "agent's queue": Bad(
        "queues: [sales]", "queues: [sales, repairs]", "agents.202.queues[1]", "repairs", "no queue", "sales"
    ),
    "agent without queue": Bad(
        "{name: Anna, skills: {selling: 5, english: 8}}",
        '{name: Anna, skills: {selling: 5, english: 8}}\n  "203": {name: Cleo}',
        "agents.203",
        '"203"',
        "needs of no queue",
        "queues: []",
    ),
    "agent who does not fit": Bad(
        "{name: Anna, skills: {selling: 5, english: 8}}",
        '{name: Anna, skills: {selling: 5, english: 8}}\n  "203": {name: Cleo, queues: [sales]}',
        "agents.203.queues[0]",
        "sales",
        "needs selling 1",
        "raise",
    ),
}

FLOWS = {
    "start": Bad("start: hello", "start: helo", "flows.main.start", "helo", "no node", '"hello"?'),
    "next": Bad("next: menu}", "next: meny}", "flows.main.nodes.hello.next", "meny", "no node", '"menu"?'),
    "otherwise": Bad(
        "otherwise: sales",
        "otherwise: nowhere",
        "flows.main.nodes.menu.otherwise",
        "nowhere",
        "no node",
        "hello, menu, sales",
    ),
    "choice": Bad(
        "{next: sales,",
        "{next: sails,",
        "flows.main.nodes.menu.choices.1.next",
        "sails",
        "no node",
        '"sales"?',
    ),
    "prompt of say": Bad(
        "prompt: hello,", "prompt: hallo,", "flows.main.nodes.hello.prompt", "hallo", "no prompt", '"hello"?'
    ),
    "prompt of menu": Bad(
        "        prompt: menu",
        "        prompt: menus",
        "flows.main.nodes.menu.prompt",
        "menus",
        "no prompt",
        '"menu"?',
    ),
    "prompt for a wrong key": Bad(
        "wrong_key: bell", "wrong_key: bel", "flows.main.nodes.menu.wrong_key", "bel", "no prompt", '"bell"?'
    ),
    "prompt for no key": Bad(
        "no_key: bell", "no_key: bel", "flows.main.nodes.menu.no_key", "bel", "no prompt", '"bell"?'
    ),
    "queue": Bad(
        "queue: sales,", "queue: sale,", "flows.main.nodes.sales.queue", "sale", "no queue", '"sales"?'
    ),
    "skill of a node": Bad(
        "needs: {english: 2}",
        "needs: {englisch: 2}",
        "flows.main.nodes.sales.needs.englisch",
        "englisch",
        "no skill",
        '"english"?',
    ),
    "skill of a choice": Bad(
        "needs: {selling: 3}",
        "needs: {dutch: 3}",
        "flows.main.nodes.menu.choices.1.needs.dutch",
        "dutch",
        "no skill",
        "selling, english",
    ),
    "unreachable": Bad(
        "bye: {do: hangup}",
        "bye: {do: hangup}\n      lost: {do: hangup}",
        "flows.closed.nodes.lost",
        "lost",
        "no way leads",
        "remove",
    ),
    "circle that never listens": Bad(
        "bye: {do: hangup}",
        "bye: {do: say, prompt: bell, next: bye}",
        "flows.closed.nodes.bye",
        "bye",
        "nothing listens to them: bye → bye",
        "lead on",
    ),
    "circle without end": Bad(
        "otherwise: sales",
        "otherwise: hello",
        "flows.main.nodes.hello",
        "hello",
        "presses nothing goes round for ever: hello → menu → hello",
        "otherwise",
    ),
    "needs nobody meets": Bad(
        "english: 2}}",
        "english: 10}}",
        "flows.main.nodes.sales",
        "sales",
        "needing english 10 and selling 1",
        "raise",
    ),
    "choice nobody serves": Bad(
        "needs: {selling: 3}",
        "needs: {selling: 6}",
        "flows.main.nodes.sales",
        "sales",
        "needing english 2 and selling 6",
        "ask for less",
    ),
    "queue nobody serves": Bad(
        "ring_s: 15}",
        "ring_s: 15}\n  empty: {name: Empty, needs: {selling: 9}}",
        "queues.empty",
        "empty",
        "no agent serves",
        "skills",
    ),
}

LINES = {
    "phone's box": Bad(
        '"102", voicemail: "100"',
        '"102", voicemail: "109"',
        "phones.desk2.voicemail",
        '"109"',
        "no voicemail box",
        '"100"?',
    ),
    "extension's phone": Bad(
        "[desk1, desk2]", "[desk1, desk9]", "extensions.150.phones[1]", "desk9", "no phone", '"desk'
    ),
    "extension's box": Bad(
        'desk2], voicemail: "100"',
        'desk2], voicemail: "77"',
        "extensions.150.voicemail",
        '"77"',
        "no voicemail box",
        "is: 100",
    ),
    "extension to nowhere": Bad(
        '{name: Both, phones: [desk1, desk2], voicemail: "100"}',
        "{name: Both}",
        "extensions.150",
        '"150"',
        "leads nowhere",
        "name phones",
    ),
    "fallback's phone": Bad(
        "{phones: [desk1]", "{phones: [desk7]", "fallback.phones[0]", "desk7", "no phone", '"desk'
    ),
    "fallback's box": Bad(
        '[desk1], voicemail: "100"',
        '[desk1], voicemail: "1001"',
        "fallback.voicemail",
        '"1001"',
        "no voicemail box",
        '"100"?',
    ),
    "fallback to nowhere": Bad(
        '{phones: [desk1], voicemail: "100"}',
        "{after_s: 10}",
        "fallback",
        "fallback",
        "leads nowhere",
        "name phones",
    ),
    "box's language": Bad(
        'voicemail:\n  "100": {name: Front}',
        'voicemail:\n  "100": {name: Front, language: hu}',
        "voicemail.100.language",
        "hu",
        "not one of",
        "en, de",
    ),
    "two phones, one extension": Bad(
        'extension: "102"',
        'extension: "101"',
        "phones.desk2.extension",
        '"101"',
        "already the extension of desk1 (line 42)",
        "another",
    ),
    "extension of a phone": Bad(
        '"150"', '"101"', "extensions.101", '"101"', "the extension of desk1", "another"
    ),
    "extension of the emergency": Bad(
        'extension: "102"',
        'extension: "112"',
        "emergency_numbers.112",
        '"112"',
        "the extension of desk2",
        "another",
    ),
    "extension that callers dial": Bad(
        '"150"', '"5100"', "numbers.5100", '"5100"', "already an internal number (line 45)", "another"
    ),
    "code twice": Bad(
        "not_ready_reasons:",
        'feature_codes: {logout: "*11"}\nnot_ready_reasons:',
        "feature_codes.logout",
        '"*11"',
        "*11 and *11 (login) begin alike",
        "beginning",
    ),
    "code within a code": Bad(
        "not_ready_reasons:",
        'feature_codes: {ready: "*111"}\nnot_ready_reasons:',
        "feature_codes.ready",
        '"*111"',
        "begin alike",
        "beginning",
    ),
    "account of Asterisk": Bad(
        "  caller: {", "  anonymous: {", "trunks.anonymous", "anonymous", "for itself", "another"
    ),
    "phone and trunk of one name": Bad(
        "  caller: {", "  desk1: {", "trunks.desk1", "desk1", "a phone has the same name (line 42)", "another"
    ),
    "trunk's number": Bad(
        "{name: Caller}",
        '{name: Caller, numbers: ["5101"]}',
        "trunks.caller.numbers[0]",
        '"5101"',
        "no number",
        '"5100"?',
    ),
    "two trunks at one address": Bad(
        "{name: Caller}",
        "{name: Caller, host: 192.0.2.9, addresses: [192.0.2.1]}",
        "trunks.caller.addresses[0]",
        "192.0.2.1",
        "carrier too",
        "one of them",
    ),
    "emergency's trunk": Bad(
        "trunk: carrier", "trunk: carier", "emergency_numbers.112.trunk", "carier", "no trunk", '"carrier"?'
    ),
    "emergency through a caller": Bad(
        "trunk: carrier", "trunk: caller", "emergency_numbers.112.trunk", "caller", "no host", "with a host"
    ),
}


@pytest.mark.parametrize("bad", COMPANY.values(), ids=COMPANY)
def test_company(bad: Bad) -> None:
    assert_told(bad)


@pytest.mark.parametrize("bad", FLOWS.values(), ids=FLOWS)
def test_flows(bad: Bad) -> None:
    assert_told(bad)


@pytest.mark.parametrize("bad", LINES.values(), ids=LINES)
def test_lines(bad: Bad) -> None:
    assert_told(bad)


def test_a_number_that_no_trunk_lets_in() -> None:
    text = changed(
        ("host: 192.0.2.1}", 'host: 192.0.2.1, numbers: ["5200"]}'),
        ("{name: Caller}", "{name: Caller, numbers: []}"),
        ("hours:\n  office", '  "5200": {name: Back, flow: main}\nhours:\n  office'),
    )
    (found,) = mistakes_in(text)
    assert (found.path, found.line, found.message) == ("numbers.5100", 5, "no trunk lets calls to it in")


def test_the_same_trunk_may_name_its_host_again() -> None:
    assert mistakes_in(changed(("host: 192.0.2.1}", "host: 192.0.2.1, addresses: [192.0.2.1]}"))) == []


@pytest.mark.parametrize(
    "open_", ['{mon-sun: "00:00-24:00"}', '{fri-mon: "22:00-06:00"}', '{mon: "08:00-12:00, 12:00-18:00"}']
)
def test_hours_that_only_look_wrong(open_: str) -> None:
    assert mistakes_in(changed(('{mon-fri: "08:00-18:00", sat: "09:00-13:00"}', open_))) == []


def test_a_menu_may_lead_back_by_a_key() -> None:
    """Only a caller who presses nothing must come to an end; one who presses keys decides for himself."""
    again = '{next: sales, needs: {selling: 3}}\n          "9": {next: hello}'
    assert mistakes_in(changed(("{next: sales, needs: {selling: 3}}", again))) == []


def test_what_is_told_about_one_section_is_not_told_again_about_others() -> None:
    """With the queues unreadable nobody can say which queue exists, and nothing is said about it."""
    text = changed(("  sales: {name: Sales, needs: {selling: 1}, ring_s: 15}", "  - sales"))
    assert [found.path for found in mistakes_in(text)] == ["queues"]


def test_a_broken_entry_still_exists_for_those_who_refer_to_it() -> None:
    text = changed(("{name: Sales, needs: {selling: 1}, ring_s: 15}", "Sales"))
    assert [found.path for found in mistakes_in(text)] == ["queues.sales"]


def test_files_become_absolute(tmp_path: Path) -> None:
    (tmp_path / "sounds").mkdir()
    (tmp_path / "sounds" / "bell.wav").write_bytes(b"")
    text = changed(("queues:\n", "music:\n  soft: {folder: sounds}\nqueues:\n"))
    found = check(text.encode(), tmp_path)
    assert isinstance(found, CheckedCompany)
    assert found.company.prompts["bell"].file == str(tmp_path / "sounds" / "bell.wav")
    assert found.company.music["soft"].folder == str(tmp_path / "sounds")


def test_a_checked_company_keeps_its_text() -> None:
    assert company_in(MINIMAL).text == MINIMAL


def test_the_folder_of_the_small_company_is_absolute() -> None:
    assert FOLDER.is_absolute()


def test_a_broken_part_hides_no_mistake_beside_it() -> None:
    """What could not be read is kept apart from what could, down to single fields."""
    text = changed(
        ("name: Front, flow: main, hours: office, closed_flow: closed", "flow: main, hours: office"),
        ("otherwise: sales", "otherwise: hello\n        wait_s: long"),
        ("english: 2}}", "english: 10}}"),
        ('desk2], voicemail: "100"', 'desk3], ring_s: 0, voicemail: "1"'),
    )
    assert [found.path for found in mistakes_in(text)] == [
        "numbers.5100",
        "numbers.5100.hours",
        "flows.main.nodes.hello",
        "flows.main.nodes.menu.wait_s",
        "flows.main.nodes.sales",
        "extensions.150.phones[1]",
        "extensions.150.ring_s",
        "extensions.150.voicemail",
    ]
