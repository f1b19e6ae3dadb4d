"""Feature: records named for a thing that hold a person's data: `JobApplication.first_name`, `InsurancePolicy.birthdate`.
How we carry it: what only persons have (a first name, a birth date) beside another field of a person's outweighs the thing in the class's name.
What is approximated: one such field alone is taken for the thing's; of a company's two fields of a contact person both count.
"""

from django.db import models


class JobApplication(models.Model):
    first_name = models.CharField(max_length=80)  # expect: PUR301 identity.name
    last_name = models.CharField(max_length=80)  # expect: PUR301 identity.name
    email = models.EmailField()  # expect: PUR301 identity.email


class InsurancePolicy(models.Model):
    birthdate = models.DateField()  # expect: PUR301 identity.date_of_birth
    email = models.CharField(max_length=80)
    number = models.CharField(max_length=80)


class Contract(models.Model):
    street = models.CharField(max_length=80)  # expect: PUR301 identity.postal_address
    phone = models.CharField(max_length=80)  # expect: PUR301 identity.phone
    email = models.EmailField()  # expect: PUR301 identity.email
    began = models.DateField()


class Gym(models.Model):
    name = models.CharField(max_length=80)
    street = models.CharField(max_length=80)
    phone = models.CharField(max_length=80)


class MessageTemplate(models.Model):
    first_name = models.CharField(max_length=80)
    subject = models.CharField(max_length=80)
