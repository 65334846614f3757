"""What docs/database.md tells administrators to type works."""

import re
from pathlib import Path

import psycopg

import acd

PAGE = Path(acd.__file__).parent.parent / "docs" / "database.md"


def test_the_queries_of_the_documentation_can_be_run(dsn: str) -> None:
    queries = re.findall(r"^(SELECT.*?);$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert len(queries) == 5
    with psycopg.connect(dsn) as connection:
        for query in queries:
            assert connection.execute(query.encode()).fetchall() == []
