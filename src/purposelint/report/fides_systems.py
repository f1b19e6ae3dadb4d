"""Fides systems: the service with what it says it uses data for, and those whom it hands data to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from purposelint.domain.catalog import Catalog
from purposelint.domain.policy import Policy, Purpose
from purposelint.domain.verdict import Finding
from purposelint.report.fides_datasets import categories_of, is_column
from purposelint.report.fides_keys import is_key, keys_for

_SELF = "self"
_SPECIAL = "special."
_LEGAL_BASES = {
    basis.casefold(): basis
    for basis in (
        "Consent",
        "Contract",
        "Legal obligations",
        "Vital interests",
        "Public interest",
        "Legitimate interests",
    )
}
"""The words that Fides knows for a legal basis; what a policy says otherwise stands in `meta`."""


class Systems:
    """The service and its recipients, from all uses of one run."""

    def __init__(
        self,
        uses: Sequence[Finding],
        policy: Policy,
        catalog: Catalog,
        service: str,
        datasets: Mapping[str, str],
    ) -> None:
        """`datasets` are the keys of the datasets by vendor."""
        self._uses = uses
        self._policy = policy
        self._catalog = catalog
        self._service = service
        self._datasets = datasets
        self._key = keys_for([service])[service]
        self._parties = keys_for((_party(one) for one in uses if _leaves(one)), [self._key])

    def systems(self) -> list[dict[str, Any]]:
        """The service first, then whoever gets data from it, by name."""
        return [self._own(), *(self._recipient(party) for party in self._parties)]

    def _own(self) -> dict[str, Any]:
        head = self._policy.head
        system: dict[str, Any] = {
            "fides_key": self._key,
            "name": self._service,
            "system_type": "Service",
            "dataset_references": list(self._datasets.values()),
            "egress": [self._egress(party) for party in self._parties],
            "privacy_declarations": self._declarations(),
            "legal_name": head.controller,
            "dpo": head.contact,
            "legal_basis_for_transfers": self._safeguards(),
            "meta": self._meta(),
        }
        return {key: value for key, value in system.items() if value or key == "privacy_declarations"}

    def _egress(self, party: str) -> dict[str, Any]:
        categories = self._categories(self._sent_to(party))
        flow: dict[str, Any] = {"fides_key": self._parties[party], "type": "system"}
        return {**flow, "data_categories": categories} if categories else flow

    def _sent_to(self, party: str) -> list[Finding]:
        return [one for one in self._uses if _leaves(one) and _party(one) == party]

    def _declarations(self) -> list[dict[str, Any]]:
        """One for each use in Fides's words of each declared purpose."""
        found = [
            self._declaration(name, use, len(purpose.fides) > 1)
            for name, purpose in self._declared()
            for use in purpose.fides
            if is_key(use)
        ]
        return sorted(found, key=lambda one: str(one["name"]))

    def _declared(self) -> list[tuple[str, Purpose]]:
        said = {name for one in self._uses for name in one.purposes}
        return [(name, purpose) for name, purpose in self._policy.purposes.items() if name in said]

    def _declaration(self, name: str, use: str, several: bool) -> dict[str, Any]:
        uses = [one for one in self._uses if name in one.purposes]
        purpose = self._policy.purposes[name]
        made: dict[str, Any] = {
            "name": f"{name} ({use})" if several else name,
            "data_categories": self._categories(uses),
            "data_use": use,
            "data_subjects": [word for word in purpose.subjects if is_key(word)],
            "legal_basis_for_processing": _LEGAL_BASES.get(purpose.legal_basis.casefold(), ""),
            "retention_period": purpose.retention,
            "processes_special_category_data": any((one.element or "").startswith(_SPECIAL) for one in uses),
            "dataset_references": sorted(
                {self._datasets[one.vendor or ""] for one in uses if is_column(one)}
            ),
            "egress": sorted({self._parties[_party(one)] for one in uses if _leaves(one)}),
        }
        return {key: value for key, value in made.items() if value or key == "data_categories"}

    def _categories(self, uses: Iterable[Finding]) -> list[str]:
        return categories_of({one.element for one in uses if one.element}, self._catalog)

    def _meta(self) -> dict[str, Any]:
        """What Fides has no place for: the policy, and what is handled without a word that Fides knows."""
        declared = self._declared()
        undeclared = [one for one in self._uses if not one.purposes]
        subjects = [
            {"purpose": name, "stated": [word for word in one.subjects if not is_key(word)]}
            for name, one in declared
        ]
        bases = [
            {"purpose": name, "stated": one.legal_basis}
            for name, one in declared
            if one.legal_basis and one.legal_basis.casefold() not in _LEGAL_BASES
        ]
        elements = {one.element for one in self._uses if one.element}
        told: dict[str, Any] = {
            "policy": self._policy.head.id,
            "policy_version": self._policy.head.version,
            "data_categories_without_purpose": self._categories(undeclared),
            "purposes_without_data_use": [
                name for name, one in declared if not any(is_key(use) for use in one.fides)
            ],
            "elements_without_data_category": sorted(
                one for one in elements if not categories_of([one], self._catalog)
            ),
            "other_data_subjects": [one for one in subjects if one["stated"]],
            "other_legal_bases": bases,
        }
        return {key: value for key, value in told.items() if value}

    def _recipient(self, party: str) -> dict[str, Any]:
        """Somebody who gets data; whether it is a processor or a third party, nobody has said."""
        recipients = sorted({one.recipient or "" for one in self._sent_to(party)})
        known = [self._policy.recipients[name] for name in recipients if name in self._policy.recipients]
        meta = {
            key: ", ".join(value for value in (getattr(one, key) for one in known) if value)
            for key in ("country", "safeguard", "contract")
        }
        meta = {key: value for key, value in meta.items() if value}
        titles = ", ".join(one.title for one in known if one.title)
        said = f"Recipient {', '.join(recipients)} of the policy" + (f": {titles}" if titles else "")
        made: dict[str, Any] = {
            "fides_key": self._parties[party],
            "name": party,
            "description": said if known else "The policy does not say who receives this.",
            "system_type": "Recipient",
            "privacy_declarations": [],
        }
        return {**made, "meta": meta} if meta else made

    def _safeguards(self) -> list[str]:
        reached = {one.recipient for one in self._uses if _leaves(one)}
        named = [one for name, one in self._policy.recipients.items() if name in reached]
        return sorted({one.safeguard for one in named if one.safeguard})


def _leaves(use: Finding) -> bool:
    return use.recipient not in {None, "", _SELF}


def _party(use: Finding) -> str:
    """The vendor by name, else whom the policy takes the host for."""
    return use.vendor or use.recipient or ""
