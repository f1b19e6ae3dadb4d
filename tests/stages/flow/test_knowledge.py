"""Look-ups in the catalogue."""

from __future__ import annotations

import pytest

from purposelint.flow.lookup.known import NOT_KNOWN
from stages.flow.programs import knowledge


def test_a_call_is_known_by_its_canonical_name() -> None:
    known = knowledge().of_call(["logging.info"], "info", "logging", resolved=True)
    assert [each.sink.id for each in known.sinks] == ["logging.message"]
    assert [*known.guards, *known.sources, *known.passthroughs] == []


def test_a_library_is_loaded_where_it_is_imported() -> None:
    name = "sentry_sdk.capture_message"
    assert knowledge().of_call([name], "capture_message", "sentry_sdk", resolved=True) is NOT_KNOWN
    sinks = knowledge("sentry_sdk").of_call([name], "", "", resolved=True).sinks
    assert [(each.sink.activity, each.vendor) for each in sinks] == [("share", "sentry")]


@pytest.mark.parametrize(
    ("receiver", "resolved", "found"),
    [("audit_logger", False, True), ("log", False, True), ("form", False, False), ("logger", True, False)],
)
def test_a_call_is_known_by_its_last_word_where_nothing_better_is(
    receiver: str, resolved: bool, found: bool
) -> None:
    known = knowledge().of_call([], "warning", receiver, resolved=resolved)
    assert bool(known.sinks) is found


def test_names_of_helpers_guard_also_where_the_callee_is_known() -> None:
    assert knowledge().of_call(["app.mask_text"], "mask_text", "", resolved=True).guards
    assert not knowledge().of_call(["app.unmask_text"], "unmask_text", "", resolved=True).guards


def test_types_of_calls() -> None:
    known = knowledge("requests")
    assert known.type_of_call("logging.getLogger") == "logging.Logger"
    assert known.type_of_call("requests.Session") == "requests.Session"
    assert known.type_of_call("somewhere.fetch") == "somewhere.fetch()"
    assert known.type_of_call("x." * 200 + "make") == ""


def test_a_host_is_a_vendors_with_all_its_subdomains() -> None:
    known = knowledge()
    assert known.vendor_of_host("api.stripe.com") == "stripe"
    assert known.vendor_of_host("eu.api.stripe.com") == "stripe"
    assert known.vendor_of_host("stripe.com.example") == ""
    assert known.vendor_of_host("") == ""


def test_a_concealing_type_reveals_by_its_method() -> None:
    known = knowledge("pydantic")
    assert known.conceals("pydantic.SecretStr")
    assert known.reveals("pydantic.SecretStr", "get_secret_value")
    assert not known.reveals("pydantic.SecretStr", "strip")
    assert not known.conceals("builtins.str")


def test_queries_and_tasks() -> None:
    known = knowledge("django", "celery")
    assert known.query_attribute("django.db.models.Model.objects") is not None
    assert known.query_attribute("django.db.models.Model.save") is None
    assert [entry.id for entry in known.handlers("celery.shared_task", "shared_task")] == ["celery.task"]
    assert known.handlers("app.decorate", "decorate") == ()


def test_a_query_by_a_call() -> None:
    known = knowledge("sqlalchemy")
    selecting = known.query_call(["sqlalchemy.select"], "select", "sqlalchemy")
    assert selecting is not None
    assert selecting.gives == "rows"
    assert known.query_call(["app.select"], "choose", "app") is None
