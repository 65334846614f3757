"""Turns a checked company into the policy that the engine follows.

Pure: the same company, sounds and year give the same policy. The references are whole because the checker
has seen to it. Public holidays are computed for the given year and the two after it, so a policy has to be
compiled again at least every second year; `acd run` does so at every start.
"""

from collections.abc import Iterator, Mapping

from acd.company import schema
from acd.company.again import recognition_of
from acd.company.callbacks import dialling_of
from acd.company.flows import flow_of
from acd.company.geography import places_of
from acd.company.hours import closed_days, spans_of
from acd.company.messages import boxes_of
from acd.company.outside import line_agents, line_phones, line_queues
from acd.company.prompts import prompts_of, sounds_of
from acd.company.routing import (
    about_of,
    customers_of,
    levels_of,
    prefixes_of,
    queue_of,
    regions_of,
    rules_of,
    stand_ins_of,
)
from acd.company.staffing import own_needs, serves
from acd.model.hours import Hours
from acd.model.ids import AgentId, FlowId, PhoneId, PromptId, QueueId, RegionId
from acd.model.people import AgentPolicy, Failure, MissRule, OfferRules, Phone
from acd.model.policy import Did, Policy
from acd.model.region import Position

YEARS_AHEAD = 2
DAY_S = 86400.0


def policy_of(company: schema.Company, *, version: int, sounds: Mapping[PromptId, str], year: int) -> Policy:
    """The policy of a company that has passed the checker.

    `sounds` is the media of every prompt of `prompts_of`, such as ``sound:acd/3f9a…``; a prompt without one
    is a KeyError. `year` is the first one for which holidays are known.
    """
    prompts = prompts_of(company)
    places = places_of(company)
    regions = regions_of(company, places)
    years = range(year, year + YEARS_AHEAD + 1)
    hours = {name: _hours(company, entry, years) for name, entry in company.hours.items()}
    return Policy(
        version=version,
        company=company.company,
        timezone=company.timezone,
        dids={number: _did(company, number, did, hours) for number, did in company.numbers.items()},
        flows={FlowId(name): flow_of(name, flow) for name, flow in company.flows.items()},
        queues={
            **{QueueId(name): queue_of(name, queue) for name, queue in company.queues.items()},
            **{queue.id: queue for queue in line_queues(company)},
        },
        agents={agent.id: agent for agent in (*_agents(company, places), *line_agents(company))},
        phones={
            **{
                PhoneId(name): Phone(id=PhoneId(name), extension=phone.extension)
                for name, phone in company.phones.items()
            },
            **{phone.id: phone for phone in line_phones(company)},
        },
        prompts=prompts,
        sounds=sounds_of(company, sounds),
        not_ready_reasons=dict(company.not_ready_reasons),
        absence_reasons=dict(company.absence_reasons),
        rules=rules_of(company),
        head_start_cap_s=company.head_start_limit_s,
        stand_ins=stand_ins_of(company),
        overload=company.overload.occupancy,
        overload_wait_s=company.overload.waiting_over_s,
        dialling=dialling_of(company, hours),
        recognition=recognition_of(company),
        boxes=boxes_of(company),
        recordings_kept_s=company.recordings.keep_days * DAY_S,
        customers=customers_of(company, regions),
        regions=regions,
        prefixes=prefixes_of(company),
        offers=OfferRules(
            no_answer=_miss(company.offers.no_answer),
            rejected=_miss(company.offers.rejected),
            busy=_miss(company.offers.busy),
            unreachable=_miss(company.offers.unreachable),
            do_not_disturb=_miss(company.offers.do_not_disturb),
            forwarded=_miss(company.offers.forwarded),
            rest_s=company.offers.rest_s,
            temporarily_unavailable=Failure(company.offers.temporarily_unavailable),
            no_ringing_s=company.offers.no_ringing_s,
        ),
    )


def _miss(miss: schema.Miss) -> MissRule:
    return MissRule(
        most=miss.most or None,
        returns_after_s=miss.returns_after_s,
        returns_with_phone=miss.returns_with_phone,
    )


def _hours(company: schema.Company, hours: schema.Hours, years: range) -> Hours:
    spans = (span for days, times in hours.open.items() for span in spans_of(days, times))
    return Hours(
        timezone=hours.timezone or company.timezone,
        spans=tuple(sorted(spans, key=lambda span: (span.weekday, span.opens_min))),
        closed_on=closed_days(hours, years),
    )


def _did(company: schema.Company, number: str, did: schema.Number, hours: Mapping[str, Hours]) -> Did:
    return Did(
        number=number,
        name=did.name,
        flow=FlowId(did.flow),
        # Without hours nobody ever comes to the closed flow; the policy wants a whole reference all the same.
        closed_flow=FlowId(did.closed_flow or did.flow),
        hours=hours[did.hours] if did.hours is not None else None,
        language=did.language or company.languages[0],
        about=about_of(did),
    )


def _agents(company: schema.Company, places: Mapping[str, Position]) -> Iterator[AgentPolicy]:
    needs = {QueueId(name): own_needs(queue) for name, queue in company.queues.items()}
    for number, agent in company.agents.items():
        skills = levels_of(agent.skills)
        yield AgentPolicy(
            id=AgentId(number),
            name=agent.name,
            skills=skills,
            queues=frozenset(name for name, asked in needs.items() if serves(agent, skills, name, asked)),
            regions=frozenset(RegionId(region) for region in agent.regions),
            substitutes=tuple(AgentId(substitute) for substitute in agent.substitutes),
            position=places.get(agent.place or ""),
        )
