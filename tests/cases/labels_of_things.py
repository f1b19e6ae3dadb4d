"""Feature: names of things that look like persons: a mailbox's label, the name of a class, a mail made into a file.
How we carry it: a unique column of what persons share (`name`) is a label unless its class is a person; what ends in `class` is a thing; `email_as_pdf_file` is a file.
What is approximated: a label that is not unique, beside fields that are a person's, is still taken for the person's name.
"""

import logging

from django.db import models

log = logging.getLogger(__name__)


class MailAccount(models.Model):
    name = models.CharField(max_length=80, unique=True)
    username = models.CharField(max_length=80)  # expect: PUR301 identity.username

    def __str__(self):
        return self.name


class ClubMember(models.Model):
    name = models.CharField(max_length=80)  # expect: PUR301 identity.name
    username = models.CharField(max_length=80)  # expect: PUR301 identity.username


class Player(models.Model):
    name = models.CharField(max_length=80, primary_key=True)
    birth_date = models.DateField()  # expect: PUR301 identity.date_of_birth


class Customer(models.Model):
    name = models.CharField(max_length=80, unique=True)  # expect: PUR301 identity.name


def collect(pk):
    account = MailAccount.objects.get(pk=pk)
    log.info("collecting %s: %s", account, account.name)
    log.info(ClubMember.objects.get(pk=pk).name)  # expect: PUR101 identity.name


def choose(parser_class, post):
    log.info("by %s", parser_class.author)
    log.info("by %s", post.author)  # expect: PUR101 identity.name


def keep(email_as_pdf_file, email_as_text):
    log.info(email_as_pdf_file)
    log.info(email_as_text)  # expect: PUR101 identity.email
