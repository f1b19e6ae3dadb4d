"""Feature: a client kept in an attribute, a class attribute, a property, a module global, or given by a function.
How we carry it: what is assigned to attributes and returned is noted when files join; entries say what calling a class gives.
What is approximated: an attribute that is assigned several classes counts as the first.
"""

from functools import cached_property

import httpx

shared = httpx.Client()


def make_client():
    return httpx.Client()


class Sender:
    everyone = httpx.Client()

    def __init__(self, given: httpx.Client):
        self.own = httpx.Client(base_url="https://mail.example")
        self.made = make_client()
        self.given = given
        self.other = object()

    @cached_property
    def lazy(self):
        return httpx.Client()

    def connect(self):
        self.late = httpx.Client()

    def send(self, user):
        self.own.post("/messages", json={"to": user.email})  # expect: PUR201 identity.email
        self.own.post("/messages", json={"to": "nobody"})
        self.made.post("/messages", json={"to": user.email})  # expect: PUR201 identity.email
        self.given.post("/messages", json={"to": user.email})  # expect: PUR201 identity.email
        self.lazy.post("/messages", json={"to": user.email})  # expect: PUR201 identity.email
        self.late.post("/messages", json={"to": user.email})  # expect: PUR201 identity.email
        self.everyone.post("/messages", json={"to": user.email})  # expect: PUR201 identity.email
        self.other.post("/messages", json={"to": user.email})
        shared.post("/messages", json={"to": user.email})  # expect: PUR201 identity.email
        make_client().post("/messages", json={"to": user.email})  # expect: PUR201 identity.email


class Inheriting(Sender):
    def again(self, user):
        self.own.post("/messages", json={"to": user.email})  # expect: PUR201 identity.email


def by_object(sender: Sender, user):
    sender.own.post("/messages", json={"to": user.email})  # expect: PUR201 identity.email
