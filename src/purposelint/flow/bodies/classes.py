"""Class statements: what runs when a class is made, beside its body."""

from __future__ import annotations

from purposelint.domain.chains import dotted
from purposelint.domain.facts import Class
from purposelint.domain.statements import ClassDef
from purposelint.flow.application import decoration
from purposelint.flow.application.apply import call_function
from purposelint.flow.objects.arguments import Argument
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.values import UNKNOWN, Static, Value, of


def define(frame: Frame, statement: ClassDef) -> None:
    """Make a class and bind its name, announce it to those above it and to its decorators.

    Its name stands for the class itself, whatever its decorators put in its place.
    """
    facts = frame.engine.facts_of(frame.info).classes[statement.class_]
    for base in facts.bases:
        frame.value(base)
    decorators = [(frame.value(decorator), decorator) for decorator in facts.decorators]
    symbol = frame.engine.class_at(frame.info.path, statement.class_)
    if not symbol:
        return
    made = of(Static(symbol))
    frame.bind(facts.name, made)
    _announce(frame, symbol, facts, made)
    for value, decorator in reversed(decorators):
        decoration.decorated(frame, value, decorator, made)


def _announce(frame: Frame, symbol: str, facts: Class, made: Value) -> None:
    """Call `__init_subclass__` of the class above, and `__init__` of a class of classes."""
    engine = frame.engine
    heard = engine.method_above(symbol, "__init_subclass__")
    if heard:
        stated = [word for word in facts.keywords if word.name and word.name != "metaclass"]
        given = [Argument(word.name, frame.value(word.value), 0, word) for word in stated]
        call_function(frame, heard, [Argument(None, made), *given], facts.at, facts.to)
    started = engine.program.method(_class_of_classes(frame, symbol), "__init__")
    if started:
        shown = (made, Value(0, 0, (), facts.name), UNKNOWN, UNKNOWN)
        call_function(frame, started, [Argument(None, each) for each in shown], facts.at, facts.to)


def _class_of_classes(frame: Frame, symbol: str) -> str:
    """The metaclass that a class, or the nearest one above it, names; '' where it is Python's own."""
    program = frame.engine.program
    for base in program.classes[symbol].lineage:
        info = program.classes.get(base)
        for word in info.facts.keywords if info else ():
            if info and word.name == "metaclass":
                return program.resolve(info.module, dotted(word.value))
    return ""
