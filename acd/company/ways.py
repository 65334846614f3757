"""The ways of callers through flows and queues: with what needs, and calling about what, they come where.

Somebody comes to a queue by a node of a flow, or because another queue has sent him or her on. What the rules
add is settled there: of some of them it is sure whether they fit, of others it depends on who calls.
"""

from collections.abc import Iterator, Sequence

import msgspec

from acd.company import schema
from acd.company.mistake import Steps
from acd.company.routes import heard_while_waiting
from acd.company.routing import needs_of
from acd.model.ids import SkillId
from acd.model.needs import Needs, implies, joined, without

MOST_QUEUES = 50
"""So many queues are followed one after another."""

MOST_WAYS = 200
"""Different callers who are followed to one node; flows with more of them are not written by people."""


class Caller(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody on the way, as far as rules ask for it."""

    needs: Needs = ()
    """Gathered so far."""
    number: str | None = None
    """Dialled. None: not known, or no rule asks for anything that a number has."""
    product: str | None = None
    service: str | None = None


class Coming(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who comes to a queue."""

    queue: str
    caller: Caller
    steps: Steps
    """Where the file says so: a node, or an overflow."""
    came_by: tuple[str, ...] = ()
    """The queues that have sent him or her on; nobody is sent back to one of them."""


def coming(company: schema.Company) -> list[Coming]:
    """Everybody who can come to a queue, in the order in which they are found."""
    return list(_Search(company).found)


def asked_with_rules(company: schema.Company, come: Coming, base: Needs) -> Iterator[tuple[Steps, Needs]]:
    """What they need who come, `base` being what they do before any rule, and where the file says so: all of
    them, and those whom one rule more fits.
    """
    sure: list[schema.Rule] = []
    possible: list[tuple[int, schema.Rule]] = []
    for index, rule in enumerate(company.rules):
        fits = _fits(rule.when, come, company)
        if fits:
            sure.append(rule)
        elif fits is None:
            possible.append((index, rule))
    needs = _with_rules(base, sure)
    yield come.steps, needs
    for index, rule in possible:
        more = needs_of(rule.needs, rule.needs_one_of)
        if more and implies(needs, _when_needs(rule)):
            yield ("rules", index), _with_rules(joined(needs, more), sure)


def _with_rules(needs: Needs, rules: Sequence[schema.Rule]) -> Needs:
    """With what rules add that go by needs, also by those that others of them add."""
    while True:
        fitting = [rule for rule in rules if implies(needs, _when_needs(rule))]
        more = joined(needs, *(needs_of(rule.needs, rule.needs_one_of) for rule in fitting))
        if more == needs:
            return needs
        needs = more


def _when_needs(rule: schema.Rule) -> Needs:
    return needs_of(rule.when.needs, rule.when.needs_one_of)


def _fits(when: schema.When, come: Coming, company: schema.Company) -> bool | None:
    """Whether a rule fits, as far as it does not go by needs; None: it depends on who calls."""
    caller, did = come.caller, company.numbers.get(come.caller.number or "")
    known = ((when.queue, come.queue), (when.product, caller.product), (when.service, caller.service))
    if any(wanted and value not in wanted for wanted, value in known):
        return False
    if did is not None and when.number and caller.number not in when.number:
        return False
    customer_class = (did.customer_class or "") if did is not None else None
    language = (did.language or company.languages[0]) if did is not None and company.languages else None
    answers = [
        _fits_word(when.customer_class, customer_class, _classes(company)),
        _fits_word(when.language, language, _languages(company)),
        None if when.region or (when.number and did is None) else True,
    ]
    if False in answers:
        return False
    return None if None in answers else True


def _fits_word(wanted: Sequence[str], of_number: str | None, of_customers: set[str]) -> bool | None:
    """Whether a class or language is one of those wanted; a customer's record or a key may say otherwise."""
    if not wanted or (of_number in wanted and of_customers <= set(wanted)):
        return True
    return None if of_number in {None, *wanted} or of_customers & set(wanted) else False


def _classes(company: schema.Company) -> set[str]:
    return {each.customer_class for each in company.customers.values() if each.customer_class is not None}


def _languages(company: schema.Company) -> set[str]:
    """What callers may speak, whatever number they have dialled."""
    nodes = (node for flow in company.flows.values() for node in flow.nodes.values())
    chosen = {node.language for node in nodes if isinstance(node, schema.SwitchLanguage)}
    return chosen | {each.language for each in company.customers.values() if each.language is not None}


def classes_given(company: schema.Company) -> set[str]:
    """The customer classes that some caller can have."""
    numbers = {did.customer_class for did in company.numbers.values() if did.customer_class is not None}
    return numbers | _classes(company)


class _Search:
    """Follows everybody; whom it has met at a place already it does not follow again."""

    def __init__(self, company: schema.Company) -> None:
        self._company = company
        self._by_number = any(
            rule.when.number or rule.when.customer_class or rule.when.language for rule in company.rules
        )
        self._by_topic = any(rule.when.product or rule.when.service for rule in company.rules)
        self._met: dict[Steps, set[Caller]] = {}
        self._to_do: list[tuple[str, str, Caller]] = []
        self._to_wait: list[Coming] = []
        self.found: list[Coming] = []
        for number, did in company.numbers.items():
            caller = self._told(Caller(number=number if self._by_number else None), did.product, did.service)
            for flow in {did.flow: None, did.closed_flow: None}:
                self._enter(flow, caller)
        self._follow()
        for flow in company.flows:  # those to which no number leads
            if ("flows", flow, "nodes", company.flows[flow].start) not in self._met:
                self._enter(flow, Caller())
        self._follow()

    def _enter(self, flow: str | None, caller: Caller) -> None:
        if flow is not None and flow in self._company.flows:
            self._meet(flow, self._company.flows[flow].start, caller)

    def _is_new(self, steps: Steps, caller: Caller) -> bool:
        met = self._met.setdefault(steps, set())
        if caller in met or len(met) >= MOST_WAYS:
            return False
        met.add(caller)
        return True

    def _meet(self, flow: str, node: str, caller: Caller) -> None:
        if self._is_new(("flows", flow, "nodes", node), caller):
            self._to_do.append((flow, node, caller))

    def _follow(self) -> None:
        while self._to_do or self._to_wait:
            if self._to_wait:
                self._wait(self._to_wait.pop())
            else:
                self._go_on(*self._to_do.pop())

    def _go_on(self, flow: str, name: str, caller: Caller) -> None:
        node = self._company.flows[flow].nodes.get(name)
        match node:
            case schema.Enqueue():
                kept = without(caller.needs, frozenset(SkillId(skill) for skill in node.drop))
                needs = joined(kept, needs_of(node.needs, node.needs_one_of))
                further = msgspec.structs.replace(caller, needs=needs)
                here = ("flows", flow, "nodes", name)
                self._to_wait.append(Coming(queue=node.queue, caller=further, steps=here))
            case schema.CallBack(queue=str() as queue):
                here = ("flows", flow, "nodes", name)
                self._to_wait.append(Coming(queue=queue, caller=caller, steps=here))
                for target, further in self._leads(node, caller):
                    self._meet(flow, target, further)
            case schema.Voicemail():
                self._leave_message(node.box, caller, ("flows", flow, "nodes", name, "box"))
            case None | schema.KeepWaiting() | schema.StartOver() | schema.Hangup():
                pass
            case _:
                for target, further in self._leads(node, caller):
                    self._meet(flow, target, further)

    def _leave_message(self, number: str | None, caller: Caller, steps: Steps) -> None:
        """A message that goes into a line is somebody who comes there."""
        box = self._company.voicemail.get(number or "")
        if box is None or box.messages is None:
            return
        further = msgspec.structs.replace(caller, needs=joined(caller.needs, needs_of(box.messages.needs)))
        self._to_wait.append(Coming(queue=box.messages.queue, caller=further, steps=steps))

    def _leads(
        self,
        node: schema.Say
        | schema.SwitchLanguage
        | schema.CallBack
        | schema.RecordNote
        | schema.TakePlace
        | schema.DeclineCallback
        | schema.Menu
        | schema.Ask,
        caller: Caller,
    ) -> Iterator[tuple[str, Caller]]:
        """Where a node leads to, and who goes on there."""
        match node:
            case schema.SwitchLanguage():
                yield node.next, caller
            case schema.Say():
                yield node.next, caller
                if node.without_number is not None:
                    yield node.without_number, caller
            case schema.Ask() | schema.CallBack() | schema.RecordNote() | schema.DeclineCallback():
                yield node.next, caller
                yield node.otherwise, caller
            case schema.TakePlace():
                yield node.otherwise, caller
            case schema.Menu():
                for choice in node.choices.values():
                    needs = joined(caller.needs, needs_of(choice.needs, choice.needs_one_of))
                    further = msgspec.structs.replace(caller, needs=needs)
                    yield choice.next, self._told(further, choice.product, choice.service)
                yield node.otherwise, caller
                if node.without_number is not None:
                    yield node.without_number, caller

    def _told(self, caller: Caller, product: str | None, service: str | None) -> Caller:
        if not self._by_topic:
            return caller
        return msgspec.structs.replace(
            caller, product=product or caller.product, service=service or caller.service
        )

    def _wait(self, come: Coming) -> None:
        """In a queue, and on from there."""
        queue = self._company.queues.get(come.queue)
        if queue is None or not self._is_new((come.queue, *come.steps), come.caller):
            return
        self.found.append(come)
        for flow in heard_while_waiting(queue):
            self._enter(flow, come.caller)
        for index, way in enumerate(queue.overflow):
            self._enter(way.to_flow, come.caller)
            self._leave_message(way.to_voicemail, come.caller, ("queues", come.queue, "overflow", index))
            came_by = (*come.came_by, come.queue)
            if way.to_queue is not None and way.to_queue not in came_by and len(came_by) < MOST_QUEUES:
                here = ("queues", come.queue, "overflow", index)
                further = Coming(queue=way.to_queue, caller=come.caller, steps=here, came_by=came_by)
                self._to_wait.append(further)
