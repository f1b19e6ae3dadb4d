"""What an aiohttp application and request keep, and Flask's `g` read as a mapping."""

import logging

from aiohttp import web
from flask import g

log = logging.getLogger(__name__)


async def keep(request: web.Request, user):
    request["who"] = user.email
    g.who = user.email


async def show(request: web.Request):
    log.info(request["who"])  # open: missing PUR101 identity.email


def show_again():
    log.info(g.get("who"))  # open: missing PUR101 identity.email
