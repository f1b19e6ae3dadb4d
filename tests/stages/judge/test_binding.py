"""Which declaration covers which flow."""

from __future__ import annotations

import msgspec
import pytest

from purposelint.domain.facts import Function
from purposelint.domain.flows import Hop
from purposelint.domain.settings import Configuration, Declare
from stages.judge.world import World, codes, field_of, judgement, log_of, only, policy

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
    assert "declare[1]" in judged.findings[1].message


# ── fields ───────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "comment",
    ["# purpose: account_registration", "# purpose: identity.email for account_registration"],
)
def test_a_field_comment_covers_storing_it(comment: str) -> None:
    assert codes(field_of(comment).check()) == []


def test_a_comment_inside_a_long_field_belongs_to_the_field() -> None:
    part = "email = EmailField(\n        unique=True,  # purpose: account_registration\n    )"
    world = World(f"class Customer(Model):\n    {part}", "app.models")
    body = world.class_("Customer", 1, 4, (part,))
    world.field(part, "identity.email")
    world.comment("# purpose: account_registration", "True", owner="element", function=body)
    assert codes(world.check()) == []


def test_a_class_covers_storing_its_fields() -> None:
    text = "# purpose of this class: account_registration"
    world = World(f"class Customer(Model):\n    {text}\n    email = EmailField()", "app.models")
    body = world.class_("Customer", 1, 3, ("email = EmailField()",))
    world.field("email = EmailField()", "identity.email")
    world.comment(text, "email = EmailField()", function=body)
    assert codes(world.check()) == []


def with_field(field_comment: str, log_comment: str, *, share: bool = False) -> World:
    """A stored e-mail address with a declaration, logged or sent elsewhere."""
    models = field_of(field_comment)
    (sighting,) = models.fields["app.models.Customer", "email"]
    call = "send(customer.email)"
    world = World(f"{call}  {log_comment}")
    if log_comment:
        world.comment(log_comment, call)
    world.flow(
        call,
        "customer.email",
        source=sighting,
        activity="share" if share else "log",
        vendor="stripe" if share else "",
    )
    world.others.append(models)
    return world


def test_a_field_comment_does_not_cover_logging_it() -> None:
    finding = only(with_field("# purpose: security_protection", "").check())
    assert finding.code == "PUR101"
    assert "from app.models.Customer.email" in finding.message
    assert finding.remedy == "# purpose: security_protection"


def test_a_field_comment_is_a_ceiling() -> None:
    finding = only(with_field("# purpose: account_registration", "# purpose: security_protection").check())
    assert (finding.code, finding.severity) == ("PUR403", "warning")
    assert "app.models.Customer.email is declared for account_registration alone" in finding.message
    assert finding.remedy == "# purpose: account_registration, security_protection"


def test_a_purpose_that_the_fields_includes_is_within_the_ceiling() -> None:
    world = with_field("# purpose: order_processing", "# purpose: parcel_delivery")
    assert codes(world.check()) == []


def test_to_on_a_field_is_a_ceiling_of_recipients() -> None:
    world = with_field("# purpose: order_processing to authority", "# purpose: order_processing", share=True)
    finding = only(world.check())
    assert finding.code == "PUR403"
    assert finding.remedy == "# purpose: order_processing to authority, partner"


def test_storing_the_field_elsewhere_is_covered_by_the_field() -> None:
    models = field_of("# purpose: account_registration")
    (sighting,) = models.fields["app.models.Customer", "email"]
    world = World("file.write(customer.email)")
    world.flow("file.write(customer.email)", "customer.email", source=sighting, activity="store")
    world.others.append(models)
    assert codes(world.check()) == []


# ── not personal ─────────────────────────────────────────────────────────────────────────────────


def test_not_personal_takes_out_the_field_and_its_flows() -> None:
    models = field_of("# not-personal: the build server's address")
    (sighting,) = models.fields["app.models.Customer", "email"]
    world = World("logger.info(server.email)")
    world.flow("logger.info(server.email)", "server.email", source=sighting)
    world.others.append(models)
    judged = world.check()
    assert judged.findings == ()
    assert [(told.verdict, told.why) for told in judged.judgements] == [
        ("quiet", "declared not personal: the build server's address")
    ] * 2


def test_not_personal_at_a_statement_takes_out_what_no_line_declares() -> None:
    assert log_of("host.email", "# not-personal: a mailing list").check().findings == ()


def test_not_personal_at_a_statement_does_not_take_out_a_declared_field() -> None:
    world = with_field("# purpose: account_registration", "# not-personal: it is, though")
    assert codes(world.check()) == ["PUR101", "PUR404"]


def test_a_purpose_and_not_personal_on_one_field_contradict_each_other() -> None:
    world = field_of("# not-personal: of a server  # purpose: account_registration")
    assert codes(world.check(policy())) == ["PUR402"]


@pytest.mark.parametrize("comment", ["# purpose: account_registration", "# not-personal: of a server"])
def test_a_comment_on_a_record_field_is_of_use_without_any_flow(comment: str) -> None:
    world = World(f"class Form:\n    email: str  {comment}", "app.forms")
    body = world.class_("Form", 1, 2, ("email: str",))
    world.field("email: str", "identity.email", "Form", model="")
    world.comment(comment, "email: str", function=body)
    assert codes(world.check()) == []


@pytest.mark.parametrize("comment", ["# purpose: account_registration", "# not-personal: of a server"])
def test_a_comment_on_a_field_that_holds_nothing_personal_is_unused(comment: str) -> None:
    world = World(f"class Form:\n    size: int  {comment}", "app.forms")
    body = world.class_("Form", 1, 2, ("size: int",))
    world.comment(comment, "size: int", function=body)
    assert codes(world.check()) == ["PUR404"]
