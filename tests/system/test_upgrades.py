"""docs/upgrades.md with calls in Asterisk: forward with a newer stand-by, back again, and refused."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from acd.lab.ports import free_ports
from acd.store.migrate import newest, working_role
from acd.testing.call_centre import CallCentre
from acd.testing.protocol import Moment
from acd.testing.stacks import On, Service
from tests.support.newer_version import ADDS, RENAMES, NewerVersion
from tests.system.pair import Other
from tests.system.trouble import COMPANY, HUM_HZ, Scene, all_is_over, keeps_hearing, new_scene, talk

STANDS_BY = "waiting for the leadership of the floor"


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory, on: On) -> Iterator[CallCentre]:
    with CallCentre(tmp_path_factory.mktemp("centre"), COMPANY, on=on) as centre:
        yield centre


def schema(centre: CallCentre) -> str:
    ((revision,),) = centre.query("SELECT version_num FROM alembic_version")
    return str(revision)


def stand_by(centre: CallCentre, service: Service) -> None:
    """Start a service while another leads, and wait until it stands by."""
    before = waits(service)
    service.launch()
    centre.until(lambda: waits(service) > before or None, 30, "the stand-by")


def waits(service: Service) -> int:
    """How often it has begun to stand by."""
    return service.log.read_text().count(STANDS_BY) if service.log.exists() else 0


def change_of_leader(centre: CallCentre, leader: Service, successor: Service) -> None:
    """Somebody talks, a phone rings, somebody waits: the leader is stopped, and nobody notices."""
    scene, since = new_scene(centre), Moment.now()
    assert leader.running
    leader.stop()
    centre.until(lambda: successor.ready() or None, 30, "the stand-by to lead")
    goes_on(scene, since)
    for caller in (scene.ringer, scene.waiter):
        caller.hang_up()
    all_is_over(centre)


def goes_on(scene: Scene, since: Moment) -> None:
    scene.dora.answer()
    talk(scene.dora, scene.ringer)
    keeps_hearing(scene.talker, scene.cleo.phone.tone_hz, since)
    keeps_hearing(scene.cleo, scene.talker.phone.tone_hz, since)
    keeps_hearing(scene.waiter, HUM_HZ, since)
    scene.cleo.hang_up()
    talk(scene.cleo.phone.wait_for_ring(15).answer(), scene.waiter)


def test_forward_with_a_stand_by_and_back_again(centre: CallCentre, tmp_path: Path) -> None:
    newer = NewerVersion(tmp_path / "newer", ADDS)
    newer.change(
        "acd/model/agent.py",
        "    activity: Activity\n",
        '    activity: Activity\n    seat: str = "by the window"\n',
    )
    older = centre.stack.service
    code = str(newer.folder)
    successor = Other(centre, tmp_path, readable=[newer.folder], PYTHONPATH=code).service
    try:
        stand_by(centre, successor)
        assert schema(centre) == newest()
        change_of_leader(centre, older, successor)
        assert schema(centre) == ADDS.name
        rows = centre.query("SELECT record->>'seat' FROM agent WHERE id IN ('203', '204')")
        assert rows == [("by the window",)] * 2

        stand_by(centre, older)
        change_of_leader(centre, successor, older)
        assert schema(centre) == ADDS.name
    finally:
        successor.stop()
        older.start()


def test_a_step_that_is_not_safe_leaves_the_older_ones_serving(centre: CallCentre, tmp_path: Path) -> None:
    newer, ports = NewerVersion(tmp_path / "newer", ADDS, RENAMES), free_ports()
    older, before = centre.stack.service, schema(centre)
    scene, since = new_scene(centre), Moment.now()
    dsn = make_conninfo(
        centre.stack.dsn,
        password=centre.stack.secrets["postgres"],
        application_name=f"acd {working_role()}",  # as a stand-by of this version
    )
    with psycopg.connect(dsn) as another, ThreadPoolExecutor() as pool:
        environment = centre.stack.service.environment | {"ACD_HTTP_PORT": str(ports.http)}
        ended = pool.submit(newer.acd, "run", env=environment)
        asked = "SELECT 1 FROM pg_stat_activity WHERE application_name = 'acd lease of code 9003'"
        centre.until(lambda: centre.query(asked) or None, 30, "the newer version to stand by")
        older.stop()
        refused = ended.result(60)
        assert refused.returncode == 2
        assert f"one of {newest()} on this machine (session {another.info.backend_pid})" in refused.stderr
    assert schema(centre) == before
    older.start()
    goes_on(scene, since)
    for caller in (scene.ringer, scene.waiter):
        caller.hang_up()
    all_is_over(centre)
