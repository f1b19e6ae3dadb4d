"""What purposes are usual for: words that mean something, written out for who proposes them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from purposelint.domain.catalog import Catalog
from purposelint.domain.library import KINDS
from purposelint.domain.policy import Policy, Usual
from purposelint.domain.settings import Configuration, Settings
from purposelint.errors import InputError
from purposelint.judge.policy_facts import changed_facts
from purposelint.policy import load

PolicyOf = Callable[[str], Policy]
HEAD = '[policy]\nid = "p"\ntitle = "P"\n[purposes.payment]\ntitle = "Payment"\n'


def test_sets_are_written_out_and_globs_stay(policy_of: PolicyOf) -> None:
    sets = '[sets]\nplaces = ["location.city", "location.region"]\n'
    policy = policy_of(
        HEAD + 'usual = { log = ["places"], share = ["payment", "places"], store = ["identity.*"] }\n' + sets
    )
    assert policy.purposes["payment"].usual == Usual(
        log=("location.city", "location.region"),
        share=("payment", "location.city", "location.region"),
        store=("identity.*",),
    )


@pytest.mark.parametrize(
    ("usual", "key", "message"),
    [
        (
            'log = ["identity.emial"]',
            "item 1 of {}.log",
            'unknown element "identity.emial", did you mean "identity.email"?',
        ),
        ('store = ["*", "payment"]', "item 2 of {}.store", 'unknown element "payment"'),
        (
            'share = ["paymnet"]',
            "item 1 of {}.share",
            'unknown kind of vendor "paymnet", did you mean "payment"?',
        ),
        ('store = ["!identity.email"]', "item 1 of {}.store", '"!identity.email": nothing is taken out here'),
        ('sent = ["mail"]', "{}.sent", 'unknown key "sent"'),
    ],
)
def test_words_that_mean_nothing_are_told(policy_of: PolicyOf, usual: str, key: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        policy_of(f"{HEAD}usual = {{ {usual} }}\n")
    (mistake,) = caught.value.mistakes
    assert mistake.key == key.format("purposes.payment.usual")
    assert mistake.message.startswith(message)


def test_a_kind_of_the_projects_own_is_no_mistake(policy_of: PolicyOf) -> None:
    assert policy_of(HEAD + 'usual = { share = ["insurance"] }\n').purposes["payment"].usual.share == (
        "insurance",
    )


def test_another_proposal_is_no_other_policy(policy_of: PolicyOf) -> None:
    assert changed_facts(policy_of(HEAD), policy_of(HEAD + 'usual = { share = ["payment"] }\n')) == ()


def test_every_library_is_of_a_known_kind() -> None:
    catalog: Catalog
    catalog, _ = load(Settings(root=Path.cwd(), paths=(), configuration=Configuration()))
    kinds = {library.kind for library in catalog.libraries.values()} - {""}
    assert kinds == set(KINDS)
