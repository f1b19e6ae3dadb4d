"""Lists of a rule that read as none and would act as any."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from purposelint.domain.policy import Policy
from purposelint.errors import InputError

HEAD = '[policy]\nid = "p"\ntitle = "P"\n[purposes.payment]\ntitle = "Payment"\nclause = "1"\n'
PERMIT = {"elements": '["identity.email"]', "purposes": '["payment"]', "clause": '"1"'}
FORBID = {"elements": '["identity.email"]', "clause": '"2"'}
QUESTION = {"id": '"q"', "text": '"?"', "clause": '"1"'}
SOME = 'name some, or write ["*"] for all'
ACTIVITIES = "name some, or leave the key out for all"
PolicyOf = Callable[[str], Policy]


def _rule(kind: str, keys: dict[str, str]) -> str:
    return HEAD + f"[[{kind}]]\n" + "".join(f"{key} = {value}\n" for key, value in keys.items())


def _mistakes(load: PolicyOf, text: str) -> list[tuple[str, str]]:
    with pytest.raises(InputError) as caught:
        load(text)
    return [(each.key, each.message) for each in caught.value.mistakes]


@pytest.mark.parametrize(
    ("kind", "rule", "key", "instead"),
    [
        ("permit", PERMIT, "activities", ACTIVITIES),
        ("permit", PERMIT, "elements", SOME),
        ("permit", PERMIT, "purposes", SOME),
        ("permit", PERMIT, "recipients", 'name who gets it, or leave the key out for "self" alone'),
        ("forbid", FORBID, "activities", ACTIVITIES),
        ("forbid", FORBID, "elements", SOME),
        ("forbid", FORBID, "purposes", SOME),
        ("forbid", FORBID, "recipients", SOME),
        ("question", QUESTION, "activities", ACTIVITIES),
        ("question", QUESTION, "elements", SOME),
        ("question", QUESTION, "purposes", SOME),
        ("question", QUESTION, "recipients", SOME),
    ],
)
def test_an_empty_list_is_told_with_what_to_write_instead(
    policy_of: PolicyOf, kind: str, rule: dict[str, str], key: str, instead: str
) -> None:
    found = _mistakes(policy_of, _rule(kind, {**rule, key: "[]"}))
    assert found == [(f"the 1st [[{kind}]], {key}", f"must not be empty: {instead}")]
    full = '["log", "share", "store"]' if key == "activities" else '["*"]'
    assert policy_of(_rule(kind, {**rule, key: full})).head.id == "p"


def test_a_prohibition_that_nothing_lifts_may_say_so(policy_of: PolicyOf) -> None:
    assert policy_of(_rule("forbid", {**FORBID, "unless": "[]"})).forbids[0].unless == ()


@pytest.mark.parametrize(("kind", "rule"), [("permit", PERMIT), ("forbid", FORBID), ("question", QUESTION)])
def test_elements_of_which_none_is_left_are_not_any(
    policy_of: PolicyOf, kind: str, rule: dict[str, str]
) -> None:
    found = _mistakes(policy_of, _rule(kind, {**rule, "elements": '["identity.email", "!identity.*"]'}))
    assert [key for key, _ in found] == [f"the 1st [[{kind}]], elements"]
    assert "means no element" in found[0][1]
