"""Data that leaves: host, vendor, and the argument that carries it, over several lines."""

import requests
import sentry_sdk


def send(user):
    requests.post(
        "https://api.stripe.com/v1/customers",
        json={
            "mail": user.email,
            "count": 2,
        },
        timeout=3,
    )
    requests.get(f"https://crm.example/{user.phone_number}", timeout=3)
    sentry_sdk.capture_message(user.email)


def unknown(user, tool):
    text = tool.change(user.email)
    print(text)
