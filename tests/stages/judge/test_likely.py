"""Which purpose a finding proposes, and when it leaves the choice."""

from __future__ import annotations

import dataclasses

import msgspec
import pytest

from purposelint.domain.catalog import Catalog
from purposelint.domain.flows import Flows
from purposelint.domain.library import Library, Sink
from purposelint.domain.policy import Permit, Policy, Usual
from purposelint.domain.program import Program
from purposelint.domain.sightings import Sightings
from purposelint.judge.cases import cases_of
from purposelint.judge.likely import Kinds
from stages.judge.small_policy import CATALOG, PURPOSES, policy
from stages.judge.test_ask_shipped import shipped
from stages.judge.world import World, field_of, log_of, only, share_of

CATALOG_OF_VENDORS = dataclasses.replace(
    CATALOG, libraries={"stripe": Library(name="stripe", vendor="stripe", kind="payment")}
)


def usual_for(asked: Policy | None = None, /, **usual: Usual) -> Policy:
    """The small policy, its purposes usual for this and that."""
    more = {name: msgspec.structs.replace(PURPOSES[name], usual=one) for name, one in usual.items()}
    return dataclasses.replace(asked or policy(), purposes={**PURPOSES, **more})


def remedy(world: World, asked: Policy, catalog: Catalog = CATALOG) -> str:
    return only(world.check(asked, catalog=catalog)).remedy


def test_what_a_purpose_is_usually_logged_for_is_proposed() -> None:
    asked = usual_for(security_protection=Usual(log=("identity.*",)), order_processing=Usual(store=("*",)))
    assert remedy(log_of("user.email"), asked) == "# purpose: security_protection"


def test_an_element_says_more_than_its_group_and_that_more_than_all() -> None:
    asked = usual_for(
        account_registration=Usual(log=("*",)),
        order_processing=Usual(log=("identity.*",)),
        security_protection=Usual(log=("identity.email",)),
    )
    assert remedy(log_of("user.email"), asked) == "# purpose: security_protection"
    assert remedy(log_of("user.phone", found="identity.phone"), asked) == "# purpose: order_processing"


def test_the_kind_of_a_vendor_goes_before_the_element() -> None:
    asked = usual_for(
        payment=Usual(share=("payment",)), order_processing=Usual(share=("identity.email", "mail"))
    )
    assert remedy(share_of("user.email"), asked, CATALOG_OF_VENDORS) == "# purpose: payment"
    assert remedy(share_of("user.email"), asked) == "# purpose: order_processing"


def test_the_name_of_a_record_goes_before_the_element() -> None:
    for words, proposed in ((("customer",), "order_processing"), (("custom",), "account_registration")):
        asked = usual_for(
            account_registration=Usual(store=("identity.email",)), order_processing=Usual(records=words)
        )
        assert remedy(field_of(), asked) == f"# purpose: {proposed}"


def _of(*libraries: Library, vendor: str, sink_id: str = "client.send") -> str:
    catalog = dataclasses.replace(CATALOG, libraries={one.name: one for one in libraries})
    world = World("client.send(user.email)")
    world.flow("client.send(user.email)", "user.email", activity="share", vendor=vendor, sink_id=sink_id)
    (case,) = cases_of(Program({}, {}, {}), Sightings({}, frozenset(), {}, {}), Flows(tuple(world.flows), {}))
    return Kinds(catalog).of(case)


def _sink(**more: str) -> Sink:
    return Sink(id="client.send", arguments=("*",), activity="share", **more)  # type: ignore[arg-type]


def test_a_call_knows_its_kind_better_than_its_file_and_that_better_than_the_vendors_others() -> None:
    cloud = Library(name="sdk", vendor="cloud", kind="cloud", sink=(_sink(),))
    mails = msgspec.structs.replace(cloud, sink=(_sink(kind="mail"),))
    chat = Library(name="chat", vendor="cloud", kind="llm")
    framework = Library(name="web", kind="framework", sink=(_sink(vendor="mail_server", kind="mail"),))
    http = Library(name="http", kind="http", sink=(_sink(),))
    assert _of(cloud, chat, vendor="cloud") == "cloud"
    assert _of(mails, chat, vendor="cloud") == "mail"
    assert _of(framework, vendor="mail_server") == "mail"
    assert _of(http, chat, vendor="cloud") == "llm"
    assert _of(http, chat, msgspec.structs.replace(cloud, sink=()), vendor="cloud") == ""
    assert _of(http, vendor="") == "http"


def test_where_two_fit_alike_the_choice_is_left() -> None:
    asked = usual_for(payment=Usual(share=("payment",)), order_processing=Usual(share=("payment",)))
    told = "say what it is for with `# purpose: ...`, one of order_processing or payment"
    assert remedy(share_of("user.email"), asked, CATALOG_OF_VENDORS) == told


def test_what_is_not_permitted_is_not_proposed_however_usual() -> None:
    asked = usual_for(recommendation=Usual(share=("payment",)), order_processing=Usual(share=("identity.*",)))
    assert remedy(share_of("user.email"), asked, CATALOG_OF_VENDORS) == "# purpose: order_processing"


def _of_a_field(comment: str, **usual: Usual) -> str:
    """The remedy for a field that is sent to the partner, and declares what the comment says."""
    world = field_of(comment)
    field = next(iter(world.fields.values()))[0]
    other = World("client.send(user.email)", name="app.mail")
    other.flow("client.send(user.email)", "user.email", activity="share", vendor="stripe", source=field)
    world.others.append(other)
    kept = Permit(elements=("identity.email",), purposes=("payment",), clause="1.9")
    found = world.check(usual_for(policy(permits=(kept,)), **usual)).findings
    (told,) = [one for one in found if one.code == "PUR201"]
    return told.remedy


def test_purposes_of_the_field_go_before_others_that_fit_as_well() -> None:
    assert _of_a_field("# purpose: payment") == "# purpose: payment"
    wide = Usual(share=("*",))
    assert _of_a_field("# purpose: payment", payment=wide, order_processing=wide) == "# purpose: payment"


def test_what_a_field_declares_is_not_proposed_for_something_else() -> None:
    told = _of_a_field("# purpose: payment", order_processing=Usual(share=("*",)))
    assert told == (
        "take user.email out of the call; or, if it serves what app.models.Customer.email (app/models.py:2)"
        " declares, say so here: payment; or, if people were told of this use, add order_processing there"
        " first, then declare it here"
    )


def test_where_the_fields_own_purposes_may_not_be_meant_either_it_is_widened() -> None:
    told = _of_a_field("# purpose: security_protection", order_processing=Usual(share=("*",)))
    assert told == (
        "take user.email out of the call; or, if people were told of this use, add order_processing to what"
        " app.models.Customer.email (app/models.py:2) declares, then declare it here"
    )


def test_a_field_that_goes_to_others_alone_is_widened_first() -> None:
    told = _of_a_field("# purpose: payment to authority")
    assert told.startswith(
        "take user.email out of the call; or, if people were told of this use, add partner to"
    )
    assert told.endswith("the recipients that app.models.Customer.email (app/models.py:2) declares")


def test_a_purpose_that_the_fields_own_one_includes_is_within_it() -> None:
    told = _of_a_field("# purpose: order_processing", parcel_delivery=Usual(share=("*",)))
    assert told == "# purpose: parcel_delivery"


def _two_elements(*, also: str) -> World:
    call = "logger.info(user.email, user.other)"
    world = World(call)
    world.flow(call, "user.email")
    world.flow(call, "user.other", also)
    return world


PHONE_ALONE = Permit(elements=("identity.phone",), purposes=("payment",), clause="1.5")


def test_one_statement_gets_one_proposal_that_all_its_elements_permit() -> None:
    asked = usual_for(
        policy(permits=(PHONE_ALONE,)),
        payment=Usual(log=("identity.phone",)),
        security_protection=Usual(log=("identity.email", "identity.*")),
    )
    assert remedy(log_of("user.phone", found="identity.phone"), asked) == "# purpose: payment"
    found = _two_elements(also="identity.phone").check(asked).findings
    assert [one.remedy for one in found] == ["# purpose: security_protection"] * 2


def test_elements_that_share_no_purpose_get_a_declaration_each() -> None:
    card = Permit(elements=("account.id",), purposes=("recommendation",), clause="1.3")
    asked = dataclasses.replace(
        policy(named_exactly=frozenset({"account.id"})),
        permits=(
            card,
            Permit(elements=("identity.email",), purposes=("security_protection",), clause="1.2"),
        ),
    )
    found = _two_elements(also="account.id").check(asked).findings
    assert sorted(one.remedy for one in found) == [
        "# purpose: account.id for recommendation",
        "# purpose: identity.email for security_protection",
    ]


def test_what_needs_words_is_proposed_last_and_with_them() -> None:
    bound = Permit(
        elements=("identity.email",), purposes=("payment",), clause="1.4", requires="the contract's number"
    )
    asked = dataclasses.replace(usual_for(payment=Usual(log=("identity.email",))), permits=(bound,))
    assert remedy(log_of("user.email"), asked) == "# purpose: payment because the contract's number"
    free = Permit(elements=("identity.email",), purposes=("security_protection",), clause="1.2")
    both = dataclasses.replace(asked, permits=(bound, free))
    assert remedy(log_of("user.email"), both) == "# purpose: security_protection"


def test_a_long_choice_is_counted() -> None:
    _, default = shipped("default")
    told = remedy(share_of("user.email", vendor="", host="api.example.com"), default)
    assert told == ("say what it is for with `# purpose: ...` (`purposelint policy show` lists all 25)")


@pytest.mark.parametrize(
    ("module", "told"),
    [
        ("app.stripe_hooks", ", perhaps payment"),  # a vendor
        ("app.newsletters", ", perhaps promotional_email"),  # a record
        ("app.recommendation", ", perhaps recommendation"),  # the purpose itself
        ("app.email_checks", ""),  # what is sent, not what for
        ("app.customers", ""),
    ],
)
def test_of_many_purposes_names_around_hint_at_some(module: str, told: str) -> None:
    _, default = shipped("default")
    call = "client.send(user.email)"
    world = World(call, module)
    world.flow(call, "user.email", "identity.email", activity="share", sink_id="client.send")
    assert remedy(world, default, CATALOG_OF_VENDORS) == (
        f"say what it is for with `# purpose: ...`{told} (`purposelint policy show` lists all 25)"
    )


def test_what_is_usual_for_few_of_several_elements_is_not_proposed() -> None:
    free = msgspec.structs.replace(policy().head, default="allow")
    asked = dataclasses.replace(usual_for(payment=Usual(share=("location.country",))), head=free)
    call = "client.send(user.email, user.country, user.phone)"
    world = World(call)
    elements = {"email": "identity.email", "phone": "identity.phone", "country": "location.country"}
    for name, element in elements.items():
        world.flow(call, f"user.{name}", element, activity="share", sink_id="client.send")
    told = {one.remedy for one in world.check(asked).findings}
    assert not any("# purpose: payment" in one for one in told)
    assert any("one of account_registration, order_processing" in one for one in told)


@pytest.mark.parametrize(
    ("element", "told"),
    [
        ("identity.email", "# purpose: account_registration"),
        ("credential.password", "# purpose: authentication"),
        ("financial.payment_card", "# purpose: payment"),
        ("special.religion", "`# purpose: ...` (`purposelint policy show` lists all 25)"),
    ],
)
def test_the_default_policy_proposes_by_what_is_stored(element: str, told: str) -> None:
    _, default = shipped("default")
    assert told in remedy(field_of(found=element), default)


def test_the_default_policy_knows_what_logs_are_for() -> None:
    _, default = shipped("default")
    assert remedy(log_of("user.email"), default).endswith("one of service_monitoring or security_protection")


def test_what_is_not_told_gets_the_same_proposal() -> None:
    asked = usual_for(security_protection=Usual(log=("account.*",)))
    (told,) = log_of("user.id", found="account.id").check(asked).judgements
    assert told.verdict == "quiet"
    assert told.finding.remedy == "# purpose: security_protection"
