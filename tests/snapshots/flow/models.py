"""Stored models, queries of them, a task and a signal's receiver."""

import logging

from celery import shared_task
from django.db import models
from django.db.models.signals import post_save
from django.dispatch import receiver

log = logging.getLogger(__name__)


class Customer(models.Model):
    """A person."""

    email = models.EmailField()
    count = models.IntegerField()


@shared_task
def remind(first, second):
    log.info(second)


@receiver(post_save, sender=Customer)
def saved(sender, instance, **kwargs):
    log.info(instance.email)
    log.info(instance.count)


def start():
    for customer in Customer.objects.filter(count=3):
        log.info(customer.email)
        remind.delay("x", customer.email)
    log.info(Customer.objects.get(pk=1).email)
    log.info(list(Customer.objects.values_list("email", flat=True)))
