"""Feature: abstract records that only add to which user a record belongs.
How we carry it: what a class name says behind `With` or `By` is something its records have, not what they are.
What is approximated: a generic name (`name`, `title`) is a person's or not by the class alone.
"""

from django.contrib.auth.models import User
from django.db import models


class ModelWithOwner(models.Model):
    owner = models.ForeignKey(User, null=True, on_delete=models.SET_NULL)

    class Meta:
        abstract = True


class Matching(ModelWithOwner):
    name = models.CharField(max_length=128)


class Sheet(ModelWithOwner):
    title = models.CharField(max_length=128)


class RowsByUser(models.Model):
    name = models.CharField(max_length=128)


class Owner(models.Model):
    name = models.CharField(max_length=128)  # expect: PUR301 identity.name


class Boat(Owner):
    title = models.CharField(max_length=128)  # expect: PUR301 social.occupation
