"""Feature: data that is put into a client and sent with its next call.
How we carry it: entries say which attributes a client keeps and its calls send; these begin as mappings.
What is approximated: what a client signs in with (passwords, tokens) is the service's own.
"""

import logging

import httpx
import requests

log = logging.getLogger(__name__)
shared = requests.Session()


def headers_of_a_session(user):
    session = requests.Session()
    session.headers["X-Mail"] = user.email
    session.get("https://example.com/")  # expect: PUR201 identity.email


def updated_headers(user):
    session = requests.session()
    session.headers.update({"X-Mail": user.email, "Accept": "*/*"})
    log.info(session.headers["Accept"])
    with session:
        session.post("https://example.com/")  # expect: PUR201 identity.email


def parameters_of_a_session(user):
    session = requests.Session()
    session.params = {"mail": user.email}
    session.get("https://example.com/")  # expect: PUR201 identity.email


def signed_in(user):
    with requests.Session() as session:
        session.auth = (user.email, "x")
        session.request("GET", "https://example.com/")  # expect: PUR201 identity.email


def key_of_the_service(access_token):
    session = requests.Session()
    session.headers["Authorization"] = f"Bearer {access_token}"
    session.get("https://example.com/")


def other_session(user):
    session, other = requests.Session(), requests.Session()
    session.headers["X-Mail"] = user.email
    other.get("https://example.com/")


def overwritten(user):
    session = requests.Session()
    session.params = {"mail": user.email}
    session.params = {"mail": "nobody"}
    session.get("https://example.com/")


def printed_session(user):
    session = requests.Session()
    session.headers["X-Mail"] = user.email
    log.info(session)


def made_with(user):
    client = httpx.Client(headers={"X-Mail": user.email})
    client.get("https://example.com/")  # expect: PUR201 identity.email


async def made_for_a_block(user):
    async with httpx.AsyncClient(params={"mail": user.email}) as client:
        await client.post("https://example.com/")  # expect: PUR201 identity.email


class Api:
    def __init__(self):
        self.session = requests.Session()

    def introduce(self, user):
        self.session.headers["X-Mail"] = user.email
        self.session.get("https://example.com/")  # expect: PUR201 identity.email

    def identify(self, mail):
        self.session.headers["X-Mail"] = mail

    def ask(self):
        self.session.get("https://example.com/")


def through_methods(user):
    api = Api()
    api.ask()
    api.identify(user.email)
    api.ask()  # expect: PUR201 identity.email


def with_its_own_headers(user):
    httpx.Client().get("https://example.com/")
    shared.headers["X-Mail"] = user.email


def by_the_shared_one():
    shared.get("https://example.com/")  # expect: PUR201 identity.email


class Client(requests.Session):
    def __init__(self, base):
        super().__init__()
        self.base = base

    def introduce(self, mail):
        self.headers["X-Mail"] = mail


def a_client_of_its_own(user):
    client = Client("https://example.com/")
    client.get("https://example.com/")
    client.introduce(user.email)
    client.get("https://example.com/")  # expect: PUR201 identity.email
