"""Feature: clients of outside services in a table, chosen by a key that nobody knows before the run.
How we carry it: of several items under an unknown key those of a library's class keep what they are, as those of the project's do.
What is approximated: a table that an object keeps, and one that callers hand in, lose them.
"""

import boto3
import requests

REGIONS = ["north", "south"]
BY_REGION = {region: boto3.client("sns") for region in REGIONS}
NAMED = {"north": requests.Session(), "south": requests.Session()}


def of_a_comprehension(user, region):
    BY_REGION[region].publish(PhoneNumber=user.phone_number, Message="ready")  # expect: PUR201 identity.phone


def of_a_table(user, region):
    NAMED[region].post("https://api.example.org", json={"mail": user.email})  # expect: PUR201 identity.email


def asked_for(user, region):
    NAMED.get(region).post("https://api.example.org", json={"mail": user.email})  # expect: PUR201 identity.email


def of_a_local_table(user, region):
    sessions = {"north": requests.Session(), "south": requests.Session()}
    sessions[region].post("https://api.example.org", json={"mail": user.email})  # expect: PUR201 identity.email


def counted(user, region):
    counts = {"north": len(user.email), "south": 2}
    requests.post("https://api.example.org", json={"count": counts[region]})
