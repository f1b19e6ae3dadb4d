"""What an application, a request or a session keeps from one function to another.

Feature: `request.app.state.x`, `request.state.x`, Flask's `g.x` and `session["x"]`, Django's `request.session["x"]`.
How we carry it: an entry says that it is one object for the whole program; what is put under a name in one function
    is read under that name in another.
What is approximated: sessions and requests of different people are one; objects that a parameter alone is, as
    aiohttp's `app["x"]`, are not followed.
"""

import logging

from fastapi import Request
from flask import g, session

log = logging.getLogger(__name__)


async def fa(request: Request, user):
    request.app.state.reader = user.email
    request.app.state.step = 1
    request.state.who = user.email
    request.state.step = 1

async def fb(request: Request):
    log.info(request.app.state.reader)  # expect: PUR101 identity.email
    log.info(request.app.state.step)
    log.info(request.state.who)  # expect: PUR101 identity.email
    log.info(request.state.step)

def s1(user):
    session["reader"] = user.email  # expect: PUR301 identity.email
    session["step"] = "x"
    g.who = user.email

def s2():
    log.info(session["reader"])  # expect: PUR101 identity.email
    log.info(session.get("reader"))  # expect: PUR101 identity.email
    log.info(session["step"])

def d1(request, user):
    request.session["customer"] = user.email  # expect: PUR301 identity.email

def d2(request):
    log.info(request.session["customer"])  # expect: PUR101 identity.email
    log.info(request.session.get("customer"))  # expect: PUR101 identity.email
    log.info(request.session.get("cart"))


def s3():
    log.info(g.who)  # expect: PUR101 identity.email
