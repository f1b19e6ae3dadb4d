"""Feature: a record with data of the one it is made out to (`client_email`, `accepted_by_email`), and what it has itself (`title`, `name`).
How we carry it: fields behind a word for somebody else, or behind a preposition, speak for one another, and for no bare name beside them.
What is approximated: a bare name beside `billing_city` may be of either, and counts.
"""

from django.db import models


class Estimate(models.Model):
    title = models.CharField(max_length=100)
    name = models.CharField(max_length=100)
    client_name = models.CharField(max_length=100)  # expect: PUR301 identity.name
    client_email = models.EmailField()  # expect: PUR301 identity.email
    client_phone = models.CharField(max_length=100)  # expect: PUR301 identity.phone
    accepted_by_email = models.EmailField()  # expect: PUR301 identity.email


class Applied(models.Model):
    title = models.CharField(max_length=100)  # expect: PUR301 social.occupation
    name = models.CharField(max_length=100)  # expect: PUR301 identity.name
    email = models.EmailField()  # expect: PUR301 identity.email
    phone_number = models.CharField(max_length=100)  # expect: PUR301 identity.phone


class Org(models.Model):
    name = models.CharField(max_length=100)
    email = models.EmailField()
    phone = models.CharField(max_length=100)
