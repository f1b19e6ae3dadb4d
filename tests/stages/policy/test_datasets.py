"""Dataset files: what they label, and every mistake in them at once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from purposelint import session
from purposelint.domain.datasets import Labelled
from purposelint.errors import InputError

_SHOP = """\
dataset:
  - fides_key: shop
    collections:
      - name: accounts
        fields:
          - name: handle
            data_categories: [user.contact.email]
          - name: street
            data_categories: [user.contact.address.street]
          - name: state
            data_categories: [system.operations, system]
          - name: mixed
            data_categories: [system.operations, user.name]
          - name: token
            data_categories: [user.authorization.credentials]
          - name: other
            data_categories: [user.demographic.unheard_of]
          - name: unlabelled
"""


def _load(folder: Path, *texts: str | bytes) -> tuple[Labelled, ...]:
    names = []
    for number, text in enumerate(texts):
        names.append(f"data{number}.yml")
        (folder / names[-1]).write_bytes(text if isinstance(text, bytes) else text.encode())
    (folder / "purposelint.toml").write_text(f"datasets = {names}", encoding="utf-8")
    (folder / "app.py").write_text("x = 1\n", encoding="utf-8")
    catalog, _ = session.load(session.settings_for([folder]))
    return catalog.labelled


def test_categories_stand_for_the_elements_that_name_them(tmp_path: Path) -> None:
    found = {each.column: each for each in _load(tmp_path, _SHOP)}
    assert found["handle"].meant == (("identity.email",),)
    assert found["street"].meant == (("identity.postal_address",),)
    assert len(found["token"].elements) == 3
    assert found["other"].elements == frozenset()
    assert [name for name, each in found.items() if not each.is_personal] == ["state"]
    assert "unlabelled" not in found
    assert found["handle"].says == "data0.yml:6 labels `accounts.handle` user.contact.email"


def test_what_a_dataset_says_is_part_of_the_digest(tmp_path: Path) -> None:
    _load(tmp_path, _SHOP)
    before = session.load(session.settings_for([tmp_path]))[0].digest
    _load(tmp_path, _SHOP.replace("user.name]", "user.social]"))
    assert session.load(session.settings_for([tmp_path]))[0].digest != before


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: [1\nb", "data0.yml:2: is not valid YAML: expected ',' or ']', but got '<stream end>'"),
        ("a: \x01", "data0.yml: is not valid YAML: unacceptable character #x0001"),
        (b"\xff", "data0.yml:1: is not UTF-8 text"),
        ("", "data0.yml: dataset: a dataset file begins with a list `dataset:`"),
        ("x: 1", "data0.yml:1: dataset: a dataset file begins with a list `dataset:`"),
        ("[" * 5000, "data0.yml: is nested too deeply"),
        ("dataset: 7", "data0.yml:1: dataset: must be a list"),
        (
            "a: &x [*x, *x]\ndataset: [*x]",
            "data0.yml:1: item 1 of dataset: must be a table of keys and values",
        ),
        ("dataset:\n- name: x", "data0.yml:2: item 1 of dataset: has no `collections`"),
    ],
)
def test_a_file_that_cannot_be_read_is_a_clear_mistake(tmp_path: Path, text: str | bytes, said: str) -> None:
    with pytest.raises(InputError) as raised:
        _load(tmp_path, text)
    assert str(raised.value).startswith(said)


def test_all_mistakes_are_told_together(tmp_path: Path) -> None:
    wrong = """\
dataset:
  - collections:
      - fields:
          - name: [x]
            data_categories: user.name
          - name: y
            data_categories: [3]
          - text
"""
    with pytest.raises(InputError) as raised:
        _load(tmp_path, wrong, "x: 1")
    told = [(each.path, each.line, each.key) for each in raised.value.mistakes]
    fields = [f"item 1 of dataset, item 1 of collections, item {each} of fields" for each in (1, 2, 3)]
    assert told == [
        ("data0.yml", 3, "item 1 of dataset, item 1 of collections"),
        ("data0.yml", 4, f"{fields[0]}, name"),
        ("data0.yml", 5, f"{fields[0]}, data_categories"),
        ("data0.yml", 7, f"{fields[1]}, data_categories"),
        ("data0.yml", 8, fields[2]),
        ("data1.yml", 1, "dataset"),
    ]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "purposelint.toml").write_text('datasets = ["gone.yml"]', encoding="utf-8")
    with pytest.raises(InputError, match=r"gone\.yml: cannot be read: No such file"):
        session.load(session.settings_for([tmp_path]))


def test_without_a_dataset_no_parser_is_loaded(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text("x = 1\n", encoding="utf-8")
    program = (
        "import sys; from pathlib import Path; from purposelint import session;"
        f"session.load(session.settings_for([Path({str(tmp_path)!r})])); print('yaml' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
