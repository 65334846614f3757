"""A small world around one engine: callers, agents and phones that do what they like, a small Asterisk, a
journal that commits when it is told to, and accidents. Driven by numbers, so that hypothesis can shrink it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from acd.core.engine import Engine
from acd.core.travel import node_of
from acd.model.about import When
from acd.model.agent import Idle, LoggedOut, NotReady, PhoneState, Ready, WrapUp
from acd.model.command import Command, DialOut, DropRecording, EndBridge, EndLeg, StopPlayback
from acd.model.contact import Listening, Speaking
from acd.model.fact import CustomerDialled, MessageClosed, Surprise
from acd.model.flow import Ask
from acd.model.ids import (
    AgentId,
    LegId,
    OfferId,
    PhoneId,
    PlaybackId,
    PromptId,
    agent_leg_of,
    bridge_of,
    recorded_of,
    recording_of,
)
from acd.model.message import (
    AsteriskLost,
    AsteriskSeen,
    CallArrived,
    CancelCallback,
    EndWrapUp,
    EnterOverlay,
    FromAsterisk,
    GoNotReady,
    GoReady,
    Heard,
    JoinRefused,
    KeyPressed,
    LegAnswered,
    LegJoined,
    LegRang,
    LegRefused,
    LegSeen,
    LegVanished,
    LogIn,
    LogOut,
    MessageRead,
    MoveOverlayEnd,
    NoteRead,
    PhoneSeen,
    PhonesLost,
    PhonesSeen,
    PlaybackEnded,
    PolicyApplied,
    RecordingOutlived,
    ScheduleCallback,
    SeenLeg,
    TimePassed,
    WithdrawOverlay,
)
from acd.model.outcome import Outcome, Record
from acd.model.overlay import Absence, Edit, Incident, Refusal
from acd.model.policy import Policy
from acd.model.voice_message import Kept, Listened, Settled
from acd.model.voice_note import Noted
from acd.runtime.outbox import Outbox
from acd.runtime.ports import Entry
from tests.core.floor_story import FloorStory
from tests.core.promised_callbacks import doubled
from tests.core.referee import Referee
from tests.core.small_asterisk import SmallAsterisk
from tests.core.small_callbacks import (
    CUSTOMERS,
    asks_for_a_key,
    calls_abroad,
    calls_after_a_look,
    calls_at_times,
    calls_back,
    calls_back_briefly,
    calls_customers_first,
    calls_few,
    calls_few_customers_first,
    calls_nobody,
    knows_callers,
    knows_lines,
)
from tests.core.small_company import MONDAY_TEN, REPAIR, SALES
from tests.core.small_messages import (
    is_closed_down,
    takes_messages,
    takes_messages_tersely,
    takes_no_messages,
)
from tests.core.small_numbers import TYPED
from tests.core.small_variants import VARIANTS, patient, told

CAUSES = (16, 17, 19, 21, 34)
CAUSES_OUTSIDE = (17, 1, 19)
"""Busy, no such number, nobody answers: what is told of a customer's telephone."""

Act = Callable[[int], None]


@dataclass(frozen=True, kw_only=True)
class Cast:
    """Who and what takes part, whatever policy is in force."""

    policies: Sequence[Policy]
    """One of them may be applied at any time."""
    agents: Sequence[AgentId]
    workers: int
    """So many of the agents, and of the phones, are used much."""
    phones: Sequence[PhoneId]
    numbers: Sequence[str]
    """Dialled by the callers."""
    conditions: Sequence[When]
    """Whose calls incidents are about."""
    customers: Sequence[str] = ()
    """The numbers from which they call. None: each from one of its own."""
    typed: Sequence[str] = ()
    """What they key in when they are asked for a number."""
    most_callers: int = 5
    zeal: int = 4
    """How often agents do what brings the next call, among some fifty things that happen."""
    curiosity: int = 3
    """How often somebody presses a key, likewise."""
    eloquence: int = 0
    """How often somebody has said what there was to say, likewise."""


SMALL = Cast(
    policies=[make() for make in VARIANTS.values()],
    agents=[AgentId(name) for name in ("eva", "bob", "joe", "ann")],
    workers=3,
    phones=[PhoneId(number) for number in ("201", "202", "203")],
    numbers=("200", "100", "200", "300", "200", "100", "999"),
    conditions=(When(), When(queues=frozenset({SALES}))),
)
WAITING = replace(SMALL, policies=[told(), patient()], zeal=1, curiosity=8)
"""Few agents work, and who waits may hear and ask for much."""


CALLING_BACK = replace(
    SMALL,
    policies=[
        calls_back(),
        knows_callers(),
        calls_back_briefly(),
        calls_nobody(),
        knows_callers(),
        calls_at_times(),
        calls_few(),
        calls_abroad(),
        calls_after_a_look(),
    ],
    numbers=("200", "100", "200", "400"),
    customers=CUSTOMERS,
    typed=TYPED,
    most_callers=3,
    zeal=8,
    curiosity=6,
    eloquence=1,
)
"""Callers who would rather be called back, from few numbers."""
CALLING_ANYBODY = replace(
    CALLING_BACK, policies=[calls_after_a_look(), calls_back(), calls_back_briefly(), calls_nobody()]
)
"""The same, at any hour, and nobody is recognised: many more are dialled."""
RINGING_AGAIN = replace(
    CALLING_BACK,
    policies=[knows_lines(), knows_lines(), knows_callers(), knows_lines(), calls_few_customers_first()],
    numbers=("200", "200", "100"),
    customers=CUSTOMERS[:3] * 4,
    most_callers=6,
    zeal=1,
    curiosity=12,
)
"""Callers from three numbers, of whom most have rung before, and few agents who work."""
CALLING_FIRST = replace(
    CALLING_BACK,
    policies=[
        calls_customers_first(),
        calls_customers_first(),
        asks_for_a_key(),
        calls_few_customers_first(),
        calls_customers_first(),
        calls_nobody(),
        calls_back(),
    ],
)
"""The customer is called before an agent is rung, and has to press a key; until the company thinks again."""


LEAVING_MESSAGES = replace(
    CALLING_BACK,
    policies=[takes_messages(), takes_messages_tersely(), takes_no_messages(), calls_back()],
    eloquence=4,
)
"""Callers who would rather leave a message, or be called back."""


class World:
    """One engine and everything around it. `step` lets the next thing happen."""

    def __init__(self, policy: str = "small", *, cast: Cast = SMALL) -> None:
        self.cast = cast
        self.asterisk = SmallAsterisk()
        self.story = FloorStory(VARIANTS[policy]() if cast is SMALL else cast.policies[0])
        self.entries: list[Entry] = []
        self.batches: list[tuple[float, tuple[Record, ...]]] = []
        """The rows that went with the entries, one batch for each outcome, as they were committed."""
        self._committed: dict[tuple[type, str], Record] = {}
        self._rows: dict[tuple[type, str], Record] = {}
        self._entries: list[Entry] = []
        self._batches: list[tuple[float, tuple[Record, ...]]] = []
        self._outbox = Outbox()
        self._referee = Referee(cast.policies)
        self._heard: list[FromAsterisk] = []
        self.lied = False
        """Whether the engine was told what cannot have been: it may be surprised then."""
        self._open()

    @property
    def engine(self) -> Engine:
        """The engine of the present life of the controller."""
        return self.story.engine

    @property
    def at(self) -> float:
        """The moment, in seconds since the epoch."""
        return MONDAY_TEN + self.story.now_s

    def step(self, choice: int, detail: int) -> None:
        """Let one of the things that can happen now happen; `detail` says to whom, or how."""
        acts = self._acts()
        acts[choice % len(acts)](detail)

    def lie(self, choice: int, detail: int) -> None:
        """Tell the engine what is not so, of something it knows or of nothing at all."""
        self.lied = self.asterisk.misrepresented = True
        floor = self.story.floor
        legs = [leg.id for leg in floor.legs()]
        offers = [offer.id for offer in floor.offers()]
        leg = legs[detail % len(legs)] if legs else LegId("nobody")
        never_made = agent_leg_of(OfferId("none")) if leg.startswith("call") else leg
        bridge = bridge_of(offers[detail % len(offers)] if offers else OfferId("none"))
        lies: list[Heard] = [
            LegSeen(leg=leg),
            LegRang(leg=leg),
            LegAnswered(leg=leg),
            LegVanished(leg=leg, cause=None),
            LegRefused(leg=never_made, reason="a lie"),
            LegJoined(leg=leg, bridge=bridge),
            JoinRefused(bridge=bridge, reason="a lie"),
            PlaybackEnded(playback=PlaybackId(f"{leg}-p1")),
            KeyPressed(leg=leg, key="1"),
            AsteriskSeen(asked_at=self.at, legs=(SeenLeg(leg=leg, up=True, ringing=True),), bridges=()),
            PhoneSeen(phone=PhoneId("nowhere"), state=PhoneState.BUSY),
            LogIn(agent=AgentId("nobody"), phone=PhoneId("nowhere")),
        ]
        self.hear(lies[choice % len(lies)])

    def _acts(self) -> list[Act]:
        if not self.asterisk.connected:
            away: list[Act] = [
                self._hang_up,
                self._work_phone,
                self._ask,
                self._jump,
                self._commit,
                self._kill,
            ]
            return [self._connect] * len(away) + away
        acts: list[Act] = [self._deliver] * 16 if self.asterisk.told else []
        acts += [self._commit] * 12
        acts += [self._work] * self.cast.zeal
        acts += [self._work_phone] * 6
        acts += [self._call] * 3 if sum(1 for _ in self.asterisk.callers()) < self.cast.most_callers else []
        acts += [self._press] * self.cast.curiosity
        acts += [self._key_in] * 6 if self.cast.typed else []
        acts += [self._finish_prompt, self._finish_prompt, self._hang_up, self._wait, self._jump]
        acts += [self._fall_silent] * self.cast.eloquence
        acts += [self._schedule] if self.cast.customers else []
        acts += [self._ask, self._supervise, self._phone_seen, self._repeat, self._accident]
        return acts

    # --- the controller -------------------------------------------------------------------------------

    def hear(self, message: Heard) -> Outcome:
        """Hand the engine a message, after every deadline that comes before."""
        self.story.lines.append(f"{self.story.now_s:<5g} {type(message).__name__} {_words(message)}")
        self._referee.watch(self.story.floor)
        outcome = self.story.take(self.story.now_s, message)
        wrong = list(self._referee.objections(self.story.floor, outcome))
        assert not wrong, "\n".join((self.story.text, *wrong))
        surprises = [fact for fact in outcome.facts if isinstance(fact, Surprise)]
        assert self.lied or not surprises, f"{self.story.text}\n{surprises}"
        self._rows.update({(type(row), row.id): row for row in outcome.rows})
        self._batches.append((outcome.at, outcome.rows))
        if outcome.facts:
            self._entries.append(Entry(at=outcome.at, facts=outcome.facts))
        for command in outcome.commands:
            self._dispatch(command)
        for command in self._outbox.take_continuing():
            self.asterisk.perform(command)
        return outcome

    def _dispatch(self, command: Command) -> None:
        match command:
            case EndLeg() | StopPlayback() | DropRecording() | EndBridge():
                self._outbox.strike(command)
                self.asterisk.perform(command)
            case _:
                self._outbox.hold(command)

    def _open(self) -> None:
        """Whoever takes the floor begins with the company as it is."""
        self.hear(PolicyApplied(policy=self.story.floor.policy))

    def _commit(self, _detail: int = 0) -> None:
        self._write()
        self._send(self._outbox.take())
        wrong = list(self.asterisk.misheard(self.story.floor))
        assert not wrong, "\n".join((self.story.text, *wrong))

    def _write(self) -> None:
        self._committed.update(self._rows)
        self.entries += self._entries
        self.batches += self._batches
        self._rows, self._entries, self._batches = {}, [], []
        self._referee.commit()

    def _send(self, commands: Sequence[Command]) -> None:
        for command in commands:
            assert not isinstance(command, DialOut) or command.leg in self._dials(), (
                f"{command.leg} is dialled, and is not in the books"
            )
            self.asterisk.perform(command)

    def _dials(self) -> set[LegId]:
        """Those that are in the books."""
        facts = (fact for entry in self.entries for fact in entry.facts)
        return {fact.leg for fact in facts if isinstance(fact, CustomerDialled)}

    def _deliver(self, detail: int) -> None:
        """Anything that was told may arrive next; but nobody hears of a call before it has arrived."""
        told = self.asterisk.told
        arriving = {message.leg for message in told if isinstance(message, CallArrived)}
        possible = [
            message
            for message in told
            if isinstance(message, CallArrived) or getattr(message, "leg", None) not in arriving
        ]
        message = possible[detail % len(possible)]
        told.remove(message)
        self._heard.append(message)
        self.hear(message)

    def _repeat(self, detail: int) -> None:
        """Something is heard twice, or much later once more."""
        if self._heard and self.asterisk.connected:
            message = self._heard[-1 - detail % min(len(self._heard), 20)]
            if not isinstance(message, CallArrived) or message.leg in self.asterisk.channels:
                self.hear(message)

    # --- time -----------------------------------------------------------------------------------------

    def _wait(self, detail: int) -> None:
        """Some time passes, no deadline with it."""
        deadline = self.engine.deadline()
        later = self.at + detail % 40 / 10
        self.story.now_s = (later if deadline is None else max(min(later, deadline), self.at)) - MONDAY_TEN

    def _jump(self, detail: int = 0) -> None:
        """The next deadline is due, or was some time ago: timers are late."""
        deadline = self.engine.deadline()
        if deadline is not None:
            self.story.now_s = max(deadline + (detail % 4) / 2, self.at) - MONDAY_TEN
            self.hear(TimePassed())

    # --- people ---------------------------------------------------------------------------------------

    def _call(self, detail: int) -> None:
        customers = self.cast.customers
        caller = customers[detail // 8 % len(customers)] if customers else None
        self.asterisk.call(self.cast.numbers[detail % len(self.cast.numbers)], caller)

    def _press(self, detail: int) -> None:
        people = [
            *self.asterisk.callers(),
            *(leg for leg, channel in self.asterisk.channels.items() if channel.up),
        ]
        if people:
            keys = "12394*1#" if self.cast.typed else "1239*1#"
            self.asterisk.press(people[detail % len(people)], keys[detail % len(keys)])

    def _key_in(self, detail: int) -> None:
        """Somebody who is asked for a number keys one in, and ends it or lets that be."""
        floor = self.story.floor
        asked = [
            contact.customer_leg
            for contact in floor.contacts()
            if isinstance(contact.journey, Speaking | Listening)
            and isinstance(node_of(contact.journey, floor), Ask)
            and contact.customer_leg in self.asterisk.channels
        ]
        if asked:
            number = self.cast.typed[detail // 4 % len(self.cast.typed)]
            for key in (*number, *("#" if detail % 4 else "")):
                self.hear(KeyPressed(leg=asked[detail % len(asked)], key=key))

    def _finish_prompt(self, detail: int) -> None:
        spoken = sorted(one for channel in self.asterisk.channels.values() for one in channel.playbacks)
        if spoken:
            self.asterisk.finish(spoken[detail % len(spoken)])

    def _fall_silent(self, detail: int) -> None:
        """Whoever is recorded has said enough, or nothing, or could not be recorded; a program reads it."""
        speaking = [leg for leg, channel in self.asterisk.channels.items() if channel.recording]
        if speaking:
            length_s = (None, 0.5, 5.0, 9.0)[detail // 4 % 4]
            self.asterisk.fall_silent(speaking[detail % len(speaking)], length_s)
            return
        if detail % 16 == 15:
            self._outlive(detail)
            return
        contacts = list(self.story.floor.contacts())
        left = [contact.id for contact in contacts if isinstance(contact.message, Kept | Listened | Settled)]
        if left:
            self.hear(MessageRead(contact=left[detail % len(left)], text="words"))
            return
        facts = (fact for outcome in self.story.outcomes for fact in outcome.facts)
        if closed := [fact.contact for fact in facts if isinstance(fact, MessageClosed)]:
            self.hear(MessageRead(contact=closed[detail % len(closed)], text="words"))
            return
        noted = [(contact.id, contact.note) for contact in contacts if isinstance(contact.note, Noted)]
        if noted:
            contact_id, note = noted[detail % len(noted)]
            self.hear(NoteRead(contact=contact_id, recording=note.recording, text="words"))

    def _outlive(self, detail: int) -> None:
        """Somebody thinks a recording too old. What may still be listened to stays all the same."""
        recorded = sorted(self.asterisk.recorded)
        of = recorded_of(recorded[detail % len(recorded)]) if recorded else None
        if of is not None:
            self.hear(RecordingOutlived(contact=of[0], recording=recording_of(of[0], of[1])))
        for contact in self.story.floor.contacts():
            if isinstance(contact.message, Kept | Listened):
                assert contact.message.note.recording in self.asterisk.recorded, self.story.text

    def _hang_up(self, detail: int) -> None:
        channels = list(self.asterisk.channels)
        if channels:
            self.asterisk.hang_up(channels[detail % len(channels)])

    def _work_phone(self, detail: int) -> None:
        """A phone that was rung rings, is answered, or is not."""
        dialled = list(self.asterisk.dialled())
        if not dialled:
            return
        leg = dialled[detail % len(dialled)]
        match detail // 4 % 8:
            case 0:
                outside = self.asterisk.channels[leg].number
                causes = CAUSES_OUTSIDE if outside else CAUSES
                self.asterisk.hang_up(leg, causes[detail % len(causes)])
            case 1 | 2 | 3 | 4:
                self.asterisk.answer(leg)
            case _ if not self.asterisk.channels[leg].ringing:
                self.asterisk.ring(leg)
            case _:
                self.asterisk.answer(leg)

    def _work(self, detail: int) -> None:
        """An agent does what brings the next call."""
        number = detail % self.cast.workers
        agent = self.story.floor.agent(self.cast.agents[number])
        if agent is None:
            return
        match agent.presence, agent.activity:
            case LoggedOut(), _:
                self.hear(LogIn(agent=agent.id, phone=self.cast.phones[number]))
            case NotReady(), _:
                self.hear(GoReady(agent=agent.id))
            case Ready(), WrapUp():
                self.hear(EndWrapUp(agent=agent.id))
            case _:
                pass

    def _ask(self, detail: int) -> None:
        """An agent does anything."""
        agent = self.cast.agents[detail % len(self.cast.agents)]
        phone = self.cast.phones[detail // 4 % len(self.cast.phones)]
        match detail // 12 % 10:
            case 0 | 1 | 2:
                self.hear(LogIn(agent=agent, phone=phone))
            case 3:
                self.hear(LogOut(agent=agent))
            case 4:
                self.hear(GoNotReady(agent=agent, reason="break"))
            case 5:
                self.hear(EndWrapUp(agent=agent))
            case _:
                self.hear(GoReady(agent=agent))

    def _supervise(self, detail: int) -> None:
        """Somebody is entered as absent, now or ahead; what was entered is taken back or gets another end; a
        callback is cancelled.
        """
        agent = self.cast.agents[detail % len(self.cast.agents)]
        overlays = sorted(self.story.floor.overlays(), key=lambda overlay: overlay.id)
        if detail % 3 == 0 and overlays:
            chosen = overlays[detail // 3 % len(overlays)]
            if detail // 32 == 7:
                later = self.at + 10.0 if detail % 2 else None
                self.hear(MoveOverlayEnd(overlay=chosen.id, author="boss", ends_at=later))
            else:
                self.hear(WithdrawOverlay(overlay=chosen.id, author="boss"))
            return
        held = [contact.id for contact in self.story.floor.contacts() if contact.is_held]
        if held and detail % 8 == 3:
            self.hear(CancelCallback(contact=held[detail // 8 % len(held)], author="boss"))
            return
        if self.cast.customers and detail % 16 == 5:
            refused = Refusal(number=self.cast.customers[detail // 16 % 4])
            self.hear(EnterOverlay(edit=refused, author="boss", reason="a wish", ends_at=self.at + 40.0))
            return
        begins_at = self.at + 5.0 if detail % 2 else None
        ends_at = self.at + 20.0 if detail // 4 % 2 else None
        edit: Edit = Absence(agent=agent)
        if detail // 8 % 4 == 0:
            prompt = PromptId("goodbye") if detail // 32 % 2 else None
            when = self.cast.conditions[detail // 64 % len(self.cast.conditions)]
            edit = Incident(when=when, head_start_s=25.0, prompt=prompt)
        self.hear(
            EnterOverlay(edit=edit, author="boss", reason="it is so", begins_at=begins_at, ends_at=ends_at)
        )

    def _schedule(self, detail: int) -> None:
        """Somebody is to be called in a moment, or when it has just passed; now and then twice."""
        wish = ScheduleCallback(
            number=self.cast.customers[detail % 12],
            queue=SALES if detail // 8 % 2 else REPAIR,
            not_before=self.at + detail // 4 % 16 * 4.0 - 4.0,
            author="boss",
            expires_at=self.at + 90.0 if detail // 16 % 4 == 0 else None,
            wanted=self.cast.agents[detail % 3] if detail // 32 % 2 else None,
        )
        self.hear(wish)
        if detail // 64 == 3:
            self.hear(wish)

    def _phone_seen(self, detail: int) -> None:
        states, phones = list(PhoneState), self.cast.phones
        match detail % 4:
            case 0:
                self.hear(PhonesSeen(states={phones[0]: PhoneState.IN_USE, phones[1]: PhoneState.NOT_IN_USE}))
            case 1 | 2:
                self.hear(PhonesLost())
            case _:
                state = states[detail // 4 % len(states)]
                self.hear(PhoneSeen(phone=phones[detail % len(phones)], state=state))

    # --- accidents ------------------------------------------------------------------------------------

    def _connect(self, _detail: int = 0) -> None:
        self.asterisk.connected = True
        self._look()

    def _look(self) -> None:
        """A look-up takes its moment: it is younger than everything that was decided before."""
        self.story.now_s += 0.001
        self.hear(self.asterisk.seen(self.at))

    def _lose(self) -> None:
        self.asterisk.connected = False
        self.asterisk.told.clear()
        self.hear(AsteriskLost())

    def _accident(self, detail: int) -> None:
        match detail % 16:
            case 0 | 1:
                self._lose()
            case 2 | 3:
                self._kill(detail // 16)
            case 4:
                self.asterisk.restart()
                self.hear(AsteriskLost())
            case 5:
                self.asterisk.refuses_next = True
            case 6 | 7 if self.asterisk.connected:
                self._look()
            case 8:
                policies = self.cast.policies
                self.hear(PolicyApplied(policy=policies[detail // 16 % len(policies)]))
            case _:
                self._wait(detail)

    def _kill(self, detail: int) -> None:
        """Killed at any instruction: what was not committed never was, and of what follows from the last
        commit Asterisk may have heard nothing yet, or only the beginning.
        """
        if detail % 2:
            self._write()
            self._send(self._outbox.take()[: detail // 2 % 4])
        self.story.lines.append(f"{self.story.now_s:<5g} Restart")
        self.asterisk.connected = False
        self.asterisk.told.clear()
        self._rows, self._entries, self._batches, self._outbox = {}, [], [], Outbox()
        self._referee.forget()
        self.story.books = dict(self._committed)
        self.story.restart()
        self._open()

    # --- the end --------------------------------------------------------------------------------------

    def wind_down(self) -> None:
        """Everybody hangs up, everything told arrives, all deadlines pass: what is left is wrong."""
        if not self.asterisk.connected:
            self._connect()
        for leg in tuple(self.asterisk.callers()):
            self.asterisk.hang_up(leg)
        for _ in range(1000):
            self._commit()
            if self.asterisk.told:
                self._deliver(0)
            elif any(channel.playbacks for channel in self.asterisk.channels.values()):
                self._finish_prompt(0)
            elif self.engine.deadline() is not None:
                self._jump()
            elif any(contact.has_left for contact in self.story.floor.contacts()):
                self.hear(PolicyApplied(policy=is_closed_down()))
            else:
                break
        self._commit()
        floor = self.story.floor
        left = [*floor.contacts(), *floor.legs(), *floor.offers()]
        assert not left, f"{self.story.text}\nleft over: {left}"
        lasting = {
            "_policies",
            "_agents",
            "_phones",
            "_agent_at",
            "_last_talks",
            "_dropped",
            "_overlays",
            "_experiences",
            "_absences",
            "_refusals",
            "_standing_in",
        }
        directory = vars(vars(floor)["_directory"])
        whole = vars(floor) | directory | vars(directory["_here"])
        assert not any(vars(directory["_waiting"]).values()), self.story.text
        kept = {name: kept for name, kept in whole.items() if isinstance(kept, dict) and kept}
        assert kept.keys() <= lasting, f"{self.story.text}\nnot forgotten: {kept}"
        assert all(isinstance(agent.activity, Idle) for agent in floor.agents()), self.story.text
        assert not self.asterisk.channels, f"{self.story.text}\nstray: {self.asterisk.channels}"
        assert not self.asterisk.bridges, f"{self.story.text}\nstray: {self.asterisk.bridges}"
        wrong = list(doubled(self.entries))
        assert not wrong, "\n".join((self.story.text, *wrong))


def _words(message: Heard) -> str:
    match message:
        case PolicyApplied():
            return str(message.policy.version)
        case EnterOverlay(edit=Absence(agent=agent)):
            return f"absence of {agent} from {message.begins_at} to {message.ends_at}"
        case _:
            return " ".join(str(getattr(message, name)) for name in message.__struct_fields__)
