"""Module names from paths, and which file an import means."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from purposelint.domain.program import Program

Linked = Callable[[dict[str, str]], Program]


def names(program: Program) -> dict[str, str]:
    return {module.path: name for name, module in program.modules.items()}


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["manage.py", "app/__init__.py", "app/models.py"], ["manage", "app", "app.models"]),
        (["src/app/__init__.py", "src/app/models.py"], ["app", "app.models"]),
        (["src/app/models.py"], ["app.models"]),
        (["scripts/run.py"], ["scripts.run"]),
        (["one/__init__.py", "two/__init__.py", "two/x.py"], ["one", "two", "two.x"]),
        (["backend/app/__init__.py", "backend/app/x.py"], ["app", "app.x"]),
        (["__init__.py", "models.py"], ["__init__", "models"]),
    ],
)
def test_a_layout_gives_names(linked: Linked, paths: list[str], expected: list[str]) -> None:
    assert names(linked(dict.fromkeys(paths, ""))) == dict(zip(paths, expected, strict=True))


def test_an_absolute_import_decides_where_packages_begin(linked: Linked) -> None:
    files = {
        "services/pay/app/models.py": "class User: ...",
        "services/pay/app/views.py": "from app.models import User",
    }
    program = linked(files)
    assert sorted(program.modules) == ["app.models", "app.views"]
    assert program.resolve("app.views", "User") == "app.models.User"


def test_src_is_a_package_where_imports_say_so(linked: Linked) -> None:
    program = linked({"src/app/models.py": "class User: ...", "main.py": "from src.app.models import User"})
    assert program.resolve("main", "User") == "src.app.models.User"


def test_services_that_share_names_are_told_apart_and_see_their_own(linked: Linked) -> None:
    files = {}
    for service in ("pay", "mail"):
        files[f"services/{service}/app/models.py"] = "class User: ..."
        files[f"services/{service}/app/views.py"] = "from app.models import User"
    program = linked(files)
    assert len(program.modules) == 4
    assert program.resolve("services.pay.app.views", "User") == "services.pay.app.models.User"
    assert program.resolve("services.mail.app.views", "User") == "services.mail.app.models.User"


def test_the_root_nearest_to_the_project_keeps_plain_names(linked: Linked) -> None:
    files = {
        "app/__init__.py": "",
        "app/models.py": "",
        "copies/app/__init__.py": "",
        "copies/app/models.py": "",
    }
    assert sorted(linked(files).modules) == ["app", "app.models", "copies.app", "copies.app.models"]


def test_a_module_beside_a_package_of_its_name_is_not_lost(linked: Linked) -> None:
    program = linked({"app.py": "x = 1", "app/__init__.py": "y = 1", "main.py": "from app import y"})
    assert names(program) == {"app.py": "app#2", "app/__init__.py": "app", "main.py": "main"}


def test_a_shared_library_without_init_files_is_found_from_elsewhere(linked: Linked) -> None:
    files = {
        "libs/shared/models.py": "class User: ...",
        "services/pay/views.py": "from shared.models import User",
    }
    program = linked(files)
    assert program.resolve("services.pay.views", "User") == "shared.models.User"


@pytest.mark.parametrize(
    ("path", "statement", "name", "expected"),
    [
        ("app/integrations/stripe.py", "import stripe", "stripe.Charge", "stripe.Charge"),
        ("alembic/env.py", "from alembic import context", "context.run", "alembic.context.run"),
        ("vendor/requests/__init__.py", "import requests", "requests.get", "requests.get"),
        ("app/logging.py", "import logging", "logging.info", "logging.info"),
        ("docker/deploy.py", "import docker", "docker.from_env", "docker.from_env"),
    ],
)
def test_names_of_outside_packages_stay_outside(
    linked: Linked, path: str, statement: str, name: str, expected: str
) -> None:
    program = linked({path: "def get(): ...", "app/pay.py": statement, "app/views.py": "from app import pay"})
    assert program.resolve("app.pay", name) == expected


def test_a_script_finds_its_neighbour(linked: Linked) -> None:
    program = linked({"scripts/run.py": "import helpers", "scripts/helpers.py": "def go(): ..."})
    assert program.resolve("scripts.run", "helpers.go") == "helpers.go"
    assert "helpers.go" in program.functions


@pytest.mark.parametrize(
    ("statement", "used", "expected"),
    [
        ("import stripe", "stripe.Charge.create", "stripe.Charge.create"),
        ("import os.path", "os.path.join", "os.path.join"),
        ("from stripe import Charge as C", "C.create", "stripe.Charge.create"),
        ("import app.sub.deep", "app.sub.deep.run", "app.sub.deep.run"),
        ("import app.sub.deep as d", "d.run", "app.sub.deep.run"),
        ("from app.sub import deep", "deep.run", "app.sub.deep.run"),
        ("from app.sub import run_again", "run_again", "app.sub.deep.run"),
        ("from .sub.deep import run", "run", "app.sub.deep.run"),
        ("from . import sub", "sub.run_again", "app.sub.deep.run"),
        ("from .sub import *", "run_again", "app.sub.deep.run"),
        ("from .sub import *", "_hidden", ""),
        ("from .listed import *", "_listed", "app.listed._listed"),
        ("from .listed import *", "unlisted", ""),
        ("from pyramid.exceptions import *", "HTTPFound()", "pyramid.exceptions.HTTPFound()"),
        ("import logging\nlog = logging", "log.info", "logging.info"),
        ("from app.sub import deep\ngo = deep.run", "go", "app.sub.deep.run"),
        ("", "print", "builtins.print"),
        ("def print(x): ...", "print", "app.main.print"),
        ("", "nowhere.x", ""),
        ("try:\n    import ujson as json\nexcept ImportError:\n    import json", "json.dumps", "ujson.dumps"),
        ("try:\n    from fast import f\nexcept ImportError:\n    from .sub import f", "f", "app.sub.f"),
        ("from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from .sub import f", "f", "app.sub.f"),
        ("from app.missing import thing", "thing.x", "app.missing.thing.x"),
    ],
)
def test_a_name_means_what_its_import_says(linked: Linked, statement: str, used: str, expected: str) -> None:
    program = linked(
        {
            "app/__init__.py": "",
            "app/main.py": f"{statement}\n{used if used.endswith('()') else ''}\n",
            "app/sub/__init__.py": "from .deep import run as run_again\ndef f(): ...\n_hidden = 1\n",
            "app/sub/deep.py": "def run(): ...\n",
            "app/listed.py": "__all__ = ['_listed']\ndef _listed(): ...\ndef unlisted(): ...\n",
        }
    )
    assert program.resolve("app.main", used) == expected


def test_import_cycles_end(linked: Linked) -> None:
    program = linked(
        {
            "a.py": "from b import x, y\nfrom b import *\ndef z(): ...",
            "b.py": "from a import x, z\nfrom a import *\ndef y(): ...",
        }
    )
    assert program.resolve("a", "y") == "b.y"
    assert program.resolve("b", "z") == "a.z"
    assert program.resolve("a", "x").endswith("x")


def test_a_long_chain_of_re_exports_ends(linked: Linked) -> None:
    files = {f"m{number}.py": f"from m{number + 1} import f" for number in range(500)}
    files["m500.py"] = "def f(): ..."
    program = linked(files)
    assert program.resolve("m480", "f") == "m500.f"
    assert program.resolve("m0", "f").endswith(".f")


def test_function_level_imports_are_told_with_the_function(linked: Linked) -> None:
    program = linked(
        {"a.py": "def f():\n    from stripe import Charge\n    def g():\n        return Charge.create()\n"}
    )
    inner = program.functions["a.f.g"]
    assert inner.imports == {"Charge": "stripe.Charge"}
    assert program.resolve("a", "Charge.create", inner.imports) == "stripe.Charge.create"
    assert program.resolve("a", "Charge.create") == ""


def test_packages_are_all_first_words_of_imports(linked: Linked) -> None:
    program = linked(
        {"a.py": "import os.path\nfrom stripe.error import E\nfrom . import b\ndef f():\n    import redis\n"}
    )
    assert program.packages == {"os", "stripe", "redis"}


def test_the_order_of_files_changes_nothing(linked: Linked) -> None:
    files = {
        "a.py": "from b import B\nclass A(B): ...",
        "b.py": "class B: ...",
        "c/__init__.py": "from a import A",
    }
    one, other = linked(files), linked(dict(reversed(files.items())))
    assert list(one.modules) == list(other.modules)
    assert {name: info.lineage for name, info in one.classes.items()} == {
        name: info.lineage for name, info in other.classes.items()
    }


def test_a_cycle_of_imports_hides_no_definition(linked: Linked) -> None:
    files = {
        "m/__init__.py": "from .one import *\nfrom .two import *\n",
        "m/one.py": "from m import Two\nclass One: ...\n",
        "m/two.py": "from m import One\nclass Two: ...\n",
        "use.py": "from m import One, Two\n",
    }
    program = linked(files)
    assert program.modules["use"].names == {"One": "m.one.One", "Two": "m.two.Two"}
    assert program.modules["m.one"].names["Two"] == "m.two.Two"
    assert program.modules["m.two"].names["One"] == "m.one.One"
    assert program.modules["m"].names["One"] == "m.one.One"
