"""Previewing: an agent who has answered for a callback hears what it is about, and decides by a key: call
now, later, or leave it to somebody else. Steps of the machine in `acd.core.talking`.

Nobody is dialled meanwhile. Whoever presses nothing has not refused: the customer is called, unless the
company wants otherwise. One who hangs up has left it to somebody else; when that has happened often enough,
nobody is asked any more (`is_previewed`).
"""

import msgspec

from acd.core.briefing import said_first, want
from acd.core.calling_times import may_call_at
from acd.core.machine import Step
from acd.core.view import View
from acd.model.callback import AGAIN, CALL_NOW, GIVE_AWAY, LATER, Due, Mode, Preview
from acd.model.command import Play, StopPlayback
from acd.model.contact import Contact, Deciding, Fetching, Part, Silent
from acd.model.fact import (
    CallbackDeferred,
    CallbackPassedOn,
    CustomerPreviewed,
    LegEnded,
    NotePlayed,
    OfferAnswered,
    TalkFailed,
)
from acd.model.ids import PromptId, bridge_of, previewing_of
from acd.model.message import KeyPressed, PlaybackEnded, PreviewTimedOut, Resumed
from acd.model.voice_note import Noted

FOLLOWING = {Part.BRIEFING: Part.NOTE, Part.NOTE: Part.KEYS, Part.WRONG_KEY: Part.KEYS}
"""What is said after each part; after the keys nothing, and it is waited for one."""


def is_previewed(contact: Contact, view: View) -> bool:
    """Whether an agent may decide: the queue says so, and the customer was not passed on too often."""
    rules, state = view.callback_rules(contact), contact.callback
    if rules.mode is not Mode.PREVIEW or rules.preview is None or not isinstance(state, Due):
        return False
    return state.order.passed < rules.preview.passes


def begin(contact: Contact, message: OfferAnswered, view: View, at: float) -> Step[Deciding]:
    """An agent has answered."""
    state = Deciding(
        agent=message.agent,
        offer=message.offer,
        agent_leg=message.leg,
        bridge=bridge_of(message.offer),
        since=at,
    )
    previewed = CustomerPreviewed(contact=contact.id, agent=message.agent)
    step = _say(contact, state, Part.BRIEFING, view, at)
    return Step(step.state, (previewed, *step.facts), step.commands)


def _say(contact: Contact, state: Deciding, part: Part, view: View, at: float) -> Step[Deciding]:
    """This part, or the first one after it that there is; at the end a key is waited for."""
    here: Part | None = part
    while here is not None:
        media = _media(contact, here, view)
        if media is not None:
            turn = state.turn + 1
            now = msgspec.structs.replace(state, turn=turn, part=here, until=None)
            play = Play(leg=state.agent_leg, playback=previewing_of(state.offer, turn), media=media)
            played = (NotePlayed(contact=contact.id, agent=state.agent),) if here is Part.NOTE else ()
            return Step(now, facts=played, commands=(play,))
        here = FOLLOWING.get(here)
    return _await_key(contact, state, view, at)


def _await_key(contact: Contact, state: Deciding, view: View, at: float) -> Step[Deciding]:
    """All is said. Where a later version of the company leaves nothing to decide, no key is waited for."""
    preview = view.callback_rules(contact).preview
    wait_s = preview.decide_s if preview is not None else 0.0
    return Step(msgspec.structs.replace(state, part=None, until=at + wait_s))


def _media(contact: Contact, part: Part, view: View) -> str | None:
    """What there is to hear. A later version of the company may have taken it away."""
    preview = view.callback_rules(contact).preview
    prompt: PromptId | None
    match part:
        case Part.NOTE:
            return f"recording:{contact.note.recording}" if isinstance(contact.note, Noted) else None
        case Part.BRIEFING:
            return said_first(contact, view)
        case Part.WRONG_KEY:
            prompt = preview.wrong_key if preview is not None else None
        case Part.KEYS:
            prompt = preview.prompt if preview is not None else None
    return view.spoken(prompt, contact.language) if prompt is not None else None


def _hush(state: Deciding) -> tuple[StopPlayback, ...]:
    """Stop what is being said."""
    return (StopPlayback(playback=previewing_of(state.offer, state.turn)),) if state.part is not None else ()


def go_on(contact: Contact, state: Deciding, message: PlaybackEnded, view: View, at: float) -> Step[Deciding]:
    """One part is over. The end of what was cut short means nothing."""
    if state.part is None or message.playback != previewing_of(state.offer, state.turn):
        return Step(state)
    following = FOLLOWING.get(state.part)
    if following is None:
        return _await_key(contact, state, view, at)
    return _say(contact, state, following, view, at)


def say_again(contact: Contact, state: Deciding, _message: Resumed, view: View, at: float) -> Step[Deciding]:
    """After a gap nobody knows what of it was heard, or which keys were pressed."""
    return _instead(contact, state, Part.BRIEFING, view, at)


def _instead(contact: Contact, state: Deciding, part: Part, view: View, at: float) -> Step[Deciding]:
    step = _say(contact, state, part, view, at)
    return Step(step.state, step.facts, (*_hush(state), *step.commands))


def press(
    contact: Contact, state: Deciding, message: KeyPressed, view: View, at: float
) -> Step[Deciding | Fetching | Silent]:
    """A key of the agent. One that means nothing, or not any more, is told so."""
    preview = view.callback_rules(contact).preview
    step: Step[Deciding | Fetching | Silent]
    if message.leg != state.agent_leg:
        step = Step(state)
    elif message.key == CALL_NOW:
        step = _call(contact, state, view)
    elif message.key == LATER and preview is not None and _may_wait(contact, preview, view, at):
        until = at + preview.later_s
        step = _let_go(contact, state, CallbackDeferred(contact=contact.id, agent=state.agent, until=until))
    elif message.key == GIVE_AWAY:
        step = _pass_on(contact, state)
    elif message.key == AGAIN:
        step = _instead(contact, state, Part.BRIEFING, view, at)
    else:
        step = _instead(contact, state, Part.WRONG_KEY, view, at)
    return step


def _may_wait(contact: Contact, preview: Preview, view: View, at: float) -> bool:
    """Whether the customer may be called later: not too often, and not beyond what was agreed."""
    assert isinstance(contact.callback, Due)
    order, then = contact.callback.order, at + preview.later_s
    if order.deferred >= preview.later_times or then >= order.expires_at:
        return False
    return may_call_at(order.number, order.between, view.policy.dialling, then) == then


def run_out(
    contact: Contact, state: Deciding, _message: PreviewTimedOut, view: View, at: float
) -> Step[Deciding | Fetching | Silent]:
    """The agent presses nothing. While Asterisk does not hear us, keys may well have been pressed."""
    preview = view.callback_rules(contact).preview
    step: Step[Deciding | Fetching | Silent]
    if not view.connected:
        wait_s = preview.decide_s if preview is not None else 1.0
        step = Step(msgspec.structs.replace(state, until=at + wait_s))
    elif preview is not None and preview.silence_passes_on:
        step = _pass_on(contact, state)
    else:
        step = _call(contact, state, view)
    return step


def _call(contact: Contact, state: Deciding, view: View) -> Step[Fetching]:
    fetching = Fetching(
        agent=state.agent,
        offer=state.offer,
        agent_leg=state.agent_leg,
        bridge=state.bridge,
        since=state.since,
    )
    step = want(contact, fetching, view)
    return Step(step.state, step.facts, (*_hush(state), *step.commands))


def _pass_on(contact: Contact, state: Deciding, *, hung_up: bool = False) -> Step[Silent]:
    passed_on = CallbackPassedOn(contact=contact.id, agent=state.agent, hung_up=hung_up)
    return _let_go(contact, state, passed_on)


def lose_agent(
    contact: Contact, state: Deciding, message: LegEnded, _view: View, _at: float
) -> Step[Deciding | Silent]:
    """The agent has hung up; or the line was lost, which counts for nothing."""
    step: Step[Deciding | Silent]
    if message.leg != state.agent_leg:
        step = Step(state)
    elif message.lost:
        step = _let_go(contact, state, None, lost=True)
    else:
        step = _pass_on(contact, state, hung_up=True)
    return step


def _let_go(
    contact: Contact,
    state: Deciding,
    decided: CallbackDeferred | CallbackPassedOn | None,
    *,
    lost: bool = False,
) -> Step[Silent]:
    """The agent is free again, and the customer has the old place."""
    failed = TalkFailed(
        contact=contact.id,
        agent=state.agent,
        leg=state.agent_leg,
        bridge=state.bridge,
        lost=lost,
        listened=True,
    )
    facts = (failed,) if decided is None else (decided, failed)
    return Step(Silent(), facts, _hush(state))
