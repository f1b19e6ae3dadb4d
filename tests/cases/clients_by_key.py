"""Feature: clients of outside services in a table, chosen by a key that nobody knows before the run.
How we carry it: of several items under an unknown key those of a library's class keep what they are, as those of the project's do; a table that an object keeps has the class that its methods put in.
What is approximated: a table that an object keeps with several classes, and one that callers hand in, lose them.
"""

import boto3
import requests
from notifications_python_client.notifications import NotificationsAPIClient

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


class Gateway:
    """One client a region, put into the table by another method."""

    def __init__(self):
        self._begin()

    def _begin(self):
        clients = {}
        for region in REGIONS:
            clients[region] = NotificationsAPIClient("key")
        self.clients = clients
        self.spare = {}
        self.spare["north"] = NotificationsAPIClient("spare")

    def send(self, user, region):
        self.clients[region].send_email_notification(user.email, "ready")  # expect: PUR201 identity.email
        self.spare[region].send_email_notification(user.email, "ready")  # expect: PUR201 identity.email


class Mixed:
    """Objects of several classes: nobody knows which of them it is."""

    def __init__(self):
        self.kept = {"north": NotificationsAPIClient("key"), "south": requests.Session()}

    def send(self, user, region):
        self.kept[region].send_email_notification(user.email, "ready")


def counted(user, region):
    counts = {"north": len(user.email), "south": 2}
    requests.post("https://api.example.org", json={"count": counts[region]})
