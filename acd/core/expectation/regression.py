"""How the formula errs: a linear regression of its error, learnt wait by wait.

The formula knows nothing of reserves, of those who will come with a head start, of rings that open, of agents
who are slower than others. What it is made from tells of them all the same: so its error is regressed on its
inputs (least squares, as in Thiongane, Chan & L'Ecuyer 2015, New history-based delay predictors for service
systems; they show that with several skills it beats all estimates by the delay of the last to enter service).

The sums are those of the normal equations. They forget: a wait counts 1/e after `MEMORY` others. A ridge
pulls the correction to nothing as if `PRIOR` waits had come out as the formula says: with thin data it is the
formula that speaks, and there is no moment at which one takes over from the other.
"""

from math import sqrt
from typing import Self

from acd.model.experience import Lesson
from acd.model.ids import RegionId
from acd.model.needs import Needs

MEMORY = 1000
PRIOR = 60.0
ANEW_AFTER, ANEW_SHARE = 8, 1 / 16
"""The equations are solved anew after so many waits, or after so many of those that count: the more of them
there are, the less does another one change.
"""

SPREAD_MEMORY = 200

Inputs = tuple[float, float, float, float]
"""All in seconds: until one agent is done; until those ahead with the same needs are served; the others ahead
of whom these agents serve a share; the formula itself.
"""

_SIZE = 4
_PAIRS = [(row, column) for row in range(_SIZE) for column in range(row, _SIZE)]
_GROWTH = 1.0 / (1.0 - 1.0 / MEMORY)
_MOST_GROWTH = 1e6


class Regression:
    """What is known of the waits of one kind of contact."""

    def __init__(self, needs: Needs | None, region: RegionId | None) -> None:
        self._needs = needs
        self._region = region
        self._products = [0.0] * len(_PAIRS)
        self._errors = [0.0] * _SIZE
        self._sum = 0.0
        self._weight = 1.0
        """Of the next wait. It grows instead of all that was before shrinking."""
        self._correction: tuple[float, ...] = (0.0,) * _SIZE
        self._until_solved = ANEW_AFTER
        """So many waits more."""
        self.spread = 1.0

    @classmethod
    def of(cls, lesson: Lesson) -> Self:
        """As it was put down."""
        regression = cls(lesson.needs, lesson.region)
        regression._products = list(lesson.products)
        regression._errors = list(lesson.errors)
        regression._sum = lesson.outcomes
        regression.spread = lesson.spread
        regression._solve()
        return regression

    def lesson(self, *, others: int = 0) -> Lesson:
        """To be put down; since the last of these waits there were so many `others` in the queue."""
        return Lesson(
            needs=self._needs,
            region=self._region,
            outcomes=self.outcomes,
            products=tuple(value / self._weight for value in self._products),
            errors=tuple(value / self._weight for value in self._errors),
            spread=self.spread,
            others=others,
        )

    @property
    def outcomes(self) -> float:
        """So many waits, as far as they still count."""
        return self._sum / self._weight

    def expected_s(self, inputs: Inputs) -> float:
        """The formula, and its error as it was for such inputs; not negative."""
        a, b, c, d = inputs
        one, two, three, four = self._correction
        return max(0.0, d + one * a + two * b + three * c + four * d)

    def learn(self, inputs: Inputs, waited_s: float) -> None:
        """A wait has come to its end, of which `inputs` were known at its beginning."""
        self._learn_spread(inputs, waited_s)
        self._weight *= _GROWTH
        weight, products, errors = self._weight, self._products, self._errors
        a, b, c, d = inputs
        off = (waited_s - d) * weight
        errors[0] += a * off
        errors[1] += b * off
        errors[2] += c * off
        errors[3] += d * off
        a_, b_, c_ = a * weight, b * weight, c * weight
        products[0] += a_ * a
        products[1] += a_ * b
        products[2] += a_ * c
        products[3] += a_ * d
        products[4] += b_ * b
        products[5] += b_ * c
        products[6] += b_ * d
        products[7] += c_ * c
        products[8] += c_ * d
        products[9] += d * weight * d
        self._sum += weight
        self._until_solved -= 1
        if self._until_solved <= 0:
            self._solve()
        if weight > _MOST_GROWTH:
            self._rescale()

    def _learn_spread(self, inputs: Inputs, waited_s: float) -> None:
        """Waits spread about their mean m with the variance m·a, if service is exponential and a is the time
        until one agent is done (a sum of exponential times, each of mean a).
        """
        expected_s, step_s = self.expected_s(inputs), inputs[0]
        error = waited_s - expected_s
        relative = error * error / (step_s * (expected_s if expected_s > step_s else step_s))
        count = self._sum / self._weight
        self.spread += (relative - self.spread) / (
            PRIOR + (count if count < SPREAD_MEMORY else SPREAD_MEMORY)
        )

    def _rescale(self) -> None:
        self._products = [value / self._weight for value in self._products]
        self._errors = [value / self._weight for value in self._errors]
        self._sum /= self._weight
        self._weight = 1.0

    def _solve(self) -> None:
        """The equations by Cholesky's method; the ridge makes them solvable whatever the waits were."""
        self._until_solved = max(ANEW_AFTER, int(self.outcomes * ANEW_SHARE))
        if self._sum <= 0:
            return
        matrix = [[0.0] * _SIZE for _ in range(_SIZE)]
        for (row, column), value in zip(_PAIRS, self._products, strict=True):
            matrix[column][row] = value
        ridge = 1.0 + PRIOR / self.outcomes
        for index in range(_SIZE):
            matrix[index][index] = matrix[index][index] * ridge + 1e-9 * self._weight
        self._correction = _solved(matrix, self._errors)


def _solved(matrix: list[list[float]], right: list[float]) -> tuple[float, ...]:
    """The solution of a positive definite system, of which the lower triangle is given and destroyed."""
    size = len(right)
    found = list(right)
    for row in range(size):
        for column in range(row + 1):
            rest = matrix[row][column] - sum(
                matrix[row][inner] * matrix[column][inner] for inner in range(column)
            )
            matrix[row][column] = sqrt(rest) if row == column else rest / matrix[column][column]
        below = sum(matrix[row][inner] * found[inner] for inner in range(row))
        found[row] = (found[row] - below) / matrix[row][row]
    for row in reversed(range(size)):
        above = sum(matrix[inner][row] * found[inner] for inner in range(row + 1, size))
        found[row] = (found[row] - above) / matrix[row][row]
    return tuple(found)
