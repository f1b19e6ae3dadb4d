"""Which code arises when (the table of codes, row by row)."""

from __future__ import annotations

import pytest

from purposelint.domain.policy import Forbid, Permit, Question
from stages.judge.small_policy import policy
from stages.judge.world import World, codes, field_of, judgement, log_of, only, share_of


def test_a_log_without_a_declaration() -> None:
    finding = only(log_of("user.email").check())
    assert (finding.code, finding.severity, finding.activity) == ("PUR101", "error", "log")
    assert finding.message.startswith(
        "identity.email (`user.email`) is logged by logger.info without a declared purpose"
    )
    assert finding.remedy.startswith(
        "say what it is for with `# purpose: ...`, one of account_registration, "
    )
    assert finding.recipient == "self"


def test_a_declared_and_permitted_log_is_no_finding_and_says_why() -> None:
    judged = log_of("user.email", "# purpose: security_protection").check()
    assert judged.findings == ()
    told = judgement(judged)
    assert told.verdict == "permitted"
    assert told.why == "declared: security_protection, clause 1.2"
    assert told.finding.purposes == ("security_protection",)


def test_a_log_for_a_purpose_whose_closed_list_lacks_the_element() -> None:
    finding = only(log_of("user.email", "# purpose: recommendation").check())
    assert (finding.code, finding.clause) == ("PUR102", "1.3")
    assert "for recommendation, which contradicts clause 1.3" in finding.message
    assert "illegal" not in finding.message


def test_silence_under_default_deny_is_not_permitted() -> None:
    finding = only(log_of("user.email", "# purpose: payment").check())
    assert finding.code == "PUR102"
    assert "for payment, which the policy does not permit" in finding.message


def test_sent_without_a_declaration() -> None:
    finding = only(share_of("user.email").check())
    assert (finding.code, finding.vendor, finding.recipient) == ("PUR201", "stripe", "partner")
    assert "is sent to stripe by client.send without a declared purpose" in finding.message
    assert finding.remedy.endswith("one of order_processing, parcel_delivery or payment")


def test_sent_as_permitted() -> None:
    assert codes(share_of("user.email", "# purpose: payment to partner").check()) == []


def test_sent_for_a_purpose_that_is_not_permitted() -> None:
    finding = only(share_of("user.email", "# purpose: security_protection").check())
    assert finding.code == "PUR202"


def test_to_is_a_check_and_not_a_claim() -> None:
    finding = only(share_of("user.email", "# purpose: payment to authority").check())
    assert finding.code == "PUR202"
    assert "the policy knows as partner; the declaration says authority" in finding.message
    assert finding.remedy == "# purpose: payment to partner"


def test_to_is_checked_on_a_log_too() -> None:
    finding = only(log_of("user.email", "# purpose: security_protection to partner").check())
    assert (finding.code, finding.remedy) == ("PUR102", "# purpose: security_protection")
    assert "stays with the service itself; the declaration says partner" in finding.message
    assert codes(log_of("user.email", "# purpose: security_protection to self, partner").check()) == []


def test_to_on_a_function_says_nothing_about_its_logs() -> None:
    world = log_of("user.email", "# purpose of this module: security_protection to partner")
    assert codes(world.check()) == []


def test_a_vendor_that_the_policy_does_not_map() -> None:
    finding = only(share_of("user.email", "# purpose: payment", vendor="sentry").check())
    assert (finding.code, finding.recipient) == ("PUR203", "unmapped")
    assert finding.remedy.endswith(
        'write below [recipients.partner], or add to the list that stands there: vendors = ["sentry"]'
    )


def test_a_host_that_the_policy_does_not_map() -> None:
    world = share_of("user.email", "# purpose: payment to partner", vendor="", host="api.other.example")
    finding = only(world.check())
    assert finding.code == "PUR203"
    assert finding.remedy.endswith('there: hosts = ["api.other.example"]')
    assert "api.other.example" in finding.message


def test_an_unmapped_vendor_without_a_declaration_is_undeclared_first() -> None:
    finding = only(share_of("user.email", vendor="sentry").check())
    assert finding.code == "PUR201"
    assert "the policy does not say who sentry is" in finding.message.lower()


def test_an_unmapped_vendor_may_be_permitted_as_such() -> None:
    permit = Permit(elements=("identity.email",), purposes=("payment",), recipients=("unmapped",), clause="9")
    world = share_of("user.email", "# purpose: payment", vendor="sentry")
    assert codes(world.check(policy(permits=[permit]))) == []


def test_a_stored_field_without_a_declaration_is_a_warning() -> None:
    finding = only(field_of().check())
    assert (finding.code, finding.severity, finding.owner) == ("PUR301", "warning", "app.models.Customer")
    assert finding.place.span.line == 2
    assert finding.message.startswith("identity.email is stored in Customer.email without a declared purpose")
    assert finding.sink_id == "django.model"
    assert finding.trace[0].note == "Customer.email is identity.email (EmailField)"


def test_a_stored_field_for_what_the_policy_forbids() -> None:
    finding = only(field_of("# purpose: recommendation").check())
    assert (finding.code, finding.severity) == ("PUR302", "error")


def test_a_card_verification_value_is_never_stored() -> None:
    finding = only(field_of("# purpose: payment", "financial.card_authentication").check())
    assert (finding.code, finding.clause) == ("PUR302", "PCI DSS 3.3.1")
    assert finding.remedy == "do not store email"
    assert "no purpose can permit it" in finding.message.lower()


def test_what_no_purpose_can_permit_in_storage_is_an_error_before_anything_is_declared() -> None:
    finding = only(field_of("", "financial.card_authentication").check())
    assert (finding.code, finding.severity, finding.clause) == ("PUR301", "error", "PCI DSS 3.3.1")


@pytest.mark.parametrize("found", ["credential.password", "financial.payment_card"])
def test_what_no_purpose_can_permit_must_leave_the_log(found: str) -> None:
    finding = only(log_of("form.value", found=found).check())
    assert finding.code == "PUR101"
    assert "no purpose can permit it" in finding.message.lower()
    assert finding.remedy == "take form.value out of the call"


def test_code_with_blanks_and_backticks_is_quoted_as_one_piece() -> None:
    finding = only(log_of("f'key `{form.value}` of {form}'", found="credential.password").check())
    assert "(`f'key '{form.value}' of {form}'`)" in finding.message
    assert finding.remedy == "take `f'key '{form.value}' of {form}'` out of the call"


def test_a_record_field_that_nothing_stores_is_no_case() -> None:
    world = World("class Form:\n    email: str", "app.forms")
    world.class_("Form", 1, 2, ("email: str",))
    world.field("email: str", "identity.email", "Form", model="")
    assert world.check().judgements == ()


@pytest.mark.parametrize("comment", ["", "# purpose: account_registration"])
def test_an_element_that_the_policy_never_names(comment: str) -> None:
    finding = only(log_of("user.faith", comment, "special.religion").check())
    assert (finding.code, finding.severity) == ("PUR501", "warning")
    assert finding.remedy.startswith("take user.faith out of the call, or have the policy permit it, with")


def test_an_open_question_is_a_warning() -> None:
    question = Question(
        id="relevance", text="?", clause="1.4", elements=("identity.phone",), purposes=("payment",)
    )
    world = share_of("user.phone", "# purpose: payment", found="identity.phone")
    finding = only(world.check(policy(questions=[question])))
    assert (finding.code, finding.severity, finding.clause) == ("PUR503", "warning", "1.4")
    assert "leaves open" in finding.message


def test_a_prohibition_cites_its_clause() -> None:
    forbid = Forbid(elements=("identity.email",), activities=("log",), clause="7.2")
    finding = only(log_of("user.email", "# purpose: security_protection").check(policy(forbids=[forbid])))
    assert (finding.code, finding.clause) == ("PUR102", "7.2")
    assert "contradicts clause 7.2" in finding.message


def test_every_declared_purpose_must_be_permitted() -> None:
    finding = only(log_of("user.email", "# purpose: security_protection, recommendation").check())
    assert finding.code == "PUR102"
    assert finding.purposes == ("security_protection", "recommendation")
    assert "for recommendation" in finding.message


REQUIRES = Permit(
    elements=("identity.email",), purposes=("payment",), clause="8", requires="the consent record"
)


def test_a_condition_must_be_stated() -> None:
    finding = only(log_of("user.email", "# purpose: payment").check(policy(permits=[REQUIRES])))
    assert finding.code == "PUR102"
    assert finding.remedy == "# purpose: payment because the consent record"


def test_a_stated_condition_is_enough() -> None:
    world = log_of("user.email", "# purpose: payment because consent is kept in Consent.given_at")
    assert codes(world.check(policy(permits=[REQUIRES]))) == []
