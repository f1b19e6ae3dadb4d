"""What SQL texts write: the column of each placeholder, and the values that are only looked up."""

from __future__ import annotations

import pytest

from purposelint.domain.sql import Bound, written

_COLUMNS: list[tuple[str, dict[Bound, str]]] = [
    ("INSERT INTO people (email, plan) VALUES (%s, %s)", {0: "email", 1: "plan"}),
    ("-- signup\ninsert or replace into `shop`.`people` (`email`) values (?)", {0: "email"}),
    (
        "INSERT INTO people (email) VALUES ($1) ON CONFLICT (email) DO UPDATE SET plan = $2",
        {0: "email", 1: "plan"},
    ),
    ("INSERT INTO people (email, at) VALUES (%s, now()), (%s, lower(%s))", {0: "email", 1: "email", 2: "at"}),
    ("INSERT INTO people (email, plan) SELECT %s, plan FROM plans WHERE owner = %s", {0: "email"}),
    ("INSERT INTO people SET email = %s, plan = %s", {0: "email", 1: "plan"}),
    (
        'UPDATE ONLY "people" SET email = :mail, plan = lower(:plan) WHERE id = :id',
        {"mail": "email", "plan": "plan"},
    ),
    ("UPDATE people p SET email = %(mail)s FROM plans q WHERE q.id = %(id)s", {"mail": "email"}),
    ("INSERT INTO {} (email) VALUES (%s)", {0: "email"}),
    ("WITH old AS (SELECT 1 FROM plans WHERE id = %s) INSERT INTO people (email) VALUES (%s)", {1: "email"}),
    ("INSERT INTO people VALUES (?, ?)", {}),
    ("SELECT email::text FROM people WHERE email = :mail", {}),
    ("INSERT INTO people (note, email) VALUES ('50%s', %s)", {0: "email"}),
]


@pytest.mark.parametrize(("text", "columns"), _COLUMNS)
def test_each_placeholder_has_the_column_it_fills(text: str, columns: dict[Bound, str]) -> None:
    assert written(text).columns == columns


@pytest.mark.parametrize(
    ("text", "looked_up"),
    [
        ("UPDATE people SET plan = %s WHERE email = %s", {1}),
        ("UPDATE people SET plan = :plan WHERE email = :mail RETURNING id", {"mail"}),
        ("UPDATE people SET email = :mail WHERE email = :mail", set()),
        ("UPDATE people SET plan = (SELECT id FROM plans WHERE owner = ?), email = ? WHERE id = ?", {0, 2}),
        ("INSERT INTO people (plan) VALUES (?)", set()),
    ],
)
def test_what_is_only_compared_is_looked_up(text: str, looked_up: set[Bound]) -> None:
    assert written(text).looked_up == looked_up


def test_one_placeholder_stands_for_whole_rows() -> None:
    assert written("INSERT INTO people (email, plan) VALUES %s").rows == ("email", "plan")


@pytest.mark.parametrize(
    "text", ["'" * 9000, "/*" * 9000, "(" * 9000, 'INSERT INTO "' * 900, "%s" * 9000, ")" * 9000]
)
def test_a_text_that_is_no_statement_is_read_to_its_end(text: str) -> None:
    assert isinstance(written(text).table, str)
