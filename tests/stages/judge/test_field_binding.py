"""Which declaration covers which flow."""

from __future__ import annotations

import pytest

from stages.judge.small_policy import policy
from stages.judge.world import World, codes, field_of, log_of, only

CALL = "logger.info(user.email)"


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
