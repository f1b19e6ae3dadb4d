"""Which declaration covers which flow."""

from __future__ import annotations

import msgspec
import pytest

from purposelint.domain.facts import Function
from purposelint.domain.flows import Hop
from purposelint.domain.settings import Configuration, Declare
from stages.judge.world import World, codes, field_of, judgement, log_of, only

CALL = "logger.info(user.email)"


def inside_function(*comments: tuple[str, str, str]) -> World:
    """A log call in a method, with comments given as (text, what owns it, where it stands)."""
    world = World(
        "# purpose of this module: order_processing\n"
        "class Views:\n"
        "    # purpose of this class: account_registration\n"
        "    def login(self, user):\n"
        "        # purpose of this function: payment\n"
        f"        {CALL}  # purpose: security_protection\n"
    )
    body = world.class_("Views", 2, 6)
    method = world.function("Views.login", 4, 6)
    nests = {"module": 0, "class": body, "function": method}
    parents = {body: 0, method: body}
    for index, parent in parents.items():
        world.functions[index] = _with_parent(world, index, parent)
    for text, owner, where in comments:
        world.comment(text, owner, function=nests[where])
    world.flow(CALL, "user.email", symbol="app.views.Views.login")
    return world


def _with_parent(world: World, index: int, parent: int) -> Function:
    return msgspec.structs.replace(world.functions[index], parent=parent)


IN_MODULE = ("# purpose of this module: order_processing", "class Views:", "module")
IN_CLASS = ("# purpose of this class: account_registration", "def login(self, user):", "class")
IN_FUNCTION = ("# purpose of this function: payment", CALL, "function")
AT_CALL = ("# purpose: security_protection", CALL, "function")


@pytest.mark.parametrize(
    ("comments", "purpose"),
    [
        ([IN_MODULE, IN_CLASS, IN_FUNCTION, AT_CALL], "security_protection"),
        ([IN_MODULE, IN_CLASS, IN_FUNCTION], "payment"),
        ([IN_MODULE, IN_CLASS], "account_registration"),
        ([IN_MODULE], "order_processing"),
    ],
)
def test_the_nearest_declaration_wins(comments: list[tuple[str, str, str]], purpose: str) -> None:
    told = judgement(inside_function(*comments).check())
    assert told.finding.purposes == (purpose,)


def test_a_scope_above_a_definition_means_that_definition() -> None:
    world = World(f"# purpose of this function: security_protection\ndef login(user):\n    {CALL}")
    world.function("login", 2, 3)
    world.comment("# purpose of this function: security_protection", "def login(user):", defines="login")
    world.flow(CALL, "user.email")
    assert codes(world.check()) == []


def test_a_plain_comment_on_a_header_covers_no_body_and_says_so() -> None:
    world = World(f"# purpose: security_protection\ndef login(user):\n    {CALL}")
    world.function("login", 2, 3)
    world.comment("# purpose: security_protection", "def login(user):", defines="login")
    world.flow(CALL, "user.email")
    judged = world.check()
    assert codes(judged) == ["PUR404", "PUR101"]
    assert "purpose of this function:" in judged.findings[0].message


def test_of_this_function_outside_of_any_cannot_be_read() -> None:
    world = World(f"# purpose of this function: payment\n{CALL}")
    world.comment("# purpose of this function: payment", CALL)
    assert codes(world.check()) == ["PUR402"]


def test_own_lines_and_a_trailing_comment_merge() -> None:
    world = World(
        "# purpose: account_registration\n# purpose: order_processing\n"
        f"{CALL}  # purpose: security_protection"
    )
    for text in ("account_registration", "order_processing", "security_protection"):
        world.comment(f"# purpose: {text}", CALL)
    world.flow(CALL, "user.email")
    told = judgement(world.check())
    assert told.verdict == "permitted"
    assert told.finding.purposes == ("account_registration", "order_processing", "security_protection")


def test_a_declaration_that_names_elements_speaks_of_those_alone() -> None:
    judged = log_of("user.email", "# purpose: identity.phone for security_protection").check()
    assert codes(judged) == ["PUR101", "PUR404"]


@pytest.mark.parametrize("words", ["identity.email", "identity.*", "identity.phone, identity.email"])
def test_elements_may_be_listed_or_named_by_group(words: str) -> None:
    assert codes(log_of("user.email", f"# purpose: {words} for security_protection").check()) == []


def test_at_one_node_what_names_the_element_goes_before_what_names_none() -> None:
    world = World(f"# purpose: payment\n{CALL}  # purpose: identity.email for security_protection")
    world.comment("# purpose: payment", CALL)
    world.comment("# purpose: identity.email for security_protection", CALL)
    world.flow(CALL, "user.email")
    assert judgement(world.check()).finding.purposes == ("security_protection",)


POST = """post(URL, json={
    "email": user.email,  # purpose: payment
    "phone": user.phone,
})"""


def test_a_comment_on_an_item_covers_that_item_alone() -> None:
    world = World(POST)
    world.comment("# purpose: payment", "user.email", owner="element")
    whole = POST.partition("json=")[2].rpartition(")")[0]
    for expr, found in (("user.email", "identity.email"), ("user.phone", "identity.phone")):
        world.flow(
            POST,
            whole,
            found,
            activity="share",
            vendor="stripe",
            sink_id="post",
            hops=[Hop(world.place(expr), "item")],
        )
    judged = world.check()
    assert [(finding.code, finding.element) for finding in judged.findings] == [("PUR201", "identity.phone")]


def test_a_comment_on_an_argument_wins_over_the_statement() -> None:
    call = "send(\n    user.email,  # purpose: security_protection\n)"
    world = World(f"{call}  # purpose: recommendation")
    world.comment("# purpose: security_protection", "user.email", owner="element")
    world.comment("# purpose: recommendation", call)
    world.flow(call, "user.email")
    told = judgement(world.check())
    assert told.finding.purposes == ("security_protection",)


def test_a_parameter_comment_covers_the_function_for_that_parameter() -> None:
    world = World(
        "def login(\n"
        "    email: str,  # purpose: security_protection\n"
        "    phone: str,\n"
        "):\n"
        "    logger.info(email)\n"
        "    logger.info(phone)\n"
    )
    world.function("login", 1, 6, ("email: str", "phone: str"))
    world.comment("# purpose: security_protection", "email: str", owner="element")
    world.flow("logger.info(email)", "email", hops=[Hop(world.place("email: str"), "parameter")])
    world.flow(
        "logger.info(phone)", "phone", "identity.phone", hops=[Hop(world.place("phone: str"), "parameter")]
    )
    judged = world.check()
    assert [(finding.code, finding.element) for finding in judged.findings] == [("PUR101", "identity.phone")]


# ── back along the flow ──────────────────────────────────────────────────────────────────────────


def handed(helper: str = "", caller: str = "") -> World:
    """`audit(user.email)` in one module, whose body in another logs it."""
    inner = World(f"def audit(text):\n    logger.info(text)  {helper}", "app.audit")
    function = inner.function("audit", 1, 2)
    if helper:
        inner.comment(helper, "logger.info(text)", function=function)
    world = World(f"audit(user.email)  {caller}")
    if caller:
        world.comment(caller, "audit(user.email)")
    sink = inner.place("logger.info(text)", symbol="app.audit.audit")
    world.flow(
        "audit(user.email)",
        "user.email",
        sink=sink,
        handed=(sink, world.place("audit(user.email)", symbol="app.views.login")),
        symbol="app.views.login",
    )
    world.others.append(inner)
    return world


def test_a_callers_declaration_covers_what_its_helper_leaks() -> None:
    assert codes(handed(caller="# purpose: security_protection").check()) == []


def test_a_helpers_declaration_covers_its_callers_and_says_so() -> None:
    told = judgement(handed("# purpose: security_protection").check())
    assert told.verdict == "permitted"
    assert "declares it for its caller app.views.login" in told.why


def test_the_helpers_declaration_is_nearer_than_the_callers() -> None:
    judged = handed("# purpose: security_protection", "# purpose: account_registration").check()
    assert judgement(judged).finding.purposes == ("security_protection",)


def test_a_flow_through_a_helper_names_where_it_leaks() -> None:
    finding = only(handed().check())
    assert finding.place.path == "app/views.py"
    assert finding.sink is not None
    assert finding.sink.path == "app/audit.py"
    assert "through app.audit.audit (app/audit.py:2)" in finding.message


STRICT = Configuration(strict_callers=True)


@pytest.mark.parametrize(
    ("caller", "expected"),
    [
        ("", ["PUR101"]),
        ("# purpose: parcel_delivery", []),
        ("# purpose: account_registration", ["PUR102"]),
    ],
)
def test_strict_callers_state_their_own_purpose_within_the_helpers(caller: str, expected: list[str]) -> None:
    world = handed("# purpose: order_processing", caller)
    assert codes(world.check(configuration=STRICT, paths=())) == expected


# ── the side file ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (Declare(paths=("app/**",), purposes=("security_protection",)), []),
        (Declare(symbols=("app.views",), purposes=("security_protection",)), []),
        (Declare(paths=("billing/**",), purposes=("security_protection",)), ["PUR101"]),
        (Declare(elements=("identity.phone",), purposes=("security_protection",)), ["PUR101"]),
        (
            Declare(paths=("app/**",), symbols=("app.models.*",), purposes=("security_protection",)),
            ["PUR101"],
        ),
    ],
)
def test_the_side_file_declares_for_paths_symbols_and_elements(entry: Declare, expected: list[str]) -> None:
    configuration = Configuration(declare=(entry,))
    assert codes(log_of("user.email").check(configuration=configuration, paths=())) == expected


def test_the_side_file_reaches_fields_by_their_symbol() -> None:
    entry = Declare(symbols=("app.models.Customer",), purposes=("account_registration",))
    assert codes(field_of().check(configuration=Configuration(declare=(entry,)))) == []


def test_comments_go_before_the_side_file() -> None:
    entry = Declare(paths=("app/**",), purposes=("recommendation",))
    judged = log_of("user.email", "# purpose: security_protection").check(
        configuration=Configuration(declare=(entry,))
    )
    assert judgement(judged).finding.purposes == ("security_protection",)
    assert [finding.place.path for finding in judged.findings] == ["purposelint.toml"]


def test_unknown_words_of_the_side_file_are_findings_at_the_configuration() -> None:
    entry = Declare(paths=("app/**",), purposes=("paymnt",))
    judged = log_of("user.email").check(configuration=Configuration(declare=(entry,)))
    assert codes(judged) == ["PUR101", "PUR401"]
    assert "the 1st [[declare]]" in judged.findings[1].message


def test_an_unused_table_of_the_side_file_is_told_as_one() -> None:
    entry = Declare(symbols=("app.*",), elements=("identity.phone",), purposes=("recommendation",))
    judged = log_of("user.email", "# purpose: security_protection").check(
        configuration=Configuration(declare=(entry,))
    )
    assert codes(judged) == ["PUR404"]
    assert "where the 1st [[declare]] of the configuration reaches" in judged.findings[0].message
    assert judged.findings[0].remedy == "remove the table"


# ── fields ───────────────────────────────────────────────────────────────────────────────────────
