"""Whose a credential is.

A credential from settings, from the environment or of a device is the service's own; one that a person
sends or that a person's record holds is that person's.
"""

import logging
import os

from django.conf import settings
from django.db import models
from pydantic_settings import BaseSettings

log = logging.getLogger(__name__)


class Core(BaseSettings):
    password: str
    access_token: str


class Camera(models.Model):
    password = models.CharField(max_length=20)


class Device(models.Model):
    access_token = models.CharField(max_length=20)


class Customer(models.Model):
    password = models.CharField(max_length=20)  # expect: PUR301 credential.password
    security_answer = models.CharField(max_length=20)  # expect: PUR301 credential.secret
    otp = models.CharField(max_length=6)  # expect: PUR301 credential.token


class Payment(models.Model):
    cvv = models.CharField(max_length=4)  # expect: PUR301 financial.card_authentication
    track_data = models.TextField()  # expect: PUR301 financial.card_authentication


def of_the_service():
    password = os.environ["SMTP_PASSWORD"]
    log.info(password)
    access_token = os.getenv("CRM_TOKEN")
    log.info(access_token)
    email = os.environ["ADMIN_EMAIL"]
    log.info(email)
    refresh_token = settings.CRM_REFRESH_TOKEN
    log.info(refresh_token)
    core = Core()
    log.info(core.password)
    log.info(core.access_token)


def of_a_device(device):
    log.info(device.password)
    log.info(device.access_token)


def of_a_person(request, user):
    log.info(request.POST["password"])  # expect: PUR101 credential.password
    log.info(request.POST["pin"])  # expect: PUR101 credential.secret
    log.info(request.POST["cvv"])  # expect: PUR101 financial.card_authentication
    log.info(user.api_key)  # expect: PUR101 credential.token
    log.info(user.security_answer)  # expect: PUR101 credential.secret


class Sender:
    """Has its access from the environment, unless a person gives theirs."""

    def __init__(self, person=None):
        self.api_token = os.getenv("CRM_TOKEN")
        self.access_token = os.getenv("CRM_TOKEN")
        if person:
            self.access_token = person.access_token

    def send(self):
        log.info(self.api_token)
        log.info(self.access_token)


def with_their_own(person):
    Sender(person).send()  # expect: PUR101 credential.token


class Keeper:
    """Has its access from an item of the environment and from settings."""

    def __init__(self):
        self.api_token = os.environ["CRM_TOKEN"]
        self.refresh_token = settings.CRM_TOKEN

    def send(self):
        log.info(self.api_token)
        log.info(self.refresh_token)
