"""Names that things have as well, and machines that have an address and a password: not a person's data."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from purposelint.domain.facts import Mention
from purposelint.domain.sightings import Sightings


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("def show(entry):\n    full_name = entry.path\n", "full_name"),
        ("class Entry:\n    def show(self):\n        return self.full_name\n", "Entry.full_name"),
        (
            "class TypeHolder:\n    def show(self):\n        return self.display_name\n",
            "TypeHolder.display_name",
        ),
        ("def show(orbital, occupations):\n    return occupations\n", "occupations"),
        ("class PassManager:\n    def show(self):\n        return self.passes\n", "PassManager.passes"),
        ("def show(bot, email):\n    return bot.first_name, email\n", "bot.first_name"),
        ("class TokenStream:\n    def show(self):\n        return self.tokens\n", "TokenStream.tokens"),
        ("class MongoClient:\n    def show(self):\n        return self.host\n", "MongoClient.host"),
        ("class LintNodeVisitor:\n    def show(self):\n        return self.fname\n", "LintNodeVisitor.fname"),
        ("class ApiClient:\n    def show(self):\n        return self.cookie\n", "ApiClient.cookie"),
        ("def show(settings):\n    return settings.full_name\n", "settings.full_name"),
    ],
)
def test_what_things_have_too_is_silent_by_itself(
    sighted: Callable[..., Sightings], text: str, symbol: str
) -> None:
    found = {each.symbol for sightings in sighted(text).mentions.values() for each in sightings}
    assert symbol not in found


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("def show(email, full_name):\n    return full_name\n", "full_name"),
        ("def show(user):\n    return user.full_name\n", "user.full_name"),
        ("def show(member):\n    return member.full_name\n", "member.full_name"),
        ("def show(patient_full_name):\n    return patient_full_name\n", "patient_full_name"),
        ("def show(date_of_birth, occupation):\n    return occupation\n", "occupation"),
        ("def show(u, profile):\n    return profile['real_name'], u['real_name']\n", "u.real_name"),
        ("def show(client):\n    return client.host\n", "client.host"),
        ("class SiteVisitor:\n    def show(self):\n        return self.fname\n", "SiteVisitor.fname"),
        ("def show(client, email):\n    return client.display_name\n", "client.display_name"),
    ],
)
def test_it_counts_with_a_person_or_another_of_a_person_s_data_in_the_file(
    sighted: Callable[..., Sightings], text: str, symbol: str
) -> None:
    found = {each.symbol for sightings in sighted(text).mentions.values() for each in sightings}
    assert symbol in found


def test_what_a_person_fills_in_is_a_person_s(sighted: Callable[..., Sightings]) -> None:
    sightings = sighted("def sign(request):\n    return request.form['full_name']\n")
    assert Mention("submitted", "", "full_name") in sightings.mentions
    assert Mention("key", "form", "full_name") not in sightings.mentions


def test_a_class_that_has_something_else_of_a_person_has_a_full_name(
    found: Callable[..., dict[str, str]],
) -> None:
    text = """
        from dataclasses import dataclass

        @dataclass
        class CreateUserCommand:
            full_name: str
            email: str

        @dataclass
        class Symbol:
            full_name: str
            scope: str

        @dataclass
        class Enquiry:
            full_name: str
            first_name: str

        @dataclass
        class User:
            full_name: str
    """
    elements = found(text)
    having = ("CreateUserCommand", "Enquiry", "User")
    assert [elements[f"{owner}.full_name"] for owner in having] == ["identity.name"] * 3
    assert elements["CreateUserCommand.email"] == "identity.email"
    assert "Symbol.full_name" not in elements


def test_a_stored_record_is_a_step_less_sure(sighted: Callable[..., Sightings]) -> None:
    text = """
        from django import forms
        from django.db import models

        class Entry(models.Model):
            full_name = models.CharField(max_length=90)
            first_name = models.CharField(max_length=90)

        class Director(models.Model):
            full_name = models.CharField(max_length=90)

        class ReplyForm(forms.Form):
            full_name = forms.CharField()
    """
    sure = {each.symbol: each.confidence for found in sighted(text).fields.values() for each in found}
    assert sure["models.Entry.full_name"] == "high"
    assert sure["models.Director.full_name"] == sure["models.ReplyForm.full_name"] == "medium"


def test_beside_a_port_address_and_password_are_a_machine_s(found: Callable[..., dict[str, str]]) -> None:
    text = """
        from dataclasses import dataclass
        from django.db import models

        @dataclass
        class PlayContext:
            remote_addr: str
            password: str
            port: int

        @dataclass
        class LoginRecord:
            remote_addr: str
            password: str

        class Mailbox(models.Model):
            user = models.ForeignKey("auth.User", on_delete=models.CASCADE)
            password = models.CharField(max_length=90)
            port = models.IntegerField()
    """
    elements = found(text)
    assert not [each for each in elements if each.startswith("PlayContext.")]
    assert elements["LoginRecord.remote_addr"] == "login.ip_address"
    assert elements["LoginRecord.password"] == "credential.password"
    assert elements["Mailbox.password"] == "credential.password"


def test_so_they_are_where_a_file_reads_the_port_of_the_same_receiver(
    sighted: Callable[..., Sightings],
) -> None:
    text = "def dial(link, visit):\n    return link.remote_addr, link.port, visit.remote_addr\n"
    mentions = sighted(text).mentions
    assert Mention("attribute", "link", "remote_addr") not in mentions
    assert Mention("attribute", "visit", "remote_addr") in mentions


def test_a_receiver_named_as_a_class_has_what_the_class_has(sighted: Callable[..., Sightings]) -> None:
    files = {
        "contexts.py": """
            class PlayContext:
                remote_addr: str
                port: int
        """,
        "dialling.py": """
            def dial(play_context, request):
                return play_context.remote_addr, request.remote_addr
        """,
    }
    mentions = sighted(files=files).mentions
    assert Mention("attribute", "play_context", "remote_addr") not in mentions
    assert Mention("attribute", "request", "remote_addr") in mentions


def test_coordinates_of_a_mesh_are_no_place(found: Callable[..., dict[str, str]]) -> None:
    text = """
        from dataclasses import dataclass

        @dataclass
        class MeshLocation:
            device_coords: tuple

        @dataclass
        class DeviceLocation:
            coords: tuple
    """
    assert found(text) == {"DeviceLocation.coords": "location.coordinates"}
