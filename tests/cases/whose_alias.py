"""An alias: a person's other name, the name of a thing, or an address that forwards to a person.

The owner decides: a person's own record, a thing, or an owner whose name says that mail is forwarded.
"""

import logging

from django import forms
from django.db import models

log = logging.getLogger(__name__)


class Member(models.Model):
    first_name = models.CharField(max_length=20)  # expect: PUR301 identity.name
    last_name = models.CharField(max_length=20)  # expect: PUR301 identity.name
    alias = models.CharField(max_length=20)  # expect: PUR301 identity.name


class ChatRoom(models.Model):
    alias = models.CharField(max_length=20)


class ForwardingAlias(models.Model):
    address = models.CharField(max_length=99)  # expect: PUR301 identity.email
    domain = models.CharField(max_length=99)


class HostAlias(models.Model):
    address = models.CharField(max_length=99)
    alias = models.CharField(max_length=99)


class RoomForm(forms.Form):
    alias = forms.CharField()


def join(request, room, user):
    log.info(request.POST["alias"])
    log.info(room.alias)
    log.info(user.alias)  # expect: PUR101 identity.name
    form = RoomForm(request.POST)
    log.info(form.cleaned_data["alias"])
