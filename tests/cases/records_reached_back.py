"""Feature: records that others reach by the class's own name: `site.siteconfiguration` of a `OneToOneField(Site)`.
How we carry it: a field of one record for each says how it is reached back; where the other record is of a package or of unknown class, the name alone says it.
What is approximated: a name that several such classes have, or that any class of the project declares, says nothing.
"""

import logging

from django.contrib.sites.models import Site
from django.db import models

import acme

log = logging.getLogger(__name__)


class SiteConfiguration(models.Model):
    site = models.OneToOneField(Site, on_delete=models.CASCADE)
    plan = models.CharField(max_length=10)

    @property
    def client(self):
        return acme.Client(self.plan)

    def tell(self, text):
        log.info(text)


class Card(models.Model):
    site = models.OneToOneField(Site, on_delete=models.CASCADE, related_name="card")
    text = models.CharField(max_length=10)

    def show(self, text):
        log.info(text)


class Badge(models.Model):
    user = models.OneToOneField("users.User", on_delete=models.CASCADE, related_name="card")


def told(site, user):
    site.siteconfiguration.tell(user.email)  # expect: PUR101 identity.email


def posted(site, user):
    site.siteconfiguration.client.post("https://api.example.org/people", json={"mail": user.email})  # expect: PUR201 identity.email


def ambiguous(site, user):
    site.card.show(user.email)
