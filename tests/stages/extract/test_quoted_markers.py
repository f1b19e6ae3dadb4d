"""Markers in annotations that are written as one string."""

from __future__ import annotations

import re

import pytest

from purposelint.domain.expressions import Const
from stages.extract.rendering import facts_of


def shape(annotation: str) -> str:
    """The annotation of a parameter, without the points at which its parts stand."""
    (parameter,) = facts_of(f"def f(mail: {annotation}): ...").functions[1].params
    return re.sub(r"\b(at|to)=\d+|(?<=')(, \d+)+", "", repr(parameter.annotation))


@pytest.mark.parametrize(
    "annotation",
    [
        "Annotated[str, Personal('identity.email')]",
        "Annotated[str | None, m.Personal('identity.email', purpose=['payment', 'b',], to='self'), X()]",
        "Mapped[Annotated[str, NotPersonal('a list'), ('a', 'b')]]",
    ],
)
def test_a_quoted_annotation_is_what_it_says(annotation: str) -> None:
    assert shape(f'"{annotation}"') == shape(annotation)


@pytest.mark.parametrize(
    "annotation",
    [
        "Annotated[str, Personal('identity.email']",
        "Annotated[str, Personal(1)]",
        "Annotated[str, Personal('a' 'b')]",
        "Annotated[str, Personal(a='x'",
        "Personal('identity.email')",
        f"Annotated[str, {'(' * 200}{')' * 200}]",
    ],
)
def test_a_string_that_is_something_else_stays_one(annotation: str) -> None:
    (parameter,) = facts_of(f'def f(mail: "{annotation}"): ...').functions[1].params
    assert isinstance(parameter.annotation, Const)
