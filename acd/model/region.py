"""Regions: where customers are and whom agents are responsible for."""

from math import asin, cos, radians, sin, sqrt

import msgspec

from acd.model.ids import RegionId

EARTH_KM = 6371.0088
"""Mean radius, IUGG."""


class Position(msgspec.Struct, frozen=True, kw_only=True):
    """A spot on the earth."""

    latitude_deg: float
    longitude_deg: float

    def distance_km(self, other: "Position") -> float:
        """As the crow flies: the haversine formula (Sinnott, "Virtues of the Haversine", 1984)."""
        north, east = (
            radians(other.latitude_deg - self.latitude_deg) / 2,
            radians(other.longitude_deg - self.longitude_deg) / 2,
        )
        parallels = cos(radians(self.latitude_deg)) * cos(radians(other.latitude_deg))
        return 2 * EARTH_KM * asin(sqrt(sin(north) ** 2 + parallels * sin(east) ** 2))


class PostalCodes(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of postal codes, by their first characters; as long one as the other, without blanks.

    ``90`` to ``90`` is all that begin with 90, ``9000`` to ``9873`` what it says.
    """

    first: str
    last: str

    def covers(self, code: str) -> bool:
        """Whether a code is one of them."""
        return len(code) >= len(self.first) and self.first <= code[: len(self.first)] <= self.last


class Region(msgspec.Struct, frozen=True, kw_only=True):
    """A part of the country, within a larger one or not."""

    id: RegionId
    name: str
    within: RegionId | None = None
    position: Position | None = None
    """Of its chief place."""
    postal_codes: tuple[PostalCodes, ...] = ()
    """Of the customers there."""


Regions = dict[RegionId, Region]


def way_up(regions: Regions, region: RegionId) -> list[RegionId]:
    """The region, the one it is within, and so on; the checker has seen to it that there is a top."""
    way = [region]
    while (above := regions[way[-1]].within) is not None:
        way.append(above)
    return way


def region_at(regions: Regions, postal_code: str) -> RegionId | None:
    """Where a postal code is: the region that names the most of its characters, of equal ones the smaller."""
    plain = postal_code.replace(" ", "").replace("-", "").upper()
    found = [
        (len(codes.first), len(way_up(regions, region.id)), region.id)
        for region in regions.values()
        for codes in region.postal_codes
        if codes.covers(plain)
    ]
    return max(found)[2] if found else None
