"""Declarations on Django's models."""

from __future__ import annotations

import logging

from django.db import connection, models

from purposelint_markers import purpose

logger = logging.getLogger(__name__)


class Customer(models.Model):
    email = models.EmailField()  # purpose: account_registration, messaging  # reads: identity.email account_registration, messaging
    # purpose: identity.phone for parcel_delivery
    mobile = models.CharField(max_length=20)  # reads: identity.phone parcel_delivery
    first_name = models.CharField(max_length=80, db_comment="purpose: account_registration")  # reads: identity.name account_registration
    last_name = models.CharField(max_length=80, db_comment="The family name. purpose: account_registration")  # reads: identity.name account_registration
    host_email = models.EmailField()  # not-personal: the address of the list server  # reads: identity.email not-personal
    passport_number = models.CharField(max_length=20)  # expect: PUR301 identity.document_number

    class Meta:
        app_label = "samples"


class Order(models.Model):
    # purpose of this class: order_processing
    customer_name = models.CharField(max_length=80)  # reads: identity.name order_processing
    email = models.EmailField(blank=True)  # reads: identity.email order_processing

    class Meta:
        app_label = "samples"


class Learner(models.Model):
    """Somebody who learns.

    .. pii: What is needed to reach a learner.
    .. pii_types: name, email_address
    .. pii_retirement: local_api
    """

    name = models.CharField(max_length=80)  # purpose: service_provision  # reads: identity.name service_provision
    email = models.EmailField()  # expect: PUR301 identity.email

    class Meta:
        app_label = "samples"


class ContactPoint(models.Model):
    """How a course is reached.

    .. no_pii: Addresses of courses, which no person reads alone.
    """

    email = models.EmailField()  # reads: identity.email not-personal

    class Meta:
        app_label = "samples"


@purpose("messaging")
def remind(customer: Customer) -> None:
    logger.info("reminding %s", customer.email)  # reads: identity.email messaging


def run() -> Customer:
    """Make the tables, keep a customer and read it again."""
    with connection.schema_editor() as editor:
        for model in (Customer, Order, Learner, ContactPoint):
            editor.create_model(model)
    Customer.objects.create(email="a@example.org", mobile="12", first_name="A", last_name="B")
    customer = Customer.objects.get(email="a@example.org")
    remind(customer)
    return customer
