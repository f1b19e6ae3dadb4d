"""Methods of forms, serialisers and views that a framework calls, and what its own methods give.

Feature: `validate_email`, `validate`, `to_representation`, `perform_create`, `clean`, `serializer.save()`, `form.instance`, validators of pydantic, marshmallow and SQLAlchemy, `on_success` of a Celery task.
How we carry it: entries say which parameter of a method is the fields that its class declares, one of them, what another method gives, or
    an instance of the class that a class attribute names; or the fields that a decorator names; and which methods and attributes give such an instance.
What is approximated: a class that a method chooses (`get_serializer_class`) is not known.
"""

import logging
from rest_framework import serializers, viewsets, generics
from django import forms
from django.db import models
from celery import Task
from pydantic import BaseModel, field_validator

log = logging.getLogger(__name__)


class Customer(models.Model):
    email = models.EmailField()  # expect: PUR301 identity.email
    phone_number = models.CharField(max_length=20)  # purpose: messaging
    plan = models.CharField(max_length=20)

    def __str__(self):
        return self.email


class Job(models.Model):
    state = models.CharField(max_length=3)

    def __str__(self):
        return self.state

class CustomerSerializer(serializers.ModelSerializer):
    class Meta:
        model = Customer
        fields = ["email", "plan"]

    def validate_email(self, value):
        log.info("checking %s", value)  # expect: PUR101 identity.email
        return value

    def validate_plan(self, value):
        log.info("checking %s", value)
        return value

    def validate(self, attrs):
        log.info(attrs["email"])  # expect: PUR101 identity.email
        log.info(attrs["plan"])
        log.info(attrs)  # expect: PUR101 identity.email
        return attrs

    def to_representation(self, instance):
        log.info(instance)  # expect: PUR101 identity.email
        log.info(instance.plan)
        shown = super().to_representation(instance)
        log.info(shown)  # expect: PUR101 identity.email
        log.info(shown["plan"])
        return shown

    def create(self, validated_data):
        log.info(validated_data)  # expect: PUR101 identity.email
        log.info(validated_data["plan"])
        one = super().create(validated_data)
        log.info(one)  # expect: PUR101 identity.email
        return one

    def update(self, instance, validated_data):
        log.info(instance)  # expect: PUR101 identity.email
        log.info(validated_data)  # expect: PUR101 identity.email
        return super().update(instance, validated_data)

    extra = serializers.SerializerMethodField()

    def get_extra(self, obj):
        log.info(obj)  # expect: PUR101 identity.email


class JobSerializer(serializers.ModelSerializer):
    class Meta:
        model = Job
        fields = ["state"]

    def validate(self, attrs):
        log.info(attrs)
        return attrs

    def to_representation(self, instance):
        log.info(instance)
        return super().to_representation(instance)


class Plain(serializers.Serializer):
    contact = serializers.EmailField()
    size = serializers.CharField()

    def validate_contact(self, contact):
        log.info(contact)  # expect: PUR101 identity.email
        return contact

    def validate(self, data):
        log.info(data["contact"])  # expect: PUR101 identity.email
        log.info(data["size"])
        return data


class Customers(viewsets.ModelViewSet):
    queryset = Customer.objects.all()
    serializer_class = CustomerSerializer

    def perform_create(self, serializer):
        one = serializer.save()
        log.info(one)  # expect: PUR101 identity.email
        log.info(one.plan)
        log.info(serializer.validated_data["email"])  # expect: PUR101 identity.email
        log.info(serializer.data)  # expect: PUR101 identity.email
        log.info(serializer.instance)  # expect: PUR101 identity.email

    def perform_destroy(self, instance):
        log.info(instance)  # expect: PUR101 identity.email

    def retrieve(self, request, pk=None):
        one = self.get_object()
        log.info(one)  # expect: PUR101 identity.email
        log.info(one.plan)


class Jobs(viewsets.ModelViewSet):
    queryset = Job.objects.all()
    serializer_class = JobSerializer

    def perform_create(self, serializer):
        one = serializer.save()
        log.info(one)
        log.info(serializer.data)


def post(request):
    s = CustomerSerializer(data=request.data)
    s.is_valid(raise_exception=True)
    one = s.save()
    log.info(one)  # expect: PUR101 identity.email
    log.info(one.plan)
    j = JobSerializer(data=request.data)
    log.info(j.save())


class SignUp(forms.Form):
    email = forms.EmailField()
    size = forms.CharField()

    def clean_email(self):
        value = self.cleaned_data["email"]
        log.info(value)  # expect: PUR101 identity.email
        return value

    def clean(self):
        data = super().clean()
        log.info(data)  # expect: PUR101 identity.email
        log.info(data["size"])
        log.info(self.cleaned_data)  # expect: PUR101 identity.email
        log.info(self.cleaned_data.get("size"))
        return data


class CustomerForm(forms.ModelForm):
    class Meta:
        model = Customer
        fields = ["email", "plan"]

    def clean_plan(self):
        log.info(self.cleaned_data["plan"])
        return self.cleaned_data["plan"]

    def save(self, commit=True):
        one = super().save(commit=commit)
        log.info(one)  # expect: PUR101 identity.email
        log.info(self.instance)  # expect: PUR101 identity.email
        return one


def form_view(request):
    form = CustomerForm(request.POST)
    one = form.save()
    log.info(one)  # expect: PUR101 identity.email
    log.info(one.plan)
    log.info(form.instance)  # expect: PUR101 identity.email


class JobForm(forms.ModelForm):
    class Meta:
        model = Job
        fields = ["state"]


def job_form(request):
    log.info(JobForm(request.POST).save())


class TakenOutSerializer(serializers.ModelSerializer):
    """Takes the personal fields out of what it is handed."""

    class Meta:
        model = Customer
        fields = ["email", "plan", "phone_number"]

    def create(self, validated_data):
        email = validated_data.pop("email")
        log.info(email)  # expect: PUR101 identity.email
        log.info(validated_data)  # expect: PUR101 identity.phone
        validated_data["phone_number"] = ""
        log.info(validated_data)
        return super().create(validated_data)

    def update(self, instance, validated_data):
        del validated_data["email"]
        other = validated_data if instance.plan else {"email": instance.email}
        other.pop("phone_number", None)
        log.info(validated_data)  # expect: PUR101 identity.phone
        return instance

    def validate(self, attrs):
        attrs.clear()
        log.info(attrs)
        return attrs


class SignUpData(BaseModel):
    contact: str
    email: str
    theme: str

    @field_validator("email")
    @classmethod
    def lowered(cls, value):
        log.info(value)  # expect: PUR101 identity.email
        return value.lower()

    @field_validator("theme")
    @classmethod
    def chosen(cls, value):
        log.info(value)
        return value

    @field_validator("theme", "email")
    @classmethod
    def stripped(cls, value, info):
        log.info(info)
        if not value:
            raise ValueError(f"{value!r} is empty")
        log.info(value)  # expect: PUR101 identity.email
        return value.strip()


class Mailing(Task):
    """A task as a class: what it gives is handed to what hears of its end."""

    def run(self, user, plan):
        self.last = user.email
        return user.email

    def on_success(self, retval, task_id, args, kwargs):
        log.info(retval)  # expect: PUR101 identity.email
        log.info(task_id)

    def after_return(self, status, retval, task_id, args, kwargs, einfo):
        log.info(status)


class Counting(Mailing):
    def run(self, user, plan):
        return len(user.email)

    def on_success(self, retval, task_id, args, kwargs):
        log.info(retval)
