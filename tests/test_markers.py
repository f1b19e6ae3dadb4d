"""The optional markers: plain values that do nothing at run time, in a distribution of their own."""

from __future__ import annotations

import ast
import asyncio
import inspect
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Annotated, get_args

import pytest

from purposelint_markers import NotPersonal, Personal, purpose
from support.places import ROOT

_FOLDER = ROOT / "src" / "purposelint_markers"
_PROGRAM = "import purposelint_markers as m; print(m.__file__, m.NotPersonal('a host'))"


@purpose("payment", to="partner")
def charge(card_number: str, /, *, tip: int = 0) -> int:
    """Charge a card."""
    return len(card_number) + tip


@purpose("payment")
async def refund(card_number: str) -> int:
    return len(card_number)


@purpose("payment", elements=["financial.payment_card"], because="the bank asks")
class Till:
    """Where one pays."""


def test_what_is_decorated_stays_what_it_was() -> None:
    assert (charge.__name__, charge.__doc__) == ("charge", "Charge a card.")
    assert str(inspect.signature(charge)) == "(card_number: 'str', /, *, tip: 'int' = 0) -> 'int'"
    assert charge("12", tip=1) == 3
    assert inspect.iscoroutinefunction(refund)
    assert asyncio.run(refund("12")) == 2
    assert isinstance(Till(), Till)


def test_a_block_is_entered_and_lets_exceptions_pass() -> None:
    async def inside() -> str:
        async with purpose("payment") as entered:
            return repr(entered)

    assert asyncio.run(inside()) == "purpose(purposes=('payment',))"
    with pytest.raises(KeyError), purpose("payment"):
        raise KeyError


def test_markers_are_equal_and_hashable_by_what_they_say() -> None:
    assert Personal("identity.email", purpose="payment") == Personal("identity.email", purpose=["payment"])
    assert len({NotPersonal("a host"), NotPersonal("a host"), NotPersonal("a list")}) == 2
    assert Personal("identity.email") != purpose("identity.email")
    assert not isinstance(Personal("identity.email"), str)


def test_annotations_hold_markers_and_can_be_made_optional() -> None:
    marked = Annotated[str, Personal("identity.email", purpose="payment")]
    assert get_args(marked) == (str, Personal("identity.email", purpose="payment"))
    assert get_args(marked | None) == (marked, type(None))


def test_they_are_few_lines_and_need_nothing_but_the_standard_library() -> None:
    text = (_FOLDER / "__init__.py").read_text(encoding="utf-8")
    assert len(text.splitlines()) < 100
    nodes = list(ast.walk(ast.parse(text)))
    modules = [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]
    modules += [each.name for node in nodes if isinstance(node, ast.Import) for each in node.names]
    assert {module.partition(".")[0] for module in modules} <= sys.stdlib_module_names
    assert (_FOLDER / "LICENSE").read_bytes() == (ROOT / "LICENSE").read_bytes()


def _run(*arguments: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=False, cwd=cwd)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from the source distribution, as an index would get it."""
    target = tmp_path_factory.mktemp("dist")
    built = _run("-m", "build", "--no-isolation", "--outdir", str(target), str(_FOLDER))
    assert built.returncode == 0, built.stdout + built.stderr
    (made,) = target.glob("*.whl")
    return made


def test_the_wheel_holds_the_package_alone(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    own = [name for name in names if ".dist-info/" not in name]
    assert sorted(own) == ["purposelint_markers/__init__.py", "purposelint_markers/py.typed"]
    metadata = next(name for name in names if name.endswith("METADATA"))
    assert "Requires-Dist" not in zipfile.ZipFile(wheel).read(metadata).decode()


def test_the_wheel_can_be_imported_alone(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    done = _run("-I", "-S", "-c", f"import sys; sys.path.insert(0, {str(tmp_path)!r}); {_PROGRAM}")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(str(tmp_path))
    assert done.stdout.strip().endswith("NotPersonal(words='a host')")
