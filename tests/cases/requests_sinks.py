"""Data that leaves in an outbound call: body, query and URL, over several lines."""

import requests


def body(user):
    requests.post("https://crm.example/people", json={"mail": user.email}, timeout=5)  # expect: PUR201 identity.email
    requests.post("https://crm.example/people", data=user.email, timeout=5)  # expect: PUR201 identity.email


def query(user):
    requests.get("https://crm.example/people", params={"q": user.email}, timeout=5)  # expect: PUR201 identity.email


def address(user):
    requests.get(f"https://crm.example/people/{user.email}", timeout=5)  # expect: PUR201 identity.email


def several_lines(user):
    answer = requests.post(  # expect: PUR201 identity.email
        "https://crm.example/people",
        json={
            "mail": user.email,
        },
        timeout=5,
    )
    return answer.json()


def nothing_personal(build):
    requests.post("https://ci.example/builds", json={"number": build.number}, timeout=5)


def session(user):
    with requests.Session() as client:
        client.post("https://crm.example/people", json={"mail": user.email})  # expect: PUR201 identity.email
