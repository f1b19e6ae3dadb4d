"""Arguments of a call under the names of the parameters that an entry of the catalogue gives them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from fnmatch import fnmatchcase

from purposelint.domain.expressions import Const
from purposelint.flow.objects.arguments import Argument
from purposelint.flow.state.values import ANY, MORE, Static


def named(
    parameters: Sequence[str],
    wanted: Sequence[str],
    arguments: Sequence[Argument],
    conditions: Collection[str] = (),
) -> list[tuple[str, Argument]]:
    """Arguments with the name of the entry's parameter that each fills.

    `parameters` are in order of position, `wanted` are those that the entry speaks of, `conditions`
    keywords that it asks for. A name is `*name` for the positional rest, `**name` for other keywords,
    '' where the entry has no such parameter. `*value` and `**value` in the call may fill whatever the
    entry wants.
    """
    return _Names(parameters or wanted, wanted, conditions).of(arguments)


def _is_receiver(name: str) -> bool:
    return name.partition(".")[0].removesuffix("[]") == "self"


class _Names:
    """Names of parameters, handed out argument by argument."""

    def __init__(self, parameters: Sequence[str], wanted: Sequence[str], conditions: Collection[str]) -> None:
        self.order = [name for name in parameters if name != ANY and not _is_receiver(name)]
        self.wanted = wanted
        self.conditions = conditions
        self.rest = next((n for n, name in enumerate(self.order) if name.startswith("*")), None)
        self.others = next((n for n in (*self.order, *wanted) if n.startswith("**")), "")
        self.otherwise = ANY if ANY in wanted else ""

    def of(self, arguments: Sequence[Argument]) -> list[tuple[str, Argument]]:
        found: list[tuple[str, Argument]] = []
        position = 0
        for argument in arguments:
            if argument.star == 2:
                found.append((self._of_mapping(), argument))
            elif argument.name is not None:
                found.append((self._of_keyword(argument.name), argument))
            else:
                found.append((self._of_position(position, several=argument.star == 1), argument))
                position += 1
        return found

    def _of_mapping(self) -> str:
        plain = (name for name in self.wanted if not name.startswith("*"))
        return self.others or next(plain, "") or self.otherwise

    def _of_keyword(self, name: str) -> str:
        if name in self.order or name in self.wanted or name in self.conditions:
            return name
        return self.others or (name if self.otherwise else "")

    def _of_position(self, position: int, *, several: bool) -> str:
        name = self.order[position] if position < len(self.order) else ""
        if self.rest is not None and position >= self.rest:
            name = self.order[self.rest]
        if several and not name.startswith("*"):
            name = next((n for n in self.order[position:] if n in self.wanted), name)
        return name or self.otherwise


def holds(conditions: Mapping[str, Sequence[str]], given: Sequence[tuple[str, Argument]]) -> bool:
    """Whether every condition of the entry is known to hold."""
    for parameter, allowed in conditions.items():
        argument = next((a for name, a in given if name == parameter), None)
        if argument is None or not any(_is(argument, text) for text in allowed):
            return False
    return True


def _is(argument: Argument, wanted: str) -> bool:
    """Whether an argument is a canonical name, or text of a constant, as an entry writes it."""
    value = argument.value
    for ref in value.refs:
        if (ref.name if type(ref) is Static else getattr(ref, "type", "")) == wanted:
            return True
    node = argument.arg.value if argument.arg else None
    text = value.text.partition(MORE)[0]
    if type(node) is Const and node.kind != "str":
        text = {"none": "None"}.get(node.kind, str(node.value))
    return bool(text) and fnmatchcase(text.strip().lower(), wanted.lower())
