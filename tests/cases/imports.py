"""Feature: imports: under another name, relative, by star, through a package, inside a function.
How we carry it: names are resolved to the module that defines them, through packages that hand them on.
What is approximated: names that a module makes at run time (`globals()`, `importlib`) are not known.
"""

import logging

from imports_helper import Account, shout as call_out
import imports_helper as helper
import imports_package
import imports_package.inner
from imports_package import handed_on, renamed
from imports_package.starred import *

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


def through_a_package(user):
    handed_on(user.email)  # expect: PUR101 identity.email
    renamed(user.email)  # expect: PUR101 identity.email
    imports_package.handed_on(user.email)  # expect: PUR101 identity.email
    imports_package.inner.tell(user.email)  # expect: PUR101 identity.email
    handed_on("nothing")


def by_star(user):
    starred(user.email)  # expect: PUR101 identity.email


def inside_a_function(user):
    from imports_package.inner import tell as local

    local(user.email)  # expect: PUR101 identity.email


def relative(user):
    imports_package.indirect(user.email)  # expect: PUR101 identity.email
