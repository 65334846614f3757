"""Metrics for Prometheus: counted from outcomes as they happen, and read off the floor when asked for."""

from collections import Counter as Tally
from collections.abc import Iterable

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from acd.model.contact import Queued
from acd.model.fact import (
    ContactEnded,
    OfferAnswered,
    OfferFailed,
    OfferOpened,
    OfferWithdrawn,
    Surprise,
)
from acd.model.outcome import Outcome
from acd.web.service import Health, Service

WAITS_S = (1, 2, 5, 10, 20, 30, 60, 120, 300, 600)
"""Upper bounds of the histogram of waits."""


class Metrics:
    """An observer of the loop, and the text that Prometheus reads."""

    def __init__(self, health: Health) -> None:
        """`health`: of the process, told from now on."""
        self._registry = CollectorRegistry()
        self._facts = Counter("acd_facts", "Facts concluded.", ["kind"], registry=self._registry)
        self._endings = Counter("acd_contacts_ended", "Contacts ended.", ["ending"], registry=self._registry)
        self._offers = Counter("acd_offers_closed", "Offers closed.", ["outcome"], registry=self._registry)
        self._surprises = Counter(
            "acd_surprises", "Messages that no table expects.", ["machine"], registry=self._registry
        )
        self._waits = Histogram(
            "acd_offer_wait_seconds",
            "Time in the queue until an offer was opened.",
            ["queue"],
            buckets=WAITS_S,
            registry=self._registry,
        )
        self._registry.register(_Process(health))

    def count(self, outcome: Outcome) -> None:
        """Count the facts of an outcome."""
        for fact in outcome.facts:
            self._facts.labels(type(fact).__name__).inc()
            match fact:
                case ContactEnded(ending=ending):
                    self._endings.labels(ending).inc()
                case OfferOpened(queue=queue, why=why):
                    self._waits.labels(queue).observe(why.waited_s)
                case OfferAnswered():
                    self._offers.labels("answered").inc()
                case OfferFailed(failure=failure):
                    self._offers.labels(failure).inc()
                case OfferWithdrawn():
                    self._offers.labels("withdrawn").inc()
                case Surprise(machine=machine):
                    self._surprises.labels(machine).inc()
                case _:
                    pass

    def watch(self, service: Service) -> None:
        """From now on tell how the floor stands, too: this process leads it."""
        self._registry.register(_Floor(service))

    def text(self) -> bytes:
        """Everything, in Prometheus' text format."""
        return generate_latest(self._registry)


class _Process(Collector):
    """What can be said of a process that leads and of one that does not."""

    def __init__(self, health: Health) -> None:
        self._health = health

    def collect(self) -> Iterable[Metric]:
        readiness = self._health.readiness()
        yield _gauge(
            "acd_leads", "Whether this process leads the floor; a stand-by does not.", readiness.leads
        )
        yield _gauge("acd_database_connected", "Whether the database answers.", readiness.database)


class _Floor(Collector):
    """Gauges, read at the moment Prometheus asks."""

    def __init__(self, service: Service) -> None:
        self._service = service

    def collect(self) -> Iterable[Metric]:
        view, readiness = self._service.view, self._service.readiness()
        contacts = [contact for contact in view.contacts() if contact.is_live]
        waiting = Tally(contact.place.queue for contact in contacts if isinstance(contact.place, Queued))
        callbacks = Tally(
            contact.place.queue
            for contact in contacts
            if isinstance(contact.place, Queued) and contact.is_held and not contact.has_left
        )
        messages = Tally(
            contact.place.queue
            for contact in contacts
            if isinstance(contact.place, Queued) and contact.has_left
        )
        agents = Tally(
            (str(agent.presence.__struct_config__.tag), str(agent.activity.__struct_config__.tag))
            for agent in view.agents()
        )
        yield _gauge("acd_contacts_live", "Contacts that are not over.", len(contacts))
        yield _gauge("acd_inbox_messages", "Messages that wait to be handled.", self._service.backlog)
        yield _gauge("acd_asterisk_connected", "Whether Asterisk hears us.", readiness.asterisk)
        yield _gauge("acd_phones_followed", "Whether phone states are told.", readiness.phones)
        queues = GaugeMetricFamily("acd_queue_waiting", "Contacts that wait.", labels=["queue"])
        for queue in view.policy.queues:
            queues.add_metric([queue], waiting[queue])
        yield queues
        calls = GaugeMetricFamily("acd_queue_callbacks", "Of those, to be called back.", labels=["queue"])
        for queue in view.policy.queues:
            calls.add_metric([queue], callbacks[queue])
        yield calls
        left = GaugeMetricFamily("acd_queue_messages", "Of those, messages that were left.", labels=["queue"])
        for queue in view.policy.queues:
            left.add_metric([queue], messages[queue])
        yield left
        people = GaugeMetricFamily("acd_agents", "Agents.", labels=["presence", "activity"])
        for (presence, activity), number in sorted(agents.items()):
            people.add_metric([presence, activity], number)
        yield people


def _gauge(name: str, meaning: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(name, meaning, value=float(value))
