"""What the arguments of a field's constructor say: other names, texts for people, what checks the value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from purposelint.domain.chains import dotted, stated_text
from purposelint.domain.expressions import Arg, Call, Expr, Seq
from purposelint.domain.models import Column

_TEXTS = frozenset(
    {"verbose_name", "help_text", "comment", "db_comment", "doc", "description", "label", "title"}
)
_NAMES = frozenset(
    {
        *("db_column", "name", "column_name", "db_column_name", "db_field", "source_field", "source"),
        *("alias", "validation_alias", "serialization_alias", "data_key", "attribute"),
    }
)
CHECKS = frozenset({"validators", "validate", "validator", "pattern", "regex"})


def role_of(arg: Arg, column: Column | None, position: int) -> Literal["", "name", "label"]:
    """Whether an argument is another name of the column, or a text that people read."""
    text = stated_text(arg.value)
    if arg.name in _NAMES:
        return "name" if text.replace(".", "_").isidentifier() else ""
    if arg.name in _TEXTS:
        return "label"
    if arg.name is not None or position or arg.star:
        return ""
    if column is not None and column.first:
        return column.first if text or (column.first == "label" and _says(arg.value)) else ""
    if _is_name(arg.value):
        return "name"
    return "label" if column is not None and _says(arg.value) else ""


def listed(expr: Expr) -> tuple[str, ...]:
    """Texts of a list, a tuple or a set that is written out."""
    return (
        tuple(stated_text(item) for item in expr.items if stated_text(item)) if isinstance(expr, Seq) else ()
    )


def _is_name(expr: Expr) -> bool:
    """Whether an argument is what a database calls the column: a lower-case identifier."""
    text = stated_text(expr)
    return text.isidentifier() and text.islower()


def _says(expr: Expr) -> bool:
    """Whether an argument is text for people: with a space or capital, or marked for translation."""
    if isinstance(expr, Call):
        return dotted(expr.func).rpartition(".")[2] in {"_", "gettext", "gettext_lazy", "ugettext_lazy"}
    return any(not letter.islower() and letter != "_" for letter in stated_text(expr))


def checks(expr: Expr) -> Iterator[str]:
    """Names of the functions, classes and regular expressions that check a value."""
    for check in expr.items if isinstance(expr, Seq) else (expr,):
        called = check.func if isinstance(check, Call) else check
        yield dotted(called).rpartition(".")[2]
        if isinstance(check, Call):
            yield from (dotted(arg.value).rpartition(".")[2] for arg in check.args)


def words_said(expr: Expr) -> Iterator[str]:
    """Text literals of an argument, also inside a translation call (`_("Home phone")`)."""
    if stated_text(expr):
        yield stated_text(expr)
    elif isinstance(expr, Call):
        yield from (stated_text(arg.value) for arg in expr.args if stated_text(arg.value))
