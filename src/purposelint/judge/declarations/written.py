"""What declarations that are code say, in the grammar of comments.

`@purpose("payment", to="partner")` says `# purpose: payment to partner`; None stands for what is not made of
literals.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from purposelint.domain.chains import stated_text
from purposelint.domain.expressions import Call, Const, Expr, Map, Seq
from purposelint.domain.markers import METADATA, PURPOSE, PURPOSE_KEYS, Said, keyword, texts

_NOT_PERSONAL = ("not-personal", "not_personal")
COMMENTS = ("db_comment", "comment")
_IN_COMMENT = re.compile(r"(?:^|[.;]\s)\s*((?:purposes?|not-personal)\s*:.*)", re.DOTALL)
"""A column's comment is for readers of the database too: the declaration may follow a sentence."""
_LONGEST = 2000


def as_comment(call: Call) -> str | None:
    """Comment form of `purpose("payment", ..., to=..., because=..., elements=...)`."""
    purposes = [texts(argument.value) for argument in call.args if argument.name is None]
    return _joined(_option(call, "elements"), _flat(purposes), call)


def of_personal(said: Said) -> str | None:
    """Comment form of `Personal("identity.email", purpose=..., to=..., because=...)`."""
    return _joined(said.words, _option(said.call, PURPOSE), said.call)


def of_not_personal(said: Said) -> str | None:
    """Comment form of `NotPersonal("the build server's")`."""
    words = None if said.words is None else _flat((said.words, _option(said.call, "words")))
    return None if words is None else f"# not-personal: {' '.join(words)}"


def described(call: Call, *, of_field: bool = True) -> Iterator[tuple[str, str | None]]:
    """What the arguments that describe a field say, each with its name: `info={"purpose": "payment"}`.

    None stands for what is no text; of a call that may make something else it must be a constant.
    """
    for argument in call.args:
        if argument.name in METADATA:
            yield from ((f"{argument.name}=", text) for text in _in_mapping(argument.value, of_field))
        elif argument.name in COMMENTS:
            said = _IN_COMMENT.search(stated_text(argument.value)[:_LONGEST])
            if said is not None:
                yield f"{argument.name}=", f"# {said[1]}"


def _in_mapping(expr: Expr, of_field: bool) -> Iterator[str | None]:
    for key, value in _items(expr):
        name = key.lower() if isinstance(key, str) else ""
        words = texts(value)
        if name not in (*PURPOSE_KEYS, *_NOT_PERSONAL):
            continue
        if not words:
            if words is not None or _is_unreadable(value, of_field):
                yield None
        elif name in PURPOSE_KEYS:
            yield f"# {name}: {', '.join(words)}"
        else:
            yield f"# not-personal: {' '.join(words)}"


def _is_unreadable(value: Expr, of_field: bool) -> bool:
    if isinstance(value, Const):
        return value.kind != "none"
    return of_field or isinstance(value, Seq)


def _items(expr: Expr) -> Iterator[tuple[object, Expr]]:
    """Keys and values of a display `{...}` or of `dict(...)`."""
    if isinstance(expr, Map):
        yield from ((item.key.value, item.value) for item in expr.items if isinstance(item.key, Const))
    elif isinstance(expr, Call):
        yield from ((argument.name, argument.value) for argument in expr.args if argument.name)


def _joined(elements: tuple[str, ...] | None, purposes: tuple[str, ...] | None, call: Call) -> str | None:
    recipients, because = _option(call, "to"), _option(call, "because")
    if elements is None or purposes is None or recipients is None or because is None:
        return None
    parts = (
        f"{', '.join(elements)} for" if elements else "",
        ", ".join(purposes),
        f"to {', '.join(recipients)}" if recipients else "",
        f"because {' '.join(because)}" if because else "",
    )
    return "# purpose: " + " ".join(part for part in parts if part)


def _flat(lists: Iterable[tuple[str, ...] | None]) -> tuple[str, ...] | None:
    found: list[str] = []
    for words in lists:
        if words is None:
            return None
        found += words
    return tuple(found)


def _option(call: Call, name: str) -> tuple[str, ...] | None:
    """Texts of a keyword argument; empty where it is not given, None where it is not constant."""
    argument = keyword(call, name)
    return texts(argument.value) if argument is not None else ()
