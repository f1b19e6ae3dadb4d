"""Data that is put into a client and sent with its next call."""

import requests


def headers_of_a_session(user):
    session = requests.Session()
    session.headers["X-Mail"] = user.email
    session.get("https://example.com/")  # open: missing PUR201 identity.email


def parameters_of_a_session(user):
    session = requests.Session()
    session.params = {"mail": user.email}
    session.get("https://example.com/")  # open: missing PUR201 identity.email
