"""Exceptions that leave a view and are handled by a function that a framework was told of.

Feature: `@app.errorhandler(OrderError)`, `@app.exception_handler(OrderError)`.
How we carry it: an entry says which parameter gets exceptions; what leaves functions that nobody calls
    reaches it, where its class fits the one that the decorator names.
What is approximated: whoever calls a function nobody here calls is taken to be the framework.
"""

import logging

from django.contrib.auth.models import User
from fastapi import FastAPI
from flask import Flask

log = logging.getLogger(__name__)
app = Flask(__name__)
api = FastAPI()


class OrderError(Exception):
    pass


class StockError(Exception):
    pass


class QuietError(Exception):
    pass


@app.errorhandler(OrderError)
def order_failed(error):
    log.warning("order: %s", error)  # expect: PUR101 identity.email
    return "failed", 500


@app.errorhandler(404)
def not_found(error):
    log.warning("missing: %s", error)
    return "missing", 404


@app.errorhandler(QuietError)
def quiet(error):
    log.warning("quiet: %s", error)
    return "", 204


@api.exception_handler(StockError)
async def stock_failed(request, error):
    log.warning("stock: %s", error)  # expect: PUR101 identity.phone


@app.route("/order")
def order(user: User):
    raise OrderError(f"no order of {user.email}")


@api.get("/stock")
async def stock(user: User):
    check(user.phone_number)


def check(number: str):
    raise StockError(f"nothing for {number}")


def handled(user: User):
    try:
        hush(user)
    except QuietError:
        return None


def hush(user: User):
    raise QuietError(user.email)
