"""Feature: cookies by name, and request headers as a whole.
How we carry it: a cookie's name says what it holds where it says something, one of the names of preferences is nobody's, any other cookie is what a browser is known by; headers hold the cookies only as a whole.
What is approximated: a cookie under a name that code puts together counts as one of the last kind.
"""

import logging

from flask import request

log = logging.getLogger(__name__)


def cookies():
    log.info("%s", request.cookies)  # expect: PUR101 login.cookie
    log.info("%s", request.cookies.get("session"))  # expect: PUR101 login.cookie
    log.info("%s", request.cookies["visit"])  # expect: PUR101 login.cookie
    log.info("%s", request.cookies["email"])  # expect: PUR101 identity.email
    log.info("%s", request.cookies.get("theme"))
    log.info("%s", request.cookies["dark_mode"])
    page_size = request.cookies.get("page_size", "20")
    log.info("%s", page_size)


def headers():
    log.info("%s", request.headers)  # expect: PUR101 login.cookie
    log.info("%s", dict(request.headers))  # expect: PUR101 login.cookie
    log.info("%s", request.headers["Host"])
    log.info("%s", request.headers.get("X-Request-Id"))
    kept = {"host": request.headers["Host"]}
    log.info("%s", kept)


def at_times(user):
    log.info("%s", user.last_login)
    log.info("%s", user.first_login.isoformat())
