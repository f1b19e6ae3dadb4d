"""Feature: records that a helper makes of what a library gave: the answer of a service, rows of a file.
How we carry it: what nobody wrote in such data may be anything; in a field that says what it is, it is that.
What is approximated: nothing that we know of.
"""

import csv
import json
import logging
from dataclasses import dataclass

import requests

log = logging.getLogger(__name__)


@dataclass
class User:
    name: str
    count: int = 0

    @classmethod
    def of(cls, row):
        return cls(name=row["name"], count=int(row["count"]))


def parsed(data):
    return User(name=data["name"])


def parsed_by_get(data):
    return User(name=data.get("name"))


def parsed_whole(data):
    return User(**data)


def from_a_service():
    data = requests.get("https://directory.example.com", timeout=3).json()
    log.info(parsed(data).name)  # expect: PUR101 identity.name
    log.info(parsed_by_get(data).name)  # expect: PUR101 identity.name
    log.info(parsed_whole(data).name)  # expect: PUR101 identity.name
    log.info("%s", parsed(data))  # expect: PUR101 identity.name
    log.info(parsed(data).count)


def from_a_file(path):
    with open(path) as rows:
        for row in csv.DictReader(rows):
            user = User.of(row)
            log.info(user.name)  # expect: PUR101 identity.name
            log.info(user.count)


def from_text(path):
    with open(path) as text:
        user = parsed(json.load(text))
    log.info(user.name)  # expect: PUR101 identity.name


def of_our_own():
    log.info(parsed({"name": "nobody"}).name)
    log.info(parsed_by_get({}).name)
