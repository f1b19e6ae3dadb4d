"""Hosts that policies and configurations state: what no address can meet, or all would, is a mistake."""

from __future__ import annotations

from pathlib import Path

import pytest

from purposelint.domain.catalog import Catalog
from purposelint.errors import InputError
from purposelint.judge.ask import recipient_of
from purposelint.policy.configuration import settings_for
from purposelint.policy.hosts import host_mistake
from purposelint.policy.policies import read_policy

HEAD = '[policy]\nid = "p"\ntitle = "P"\n[recipients.bank]\n'
ALONE = "write the host alone"
WRONG = [
    (" ", 'is blank: write a host, as in "api.example.com", or leave it out'),
    ("*", '"*" would be every host'),
    ("*.", '"*." would be every host'),
    ("*.*", '"*.*" would be every host'),
    ("https://api.bank.example:8443/v1", f'is an address: {ALONE}, "api.bank.example"'),
    ("api.bank.example/v1", f'is an address: {ALONE}, "api.bank.example"'),
    ("https://*.bank.example", f'is an address: {ALONE}, "*.bank.example"'),
    ("user@bank.example", f'is an address: {ALONE}, "bank.example"'),
    ("https:///", f'is an address: {ALONE}, as in "api.example.com"'),
    ("http://[", f'is an address: {ALONE}, as in "api.example.com"'),
    ("api.bank.example:443", f'has a port: {ALONE}, "api.bank.example"'),
    ("10.0.0.1:80", f'has a port: {ALONE}, "10.0.0.1"'),
    ("[::1]", f'has brackets: {ALONE}, "::1"'),
    ("[::1]:443", f'has a port: {ALONE}, "::1"'),
    ("api.*.example", 'write "*." before a domain'),
    ("*bank.example", 'write "*." before a domain'),
    (" api.bank.example", f'is no host: {ALONE}, "api.bank.example"'),
    ("api.bank.example.", f'is no host: {ALONE}, "api.bank.example"'),
    (".bank.example", f'is no host: {ALONE}, "bank.example"'),
    ("api..example", f'is no host: {ALONE}, as in "api.example.com"'),
    ("a.example, b.example", f'is no host: {ALONE}, as in "api.example.com"'),
]
RIGHT = [
    "api.bank.example",
    "*.bank.example",
    "API.Bank.Example",
    "*.internal",
    "db",
    "db_1.svc",
    "10.0.0.1",
    "::1",
    "bücher.example",
]


@pytest.mark.parametrize(("word", "said"), WRONG)
def test_what_is_no_host_is_told_with_the_host_that_is_meant(word: str, said: str) -> None:
    assert said in host_mistake(word)


@pytest.mark.parametrize("word", RIGHT)
def test_a_host_or_a_domain_is_none(word: str) -> None:
    assert host_mistake(word) == ""


def test_policy_and_configuration_are_told_of_theirs(catalog: Catalog, tmp_path: Path) -> None:
    (tmp_path / "p.toml").write_text(HEAD + 'title = "x"\nhosts = [\n"a.example",\n"b.example:80"]\n')
    _, mistakes = read_policy("p.toml", catalog, tmp_path)
    told = f'"b.example:80" has a port: {ALONE}, "b.example"'
    assert [str(each) for each in mistakes] == [f"p.toml:8: item 2 of recipients.bank.hosts: {told}"]
    (tmp_path / "purposelint.toml").write_text('own-hosts = ["a.example", "b.example:80"]\n')
    with pytest.raises(InputError) as caught:
        settings_for([tmp_path])
    assert [str(each) for each in caught.value.mistakes] == [
        f"purposelint.toml:1: item 2 of own-hosts: {told}"
    ]


@pytest.mark.parametrize("word", RIGHT)
def test_a_host_that_is_taken_meets_the_address_it_says(catalog: Catalog, tmp_path: Path, word: str) -> None:
    (tmp_path / "p.toml").write_text(HEAD + f'title = "x"\nhosts = "{word}"\n')
    policy, mistakes = read_policy("p.toml", catalog, tmp_path)
    assert mistakes == []
    assert policy is not None
    address = word.replace("*", "api")
    assert recipient_of(policy, "", f"[{address}]" if "::" in address else address, "share") == "bank"
