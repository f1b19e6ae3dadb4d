"""What an application, a request or a session keeps from one function to another.

Feature: `request.app.state.x`, `request.state.x`, Flask's `g.x`, `g.get("x")` and `session["x"]`, aiohttp's `request["x"]`
    and `app["x"]`, Django's `request.session["x"]`.
How we carry it: an entry says that it is one object for the whole program; what is put under a name in one function
    is read under that name in another. Of aiohttp's requests and applications that holds for constant keys.
What is approximated: sessions and requests of different people are one; a request is known as one by its annotation,
    or by the route of its view.
"""

import logging

from aiohttp import web
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


async def keep(request: web.Request, user):
    request["who"] = user.email
    request["step"] = 1
    request.app["owner"] = user.email


async def show(request: web.Request):
    log.info(request["who"])  # expect: PUR101 identity.email
    log.info(request.get("who"))  # expect: PUR101 identity.email
    log.info(request["step"])
    log.info(request["other"])
    log.info(request.app["owner"])  # expect: PUR101 identity.email
    log.info(request.app["who"])


WHO = "who"


@web.middleware
async def told(request, handler):
    log.info(request[WHO])  # expect: PUR101 identity.email
    return await handler(request)


async def view(request):
    log.info(request["who"])  # expect: PUR101 identity.email
    log.info(request["step"])


class Desk(web.View):
    async def get(self):
        log.info(self.request["who"])  # expect: PUR101 identity.email
        log.info(self.request["step"])


def not_a_view(request):
    log.info(request["who"])


def make():
    app = web.Application()
    app["reader"] = "x"
    log.info(app["owner"])  # expect: PUR101 identity.email
    log.info(app["reader"])
    app.router.add_get("/", view)
    app.router.add_view("/desk", Desk)
    return app


def by_key(user):
    g.setdefault("writer", user.email)
    g.step = 1


def read_by_key():
    log.info(g.get("who"))  # expect: PUR101 identity.email
    log.info(g.get("step"))
    log.info(g.get("nothing", "x"))
    log.info(g.writer)  # expect: PUR101 identity.email
    log.info("who" in g)


def taken_out():
    log.info(g.pop("who", None))  # expect: PUR101 identity.email
    log.info(g.get("who"))
