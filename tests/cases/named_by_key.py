"""Feature: a key or keyword that says what is put under it: `{"email": contact}`, `data["email"] = contact`.
How we carry it: where neither the value nor its own name says what it is, the key does, as a variable's name would.
What is approximated: text that is made of such a value (`contact.strip()`) is not named by its key.
"""

import hashlib
import logging

import requests
import stripe
import structlog

from settings import HEADERS, options

log = logging.getLogger(__name__)
events = structlog.get_logger()


def in_a_mapping(contact):
    log.info({"email": contact})  # expect: PUR101 identity.email
    requests.post("https://api.example.org/people", json={"email": contact})  # expect: PUR201 identity.email


def under_a_key(contact):
    data = {}
    data["email"] = contact
    log.info(data["kind"])
    log.info(data)  # expect: PUR101 identity.email


def by_keyword(contact):
    log.info(dict(email=contact))  # expect: PUR101 identity.email
    events.info("sent", email=contact)  # expect: PUR101 identity.email
    stripe.Customer.create(email=contact)  # expect: PUR201 identity.email


def handed_on(variables):
    requests.post("https://api.example.org/query", json={"variables": variables})


def by_the_caller(actor):
    handed_on({"username": actor})  # expect: PUR201 identity.username


def constants():
    log.info({"email": "required", "phone": None, "username": 3})


def not_the_datum(contact):
    log.info({"email": bool(contact), "phone": len(contact), "username": contact is None})
    log.info({"email": contact == "x", "phone": not contact})


def about_the_datum(reply, checker, count):
    log.info({"email": reply.status_code, "phone": reply.message, "username": count})
    log.info({"email": checker.has_mail()})


def of_things(camera, contract):
    log.info({"username": camera.username, "password": camera.password})
    log.info({"address": contract})


def of_the_system():
    log.info({"password": options.get("password"), "token": options.access})


def headers_of_the_program(agent):
    requests.get("https://api.example.org/people", headers={"User-Agent": agent})


def constants_elsewhere():
    requests.get("https://api.example.org/people", headers={"Accept": HEADERS["User-Agent"]})


def digests(contact):
    log.info({"id": hashlib.sha256(contact).hexdigest()})


def a_field_of_the_message(contact):
    log.info({"field": "email", "message": contact})


def of_settings(env, cfg, settings):
    log.info({"username": env["DB_USER"], "email": env("ADMIN")})
    log.info({"username": cfg.db_user, "email": cfg.get("admin")})
    log.info({"username": settings["DATABASE"]["USER"]})


def of_counts(stats, delivered, skipped):
    log.info({"phone": stats.calls, "email": stats["hit"]})
    log.info({"email": delivered})


def of_what_is_read(row, order, event):
    log.info({"email": event.recipient})  # expect: PUR101 identity.email
    log.info({"email": row["contact"]})  # expect: PUR101 identity.email
    log.info({"email": order.recipient})  # expect: PUR101 identity.email
