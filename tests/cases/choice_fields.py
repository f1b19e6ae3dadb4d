"""Feature: columns that take one of a few stated values: `CharField(choices=...)`, as tuples or as a class of choices.
How we carry it: a choice is not the data that its name speaks of (`location`, `address`, `email` of a widget), unless it is what people choose of themselves: a gender, the country of a person.
What is approximated: what the choices themselves say is not read; a person's `location` counts whatever places it may be.
"""

from django.db import models

SLOTS = (("lobby", "Lobby"), ("roof", "Roof"))


class Slot(models.TextChoices):
    LOBBY = "lobby"
    ROOF = "roof"


class Banner(models.Model):
    location = models.CharField(max_length=9, choices=SLOTS)
    city = models.CharField(max_length=9, choices=[("a", "North"), ("b", "South")])
    region = models.CharField(max_length=9, choices=Slot.choices)
    country = models.CharField(max_length=9, choices=Slot)
    author = models.CharField(max_length=9, choices=SLOTS)
    address = models.CharField(max_length=9, choices=Slot.choices)
    email = models.CharField(max_length=9, choices=SLOTS)
    phone = models.CharField(max_length=9, choices=SLOTS)


class Subscriber(models.Model):
    gender = models.CharField(max_length=1, choices=[("f", "female"), ("m", "male")])  # expect: PUR301 identity.gender
    country = models.CharField(max_length=2, choices=[("DE", "Germany"), ("FR", "France")])  # expect: PUR301 location.country
    email = models.CharField(max_length=9, choices=[("daily", "Daily"), ("never", "Never")])


class Widget(models.Model):
    owner_email = models.EmailField()  # expect: PUR301 identity.email
    location = models.CharField(max_length=9, choices=SLOTS)
    ip_address = models.CharField(max_length=9, choices=SLOTS)
