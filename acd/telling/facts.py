"""Every fact as a sentence. mypy proves that none is forgotten."""

from acd.model.callback import GivenUp, Miss, PutOff
from acd.model.contact import Ending
from acd.model.fact import (
    AgentBecameNotReady,
    AgentBecameReady,
    AgentLoggedIn,
    AgentLoggedOut,
    AgentOverloaded,
    AgentRelieved,
    AgentReturned,
    Announced,
    CallbackAgreed,
    CallbackBroughtForward,
    CallbackFellDue,
    CallbackGivenUp,
    CallbackProposed,
    CallbackPutOff,
    CallbackScheduled,
    CallPassedOn,
    CallPickedUp,
    ContactArrived,
    ContactEnded,
    CustomerDialled,
    CustomerMissed,
    CustomerParted,
    CustomerReached,
    CustomerWanted,
    DeskTaken,
    DigitsMistaken,
    DigitsTaken,
    Fact,
    FlowEnded,
    IncidentTold,
    KeyMissed,
    KeyMistaken,
    KeyTaken,
    LanguageChosen,
    LegAppeared,
    LegCameUp,
    LegEnded,
    LegStartedRinging,
    MachineHeard,
    MenuOpened,
    NobodyFound,
    NumberEntered,
    NumberMissing,
    NumberSettled,
    NumberUnknown,
    OfAgent,
    OfCallback,
    OfferAnswered,
    OfferFailed,
    OfferOpened,
    OfferRang,
    OfferWithdrawn,
    OfJourney,
    OfLeg,
    OfOffer,
    OfOverlay,
    OfPlace,
    OfPreview,
    OfService,
    OfTalk,
    OfVoiceMessage,
    OfVoiceNote,
    Overflowed,
    OverlayBegan,
    OverlayEnded,
    OverlayEndMoved,
    PersonBack,
    PersonGivenUp,
    PersonWanted,
    PlaceAmended,
    PlaceAwaited,
    PlaceInherited,
    PlaceKept,
    PlaceMoved,
    PlacePassedOn,
    PlaceRestored,
    PlaceResumed,
    PlaceTaken,
    PolicyChanged,
    PromptBegan,
    PromptFailed,
    QueueChosen,
    RingOpened,
    StartedAnew,
    Surprise,
    TalkBegan,
    TalkEnded,
    TalkFailed,
    TalkJoined,
    VoicemailChosen,
    WaitEnded,
    WaitGoesOn,
    WaitPromised,
    WrapUpBegan,
    WrapUpEnded,
)
from acd.model.leg import Side
from acd.model.overlay import Absence, Incident, Refusal
from acd.model.people import Failure
from acd.model.promise import WaitEnd
from acd.model.queue import Excess
from acd.telling.amounts import clock, moment, seconds, time_of_day
from acd.telling.names import Names
from acd.telling.numbers import NEVER_CALLED
from acd.telling.phrases import away, destination, head_starts, levels, meant_for
from acd.telling.preview import preview
from acd.telling.promises import expected_wait
from acd.telling.voice_messages import voice_message
from acd.telling.voice_notes import voice_note

OfKeys = KeyTaken | KeyMistaken | KeyMissed | DigitsTaken | DigitsMistaken
OfNumber = NumberEntered | NumberMissing | NumberSettled
OfWish = MenuOpened | WaitGoesOn | LanguageChosen | VoicemailChosen
OfPassing = PlaceResumed | PlaceAwaited | PlaceInherited | PlacePassedOn
OfStage = PlaceMoved | IncidentTold | Overflowed | PersonGivenUp | PersonBack | RingOpened

LINES = OfLeg
"""What only telephones care about."""

ENDINGS = {
    Ending.SERVED: "The call is over, and was served.",
    Ending.ABANDONED: "The caller hung up while waiting: abandoned.",
    Ending.LEFT_IN_MENU: "The caller hung up before entering a queue.",
    Ending.FLOW_ENDED: "The call is over: the flow said good-bye.",
    Ending.VOICEMAIL: "The call went to a voicemail box.",
    Ending.NO_MESSAGE: "The call is over: the caller has left no message.",
    Ending.LEFT_AGAIN: "The customer was called back, and left the line while waiting there: abandoned.",
    Ending.UNREACHED: "The customer should have been called back, and was not reached.",
    Ending.CANCELLED: "The callback was cancelled.",
    Ending.WITHDRAWN: "The customer rang in, and went on waiting there: nobody had to be called back.",
    Ending.HANDLED: "The message was listened to and closed.",
    Ending.UNCLOSED: "The message was listened to, and nobody has closed it.",
    Ending.LOST: "The call is over; it vanished while Asterisk or the service was restarted.",
}
FAILURES = {
    Failure.NO_ANSWER: "did not answer in time",
    Failure.REJECTED: "rejected the call",
    Failure.BUSY: "was busy",
    Failure.UNREACHABLE: "was unreachable: the phone did not ring",
    Failure.DO_NOT_DISTURB: "did not want to be disturbed, says the phone",
    Failure.FORWARDED: "had the phone forwarded, which is not followed",
}
WITHDRAWALS = {
    "caller_left": "the caller left",
    "rang_in": "the customer has rung in, and waits there now",
    "cancelled": "the callback was cancelled",
    "given_up": "the customer is not called any more",
    "chosen_anew": "the caller asks for something else",
    "put_off": "the customer is not to be called just now",
    "agent_left": "the agent wanted no more calls",
    "interrupted": "it was interrupted, through no fault of the agent",
}


def sentence(fact: Fact, names: Names) -> str:
    """What happened, in one plain sentence; `because` has the reasons of an offer."""
    if isinstance(fact, OfJourney):
        return _journey(fact, names)
    if isinstance(fact, OfPlace):
        return _place(fact, names)
    if isinstance(fact, OfCallback):
        return _callback(fact, names)
    if isinstance(fact, OfPreview):
        return preview(fact, names)
    if isinstance(fact, OfVoiceMessage):
        return voice_message(fact, names)
    if isinstance(fact, OfVoiceNote):
        return voice_note(fact, names)
    if isinstance(fact, OfTalk):
        return _talk(fact, names)
    if isinstance(fact, OfOffer):
        return _offer(fact, names)
    if isinstance(fact, OfLeg):
        return _leg(fact)
    if isinstance(fact, OfAgent):
        return _agent(fact, names)
    if isinstance(fact, OfOverlay):
        return _overlay(fact, names)
    return _service(fact)


def _journey(fact: OfJourney, names: Names) -> str:
    match fact:
        case ContactArrived():
            return _arrived(fact)
        case StartedAnew():
            return "The caller begins anew."
        case NumberUnknown(did=did):
            return f"A call to {did}, which is not a number of ours, was turned away."
        case PromptBegan(prompt=prompt, node=node):
            return f"The caller hears “{prompt}” ({node})."
        case PromptFailed(node=node):
            return f"A prompt could not be played ({node}); the journey goes on."
        case MenuOpened() | WaitGoesOn() | LanguageChosen() | VoicemailChosen():
            return _wish(fact)
        case KeyTaken() | KeyMistaken() | KeyMissed() | DigitsTaken() | DigitsMistaken():
            return _keys(fact)
        case NumberEntered() | NumberMissing() | NumberSettled():
            return _number(fact)
        case QueueChosen(queue=queue):
            return f"The way leads to {names.queue(queue)}."
        case FlowEnded(node=node):
            return f"The way leads to good-bye ({node})."
        case CallPassedOn(box=box):
            return f"The call goes to voicemail box {box}."
        case ContactEnded(ending=ending):
            return ENDINGS[ending]


def _arrived(fact: ContactArrived) -> str:
    who = fact.caller or "a withheld number"
    hours = "in hours" if fact.open else "out of hours"
    way = f"{hours}: flow {fact.flow} of company version {fact.policy_version}."
    has = "Somebody is to be called there, or has a place who called from there"
    known = f" {has} ({fact.earlier})." if fact.earlier else ""
    return f"A call from {who} to {fact.did}, {way}{known}"


def _wish(fact: OfWish) -> str:
    match fact:
        case MenuOpened(flow=flow):
            return f"The caller looks into the menu of the queue ({flow}), and keeps the place."
        case WaitGoesOn():
            return "The caller waits on."
        case LanguageChosen(language=language):
            return f"The caller wants to be spoken to in another language ({language})."
        case VoicemailChosen(box=box):
            return f"The caller wants to leave a message (box {box})."


def _keys(fact: OfKeys) -> str:
    match fact:
        case KeyTaken(key=key, node=node):
            return f"The caller chose {key} ({node})."
        case KeyMistaken(key=key, node=node):
            return f"The caller pressed {key}, which means nothing here ({node})."
        case KeyMissed(node=node):
            return f"The caller pressed no key in time ({node})."
        case DigitsTaken(digits=digits, node=node):
            return f"The caller typed {digits} ({node})."
        case DigitsMistaken(digits=digits, node=node):
            return f"The caller typed {digits or 'no digits'}, which stands for nothing here ({node})."


def _number(fact: OfNumber) -> str:
    match fact:
        case NumberEntered(number=number, node=node):
            return f"The caller wants to be called at {number} ({node})."
        case NumberMissing(number=number, node=node, why=why):
            where = "The customer cannot be called back" + (f" at {number}" if number else "")
            return f"{where}: {NEVER_CALLED[why]} ({node})."
        case NumberSettled(node=node):
            return f"The number has been changed often enough, and is not asked for again ({node})."


EXCESSES = {
    Excess.NOBODY: "nobody who is logged in could take it",
    Excess.LENGTH: "too many wait there",
    Excess.EXPECTED: "it would wait too long there",
    Excess.WAITED: "it has waited too long",
    Excess.CLOSED: "the company has no such queue any more",
}


WAIT_ENDS = {
    WaitEnd.ANSWERED: "The wait was over",
    WaitEnd.ABANDONED: "The wait was given up",
    WaitEnd.LEFT: "The wait in this queue was broken off",
}


def _place(fact: OfPlace, names: Names) -> str:
    match fact:
        case PlaceTaken(queue=queue, needs=needs, head_starts=starts, meant_for=meant):
            place = f"Takes a place in {names.queue(queue)}; an agent needs {levels(needs)}."
            ahead = f" Head start: {head_starts(starts)}." if starts else ""
            person = f" {meant_for(meant, names)}" if meant is not None else ""
            return f"{place}{ahead}{person}"
        case PlaceResumed() | PlaceAwaited() | PlaceInherited() | PlacePassedOn():
            return _passing(fact)
        case PersonWanted(agent=agent, until=until):
            return f"It is for {names.agent(agent)} first, once more, until {clock(until)}."
        case WaitPromised(promise=promise):
            return f"Expected wait: {expected_wait(promise)}."
        case WaitEnded(waited_s=waited_s, end=end):
            return f"{WAIT_ENDS[end]} after {seconds(waited_s)}."
        case PlaceMoved() | IncidentTold() | Overflowed() | PersonGivenUp() | PersonBack() | RingOpened():
            return _stage(fact, names)
        case Announced():
            return _announced(fact)
        case PlaceKept(queue=queue, needs=needs, head_starts=starts, meant_for=meant):
            kept = f"Keeps its place in {names.queue(queue)}; an agent needs {levels(needs)} now."
            ahead = f" Head start now: {head_starts(starts)}." if starts else ""
            person = f" {meant_for(meant, names)}" if meant is not None else ""
            return f"{kept}{ahead}{person}"
        case PlaceAmended(queue=queue, needs=needs):
            return (
                f"A new version of the company: in {names.queue(queue)} an agent needs {levels(needs)} now."
            )
        case NobodyFound(queue=queue):
            return f"Nobody in the company could take it in {names.queue(queue)}, whoever logs in."
        case PlaceRestored(queue=queue, listened=listened):
            why = "nobody has talked with the customer" if listened else "the two did not get together"
            return f"Waits again in {names.queue(queue)}, in the old place: {why}."


def _passing(fact: OfPassing) -> str:
    match fact:
        case PlaceResumed(earlier=earlier, waits_since=since):
            return f"Goes on in the place of {earlier}, which has waited since {clock(since)}."
        case PlaceAwaited(earlier=earlier):
            return f"Wants the place of {earlier}, whose line is up still: it is had when that line ends."
        case PlaceInherited(earlier=earlier, waits_since=since):
            return f"That line has ended. Goes on in the place of {earlier}, waiting since {clock(since)}."
        case PlacePassedOn(to=to):
            return f"The customer rang again, and went on in this place ({to})."


def _stage(fact: OfStage, names: Names) -> str:
    match fact:
        case PlaceMoved(because=because, head_start_s=head_start_s):
            return f"An incident concerns it, and gives it a head start of {head_start_s:g} s: {because}."
        case IncidentTold(because=because):
            return f"Is told of an incident: {because}."
        case Overflowed(queue=queue, because=because, to=to):
            return f"Leaves {names.queue(queue)} for {destination(to, names)}: {EXCESSES[because]}."
        case PersonGivenUp():
            return _given_up(fact, names)
        case PersonBack(agent=agent, until=until):
            who = names.agent(agent)
            return f"{who} is back: the caller waits for {who} again, until {clock(until)}."
        case RingOpened(ring=ring, skipped=True):
            return f"Nobody who is logged in could take it: on to ring {ring + 1}."
        case RingOpened(ring=ring):
            return f"Ring {ring + 1} opens: more agents may take it now."


def _announced(fact: Announced) -> str:
    place = f"place {fact.position} in the line" if fact.position is not None else ""
    wait = f"expected wait: {expected_wait(fact.promise)}" if fact.promise is not None else ""
    told = "; ".join(part for part in (place, wait) if part)
    return f"Is told ({fact.prompt}){': ' if told else ''}{told}."


def _given_up(fact: PersonGivenUp, names: Names) -> str:
    others = "the substitutes may take it, too" if fact.substitutes else "everybody in the queue may take it"
    why = "has not taken it in time"
    if fact.passed_over is not None:
        why = away(fact.passed_over)
        why += ", and no substitute is logged in" if fact.skipped else ""
    elif fact.skipped:
        why = "is not logged in"
    return f"{names.agent(fact.agent)} {why}: {others}."


MISSES = {
    Miss.NO_ANSWER: "did not answer",
    Miss.BUSY: "was busy",
    Miss.INVALID: "could not be reached at this number",
    Miss.NO_TRUNK: "was not dialled: Asterisk would not make the call",
    Miss.AGENT_LEFT: "was not waited for: the agent had hung up",
    Miss.VOICEMAIL: "was not there: a machine, as far as anybody can tell",
    Miss.HUNG_UP: "or a machine has hung up without the key",
    Miss.UNKNOWN: "was dialled, and nobody knows what came of it: the service was away",
    Miss.TOO_LATE: "was not dialled: by then it was no hour for it",
    Miss.REFUSED: "was not dialled: by then the number was on the do-not-call list",
    Miss.FORBIDDEN: "was not dialled: the company does not call such a number any more",
}


PUT_OFF = {
    PutOff.IN_USE: "That number is in use by another call: it is looked at again later.",
    PutOff.HOURS: "Where the customer lives it is no hour to be called: not before {moment}.",
    PutOff.AGREED: "Is called at the moment that was agreed: not before {moment}.",
    PutOff.WINDOW: "The customer has chosen another time of day: not before {moment}.",
    PutOff.AGENT: "An agent wants the customer to be called later: not before {moment}.",
}


GIVEN_UP = {
    GivenUp.EXPIRED: "the time that was agreed is up",
    GivenUp.EXHAUSTED: "all attempts are used up",
    GivenUp.CANCELLED: "it was cancelled",
    GivenUp.TAKEN: "he or she has rung in, and waits there now",
    GivenUp.DECLINED: "he or she has rung in and cancelled it",
    GivenUp.REFUSED: "the number is on the do-not-call list",
    GivenUp.FORBIDDEN: "the company does not call such a number any more",
}


def _callback(fact: OfCallback, names: Names) -> str:
    match fact:
        case CallbackProposed(expected_s=expected_s):
            wait = f": the wait is expected to be {seconds(expected_s)}" if expected_s is not None else ""
            return f"A callback is offered{wait}."
        case CallbackAgreed():
            return _agreed(fact)
        case CallbackScheduled():
            return _scheduled(fact, names)
        case CallbackBroughtForward(earlier=earlier):
            return f"Waits on this line now, and is not called at the moment that was agreed ({earlier})."
        case CustomerParted():
            return "The caller has left the line, and waits for the callback."
        case CallbackFellDue():
            return "May be called back from now on."
        case CallbackPutOff(because=because, until=until):
            return PUT_OFF[because].format(moment=moment(until))
        case CustomerWanted(agent=agent):
            return f"{names.agent(agent)} waits for the customer."
        case MachineHeard(agent=agent):
            return f"{names.agent(agent)} hears a machine, and presses the key for it."
        case CustomerDialled() | CallPickedUp() | CustomerReached() | CustomerMissed():
            return _dial(fact)
        case CallbackGivenUp(because=GivenUp.TAKEN | GivenUp.DECLINED as because, by=by):
            return f"The customer is not called any more: {GIVEN_UP[because]} ({by})."
        case CallbackGivenUp(because=because, by=by):
            return f"The customer is not called any more: {GIVEN_UP[because]}{f' by {by}' if by else ''}."


def _agreed(fact: CallbackAgreed) -> str:
    when = f" between {time_of_day(fact.between)}" if fact.between is not None else ""
    when = f", not before {moment(fact.not_before)}," if fact.not_before is not None else when
    separated = "" if when.endswith(",") else ","
    return f"Will be called back at {fact.number}{when}{separated} and keeps the place."


def _dial(fact: CustomerDialled | CallPickedUp | CustomerReached | CustomerMissed) -> str:
    match fact:
        case CustomerDialled(number=number, attempt=attempt):
            return f"{number} is dialled, attempt {attempt}."
        case CallPickedUp():
            return "The call is answered: whoever it is, is asked to press a key."
        case CustomerReached(confirmed=confirmed):
            return f"The customer has {'pressed the key' if confirmed else 'answered'}."
        case CustomerMissed(miss=miss, again_at=again_at):
            again = f" It is tried again at {clock(again_at)}." if again_at is not None else ""
            return f"The customer {MISSES[miss]}.{again}"


def _scheduled(fact: CallbackScheduled, names: Names) -> str:
    who = f"{fact.name} ({fact.number})" if fact.name else fact.number
    by = f", by {names.agent(fact.wanted)}" if fact.wanted is not None else ""
    until = f", until {moment(fact.expires_at)}"
    note = f" Note: “{fact.note}”." if fact.note else ""
    follows = f" It was agreed in {fact.follows}." if fact.follows is not None else ""
    return (
        f"{who} is to be called at {moment(fact.not_before)}{until}{by}, for {names.queue(fact.queue)}; "
        f"entered by {fact.author}.{follows}{note}"
    )


def _talk(fact: OfTalk, names: Names) -> str:
    match fact:
        case TalkBegan(agent=agent):
            return f"Caller and {names.agent(agent)} are brought together."
        case TalkJoined(agent=agent):
            return f"Caller and {names.agent(agent)} hear each other."
        case TalkFailed(agent=agent, listened=True):
            return f"{names.agent(agent)} is free again."
        case TalkFailed(agent=agent):
            return f"Caller and {names.agent(agent)} could not be brought together."
        case TalkEnded(agent=agent, listened=True):
            return f"{names.agent(agent)} has listened to it."
        case TalkEnded(agent=agent, by=by):
            who = "the caller" if by is Side.CALLER else names.agent(agent)
            return f"The talk with {names.agent(agent)} is over: {who} hung up."


def _offer(fact: OfOffer, names: Names) -> str:
    match fact:
        case OfferOpened(agent=agent, phone=phone):
            return f"Offered to {names.agent(agent)} at phone {phone}."
        case OfferRang(agent=agent):
            return f"The phone of {names.agent(agent)} rings."
        case OfferAnswered(agent=agent, confirmed=True):
            return f"{names.agent(agent)} answered, and a key proved that it was a person."
        case OfferAnswered(agent=agent):
            return f"{names.agent(agent)} answered."
        case OfferFailed(agent=agent, unconfirmed=True):
            return f"{names.agent(agent)} was answered, but no key proved that a person did."
        case OfferFailed(agent=agent, failure=failure):
            return f"{names.agent(agent)} {FAILURES[failure]}."
        case OfferWithdrawn(agent=agent, reason=reason):
            return f"The offer to {names.agent(agent)} was taken back: {WITHDRAWALS.get(reason, reason)}."


def _leg(fact: OfLeg) -> str:
    line = f"The {fact.side.value}'s line"
    match fact:
        case LegAppeared():
            return f"{line} is there."
        case LegStartedRinging():
            return f"{line} rings."
        case LegCameUp():
            return f"{line} is answered."
        case LegEnded(cause=cause, refused=refused, lost=lost, asked=asked):
            if refused:
                return f"{line} could not be made."
            how = " when nobody watched" if lost else " as we asked" if asked else ""
            return f"{line} ended{how}{f', cause {cause}' if cause is not None else ''}."


def _agent(fact: OfAgent, names: Names) -> str:
    who = names.agent(fact.agent)
    match fact:
        case AgentLoggedIn(phone=phone):
            return f"{who} logged in at phone {phone}."
        case AgentLoggedOut(reason=reason):
            return f"{who} was logged out: {reason}."
        case DeskTaken(phone=phone):
            return f"Somebody else logged in at phone {phone}, where {who} sat."
        case AgentBecameReady():
            return f"{who} became ready."
        case AgentBecameNotReady(reason=reason):
            return f"{who} became not ready: {reason}."
        case AgentOverloaded():
            return f"{who} was too busy lately: substitutes take what is meant for this agent."
        case AgentRelieved():
            return f"{who} is not too busy any more."
        case WrapUpBegan():
            return f"{who} is in wrap-up."
        case WrapUpEnded(by_limit=by_limit):
            return f"The wrap-up of {who} is over{': its time was up' if by_limit else ''}."


def _overlay(fact: OfOverlay, names: Names) -> str:
    if isinstance(fact, AgentReturned):
        return f"{names.agent(fact.agent)} is back."
    match fact.edit:
        case Absence(agent=agent):
            return _absence(fact, names.agent(agent))
        case Refusal(number=number):
            return _refusal(fact, number)
        case Incident():
            return _incident(fact)


def _absence(fact: OverlayBegan | OverlayEndMoved | OverlayEnded, who: str) -> str:
    match fact:
        case OverlayBegan(reason=reason):
            return f"{who} is away: {reason}."
        case OverlayEndMoved(by=by):
            return f"The end of the absence of {who} was moved by {by}."
        case OverlayEnded():
            return f"{who} is expected back."


def _refusal(fact: OverlayBegan | OverlayEndMoved | OverlayEnded, number: str) -> str:
    match fact:
        case OverlayBegan(reason=reason):
            return f"{number} is on the do-not-call list: {reason}."
        case OverlayEndMoved(by=by):
            return f"How long {number} is on the do-not-call list was changed by {by}."
        case OverlayEnded():
            return f"{number} is not on the do-not-call list any more."


def _incident(fact: OverlayBegan | OverlayEndMoved | OverlayEnded) -> str:
    match fact:
        case OverlayBegan(reason=reason):
            return f"An incident: {reason}."
        case OverlayEndMoved(by=by):
            return f"The end of the incident was moved by {by}."
        case OverlayEnded():
            return "The incident is over."


def _service(fact: OfService) -> str:
    match fact:
        case PolicyChanged(version=version):
            return f"Version {version} of the company came into force."
        case Surprise(machine=machine, record=record, state=state, message=message):
            return f"Surprise, please report it: {machine} of {record} heard {message} while {state}."
