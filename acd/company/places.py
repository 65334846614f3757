"""The checks of regions and customers: a tree with a top, places that exist, codes that mean one region."""

from collections.abc import Iterable, Iterator, Mapping

import phonenumbers

from acd.company import schema
from acd.company.findings import Findings
from acd.company.geography import area_codes, places_of, town_like, ways_to_write
from acd.company.mistake import Steps, quoted
from acd.company.routing import postal_codes_of
from acd.model.region import PostalCodes

PLACE_REMEDY = 'write a town with its country, such as "Sopron, HU", or a point on the map: "46.62, 14.31"'


MOST_LIKENESSES = 10
"""For so many unknown towns of a file one that is spelt alike is looked for: that takes a moment each."""

MOST_DEEP = 20
"""So many regions may lie one within the other."""


def check_places(findings: Findings) -> None:
    """All of them."""
    company = findings.company
    for name, region in company.regions.items():
        findings.refer("regions", region.within, ("regions", name, "within"))
    _check_tree(findings)
    _check_towns(findings)
    _check_postal_codes(findings)
    if company.country is None or company.country in phonenumbers.SUPPORTED_REGIONS:
        _check_prefixes(findings)
    elif findings.whole("country"):
        findings.at(("country",), f"there is no country {quoted(company.country)}", "write AT, HU, DE …")
    _check_customers(findings)


def inner_to_outer(regions: Mapping[str, schema.Region], name: str) -> list[str]:
    """The region and those that it is within, as far as they exist and are not too deep; a circle is gone
    round once.
    """
    way: dict[str, None] = {}
    here: str | None = name
    while here is not None and here in regions and here not in way and len(way) < MOST_DEEP:
        way[here] = None
        here = regions[here].within
    return list(way)


def _check_tree(findings: Findings) -> None:
    """Every region has a top above it."""
    done: set[str] = set()
    for name in findings.company.regions:
        way = inner_to_outer(findings.company.regions, name)
        if done.isdisjoint(way):
            _check_top(findings, name, way)
        done.update(way)


def _check_top(findings: Findings, name: str, way: list[str]) -> None:
    regions = findings.company.regions
    back = regions[way[-1]].within
    if back in way:
        circle = way[way.index(back) :]
        findings.at(
            ("regions", circle[0], "within"),
            f"goes round in a circle: {' → '.join((*circle, circle[0]))}",
            "let one of them be within none of the others",
        )
    elif back in regions:
        findings.at(
            ("regions", name, "within"), "there are too many regions around it", f"{MOST_DEEP} will do"
        )


def _check_towns(findings: Findings) -> None:
    """The places that are named exist, and those are named that are asked for."""
    company = findings.company
    known = places_of(company)
    named: list[tuple[Steps, str | None]] = [
        *((("agents", number, "place"), agent.place) for number, agent in company.agents.items()),
        *((("regions", name, "place"), region.place) for name, region in company.regions.items()),
    ]
    unknown = [(steps, place) for steps, place in named if place is not None and place not in known]
    for index, (steps, place) in enumerate(unknown):
        if findings.whole(*steps):
            meant = _meant(place, company.country) if index < MOST_LIKENESSES else ""
            findings.at(steps, f"no town {quoted(place)} is known", f"{meant}{PLACE_REMEDY}")
    if not any(ring.within_km is not None for queue in company.queues.values() for ring in queue.rings):
        return
    for name, region in company.regions.items():
        if region.place is None and findings.whole("regions", name):
            findings.warn_at_key(
                ("regions", name),
                "has no place, so nobody is known to work within so many km of it",
                "add place: with its chief town",
            )


def _meant(place: str, country: str | None) -> str:
    """The beginning of a remedy for a town that nobody knows."""
    alike = town_like(place, country)
    return f"did you mean {quoted(alike)}? Else " if alike is not None else ""


class _Taken:
    """Where postal codes stand."""

    def __init__(self, region: str, written: str, codes: PostalCodes, steps: Steps) -> None:
        self.region = region
        self.written = written
        self.codes = codes
        self.steps = steps


def _check_postal_codes(findings: Findings) -> None:
    """None stands in two regions, unless one of these is within the other; nor twice in one."""
    regions = findings.company.regions
    taken: list[_Taken] = []
    for name, region in regions.items():
        for index, written in enumerate(region.postal_codes):
            steps: Steps = ("regions", name, "postal_codes", index)
            if not findings.whole(*steps):
                continue
            codes = postal_codes_of(written)
            if codes.first > codes.last:
                findings.at(steps, f"{quoted(written)} ends before it begins", "put the smaller code first")
            else:
                taken.append(_Taken(name, written, codes, steps))
    taken.sort(key=lambda each: (len(each.codes.first), each.codes.first))
    for before, each in _overlapping(taken):
        nested = before.region in inner_to_outer(regions, each.region) or each.region in inner_to_outer(
            regions, before.region
        )
        if nested and before.region != each.region:
            continue
        first, last = max(before.codes.first, each.codes.first), min(before.codes.last, each.codes.last)
        common = first if first == last else f"{first}-{last}"
        if before.region == each.region:
            message = f"{common} stands in {quoted(before.written)} already"
            remedy = "let each code stand once"
        else:
            message = f"{common} belongs to {before.region} already, by {quoted(before.written)}"
            remedy = "let each code belong to one region, or put one region within the other"
        findings.at(each.steps, message, remedy)


def _overlapping(taken: Iterable[_Taken]) -> Iterator[tuple[_Taken, _Taken]]:
    """Those that have codes in common with one before them, each once. A code that is written longer only
    says more exactly where something is.
    """
    widest: _Taken | None = None
    for each in taken:
        alike = widest is not None and len(widest.codes.first) == len(each.codes.first)
        if widest is not None and alike and each.codes.first <= widest.codes.last:
            yield widest, each
        if widest is None or not alike or each.codes.last > widest.codes.last:
            widest = each


def _check_prefixes(findings: Findings) -> None:
    """Each of them, and each area code of a town, means one region."""
    company = findings.company
    towns = {town for region in company.regions.values() for town in region.towns}
    codes = area_codes(towns, company.country) if towns and company.country else {}
    taken: dict[str, str] = {}
    tries = 0
    for name, region in company.regions.items():
        for index, town in enumerate(region.towns):
            steps: Steps = ("regions", name, "towns", index)
            if company.country is None:
                findings.at(steps, "area codes are known by country", "add country: AT, or another one")
            elif not codes.get(town) and findings.whole(*steps):
                tries += 1
                meant = _meant(town, company.country) if tries <= MOST_LIKENESSES else ""
                findings.at(
                    steps,
                    f"no area code of {quoted(town)} is known in {company.country}",
                    f"{meant}write its name as in the telephone book, or add the code to prefixes",
                )
            _take(findings, name, steps, codes.get(town, ()), taken)
        for index, prefix in enumerate(region.prefixes):
            steps = ("regions", name, "prefixes", index)
            if findings.whole(*steps):
                _take(findings, name, steps, [prefix], taken)


def _take(
    findings: Findings, region: str, steps: Steps, prefixes: Iterable[str], taken: dict[str, str]
) -> None:
    country = findings.company.country
    for prefix in prefixes:
        others = {taken.setdefault(way, region) for way in ways_to_write(prefix, country)} - {region}
        if others:
            message = f"numbers that begin with {prefix} are in {min(others)} already"
            findings.at(steps, message, "let each stand in one region")


def _check_customers(findings: Findings) -> None:
    company = findings.company
    known = [
        postal_codes_of(written)
        for name, region in company.regions.items()
        for index, written in enumerate(region.postal_codes)
        if findings.whole("regions", name, "postal_codes", index)
    ]
    taken: dict[str, str] = {}
    for number, customer in company.customers.items():
        here: Steps = ("customers", number)
        findings.refer("customer_classes", customer.customer_class, (*here, "customer_class"))
        findings.refer("regions", customer.region, (*here, "region"))
        findings.refer("agents", customer.owner, (*here, "owner"))
        findings.speak(customer.language, (*here, "language"))
        _check_whereabouts(findings, customer, known, here)
        others = {taken.setdefault(way, number) for way in ways_to_write(number, company.country)} - {number}
        if others:
            other = min(others)
            line = findings.line("customers", other)
            findings.at_key(here, f"is the same number as {other} (line {line})", "remove one")


def _check_whereabouts(
    findings: Findings, customer: schema.Customer, known: list[PostalCodes], here: Steps
) -> None:
    code, steps = customer.postal_code, (*here, "postal_code")
    if code is None or not findings.whole(*steps) or not findings.whole("regions"):
        return
    plain = code.replace(" ", "").replace("-", "")
    if customer.region is not None:
        findings.at(steps, "the region is named, too", "remove one of them")
    elif not any(codes.covers(plain) for codes in known):
        findings.at(steps, f"no region has {quoted(code)}", "add it to a region, or name the region")
