"""Feature: a purpose, or an ignore, behind one item or keyword of a statement that fills neutral columns.
How we carry it: each datum is a way of its own into its column, and a comment covers those that its item holds.
What is approximated: a datum that was read before the statement is covered by the statement's comments alone.
"""

from django.db import models


class Event(models.Model):
    payload = models.JSONField()  # expect: PUR301 identity.phone
    first = models.TextField()
    second = models.TextField()  # expect: PUR301 identity.phone
    third = models.JSONField()  # expect: PUR301 identity.phone


def by_dict(user):
    Event.objects.create(
        payload={
            "who": user.email,  # purpose: messaging
            "phone": user.phone_number,
        }
    )


def by_keywords(user):
    Event.objects.create(
        first=user.email,  # purpose: messaging
        second=user.phone_number,
    )


def ignored(user):
    Event.objects.create(
        third={
            "who": user.email,  # purposelint: ignore[PUR301] asked for by support
            "phone": user.phone_number,
        }
    )
