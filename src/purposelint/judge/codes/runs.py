"""PUR9xx: why a run says less than it seems to."""

from __future__ import annotations

from purposelint.domain.verdict import Code

FILE_NOT_ANALYSED = Code(
    code="PUR901",
    name="file-not-analysed",
    severity="error",
    summary="A file in scope could not be read as Python, so nothing is known about it.",
    explanation="""\
The file cannot be decoded or parsed. Everything else is checked, but the run is not clean: what
this file does with personal data nobody has looked at.

Earns it:

    def sign_in(user:
        logger.info(user.email)

Does not: the same file with its bracket closed, or left out through `exclude`.""",
    remedy="Mend the file, exclude it, or accept the gap with --allow-unparsed.",
)

NOTHING_ANALYSED = Code(
    code="PUR902",
    name="nothing-analysed",
    severity="error",
    summary="No Python file was analysed, so the run shows nothing.",
    explanation="""\
A path that holds no Python file, or an `exclude` that leaves none, must not look like a service
without findings: the run ends with exit code 3, whatever options it has.

Earns it, where docs/ holds pages and no Python file:

    $ purposelint check docs/

Does not: the same command where docs/ holds a conf.py that nothing excludes.""",
    remedy="Check the paths given, and what the configuration includes and excludes.",
)
