"""The texts that an object has: which one is asked for, and which one what is inside it shows then."""

from __future__ import annotations

TEXT = "__str__"
"""What `str` gives; a class without it gives its `REPR`."""

REPR = "__repr__"
"""What `repr`, `%r` and every container that holds the object give."""

ITEMS = "items"
"""The `TEXT` of each item where the value is a container: `print(*items)`, `"%s %s" % items`."""

INSIDE = {TEXT: REPR, REPR: REPR, ITEMS: TEXT}
"""The form in which the contents of a container show, by the form that is asked of it."""

STEPS = {REPR: "!r", ITEMS: "!s"}
"""The step of a path to such a form of what the caller handed in: only there its class is known."""

FORMS = {step: form for form, step in STEPS.items()}


def of_conversion(letter: str | None) -> str:
    """The form that a conversion asks for: `!r`, `%r`; any other letter, or none, is no `repr`."""
    return REPR if letter in ("r", "a") else TEXT
