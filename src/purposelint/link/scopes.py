"""What the names inside a function stand for: parameters, local definitions, imports, assigned values."""

from __future__ import annotations

from collections.abc import Mapping

from purposelint.domain.annotations import Annotation
from purposelint.domain.chains import chain, dotted
from purposelint.domain.expressions import Await, Bool, Call, Cond, Expr, Name, Walrus
from purposelint.domain.facts import Function
from purposelint.domain.program import Program
from purposelint.link.bodies import Binding, Body, read_body

_DEEPEST = 20
"""Local values followed one from another before their class counts as unknown."""

_ENTERS = ("__enter__", "__aenter__")


class Scope:
    """Names of one function as its own code sees them; `around` is the next function scope outwards.

    `given` are names that stand for something known: imports, nested definitions, `self` and `cls`.
    `owner` is the class whose methods' `super()` is meant. The names of a module's own body are the
    program's to know: its scope binds none.
    """

    def __init__(
        self,
        program: Program,
        module: str,
        function: Function,
        given: Mapping[str, str],
        around: Scope | None,
        owner: str,
    ) -> None:
        self.program = program
        self.module = module
        self.body = Body("") if function.kind == "lambda" else read_body(function)
        self.given = given
        self.around = around
        self.owner: str = owner or (around.owner if around else "")
        self.params = {param.name: param.annotation for param in function.params}
        bound = () if function.kind == "module" else function.locals
        self.own = frozenset((*bound, *self.params, *given))
        self._imports: Mapping[str, str] | None = None
        self._known: dict[str, Annotation] = {}

    def forget(self) -> None:
        """Drop what was concluded, because more is known now."""
        self._known.clear()

    def imports(self) -> Mapping[str, str]:
        """Names known in this scope and in those around it, without what is assigned."""
        if self._imports is None:
            outer = self.around.imports() if self.around else {}
            self._imports = {**outer, **self.given} if outer and self.given else self.given or outer
        return self._imports

    def annotated(self, expr: Expr | None) -> Annotation:
        """What an annotation in this scope says."""
        return self.program.annotated_class(self.module, expr, self.imports())

    def is_value(self, name: str) -> bool:
        """Whether a name stands for a value of this or an outer function, not for a definition or import."""
        scope: Scope | None = self
        while scope is not None:
            if name in scope.own:
                return name not in scope.given or name in scope.params
            scope = scope.around
        return False

    def name(self, name: str, depth: int = 0) -> str:
        """Canonical name of what a name stands for: a value counts as its class; '' where unknown."""
        scope: Scope | None = self
        while scope is not None:
            if name in scope.own:
                return scope.given.get(name) or scope.local(name, depth).type
            scope = scope.around
        return self.program.resolve(self.module, name)

    def chain(self, text: str, depth: int = 0) -> str:
        """Canonical name of a callee chain as this scope means it."""
        if text.startswith("super()."):
            name = text.split(".")[1]
            found = self.program.above(self.owner, name.rstrip("()[]"))
            return self.program.follow(found, text.removeprefix("super()."))
        root = text.partition(".")[0].rstrip("()[]")
        return self.program.follow(self.name(root, depth), text)

    def value(self, expr: Expr | None, depth: int = 0) -> str:
        """Class of an expression's value, '' where unknown."""
        while isinstance(expr, (Await, Walrus)):
            expr = expr.value
        if depth > _DEEPEST or expr is None:
            return ""
        if isinstance(expr, Call):
            text = chain(expr.func)
            return self._result(self.chain(text, depth + 1)) if text else ""
        if isinstance(expr, Bool):
            return next((each for item in expr.values if (each := self.value(item, depth + 1))), "")
        if isinstance(expr, Cond):
            return self.value(expr.body, depth + 1) or self.value(expr.orelse, depth + 1)
        text = dotted(expr)
        if not text:
            return ""
        if isinstance(expr, Name) and self.is_value(expr.id):
            return self.name(expr.id, depth + 1)
        return self.program.variable_types.get(self.chain(text, depth + 1), "")

    def _result(self, owner: str) -> str:
        """Class of what calling `owner` gives; '' for what only the project could tell and does not."""
        if not owner:
            return ""
        found = self.program.called(owner)
        inside = found.partition(".")[0] == self.module.partition(".")[0]
        return "" if inside and found not in self.program.classes else found

    def bound(self, bindings: list[Binding], depth: int = 0) -> str:
        """Class of what several bindings of one name or attribute give: the first that is known."""
        for binding in bindings:
            annotation = self.annotated(binding.annotation) if binding.annotation is not None else None
            if annotation and annotation.type:
                return annotation.type
        for binding in bindings:
            found = self._bound_value(binding, depth)
            if found:
                return found
        return ""

    def _bound_value(self, binding: Binding, depth: int) -> str:
        if binding.via == "for":
            return self._element(binding.value)
        found = self.value(binding.value, depth)
        if binding.via == "with" and found in self.program.classes:
            for enter in _ENTERS:
                entered = self.program.return_types.get(self.program.method(found, enter))
                if entered:
                    return entered
        return found

    def _element(self, expr: Expr | None) -> str:
        """Class of the elements of an annotated local container."""
        if not isinstance(expr, Name) or expr.id not in self.own:
            return ""
        return self.local(expr.id, _DEEPEST).element

    def local(self, name: str, depth: int) -> Annotation:
        """Class of what a name that this scope itself binds holds, and of its elements."""
        known = self._known.get(name)
        if known is None:
            self._known[name] = Annotation()
            known = self._read(name, depth + 1)
            if depth > _DEEPEST:
                del self._known[name]
            else:
                self._known[name] = known
        return known

    def _read(self, name: str, depth: int) -> Annotation:
        annotation = self.params.get(name)
        if annotation is not None:
            return self.annotated(annotation)
        bindings = self.body.names.get(name, [])
        for binding in bindings:
            if binding.annotation is not None:
                return self.annotated(binding.annotation)
        return Annotation(self.bound(bindings, depth)) if bindings else Annotation()
