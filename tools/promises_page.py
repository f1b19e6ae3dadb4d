"""The part of the page of policies that tells of `policy coverage` and `policy export`, with real output."""

from __future__ import annotations

import tempfile
from pathlib import Path

from fixture_marks import strip_marks
from purposelint import session
from purposelint.report.fides_export import fides_export
from purposelint.report.promises_page import promises_page

_ROOT = Path(__file__).resolve().parent.parent
_SERVICE = "clinic"
_ROWS = (24, 46)
"""Rows that are shown of the beginning of the export's two lists."""

_COVERAGE = """\
## What a policy promises and what the code does

`purposelint policy coverage [PATHS]` holds the two beside each other, both ways. It is a report: findings
do not make its exit code 1; wrong input makes it 2, a file that was not analysed 3.

- **Flows that the policy does not promise**: the open findings of `check`, by code, activity, recipient and
  declared purpose.
- **Promises that nobody keeps** (PUR502): an element, a purpose and a recipient that a permit names and no
  other rule takes back, where no flow and no stored field declares that purpose or one that it includes.
  Where the code does hand the element to the recipient, a declaration may be all that is missing; these
  stand apart. `check` never tells of PUR502.
- **Exceptions that no code makes use of**: what is permitted for purposes with `exception = true` (a law, an
  authority, a sale of the service). They are for cases that may never come, so they are no promises: they are
  not counted, and none is PUR502. A policy without such purposes has no such part.
- **Elements that only one side knows**: named by id or `group.*` in the policy and never handled, or
  handled and never named (PUR501). Elements of low sensitivity count here.

A promise that the code of another service keeps looks unkept, and so does one kept outside of PATHS; a run
over a part of the project says that it is one. Elements are folded to `group.*` where all of a group are
meant; `--format markdown` has the same rows as tables, `--format json` each element and each place. For the
sample service `clinic`:
"""

_EXPORT = """\
## What the code handles, for Fides

`purposelint policy export [PATHS] [--output FILE]` writes YAML that
[Fides](https://github.com/ethyca/fideslang) takes for datasets and systems:

| Fides | made from |
| --- | --- |
| dataset | each place where models are kept: the service itself, or the vendor that keeps them |
| collection, field | each stored model, and each of its columns that holds personal data |
| data category | the `fides` labels of the elements |
| system | the service, and each vendor or recipient that gets data from it |
| privacy declaration | each declared purpose, by its `fides` uses, with what the code declares it for |
| egress | who gets data, by vendor, else by recipient |
| data subjects, legal basis, retention | `subjects`, `legal_basis`, `retention` of the purpose |
| `legal_name`, `dpo` | `controller`, `contact` of the policy |
| transfers, `meta` of a recipient | `country`, `safeguard`, `contract` of the recipient |

What neither the policy nor the code says is left out, never made up: a flow without a declared purpose is
in no privacy declaration, a purpose without `fides` label has none, and nobody is called a third party. The
service's `meta` names them: categories without purpose, purposes without use, elements without category,
and words that Fides has no place for. Columns that hold no personal data are not written. Two parts of what
it writes of `clinic`:
"""


def promises_sections() -> list[str]:
    """Both sections, from a real run over a sample service."""
    with tempfile.TemporaryDirectory() as folder:
        service = Path(folder) / _SERVICE
        strip_marks(_ROOT / "fixtures" / _SERVICE, service)
        settings = session.settings_for([service], overrides={"cache": False, "workers": 1})
        made = session.run(settings)
        told = promises_page(made.verdict, session.promises(made))
        least = settings.configuration.min_confidence
        written = fides_export(made.verdict, made.policy, made.catalog, least, whole=True)
    datasets, systems = written.split("system:\n")
    parts = (datasets, f"system:\n{systems}")
    shown = [_beginning(part, rows) for part, rows in zip(parts, _ROWS, strict=True)]
    return [
        f"{_COVERAGE}\n```text\n$ purposelint policy coverage\n{told}```\n",
        _EXPORT + "".join(f"\n```yaml\n{part}```\n" for part in shown),
    ]


def _beginning(text: str, shown: int) -> str:
    rows = text.splitlines(keepends=True)
    return "".join(rows[:shown]) + ("# ...\n" if len(rows) > shown else "")
