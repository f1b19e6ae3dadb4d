"""Hand-made programs for the judge: source text whose parts are named by what they say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import msgspec

from purposelint.domain.catalog import Activity, Catalog, Confidence
from purposelint.domain.facts import (
    Class,
    Comment,
    CommentOwner,
    Field,
    FileFacts,
    Function,
    FunctionKind,
    Param,
)
from purposelint.domain.flows import Flow, Flows, Hop, SinkPoint
from purposelint.domain.place import Place, Span, pack, span_between
from purposelint.domain.policy import Policy
from purposelint.domain.program import Module, Program
from purposelint.domain.settings import Configuration, Settings
from purposelint.domain.sightings import Evidence, Sighting, Sightings
from purposelint.domain.verdict import Finding, Judged, Judgement
from purposelint.judge.judging import judge
from stages.judge.small_policy import CATALOG, policy

ROOT = Path("/project")
TODAY = dt.date(2026, 11, 20)


class World:
    """One module of given text, filled by naming stretches of the text; `check` judges it."""

    def __init__(self, text: str, name: str = "app.views") -> None:
        self.lines = text.strip("\n").split("\n")
        self.name = name
        self.path = name.replace(".", "/") + ".py"
        self.functions: list[Function] = [self._function("<module>", "module", 0, len(self.lines))]
        self.classes: list[Class] = []
        self.comments: list[Comment] = []
        self.flows: list[Flow] = []
        self.fields: dict[tuple[str, str], tuple[Sighting, ...]] = {}
        self.others: list[World] = []

    # ── where ────────────────────────────────────────────────────────────────────────────────────

    def points(self, part: str, nth: int = 1) -> tuple[int, int]:
        """Packed start and end of the nth occurrence of a part, which may span lines."""
        whole = "\n".join(self.lines)
        start = -1
        for _ in range(nth):
            start = whole.index(part, start + 1)
        return self._pack(whole, start), self._pack(whole, start + len(part))

    @staticmethod
    def _pack(whole: str, offset: int) -> int:
        before = whole[:offset]
        return pack(before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1)

    def span(self, part: str, nth: int = 1) -> Span:
        return span_between(*self.points(part, nth))

    def place(self, part: str, nth: int = 1, symbol: str = "") -> Place:
        return Place(self.path, self.span(part, nth), symbol or self.name)

    # ── what the file says ───────────────────────────────────────────────────────────────────────

    def _function(
        self, qualname: str, kind: FunctionKind, first: int, lines: int, class_: int = -1
    ) -> Function:
        header = (pack(first or 1, 1), pack(first or 1, 200))
        return Function(
            name=qualname.rpartition(".")[2],
            qualname=qualname,
            kind=kind,
            parent=-1 if kind == "module" else 0,
            class_=class_,
            is_async=False,
            is_generator=False,
            params=(),
            decorators=(),
            returns=None,
            docstring="",
            locals=(),
            calls=(),
            body=(),
            at=header[0],
            to=header[1],
            end=pack((first or 1) + lines, 1),
        )

    def function(self, qualname: str, first: int, last: int, parameters: Sequence[str] = ()) -> int:
        """A function from line to line; gives its index, to place comments in it."""
        found = self._function(qualname, "function", first, last - first + 1)
        params = tuple(
            Param(part.partition(":")[0], 1, None, None, *self.points(part)) for part in parameters
        )
        self.functions.append(msgspec.structs.replace(found, params=params))
        return len(self.functions) - 1

    def class_(self, name: str, first: int, last: int, fields: Sequence[str] = ()) -> int:
        """A class from line to line with the field statements given; gives the index of its body."""
        body = len(self.functions)
        self.functions.append(self._function(name, "class", first, last - first + 1, len(self.classes)))
        made = tuple(
            Field(part.partition(" ")[0].rstrip(":"), None, None, "", *self.points(part)) for part in fields
        )
        header = self.functions[body]
        self.classes.append(
            Class(name, name, 0, body, (), (), (), made, "", header.at, header.to, header.end)
        )
        return body

    def comment(
        self,
        text: str,
        of: str = "",
        nth: int = 1,
        owner: CommentOwner = "statement",
        function: int = 0,
        defines: str = "",
    ) -> World:
        """A comment that stands in the text, owned by the part named; by nothing without one."""
        at = self.points(text)[0]
        start, end = self.points(of, nth) if of else (0, 0)
        self.comments.append(
            Comment(text, at, owner if of else "scope", start, end, function, defines, trailing=True)
        )
        return self

    # ── what the other stages found ──────────────────────────────────────────────────────────────

    def field(
        self,
        part: str,
        found: str,
        owner: str = "Customer",
        *,
        model: str = "django.model",
        confidence: Confidence = "high",
        vendor: str = "",
    ) -> Sighting:
        """A field that holds an element; without a model it is a record's and not stored."""
        name = part.partition(" ")[0].rstrip(":")
        sighting = Sighting(
            symbol=f"{self.name}.{owner}.{name}",
            element=found,
            confidence=confidence,
            evidence=(Evidence("type", "EmailField"),),
            place=self.place(part, symbol=f"{self.name}.{owner}"),
            model=model,
            vendor=vendor,
        )
        key = (f"{self.name}.{owner}", name)
        self.fields[key] = (*self.fields.get(key, ()), sighting)
        return sighting

    def flow(
        self,
        call: str,
        expr: str,
        found: str = "identity.email",
        *,
        activity: Activity = "log",
        source: Sighting | None = None,
        sink: Place | None = None,
        handed: Sequence[Place] = (),
        sink_id: str = "",
        vendor: str = "",
        host: str = "",
        confidence: Confidence = "high",
        guard: str = "",
        pseudonym: bool = False,
        symbol: str = "",
        hops: Sequence[Hop] = (),
        nth: int = 1,
    ) -> Flow:
        """A flow that meets its sink at a call of the text and carries an expression within that call."""
        place = self.place(call, nth, symbol)
        data = place if nth > 1 else self._inside(call, expr)
        sighting = source or Sighting(expr, found, confidence, (Evidence("name", "its name"),))
        default_id = {"log": "logging.info", "share": "requests.post", "store": "open.write"}[activity]
        made = Flow(
            source=sighting,
            origin=data,
            sink=SinkPoint(
                sink_id or default_id, activity, sink or place, call.partition("(")[0], vendor, host
            ),
            place=place,
            data=data,
            expr=expr,
            handed=tuple(handed) or (place,),
            trace=(*hops, Hop(data, f"{expr} is {sighting.element}")),
            confidence=confidence,
            guard=guard,
            pseudonym=pseudonym,
        )
        self.flows.append(made)
        return made

    def _inside(self, call: str, expr: str) -> Place:
        whole = "\n".join(self.lines)
        start = whole.index(expr, whole.index(call))
        span = span_between(self._pack(whole, start), self._pack(whole, start + len(expr)))
        return Place(self.path, span, self.name)

    # ── judging ──────────────────────────────────────────────────────────────────────────────────

    def module(self) -> Module:
        facts = FileFacts(
            path=self.path,
            lines=len(self.lines),
            imports=(),
            stars=(),
            exports=None,
            functions=tuple(self.functions),
            classes=tuple(self.classes),
            comments=tuple(self.comments),
            packed_mentions=b"",
        )
        return Module(self.name, self.path, is_package=False, facts=facts, names={})

    def check(
        self,
        asked: Policy | None = None,
        *,
        paths: tuple[Path, ...] = (ROOT,),
        today: dt.date = TODAY,
        configuration: Configuration | None = None,
        catalog: Catalog = CATALOG,
    ) -> Judged:
        """Judge this module and the others added to it."""
        worlds = (self, *self.others)
        fields: dict[tuple[str, str], tuple[Sighting, ...]] = {}
        for world in worlds:
            fields.update(world.fields)
        return judge(
            Program({world.name: world.module() for world in worlds}, {}, {}),
            Sightings(fields, frozenset(fields), {}, {}),
            Flows(tuple(flow for world in worlds for flow in world.flows), {}),
            asked or policy(),
            catalog,
            Settings(ROOT, paths, configuration or Configuration(), "purposelint.toml"),
            today=today,
        )


def codes(judged: Judged) -> list[str]:
    """Codes of the open findings, in their order."""
    return [finding.code for finding in judged.findings if finding.status == "open"]


def only(judged: Judged) -> Finding:
    """The one finding."""
    (finding,) = judged.findings
    return finding


def judgement(judged: Judged, found: str = "identity.email") -> Judgement:
    """The one judgement about an element."""
    (told,) = [each for each in judged.judgements if each.finding.element == found]
    return told


def log_of(expr: str, comment: str = "", found: str = "identity.email") -> World:
    """`logger.info(EXPR)  COMMENT`, the comment owned by the statement."""
    call = f"logger.info({expr})"
    world = World(f"{call}  {comment}" if comment else call)
    world.flow(call, expr, found)
    return world.comment(comment, call) if comment else world


def share_of(
    expr: str, comment: str = "", *, vendor: str = "stripe", host: str = "", found: str = "identity.email"
) -> World:
    """`client.send(EXPR)  COMMENT` to a vendor."""
    call = f"client.send({expr})"
    world = World(f"{call}  {comment}" if comment else call)
    world.flow(call, expr, found, activity="share", vendor=vendor, host=host, sink_id="client.send")
    return world.comment(comment, call) if comment else world


def field_of(comment: str = "", found: str = "identity.email", part: str = "email = EmailField()") -> World:
    """A model `Customer` with one field and a comment on it."""
    world = World(f"class Customer(Model):\n    {part}  {comment}", "app.models")
    body = world.class_("Customer", 1, 2, (part,))
    world.field(part, found)
    return world.comment(comment, part, function=body) if comment else world
