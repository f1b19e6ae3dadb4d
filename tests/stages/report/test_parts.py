"""Parts of the code on the flow map: few, and none that holds nearly everything."""

from __future__ import annotations

from purposelint.report.page.parts import parts_of


def test_folders_that_all_files_share_say_nothing() -> None:
    made = parts_of(["src/shop/orders/a.py", "src/shop/mail/b.py", "src/shop/c.py"])
    assert made == {
        "src/shop/orders/a.py": "src/shop/orders",
        "src/shop/mail/b.py": "src/shop/mail",
        "src/shop/c.py": "src/shop/c.py",
    }


def test_a_folder_with_nearly_everything_is_split() -> None:
    paths = ["care/models/a.py"] * 20 + ["care/api/b.py"] * 15 + ["config/c.py"]
    assert set(parts_of(paths).values()) == {"care/models/a.py", "care/api", "config"}


def test_no_folder_is_split_into_more_than_can_be_drawn() -> None:
    paths = [f"app/models/part{number}.py" for number in range(40)] + ["lib/x.py"]
    assert set(parts_of(paths).values()) == {"app/models", "lib"}


def test_one_file_and_none_at_all_have_an_end() -> None:
    assert parts_of(["a.py"] * 9) == {"a.py": "a.py"}
    assert parts_of([]) == {}
