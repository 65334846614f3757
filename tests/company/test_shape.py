"""What does not fit the schema, or is not even YAML: each has its bad file, and nothing else is reported."""

from pathlib import Path

import pytest

from acd.company.other_words import OURS
from acd.company.schema import Queue
from acd.company.tree import DEEPEST, LARGEST_BYTES
from tests.company.small import MINIMAL, Bad, changed, company_in, each_is_told, mistakes_in, pointed_at

SHAPE = {
    "unknown field": Bad(
        "ring_s: 15", "ringing_s: 15", "queues.sales.ringing_s", "ringing_s", "not known", '"ring_s"?'
    ),
    "unknown section": Bad(
        "skills:\n  s", "skils: {}\nskills:\n  s", "skils", "skils", "not known", '"skills"?'
    ),
    "missing field": Bad("flow: main,", "", "numbers.5100", '"5100"', '"flow" is missing', "add 'flow"),
    "missing section": Bad(
        'fallback: {phones: [desk1], voicemail: "100"}', "", "", "company", '"fallback" is missing', "add"
    ),
    "empty section": Bad(
        "  caller: {name: Caller}", "  caller: {name: Caller}\nmusic:", "music", "", "no value", "remove"
    ),
    "empty section with usual values": Bad(
        "  caller: {name: Caller}",
        "  caller: {name: Caller}\nrecordings:",
        "recordings",
        "",
        "no value",
        "write {} for the usual, or remove",
    ),
    "yes for usual values": Bad(
        "  caller: {name: Caller}",
        "  caller: {name: Caller}\nrecordings: true",
        "recordings",
        "true",
        "fields should stand",
        "write {} for the usual, or its fields",
    ),
    "empty field": Bad("hours: office,", "hours: ,", "numbers.5100.hours", "", "no value", "remove the line"),
    "text for number": Bad(
        "ring_s: 15", "ring_s: long", "queues.sales.ring_s", "long", "not a number", "number only"
    ),
    "quoted number": Bad(
        "ring_s: 15", 'ring_s: "15"', "queues.sales.ring_s", '"15"', "is text", "the quotes"
    ),
    "unit": Bad("ring_s: 15", "ring_s: 15s", "queues.sales.ring_s", "15s", "not a number", "unit out: 15"),
    "decimal comma": Bad(
        "ring_s: 15", 'ring_s: "1,5"', "queues.sales.ring_s", '"1,5"', "not a number", "1.5"
    ),
    "sexagesimal": Bad(
        "ring_s: 15", "ring_s: 1:30", "queues.sales.ring_s", "1:30", "not a number", "seconds as one"
    ),
    "octal": Bad(
        "selling: 5", "selling: 05", "agents.201.skills.selling", "05", "not a whole", "octal number): 5"
    ),
    "not whole": Bad(
        "selling: 5", "selling: 5.5", "agents.201.skills.selling", "5.5", "not a whole", "whole number"
    ),
    "truth for number": Bad(
        "name: Caller", "name: Caller, port: yes", "trunks.caller.port", "yes", "not a whole", "whole"
    ),
    "level": Bad("selling: 5", "selling: 11", "agents.201.skills.selling", "11", "more than 10", "1 to 10"),
    "level zero": Bad(
        "english: 2", "english: 0", "flows.main.nodes.sales.needs.english", "0", "less than 1", "1 to"
    ),
    "occupancy as a percentage": Bad(
        "agents:\n",
        "overload: {occupancy: 90}\nagents:\n",
        "overload.occupancy",
        "90",
        "not less than 1",
        "0.9 is nine minutes of ten",
    ),
    "ring zero": Bad("ring_s: 15", "ring_s: 0", "queues.sales.ring_s", "0", "not more than 0", "up to 300"),
    "list for text": Bad(
        "company: Small Firm", "company: [a]", "company", "[a]", "is a list", "control characters"
    ),
    "text for list": Bad(
        "phones: [desk1],", "phones: desk1,", "fallback.phones", "desk1", "a list should", "[one"
    ),
    "text for fields": Bad(
        "  caller: {name: Caller}", "  caller: x", "trunks.caller", "x", "fields should", "name: value"
    ),
    "list for entries": Bad(
        '{"1": Break}', "[Break]", "not_ready_reasons", "[Break]", "is a list", "name: value"
    ),
    "list for node": Bad(
        "{do: hangup}", "[hangup]", "flows.closed.nodes.bye", "[hangup]", "is a list", "{do: …}"
    ),
    "empty list": Bad("languages: [en, de]", "languages: []", "languages", "[]", "is empty", "at least one"),
    "empty entries": Bad(
        '        choices:\n          "1": {next: sales, needs: {selling: 3}}',
        "        choices: {}",
        "flows.main.nodes.menu.choices",
        "{}",
        "is empty",
        "at least one",
    ),
    "twice in a list": Bad(
        "[desk1, desk2]", "[desk1, desk1]", "extensions.150.phones[1]", "desk1]", "twice", "remove"
    ),
    "menu key": Bad(
        '"1": {next', '"10": {next', "flows.main.nodes.menu.choices.10", '"10"', "not right", "0 to 9"
    ),
    "odd number": Bad('"5100"', '"51-00"', "numbers.51-00", '"51-00"', "not right", "digits only"),
    "odd name": Bad(
        "{name: English}",
        "{name: English}\n  Extra: {name: E}",
        "skills.Extra",
        "Extra",
        "not right",
        "small letters",
    ),
    "odd title": Bad("name: Both", "name: Bo;th", "extensions.150.name", "Bo;th", "not right", "leave out"),
    "long title": Bad(
        "name: Both", f"name: {'B' * 81}", "extensions.150.name", "BBB", "longer than 80", "leave out"
    ),
    "line feed at the end": Bad(
        "name: Both", 'name: "Both\\n"', "extensions.150.name", '"Both', "not right", "control"
    ),
    "sound form": Bad(
        "sounds/bell.wav", "sounds/bell.m3u", "prompts.bell.file", "sounds", "not right", ".wav"
    ),
    "odd times": Bad(
        '"08:00-18:00"', '"8-18"', "hours.office.open.mon-fri", '"8-18"', "not right", "24 hours"
    ),
    "odd days": Bad(
        "mon-fri:", "weekdays:", "hours.office.open.weekdays", "weekdays", "not right", "mon-fri"
    ),
    "no kind": Bad("{do: hangup}", "{}", "flows.closed.nodes.bye", "{}", '"do" is missing', "say or menu or"),
    "odd kind": Bad(
        "{do: hangup}", "{do: hangupp}", "flows.closed.nodes.bye", "hangupp", "no do", '"hangup"?'
    ),
    "other kind's field": Bad(
        "{do: hangup}",
        "{do: hangup, next: bye}",
        "flows.closed.nodes.bye.next",
        "next",
        "not known",
        "remove",
    ),
    "comma": Bad(
        "text: Hello.",
        "text: Well, all of you.",
        "prompts.hello.all of you.",
        "all of",
        "not known",
        "whole value in quotes",
    ),
    "odd code": Bad(
        '{"1": Break}',
        '{"1": Break}\nfeature_codes: {login: "11"}',
        "feature_codes.login",
        '"11"',
        "not right",
        "*11",
    ),
    "one of few": Bad(
        "{name: Caller}",
        "{name: Caller, transport: ucp}",
        "trunks.caller.transport",
        "ucp",
        "not known",
        '"udp"?',
    ),
    "key in brackets": Bad(
        "{do: hangup}", "{do: hangup, [a]: b}", "flows.closed.nodes.bye", "[a]", "single word", "quote"
    ),
}

YAML = {
    "duplicate key": Bad(
        "  english: {name: English}",
        "  english: {name: English}\n  english: {name: E}",
        "skills.english",
        "english: {name: E}",
        "a second time, after line 35",
        "keep one",
    ),
    "alias": Bad(
        '  "202": {name: Ben, skills: {selling: 2, english: 9}',
        '  "202": {name: Ben, skills: *all ',
        "agents.202.skills",
        "*all",
        "alias",
        "write the value out",
    ),
    "merge": Bad(
        "english: 9}", "english: 9, <<: 9}", "agents.202.skills.<<", "<<", "not right", "small letters"
    ),
    "merged fields": Bad(
        "name: Both,",
        "name: Both, <<: {name: B},",
        "extensions.150.<<",
        "<<",
        "not known",
        "merging is not used",
    ),
    "tag": Bad(
        "company: Small Firm", "company: !!python/name:os.system x", "company", "!!python", "tag", "remove it"
    ),
    "second document": Bad("skills:\n", "---\nskills:\n", "", "---", "second document", "before '---'"),
    "tab": Bad("    start: bye", "\tstart: bye", "", "\tstart", "a tab", "spaces only"),
    "open quotes": Bad(
        'not_ready_reasons: {"1": Break}', 'not_ready_reasons: {"1": "Break}', "", "", "not YAML", ""
    ),
    "indentation": Bad("    start: bye", "   start: bye", "", ":", "not YAML", "indentation"),
    "star": Bad("text: Hello.", "text: *", "", "", "not YAML", ""),
    "control character": Bad("text: Hello.", "text: Hel\x07lo.", "", "\x07", "YAML forbids", "remove"),
}

test_what_does_not_fit_the_schema_is_told_once = each_is_told(SHAPE)

test_what_is_not_plain_yaml_is_told_once = each_is_told(YAML)


def test_the_small_company_is_without_mistake() -> None:
    assert mistakes_in(MINIMAL) == []


@pytest.mark.parametrize(
    ("quoted", "plain"),
    [('"5100"', "5100"), ('"101"', "101"), ('"112":', "112:"), ('{"1": Break}', "{1: Break}")],
)
def test_numbers_and_keys_work_without_quotes(quoted: str, plain: str) -> None:
    assert company_in(changed((quoted, plain))).company == company_in(MINIMAL).company


@pytest.mark.parametrize("number", ["0512", "012", "+43512", "1_000", "0x10", "12e3"])
def test_a_number_is_exactly_what_was_written_or_a_mistake(number: str) -> None:
    """YAML 1.1 would read 0512 as 330, 012 as 10 and 1_000 as 1000."""
    text = changed(('"5100"', number))
    if number.lstrip("+").isdigit():
        assert list(company_in(text).company.numbers) == [number]
    else:
        assert [(found.path, found.line) for found in mistakes_in(text)] == [(f"numbers.{number}", 5)]


def test_norwegian_is_a_language_and_not_a_falsehood() -> None:
    company = company_in(
        changed(("languages: [en, de]", "languages: [en, no]"), ("holidays: [AT]", "holidays: [NO]"))
    )
    assert company.company.languages == ("en", "no")
    assert company.company.hours["office"].holidays == ("NO",)


def test_unquoted_times_are_times() -> None:
    plain = changed(('"08:00-18:00"', "08:00-18:00"), ('"09:00-13:00"', "09:00-13:00"))
    assert company_in(plain).company == company_in(MINIMAL).company


def test_every_tab_is_named() -> None:
    text = changed(("    start: bye", "\tstart: bye"), ("    start: hello", "\tstart: hello"))
    assert [(found.line, found.message) for found in mistakes_in(text)] == [
        (17, "a tab in the indentation"),
        (30, "a tab in the indentation"),
    ]


def test_a_byte_order_mark_is_welcome() -> None:
    assert mistakes_in(b"\xef\xbb\xbf" + MINIMAL.encode()) == []


def test_another_encoding_is_told_with_its_place() -> None:
    text = changed(("Small Firm", "Kleine Büros"))
    (found,) = mistakes_in(text.encode("latin-1"))
    assert (found.message, found.remedy) == ("the file is not UTF-8 text", "save it with the encoding UTF-8")
    assert pointed_at(text, found).startswith("üros")


@pytest.mark.parametrize("content", [b"", b"   \n", b"# nothing\n", b"---\n"])
def test_a_file_without_content_is_told(content: bytes) -> None:
    (found,) = mistakes_in(content)
    assert found.path == ""


@pytest.mark.parametrize("content", [b"- a\n", b"company\n", b"42\n"])
def test_a_file_of_another_kind_is_told(content: bytes) -> None:
    (found,) = mistakes_in(content)
    assert "where fields should stand" in found.message


def test_a_huge_file_is_refused_unread() -> None:
    (found,) = mistakes_in(b"a: b\n" * (LARGEST_BYTES // 5 + 1))
    assert "larger than" in found.message


def test_depth_is_bounded() -> None:
    (found,) = mistakes_in(b"[" * 100_000)
    assert (found.message, found.column) == ("nested too deeply", DEEPEST + 1)


def test_aliases_cannot_multiply() -> None:
    """The file that doubles itself at each line: each alias is a mistake, and none of them is followed."""
    lines = ["a0: &a0 x"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 60)]
    found = mistakes_in("\n".join(lines))
    assert sum("aliases" in mistake.message for mistake in found) == 2 * 59


@pytest.mark.parametrize(
    ("old", "word", "meant"),
    [
        ("ring_s: 15", "strategy", "choose"),
        ("ring_s: 15", "timeout", "ring_s"),
        ("ring_s: 15", "weight", "head_start_s"),
        ("ring_s: 15", "wrap-up-time", "wrap_up_s"),
        ("ring_s: 15", "leaveWhenEmpty", "overflow"),
        ("otherwise: sales", "default", "otherwise"),
        ("otherwise: sales", "timeout", "wait_s"),
    ],
)
def test_the_words_of_other_systems_are_known_for_what_they_mean_here(
    old: str, word: str, meant: str
) -> None:
    value = old.partition(" ")[2]
    found = next(one for one in mistakes_in(changed((old, f"{word}: {value}"))) if word in one.message)
    assert found.remedy == f'did you mean "{meant}"?'


def test_all_keys_that_are_known_in_the_place_stand_below_in_short_lines() -> None:
    (found,) = mistakes_in(changed(("ring_s: 15", "colour: 15")))
    first, *below = found.told("f.yaml").split("\n")
    assert first.endswith('queues.sales.colour: "colour" is not known here; remove it')
    assert len(below) > 1
    assert all(len(line) <= 104 for line in below)
    told = " ".join(line.strip() for line in below).removeprefix("known here: ").split(", ")
    assert told == list(Queue.__struct_fields__)


def test_each_word_of_another_system_leads_to_a_key_of_the_file() -> None:
    schema = (Path(__file__).parents[2] / "docs" / "company.schema.json").read_text(encoding="utf-8")
    assert [own for meant in OURS.values() for own in meant if f'"{own}": {{' not in schema] == []
