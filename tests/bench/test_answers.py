"""P11: when the caller hears the agent, found in a recording; and what the row makes of it."""

import numpy as np
import pytest

from acd.testing.protocol import RATE_HZ
from acd.testing.recording import Recording
from bench.options import Options
from bench.rows import p11

HZ = 740.0


def recorded(*pieces: tuple[float, float | None], start_ns: int = 5_000_000_000) -> Recording:
    """So many seconds of a tone, or of noise where there is none."""
    dice = np.random.default_rng(1)
    sounds = []
    for length_s, hz in pieces:
        count = round(length_s * RATE_HZ)
        wave = np.sin(2 * np.pi * (hz or 0.0) * np.arange(count) / RATE_HZ) * 8000
        sounds.append(wave if hz is not None else dice.normal(0.0, 3000.0, count))
    samples = np.concatenate(sounds).astype(np.int16)
    return Recording(samples=samples, offsets=(0,), starts_ns=(start_ns,))


def test_the_moment_is_found_to_a_block() -> None:
    heard = recorded((1.0, None), (0.5, HZ))
    assert p11.first_heard_ms(heard, HZ, 5_900_000_000) == pytest.approx(100.0, abs=25.0)


def test_a_snatch_of_the_tone_and_one_from_before_do_not_count() -> None:
    heard = recorded((0.5, HZ), (0.5, None), (0.08, HZ), (0.4, None), (0.5, HZ))
    assert p11.first_heard_ms(heard, HZ, 5_600_000_000) == pytest.approx(880.0, abs=25.0)


def test_who_is_never_heard_is_told() -> None:
    with pytest.raises(ValueError, match="740 Hz was not heard"):
        p11.first_heard_ms(recorded((1.0, None)), HZ, 5_000_000_000)


@pytest.mark.parametrize(("spoken", "met"), [((150.0, 190.0), [True, True]), ((150.0, 240.0), [True, False])])
def test_p11_meets_its_aims_or_says_that_it_does_not(spoken: tuple[float, ...], met: list[bool]) -> None:
    row = p11.row(
        {p11.MUSIC: [[120.0, 130.0]], p11.ANNOUNCEMENT: [list(spoken)]}, calls=2, options=Options(rounds=1)
    )
    assert [aim.met for aim in row.aims] == met
    assert row.figures[0].name == "announcement_p50_ms"
    assert row.samples[p11.MUSIC] == [120.0, 130.0]
