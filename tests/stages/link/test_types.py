"""Classes of variables, attributes, results and annotations."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from purposelint.domain.annotations import Annotation, parse_annotation
from purposelint.domain.program import Program

Linked = Callable[[dict[str, str]], Program]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("import stripe\nx = stripe.StripeClient('k')", "stripe.StripeClient()"),
        ("class A: ...\nx = A()", "a.A"),
        ("class A:\n    @classmethod\n    def make(cls) -> 'A': ...\nx = A.make()", "a.A"),
        ("def make() -> 'redis.Redis': ...\nimport redis\nx = make()", "redis.Redis"),
        ("import redis\nx: redis.Redis = make()", "redis.Redis"),
        ("import redis\ndef make():\n    return redis.Redis()\nx = make()", "redis.Redis()"),
        ("import redis\ndef make():\n    r = redis.Redis()\n    return r\nx = make()", "redis.Redis()"),
        ("import redis\nx = None\ndef start():\n    global x\n    x = redis.Redis()", "redis.Redis()"),
        ("import a1, a2\nx = a1.A() if True else a2.A()", "a1.A()"),
        ("import logging\nx = logging.getLogger(__name__)", "logging.getLogger()"),
        ("x = unknown()", None),
        ("x = 1", None),
    ],
)
def test_variables_of_modules(linked: Linked, text: str, expected: str | None) -> None:
    assert linked({"a.py": text}).variable_types.get("a.x") == expected


def test_attributes_chain_behind_a_variable_of_another_module(linked: Linked) -> None:
    program = linked(
        {
            "app/__init__.py": "",
            "app/db.py": "import stripe\nclient = stripe.StripeClient('k')",
            "app/use.py": "import app.db\nfrom app.db import client as c",
        }
    )
    for text in ("c.charges.create", "app.db.client.charges.create"):
        assert program.resolve("app.use", text) == "stripe.StripeClient().charges.create"
    assert program.resolve("app.use", "c") == "app.db.client"


def test_attributes_of_classes_and_instances(linked: Linked) -> None:
    program = linked(
        {
            "a.py": """
            import redis
            from typing import ClassVar, Optional
            class Repo: ...
            class A:
                made = Repo()
                said: Optional[Repo] = None
                shared: ClassVar["Repo"]
                def __init__(self, repo: Repo, other):
                    self.repo = repo
                    self.other = other
                    self.cache: redis.Redis = other
                    local = redis.Redis()
                    self.client = local
            """
        }
    )
    assert program.classes["a.A"].attribute_types == {
        "made": "a.Repo",
        "said": "a.Repo",
        "shared": "a.Repo",
        "repo": "a.Repo",
        "cache": "redis.Redis",
        "client": "redis.Redis()",
    }


def test_chains_go_through_attributes_properties_calls_and_ancestors(linked: Linked) -> None:
    program = linked(
        {
            "a.py": """
            class Repo:
                def get(self) -> "User": ...
            class Base:
                repo = Repo()
                @property
                def owner(self) -> "User": ...
            class Service(Base): ...
            class User:
                def save(self): ...
            service = Service()
            """
        }
    )
    assert program.resolve("a", "service.repo.get().save") == "a.User.save"
    assert program.resolve("a", "service.owner.save") == "a.User.save"
    assert program.resolve("a", "Service().repo.get") == "a.Repo.get"
    assert program.resolve("a", "Service.missing.x") == "a.Service.missing.x"


@pytest.mark.parametrize(
    ("annotation", "type_", "element"),
    [
        ("User", "a.User", ""),
        ("'User'", "a.User", ""),
        ("Optional[User]", "a.User", ""),
        ("'Optional[User]'", "a.User", ""),
        ("Optional['User']", "a.User", ""),
        ("User | None", "a.User", ""),
        ("None | User", "a.User", ""),
        ("Union[str, User]", "a.User", ""),
        ("Annotated[User, 1]", "a.User", ""),
        ("Mapped[Optional[str]]", "builtins.str", ""),
        ("Mapped[list['User']]", "builtins.list", "a.User"),
        ("ClassVar[Final[User]]", "a.User", ""),
        ("type[User]", "a.User", ""),
        ("list[User]", "builtins.list", "a.User"),
        ("dict[str, User]", "builtins.dict", "a.User"),
        ("tuple[User, ...]", "builtins.tuple", "a.User"),
        ("tuple[User, int]", "builtins.tuple", ""),
        ("Coroutine[None, None, User]", "a.User", ""),
        ("Maybe", "a.User", ""),
        ("list[Maybe]", "builtins.list", "a.User"),
        ("T", "", ""),
        ("Any", "", ""),
        ("Callable[[int], User]", "", ""),
        ("Literal['User']", "", ""),
        ("None", "", ""),
        ("'not a type!'", "", ""),
        ("mod.Thing", "mod.Thing", ""),
    ],
)
def test_annotations(linked: Linked, annotation: str, type_: str, element: str) -> None:
    program = linked(
        {
            "a.py": f"""
            import mod
            from collections.abc import Coroutine
            from typing import Annotated, Any, Callable, ClassVar, Final, Literal, Optional, TypeVar, Union
            from sqlalchemy.orm import Mapped
            T = TypeVar("T")
            class User: ...
            Maybe = Optional[User]
            def f(x: {annotation}): ...
            """
        }
    )
    expr = program.functions["a.f"].facts.params[0].annotation
    is_class = annotation.startswith("type[")
    assert program.annotated_class("a", expr) == Annotation(type_, element, is_class=is_class)


@pytest.mark.parametrize("text", ["", "a b", "a[", "a]", "a.", "(a)", "[" * 500, "a[" * 200, "1", "a |"])
def test_text_that_is_no_annotation_is_none(text: str) -> None:
    assert parse_annotation(text) is None


def test_self_is_the_owner(linked: Linked) -> None:
    program = linked({"a.py": "from typing import Self\nclass A:\n    def with_x(self) -> Self: ...\n"})
    assert program.return_types == {"a.A.with_x": "a.A"}


def test_a_context_manager_gives_what_it_yields(linked: Linked) -> None:
    program = linked(
        {
            "a.py": """
            from collections.abc import Iterator
            from contextlib import contextmanager
            class Session:
                def save(self): ...
            @contextmanager
            def session() -> Iterator[Session]: ...
            def run():
                with session() as s:
                    s.save()
            """
        }
    )
    assert "a.Session.save" in program.functions["a.run"].callees
