"""Which of several handlers an exception reaches, and which exceptions reach none.

Feature: handlers for a class and for one above it, handlers of a blueprint, tasks and commands, `try` around a call.
How we carry it: of the handlers of one object the one that was told the nearest class has an exception; one that
    handlers of the object take on which a function is registered reaches no other object's; what workers, commands
    and methods raise that are called inside a `try` only reaches none.
What is approximated: an object is known by its name, also as functions hand it on; of a function that is
    registered in no such way every handler of a fitting class may get what it raises.
"""

import logging

import click
from celery import shared_task
from fastapi import FastAPI
from flask import Blueprint, Flask

log = logging.getLogger(__name__)
app = Flask(__name__)
orders = Blueprint("orders", __name__)
carts = Blueprint("carts", __name__)
api = FastAPI()


class ShopError(Exception):
    pass


class OrderError(ShopError):
    pass


class StockError(ShopError):
    pass


class CartError(ShopError):
    pass


class JobError(Exception):
    pass


@app.errorhandler(ShopError)
def any_error(error):
    log.warning("of another kind: %s", error)  # expect: PUR101 identity.phone
    return "failed", 500


@app.errorhandler(OrderError)
def order_error(error):
    log.warning("order: %s", error)  # expect: PUR101 identity.email
    return "failed", 500


@app.route("/order")
def order(user):
    raise OrderError(user.email)


@app.route("/stock")
def stock(user):
    raise StockError(user.phone_number)


def register_handlers(blueprint):
    @blueprint.errorhandler(ShopError)
    def of_blueprint(error):
        log.warning("%s", error)  # expect: PUR101 identity.username
        return "failed", 500


register_handlers(carts)


@carts.errorhandler(StockError)
def no_stock(error):
    log.warning("%s", error)


@carts.route("/cart")
def cart(user):
    raise CartError(user.username)


@orders.errorhandler(JobError)
@api.exception_handler(JobError)
def job_error(error, error_of_api=None):
    log.warning("%s %s", error, error_of_api)


@shared_task
def job(user):
    raise JobError(user.email)


@click.command()
def command(user):
    raise JobError(user.email)


class Gateway:
    def pay(self, user):
        raise JobError(user.email)


@orders.route("/pay")
def pay(gateway, user):
    try:
        gateway.pay(user)
    except JobError:
        return "failed", 500
