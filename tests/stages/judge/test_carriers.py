"""Declarations that are code and not comments."""

from __future__ import annotations

import msgspec
import pytest

from purposelint.domain.expressions import Arg, Attr, Call, Const, Expr, Item, Map, Name, Seq, Sub
from purposelint.domain.place import pack
from purposelint.domain.statements import ExprStmt, Stmt, With, WithItem
from stages.judge.world import World, codes, field_of, judgement

CALL = "logger.info(user.email)"
WITHIN = f"@purpose\ndef login(user):\n    {CALL}\n"


def text(value: str) -> Const:
    return Const("str", value)


def call(name: str, *positional: Expr, **named: Expr) -> Call:
    point = pack(1, 1)
    plain = [Arg(value, None, 0, point, point) for value in positional]
    keywords = [Arg(value, name_, 0, point, point) for name_, value in named.items()]
    func: Expr = Name(name, point)
    return Call(func, (*plain, *keywords), point, pack(1, 9))


def decorated(decorator: Expr) -> World:
    world = World(WITHIN)
    index = world.function("login", 2, 3)
    world.functions[index] = msgspec.structs.replace(world.functions[index], decorators=(decorator,))
    world.flow(CALL, "user.email")
    return world


@pytest.mark.parametrize(
    "decorator",
    [
        call("purpose", text("security_protection")),
        call("purpose", text("security_protection"), to=text("self"), because=text("audits")),
        call("purpose", text("security_protection"), elements=text("identity.email")),
        call("purpose", Seq("list", (text("security_protection"), text("account_registration")))),
        Call(Attr(Name("markers", 1), "purpose", 2), call("purpose", text("security_protection")).args, 1, 2),
    ],
)
def test_a_decorator_declares_for_its_function(decorator: Expr) -> None:
    told = judgement(decorated(decorator).check())
    assert told.verdict == "permitted"
    assert told.finding.purposes[0] == "security_protection"


def test_a_decorator_that_is_not_constant_cannot_be_read() -> None:
    world = decorated(call("purpose", Name("WHY", 1)))
    assert sorted(codes(world.check())) == ["PUR101", "PUR402"]


def test_a_decorator_of_someone_elses_is_prose() -> None:
    world = decorated(call("purpose", text("billing engine glue")))
    assert codes(world.check()) == ["PUR101"]


def test_an_unknown_keyword_of_someone_elses_decorator_is_theirs() -> None:
    assert codes(decorated(call("purpose", kind=text("glue"))).check()) == ["PUR101"]


@pytest.mark.parametrize(
    ("keyword", "hint"),
    [
        ("purposes", "purposes stand first"),
        ("recipient", "did you mean `to`?"),
        ("element", "did you mean `elements`?"),
        ("why", "did you mean `because`?"),
    ],
)
def test_an_unknown_keyword_says_what_was_meant(keyword: str, hint: str) -> None:
    found = decorated(call("purpose", **{keyword: text("payment")})).check().findings
    (told,) = [each for each in found if each.code == "PUR402"]
    assert hint in told.message


@pytest.mark.parametrize(("value", "told"), [(Const("int", 3), True), (Name("WHY", 1), False)])
def test_metadata_of_what_may_be_no_column_is_told_only_where_it_is_constant(value: Expr, told: bool) -> None:
    message = call("Message", metadata=Map((Item(text("purpose"), value, 1, 2),)))
    found = codes(with_field(value=call("wrapped", message)).check())
    assert ("PUR402" in found) is told


def test_two_carriers_on_one_node_that_disagree() -> None:
    world = decorated(call("purpose", text("security_protection")))
    comment = "# purpose of this function: payment"
    world.lines.append(comment)
    world.comment(comment, "def login(user):", defines="login")
    found = [each for each in world.check().findings if each.code == "PUR402"]
    assert len(found) == 1
    assert "declares payment for the same data" in found[0].message


def in_block(body_line: int) -> World:
    """A with block over line 2 of the module; the log call stands at `body_line`."""
    lines = ["with purpose('security_protection'):", "    pass", "    pass", "pass", "pass"]
    lines[body_line - 1] = f"    {CALL}" if body_line < 4 else CALL
    world = World("\n".join(lines))

    def statement(line: int) -> ExprStmt:
        return ExprStmt(pack(line, 5), pack(line, 40), Name("pass_", pack(line, 5)))

    inner: tuple[Stmt, ...] = (statement(2), statement(3))
    item = WithItem(call("purpose", text("security_protection")), None)
    block = With(pack(1, 1), pack(1, 37), (item,), inner, is_async=False)
    world.functions[0] = msgspec.structs.replace(world.functions[0], body=(block, statement(4)))
    world.flow(CALL, "user.email")
    return world


@pytest.mark.parametrize(("line", "expected"), [(2, []), (3, []), (4, ["PUR101"])])
def test_a_with_block_declares_for_what_stands_in_it(line: int, expected: list[str]) -> None:
    assert codes(in_block(line).check(paths=())) == expected


def with_field(annotation: Expr | None = None, value: Expr | None = None) -> World:
    world = field_of()
    (field,) = world.classes[0].fields
    changed = msgspec.structs.replace(field, annotation=annotation, value=value)
    world.classes[0] = msgspec.structs.replace(world.classes[0], fields=(changed,))
    return world


def annotated(*markers: Expr) -> Sub:
    return Sub(Name("Annotated", 1), Seq("tuple", (Name("str", 1), *markers)), 2)


@pytest.mark.parametrize(
    "annotation",
    [
        annotated(call("Personal", text("identity.email"), purpose=text("account_registration"))),
        annotated(call("Personal", purpose=text("account_registration"))),
        Sub(
            Name("Mapped", 1),
            annotated(call("Personal", text("identity.email"), purpose=text("account_registration"))),
            2,
        ),
        annotated(call("NotPersonal", text("of a build server"))),
    ],
)
def test_a_marker_in_an_annotation_speaks_of_the_field(annotation: Expr) -> None:
    assert codes(with_field(annotation=annotation).check()) == []


@pytest.mark.parametrize("keyword", ["info", "metadata", "json_schema_extra"])
@pytest.mark.parametrize("said", ["account_registration", "identity.email for account_registration"])
def test_metadata_of_a_field_speaks_the_same_grammar(keyword: str, said: str) -> None:
    display = Map((Item(text("purpose"), text(said), 1, 2),))
    assert codes(with_field(value=call("mapped_column", **{keyword: display})).check()) == []


def test_a_column_comment_of_the_database() -> None:
    value = call("EmailField", db_comment=text("purpose: account_registration"))
    assert codes(with_field(value=value).check()) == []


def test_an_unknown_word_in_metadata() -> None:
    display = Map((Item(text("purpose"), text("acount_registration"), 1, 2),))
    world = with_field(value=call("mapped_column", info=display))
    assert sorted(codes(world.check())) == ["PUR301", "PUR401"]
