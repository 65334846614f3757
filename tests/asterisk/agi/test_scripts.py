import asyncio
from dataclasses import dataclass, field

import pytest
from structlog.testing import capture_logs

from acd.asterisk.agi.scripts import (
    DeskAnswer,
    FeaturePrompt,
    LookupAnswer,
    feature_script,
    lookup_script,
)
from acd.asterisk.agi.session import Session
from acd.model.ids import AgentId, FlowId, PhoneId
from tests.asterisk.agi.peer import AsteriskSide, request

SOUNDS = {prompt: f"sounds/{prompt.value}" for prompt in FeaturePrompt}
ASK = "sounds/ask_pin"


@dataclass
class PaperDesk:
    """Accepts anna with PIN 4711; answers everything else as told. Writes down what it was asked."""

    answer: DeskAnswer = DeskAnswer.ACCEPTED
    asked: list[tuple[str, ...]] = field(default_factory=list)

    async def log_in(self, agent: AgentId, phone: PhoneId, pin: str) -> DeskAnswer:
        self.asked.append(("log_in", agent, phone, pin))
        return self.answer if (agent, pin) == ("anna", "4711") else DeskAnswer.WRONG_PIN

    async def log_out(self, phone: PhoneId) -> DeskAnswer:
        return self._note("log_out", phone)

    async def go_ready(self, phone: PhoneId) -> DeskAnswer:
        return self._note("go_ready", phone)

    async def go_not_ready(self, phone: PhoneId, reason: str) -> DeskAnswer:
        return self._note("go_not_ready", phone, reason)

    async def end_wrap_up(self, phone: PhoneId) -> DeskAnswer:
        return self._note("end_wrap_up", phone)

    async def be_absent(self, phone: PhoneId, digits: str) -> DeskAnswer:
        return self._note("be_absent", phone, digits)

    def _note(self, *words: str) -> DeskAnswer:
        self.asked.append(words)
        return self.answer


class SlowDesk(PaperDesk):
    async def go_ready(self, phone: PhoneId) -> DeskAnswer:
        await asyncio.Event().wait()
        raise AssertionError("nobody sets it")


async def feature(desk: PaperDesk, asterisk: AsteriskSide, *arguments: str) -> str:
    script = feature_script(desk, SOUNDS, desk_wait_s=0.05)
    await script(Session(request=request("feature", *arguments), wire=asterisk))
    return asterisk.variables["ACD_RESULT"]


async def looked_up(answer: LookupAnswer, *arguments: str) -> tuple[list[str], dict[str, str]]:
    dialled: list[str] = []

    def lookup(number: str) -> LookupAnswer:
        dialled.append(number)
        return answer

    asterisk = AsteriskSide()
    await lookup_script(lookup)(Session(request=request("lookup", *arguments), wire=asterisk))
    return dialled, asterisk.variables


async def test_lookup_says_known_open_and_which_flow() -> None:
    answer = LookupAnswer(known=True, open=False, flow=FlowId("main"))
    dialled, variables = await looked_up(answer, "+3612345678")
    assert dialled == ["+3612345678"]
    assert variables == {"ACD_KNOWN": "1", "ACD_OPEN": "0", "ACD_FLOW": "main", "ACD_ANSWERED": "1"}


@pytest.mark.parametrize("arguments", [(), ("",), ("9" * 40,)])
async def test_lookup_of_what_is_no_number_of_ours(arguments: tuple[str, ...]) -> None:
    _, variables = await looked_up(LookupAnswer(known=False), *arguments)
    assert variables == {"ACD_KNOWN": "0", "ACD_OPEN": "0", "ACD_FLOW": "", "ACD_ANSWERED": "1"}


@pytest.mark.parametrize(
    ("code", "argument", "asked", "said"),
    [
        ("logout", "", ("log_out", "desk1"), "logged_out"),
        ("ready", "", ("go_ready", "desk1"), "ready"),
        ("notready", "", ("go_not_ready", "desk1", ""), "not_ready"),
        ("notready", "2", ("go_not_ready", "desk1", "2"), "not_ready"),
        ("endwrap", "", ("end_wrap_up", "desk1"), "wrap_up_ended"),
        ("absent", "", ("be_absent", "desk1", ""), "absent"),
        ("absent", "2*14*7", ("be_absent", "desk1", "2*14*7"), "absent"),
    ],
)
@pytest.mark.parametrize("answer", [DeskAnswer.ACCEPTED, DeskAnswer.REFUSED, DeskAnswer.UNAVAILABLE])
async def test_a_code_reaches_the_desk_and_its_answer_the_person(
    code: str, argument: str, asked: tuple[str, ...], said: str, answer: DeskAnswer
) -> None:
    desk, asterisk = PaperDesk(answer), AsteriskSide()
    assert await feature(desk, asterisk, code, argument, "desk1") == answer.value
    assert desk.asked == [asked]
    assert asterisk.answered
    assert asterisk.heard == [f"sounds/{said if answer is DeskAnswer.ACCEPTED else answer.value}"]


async def test_log_in_asks_for_the_pin() -> None:
    desk, asterisk = PaperDesk(), AsteriskSide(keys=["4711"])
    assert await feature(desk, asterisk, "login", "anna", "desk1") == "accepted"
    assert desk.asked == [("log_in", "anna", "desk1", "4711")]
    assert asterisk.heard == [ASK, "sounds/logged_in"]


async def test_log_in_gives_three_tries_and_silence_is_one() -> None:
    wrong = "sounds/wrong_pin"
    desk, asterisk = PaperDesk(), AsteriskSide(keys=["1", "", "4711"])
    assert await feature(desk, asterisk, "login", "anna", "desk1") == "accepted"
    assert asterisk.heard == [ASK, wrong, ASK, wrong, ASK, "sounds/logged_in"]

    desk, asterisk = PaperDesk(), AsteriskSide(keys=["1", "", "2", "4711"])
    assert await feature(desk, asterisk, "login", "anna", "desk1") == "wrong_pin"
    assert asterisk.heard == [ASK, wrong, ASK, wrong, ASK, wrong]
    assert [pin for *_, pin in desk.asked] == ["1", "2"]


async def test_log_in_at_a_desk_that_was_taken_says_so() -> None:
    desk, asterisk = PaperDesk(DeskAnswer.DESK_TAKEN), AsteriskSide(keys=["4711"])
    assert await feature(desk, asterisk, "login", "anna", "desk1") == "desk_taken"
    assert asterisk.heard == [ASK, "sounds/desk_taken"]


async def test_log_in_that_is_refused_is_not_asked_again() -> None:
    desk, asterisk = PaperDesk(DeskAnswer.REFUSED), AsteriskSide(keys=["4711", "4711"])
    assert await feature(desk, asterisk, "login", "anna", "desk1") == "refused"
    assert len(desk.asked) == 1


async def test_the_pin_is_in_no_log_line() -> None:
    asterisk = AsteriskSide(keys=["4711"], missing_sounds=["sounds/logged_in"])
    with capture_logs() as logs:
        await feature(PaperDesk(), asterisk, "login", "anna", "desk1")
    assert len(logs) == 1
    assert "4711" not in repr(logs)


@pytest.mark.parametrize(
    ("arguments", "result"),
    [
        (("dance", "", "desk1"), "unknown_code"),
        (("ready",), "unknown_code"),
        ((), "unknown_code"),
        (("ready", "", ""), "refused"),
    ],
)
async def test_codes_that_make_no_sense(arguments: tuple[str, ...], result: str) -> None:
    desk, asterisk = PaperDesk(), AsteriskSide()
    assert await feature(desk, asterisk, *arguments) == result
    assert desk.asked == []
    assert asterisk.heard == ["sounds/refused"]


async def test_a_missing_sound_does_not_undo_what_was_done() -> None:
    desk, asterisk = PaperDesk(), AsteriskSide(missing_sounds=["sounds/ready"])
    with capture_logs() as logs:
        assert await feature(desk, asterisk, "ready", "", "desk1") == "accepted"
    assert [line["log_level"] for line in logs] == ["error"]


async def test_without_the_sound_that_asks_there_is_no_log_in() -> None:
    desk, asterisk = PaperDesk(), AsteriskSide(missing_sounds=[ASK])
    with capture_logs():
        assert await feature(desk, asterisk, "login", "anna", "desk1") == "unavailable"
    assert desk.asked == []


async def test_a_desk_that_does_not_decide_is_unavailable() -> None:
    asterisk = AsteriskSide()
    with capture_logs():
        assert await feature(SlowDesk(), asterisk, "ready", "", "desk1") == "unavailable"
    assert asterisk.heard == ["sounds/unavailable"]


def test_every_prompt_needs_a_sound() -> None:
    with pytest.raises(ValueError, match="ask_pin"):
        feature_script(PaperDesk(), {p: s for p, s in SOUNDS.items() if s != ASK})
