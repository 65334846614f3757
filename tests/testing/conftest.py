from collections.abc import Iterator

import pytest

from tests.testing.exchange import Exchange, running_exchange


@pytest.fixture(scope="session")
def exchange(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Exchange]:
    with running_exchange(tmp_path_factory.mktemp("exchange")) as running:
        yield running


@pytest.fixture(scope="session")
def sip_server_port(exchange: Exchange) -> int:
    return exchange.sip_port
