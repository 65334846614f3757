"""What fits the schema and still makes no sense: hours, numbers, staff and queues, each with its bad file."""

from tests.company.small import Bad, each_is_told

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
        "hours: office", "hours: ofice", "numbers.5100.hours", "ofice", "no set of hours", '"office"?'
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

test_it_is_told_and_nothing_else_is = each_is_told(COMPANY)
