"""Signals: functions that a program tells a framework of, or an object of its own, to be called later.

Feature: `@receiver(signal)`, `signal.connect`, `signal.send(sender, **named)`, `post_save`; SQLAlchemy's `listens_for`.
How we carry it: an entry says which calls and decorators tell a signal of a function and which call sends it: the
    functions are then called there with its arguments; of a model's own signals, it says whose instance comes.
What is approximated: a signal is known by the variable that keeps it; one in an attribute of an object is not
    followed, nor is the sender asked for.
"""

import logging
import django.dispatch
from django.db import models
from django.db.models.signals import post_save
from django.dispatch import Signal, receiver
from sqlalchemy import Column, String, event
from sqlalchemy.orm import DeclarativeBase

log = logging.getLogger(__name__)


class Customer(models.Model):
    email = models.EmailField()  # expect: PUR301 identity.email
    plan = models.CharField(max_length=20)


class Job(models.Model):
    state = models.CharField(max_length=3)


class Base(DeclarativeBase):
    pass


class Person(Base):
    __tablename__ = "person"
    email = Column(String)  # expect: PUR301 identity.email
    plan = Column(String)

    def __repr__(self):
        return f"<{self.email}>"


@event.listens_for(Person, "after_insert")
def inserted(mapper, connection, target):
    log.info(target)  # expect: PUR101 identity.email
    log.info(target.plan)
    log.info(mapper)


@event.listens_for(Person, "mapper_configured")
def configured(mapper, cls, other):
    log.info(other)


def updated(mapper, connection, one):
    log.info("%r", one)  # expect: PUR101 identity.email


event.listen(Person, "before_update", updated)


order_placed = Signal()
order_gone = django.dispatch.Signal()
quiet = Signal()


@receiver(order_placed)
def on_order(sender, mail, step, **kwargs):
    log.info(mail)
    log.info(step)


@receiver([order_gone, order_placed])
def on_both(sender, **kwargs):
    log.info(kwargs["mail"])
    log.info(kwargs["step"])


def by_connect(sender, mail, **kwargs):
    log.info(mail)


order_placed.connect(by_connect)


def of_quiet(sender, target, **kwargs):
    log.info(target)


quiet.connect(of_quiet)


def place(user):
    order_placed.send(sender=None, mail=user.email, step="x")  # expect: PUR101 identity.email


def place_robust(user):
    order_gone.send_robust(place, mail=user.email, step="x")  # expect: PUR101 identity.email


def other(user):
    quiet.send(sender=None, target="x")


class Thing:
    def ready(self):
        order_placed.connect(self.told)

    def told(self, sender, mail, **kwargs):
        log.info(mail)


@receiver(post_save, sender=Customer)
def saved(sender, instance, created, **kwargs):
    log.info(instance.email)  # expect: PUR101 identity.email
    log.info(instance.plan)


def connected(sender, instance, **kwargs):
    log.info(vars(instance))  # expect: PUR101 identity.email


def connected_job(sender, instance, **kwargs):
    log.info(vars(instance))


post_save.connect(connected, sender=Customer)
post_save.connect(connected_job, sender=Job)
