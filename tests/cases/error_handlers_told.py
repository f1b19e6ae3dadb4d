"""Handlers of exceptions that a framework was told of by a call, a setting or a method's name, and middleware.

Feature: `add_exception_handler`, `register_error_handler`, `EXCEPTION_HANDLER`, `process_exception`, `call_next(request)`.
How we carry it: entries say which call or setting names a handler, which method is one, and which call runs the
    functions that nobody calls: what leaves them reaches these, where its class fits and nobody takes it before.
What is approximated: a middleware sees the exceptions of every view, whatever application it is of.
"""

import logging

from aiohttp import web
from fastapi import FastAPI, Request
from flask import Flask

log = logging.getLogger(__name__)

REST_FRAMEWORK = {"EXCEPTION_HANDLER": "error_handlers_told.on_error", "PAGE_SIZE": 10}


class MailError(Exception):
    pass


class PhoneError(Exception):
    pass


class QuietError(Exception):
    pass


async def mail_failed(request: Request, error):
    log.warning("%s", error)  # expect: PUR101 identity.email


async def quiet_failed(request: Request, error):
    log.warning("%s", error)


def phone_failed(error):
    log.warning("%s", error)  # expect: PUR101 identity.phone


api = FastAPI(exception_handlers={QuietError: quiet_failed})
api.add_exception_handler(MailError, mail_failed)
app = Flask(__name__)
app.register_error_handler(PhoneError, phone_failed)
app.register_error_handler(404, lambda error: log.warning(error))


def on_error(exc, context):
    log.warning("%s", type(exc))
    log.warning("%s", exc)  # expect: PUR101 identity.email; PUR101 identity.phone


def view(user):
    raise MailError(user.email)


def other_view(user):
    raise PhoneError(user.phone_number)


def quiet_view(user):
    raise QuietError("nothing")


class Middleware:
    """As Django has them."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        try:
            return self.get_response(request)
        except PhoneError as error:  # never: it is a response by now
            log.warning("%s", error)

    def process_exception(self, request, exception):
        log.warning("%s", request.path)
        log.warning("%s", exception)  # expect: PUR101 identity.email; PUR101 identity.phone


@api.middleware("http")
async def errors(request, call_next):
    try:
        return await call_next(request)
    except MailError as error:  # never: its own handler has it
        log.warning("%s", error)
    except PhoneError as error:
        log.warning("%s", error)  # expect: PUR101 identity.phone


@web.middleware
async def errors_of_aiohttp(request, handler):
    try:
        return await handler(request)
    except PhoneError as error:
        log.warning("%s", error)  # expect: PUR101 identity.phone


async def no_middleware(request, handler):
    try:
        return await handler(request)
    except PhoneError as error:
        log.warning("%s", error)
