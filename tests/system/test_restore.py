"""docs/backup.md with calls in Asterisk: a dump, life goes on, the dump is restored, and the two are brought
together.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from acd.lab.stack import DATABASE
from acd.testing.call_centre import CallCentre
from acd.testing.protocol import Moment
from acd.testing.stacks import On
from tests.support import pages
from tests.system.trouble import (
    COMPANY,
    HUM_HZ,
    SUPPORT,
    all_is_over,
    contact_of,
    keeps_hearing,
    new_scene,
    talk,
)

(DUMP,) = pages.commands("backup.md", "A dump")
RESTORE, SWAP = pages.commands("backup.md", "Restoring")
FIRST_EPOCH_AFTER = 1_000_002
"""The dump is of epoch 1."""


@pytest.fixture
def centre(tmp_path_factory: pytest.TempPathFactory, on: On) -> Iterator[CallCentre]:
    with CallCentre(tmp_path_factory.mktemp("centre"), COMPANY, on=on) as centre:
        yield centre


@pytest.fixture
def types(centre: CallCentre, tmp_path: Path) -> Callable[[str], None]:
    """What an administrator types; it must succeed."""
    environment = {
        "PGHOST": str(centre.stack.postgres.socket_directory),
        "PGUSER": "acd",
        "PGPASSWORD": centre.stack.secrets["postgres"],
        "PGDATABASE": DATABASE,
    }

    def type_in(command: str) -> None:
        ran = pages.run(command, tmp_path, environment)
        assert ran.returncode == 0, ran.stderr

    return type_in


def restore(centre: CallCentre, types: Callable[[str], None]) -> None:
    """As the page says: the dump beside the old database, the service stopped, the two swapped."""
    types("DUMP=$(echo acd-*.dump)\n" + RESTORE)
    centre.stack.service.stop()
    types(SWAP)
    centre.stack.service.start()


def test_who_is_still_there_goes_on_and_who_has_left_is_closed_as_lost(
    centre: CallCentre, types: Callable[[str], None]
) -> None:
    scene, since = new_scene(centre), Moment.now()
    left = scene.contact("caller3")
    types(DUMP)
    last_of_the_dump = centre.last_seq()

    scene.dora.answer()
    talk(scene.dora, scene.ringer)
    scene.waiter.hang_up()
    centre.wait_fact("ContactEnded", contact=left)
    newcomer = centre.caller("caller4").call(SUPPORT)
    assert newcomer.hears_tone(HUM_HZ, within_s=10)
    restore(centre, types)

    keeps_hearing(scene.talker, scene.cleo.phone.tone_hz, since)
    keeps_hearing(scene.cleo, scene.talker.phone.tone_hz, since)
    talk(scene.dora, scene.ringer)
    assert centre.wait_fact("ContactEnded", 10, contact=left).fields["ending"] == "lost"
    again = contact_of(centre, "caller4", after=last_of_the_dump)
    assert again.startswith(f"c{FIRST_EPOCH_AFTER}-")
    centre.wait_fact("PlaceTaken", 10, contact=again)
    scene.cleo.hang_up()
    talk(scene.cleo.phone.wait_for_ring(15).answer(), newcomer)
    assert min(fact.seq for fact in centre.facts(after=last_of_the_dump)) > last_of_the_dump + 10**9

    newcomer.hang_up()
    scene.ringer.hang_up()
    all_is_over(centre)


def test_a_talk_that_is_younger_than_the_dump_begins_anew(
    centre: CallCentre, types: Callable[[str], None]
) -> None:
    cleo = centre.agent("203", "desk3")
    types(DUMP)
    calling = centre.caller().call(SUPPORT)
    first = cleo.wait_for_ring(10).answer()
    talk(calling, first)
    restore(centre, types)
    first.wait_ended(10)
    second = cleo.wait_for_ring(15).answer()
    talk(calling, second)
    calling.hang_up()
    all_is_over(centre)
