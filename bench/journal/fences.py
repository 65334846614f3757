"""What keeps a process from writing that does not lead any more: several ways, and what each costs."""

import statistics
import time

from acd.store.connection import Limits, connect
from acd.store.writing import FENCE

FENCES = {
    "none: an UPDATE that may miss": """
        UPDATE lease SET commit_no = %(commit_no)s
        WHERE floor = %(floor)s AND epoch = %(epoch)s AND commit_no = %(commit_no)s - 1""",
    "PL/pgSQL function (taken)": FENCE.decode(),
    "NULL against NOT NULL": """
        UPDATE lease SET commit_no = CASE WHEN epoch = %(epoch)s AND commit_no = %(commit_no)s - 1
        THEN %(commit_no)s END WHERE floor = %(floor)s""",
    "division by zero over a CTE": """
        WITH moved AS (
            UPDATE lease SET commit_no = %(commit_no)s
            WHERE floor = %(floor)s AND epoch = %(epoch)s AND commit_no = %(commit_no)s - 1 RETURNING 1
        ) SELECT 1 / count(*) FROM moved""",
}


async def fences(dsn: str, *, times: int) -> dict[str, float]:
    """Median ms of BEGIN, fence, ROLLBACK in one pipeline, so without a flush to disk. The kinds take
    turns.
    """
    taken: dict[str, list[float]] = {name: [] for name in FENCES}
    connection = await connect(dsn, role="bench", limits=Limits())
    found = await (await connection.execute("SELECT floor, epoch, commit_no + 1 FROM lease")).fetchone()
    values = dict(zip(("floor", "epoch", "commit_no"), found or (), strict=True))
    for _ in range(times):
        for name, statement in FENCES.items():
            began = time.perf_counter()
            async with connection.pipeline():
                await connection.execute("BEGIN")
                await connection.execute(statement.encode(), values, prepare=True)
                await connection.execute("ROLLBACK")
            taken[name].append((time.perf_counter() - began) * 1000)
    await connection.close()
    return {name: statistics.median(values) for name, values in taken.items()}
