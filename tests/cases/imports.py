"""Across files: a helper and a class of another module, imported under another name."""

import logging

from imports_helper import Account, shout as call_out
import imports_helper as helper

log = logging.getLogger(__name__)


def by_name(user):
    call_out(user.email)  # expect: PUR101 identity.email
    helper.shout(user.email)  # expect: PUR101 identity.email
    helper.shout("nothing")


def by_field(account: Account):
    log.info(account.login_hint)
    log.info(account.email)  # expect: PUR101 identity.email


def by_result(user):
    log.info(helper.domain_free(user))
    log.info(helper.address(user))  # expect: PUR101 identity.email
