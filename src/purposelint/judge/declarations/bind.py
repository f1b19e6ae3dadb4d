"""Binds each directive of a file's comments to the node of the tree that owns it, never to a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

import msgspec

from purposelint.domain.facts import Comment
from purposelint.domain.markers import PERSONAL, Markers
from purposelint.domain.place import Place, Span, column_of, encloses, line_of, span_between
from purposelint.domain.program import Module
from purposelint.judge.codes import UNREADABLE_DECLARATION
from purposelint.judge.declarations.blocks import headers
from purposelint.judge.declarations.by_line import ByLine
from purposelint.judge.declarations.carriers import Stated, stated
from purposelint.judge.declarations.directives import (
    Defect,
    Directive,
    Ignore,
    NotPersonal,
    Purposes,
    Scope,
    with_word,
)
from purposelint.judge.declarations.grammar import read_comment
from purposelint.judge.declarations.lists import Lists, unknown_words
from purposelint.judge.declarations.model import (
    Bound,
    Declaration,
    Exemption,
    Flaw,
    Node,
    Suppression,
)
from purposelint.judge.declarations.scopes import Scopes
from purposelint.judge.declarations.words import Words

_BOTH = Defect(
    UNREADABLE_DECLARATION.code,
    "`Personal` says that this is personal data, and `not-personal` at the same place that it is not",
    "keep the one that is true",
)


def bind(module: Module, scopes: Scopes, words: Words, markers: Markers) -> Bound:
    """Everything that a module declares, exempts or suppresses: comments first, in order of the source."""
    binder = _Binder(module, scopes)
    for comment in module.facts.comments:
        for directive in read_comment(comment.text, words):
            binder.add(comment, directive)
    for found in stated(module, scopes, markers):
        binder.add_stated(found, words)
    return binder.bound()


class _Binder:
    def __init__(self, module: Module, scopes: Scopes) -> None:
        self._module = module
        self._scopes = scopes
        self._headers: dict[int, str] | None = None
        self._holding: list[tuple[Node, Place]] = []
        self._declarations: list[Declaration] = []
        self._exemptions: list[Exemption] = []
        self._suppressions: list[Suppression] = []
        self._flaws: list[Flaw] = []

    @cached_property
    def _fields(self) -> ByLine[Span]:
        spans = [
            span_between(field.at, field.to)
            for class_ in self._module.facts.classes
            for field in class_.fields
        ]
        return ByLine((span, span) for span in spans)

    @cached_property
    def _parameters(self) -> ByLine[tuple[Span, int]]:
        found = [
            (span_between(parameter.at, parameter.to), index)
            for index, function in enumerate(self._module.facts.functions)
            for parameter in function.params
        ]
        return ByLine((each[0], each) for each in found)

    def add(self, comment: Comment, directive: Directive) -> None:
        """Bind one directive, or note why it binds to nothing."""
        place = self._place(comment, directive)
        owner = _owner(comment)
        text = comment.text[directive.start : directive.end].strip()
        for defect in directive.defects:
            self._flaws.append(Flaw(_mended(defect, directive.defects, text), place, owner, text))
        content = directive.content
        if isinstance(content, Purposes):
            node = self._scope(comment, content.scope) if content.scope else self._node(comment)
            if node is None:
                defect = _no_scope(content.scope)
                self._flaws.append(Flaw(defect, place, owner, text))
            else:
                self._declarations.append(_declaration(node, "comment", place, content))
        elif isinstance(content, NotPersonal):
            named = self._parameter(comment, content.parameter) if content.parameter else self._node(comment)
            if named is None:
                self._flaws.append(Flaw(_no_parameter(content), place, owner, text))
            else:
                self._exemptions.append(Exemption(named, place, content.words))
        elif isinstance(content, Ignore):
            node = self._node(comment)
            self._suppressions.append(Suppression(node, place, content.rules, content.reason, content.until))

    def add_stated(self, found: Stated, words: Words) -> None:
        """Bind a declaration that is code."""
        place = Place(self._module.path, found.span, self._scopes.symbol(found.span))
        strange = found.certain or any(words.nearly_knows(each) for each in found.said)
        for defect in found.defects if strange else ():
            self._flaws.append(Flaw(defect, place, found.node.owner, found.carrier))
        if found.text is None:
            message = f"this {found.carrier} is not made of constant texts, so it cannot be read"
            defect = Defect(UNREADABLE_DECLARATION.code, message, "write the words as literals")
            self._flaws.append(Flaw(defect, place, found.node.owner, found.carrier))
            return
        for defect in unknown_words(Lists(elements=found.elements), words):
            self._flaws.append(Flaw(defect, place, found.node.owner, found.carrier))
        if found.carrier == PERSONAL and not found.text:
            self._holding.append((found.node, place))
        certain = found.certain and not found.defects
        for directive in read_comment(found.text, words, certain=certain):
            for defect in directive.defects:
                self._flaws.append(Flaw(defect, place, found.node.owner, found.text))
            if isinstance(directive.content, Purposes):
                content = directive.content
                self._declarations.append(_declaration(found.node, found.carrier, place, content))
            elif isinstance(directive.content, NotPersonal):
                self._exemptions.append(Exemption(found.node, place, directive.content.words))

    def bound(self) -> Bound:
        """What was bound so far."""
        exempt = {exemption.node for exemption in self._exemptions}
        self._flaws += [
            Flaw(_BOTH, place, node.owner, PERSONAL) for node, place in self._holding if node in exempt
        ]
        return Bound(
            tuple(self._declarations),
            tuple(self._exemptions),
            tuple(self._suppressions),
            tuple(self._flaws),
        )

    def _place(self, comment: Comment, directive: Directive) -> Place:
        line, column = line_of(comment.at), column_of(comment.at)
        span = Span(line, column + directive.start, line, column + directive.end)
        return Place(self._module.path, span, self._scopes.symbol(_before(comment) or span))

    def _node(self, comment: Comment) -> Node:
        """The node that a plain directive belongs to."""
        owner = _owner(comment)
        if owner is None:
            return Node("statement", None, -1, "nothing")
        if any(encloses(owner, field) or encloses(field, owner) for field in self._fields.near(owner)):
            return Node("field", owner, -1, "field")
        if comment.owner == "element":
            for parameter, function in self._parameters.near(owner):
                if encloses(owner, parameter) or encloses(parameter, owner):
                    return Node("parameter", owner, function, "parameter")
            return Node("element", owner, -1, "argument")
        if self._headers is None:
            self._headers = headers(self._module.facts)
        name = comment.defines or self._headers.get(comment.owner_at, "statement")
        return Node("statement", owner, -1, name)

    def _parameter(self, comment: Comment, name: str) -> Node | None:
        """The parameter of that name on the comment's line, on the line it heads where it stands alone."""
        line = line_of(comment.at if comment.trailing else comment.owner_at)
        for index, function in enumerate(self._module.facts.functions):
            for one in function.params:
                if one.name == name and line_of(one.at) <= line <= line_of(one.to):
                    return Node("parameter", span_between(one.at, one.to), index, "parameter")
        return None

    def _scope(self, comment: Comment, scope: Scope) -> Node | None:
        """The scope that `purpose of this ...` means: what the comment heads, else what it stands in."""
        if scope != "module" and scope:
            heads = self._scopes.defined(comment.defines, scope)
            if heads is not None:
                return heads
        around: Iterator[Node] = self._scopes.upwards(comment.function)
        return next((node for node in around if node.level == scope), None)


def _owner(comment: Comment) -> Span | None:
    if comment.owner == "scope":
        return None
    return span_between(comment.owner_at, comment.owner_to)


def _mended(defect: Defect, defects: Iterable[Defect], text: str) -> Defect:
    """The defect with the whole comment to write as its remedy, every word in it as it was meant."""
    if not defect.word or not defect.remedy:
        return defect
    for each in defects:
        if each.word and each.remedy:
            text = with_word(text, each.word, each.remedy)
    return msgspec.structs.replace(defect, remedy=text)


def _declaration(node: Node, carrier: str, place: Place, content: Purposes) -> Declaration:
    return Declaration(
        node, carrier, place, content.elements, content.purposes, content.recipients, content.because
    )


def _no_scope(scope: Scope) -> Defect:
    message = f"no {scope} stands around this declaration or follows it"
    return Defect(UNREADABLE_DECLARATION.code, message, "# purpose of this module: ...")


def _no_parameter(said: NotPersonal) -> Defect:
    message = f"no parameter `{said.parameter}` stands on the line that this comment speaks of"
    remedy = "put it on the parameter's line, or leave out the name where it stands behind what it means"
    return Defect(UNREADABLE_DECLARATION.code, message, remedy)


def _before(comment: Comment) -> Span | None:
    """The statement or element that a comment follows on its line: the last one ends the class."""
    line = line_of(comment.owner_to)
    if not comment.trailing or line != line_of(comment.at):
        return None
    column = column_of(comment.owner_to)
    return Span(line, max(1, column - 1), line, column)
