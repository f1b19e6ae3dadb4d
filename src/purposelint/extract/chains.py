"""Names, and what hangs on them: attributes, subscripts and calls, lowered from the root outwards."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

from purposelint.domain.chains import KEYED, chain, receiver_word
from purposelint.domain.expressions import Arg, Attr, Call, Const, Expr, Name, Seq, Slice, Star, Sub
from purposelint.extract import nodes as cst
from purposelint.extract.comments import Element
from purposelint.extract.grammar import CLOSERS, KEYWORDS
from purposelint.extract.walk import Walk

_Link: TypeAlias = cst.Attribute | cst.Call | cst.Subscript

_CONSTANTS = {
    "True": Const("bool", value=True),
    "False": Const("bool", value=False),
    "None": Const("none", None),
}
_BETWEEN = KEYWORDS | CLOSERS
_BY_NAME = frozenset({"getattr", "setattr", "hasattr", "delattr"})


def lower_name(walk: Walk, node: cst.Name) -> Expr:
    """A bare name, or one of the three constants that the tree keeps as names."""
    name = node.value
    index = walk.cursor.take(name)
    constant = _CONSTANTS.get(name)
    return constant if constant is not None else Name(name, walk.cursor.at[index])


def lower_chain(walk: Walk, node: _Link) -> Expr:
    """`a.b[c](d).e`: iteratively, since such chains may be long."""
    links, starts, root = _unwind(walk, node)
    cursor = walk.cursor
    if type(root) is cst.Name and not root.lpar:
        index = cursor.take(root.value)
        start = cursor.at[index]
        state = _Chain(walk, _CONSTANTS.get(root.value) or Name(root.value, start))
    else:
        while cursor.texts[cursor.index] in _BETWEEN:
            cursor.index += 1
        start = cursor.at[cursor.index]
        state = _Chain(walk, walk.expr(root))
    while links:
        link: Any = links.pop()
        own_start = starts.pop()
        kind = type(link)
        if kind is cst.Attribute:
            state.attribute(link)
        elif kind is cst.Call:
            state.call(link, own_start or start)
        else:
            state.subscript(link)
    return state.value


def _unwind(walk: Walk, node: _Link) -> tuple[list[_Link], list[int], cst.BaseExpression]:
    """Links from the outermost inwards, where they start if in brackets (else 0), and the root."""
    links: list[_Link] = []
    starts: list[int] = []
    current: Any = node
    while True:
        kind = type(current)
        if kind is cst.Attribute or kind is cst.Subscript:
            inner = current.value
        elif kind is cst.Call:
            inner = current.func
        else:
            return links, starts, current
        if links and current.lpar:
            at = walk.cursor.at[walk.cursor.enter(len(current.lpar))]
            starts = [start or at for start in starts]
        links.append(current)
        starts.append(0)
        current = inner


class _Chain:
    """The chain so far: `value` its expression, `word` its last word, `text` its callee text or ''."""

    __slots__ = ("text", "value", "walk", "word", "word_before")

    def __init__(self, walk: Walk, root: Expr) -> None:
        self.walk = walk
        self.value = root
        if type(root) is Name:
            self.text = root.id
            self.word = walk.receiver(root.id)
        else:
            self.text = chain(root)
            self.word = receiver_word(root)
        self.word_before = ""

    def attribute(self, link: cst.Attribute) -> None:
        """`.name`."""
        name = link.attr.value
        cursor = self.walk.cursor
        index = cursor.take(name)
        self.walk.mentions.add(("attribute", self.word, name))
        self.value = Attr(self.value, name, cursor.tokens.end(index))
        if self.text:
            self.text += "." + name
        self.word_before = self.word
        self.word = name

    def call(self, link: cst.Call, start: int) -> None:
        """`(arguments)`."""
        walk, cursor = self.walk, self.walk.cursor
        opening = cursor.opening()
        args = lower_arguments(walk, link.args, opening, self.word)
        closing = cursor.close(opening)
        if self.text:
            walk.scope.calls.add(self.text)
        if args:
            self._mention_argument(args)
            self.text = self.text and self.text + "()"
        elif self.text:
            self.text += "()"
        self.value = Call(self.value, args, start, cursor.tokens.end(closing))

    def _mention_argument(self, args: tuple[Arg, ...]) -> None:
        """Note the name that `.get("key")` or `getattr(value, "name")` speaks of."""
        walk = self.walk
        if self.word in KEYED and type(self.value) is Attr:
            key = args[0].value
            if type(key) is Const and isinstance(key.value, str):
                walk.mentions.add(("key", self.word_before, key.value))
        elif self.text in _BY_NAME and len(args) > 1:
            name = args[1].value
            if type(name) is Const and isinstance(name.value, str):
                word = walk.receiver(receiver_word(args[0].value))
                walk.mentions.add(("attribute", word, name.value))

    def subscript(self, link: cst.Subscript) -> None:
        """`[index]`."""
        walk, cursor = self.walk, self.walk.cursor
        opening = cursor.opening()
        index = _lower_index(walk, link.slice)
        closing = cursor.close(opening)
        if type(index) is Const and isinstance(index.value, str):
            walk.mentions.add(("key", self.word, index.value))
            self.word_before, self.word = self.word, index.value[:60]
        self.value = Sub(self.value, index, cursor.tokens.end(closing))
        if self.text:
            self.text += "[]"


def _lower_index(walk: Walk, elements: Sequence[cst.SubscriptElement]) -> Expr:
    """What stands between the brackets of a subscript."""
    items = [_lower_slice(walk, element.slice) for element in elements]
    is_tuple = len(items) > 1 or cst.is_there(elements[0].comma) or type(items[0]) is Star
    return Seq("tuple", tuple(items)) if is_tuple else items[0]


def _lower_slice(walk: Walk, node: cst.BaseSlice) -> Expr:
    if isinstance(node, cst.Index):
        value = walk.expr(node.value)
        return Star(value) if node.star else value
    assert isinstance(node, cst.Slice)
    return Slice(walk.optional(node.lower), walk.optional(node.upper), walk.optional(node.step))


def lower_arguments(walk: Walk, nodes: Sequence[cst.Arg], opening: int, callee: str) -> tuple[Arg, ...]:
    """Arguments of a call whose bracket is token `opening`; `callee` is the callee's last word."""
    cursor = walk.cursor
    limit = cursor.tokens.partners[opening]
    result: list[Arg] = []
    elements: list[Element] | None = [] if opening in walk.ownership.brackets else None
    for node in nodes:
        first = cursor.index
        name = None
        if node.keyword is not None:
            name = node.keyword.value
            cursor.take(name)
            walk.mentions.add(("key", callee, name))
        at = cursor.element_start()
        if type(node.value) is cst.Dict:
            walk.dict_owner = name or callee
        value = walk.expr(node.value)
        cursor.skip_closers_before(limit)
        argument = Arg(value, name, len(node.star), at, cursor.end())
        result.append(argument)
        if elements is not None:
            elements.append(Element(first, cursor.index, at, argument.to))
    if elements is not None:
        walk.ownership.register(opening, elements)
    return tuple(result)
