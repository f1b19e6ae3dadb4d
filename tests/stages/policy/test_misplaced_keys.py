"""Keys of the whole file that stand below the header of a table, which makes them another's."""

from __future__ import annotations

from pathlib import Path

import pytest

from purposelint.domain.catalog import Catalog
from purposelint.errors import InputError
from purposelint.policy.configuration import settings_for
from purposelint.policy.policies import read_policy

HEAD = '[policy]\nid = "p"\ntitle = "P"\n'
MENTIONS = 'mentions = ["identity.email"]\n'
TOP = "`mentions` belongs at the top of the file, above all tables"


@pytest.mark.parametrize(
    ("text", "key", "said"),
    [
        (HEAD, "policy.mentions", 'unknown key "mentions"'),
        (HEAD + '[recipients.bank]\ntitle = "x"\n', "recipients.bank.mentions", 'unknown key "mentions"'),
        (
            HEAD + '[[forbid]]\nelements = ["*"]\nclause = "1"\n',
            "the 1st [[forbid]], mentions",
            'unknown key "mentions"',
        ),
        (HEAD + "[purposes]\n", "purposes.mentions", "must be a table, not a list"),
        (HEAD + "[sets]\n", "sets.mentions", "cannot be the name of a set"),
    ],
)
def test_a_key_below_a_header_is_told_where_it_belongs(
    catalog: Catalog, tmp_path: Path, text: str, key: str, said: str
) -> None:
    (tmp_path / "p.toml").write_text(text + MENTIONS)
    _, mistakes = read_policy("p.toml", catalog, tmp_path)
    line = text.count("\n") + 1
    told = [
        (each.key, each.line, each.message.startswith(said), TOP.rpartition("` ")[2] in each.message)
        for each in mistakes
    ]
    assert told == [(key, line, True, True)]


def test_a_purpose_may_be_called_as_a_key_is(catalog: Catalog, tmp_path: Path) -> None:
    (tmp_path / "p.toml").write_text(
        HEAD + '[purposes.mentions]\ntitle = "Mentions of others"\nclause = "1"\n'
    )
    _, mistakes = read_policy("p.toml", catalog, tmp_path)
    assert mistakes == []


@pytest.mark.parametrize(
    ("name", "prefix", "where"),
    [
        ("purposelint.toml", "", "at the top of the file, above all tables"),
        ("pyproject.toml", "tool.purposelint.", "in [tool.purposelint], above the tables in it"),
    ],
)
def test_so_is_one_of_the_configuration(tmp_path: Path, name: str, prefix: str, where: str) -> None:
    table = f'[[{prefix}declare]]\npaths = ["a/**"]\npurposes = ["payment"]\nexclude = ["b/**"]\n'
    (tmp_path / name).write_text(table)
    with pytest.raises(InputError) as caught:
        settings_for([tmp_path])
    assert [str(each) for each in caught.value.mistakes] == [
        f'{name}:4: the 1st [[{prefix}declare]], exclude: unknown key "exclude": `exclude` belongs {where}'
    ]
