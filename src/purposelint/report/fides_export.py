"""`policy export`: what the code handles, in the words of Fides, as datasets and systems."""

from __future__ import annotations

from purposelint.domain.catalog import Catalog, Confidence
from purposelint.domain.handled import handled
from purposelint.domain.policy import Policy
from purposelint.domain.verdict import Verdict
from purposelint.report.fides_datasets import dataset_keys, datasets
from purposelint.report.fides_systems import Systems
from purposelint.report.yaml_text import yaml_text

_UNNAMED = "service"


def fides_export(
    verdict: Verdict, policy: Policy, catalog: Catalog, min_confidence: Confidence, *, whole: bool
) -> str:
    """Datasets and systems as YAML. What neither policy nor code says is left out."""
    uses = tuple(handled(verdict.judgements, min_confidence))
    service = verdict.run.project or _UNNAMED
    keys = dataset_keys(uses, service)
    document = {
        "dataset": datasets(uses, keys, service, catalog),
        "system": Systems(uses, policy, catalog, service, keys).systems(),
    }
    return yaml_text(
        {key: value for key, value in document.items() if value}, _comments(verdict, catalog, whole=whole)
    )


def _comments(verdict: Verdict, catalog: Catalog, *, whole: bool) -> list[str]:
    """What a reader of the file must know of the run that made it."""
    run = verdict.run
    version = catalog.vocabulary.fideslang
    made = f"as purposelint {run.tool} reads it under policy {run.policy_id}, version {run.policy_version}."
    said = [
        f"What {run.project or _UNNAMED} handles, {made}",
        f"Labels are those of fideslang {version}. What neither policy nor code says is left out.",
    ]
    said += [] if whole else ["Only a part of the project was read."]
    said += [f"Not analysed: {one.path}: {one.message}" for one in verdict.problems]
    return said + [f"Not analysed: {fault}" for fault in verdict.faults]
