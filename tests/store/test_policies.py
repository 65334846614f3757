import asyncio

import pytest

from acd.runtime.ports import LeadershipLost
from acd.store.policies import AT_START, in_force, save, to_keep
from tests.store.leading import lead


async def epoch_of(dsn: str, floor: str = "main") -> int:
    leadership = await lead(dsn, floor)
    await leadership.release()
    return leadership.epoch


async def test_versions_count_up_and_the_newest_is_in_force(dsn: str) -> None:
    epoch = await epoch_of(dsn)
    assert await in_force(dsn, "main") is None
    first = await save(dsn, "main", epoch=epoch, company="numbers: []", author="anna")
    second = await save(dsn, "main", epoch=epoch, company="numbers: [1] # é", author="bela")
    assert (first.version, second.version) == (1, 2)
    assert (second.company, second.author) == ("numbers: [1] # é", "bela")
    assert second.applied_at > 1_700_000_000
    assert await in_force(dsn, "main") == second


async def test_the_same_text_again_is_the_same_version(dsn: str) -> None:
    epoch = await epoch_of(dsn)
    first = await save(dsn, "main", epoch=epoch, company="a", author="anna")
    assert await save(dsn, "main", epoch=epoch, company="a", author="anna") == first
    await save(dsn, "main", epoch=epoch, company="b", author="anna")
    back = await save(dsn, "main", epoch=epoch, company="a", author="anna")
    assert (back.version, back.sha256) == (3, first.sha256)


async def test_a_start_keeps_what_was_applied_since_the_last_start_with_the_same_file(dsn: str) -> None:
    epoch = await epoch_of(dsn)
    assert await to_keep(dsn, "main", "file") is None
    await save(dsn, "main", epoch=epoch, company="file", author=AT_START)
    applied = await save(dsn, "main", epoch=epoch, company="better", author="anna")
    assert await to_keep(dsn, "main", "file") == applied
    assert await to_keep(dsn, "main", "better") is None  # another file than last time: it counts
    started = await save(dsn, "main", epoch=epoch, company="better", author=AT_START)
    assert started.version == applied.version + 1
    assert await to_keep(dsn, "main", "file") is None


async def test_two_saves_at_once_make_two_versions(dsn: str) -> None:
    epoch = await epoch_of(dsn)
    both = await asyncio.gather(
        save(dsn, "main", epoch=epoch, company="a", author="anna"),
        save(dsn, "main", epoch=epoch, company="b", author="bela"),
    )
    assert sorted(file.version for file in both) == [1, 2]


async def test_who_does_not_lead_saves_nothing(dsn: str) -> None:
    stale = await epoch_of(dsn)
    await epoch_of(dsn)
    with pytest.raises(LeadershipLost):
        await save(dsn, "main", epoch=stale, company="a", author="anna")
    assert await in_force(dsn, "main") is None


async def test_floors_have_versions_of_their_own(dsn: str) -> None:
    for floor in ("north", "south"):
        epoch = await epoch_of(dsn, floor)
        assert (await save(dsn, floor, epoch=epoch, company=floor, author="anna")).version == 1
