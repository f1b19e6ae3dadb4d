"""Feature: a field that one method of an object sets and another reads, or that its maker set to a constant.
What is open: the lines marked so; what is carried stands in the case of the same name.
"""

import logging
from dataclasses import dataclass

from django.db import models
from django.views import View

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Visit:
    path: str
    client_ip: str

    def line(self):
        return self.path + self.client_ip


def made_of_constants():
    log.info(Visit("/", "0.0.0.0").line())  # open: false PUR101 login.ip_address


class Person(models.Model):
    full_name = models.CharField(max_length=100)  # purpose: account_registration

    @property
    def greeting(self):
        return "Dear " + self.full_name


class PersonView(View):
    def dispatch(self, request, pk):
        self.person = Person.objects.get(pk=pk)
        return super().dispatch(request, pk)

    def get(self, request, pk):
        log.info(self.person.greeting)  # open: missing PUR101 identity.name
