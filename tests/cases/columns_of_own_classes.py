"""Feature: columns whose class the project writes, on top of a framework's.
How we carry it: what a class body puts under a column's name describes it; an attribute of a record is never that description, so what is put into one record's value is in no other's.
What is approximated: a class whose name does not end as the framework's columns do makes no column.
"""

import logging

from django.contrib.auth.models import AbstractUser
from django.db import models

log = logging.getLogger(__name__)


class LinkField(models.CharField):
    def __init__(self, *args, max_length=255, **kwargs):
        super().__init__(*args, max_length=max_length, **kwargs)


class Shelf(models.Model):
    link = LinkField(null=True)
    is_public = models.BooleanField()

    def as_dict(self):
        return {"link": self.link} if self.is_public else self.link


class Reader(AbstractUser):
    email = username = first_name = last_name = None
    password = models.BooleanField()
    link = LinkField(null=True)

    def as_dict(self):
        return {"id": self.pk} if self.is_active else self.link


def written_into_one(shelf: Shelf, reader: Reader, user):
    data = shelf.as_dict()
    data["owner"] = user.email
    other = reader.as_dict()
    other["owner"] = user.email
    log.info(data)  # expect: PUR101 identity.email
    log.info(other)  # expect: PUR101 identity.email


def read_of_another(pk):
    log.info(Shelf.objects.get(pk=pk).link)
    log.info(Shelf.objects.get(pk=pk).as_dict())
