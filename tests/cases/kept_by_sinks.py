"""What is put into something after a sink was handed it.

Feature: `scope.set_context("order", context)`, and `context["mail"] = …` behind it.
How we carry it: an entry says that a sink keeps its arguments; at the end of the function they are looked at
    once more, with all that was put in until then.
What is approximated: what the caller puts in after a helper handed it to the sink is missed; the finding
    stands at the sink.
"""

import logging

import sentry_sdk
from django.contrib.auth.models import User

log = logging.getLogger(__name__)


def filled_later(user: User):
    context = {"step": "begin"}
    sentry_sdk.set_context("order", context)  # expect: PUR201 identity.email
    context["mail"] = user.email


def filled_by_a_helper(user: User):
    with sentry_sdk.new_scope() as scope:
        context = {"step": "begin"}
        scope.set_context("order", context)  # expect: PUR201 identity.email
        return finish(user, context)


def finish(user: User, context: dict):
    context["mail"] = user.email
    return context["step"]


def bound_anew(user: User):
    context = {"step": "begin"}
    sentry_sdk.set_context("order", context)
    context = {"step": "end"}
    context["mail"] = user.email
    return context


def logged_at_once(user: User):
    context = {"step": "begin"}
    log.info("%s", context)
    context["mail"] = user.email
    return context


def told_once(user: User):
    try:
        raise ValueError(f"no letter to {user.email}")
    except ValueError as error:
        log.exception(f"failed: {error}")  # expect: PUR101 identity.email


def told_masked(user: User):
    try:
        raise ValueError(f"no letter to {user.email}")
    except ValueError:
        log.exception(f"failed: {len(user.email)}")  # expect: PUR101 identity.email
