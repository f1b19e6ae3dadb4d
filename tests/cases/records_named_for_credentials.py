"""Feature: records that are named for a credential and that a key makes a person's (`Token.value`, `MfaMethod.secret`).
How we carry it: a key to a person makes a field that says nothing (`value`, `key`) what its class is named for, and outweighs a thing that ends the class's name where an element lists another word of it. A column of a thing or of the service that is named for a credential holds the service's, whatever flows in.
What is approximated: the key may be that of whoever made the record for somebody else.
"""

import requests
from django.contrib.auth.models import AbstractUser
from django.db import models


class User(AbstractUser):
    email = None
    first_name = None
    last_name = None
    username = models.BooleanField()
    password = models.BooleanField()


class Token(models.Model):
    user = models.ForeignKey(User, on_delete=models.CASCADE)
    value = models.CharField(max_length=40)  # expect: PUR301 credential.token
    label = models.CharField(max_length=40)


class APIKey(models.Model):
    user = models.ForeignKey(User, on_delete=models.CASCADE)
    key = models.CharField(max_length=40)  # expect: PUR301 credential.token


class MfaMethod(models.Model):
    user = models.ForeignKey(User, on_delete=models.CASCADE)
    name = models.CharField(max_length=40)
    secret = models.CharField(max_length=40)  # expect: PUR301 credential.secret


class MfaPolicyMethod(models.Model):
    secret = models.CharField(max_length=40)


class LexerToken(models.Model):
    value = models.CharField(max_length=40)


class CrmConfiguration(models.Model):
    user = models.ForeignKey(User, on_delete=models.CASCADE)
    api_token = models.CharField(max_length=100)
    comment = models.TextField()


def connect(code):
    answer = requests.post("https://crm.example.org/token", data={"code": code}, timeout=5)
    CrmConfiguration.objects.create(api_token=answer.json()["access_token"], comment="by hand")
