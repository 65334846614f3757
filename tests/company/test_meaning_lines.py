"""What fits the schema and still makes no sense: phones, boxes and trunks, each with its bad file."""

from tests.company.small import Bad, changed, company_in, each_is_told

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
    "account that we cannot make": Bad(
        "  caller: {", '  "6001": {', "trunks.6001", '"6001"', "cannot make an account", "add foreign: true"
    ),
    "foreign trunk with an address": Bad(
        "{name: Caller}",
        "{name: Caller, foreign: true, host: 192.0.2.9}",
        "trunks.caller.host",
        "192.0.2.9",
        "stand in the administrator's own",
        "remove the line",
    ),
    "a word for yes": Bad(
        "{name: Caller}",
        "{name: Caller, foreign: yes}",
        "trunks.caller.foreign",
        "yes",
        "not true or false",
        "true or false, without quotes",
    ),
    "emergency's trunk": Bad(
        "trunk: carrier", "trunk: carier", "emergency_numbers.112.trunk", "carier", "no trunk", '"carrier"?'
    ),
    "emergency through a caller": Bad(
        "trunk: carrier", "trunk: caller", "emergency_numbers.112.trunk", "caller", "no host", "with a host"
    ),
}

test_it_is_told_and_nothing_else_is = each_is_told(LINES)


def test_foreign_accounts_may_be_called_what_their_administrator_called_them() -> None:
    text = changed(
        ("  desk1: {extension", '  "6001": {foreign: true, extension'),
        ("phones: [desk1, desk2], ", 'phones: ["6001", desk2], '),
        ("fallback: {phones: [desk1]", 'fallback: {phones: ["6001"]'),
        ("{name: Caller}", "{name: Caller, foreign: true}"),
        ("trunk: carrier", "trunk: caller"),
    )
    company = company_in(text).company
    assert company.phones["6001"].foreign
    assert company.trunks["caller"].foreign
    assert not company.phones["desk2"].foreign
