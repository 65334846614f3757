"""The checks of rules, and of what numbers and keys say that callers want."""

from collections.abc import Iterable, Iterator

from acd.company import schema
from acd.company.findings import Findings
from acd.company.mistake import Steps
from acd.company.routes import check_needs
from acd.company.ways import classes_given

TOPICS = (("product", "products"), ("service", "services"))


def check_rules(findings: Findings) -> None:
    """All of them."""
    company = findings.company
    for number, did in company.numbers.items():
        here: Steps = ("numbers", number)
        _refer_topic(findings, did, here)
        findings.refer("customer_classes", did.customer_class, (*here, "customer_class"))
        findings.refer("regions", did.region, (*here, "region"))
    for name, flow in company.flows.items():
        for node_name, node in flow.nodes.items():
            if isinstance(node, schema.Menu):
                for key, choice in node.choices.items():
                    _refer_topic(findings, choice, ("flows", name, "nodes", node_name, "choices", key))
    for index, rule in enumerate(company.rules):
        _check_rule(findings, rule, ("rules", index))
        _check_head_start(findings, rule, ("rules", index))
    for name, queue in company.queues.items():
        _check_head_start(findings, queue, ("queues", name))


def _check_head_start(findings: Findings, given: schema.Rule | schema.Queue, here: Steps) -> None:
    """One that is longer than all of a caller's together may be is cut, which its author would not notice."""
    limit_s = findings.company.head_start_limit_s
    if given.head_start_s > limit_s and findings.whole("head_start_limit_s"):
        findings.warn(
            (*here, "head_start_s"),
            f"is cut to {limit_s:g}: all head starts of a caller together come to no more",
            "write less here, or more in head_start_limit_s",
        )


def _refer_topic(findings: Findings, told: schema.Number | schema.Choice, here: Steps) -> None:
    findings.refer("products", told.product, (*here, "product"))
    findings.refer("services", told.service, (*here, "service"))


def _check_rule(findings: Findings, rule: schema.Rule, here: Steps) -> None:
    company, when = findings.company, rule.when
    check_needs(findings, rule, here)
    findings.refer_keys("skills", rule.wishes, (*here, "wishes"))
    findings.refer_all("numbers", when.number, (*here, "when", "number"))
    findings.refer_all("products", when.product, (*here, "when", "product"))
    findings.refer_all("services", when.service, (*here, "when", "service"))
    findings.refer_all("customer_classes", when.customer_class, (*here, "when", "customer_class"))
    findings.refer_all("regions", when.region, (*here, "when", "region"))
    findings.refer_all("queues", when.queue, (*here, "when", "queue"))
    check_needs(findings, when, (*here, "when"))
    for index, language in enumerate(when.language):
        findings.speak(language, (*here, "when", "language", index))
    if not findings.whole(*here):
        return
    _check_when_needs(findings, rule, here)
    if not (rule.needs or rule.needs_one_of or rule.wishes or rule.head_start_s):
        findings.warn(here, "the rule changes nothing", "add needs, wishes or head_start_s, or remove it")
    if not all(findings.whole(section) for section in ("numbers", "flows", "customers")):
        return
    for field, section in TOPICS:
        wanted: tuple[str, ...] = getattr(when, field)
        if wanted and not _topics_told(company, field) & set(wanted):
            findings.warn(
                (*here, "when", field),
                "no number and no key of a menu says that callers want this, so the rule fits nobody",
                f"add `{field}` where they say so; the names stand under {section}",
            )
    if when.customer_class and not classes_given(company) & set(when.customer_class):
        findings.warn(
            (*here, "when", "customer_class"),
            "no customer and no number has this class, so the rule fits nobody",
            "add customer_class to customers, or to a number",
        )


def _check_when_needs(findings: Findings, rule: schema.Rule, here: Steps) -> None:
    """What a rule goes by something else must ask for."""
    company = findings.company
    if not all(findings.whole(section) for section in ("skills", "flows", "queues", "rules")):
        return
    asked = _levels_asked([*_asking(company), *(other for other in company.rules if other is not rule)])

    def is_asked(skill: str, level: int) -> bool:
        return level <= asked.get(skill, 0) or skill not in company.skills

    when = rule.when
    never: list[Steps] = [
        ("needs", skill) for skill, level in when.needs.items() if not is_asked(skill, level)
    ]
    never += [
        ("needs_one_of", index)
        for index, needs in enumerate(when.needs_one_of)
        if needs and not any(is_asked(skill, level) for skill, level in needs.items())
    ]
    for way in never:
        findings.warn(
            (*here, "when", *way),
            "no key, flow, queue or other rule asks for so much, so the rule fits nobody",
            "add it to `needs` where callers say so, or write a lower level",
        )


def _asking(company: schema.Company) -> Iterator[schema.Choice | schema.Enqueue | schema.Queue]:
    """All that asks for skills, but rules."""
    yield from company.queues.values()
    for flow in company.flows.values():
        for node in flow.nodes.values():
            match node:
                case schema.Menu():
                    yield from node.choices.values()
                case schema.Enqueue():
                    yield node
                case _:
                    pass


def _levels_asked(
    asking: Iterable[schema.Choice | schema.Enqueue | schema.Queue | schema.Rule],
) -> dict[str, int]:
    """The highest level of each skill that any of them asks for."""
    levels: dict[str, int] = {}
    for one in asking:
        for needs in (one.needs, *one.needs_one_of):
            for skill, level in needs.items():
                levels[skill] = max(level, levels.get(skill, 0))
    return levels


def _topics_told(company: schema.Company, field: str) -> set[str]:
    numbers = {getattr(did, field) for did in company.numbers.values()}
    menus = (
        node
        for flow in company.flows.values()
        for node in flow.nodes.values()
        if isinstance(node, schema.Menu)
    )
    return numbers | {getattr(choice, field) for menu in menus for choice in menu.choices.values()}
