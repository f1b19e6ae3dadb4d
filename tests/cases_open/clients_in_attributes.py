"""Feature: a client kept in an attribute, a class attribute, a property, a module global, or given by a function.
What is open: the lines marked so; what is carried stands in the case of the same name.
"""

from slack_sdk import WebClient

slack = WebClient(token="x")


def by_a_name_that_nobody_hands_in(user, method="chat_postMessage"):
    getattr(slack, method)(channel="#x", text=user.email)  # open: missing PUR201 identity.email
