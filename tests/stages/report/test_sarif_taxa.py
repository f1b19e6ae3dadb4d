"""Results refer to the Data Privacy Vocabulary: what data, and what it is declared for."""

from __future__ import annotations

import dataclasses
import json

import msgspec
from jsonschema.validators import validator_for

from purposelint.domain.verdict import Terms, Verdict
from purposelint.report import render
from stages.report.sample_verdict import logged, sample, sent
from stages.report.test_sarif import SCHEMA, run_of

TERMS = Terms(
    "2.3",
    {
        "identity.email": ("EmailAddress",),
        "identity.phone": ("pd:TelephoneNumber", "not a term", "http://x/y"),
    },
    {"payment": ("PaymentManagement",), "parcels": ("DeliveryOfGoods", "PaymentManagement")},
)


def known(*purposes: str) -> Verdict:
    """A result with declared purposes about an e-mail address, and one about a phone number."""
    email = msgspec.structs.replace(sent(), element="identity.email", purposes=purposes)
    phone = logged("phone", (48, 58), element="identity.phone", line=3)
    return dataclasses.replace(sample(found=(email, phone)), terms=TERMS)


def test_results_refer_to_terms_of_their_element_and_purposes() -> None:
    run = run_of(render("sarif", known("payment", "parcels")))
    data, purposes = run["taxonomies"]
    assert [one["id"] for one in data["taxa"]] == ["EmailAddress", "TelephoneNumber"]
    assert [one["id"] for one in purposes["taxa"]] == ["DeliveryOfGoods", "PaymentManagement"]
    assert data["taxa"][0]["helpUri"] == "https://w3id.org/dpv/pd#EmailAddress"
    assert purposes["taxa"][1]["helpUri"] == "https://w3id.org/dpv#PaymentManagement"
    assert {one["version"] for one in run["taxonomies"]} == {"2.3"}
    first, second = (result["taxa"] for result in run["results"])
    assert [one["id"] for one in first] == ["EmailAddress", "PaymentManagement", "DeliveryOfGoods"]
    assert [one["id"] for one in second] == ["TelephoneNumber"]


def test_every_reference_leads_to_its_term() -> None:
    run = run_of(render("sarif", known("parcels", "payment")))
    for result in run["results"]:
        for one in result["taxa"]:
            taxonomy = run["taxonomies"][one["toolComponent"]["index"]]
            assert taxonomy["name"] == one["toolComponent"]["name"]
            assert taxonomy["taxa"][one["index"]]["id"] == one["id"]
    told = run["tool"]["driver"]["supportedTaxonomies"]
    assert [one["name"] for one in told] == [one["name"] for one in run["taxonomies"]]


def test_what_nobody_names_is_left_out() -> None:
    run = run_of(render("sarif", known()))
    assert [one["name"] for one in run["taxonomies"]] == ["DPV-PD"]
    bare = run_of(render("sarif", dataclasses.replace(known(), terms=None)))
    assert "taxonomies" not in bare
    assert "supportedTaxonomies" not in bare["tool"]["driver"]
    assert not any("taxa" in result for result in bare["results"])


def test_the_log_stays_valid_by_the_standards_schema() -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    validator = validator_for(schema)(schema)
    for verdict in (known("payment", "parcels"), known()):
        assert not list(validator.iter_errors(json.loads(render("sarif", verdict))))
