"""Geography: which agents are responsible for a customer, by the tree of regions and by distance."""

from acd.model.ids import RegionId
from acd.model.people import AgentPolicy
from acd.model.policy import Policy
from acd.model.queue import Reach
from acd.model.region import Regions, region_at, way_up


def responsible(agent: AgentPolicy, region: RegionId, reach: Reach, regions: Regions) -> bool:
    """Whether an agent may serve the customers of a region.

    Responsible is who covers the region, a larger one around it, or a part of it; with `reach.up`, of the
    region so many steps up the tree. Or who works near enough to the region's chief place. Who is not said to
    cover any region covers all.
    """
    if not agent.regions:
        return True
    way = way_up(regions, region)
    top = way[min(reach.up, len(way) - 1)] if reach.up is not None else None
    if top is None or any(own in way or top in way_up(regions, own) for own in agent.regions):
        return True
    place = regions[region].position
    if reach.within_km is None or place is None or agent.position is None:
        return False
    return agent.position.distance_km(place) <= reach.within_km


def region_of_postal_code(policy: Policy, code: str) -> RegionId | None:
    """Where a postal code is, if a region has it."""
    return region_at(policy.regions, code)


def region_of_number(policy: Policy, number: str) -> RegionId | None:
    """Where a telephone number is, by the longest beginning of it that a region has."""
    ways = (number[:length] for length in range(len(number), 0, -1))
    return next((policy.prefixes[way] for way in ways if way in policy.prefixes), None)
