"""`acd doctor`: looks at everything that a service with given settings needs, and says what to change.

Each file looks at one part and gives findings. Nothing here disturbs a service that runs: Asterisk is asked
under an application name of our own, PostgreSQL in sessions that take no lock and write no row, and what is
tried out (a silent sound, an empty bridge) is taken away again. What cannot be seen is said to be unseen.
"""

from acd.doctor.examination import examine
from acd.doctor.finding import Finding, Level

__all__ = ["Finding", "Level", "examine"]
