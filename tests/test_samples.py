"""The syntax that docs/declarations.md teaches works under the real libraries, and is read as it says."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from types import ModuleType

import django
import pytest
from django.conf import settings as django_settings

from fixture_marks import Mark
from purposelint import session
from purposelint.analysis import Run
from purposelint.judge.declarations.coverage import Coverage
from purposelint.judge.declarations.reading import read_declarations
from support.marks import difference, found_marks
from support.samples import SAMPLES, unmarked

_NAMES = sorted(path.stem for path in SAMPLES.glob("*.py"))


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> tuple[set[Mark], set[str], Run]:
    """Findings expected, what is to be read, and what a run over the samples gave."""
    folder = tmp_path_factory.mktemp("run") / "samples"
    expected, reads = unmarked(folder)
    return expected, reads, session.run(session.settings_for([folder], overrides={"cache": False}))


def _told(made: Run) -> Iterator[str]:
    """Each stored field and flow that a declaration settles, and the fields of records with theirs."""
    for one in made.verdict.judgements:
        place, element = one.finding.place, one.finding.element
        if one.verdict == "permitted":
            yield f"{place.path}:{place.span.line}: {element} {', '.join(one.finding.purposes)}"
        elif one.why.startswith("declared not personal") and one.finding.activity == "store":
            yield f"{place.path}:{place.span.line}: {element} not-personal"
    declared = read_declarations(made.program, made.catalog, made.policy, made.settings)
    for sighting in (each for found in made.sightings.fields.values() for each in found if not each.model):
        coverage = Coverage(declared.scopes, declared.bounds, declared.side)
        coverage.observe(sighting)
        said = sorted(", ".join(getattr(used, "purposes", ("not-personal",))) for used in coverage.used)
        if said and sighting.place is not None:
            yield f"{sighting.place.path}:{sighting.place.span.line}: {sighting.element} {'; '.join(said)}"


def test_every_declaration_is_read(read: tuple[set[Mark], set[str], Run]) -> None:
    _, reads, made = read
    assert len(reads) > 40
    assert sorted(set(_told(made)) ^ reads) == []


def test_marked_lines_are_findings_and_others_silent(read: tuple[set[Mark], set[str], Run]) -> None:
    expected, _, made = read
    wrong = difference(expected, found_marks(made.verdict))
    assert not wrong, f"\n{wrong}"


@pytest.fixture
def sample(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """One of the samples, imported under its real library."""
    monkeypatch.syspath_prepend(str(SAMPLES))
    if not django_settings.configured:
        memory = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
        django_settings.configure(DATABASES=memory, DEFAULT_AUTO_FIELD="django.db.models.AutoField")
        django.setup()
    yield importlib.import_module(request.param)
    sys.modules.pop(request.param, None)


@pytest.mark.parametrize("sample", _NAMES, indirect=True)
def test_it_runs_under_the_real_library(sample: ModuleType) -> None:
    assert sample.run().email == "a@example.org"
