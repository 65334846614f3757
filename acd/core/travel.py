"""Travel: how a journey goes from node to node. The steps that menus and questions share; no machine.

One prompt at a time: whatever speaks next cuts short what is being spoken.
"""

import msgspec

from acd.core.callback_number import callback_number, instead_of, is_settled, number_missing, with_number
from acd.core.calling_times import may_call_at, moment_of
from acd.core.machine import Step
from acd.core.recognising import (
    appointment_to_take,
    awaited,
    brought_forward,
    declined,
    line_to_outlast,
    place_to_take,
    taken,
)
from acd.core.view import View
from acd.model.about import About
from acd.model.again import Recognised
from acd.model.command import DropRecording, Play, StopPlayback
from acd.model.contact import Contact, Dictating, Listening, OnTheWay, Queued, Speaking, Travelled
from acd.model.fact import (
    CallbackAgreed,
    DigitsMistaken,
    Fact,
    FlowEnded,
    KeyMissed,
    KeyMistaken,
    LanguageChosen,
    MessageChosen,
    NumberSettled,
    PromptBegan,
    QueueChosen,
    StartedAnew,
    VoicemailChosen,
    WaitGoesOn,
)
from acd.model.flow import (
    Ask,
    CallBack,
    DeclineCallback,
    Enqueue,
    Hangup,
    KeepWaiting,
    Menu,
    Node,
    RecordNote,
    Say,
    StartOver,
    SwitchLanguage,
    TakePlace,
    Voicemail,
)
from acd.model.ids import FlowId, NodeId, PromptId, playback_of
from acd.model.needs import Needs, joined, without
from acd.model.policy import Policy
from acd.model.spoken import in_tongue

TONE = "sound:beep"
"""After it a caller speaks."""


def node_of(state: OnTheWay, view: View) -> Node:
    """Where the contact is. A version stays as it is for those who have set out under it."""
    return view.policy_at(state.version).flows[state.flow].nodes[state.node]


def begin(
    contact: Contact, flow: FlowId, policy: Policy, view: View, *, needs: Needs, about: About
) -> Step[Speaking | Travelled]:
    """Enter a flow of this version at its first node."""
    gate = at_start(contact, flow, policy, needs=needs, about=about)
    return enter(contact, gate, gate.node, view)


def at_start(contact: Contact, flow: FlowId, policy: Policy, *, needs: Needs, about: About) -> Listening:
    """Before the first node of a flow of this version."""
    return Listening(
        version=policy.version,
        flow=flow,
        node=policy.flows[flow].start,
        tries=0,
        turn=contact.journey.turn,
        needs=needs,
        about=about,
        until=0.0,
    )


def speak(
    contact: Contact,
    at: Speaking | Listening,
    prompt: PromptId,
    view: View,
    facts: tuple[Fact, ...] = (),
    *,
    tries: int,
    then_menu: bool = False,
) -> Step[Speaking]:
    """Speak a prompt of the node that the journey is `at`; a prompt in progress is cut. Before something is
    recorded the tone follows.
    """
    turn = at.turn + 1
    state = Speaking(
        version=at.version,
        flow=at.flow,
        node=at.node,
        tries=tries,
        turn=turn,
        needs=at.needs,
        about=at.about,
        playback=playback_of(contact.id, turn),
        then_menu=then_menu,
    )
    media = in_tongue(view.policy_at(at.version).sounds, prompt, contact.language)
    assert media is not None
    media = with_number(media, contact, at.version, at.about, view)
    if isinstance(node_of(at, view), RecordNote):
        media = f"{media},{TONE}"
    return Step(
        state,
        facts=(*facts, PromptBegan(contact=contact.id, node=at.node, prompt=prompt)),
        commands=(*cut(at), Play(leg=contact.customer_leg, playback=state.playback, media=media)),
    )


def cut(at: OnTheWay) -> tuple[StopPlayback | DropRecording, ...]:
    """Silence the prompt in progress, if there is one; or record no more."""
    match at:
        case Speaking(playback=playback):
            return (StopPlayback(playback=playback),)
        case Dictating(recording=recording):
            return (DropRecording(recording=recording),)
        case Listening():
            return ()


def listen(at: OnTheWay, until: float, digits: str = "") -> Listening:
    """Wait for a key; `digits` have been typed already."""
    return Listening(
        version=at.version,
        flow=at.flow,
        node=at.node,
        tries=at.tries,
        turn=at.turn,
        needs=at.needs,
        about=at.about,
        digits=digits,
        until=until,
    )


def enter(
    contact: Contact,
    at: Speaking | Listening,
    node: NodeId,
    view: View,
    facts: tuple[Fact, ...] = (),
) -> Step[Speaking | Travelled]:
    """Go to a node of the flow and do what it says."""
    there = msgspec.structs.replace(at, node=node)
    here = node_of(there, view)
    instead = instead_of(here, contact, at.about, view)
    if instead is not None:
        return enter(contact, at, instead, view, (*facts, *number_missing(node, contact, at.about, view)))
    match here:
        case Say(prompt=prompt) | RecordNote(prompt=prompt):
            return speak(contact, there, prompt, view, facts, tries=0)
        case Ask(otherwise=otherwise) as ask if is_settled(ask, at.about):
            settled = NumberSettled(contact=contact.id, node=node)
            return enter(contact, there, otherwise, view, (*facts, settled))
        case Menu(prompt=prompt) | Ask(prompt=prompt):
            return speak(contact, there, prompt, view, facts, tries=1)
        case Enqueue(queue=queue, needs=more, instead_of=given_up):
            needs = joined(without(at.needs, given_up), more)
            chosen = QueueChosen(contact=contact.id, queue=queue, needs=needs, about=at.about)
            return Step(Travelled(turn=at.turn), facts=(*facts, chosen), commands=cut(at))
        case KeepWaiting(say=say) if isinstance(contact.place, Queued):
            goes_on = WaitGoesOn(contact=contact.id, say=say)
            return Step(Travelled(turn=at.turn), facts=(*facts, goes_on), commands=cut(at))
        case SwitchLanguage(language=language, next=following):
            chosen_language = LanguageChosen(contact=contact.id, language=language)
            spoken_to = msgspec.structs.replace(contact, language=language)
            return enter(spoken_to, there, following, view, (*facts, chosen_language))
        case CallBack() as call_back:
            return _call_back(contact, there, call_back, view, facts)
        case TakePlace() | DeclineCallback() | StartOver() as choice:
            return _choose(contact, there, choice, view, facts)
        case Voicemail(box=box) if box in view.policy.boxes:
            left = MessageChosen(contact=contact.id, box=box, needs=at.needs, about=at.about)
            return Step(Travelled(turn=at.turn), facts=(*facts, left), commands=cut(at))
        case Voicemail(box=box):
            message = VoicemailChosen(contact=contact.id, box=box)
            return Step(Travelled(turn=at.turn), facts=(*facts, message), commands=cut(at))
        case Hangup() | KeepWaiting():
            ended = FlowEnded(contact=contact.id, node=node)
            return Step(Travelled(turn=at.turn), facts=(*facts, ended), commands=cut(at))


def _choose(
    contact: Contact,
    at: Speaking | Listening,
    choice: TakePlace | DeclineCallback | StartOver,
    view: View,
    facts: tuple[Fact, ...],
) -> Step[Speaking | Travelled]:
    """What becomes of the place that the caller has already, from an earlier call."""
    match choice:
        case TakePlace(otherwise=otherwise):
            resumed = _taking(contact, at.needs, view)
            if not resumed:
                return enter(contact, at, otherwise, view, facts)
            return Step(Travelled(turn=at.turn), facts=(*facts, *resumed), commands=cut(at))
        case DeclineCallback(next=following, otherwise=otherwise):
            cancelled = declined(contact, view)
            return enter(contact, at, following if cancelled else otherwise, view, (*facts, *cancelled))
        case StartOver():
            return _start_over(contact, at, view, facts)


def _taking(contact: Contact, needs: Needs, view: View) -> tuple[Fact, ...]:
    """What follows from waiting on this line: in the place that is held; or, if that one is to be called at a
    moment to come, or waits on another line still, in a place of now. Nothing: it is too late for all of it.
    """
    held, agreed = place_to_take(contact, view), appointment_to_take(contact, view)
    if held is not None:
        return taken(contact, held, needs)
    if agreed is not None:
        return brought_forward(contact, agreed, needs)
    ahead = line_to_outlast(contact, view)
    return awaited(contact, ahead, needs) if ahead is not None else ()


def _start_over(
    contact: Contact, at: Speaking | Listening, view: View, facts: tuple[Fact, ...]
) -> Step[Speaking | Travelled]:
    """Where the number leads, with nothing but what was known at the beginning and has been told since."""
    again = contact.again
    assert isinstance(again, Recognised)
    anew = StartedAnew(contact=contact.id, earlier=again.earlier)
    start = view.policy_at(at.version).flows[again.flow].start
    gate = msgspec.structs.replace(at, flow=again.flow, node=start)
    return enter(contact, gate, start, view, (*facts, anew))


def _call_back(
    contact: Contact, at: Speaking | Listening, node: CallBack, view: View, facts: tuple[Fact, ...]
) -> Step[Speaking | Travelled]:
    """Agree on it and say so; or go on if it cannot be."""
    agreed = agreement(contact, at, node, view)
    if not agreed:
        missing = number_missing(at.node, contact, at.about, view)
        return enter(contact, at, node.otherwise, view, (*facts, *missing))
    return enter(contact, at, node.next, view, (*facts, *agreed))


def agreement(contact: Contact, at: OnTheWay, node: CallBack, view: View) -> tuple[Fact, ...]:
    """What follows from asking to be called back, with the place that the contact has or takes now. Nothing:
    it cannot be.
    """
    stands_in = contact.place.queue if isinstance(contact.place, Queued) else None
    queue = node.queue or stands_in
    number = callback_number(contact, at.about, view)
    if queue is None or number is None or view.queue(queue, contact.policy_version).callback is None:
        return ()
    if may_call_at(number, node.between, view.policy.dialling, contact.arrived_at) is None:
        return ()
    not_before = _chosen(node, number, at.about, view)
    if node.at_asked and not_before is None:
        return ()
    chosen: tuple[Fact, ...] = ()
    if queue != stands_in:
        to = QueueChosen(contact=contact.id, queue=queue, needs=at.needs, about=at.about, to_be_called=True)
        chosen = (to,)
    agreed = CallbackAgreed(contact=contact.id, number=number, between=node.between, not_before=not_before)
    return (*chosen, agreed)


def _chosen(node: CallBack, number: str, about: About, view: View) -> float | None:
    """The moment that the caller has chosen, where the node goes by it and customers are called then."""
    dialling = view.policy.dialling
    if not node.at_asked or about.call_at is None or dialling is None:
        return None
    moment = moment_of(about.call_at, number, dialling)
    is_open = moment is not None and may_call_at(number, None, dialling, moment) == moment
    return moment if is_open else None


def try_again(
    contact: Contact,
    state: Speaking | Listening,
    node: Menu | Ask,
    fact: KeyMistaken | DigitsMistaken | KeyMissed,
    view: View,
) -> Step[Speaking | Travelled]:
    """Say what was wrong, and then the node's prompt once more; or go where it says after all its tries."""
    if state.tries >= node.tries:
        return enter(contact, state, node.otherwise, view, (fact,))
    wrong = node.wrong_key if isinstance(node, Menu) else node.unknown
    remark = node.no_key if isinstance(fact, KeyMissed) else wrong
    return speak(contact, state, remark, view, (fact,), tries=state.tries, then_menu=True)
