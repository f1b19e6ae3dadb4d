"""Feature: credentials in the addresses of pages, `@app.route("/reset/<token>")`.
How we carry it: where the text of a decorator names a parameter as a part of an address, whoever asks gives it: a bare `token` is that person's.
What is approximated: only credentials are read so; addresses that are stated elsewhere (`path("reset/<token>/", view)`) are not looked at.
"""

import logging

from flask import Flask

app = Flask("shop")
log = logging.getLogger(__name__)


def scoped(rule):
    return f"/<shop>{rule}"


@app.route("/reset/<token>")
def reset(token):
    log.info("bad token %s", token)  # expect: PUR101 credential.token


@app.route(scoped("/invite/<string:token>"), methods=["GET"])
def invite(shop, token):
    log.info("%s in %s", token, shop)  # expect: PUR101 credential.token


@app.get("/parcels/{token}")
def parcel(token):
    log.info(token)  # expect: PUR101 credential.token


@app.route("/words/<word>/<int:page>")
def words(word, page, token=None):
    log.info("%s %s %s", word, page, token)


def parse(token):
    log.info(token)
