"""Feature: what a session holds that no function here has put there: `session["email"]`.
How we carry it: a key that nobody writes is judged by its name; one that functions write is what they put there.
What is approximated: a key under which functions put what is no datum is judged by its name too.
"""

import logging

from flask import session
from rest_framework.views import APIView

log = logging.getLogger(__name__)


def of_flask():
    log.info(session["email"])  # expect: PUR101 identity.email
    log.info(session.get("phone_number"))  # expect: PUR101 identity.phone
    log.info(session["user"]["email"])  # expect: PUR101 identity.email
    log.info(session["step"])
    log.info(session["state"])
    log.info(session["name"])


def keep(user):
    session["reached_at"] = user.email  # expect: PUR301 identity.email


def what_another_function_put_there():
    log.info(session["reached_at"])  # expect: PUR101 identity.email


def of_django(request):
    log.info(request.session["email"])  # expect: PUR101 identity.email
    email = request.session.get("email")
    log.info(email)  # expect: PUR101 identity.email
    log.info(request.session["theme"])


class View(APIView):
    def get(self, request):
        log.info(request.auth)  # expect: PUR101 credential.token
        log.info(request.auth["email"])  # expect: PUR101 identity.email
        log.info(request.auth is None)
        log.info(request.auth.payload["page_size"])
