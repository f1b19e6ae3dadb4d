"""Feature: clients that a module keeps in a table and makes when they are first asked for.
How we carry it: the helper gives the client; data that helpers leave in a table is found there by all others.
What is approximated: the order in which functions run; a client that is read from the table itself is not known.
"""

import logging

import boto3

log = logging.getLogger(__name__)
_clients = {}
_seen = {}


def _client(name):
    if name not in _clients:
        _clients[name] = boto3.client("sns")
    return _clients[name]


def asked_for(user):
    _client("mail").publish(Message=user.email)  # expect: PUR201 identity.email


def left_by_a_helper(user):
    _note(user)
    log.info(_seen["mail"])  # expect: PUR101 identity.email


def _note(user):
    if "mail" not in _seen:
        _seen["mail"] = user.email


def overwritten(user):
    _seen["mail"] = user.email
    _seen["mail"] = "nobody"
    log.info(_seen["mail"])
