"""The same tests on the real Asterisk and on the simulated one.

The simulated one runs twice: with each of two ways in which the real one may order what it leaves open.
`-k simulated` takes seconds.
"""

from collections.abc import AsyncIterator, Iterator

import pytest

from acd.sim.switch import Order
from tests.asterisk.render.switch import Switch, company
from tests.contract.real import RealScenery
from tests.contract.scenery import Desk, Scenery
from tests.contract.simulated import SimScenery
from tests.contract.stage import Stage, staged

ORDERS = {
    "simulated": Order(),
    "simulated-slow": Order(entering_s=0.1, travelling_s=0.1, ending_s=0.1, ringing_state_first=False),
}


@pytest.fixture(scope="session")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Switch]:
    """A real Asterisk as we render it."""
    made = Switch(tmp_path_factory.mktemp("contract"), company())
    made.process.start()
    yield made
    made.process.stop()


@pytest.fixture(params=["real", *ORDERS])
async def scenery(request: pytest.FixtureRequest) -> Scenery:
    """One Asterisk, with nobody in it."""
    if request.param != "real":
        return SimScenery(ORDERS[request.param])
    rendered: Switch = request.getfixturevalue("rendered")
    return RealScenery(rendered)


@pytest.fixture
async def stage(scenery: Scenery) -> AsyncIterator[Stage]:
    """Our service's end of it."""
    async with staged(scenery) as ready:
        yield ready


@pytest.fixture
async def alice(stage: Stage) -> Desk:
    """A desk phone. Another of the company, `bob`, is not registered."""
    return await stage.scenery.desk("alice")
