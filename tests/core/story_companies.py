"""Companies for stories: the small one, each with one thing more."""

import msgspec

from acd.model.about import Rule, When
from acd.model.callback import CallbackRules, Dialling, Miss
from acd.model.flow import (
    Ask,
    CallBack,
    Choice,
    Enqueue,
    Flow,
    Hangup,
    KeepWaiting,
    Meaning,
    Menu,
    Node,
    Say,
    SwitchLanguage,
    Voicemail,
)
from acd.model.hours import Hours, every_day
from acd.model.ids import AgentId, FlowId, NodeId, PhoneId, PromptId, QueueId, SkillId
from acd.model.people import AgentPolicy, MissRule, OfferRules, Outside, Phone
from acd.model.policy import Customer, Did, Policy
from acd.model.queue import Announcement, Overflow, Personal, Queue, Ring, ToFlow, ToQueue, ToVoicemail
from acd.model.region import Region
from acd.model.spoken import in_language, number_in
from acd.model.voice_message import MessageBox
from tests.core.small_company import CLOSED, COUNTRY, NORTH, REPAIR, SALES, agent, company, need, queue
from tests.core.story_times import (
    by_day,
    elsewhere,
    one_at_a_time,
    trying_for_long,
    two_a_minute,
    until_evening,
)

SELLING = SkillId("sales")


def _with(sales: Queue, *people: AgentPolicy, **changes: object) -> Policy:
    """The small company with another queue for sales and, it may be, other people."""
    base = company()
    agents = base.agents | {person.id: person for person in people}
    return company(version=2, queues={SALES: sales, REPAIR: base.queues[REPAIR]}, agents=agents, **changes)


def rings() -> Policy:
    """Sales asks for level 6; after 20 s level 3 is enough, after 40 s repairs help out."""
    ladder = (
        Ring(opens_s=0.0),
        Ring(opens_s=20.0, lower={SELLING: 3}),
        Ring(opens_s=40.0, lower={SELLING: 3}, give_up=frozenset({SELLING}), also=(REPAIR,)),
    )
    return _with(msgspec.structs.replace(queue(SALES, sales=6), rings=ladder))


def one_person() -> Policy:
    """Bob looks after +361: that caller waits 10 s for him, 10 s for his substitute Joe, then for anybody."""
    sales = msgspec.structs.replace(queue(SALES, sales=1), personal=Personal(wait_s=10.0, substitutes_s=10.0))
    bob = agent("bob", SALES, REPAIR, sales=5, repair=7)
    return _with(
        sales,
        msgspec.structs.replace(bob, substitutes=(AgentId("joe"),)),
        agent("joe", SALES, REPAIR, sales=9, repair=4),
        customers={"+361": Customer(name="Mr First", owner=AgentId("bob"))},
    )


def busy() -> Policy:
    """As `one_person`, and whoever was busy for more than a tenth of the time has too much to do."""
    return msgspec.structs.replace(one_person(), overload=0.1)


def long_line() -> Policy:
    """As `one_person`, but for whom somebody has waited 6 s has too much to do. Bob looks after +362, too.
    After 14 s repairs help.
    """
    base = one_person()
    customers = base.customers | {"+362": Customer(name="Ms Second", owner=AgentId("bob"))}
    on = Overflow(waited_s=14.0, to=ToQueue(queue=REPAIR))
    sales = msgspec.structs.replace(base.queues[SALES], overflow=(on,))
    queues = base.queues | {SALES: sales}
    return msgspec.structs.replace(base, queues=queues, overload_wait_s=6.0, customers=customers)


def announcing() -> Policy:
    """Who waits for sales is told the place in the line after 5 s and every 20 s, after 10 s to be patient,
    and how long it will take after 25 s, or that nobody knows.
    """
    place, patience, wait, unsure = (PromptId(name) for name in ("place", "patience", "wait", "unsure"))
    said = (
        Announcement(prompt=place, after_s=5.0, every_s=20.0),
        Announcement(prompt=patience, after_s=10.0),
        Announcement(prompt=wait, after_s=25.0, if_unsure=unsure),
    )
    sounds = {
        place: "sound:you_are,{position:en}",
        in_language(place, "de"): "sound:sie_sind,{position:de}",
        patience: "sound:patience",
        wait: "sound:between,{low:en},sound:and,{high:en}",
        unsure: "sound:unsure",
        **{number_in(language, n): f"sound:{language}/{n}" for language in ("en", "de") for n in range(1, 4)},
    }
    base = company()
    return _with(
        msgspec.structs.replace(queue(SALES, sales=1), announcements=said),
        sounds=base.sounds | sounds,
        customers={"+499": Customer(name="Herr Neun", language="de")},
    )


def menu_while_waiting() -> Policy:
    """Who waits for sales may press 1 for repairs, 2 to hear the hours, 3 for an agent who speaks German, 9
    to hang up; other keys let it be spoken. After 60 s repairs help.
    """
    to = {"1": "repair", "2": "hours", "3": "german", "9": "bye"}
    needs = {"3": need(german=4)}
    nodes: dict[NodeId, Node] = {
        NodeId("ask"): Menu(
            prompt=PromptId("menu"),
            wrong_key=PromptId("wrong_key"),
            no_key=PromptId("no_key"),
            choices={key: Choice(next=NodeId(node), needs=needs.get(key, ())) for key, node in to.items()},
            wait_s=5.0,
            tries=1,
            otherwise=NodeId("on"),
        ),
        NodeId("repair"): Enqueue(queue=REPAIR),
        NodeId("german"): Enqueue(queue=SALES),
        NodeId("hours"): Say(prompt=PromptId("closed"), next=NodeId("on")),
        NodeId("on"): KeepWaiting(),
        NodeId("bye"): Hangup(),
    }
    menu = Flow(id=FlowId("meanwhile"), start=NodeId("ask"), nodes=nodes)
    base = company()
    on = Overflow(waited_s=60.0, to=ToQueue(queue=REPAIR))
    sales = msgspec.structs.replace(queue(SALES, sales=1), menu=menu.id, overflow=(on,))
    return _with(sales, flows=base.flows | {menu.id: menu})


def menu_everywhere() -> Policy:
    """As `menu_while_waiting`, in repair, too. After 10 s sales may ring somebody outside, as in `line_out`.
    Who has waited 60 s for sales hears that we are closed; after 30 s for repair one may leave a message.
    """
    menu, out = menu_while_waiting(), line_out()
    flow = menu.queues[SALES].menu
    regret = Overflow(waited_s=60.0, to=ToFlow(flow=CLOSED.id))
    message = Overflow(waited_s=30.0, to=ToVoicemail(box="100"))
    queues = {
        SALES: msgspec.structs.replace(out.queues[SALES], menu=flow, overflow=(regret,)),
        REPAIR: msgspec.structs.replace(out.queues[REPAIR], menu=flow, overflow=(message,)),
    }
    return msgspec.structs.replace(out, version=3, queues=queues, flows=menu.flows)


def wishes_while_waiting() -> Policy:
    """Who waits for sales may press 1 to hear the place in the line, or that nobody knows, 2 to be spoken to
    in German, which a rule asks an agent for, too, 3 the same and told so, 4 to leave a message, 5 to go to
    repair in German, 6 to hear the place in German, 7 how long it will take. After 10 s sales may ring
    somebody outside. The number 300 is for those who speak German from the beginning.
    """
    base, sounds = line_out(), announcing().sounds
    place, unsure, said = PromptId("place"), PromptId("unsure"), PromptId("menu")
    wait, soon = PromptId("wait"), PromptId("soon")
    to = {"1": "place", "2": "german", "3": "told", "4": "message", "5": "repair", "6": "platz", "7": "wait"}
    nodes: dict[NodeId, Node] = {
        NodeId("ask"): Menu(
            prompt=said,
            wrong_key=PromptId("wrong_key"),
            no_key=PromptId("no_key"),
            choices={key: Choice(next=NodeId(node)) for key, node in to.items()},
            wait_s=5.0,
            tries=1,
            otherwise=NodeId("on"),
        ),
        NodeId("place"): KeepWaiting(say=Announcement(prompt=place, after_s=0.0, if_unsure=unsure)),
        NodeId("wait"): KeepWaiting(
            say=Announcement(prompt=wait, after_s=0.0, if_soon=soon, if_unsure=unsure)
        ),
        NodeId("german"): SwitchLanguage(language="de", next=NodeId("on")),
        NodeId("told"): SwitchLanguage(language="de", next=NodeId("word")),
        NodeId("word"): Say(prompt=said, next=NodeId("on")),
        NodeId("message"): Voicemail(box="100"),
        NodeId("repair"): SwitchLanguage(language="de", next=NodeId("there")),
        NodeId("there"): Enqueue(queue=REPAIR),
        NodeId("platz"): SwitchLanguage(language="de", next=NodeId("place")),
        NodeId("on"): KeepWaiting(),
    }
    menu = Flow(id=FlowId("meanwhile"), start=NodeId("ask"), nodes=nodes)
    there: dict[NodeId, Node] = {name: nodes[name] for name in (NodeId("repair"), NodeId("there"))}
    german = Flow(id=FlowId("german"), start=NodeId("repair"), nodes=there)
    number = Did(number="300", name="Repair", flow=german.id, closed_flow=german.id)
    sales = msgspec.structs.replace(base.queues[SALES], menu=menu.id)
    rule = Rule(name="German", when=When(languages=frozenset({"de"})), needs=need(german=3))
    return msgspec.structs.replace(
        base,
        queues=base.queues | {SALES: sales},
        dids=base.dids | {number.number: number},
        flows=base.flows | {menu.id: menu, german.id: german},
        rules=(rule,),
        sounds=sounds | {in_language(said, "de"): "sound:menue", soon: "sound:at_once,{high:en}"},
    )


def scheduling() -> Policy:
    """As `calling_back`; a person who is asked for is waited for 10 s, and then so long that person or a
    substitute: Joe is that of Bob. Mr Late speaks German.
    """
    base = calling_back()
    sales = msgspec.structs.replace(
        base.queues[SALES], personal=Personal(wait_s=10.0, substitutes_s=10.0), rings=(Ring(opens_s=0.0),)
    )
    bob = msgspec.structs.replace(base.agents[AgentId("bob")], substitutes=(AgentId("joe"),))
    joe = agent("joe", SALES, REPAIR, sales=9, repair=4)
    return msgspec.structs.replace(
        base,
        queues=base.queues | {SALES: sales},
        agents=base.agents | {bob.id: bob, joe.id: joe},
        customers={"+436601111111": Customer(name="Mr Late", language="de")},
    )


def asking_when() -> Policy:
    """As `calling_back`, in Vienna, with 5 for a time that is keyed in and read back, and 6 for that time
    without a word. Customers are called from 8:00 to 20:00.
    """
    base = by_day(calling_back())
    menu, dialling = base.flows[FlowId("meanwhile")], base.dialling
    ask, call = menu.nodes[NodeId("ask")], menu.nodes[NodeId("call")]
    assert isinstance(ask, Menu)
    assert isinstance(call, CallBack)
    assert dialling is not None
    assert dialling.hours is not None
    when = Ask(
        prompt=PromptId("when"),
        unknown=PromptId("wrong_key"),
        no_key=PromptId("no_key"),
        means=Meaning.TIME,
        least=3,
        most=4,
        wait_s=5.0,
        tries=3,
        next=NodeId("read_back"),
        otherwise=NodeId("on"),
    )
    nodes = menu.nodes | {
        NodeId("ask"): msgspec.structs.replace(
            ask, choices=ask.choices | {"5": Choice(next=NodeId("when")), "6": Choice(next=NodeId("then"))}
        ),
        NodeId("when"): when,
        NodeId("read_back"): Say(prompt=PromptId("at"), next=NodeId("then")),
        NodeId("then"): msgspec.structs.replace(call, at_asked=True),
    }
    digits = {number_in("en", digit): f"sound:{digit}" for digit in range(10)}
    return msgspec.structs.replace(
        base,
        flows=base.flows | {menu.id: msgspec.structs.replace(menu, nodes=nodes)},
        sounds=base.sounds | digits | {PromptId("when"): "sound:when", PromptId("at"): "sound:at,{time:en}"},
        dialling=msgspec.structs.replace(
            dialling, hours=Hours(timezone="Europe/Vienna", spans=every_day(8 * 60, 20 * 60))
        ),
    )


def calling_back() -> Policy:
    """Who waits for sales may press 1 to be called back, and hears good-bye then; go on waiting, 2; go to
    repair, 3; or hang up, 9. It is tried again 60 s after no answer, and 300 s after another; 30 s after
    busy. After 10 s sales may ring somebody outside.
    """
    base = line_out()
    to = {"1": "call", "2": "on", "3": "repair", "9": "bye"}
    nodes: dict[NodeId, Node] = {
        NodeId("ask"): Menu(
            prompt=PromptId("menu"),
            wrong_key=PromptId("wrong_key"),
            no_key=PromptId("no_key"),
            choices={key: Choice(next=NodeId(node)) for key, node in to.items()},
            wait_s=5.0,
            tries=1,
            otherwise=NodeId("on"),
        ),
        NodeId("call"): CallBack(next=NodeId("thanks"), otherwise=NodeId("on")),
        NodeId("thanks"): Say(prompt=PromptId("goodbye"), next=NodeId("bye")),
        NodeId("repair"): Enqueue(queue=REPAIR),
        NodeId("bye"): Hangup(),
        NodeId("on"): KeepWaiting(),
    }
    menu = Flow(id=FlowId("meanwhile"), start=NodeId("ask"), nodes=nodes)
    retries = {
        Miss.NO_ANSWER: (60.0, 300.0),
        Miss.BUSY: (30.0,),
        Miss.UNKNOWN: (60.0,),
    }
    rules = CallbackRules(ring_s=20.0, expires_s=3600.0, retries=retries)
    sales = msgspec.structs.replace(base.queues[SALES], menu=menu.id, callback=rules)
    dialling = Dialling(
        trunk="out",
        caller_id="+431234",
        country="AT",
        countries=frozenset({"AT"}),
        no_ringing_s=10.0,
        briefing=PromptId("welcome"),
    )
    return msgspec.structs.replace(
        base, queues=base.queues | {SALES: sales}, flows=base.flows | {menu.id: menu}, dialling=dialling
    )


def calling_nobody() -> Policy:
    """As `calling_back`, but calls do not go out any more; nobody is tried again but for a number that nobody
    has, once.
    """
    base = calling_back()
    rules = CallbackRules(retries={Miss.INVALID: (60.0,)})
    sales = msgspec.structs.replace(base.queues[SALES], callback=rules)
    return msgspec.structs.replace(base, version=3, queues=base.queues | {SALES: sales}, dialling=None)


def calling_nobody_for_sales() -> Policy:
    """As `calling_back`, without a queue for sales."""
    base = calling_back()
    return msgspec.structs.replace(base, version=4, queues={REPAIR: base.queues[REPAIR]})


def leaving_messages() -> Policy:
    """As `calling_back`, but a message is left for sales with 4, and by who waits 600 s; box 100 is one of
    which messages are work for sales.
    """
    base = calling_back()
    box = MessageBox(
        box="100",
        queue=SALES,
        prompt=PromptId("goodbye"),
        briefing=PromptId("welcome"),
        outcomes={"1": "done", "9": "nothing to do"},
    )
    menu = base.flows[FlowId("meanwhile")]
    ask = menu.nodes[NodeId("ask")]
    assert isinstance(ask, Menu)
    ask = msgspec.structs.replace(ask, choices=ask.choices | {"4": Choice(next=NodeId("leave"))})
    nodes = menu.nodes | {NodeId("ask"): ask, NodeId("leave"): Voicemail(box="100")}
    ways = (Overflow(waited_s=600.0, to=ToVoicemail(box="100")),)
    sales = msgspec.structs.replace(base.queues[SALES], overflow=ways)
    return msgspec.structs.replace(
        base,
        version=5,
        boxes={"100": box},
        queues=base.queues | {SALES: sales},
        flows=base.flows | {menu.id: msgspec.structs.replace(menu, nodes=nodes)},
    )


def leaving_messages_unsaid() -> Policy:
    """As `leaving_messages`; but nothing is said to who leaves one, nor to the agent."""
    base = leaving_messages()
    sounds = {prompt: media for prompt, media in base.sounds.items() if prompt != PromptId("goodbye")}
    return msgspec.structs.replace(base, version=6, sounds=sounds)


def overflowing() -> Policy:
    """One may wait for sales; who waits 30 s may leave a message; if nobody is there, repairs help."""
    ways = (
        Overflow(longer_than=0, to=ToFlow(flow=CLOSED.id)),
        Overflow(nobody=True, to=ToQueue(queue=REPAIR)),
        Overflow(waited_s=30.0, to=ToVoicemail(box="100")),
    )
    return _with(msgspec.structs.replace(queue(SALES, sales=1), overflow=ways))


def line_out() -> Policy:
    """After 10 s sales may ring somebody outside, who proves with a key to be a person. Whoever calls again
    within a day gets the agent of the last talk.
    """
    base = company()
    night = msgspec.structs.replace(
        agent("night", QueueId("outside")),
        outside=Outside(phone=PhoneId("night"), prompt=PromptId("menu"), no_ringing_s=8.0),
    )
    line = Phone(id=PhoneId("night"), extension="", endpoint="+43@out")
    ladder = (Ring(opens_s=0.0), Ring(opens_s=10.0, also=(QueueId("outside"),)))
    return _with(
        msgspec.structs.replace(queue(SALES, sales=1), rings=ladder, personal=Personal(last_agent_s=86400.0)),
        night,
        phones=base.phones | {line.id: line},
    )


def valued() -> Policy:
    """Gold customers are served 700 s earlier, but nobody more than 600 s; who is in the country, and that is
    north, too, needs somebody who sells at level 6.
    """
    rules = (
        Rule(name="gold", when=When(customer_classes=frozenset({"gold"})), head_start_s=700.0),
        Rule(name="country", when=When(regions=frozenset({COUNTRY})), needs=need(sales=6)),
    )
    return company(
        version=2,
        rules=rules,
        head_start_cap_s=600.0,
        customers={
            "+361": Customer(name="Mr First", customer_class="gold"),
            "+362": Customer(name="Ms Second", region=NORTH),
        },
        regions={
            COUNTRY: Region(id=COUNTRY, name="Country"),
            NORTH: Region(id=NORTH, name="North", within=COUNTRY),
        },
    )


def hurried() -> Policy:
    """Who needs level 4 of repairing is served a minute earlier, and who needs German needs that level."""
    rules = (
        Rule(name="faults", when=When(needs=need(repair=4)), head_start_s=60.0),
        Rule(name="German faults", when=When(needs=need(german=1)), needs=need(repair=4)),
    )
    return company(version=2, rules=rules)


def in_circles() -> Policy:
    """Sales gives callers to repairs after 10 s, repairs to sales."""
    base = company()
    on = {SALES: REPAIR, REPAIR: SALES}
    queues = {
        name: msgspec.structs.replace(each, overflow=(Overflow(waited_s=10.0, to=ToQueue(queue=on[name])),))
        for name, each in base.queues.items()
    }
    return company(version=2, queues=queues)


def by_kind() -> Policy:
    """What comes of a miss goes by its kind."""
    rules = OfferRules(
        no_answer=MissRule(most=1, returns_after_s=60.0),
        rejected=MissRule(most=1),
        unreachable=MissRule(most=1, returns_with_phone=True),
        rest_s=5.0,
    )
    return company(version=2, offers=rules)


STORY_COMPANIES = {
    "rings": rings,
    "one_person": one_person,
    "busy": busy,
    "long_line": long_line,
    "announcing": announcing,
    "menu_while_waiting": menu_while_waiting,
    "menu_everywhere": menu_everywhere,
    "wishes_while_waiting": wishes_while_waiting,
    "calling_back": calling_back,
    "scheduling": scheduling,
    "asking_when": asking_when,
    "calling_nobody": calling_nobody,
    "calling_nobody_for_sales": calling_nobody_for_sales,
    "calling_by_day": lambda: by_day(calling_back()),
    "calling_until_evening": lambda: until_evening(calling_back()),
    "calling_another_country": lambda: elsewhere(calling_back()),
    "calling_one_at_a_time": lambda: one_at_a_time(calling_back()),
    "calling_two_a_minute": lambda: two_a_minute(calling_back()),
    "calling_patiently": lambda: trying_for_long(calling_back()),
    "leaving_messages": leaving_messages,
    "leaving_messages_unsaid": leaving_messages_unsaid,
    "overflowing": overflowing,
    "line_out": line_out,
    "by_kind": by_kind,
    "valued": valued,
    "in_circles": in_circles,
    "hurried": hurried,
}
"""By the name that stories use for them."""
