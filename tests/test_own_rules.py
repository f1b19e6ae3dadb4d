"""A project's own rules describe its own functions too, by the names under which they are defined."""

from __future__ import annotations

from pathlib import Path

import pytest

from purposelint import session

_CODE = {
    "desk/__init__.py": "from desk.veils import veil\n",
    "desk/veils.py": "import _veil\n\n\ndef veil(text):\n    return _veil.veil(text)\n",
    "desk/trail.py": "class Trail:\n    def note(self, event, who):\n        self.socket.send(event, who)\n",
    "app.py": (
        "import logging\n\nfrom desk import veil\nfrom desk.trail import Trail\n\ntrail = Trail()\n\n\n"
        "def serve(user):\n"
        "    logging.info(veil(user.email))\n"
        "    trail.note('opened', user.email)\n"
        "    trail.note(user.email, 'nobody')\n"
    ),
}
_RULES = """
imports = ["*"]
[[guard]]
id = "desk.veil"
call = "desk.veils.veil"
gives = "masked"
[[sink]]
id = "desk.note"
call = "desk.trail.Trail.note"
parameters = ["event", "who"]
arguments = ["who"]
activity = "log"
"""


@pytest.mark.parametrize(
    ("rules", "lines"), [("", [(10, "low")]), (_RULES, [(11, "high")])], ids=["without", "with"]
)
def test_functions_of_the_project_are_described_by_name(
    rules: str, lines: list[tuple[int, str]], tmp_path: Path
) -> None:
    for name, text in {**_CODE, "own/libraries/desk.toml": rules}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "purposelint.toml").write_text('extend-rules = ["own"]\n', encoding="utf-8")
    settings = session.settings_for([tmp_path], tmp_path / "purposelint.toml", {"cache": False, "workers": 1})
    findings = session.check(settings).findings
    assert [(one.place.span.line, one.confidence) for one in findings] == lines
