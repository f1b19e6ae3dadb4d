"""Feature: profiles that a library for social sign-in hands to functions and adapters of the project.
How we carry it: entries know such a function by its parameters, or by the class above it; the profile is a type with keys of its own.
What is approximated: what a step collects as `**kwargs` is known by its keys alone, not as a whole.
"""

import logging

from allauth.account.utils import user_email, user_field
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from social_core.exceptions import AuthForbidden

log = logging.getLogger(__name__)


def a_step(backend, details, response, user=None, *args, **kwargs):
    log.info(details)  # expect: PUR101 identity.email
    log.info(details["email"])  # expect: PUR101 identity.email
    log.info(details.get("fullname"))  # expect: PUR101 identity.name
    log.info(details.get("page_size"))
    log.info("%s", response)  # expect: PUR101 identity.email
    log.info(response.get("picture"))  # expect: PUR101 identity.photo
    log.info(response["expires_in"])
    if not details.get("email"):
        raise AuthForbidden(backend)


def of_a_strategy(strategy, details, **kwargs):
    log.info(details)  # expect: PUR101 identity.email
    log.info(kwargs["response"]["email"])  # expect: PUR101 identity.email


def no_step(backend, details):
    log.info(details)
    log.info(details["fullname"])


def no_step_either(details, **kwargs):
    log.info(details)


class Adapter(DefaultSocialAccountAdapter):
    def populate_user(self, request, sociallogin, data):
        log.info(data)  # expect: PUR101 identity.email
        log.info(data.get("name"))  # expect: PUR101 identity.name
        log.info(data.get("page_size"))
        user = super().populate_user(request, sociallogin, data)
        log.info(user_email(user))  # expect: PUR101 identity.email
        log.info(user_field(user, "first_name"))  # expect: PUR101 identity.name
        log.info(user_field(user, "theme"))
        return user

    def pre_social_login(self, request, login):
        log.info(login.account.extra_data)  # expect: PUR101 identity.email
        log.info(login.account.extra_data["name"])  # expect: PUR101 identity.name
        log.info(login.account.provider)
        log.info(login.token.token)  # expect: PUR101 credential.token
        for address in login.email_addresses:
            log.info(address.email)  # expect: PUR101 identity.email
            log.info(address.verified)

    def describe(self, request, data):
        log.info(data)
        log.info(data["name"])
