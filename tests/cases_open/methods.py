"""Feature: a field that one method of an object sets and another reads.
What is open: the lines marked so; what is carried stands in the case of the same name.
"""

import logging
from django.db import models
from django.views import View

log = logging.getLogger(__name__)


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
