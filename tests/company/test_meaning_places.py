"""What fits the schema and makes no sense for regions and customers, each with its bad file."""

import pytest

from tests.company.small import (
    ROUTING,
    Bad,
    changed,
    company_in,
    each_is_told,
    each_is_warned_of,
    mistakes_in,
)

TOLD = {
    "region's stand-in": Bad(
        'stand_ins: ["202"]}',
        'stand_ins: ["222"]}',
        "regions.south.stand_ins[0]",
        '"222"',
        "no agent",
        '"202"?',
    ),
    "region around": Bad(
        "{name: South, within: all",
        "{name: South, within: al",
        "regions.south.within",
        "al",
        "no region",
        '"all"?',
    ),
    "customer's class": Bad(
        "Lake Hotel, customer_class: hotels",
        "Lake Hotel, customer_class: hotls",
        "customers.+43463001.customer_class",
        "hotls",
        "no customer class",
        '"hotels"?',
    ),
    "customer's region": Bad(
        "Mountain, region: west",
        "Mountain, region: est",
        "customers.04242002.region",
        "est",
        "no region",
        '"west"?',
    ),
    "customer's language": Bad(
        "west, language: de", "west, language: fr", "customers.04242002.language", "fr", "not one", "en, de"
    ),
    "customer's owner": Bad(
        'owner: "201"', 'owner: "204"', "customers.+43463001.owner", '"204"', "no agent", '"203"?'
    ),
    "stand-in with the region": Bad(
        'stand_ins: ["202"]}',
        'stand_ins: ["201"]}',
        "regions.south.stand_ins[0]",
        '"201"',
        "Anna is resp",
        "rem",
    ),
    "circle of regions": Bad(
        'all: {name: Everything, place: "Vienna, AT"}',
        'all: {name: Everything, place: "Vienna, AT", within: west}',
        "regions.all.within",
        "west",
        "circle: all → west → all",
        "within none",
    ),
    "region within itself": Bad(
        'all: {name: Everything, place: "Vienna, AT"}',
        'all: {name: Everything, place: "Vienna, AT", within: all}',
        "regions.all.within",
        "all",
        "circle: all → all",
        "within none",
    ),
    "place": Bad(
        "place: Klagenfurt",
        "place: Klagenfrut",
        "regions.south.place",
        "Klag",
        "no town",
        'did you mean "Klagenfurt"?',
    ),
    "place elsewhere": Bad(
        '"Vienna, AT"', '"Vienna, HU"', "regions.all.place", '"Vienna', "no town", "Sopron"
    ),
    "point off the map": Bad(
        '"46.61, 13.85"', '"96.61, 13.85"', "regions.west.place", '"96.61', "no town", "a point on the map"
    ),
    "postal codes backwards": Bad(
        "9000-9399",
        '9000-9399", "9999-9400',
        "regions.south.postal_codes[1]",
        '"9999',
        "ends before",
        "smaller",
    ),
    "postal codes twice": Bad(
        '["95", "9600-9899"]',
        '["95", "9300-9899"]',
        "regions.west.postal_codes[1]",
        '"9300',
        '9300-9399 belongs to south already, by "9000-9399"',
        "to one region, or put one region within the other",
    ),
    "postal codes twice in one region": Bad(
        '["95", "9600-9899"]',
        '["95", "9600-9899", "9700"]',
        "regions.west.postal_codes[2]",
        '"9700"',
        '9700 stands in "9600-9899" already',
        "stand once",
    ),
    "prefix twice": Bad(
        "towns: [Villach]",
        'prefixes: ["0463"], towns: [Villach]',
        "regions.west.prefixes[0]",
        '"0463"',
        "begin with 0463 are in south",
        "one region",
    ),
    "unknown town": Bad(
        "[Villach]}",
        "[Vilach]}",
        "regions.west.towns[0]",
        "Vilach",
        "no area code",
        'did you mean "Villach"?',
    ),
    "country": Bad("country: AT", "country: XX", "country", "XX", 'no country "XX"', "AT"),
    "postal code of nowhere": Bad(
        'postal_code: "9020"',
        'postal_code: "1010"',
        "customers.+43463001.postal_code",
        '"1010"',
        "no reg",
        "add",
    ),
    "postal code and region": Bad(
        'postal_code: "9020"',
        'postal_code: "9020", region: south',
        "customers.+43463001.postal_code",
        '"9020"',
        "named, too",
        "remove one",
    ),
    "the same customer": Bad(
        '"04242002"',
        '"0043463001"',
        "customers.0043463001",
        '"0043463001"',
        "same number as +43463001 (line 60)",
        "remove one",
    ),
}

WARNED = {
    "place missing": Bad(', place: "46.61, 13.85"', "", "regions.west", "west", "has no place", "add place"),
}

test_it_is_told_and_nothing_else_is = each_is_told(TOLD, ROUTING)

test_it_is_warned_of_and_nothing_else_is = each_is_warned_of(WARNED, ROUTING)


def test_regions_of_which_one_is_within_the_other_share_postal_codes() -> None:
    text = changed(
        (
            "  west:",
            '  town: {name: Town, within: south, place: Klagenfurt, postal_codes: ["9020-9029"]}\n  west:',
        ),
        text=ROUTING,
    )
    assert mistakes_in(text) == []


def test_towns_need_a_country() -> None:
    paths = [found.path for found in mistakes_in(changed(("country: AT\n", ""), text=ROUTING))]
    assert paths == ["regions.west.towns[0]"]


def test_nobody_is_responsible_for_a_region() -> None:
    text = changed(
        ("  west:", "  east: {name: East, within: south, place: Graz}\n  west:"),
        ("place: Villach}\n", "place: Villach}\n"),
        ("german: 4, english: 4}", "german: 4, english: 4}, regions: [west]"),
        ('["202", "203"], regions: [south]', '["202", "203"], regions: [west]'),
        text=ROUTING,
    )
    assert [found.path for found in company_in(text).warnings] == ["regions.south", "regions.east"]


def test_regions_lie_in_one_another_but_not_for_ever() -> None:
    regions = "".join(f"  r{n}: {{name: R, within: r{n + 1}}}\n" for n in range(5000))
    (found,) = mistakes_in(changed(("skills:\n", f"regions:\n{regions}  r5000: {{name: R}}\nskills:\n")))
    assert (found.path, found.message) == ("regions.r0.within", "there are too many regions around it")


@pytest.mark.parametrize(
    ("place", "remedy"),
    [
        ("Innsbruk", 'did you mean "Innsbruck"? Else write a town with its country'),
        ("Sopran, hu", 'did you mean "Sopron, HU"? Else write'),
        ("Xyzzy", "write a town with its country"),
        ("Innsbruk, ZZ", "write a town with its country"),
        ("Innsbruk, 12", "write a town with its country"),
    ],
)
def test_a_town_that_is_spelt_wrong(place: str, remedy: str) -> None:
    (found,) = mistakes_in(changed(("place: Klagenfurt", f'place: "{place}"'), text=ROUTING))
    assert (found.path, found.message) == ("regions.south.place", f'no town "{place}" is known')
    assert found.remedy.startswith(remedy)


def test_without_a_country_no_town_is_guessed() -> None:
    text = changed(("skills:\n", "regions:\n  west: {name: West, place: Innsbruk}\nskills:\n"))
    (found,) = mistakes_in(text)
    assert found.remedy.startswith("write a town with its country")
