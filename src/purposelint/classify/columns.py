"""What a field's annotation and value say of what it holds: shape, element, and what a key points to."""

from __future__ import annotations

from dataclasses import dataclass, field

from purposelint.classify.aliases import Aliases
from purposelint.classify.column_arguments import CHECKS, checks, listed, role_of, words_said
from purposelint.classify.column_types import PROJECT_CLASS, TypeIndex
from purposelint.classify.constants import Constants
from purposelint.domain.catalog import Shape
from purposelint.domain.chains import dotted, stated_text
from purposelint.domain.expressions import Attr, Binary, Call, Const, Expr, Name, Seq, Sub
from purposelint.domain.facts import Field
from purposelint.domain.models import Column

_DEPTH = 6
_TYPED = frozenset({"type_", "base_field", "type", "sa_type", "sa_column", "field", "child", "inner"})
_UNIQUE = frozenset({"unique", "primary_key"})
_NONE = Const("none", None)


@dataclass(frozen=True, slots=True)
class ColumnRead:
    """What type, constructor and arguments say. `type` is the dotted name that decided.

    `element` is what the type means whatever the name, `witness` what it agrees with. `target` is the
    canonical class or the text that a reference names (`users.id`, `app.User`), `elsewhere` that the key
    is in another table, `within` that the record itself is kept here. `other_name` is what the database
    calls it, `texts` what is said of it, each with what says it (`label`, `comment`, `validator`). `calls`
    are the canonical names of constructors in it, `names` those of annotation types. `copies` says that it
    is a copy of all other columns but those that `left_out` names, `unique` that no two rows have the same.
    """

    shape: Shape = "any"
    type: str = ""
    element: str = ""
    witness: tuple[str, ...] = ()
    target: str = ""
    elsewhere: bool = False
    within: bool = False
    other_name: str = ""
    texts: tuple[tuple[str, str], ...] = ()
    calls: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    copies: bool = False
    left_out: tuple[str, ...] = ()
    unique: bool = False


_PLAIN = ColumnRead()


@dataclass(slots=True)
class _Parts:
    """Everything that annotation and value name, in order of reading."""

    types: list[tuple[str, Expr]] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    texts: list[tuple[str, str]] = field(default_factory=list)
    other_name: str = ""
    foreign_key: str = ""
    chosen: bool = False
    copies: bool = False
    left_out: tuple[str, ...] = ()
    unique: bool = False


@dataclass(slots=True)
class _Said:
    """What the types read so far say together."""

    shape: Shape = "any"
    type: str = ""
    element: str = ""
    target: str = ""
    elsewhere: bool = False
    within: bool = False


class ColumnReader:
    """Reads the fields of a program's classes."""

    def __init__(self, aliases: Aliases, types: TypeIndex, constants: Constants) -> None:
        """Read names, types and texts as these resolve them, know them and keep them."""
        self._aliases = aliases
        self._types = types
        self._constants = constants

    def read(self, module: str, declared: Field) -> ColumnRead:
        """What the declaration of a field says, its name apart."""
        if declared.annotation is None and not declared.comment and not isinstance(declared.value, Call):
            return _PLAIN
        parts = _Parts()
        if declared.annotation is not None:
            self._annotation(module, declared.annotation, parts, 0)
        if isinstance(declared.value, Call):
            self._value(module, declared.value, parts, 0)
        return self._weighed(parts, declared)

    def named(self, type_: str) -> ColumnRead:
        """What a type says that is given by its canonical name."""
        parts = _Parts(types=[(type_, _NONE)] if type_ else [])
        return self._weighed(parts, None)

    def _weighed(self, parts: _Parts, declared: Field | None) -> ColumnRead:
        said = _Said()
        witness: dict[str, None] = {}
        for name, expr in parts.types:
            witness.update(dict.fromkeys(self._types.witnesses(name)))
            self._take(said, name, expr)
        if parts.foreign_key and said.shape != "reference":
            said.shape, said.target, said.element = "reference", parts.foreign_key, ""
        if parts.chosen and said.shape in {"any", "text", "number"}:
            said.shape = "choice"
        comment = (("comment", declared.comment),) if declared and declared.comment else ()
        return ColumnRead(
            shape=said.shape,
            type=said.type,
            element=said.element,
            witness=tuple(witness),
            target=said.target,
            elsewhere=said.elsewhere,
            within=said.within and said.shape == "reference",
            other_name=parts.other_name,
            texts=(*parts.texts, *comment),
            calls=tuple(parts.calls),
            names=tuple(parts.names),
            copies=parts.copies,
            left_out=parts.left_out,
            unique=parts.unique,
        )

    def _take(self, said: _Said, name: str, expr: Expr) -> None:
        """Take what one more type says: a reference over an element, an element over a shape."""
        column = self._types.column(name)
        element = self._types.element(name)
        is_class = column is PROJECT_CLASS
        if is_class and not isinstance(expr, (Name, Attr)):
            column = None
        shape: Shape = column.shape if column else "any"
        said.elsewhere = said.elsewhere or (column is not None and column.elsewhere)
        if said.shape == "reference":
            self._take_target(said, name, shape, is_class=is_class)
            return
        if shape == "reference":
            said.shape, said.type, said.element = shape, name, ""
            said.target = self._target(name, column, expr)
            said.within = is_class or (column is not None and column.within)
        elif element and not said.element:
            said.element, said.type = element, name
            said.shape = shape if shape != "any" else said.shape
        elif shape != "any" and (said.shape == "any" or _tells_more(shape, said.shape)):
            said.shape, said.type = shape, said.type or name

    @staticmethod
    def _take_target(said: _Said, name: str, shape: Shape, *, is_class: bool) -> None:
        """Take what follows a reference: the class in `Link[Club]`, or a key beside an annotation."""
        if is_class and said.target == said.type:
            said.target = name
        elif shape == "reference" and not is_class:
            said.within = False

    def _target(self, name: str, column: Column | None, expr: Expr) -> str:
        """What a reference points to: a class by canonical name or text, or a table's column as text."""
        if not isinstance(expr, Call):
            return name
        wanted = {column.target if column else "", "to"} - {""}
        values = [arg.value for arg in expr.args if arg.name in wanted]
        values += [arg.value for arg in expr.args if arg.name is None and not arg.star]
        for value in values[:1]:
            return stated_text(value) or dotted(value.func if isinstance(value, Call) else value)
        return ""

    def _annotation(self, module: str, expr: Expr, parts: _Parts, depth: int) -> None:
        """Types in an annotation: wrappers before what they wrap."""
        if depth > _DEPTH:
            return
        expr = self._aliases.unquoted(expr)
        if isinstance(expr, Binary):
            self._annotation(module, expr.left, parts, depth + 1)
            self._annotation(module, expr.right, parts, depth + 1)
        elif isinstance(expr, Sub):
            self._named(module, expr.value, parts, depth)
            items = expr.index.items if isinstance(expr.index, Seq) else (expr.index,)
            for item in items:
                self._annotation(module, item, parts, depth + 1)
        elif isinstance(expr, Call):
            self._value(module, expr, parts, depth + 1)
        else:
            self._named(module, expr, parts, depth)

    def _named(self, module: str, expr: Expr, parts: _Parts, depth: int) -> None:
        name = self._aliases.resolve(module, dotted(expr))
        alias = self._aliases.alias(name)
        if alias is not None and depth < _DEPTH:
            where, meant = alias
            self._annotation(where, meant, parts, depth + 1)
        elif name:
            parts.names.append(name)
            parts.types.append((name, expr))

    def _value(self, module: str, call: Call, parts: _Parts, depth: int) -> None:
        """Types in the call that makes a field: the constructor, then what it is given."""
        name = self._aliases.resolve(module, dotted(call.func))
        column = self._types.column(name) if name else None
        if name:
            refers = column is not None and column.shape == "reference"
            parts.calls.append(name)
            parts.types.append((name, self._resolved_target(module, call) if refers else call))
        parts.foreign_key = parts.foreign_key or self._referred(module, call, column)
        parts.copies = parts.copies or (column is not None and bool(column.copies))
        parts.unique = parts.unique or any(arg.name in _UNIQUE and _is_true(arg.value) for arg in call.args)
        for position, arg in enumerate(call.args):
            value = arg.value
            role = role_of(arg, column, position)
            if column is not None and arg.name and arg.name == column.copies:
                parts.left_out = listed(value)
            elif role == "name":
                parts.other_name = parts.other_name or stated_text(value).replace(".", "_")
            elif role == "label":
                parts.texts.extend(("label", said) for said in words_said(value))
            elif arg.name in CHECKS or (arg.name is None and isinstance(value, Seq)):
                said = (*checks(value), *self._constants.texts(module, value))
                parts.texts.extend(("validator", each) for each in said)
            elif arg.name == "choices":
                parts.chosen = True
            elif arg.name == "foreign_key" and _is_text(value):
                parts.foreign_key = stated_text(value)
            elif (arg.name is None or arg.name in _TYPED) and not arg.star and depth < _DEPTH:
                self._given(module, value, parts, depth)

    def _referred(self, module: str, call: Call, column: Column | None) -> str:
        """A class of the project, or its name as text, in the first position of a constructor."""
        if column is None or not column.refers:
            return ""
        first = call.args[0].value if call.args and call.args[0].name is None else None
        text = stated_text(first)
        if text:
            return text if text[:1].isupper() and text.isidentifier() else ""
        name = self._aliases.resolve(module, dotted(first))
        return name if self._types.column(name) is PROJECT_CLASS else ""

    def _given(self, module: str, value: Expr, parts: _Parts, depth: int) -> None:
        """An argument that may be a type: `String(50)`, `ForeignKey(...)`, `Boolean`."""
        if isinstance(value, Call):
            name = self._aliases.resolve(module, dotted(value.func))
            if self._types.column(name) or self._types.element(name):
                self._value(module, value, parts, depth + 1)
        elif dotted(value):
            name = self._aliases.resolve(module, dotted(value))
            if self._types.is_type(name):
                parts.types.append((name, _NONE))

    def _resolved_target(self, module: str, call: Call) -> Expr:
        """The call with the names of its arguments resolved, so that a target is canonical."""
        args = []
        for arg in call.args:
            text = dotted(arg.value)
            if text and arg.name in {None, "to"}:
                canonical = self._aliases.resolve(module, text) or text
                args.append(type(arg)(Const("str", canonical), arg.name, arg.star, arg.at, arg.to))
            else:
                args.append(arg)
        return Call(call.func, tuple(args), call.at, call.to)


def _tells_more(shape: Shape, than: Shape) -> bool:
    """Whether a later type is what the value is, the first only what it is written as."""
    return than in {"text", "json"} and shape in {"boolean", "number", "date", "choice", "binary"}


def _is_true(expr: Expr) -> bool:
    return isinstance(expr, Const) and expr.value is True


def _is_text(expr: Expr) -> bool:
    return isinstance(expr, Const) and isinstance(expr.value, str)
