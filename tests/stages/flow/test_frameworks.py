"""Records that queries give, tasks that are called by another name, and what a signal hands in."""

from __future__ import annotations

import pytest

from stages.flow.programs import elements_in, line, lines, solved, traced

_MODEL = """
    from django.db import models
    class Customer(models.Model):
        email = models.EmailField()
        count = models.IntegerField()
    def value():
        return {query}
"""


@pytest.mark.parametrize(
    "query",
    [
        "Customer.objects.get(pk=1).email",
        "Customer.objects.filter(count=1).first().email",
        "Customer.objects.all()[0].email",
        "Customer.objects.exclude(count=1).order_by('count').last().email",
        "[each.email for each in Customer.objects.all()]",
        "[each.email for each in Customer.objects.filter(count=1).select_related('count')]",
        "list(Customer.objects.values_list('email', flat=True))",
        "Customer.objects.create(count=1).email",
    ],
)
def test_a_query_gives_records_of_its_class(query: str) -> None:
    program = solved(_MODEL.replace("{query}", query))
    frame = program.frame("app.value")
    assert frame.returned is not None
    assert elements_in(program, frame.deep(frame.returned)) == {"identity.email"}


@pytest.mark.parametrize(
    "query",
    ["Customer.objects.count()", "Customer.objects.get(pk=1).count", "Customer.objects.values_list('count')"],
)
def test_other_fields_of_a_record_stay_clean(query: str) -> None:
    program = solved(_MODEL.replace("{query}", query))
    frame = program.frame("app.value")
    assert frame.returned is not None
    assert elements_in(program, frame.deep(frame.returned)) == set()


def test_sqlalchemy_selects_by_a_call() -> None:
    text = """
        from sqlalchemy import Column, String, select
        from sqlalchemy.orm import DeclarativeBase, Session
        class Base(DeclarativeBase):
            pass
        class Customer(Base):
            __tablename__ = "customers"
            email = Column(String)
            state = Column(String)
        def show(session: Session):
            for row in session.scalars(select(Customer)):
                print(row.email)
                print(row.state)
        """
    assert lines(text) == [11]


_TASK = """
    from celery import shared_task
    @shared_task
    def remind(first, second=""):
        print(second)
    @shared_task
    def clean(first):
        print(len(first))
    def start(user):
        {call}
"""


@pytest.mark.parametrize(
    ("call", "leaks"),
    [
        ("remind('x', user.email)", True),
        ("remind.delay('x', user.email)", True),
        ("remind.delay('x', second=user.email)", True),
        ("remind.s('x', user.email)", True),
        ("remind.apply_async(('x', user.email))", True),
        ("remind.apply_async(args=['x', user.email], countdown=3)", True),
        ("remind.apply_async(kwargs={'second': user.email})", True),
        ("remind.delay(user.email)", False),
        ("remind.delay(user.email, 'x')", False),
        ("remind.apply_async(args=[user.email, 'x'])", False),
        ("remind.apply_async(args=['x', 'y'], headers=user.email)", False),
        ("clean.delay(user.email)", False),
    ],
)
def test_a_task_is_called_by_its_other_names(call: str, leaks: bool) -> None:
    logged = [flow for flow in traced(_TASK.replace("{call}", call)).flows if flow.sink.activity == "log"]
    assert {line(flow) for flow in logged} == ({9} if leaks else set())


def test_a_signal_hands_in_an_instance_of_its_sender() -> None:
    text = """
        from django.db import models
        from django.db.models.signals import post_save
        from django.dispatch import receiver
        class Device(models.Model):
            owner_email = models.EmailField()
            label = models.CharField()
        @receiver(post_save, sender=Device)
        def saved(sender, instance, created, **kwargs):
            print(instance.owner_email)
            print(instance.label)
        """
    program = solved(text)
    assert lines(text) == [9]
    given = program.frame("app.saved").lookup("instance")
    assert given is not None
    assert [getattr(ref, "type", "") for ref in given.refs] == ["app.Device"]
