"""Fields of stored models: the finding stands at the field."""

from django.db import models


class Customer(models.Model):
    """A person."""

    email = models.EmailField()  # expect: PUR301 identity.email
    date_of_birth = models.DateField(  # expect: PUR301 identity.date_of_birth
        null=True,
        blank=True,
    )
    phone = models.CharField(max_length=32)  # purpose: messaging
    email_verified = models.BooleanField(default=False)
    hostname = models.CharField(max_length=80)


class Product(models.Model):
    """A thing."""

    name = models.CharField(max_length=80)
    serial_number = models.CharField(max_length=80)


def not_stored():
    email = ""
    return email
