"""Files that a project begins with: a commented configuration, a policy to fill in, hooks and build steps."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence

from purposelint.domain.outline import Met, Outline
from purposelint.report.escaping import visible

CONFIGURATION = "purposelint.toml"
POLICY = "privacy/policy.toml"
HOOKS = ".pre-commit-config.yaml"
GITHUB = ".github/workflows/purposelint.yml"
GITLAB = ".gitlab-ci.yml"

_WIDTH = 100


def configuration(outline: Outline, policy: str) -> str:
    """A configuration: what is in force, and as comments what was found and what could be said."""
    left_out = ", ".join(_text(f"{folder}/**") for folder in outline.samples) or _text("scripts/**")
    return "\n".join(
        [
            "# purposelint: which policy this service is held against, and what of its code counts.",
            "# Lines that begin with `#` are defaults and examples. `purposelint check` finds this file from",
            "# any folder below; an unknown key is an error.",
            "",
            *(f"# {row}" for row in found(outline)),
            "",
            "# A policy that ships (default, renqing), a file relative to this one, or package:NAME.",
            f"policy = {_text(policy)}",
            "",
            "# What git ignores, virtual environments, tests and migrations are left out already.",
            *_left_out(outline, left_out),
            "# include-tests = false",
            "",
            "# The least severe finding that fails a run: error, warning or note. Stored fields without a",
            "# purpose are warnings.",
            '# fail-on = "error"',
            "",
            "# Hosts that are the service's own: what is sent there stays with it.",
            '# own-hosts = ["api.internal.example", "*.shop.example"]',
            "",
            "# Your own elements, log wrappers, mask functions and vendors, in files as in rules/.",
            '# extend-rules = ["privacy/rules"]',
            "",
            "# Purposes are declared where data is used: `# purpose: payment` behind a statement or field.",
            "# What is none of a person's: `# not-personal: words`. What may stay as it is, with the reason:",
            "# `# purposelint: ignore[PUR101] words`. Decorators and annotations for the same come with the",
            "# package purposelint-markers.",
            "#",
            "# What whole folders are for, where comments would say the same hundreds of times. The words",
            "# are those of the policy: `purposelint policy show` lists them.",
            "# [[declare]]",
            '# paths = ["billing/**"]',
            '# purposes = ["payment"]',
            '# because = "the accountant\'s monthly list"',
            "",
        ]
    )


def _left_out(outline: Outline, patterns: str) -> list[str]:
    """Folders to leave out: offered where they are there, else shown as an example."""
    if not outline.samples:
        return [f"# exclude = [{patterns}]"]
    return ["# These folders have code that may be no part of the service:", f"# exclude = [{patterns}]"]


def found(outline: Outline) -> list[str]:
    """What a look at the project gave, a heading first."""
    files = "1 Python file" if outline.files == 1 else f"{outline.files} Python files"
    unread = f", {outline.unreadable} more that cannot be read" if outline.unreadable else ""
    rows = [f"Found in {files}{unread}:"]
    rows += _row("packages", _packages(outline))
    rows += _row("frameworks", [one.title for one in outline.of_kind("framework", "queue")])
    rows += _row("storage", outline.storage)
    rows += _row("vendors", [f"{one.vendor} ({one.title})" for one in outline.vendors])
    rows += _row("named in requirements, not imported", [one.title for one in outline.stated])
    own = "project of its own" if len(outline.services) == 1 else "projects of their own"
    rows += _row(own, list(outline.services))
    return rows


def _packages(outline: Outline) -> list[str]:
    return [f"{one.name} (in {one.folder})" if one.folder else one.name for one in outline.packages]


def _row(label: str, values: Sequence[str]) -> list[str]:
    if not values:
        return []
    return textwrap.wrap(
        f"{label}: {', '.join(visible(value) for value in values)}",
        _WIDTH,
        initial_indent="  ",
        subsequent_indent="    ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def new_policy(outline: Outline) -> str:
    """A policy to fill in: valid as it stands, with two purposes as examples."""
    vendors = ", ".join(_text(name) for name in sorted({one.vendor for one in outline.vendors}))
    return _POLICY.format(
        name=_text(outline.name or "service"),
        title=_text(f"Privacy notice of {outline.name or 'the service'}"),
        vendors=vendors or '"stripe"',
        imported=_imported(outline.vendors),
    )


def _imported(vendors: Iterable[Met]) -> str:
    names = ", ".join(one.title for one in vendors)
    return f" The code imports {visible(names)}." if names else ""


_POLICY = """\
# What this service may do with personal data, as its privacy notice says it. Every rule cites the clause
# of the notice that it comes from; reports show it. The purposes, clauses and rules below are examples:
# replace them. `purposelint policy check` tells what is missing, `purposelint policy ask ELEMENT PURPOSE`
# what is permitted, `purposelint rules` which elements there are.

# Elements that the notice knows of without permitting anything; `*` is all. Without this line an element
# that no rule names is a finding of its own (PUR501).
mentions = ["*"]

[policy]
id = {name}
title = {title}
version = "1"
default = "deny"                # what nothing permits is not permitted

[purposes.account_registration]
title = "Registering an account"
clause = "1.1"
usual = {{ store = ["identity.*"] }}  # what findings propose it for; it permits nothing

[purposes.security_protection]
title = "Keeping the service and its users safe"
clause = "1.2"
usual = {{ log = ["*"], store = ["login.*"] }}

# Who gets data besides the service itself (`self`).{imported}
# [recipients.processor]
# title = "Companies that process data for us"
# clause = "2.1"
# vendors = [{vendors}]
# hosts = ["api.partner.example"]

# What may be used for what. Left out, `recipients` and `activities` (log, share, store) are all.
[[permit]]
elements = ["identity.email", "identity.name", "identity.username"]
purposes = ["account_registration"]
recipients = ["self"]
activities = ["store"]
clause = "1.1"

[[permit]]
elements = ["login.ip_address", "identity.username"]
purposes = ["security_protection"]
recipients = ["self"]
clause = "1.2"

# What is ruled out, whatever is permitted elsewhere.
# [[forbid]]
# elements = ["special.*", "credential.*"]
# activities = ["log"]
# clause = "1.3"
"""


def hooks() -> str:
    """A configuration of pre-commit for the purposelint that is installed."""
    return """\
repos:
  - repo: local
    hooks:
      - id: purposelint
        name: purposelint
        # A new column with personal data is a warning; with `--fail-on warning` it stops the commit too.
        entry: purposelint check --force-exclude
        language: system
        types_or: [python, pyi]
        require_serial: true
        stages: [pre-commit]
      - id: purposelint-full
        name: purposelint (whole project)
        entry: purposelint check
        language: system
        pass_filenames: false
        always_run: true
        stages: [pre-push, manual]
"""


_CHECK = "purposelint check --output-format full --output github=- --output sarif-open=purposelint.sarif"


def github(version: str) -> str:
    """A workflow for GitHub: annotations on the change, and code scanning."""
    return f"""\
name: purposelint

on:
  pull_request:
  push:
    branches: [main]              # the branch that changes are merged into

permissions:
  contents: read
  security-events: write          # for code scanning alone

jobs:
  purposelint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.13"  # that runs purposelint; the service may be of another version
      # From wherever you have it: an index, as here, or "git+https://HOST/OWNER/purposelint@REVISION".
      - run: python -m pip install "purposelint=={version}"
      # The last step fails for what was found, so that code scanning hears of it before.
      - name: Check
        id: check
        run: |
          code=0
          {_CHECK} || code=$?
          echo "code=$code" >> "$GITHUB_OUTPUT"
      # A run that was not whole (exit code 3) uploads nothing: what it did not see would be taken for fixed.
      # A private repository may have no code scanning: take this step and its permission out there.
      - name: Upload to code scanning
        if: ${{{{ steps.check.outputs.code == '0' || steps.check.outputs.code == '1' }}}}
        uses: github/codeql-action/upload-sarif@v4
        with:
          sarif_file: purposelint.sarif
      - name: Result
        env:
          CODE: ${{{{ steps.check.outputs.code }}}}
        run: exit "$CODE"
"""


def gitlab(version: str) -> str:
    """A job for GitLab: findings in the merge request."""
    return f"""\
purposelint:
  image: python:3.13              # that runs purposelint; the service may be of another version
  before_script:
    # from wherever you have it: an index, as here, or "git+https://HOST/OWNER/purposelint@REVISION"
    - python -m pip install --quiet "purposelint=={version}"
  script:
    - purposelint check --output gitlab=gl-code-quality-report.json --output junit=purposelint.xml
  artifacts:
    when: always                  # also where findings fail the job
    reports:
      codequality: gl-code-quality-report.json
      junit: purposelint.xml
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
"""


def _text(value: str) -> str:
    """A text as TOML writes it."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{visible(escaped)}"' if value.isprintable() else f'"{_plain(value)}"'


def _plain(value: str) -> str:
    """A text without what TOML would have to escape."""
    return "".join(char if char.isalnum() or char in "-_./* " else "_" for char in value)
