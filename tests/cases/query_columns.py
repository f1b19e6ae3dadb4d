"""Records and columns that a query gives: made, found or made, referred to, picked by name, computed.

Feature: Django's `create`, `get_or_create`, `in_bulk`, `values`, `values_list`, `annotate`, `aggregate`; a foreign key.
How we carry it: entries say which methods of a query give records, pairs, mappings or columns; keywords of
    those that create become fields; names of columns are followed through references, expressions to the
    columns that they name.
What is approximated: computed attributes of records are lost where a query leaves its function; what a
    subquery or a window computes is every column that it names.
"""

import logging
from django.db import models
from django.db.models import Count, F, Max, Value
from django.db.models.functions import Concat, Lower

log = logging.getLogger(__name__)


class Customer(models.Model):
    email = models.EmailField()  # expect: PUR301 identity.email
    phone_number = models.CharField(max_length=20)  # purpose: messaging
    plan = models.CharField(max_length=20)

    def __str__(self):
        return self.email


class Job(models.Model):
    state = models.CharField(max_length=3)  # expect: PUR301 identity.email

    def __str__(self):
        return self.state


class Basket(models.Model):
    customer = models.ForeignKey(Customer, on_delete=models.CASCADE)
    job = models.ForeignKey(Job, on_delete=models.CASCADE)
    number = models.CharField(max_length=3)


def goc(pk):
    one, made = Customer.objects.get_or_create(pk=pk)
    log.info(one.email)  # expect: PUR101 identity.email
    log.info(one)  # expect: PUR101 identity.email
    log.info(one.plan)
    log.info(made)


def uoc(pk):
    one, made = Customer.objects.update_or_create(pk=pk, defaults={"plan": "x"})
    log.info("%s", one)  # expect: PUR101 identity.email
    log.info("%s", made)


def goc_tuple(pk):
    pair = Customer.objects.get_or_create(pk=pk)
    log.info(pair[0])  # expect: PUR101 identity.email
    log.info(pair[1])


def goc_bool(user):
    _, made = Job.objects.get_or_create(state=user.email)
    log.info(made)


def bulk(names):
    for one in Customer.objects.bulk_create([Customer(plan=n) for n in names]):
        log.info(one)  # expect: PUR101 identity.email


def create(n):
    one = Customer.objects.create(plan=n)
    log.info(one)  # expect: PUR101 identity.email
    log.info(one.plan)


def create_given(user):
    job = Job.objects.create(state=user.email)
    log.info(job.state)  # expect: PUR101 identity.email
    log.info(job)  # expect: PUR101 identity.email
    other = Job.objects.create(state="new")
    log.info(other.state)


def create_related(basket, job):
    log.info(basket)
    b = Basket.objects.get(pk=1)
    log.info(b)
    log.info("%s", b.customer)  # expect: PUR101 identity.email
    log.info("%s", b.job)
    log.info("%s", b.number)


def fk_param(b: Basket):
    log.info(f"for {b.customer}")  # expect: PUR101 identity.email
    log.info(f"for {b.job}")
    log.info(f"for {b.customer_id}")


def related(c: Customer):
    for b in c.basket_set.all():
        log.info(b.number)
        log.info(b.customer)  # expect: PUR101 identity.email


def cols():
    log.info(Customer.objects.values_list("email", flat=True))  # expect: PUR101 identity.email
    log.info(list(Customer.objects.values_list("email", flat=True)))  # expect: PUR101 identity.email
    log.info(Customer.objects.values_list("plan", flat=True))
    log.info(Customer.objects.values("plan", size=Count("email")))
    log.info(Customer.objects.values(told=Concat(Value("email"), "plan")))
    log.info(Customer.objects.values_list(Lower("email"), flat=True).distinct())  # expect: PUR101 identity.email
    for email, plan in Customer.objects.values_list("email", "plan"):
        log.info(email)  # expect: PUR101 identity.email
        log.info(plan)
    for row in Customer.objects.values("email", "plan"):
        log.info(row["email"])  # expect: PUR101 identity.email
        log.info(row["plan"])
    for row in Customer.objects.filter(plan="x").values("id", "plan"):
        log.info(row)
    first = Customer.objects.values_list("email", flat=True).first()
    log.info(first)  # expect: PUR101 identity.email
    got = Customer.objects.values("email").get(pk=1)
    log.info(got)  # expect: PUR101 identity.email
    got = Customer.objects.values("plan").first()
    log.info(got)
    for row in Basket.objects.values("customer__email", "number"):
        log.info(row["customer__email"])  # expect: PUR101 identity.email
        log.info(row["number"])
    log.info(Basket.objects.values_list("customer__email"))  # expect: PUR101 identity.email


def only():
    for one in Customer.objects.only("plan"):
        log.info(one.plan)
    for one in Customer.objects.annotate(x=F("email")):
        log.info(one.x)  # expect: PUR101 identity.email
        log.info(one.plan)
    for one in Customer.objects.annotate(y=F("plan")):
        log.info(one.y)
    agg = Customer.objects.aggregate(last=Max("email"))
    log.info(agg["last"])  # expect: PUR101 identity.email
    agg = Customer.objects.aggregate(last=Max("plan"))
    log.info(agg["last"])
    for row in Customer.objects.values(mail=F("email")):
        log.info(row["mail"])  # expect: PUR101 identity.email
    named = Customer.objects.values_list("email", "plan", named=True).first()
    log.info(named.email)  # expect: PUR101 identity.email
    log.info(named.plan)
    for pk, one in Customer.objects.in_bulk([1]).items():
        log.info(one)  # expect: PUR101 identity.email
        log.info(pk)
