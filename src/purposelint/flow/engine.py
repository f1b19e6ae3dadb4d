"""The whole-program analysis: summaries by function, and everything a frame asks about the program."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from purposelint.domain import chains
from purposelint.domain.catalog import Catalog, Handler, Source
from purposelint.domain.expressions import Call, Expr
from purposelint.domain.facts import FileFacts
from purposelint.domain.program import ClassInfo, FunctionInfo, Program
from purposelint.domain.sightings import Evidence, Sighting, Sightings
from purposelint.flow.arguments import Argument
from purposelint.flow.blocks import BLOCKS
from purposelint.flow.calls import call_value
from purposelint.flow.expressions import EVALUATORS
from purposelint.flow.knowledge import NOT_KNOWN, Knowledge, Known
from purposelint.flow.labels import Labels
from purposelint.flow.printing import PLAIN, Printer, printed, printer_of
from purposelint.flow.statements import STATEMENTS
from purposelint.flow.summary import Summary, Tree
from purposelint.flow.values import (
    UNKNOWN,
    Instance,
    Obj,
    Packed,
    Static,
    Sym,
    Value,
    of,
)

if TYPE_CHECKING:
    from purposelint.flow.frame import Frame

_PROPERTIES = frozenset(
    {
        "builtins.property",
        "functools.cached_property",
        "django.utils.functional.cached_property",
        "abc.abstractproperty",
        "werkzeug.utils.cached_property",
        "sqlalchemy.ext.hybrid.hybrid_property",
    }
)
_MOST_OVERRIDES = 6


class Engine:
    """Program, labels and knowledge in one place, with the summaries found so far."""

    def __init__(self, program: Program, sightings: Sightings, catalog: Catalog) -> None:
        """Index what frames will ask for; nothing is analysed yet."""
        self.program = program
        self.labels = Labels(sightings)
        self.knowledge = Knowledge(catalog, program.packages)
        self.executors: dict[type, Callable[[Frame, Any], None]] = {**STATEMENTS, **BLOCKS}
        self.evaluators: dict[type, Callable[[Frame, Any], Value]] = EVALUATORS
        self.summaries: dict[str, Summary] = {}
        self.readers: dict[str, set[str]] = {}
        self.counts = {"functions": 0, "calls_project": 0, "calls_library": 0, "calls_unknown": 0}
        self._by_index = {(info.path, info.index): symbol for symbol, info in program.functions.items()}
        self._classes = {(info.path, info.index): symbol for symbol, info in program.classes.items()}
        self._facts = {module.path: module.facts for module in program.modules.values()}
        self._flags: dict[str, frozenset[str]] = {}
        self._field_masks: dict[tuple[str, str], int | None] = {}
        self._sources: dict[tuple[str, str], Sighting] = {}
        self._printers: dict[str, Printer] = {}
        self._record_masks: dict[str, int] = {}
        self._field_names: dict[str, list[str]] = {}
        for owner, name in sorted(sightings.fields):
            self._field_names.setdefault(owner, []).append(name)
        self._planted: dict[tuple[object, ...], int] = {}

    # --- summaries -----------------------------------------------------------------------------

    def summary(self, frame: Frame, symbol: str) -> Summary | None:
        """Summary of a callee, noting that the frame's function depends on it."""
        self.readers.setdefault(symbol, set()).add(frame.info.symbol)
        return self.summaries.get(symbol)

    def exported(self, frame: Frame, body: str, name: str, kind: str) -> Value:
        """Final value of a module's or class's name, by that body's own analysis."""
        if body == frame.info.symbol:
            return frame.lookup(name) or (of(Instance(kind)) if kind else UNKNOWN)
        summary = self.summary(frame, body)
        tree = summary.exports.get(name) if summary else None
        if tree is None:
            return of(Instance(kind)) if kind else UNKNOWN
        return self._global_value(frame, body, name, tree, kind)

    def _global_value(self, frame: Frame, body: str, name: str, tree: Tree, kind: str) -> Value:
        """A global's tree as a value: objects are shared through one address for each global."""
        del kind
        value = self._plant(frame, tree, (body, name), 0)
        flat = frame.deep(value)
        frame.enter(flat.exact | flat.vague, frame.info.facts.at, frame.info.facts.at, name, body)
        return value

    def _plant(self, frame: Frame, tree: Tree, key: tuple[object, ...], depth: int) -> Value:
        refs = tuple(ref for ref in tree.refs if not isinstance(ref, Sym))
        for made in tree.objects if depth < 3 else ():
            number = self._planted.setdefault((*key, made.site), len(self._planted))
            obj = Obj((number, -1), made.type)
            if frame.state is not None and obj not in frame.state:
                frame.state[obj] = {}
                for field, held in made.fields:
                    frame.write(of(obj), field, self._plant(frame, held, (*key, field), depth + 1))
            refs = (*refs, obj)
        return Value(tree.exact, tree.vague, refs, tree.text)

    # --- names ---------------------------------------------------------------------------------

    @staticmethod
    def receiver_word(expr: Expr) -> str:
        """Last word of an owner expression."""
        return chains.receiver_word(expr)

    def resolve(self, info: FunctionInfo, name: str) -> str:
        """Canonical name of a name used in a function."""
        return self.program.resolve(info.module, name, self.imports(info))

    def imports(self, info: FunctionInfo) -> dict[str, str]:
        """Function-level imports in scope, of the functions around it too."""
        found = dict(info.imports)
        parent = self.parent(info)
        while parent is not None:
            for name, canonical in parent.imports.items():
                found.setdefault(name, canonical)
            parent = self.parent(parent)
        return found

    def parent(self, info: FunctionInfo) -> FunctionInfo | None:
        """The function or body around a function."""
        if info.facts.parent < 0:
            return None
        symbol = self._by_index.get((info.path, info.facts.parent))
        return self.program.functions[symbol] if symbol else None

    def captured_from(self, info: FunctionInfo, name: str) -> bool:
        """Whether a name is a local of a function around this one."""
        parent = self.parent(info)
        while parent is not None:
            if parent.facts.kind in ("function", "lambda") and name in parent.facts.locals:
                return True
            parent = self.parent(parent)
        return False

    def function_at(self, path: str, index: int) -> str:
        """Symbol of a file's function by its index, '' if there is none."""
        return self._by_index.get((path, index), "")

    def class_at(self, path: str, index: int) -> str:
        """Symbol of a file's class by its index, '' if there is none."""
        return self._classes.get((path, index), "")

    def facts_of(self, info: FunctionInfo) -> FileFacts:
        """Facts of the file that a function stands in."""
        return self._facts[info.path]

    def public_symbol(self, info: FunctionInfo) -> str:
        """Symbol that a person knows: a module's or class's name for its body."""
        return info.symbol.removesuffix(".<module>").removesuffix(".<body>")

    def annotated(self, info: FunctionInfo, annotation: Expr | None) -> str:
        """Canonical class that an annotation names, '' for none or a container."""
        if annotation is None:
            return ""
        kind = self.program.annotated_class(info.module, annotation, self.imports(info)).type
        return self.knowledge.stated_type(kind) or kind

    def returned_type(self, symbol: str) -> str:
        """Class of what a function gives, as far as its annotation or its returns show."""
        kind = self.program.return_types.get(symbol, "")
        return self.knowledge.stated_type(kind) or kind

    # --- classes -------------------------------------------------------------------------------

    def flags(self, symbol: str) -> frozenset[str]:
        """Canonical names of a function's decorators."""
        found = self._flags.get(symbol)
        if found is None:
            info = self.program.functions[symbol]
            names = (chains.dotted(d) for d in info.facts.decorators)
            found = frozenset(self.program.resolve(info.module, n, info.imports) for n in names if n)
            self._flags[symbol] = found
        return found

    def handlers(self, symbol: str) -> list[tuple[Handler, Call | None]]:
        """Entries that say a framework calls a function, each with the decorator's call if it is one."""
        info = self.program.functions[symbol]
        found: list[tuple[Handler, Call | None]] = []
        for decorator in info.facts.decorators:
            made = decorator if isinstance(decorator, Call) else None
            name = chains.dotted(made.func if made else decorator)
            canonical = self.program.resolve(info.module, name, info.imports) if name else ""
            last = name.rpartition(".")[2]
            found.extend((entry, made) for entry in self.knowledge.handlers(canonical, last))
        return found

    def called_as(self, symbol: str, name: str) -> Value:
        """An attribute of a function: the function itself where a framework calls it by that name."""
        for handler, _ in self.handlers(symbol):
            if name in handler.plain:
                return of(Static(symbol))
            if name in handler.packed:
                return of(Packed(symbol))
        return of(Static(f"{symbol}.{name}"))

    def is_property(self, symbol: str) -> bool:
        """Whether reading the attribute calls the function."""
        return bool(self.flags(symbol) & _PROPERTIES)

    def is_classmethod(self, symbol: str) -> bool:
        """Whether the first parameter is the class."""
        return "builtins.classmethod" in self.flags(symbol)

    def is_staticmethod(self, symbol: str) -> bool:
        """Whether there is no receiver parameter."""
        return "builtins.staticmethod" in self.flags(symbol)

    def methods(self, kind: str, name: str, *, exact: bool) -> tuple[str, ...]:
        """Methods that a call on an instance of a class may reach; overrides below it unless exact."""
        found = self.program.method(kind, name)
        if exact:
            return (found,) if found else ()
        methods = [found] if found else []
        for below in self.program.subclasses.get(kind, ())[: _MOST_OVERRIDES * 4]:
            override = self.program.classes[below].methods.get(name)
            if override and override not in methods:
                methods.append(override)
        return tuple(methods[:_MOST_OVERRIDES])

    def method_above(self, owner: str, name: str) -> str:
        """The method that `super().name` reaches from a class."""
        info = self.program.classes.get(owner)
        for base in info.lineage[1:] if info else ():
            found: ClassInfo | None = self.program.classes.get(base)
            if found and name in found.methods:
                return found.methods[name]
        return ""

    def attribute_type(self, kind: str, name: str) -> str:
        """Declared or assigned type of an instance attribute, looked up through the bases."""
        info = self.program.classes.get(kind)
        for base in info.lineage if info else ():
            found = self.program.classes.get(base)
            if found and name in found.attribute_types:
                kind = found.attribute_types[name]
                return self.knowledge.stated_type(kind) or kind
        return ""

    def field_mask(self, kind: str, name: str) -> int | None:
        """Labels of a declared field; None where no class of the lineage declares it."""
        key = (kind, name)
        if key in self._field_masks:
            return self._field_masks[key]
        info = self.program.classes.get(kind)
        mask: int | None = None
        for base in info.lineage if info else ():
            mask = self.labels.of_field(base, name)
            if mask is not None:
                break
        self._field_masks[key] = mask
        return mask

    def has_form(self, kind: str) -> bool:
        """Whether instances of a class print in a form of their own that is known."""
        if not kind:
            return False
        if kind in self.program.classes:
            return self.printer(kind) is not PLAIN
        return bool(self.knowledge.shown(kind))

    def printer(self, kind: str) -> Printer:
        """How instances of a project class print."""
        found = self._printers.get(kind)
        if found is None:
            found = self._printers[kind] = printer_of(self, kind)
        return found

    @staticmethod
    def printed(frame: Frame, ref: Obj | Sym | Instance) -> Value:
        """Labels that show when an instance of a project class is printed."""
        return printed(frame, ref)

    def field_names(self, kind: str) -> tuple[str, ...]:
        """Personal fields of a project class, its bases' included, bases last."""
        info = self.program.classes.get(kind)
        names = [name for base in (info.lineage if info else ()) for name in self._field_names.get(base, ())]
        return tuple(dict.fromkeys(names))

    def record_mask(self, kind: str) -> int:
        """Labels of all personal fields of a project class, its bases' included."""
        found = self._record_masks.get(kind)
        if found is None:
            found = 0
            for name in self.field_names(kind):
                found |= self.field_mask(kind, name) or 0
            self._record_masks[kind] = found
        return found

    def source_mask(self, sources: Sequence[Source], name: str) -> int:
        """Labels of the catalogue's own sources."""
        mask = 0
        for source in sources:
            if not source.element:
                continue
            key = (source.element, name)
            sighting = self._sources.get(key)
            if sighting is None:
                evidence = (Evidence("library", f"{name} gives {source.element}"),)
                sighting = Sighting(name, source.element, source.confidence, evidence)
                self._sources[key] = sighting
            bit = self.labels.bit(sighting)
            mask |= bit
            if not source.container:
                self.labels.solid |= bit
        return mask

    @staticmethod
    def call_value(
        frame: Frame, target: Value, method: str, arguments: list[Argument], at: int, to: int
    ) -> Value:
        """Call a value, or a method of it, that another function was handed."""
        return call_value(frame, target, method, arguments, at, to)

    def count_call(self, project: Sequence[object], known: Known) -> None:
        """Count a call site's resolution."""
        key = "calls_project" if project else "calls_library" if known is not NOT_KNOWN else "calls_unknown"
        self.counts[key] += 1
