"""What one file says about Python, nothing about privacy: the output of `extract`, cached by content."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, TypeAlias

import msgspec

from purposelint.domain.expressions import Arg, Expr, Node
from purposelint.domain.statements import Stmt


class SourceFile(msgspec.Struct, frozen=True):
    """A file to analyse: path relative to the project root with forward slashes, and its bytes."""

    path: str
    data: bytes


FunctionKind: TypeAlias = Literal["function", "lambda", "class", "module"]
CommentOwner: TypeAlias = Literal["statement", "element", "scope"]


class Import(Node, frozen=True):
    """`import module` or `from module import name as local`.

    `import a.b` binds local `a` to module `a` (name None); `import a.b as c` binds `c` to `a.b`.
    `level` counts leading dots. `function` is the index of the function whose scope it binds in.
    """

    local: str
    module: str
    name: str | None
    level: int
    function: int
    at: int


class StarImport(Node, frozen=True):
    """`from module import *`."""

    module: str
    level: int
    function: int


class Param(Node, frozen=True):
    """A parameter. `kind`: 0 positional-only, 1 plain, 2 `*args`, 3 keyword-only, 4 `**kwargs`."""

    name: str
    kind: int
    annotation: Expr | None
    default: Expr | None
    at: int
    to: int


class Function(Node, frozen=True):
    """A function, method, lambda, class body or module body; number 0 of a file is its module body.

    `kind`: function, lambda, class, module. `parent` is the index of the function around it (-1 for
    the module body); for a method that is the class body. `class_` is the index of the class whose
    direct method (or body) it is, else -1. `calls` are the callee chains of its own body as
    text (`self.repo.save`, `stripe.Charge.create`; a call in the chain is written `()`, a subscript
    `[]`), sorted, without those of nested functions. `locals` are the names it binds, sorted: parameters
    included, without global and nonlocal ones and without the variables of comprehensions.
    """

    name: str
    qualname: str
    kind: FunctionKind
    parent: int
    class_: int
    is_async: bool
    is_generator: bool
    params: tuple[Param, ...]
    decorators: tuple[Expr, ...]
    returns: Expr | None
    docstring: str
    locals: tuple[str, ...]
    calls: tuple[str, ...]
    body: tuple[Stmt, ...]
    at: int
    to: int
    end: int


class Field(Node, frozen=True):
    """A name assigned or annotated in a class body: `email = EmailField()`, `email: str`.

    The span covers the whole statement. `comment` is the text of comments and of a string literal
    that stand with it.
    """

    name: str
    annotation: Expr | None
    value: Expr | None
    comment: str
    at: int
    to: int


class Class(Node, frozen=True):
    """A class: `parent` and `body` are indices of functions; `keywords` are `metaclass=...`, `table=True`."""

    name: str
    qualname: str
    parent: int
    body: int
    bases: tuple[Expr, ...]
    keywords: tuple[Arg, ...]
    decorators: tuple[Expr, ...]
    fields: tuple[Field, ...]
    docstring: str
    at: int
    to: int
    end: int


class Comment(Node, frozen=True):
    """A comment with the node that owns it.

    `text` begins with `#`. `owner`: statement, element (an argument, an item of a display, a
    parameter) or scope (nothing follows it in its block). The owner's span is `owner_at` to
    `owner_to` (of an argument or item that of its value, as in `Arg` and `Item`); a scope has zeros.
    `function` is the index of the function in whose body it stands. `defines` is the qualified name
    of the function or class that its statement defines, else ''.
    `trailing` is true when code comes before it on its line.
    """

    text: str
    at: int
    owner: CommentOwner
    owner_at: int
    owner_to: int
    function: int
    defines: str
    trailing: bool


SUBMITTED = "submitted"
"""Kind of a mention that stands for a key of whatever a person filled in, wherever it is read."""

PUT = "put"
"""Kind of a mention whose `name` is a key and whose `receiver` is the last word of what is put under it."""


class Mention(msgspec.Struct, frozen=True, array_like=True, order=True, gc=False):
    """A name that code uses, with the word that owns it. `kind`: attribute, key, variable, parameter.

    `receiver` is the last word of what stands before an attribute or key (`user` in
    `request.user.email`, `get_user` in `get_user().email`), the class's name where that is the
    method's own self or cls, '' where there is none. For a variable or parameter it is ''.
    """

    kind: str
    receiver: str
    name: str


_ENCODER = msgspec.msgpack.Encoder()
_MENTIONS = msgspec.msgpack.Decoder(tuple[Mention, ...])


def packed(mentions: Iterable[Mention]) -> bytes:
    """Mentions as a file's facts hold them."""
    return _ENCODER.encode(tuple(mentions))


class FileFacts(msgspec.Struct, frozen=True, array_like=True):
    """All facts of one file. `lines` counts its source lines, `exports` is a literal `__all__`.

    Mentions are many, and read once in a run: they are held packed, in a tenth of the memory.
    `code` stands for all facts but what comments say.
    """

    path: str
    lines: int
    imports: tuple[Import, ...]
    stars: tuple[StarImport, ...]
    exports: tuple[str, ...] | None
    functions: tuple[Function, ...]
    classes: tuple[Class, ...]
    comments: tuple[Comment, ...]
    packed_mentions: bytes
    code: bytes = b""

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Every mention once, in order; made anew each time."""
        return _MENTIONS.decode(self.packed_mentions) if self.packed_mentions else ()


class Unreadable(msgspec.Struct, frozen=True, array_like=True):
    """A file that could not be analysed; `reason` is for a person, `line` is 0 where not known."""

    path: str
    reason: str
    line: int = 0
