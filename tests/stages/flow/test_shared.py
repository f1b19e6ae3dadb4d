"""What outlives calls: what callers are told of it, and when those that look there look again."""

from __future__ import annotations

from collections import Counter

import pytest

from purposelint.flow import fixpoint
from purposelint.flow.engine import Engine
from purposelint.flow.state import planting
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.shared import Shared
from purposelint.flow.state.summary import Kept, Tree
from purposelint.flow.state.values import SYMBOLS, Instance, of
from stages.flow.programs import linked, solved

_POOL = """
    import redis
    pools = {}
    def pool(url):
        if url not in pools:
            pools[url] = redis.ConnectionPool.from_url(url)
        return pools[url]
    def fill():
        pool("redis://cache")
    def far():
        fill()
"""


def test_callers_are_told_of_data_that_was_left_in_something_shared() -> None:
    keep = "seen = {}\ndef keep(user):\n    seen['mail'] = user.email\ndef far(user):\n    keep(user)\n"
    assert solved(keep).engine.summaries["app.far"].mutations


def test_callers_are_not_told_of_what_holds_no_data() -> None:
    summaries = solved(_POOL).engine.summaries
    assert summaries["app.far"].mutations == summaries["app.fill"].mutations == ()


def _kept(shared: Shared, mask: int, kind: str) -> tuple[Kept, ...]:
    holder = shared.address(("app", "table"), "dict", None)
    assert holder is not None
    return (Kept(holder, "*", Tree(mask << SYMBOLS, 0, "", (Instance(kind),), ())),)


def test_whoever_looks_at_shared_things_looks_again_when_they_change() -> None:
    shared = Shared(linked("x = 1"))
    shared.enter("app.put", _kept(shared, 1, "app.Box"), called=False)
    (table,) = shared.changed()
    assert shared.changed() == []
    shared.enter("app.put", _kept(shared, 2, "app.Box"), called=False)
    assert shared.changed() == [table]
    shared.enter("app.put", (), called=False)
    assert shared.changed() == [table]


def test_what_comes_and_goes_is_looked_at_once_while_all_settles() -> None:
    shared = Shared(linked("x = 1"))
    shared.enter("app.put", _kept(shared, 3, "app.Box"), called=False)
    (table,) = shared.changed(settling=True)
    for kept in ((), _kept(shared, 1, "app.Box"), _kept(shared, 3, "app.Box")):
        shared.enter("app.put", kept, called=False)
        assert shared.changed(settling=True) == []
    for kept in (_kept(shared, 4, "app.Box"), _kept(shared, 4, "app.Case")):
        shared.enter("app.put", kept, called=False)
        assert shared.changed(settling=True) == [table]


_REGISTRY = """
    import logging
    class Table:
        kinds = {}
        @classmethod
        def register(cls, name, maker):
            cls.kinds = {**cls.kinds, name: maker}
            cls.latest = maker
    class Reader(Table):
        def __init__(self, mail):
            self.mail = mail
        def latest_of(self):
            return self.latest
        def size(self):
            return self.depth
        def show(self):
            logging.info(self.mail)
    def make():
        return Reader("")
    def fill():
        Reader.register("mail", make)
"""


def test_only_who_looks_for_what_is_left_in_a_class_looks_again(monkeypatch: pytest.MonkeyPatch) -> None:
    analysed: Counter[str] = Counter()
    analyse = fixpoint.analyse

    def counted(engine: Engine, key: str) -> Frame:
        analysed[key] += 1
        return analyse(engine, key)

    monkeypatch.setattr(fixpoint, "analyse", counted)
    solved(_REGISTRY)
    assert analysed["app.Reader.latest_of"] > analysed["app.Reader.size"] == analysed["app.Reader.show"] == 1


_SETS = """
    shown = set()
    kinds = {"mail", "phone"}
    def add(user):
        shown.add(user.email)
    def look():
        return shown, kinds
"""


def test_how_many_items_a_set_has_is_not_known_where_functions_add_to_it() -> None:
    """Each that adds would put its item behind those of the others, in every round one place further on."""
    program = solved(_SETS)
    sets = [ref for ref in program.engine.shared.objects if ref.type == "set"]
    named = {program.engine.shared.homes[ref].name: ref for ref in sets}
    frame = program.frame("app.look")
    frame.state = {}
    for ref in sets:
        planting.load(frame, ref)
    assert frame.known_items(of(named["shown"])) is None
    assert len(frame.known_items(of(named["kinds"])) or ()) == 2
