"""Models of a shop."""

from django.db import models
from typing import ClassVar


@register("customer", order=1)
class Customer(Base, models.Model, metaclass=Meta, **options):
    """A person who buys."""

    # how we reach them
    email = models.EmailField()  # purpose: account_registration
    phone: str = field(default="")
    "Home or mobile."
    city: "ClassVar[City]"
    a = b = 1

    class Meta:
        ordering = ["email"]

    def __str__(self) -> "str":
        return self.email

    @property
    def full(self):
        return self.address.city

    @staticmethod
    def make(row):
        return row.email

    if DEBUG:
        note = TextField()


class Empty: ...
