"""Feature: options of a call that name the fields which a dict is made of, `model_to_dict(record, fields=NAMES)`.
How we carry it: names in a display, a tuple of the module, a list that the function makes, or such a list cut from a text.
What is approximated: where not all names are known that are asked for, every field is; names that a caller hands in leave none out.
"""

import logging

from django.db import models
from django.forms.models import model_to_dict

log = logging.getLogger(__name__)

SHOWN = ("id", "plan")
HIDDEN = ("email", "phone_number")


class Customer(models.Model):
    plan = models.CharField(max_length=10)
    email = models.EmailField()  # expect: PUR301 identity.email
    phone_number = models.CharField(max_length=20)  # expect: PUR301 identity.phone


def in_full(customer: Customer):
    log.info(model_to_dict(customer))  # expect: PUR101 identity.email; PUR101 identity.phone


def by_constants(customer: Customer):
    log.info(model_to_dict(customer, fields=SHOWN))
    log.info(model_to_dict(customer, SHOWN))
    log.info(model_to_dict(customer, exclude=HIDDEN))
    log.info(model_to_dict(customer, fields=HIDDEN))  # expect: PUR101 identity.email; PUR101 identity.phone
    log.info(model_to_dict(customer, exclude=SHOWN))  # expect: PUR101 identity.email; PUR101 identity.phone


def by_displays(customer: Customer):
    log.info(model_to_dict(customer, fields=["id", "plan"]))
    log.info(model_to_dict(customer, exclude=["email"]))  # expect: PUR101 identity.phone
    log.info(model_to_dict(customer, fields=[*SHOWN, "email"]))  # expect: PUR101 identity.email
    log.info(model_to_dict(customer, exclude=(*SHOWN, "email")))  # expect: PUR101 identity.phone


def by_variables(customer: Customer):
    names = ["id"]
    names.append("plan")
    log.info(model_to_dict(customer, fields=names))
    log.info(model_to_dict(customer, fields="id email".split()))  # expect: PUR101 identity.email
    log.info(model_to_dict(customer, exclude="phone_number email".split()))


def by_others(customer: Customer, names):
    log.info(model_to_dict(customer, fields=names))  # expect: PUR101 identity.email; PUR101 identity.phone
    log.info(model_to_dict(customer, fields=["id", *names]))  # expect: PUR101 identity.email; PUR101 identity.phone
