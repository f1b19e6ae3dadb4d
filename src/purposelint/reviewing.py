"""The dossier of a run: what a reviewer is shown beside its verdict, gathered from every stage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from sys import stdlib_module_names

from purposelint import analysis, host, policy
from purposelint.analysis import Run
from purposelint.domain.dossier import Dossier, Ledger, Package, Silencer
from purposelint.domain.place import Place, Span
from purposelint.domain.verdict import Judgement, Verdict


def for_reviewers(made: Run) -> Verdict:
    """The verdict of a run with its dossier, and with the source lines of every flow, permitted ones too."""
    settings, verdict = made.settings, made.verdict
    silencers = (
        *made.ledger.silencers,
        *_own_guards(made, verdict.judgements),
        *_left_out(made),
    )
    dossier = Dossier(
        policy=made.policy,
        elements=made.catalog.elements,
        promises=analysis.promises(made),
        ledger=Ledger(made.ledger.vouched, silencers),
        handovers=made.handovers,
        packages=tuple(sorted(_packages(made))),
        committed=host.committed_on(settings.root, verdict.run.commit),
    )
    every = (*verdict.findings, *(one.finding for one in verdict.judgements))
    excerpts = host.excerpts_of(settings.root, every, silenced=True)
    return replace(verdict, dossier=dossier, excerpts=excerpts)


def _own_guards(made: Run, judgements: Iterable[Judgement]) -> Iterator[Silencer]:
    flows: dict[str, list[int]] = {}
    for index, judgement in enumerate(judgements):
        if judgement.verdict == "guarded":
            flows.setdefault(judgement.why.partition(" (")[0], []).append(index)
    for guard in policy.own_guards(made.settings):
        what = f"{guard.id}: {', '.join(guard.calls)} gives {guard.gives or 'nothing'}"
        place = Place(guard.path, Span(guard.line, 1, guard.line, 1))
        ended = tuple(flows.get(guard.id, ()))
        yield Silencer("project guard", what, place, "stated in extend-rules", flows=ended)


def _left_out(made: Run) -> Iterator[Silencer]:
    found = host.left_out(made.settings, made.discovery)
    for pattern, files in found.by_pattern:
        yield Silencer("exclude", pattern, None, "stated in exclude", files=files)
    unread = "not read unless asked for"
    if found.not_included:
        yield Silencer("exclude", "what include does not name", None, unread, files=found.not_included)
    if found.tests:
        yield Silencer("exclude", "tests and migrations", None, unread, files=found.tests)


def _packages(made: Run) -> Iterator[Package]:
    """Top-level packages that files import, that Python, the project and the rules do not have."""
    libraries = made.catalog.libraries.values()
    known = {name for library in libraries for name in library.imports}
    known |= {library.name.partition("#")[0] for library in libraries}
    known |= {name.partition(".")[0] for name in made.program.modules} | stdlib_module_names
    files: dict[str, set[str]] = {}
    for module in made.program.modules.values():
        for one in module.facts.imports:
            name = one.module.partition(".")[0]
            if one.level == 0 and name and name not in known:
                files.setdefault(name, set()).add(module.path)
    for name, paths in files.items():
        yield Package(name, tuple(sorted(paths)))
