"""Recordings: what Asterisk says of them as messages, and what its refusals mean. Without an Asterisk."""

from datetime import UTC, datetime

import msgspec
import pytest

from acd.asterisk.ari import perform
from acd.asterisk.ari.door import Body, Query, Response
from acd.asterisk.ari.errors import AriRefused
from acd.asterisk.ari.generated import LiveRecording, RecordingFailed, RecordingFinished
from acd.asterisk.ari.perform import JOIN_TRIES, AriPerformer
from acd.asterisk.ari.translate import Translator
from acd.model.command import DeleteRecording, DropRecording, FindRecording, Join, Record, SteerPlayback
from acd.model.ids import BridgeId, LegId, PlaybackId, RecordingId
from acd.model.message import FromAsterisk, JoinRefused, RecordingEnded

OURS = RecordingId("acd-1760000000-c1-1")
RECORD = Record(leg=LegId("call-1"), recording=OURS, longest_s=179.5, silence_s=6.0)


def told(name: str, duration: int | None = None, talking_duration: int | None = None) -> LiveRecording:
    return LiveRecording(
        name=name,
        format="wav",
        target_uri="channel:call-1",
        state="done",
        duration=duration,
        talking_duration=talking_duration,
    )


def translated(event: type[RecordingFinished] | type[RecordingFailed], recording: LiveRecording) -> object:
    made = event(application="acd", timestamp=datetime(2026, 1, 5, tzinfo=UTC), recording=recording)
    return Translator().translate(made)


@pytest.mark.parametrize(
    ("lengths", "length_s"),
    [
        ({"duration": 9, "talking_duration": 7}, 7.0),
        ({"duration": 9}, 9.0),
        ({}, None),
    ],
)
def test_a_message_is_as_long_as_somebody_spoke(lengths: dict[str, int], length_s: float | None) -> None:
    ended = translated(RecordingFinished, told(OURS, **lengths))
    assert ended == RecordingEnded(recording=OURS, length_s=length_s)


def test_of_one_that_failed_there_is_nothing() -> None:
    assert translated(RecordingFailed, told(OURS, duration=9)) == RecordingEnded(recording=OURS, failed=True)


@pytest.mark.parametrize("event", [RecordingFinished, RecordingFailed])
def test_recordings_of_others_mean_nothing(event: type[RecordingFinished] | type[RecordingFailed]) -> None:
    assert translated(event, told("meeting", duration=9)) is None


class _Door:
    """Answers each request as it is told to, and keeps what was asked."""

    def __init__(self, refusals: dict[str, int]) -> None:
        self.asked: list[tuple[str, str, dict[str, str]]] = []
        self._refusals = refusals

    async def request(
        self,
        method: str,
        path: str,
        *,
        query: Query = (),
        body: Body | None = None,
        timeout_s: float | None = None,
    ) -> Response:
        """One request; `body` and `timeout_s` are of no interest."""
        assert body is None
        assert timeout_s is None
        self.asked.append((method, path, dict(query)))
        kind = "/".join(path.split("/")[:2]) if path.startswith("recordings") else path
        if kind in self._refusals:
            raise AriRefused(self._refusals[kind], "refused", path)
        return Response(status=200, body="{}")


async def performed(
    command: Record | DropRecording | DeleteRecording | FindRecording | SteerPlayback, **refusals: int
) -> tuple[list[FromAsterisk], _Door]:
    heard: list[FromAsterisk] = []
    door = _Door({name.replace("__", "/"): status for name, status in refusals.items()})
    performer = AriPerformer(door, "acd", heard.append, lambda: None)
    performer.perform(command)
    await performer.aclose()
    return heard, door


async def test_nothing_is_written_over_and_everything_ends() -> None:
    heard, door = await performed(RECORD)
    assert heard == []
    ((method, path, query),) = door.asked
    assert (method, path) == ("POST", "channels/call-1/record")
    assert (query["name"], query["ifExists"], query["terminateOn"]) == (OURS, "fail", "#")
    assert (query["maxDurationSeconds"], query["maxSilenceSeconds"], query["beep"]) == ("180", "6", "true")


async def test_who_has_heard_the_tone_hears_no_other() -> None:
    _, door = await performed(msgspec.structs.replace(RECORD, had_tone=True))
    ((_, _, query),) = door.asked
    assert query["beep"] == "false"


@pytest.mark.parametrize(("status", "is_told"), [(500, True), (422, True), (404, False), (409, False)])
async def test_what_cannot_be_recorded_is_told_unless_the_leg_is_gone_or_it_goes_on(
    status: int, is_told: bool
) -> None:
    door = {"channels/call-1/record": status}
    heard, _ = await performed(RECORD, **door)
    assert heard == ([RecordingEnded(recording=OURS, failed=True)] if is_told else [])


async def test_one_that_is_dropped_is_cancelled_and_it_may_have_ended_already() -> None:
    for refused in ({}, {"recordings__live": 404}):
        heard, door = await performed(DropRecording(recording=OURS), **refused)
        assert heard == []
        assert door.asked == [("DELETE", f"recordings/live/{OURS}", {})]


@pytest.mark.parametrize("status", [None, 404, 500])
async def test_one_that_is_gone_already_or_cannot_be_deleted_holds_nobody_up(status: int | None) -> None:
    refusals = {} if status is None else {"recordings__stored": status}
    heard, door = await performed(DeleteRecording(recording=OURS), **refusals)
    assert heard == []
    assert door.asked == [("DELETE", f"recordings/stored/{OURS}", {})]


async def test_one_that_goes_on_is_not_told_of() -> None:
    heard, _ = await performed(FindRecording(recording=OURS))
    assert heard == []


async def test_one_that_is_there_is_told_and_one_that_is_not_has_failed() -> None:
    heard, _ = await performed(FindRecording(recording=OURS), recordings__live=404)
    assert heard == [RecordingEnded(recording=OURS)]
    heard, _ = await performed(FindRecording(recording=OURS), recordings__live=404, recordings__stored=404)
    assert heard == [RecordingEnded(recording=OURS, failed=True)]


@pytest.mark.parametrize(("on", "operation"), [(False, "pause"), (True, "unpause")])
async def test_a_playback_is_held_and_goes_on(on: bool, operation: str) -> None:
    _, door = await performed(SteerPlayback(playback=PlaybackId("o1-1-m2"), on=on))
    assert door.asked == [("POST", "playbacks/o1-1-m2/control", {"operation": operation})]


class _RecordedDoor(_Door):
    """Adds nobody to a bridge until it was asked so often."""

    def __init__(self, refused: int) -> None:
        super().__init__({})
        self._refused = refused

    async def request(
        self,
        method: str,
        path: str,
        *,
        query: Query = (),
        body: Body | None = None,
        timeout_s: float | None = None,
    ) -> Response:
        """As `_Door`, but for the bridge."""
        if path.endswith("addChannel") and self._refused:
            self._refused -= 1
            raise AriRefused(409, "refused", path)
        return await super().request(method, path, query=query, body=body, timeout_s=timeout_s)


@pytest.mark.parametrize(("refused", "is_told"), [(0, False), (3, False), (JOIN_TRIES, True)])
async def test_who_was_recorded_a_moment_ago_is_joined_when_that_has_ended(
    refused: int, is_told: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(perform, "JOIN_AGAIN_S", 0.0)
    heard: list[FromAsterisk] = []
    performer = AriPerformer(_RecordedDoor(refused), "acd", heard.append, lambda: None)
    performer.perform(Join(bridge=BridgeId("o1-1-bridge"), legs=(LegId("call-1"), LegId("o1-1-leg"))))
    await performer.aclose()
    assert [type(message) for message in heard] == ([JoinRefused] if is_told else [])
