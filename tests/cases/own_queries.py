"""Feature: managers and querysets of the project's own, and what their methods give.
How we carry it: their objects are the query of the stored class that has one, inside their methods and where these are called; `self.model` is that class.
What is approximated: a manager that several stored classes have is the query of none of them, where its own methods ask.
"""

import logging

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, User
from django.db import models

log = logging.getLogger(__name__)


class Rows(models.QuerySet):
    def newest(self):
        return self.order_by("-id").first()

    def contacts(self):
        return self.values_list("contact", flat=True)

    def active(self):
        return self.filter(active=True)

    def counted(self):
        return self.count()

    def told(self):
        for one in self.filter(active=True):
            log.info(one.contact)  # expect: PUR101 identity.email
            log.info(one.code)


class Person(models.Model):
    contact = models.EmailField()  # purpose: messaging
    code = models.CharField(max_length=5)
    objects = Rows.as_manager()


class Asked(models.Manager):
    def by_contact(self, contact):
        return self.get(contact=contact)


class Visitor(models.Model):
    contact = models.EmailField()  # purpose: messaging
    objects = Asked()


def from_outside():
    log.info(Person.objects.newest().contact)  # expect: PUR101 identity.email
    log.info(Person.objects.newest().code)
    log.info(Person.objects.contacts()[0])  # expect: PUR101 identity.email
    log.info(Person.objects.filter(code="x").active().first().contact)  # expect: PUR101 identity.email
    for person in Person.objects.active():
        log.info(person.contact)  # expect: PUR101 identity.email
        log.info(person.code)
    log.info(Person.objects.counted())
    log.info(Visitor.objects.by_contact("x").contact)  # expect: PUR101 identity.email


class Accounts(BaseUserManager):
    def create_user(self, email, **more):
        account = self.model(email=email, **more)
        account.save()
        log.info("created %s", account)  # expect: PUR101 identity.email
        return account


class Account(AbstractBaseUser):  # purpose: account_registration
    email = models.EmailField(unique=True)  # purpose: messaging
    objects = Accounts()

    def __str__(self):
        return self.email


def of_the_user(user: User):
    log.info(user.get_full_name())  # expect: PUR101 identity.name
    log.info(user.get_username())  # expect: PUR101 identity.username
    log.info(user.get_short_name())  # expect: PUR101 identity.name
    log.info(user.get_all_permissions())


class Desks(models.Manager):
    """Makes the records itself, as a manager's `model`."""

    def opened(self, label):
        return self.model(label=label)


class Desk(models.Model):
    label = models.CharField()
    name = models.CharField()

    objects = Desks()

    def __str__(self):
        return self.label


def made_by_the_manager(request):
    desk = Desk.objects.opened("first")
    desk.name = request.POST["display_name"]
    log.info("opened %s", desk)
    log.info("for %s", desk.name)  # expect: PUR101 identity.name
