"""Who receives what an HTTP client sends: by literals, constants, settings, defaults, bases and callers."""

from __future__ import annotations

import pytest

from purposelint.domain.flows import Flow
from stages.flow.programs import traced

_MODELS = """
    class User:
        email: str
"""
_HEAD = """
    import os
    import http.client
    import aiohttp, httpx, requests
    from urllib.parse import urljoin
    from app.models import User
"""


def sent(text: str, settings: str = "") -> list[tuple[str, str]]:
    """Vendor and host of what the program sends."""
    files = {"app/models.py": _MODELS, "app/settings.py": settings, "app/calls.py": _HEAD + text}
    found: list[Flow] = [each for each in traced(files).flows if each.sink.activity == "share"]
    return [(each.sink.vendor, each.sink.host) for each in found]


def of_address(expr: str, before: str = "") -> list[tuple[str, str]]:
    """Where a request goes whose address is an expression."""
    call = f"requests.post({expr}, json={{'mail': user.email}})"
    return sent(f"{before}\n    def tell(user: User, path: str):\n        {call}\n")


@pytest.mark.parametrize(
    ("expr", "before"),
    [
        ("'https://api.hubapi.com/contacts'", ""),
        ("URL", "    URL = 'https://api.hubapi.com/contacts'"),
        ("URL + path", "    URL = 'https://api.hubapi.com'"),
        ("f'{URL}{path}'", "    URL = 'https://api.hubapi.com'"),
        ("'%s/contacts' % URL", "    URL = 'https://api.hubapi.com'"),
        ("'{}/{}'.format(URL, path)", "    URL = 'https://api.hubapi.com'"),
        ("'{base}/contacts'.format(base=URL)", "    URL = 'https://api.hubapi.com'"),
        ("urljoin(URL, path)", "    URL = 'https://api.hubapi.com/'"),
        ("URL.rstrip('/') + path", "    URL = os.environ.get('URL', 'https://api.hubapi.com/')"),
        (
            "URLS['contacts']",
            "    URLS = {'contacts': 'https://api.hubapi.com/contacts', 'own': 'http://localhost'}",
        ),
        ("base() + path", "    def base():\n        return os.getenv('URL', 'https://api.hubapi.com')"),
        ("Settings().url + path", "    class Settings:\n        url: str = 'https://api.hubapi.com'"),
    ],
)
def test_an_address_is_read_as_the_code_states_it(expr: str, before: str) -> None:
    assert of_address(expr, before) == [("hubspot", "api.hubapi.com")]


@pytest.mark.parametrize(
    ("expr", "before"),
    [
        ("path", ""),
        ("os.environ['URL']", ""),
        ("f'https://{path}.hubapi.com'", ""),
        ("'https://' + path", ""),
        ("f'https://api.{path}.example/contacts'", ""),
        ("URL", "    URL = 'https://api.hubapi.com' if os.environ else 'https://api.intercom.io'"),
        ("CALLED", "    CALLED = [CALLED for _ in ()]"),
    ],
)
def test_an_address_that_the_code_does_not_show_is_nobodys(expr: str, before: str) -> None:
    assert of_address(expr, before) == [("", "")]


def test_an_attribute_is_what_the_class_or_its_methods_say() -> None:
    assert sent(
        """
    class Contacts:
        BASE = "https://api.hubapi.com"

        def __init__(self, base: str = "https://api.intercom.io"):
            self.other = base

        def tell(self, user: User):
            requests.post(self.BASE + "/contacts", json={"mail": user.email})
            requests.post(f"{self.other}/contacts", json={"mail": user.email})
    """
    ) == [("hubspot", "api.hubapi.com"), ("intercom", "api.intercom.io")]


def test_a_client_says_where_its_relative_addresses_go() -> None:
    assert sent(
        """
    def made():
        return httpx.Client(base_url="https://api.hubapi.com")

    class Contacts:
        def __init__(self):
            self.client = httpx.AsyncClient(base_url="https://api.intercom.io")

        async def tell(self, user: User):
            await self.client.post("/contacts", json={"mail": user.email})
            made().post("/contacts", json={"mail": user.email})
            async with aiohttp.ClientSession("https://api.hubapi.com") as session:
                await session.post("/contacts", json={"mail": user.email})
            await self.client.post("https://hooks.slack.com/a", json={"mail": user.email})
            http.client.HTTPSConnection("api.hubapi.com").request("POST", "/contacts", user.email)
    """
    ) == [
        ("intercom", "api.intercom.io"),
        ("hubspot", "api.hubapi.com"),
        ("hubspot", "api.hubapi.com"),
        ("slack", "hooks.slack.com"),
        ("hubspot", "api.hubapi.com"),
    ]


def test_a_vendors_own_client_may_be_made_for_another_host() -> None:
    assert sent(
        """
    import openai

    def tell(user: User):
        openai.OpenAI().responses.create(model="m", input=user.email)
        openai.OpenAI(base_url="http://localhost:8000/v1").responses.create(model="m", input=user.email)
    """
    ) == [("openai", ""), ("", "localhost")]


def test_a_caller_says_what_a_helper_asks_it() -> None:
    assert sent(
        """
    URL = "https://api.hubapi.com/contacts"

    def post(url: str, data: dict):
        requests.post(url, json=data)

    def post_to(base: str, data: dict):
        post(base + "/contacts", data)

    def tell(user: User, url: str):
        post(URL, {"mail": user.email})
        post("https://api.intercom.io/contacts", {"mail": user.email})
        post_to("https://hooks.slack.com", {"mail": user.email})
        post(url, {"mail": user.email})
    """
    ) == [
        ("hubspot", "api.hubapi.com"),
        ("intercom", "api.intercom.io"),
        ("slack", "hooks.slack.com"),
        ("", ""),
    ]


def test_settings_of_django_are_what_modules_bind() -> None:
    settings = """
    import os
    CRM_URL = os.environ.get("CRM_URL", "https://api.hubapi.com")
    CRM = {"URL": CRM_URL}
    """
    assert sent(
        """
    from django.conf import settings

    def tell(user: User):
        requests.post(settings.CRM_URL + "/contacts", json={"mail": user.email})
        requests.post(f"{settings.CRM['URL']}/contacts", json={"mail": user.email})
        requests.post(f"{settings.NOWHERE}/contacts", json={"mail": user.email})
    """,
        settings,
    ) == [("hubspot", "api.hubapi.com"), ("hubspot", "api.hubapi.com"), ("", "")]
