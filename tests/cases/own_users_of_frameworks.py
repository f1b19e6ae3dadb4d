"""Feature: a framework's own table of users, whose columns no line of the project declares.
How we carry it: the entry of its class says which columns it brings along and what it prints; queries give these by name, whole, and through references.
What is approximated: columns that the entry does not list say nothing of themselves.
"""

import logging

from django.contrib.auth.models import User
from django.db import models

log = logging.getLogger(__name__)


class Purchase(models.Model):
    buyer = models.ForeignKey(User, on_delete=models.CASCADE)
    number = models.IntegerField()


def columns():
    log.info(User.objects.values_list("email", flat=True))  # expect: PUR101 identity.email
    log.info(User.objects.values("email"))  # expect: PUR101 identity.email
    for row in User.objects.values("id", "email"):
        log.info(row["email"])  # expect: PUR101 identity.email
        log.info(row["id"])
    log.info(User.objects.values_list("id", flat=True))
    log.info(User.objects.values("is_staff", "date_joined"))


def through_references():
    log.info(Purchase.objects.values_list("buyer__email", flat=True))  # expect: PUR101 identity.email
    log.info(Purchase.objects.values("buyer__username"))  # expect: PUR101 identity.username
    log.info(Purchase.objects.values_list("buyer__id", flat=True))
    log.info(Purchase.objects.values_list("number", flat=True))


def printed(pk):
    log.info(User.objects.filter(is_staff=True))  # expect: PUR101 identity.username
    log.info(list(User.objects.all()))  # expect: PUR101 identity.username
    log.info(Purchase.objects.get(pk=pk).buyer)  # expect: PUR101 identity.username
    log.info(Purchase.objects.filter(buyer__is_staff=True))
    log.info(User.objects.filter(is_staff=True).count())
    log.info(User.objects.filter(is_staff=True).exists())


def made(name):
    one = User.objects.create_user(name)
    log.info("%s", one)  # expect: PUR101 identity.username
    log.info("%s", one.pk)
    log.info("%s", User.objects.create_superuser(name))  # expect: PUR101 identity.username
