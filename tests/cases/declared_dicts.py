"""Attributes that are a dict of what a class declares.

Feature: `serializer.data`, `serializer.validated_data`, `form.cleaned_data`, with a `Meta` that names a model.
How we carry it: an entry names the attribute; reading it gives a dict with the declared fields, and those of
    the model as far as the `Meta` lists them literally.
What is approximated: what a field's `source` renames keeps the field's own name; a list of fields that is
    computed adds none.
"""

import logging

from django import forms
from django.contrib.auth.models import User
from django.db import models
from rest_framework import serializers

log = logging.getLogger(__name__)


class Customer(models.Model):
    email = models.EmailField()  # expect: PUR301 identity.email
    phone_number = models.CharField()  # expect: PUR301 identity.phone
    plan = models.CharField()


class ContactSerializer(serializers.Serializer):
    email = serializers.EmailField()
    subject = serializers.CharField()


class LoginSerializer(serializers.Serializer):
    password = serializers.CharField(write_only=True)
    date_of_birth = serializers.DateField(read_only=True)


class PlanSerializer(serializers.ModelSerializer):
    class Meta:
        model = Customer
        fields = ["plan"]


class MailSerializer(serializers.ModelSerializer):
    class Meta:
        model = Customer
        fields = ("plan", "email")


class AllSerializer(serializers.ModelSerializer):
    class Meta:
        model = Customer
        fields = "__all__"


class WithoutMailSerializer(serializers.ModelSerializer):
    class Meta:
        model = Customer
        exclude = ["email"]


class WiderSerializer(MailSerializer):
    note = serializers.CharField()


class CustomerForm(forms.ModelForm):
    class Meta:
        model = Customer
        fields = ["phone_number"]


def declared(request):
    serializer = ContactSerializer(data=request.data)
    log.info("contact", extra=serializer.data)  # expect: PUR101 identity.email
    log.info("contact %s", serializer.validated_data)  # expect: PUR101 identity.email
    log.info("contact %s", serializer.data["email"])  # expect: PUR101 identity.email
    log.info("contact %s", serializer.data["subject"])
    log.info("contact %s", serializer.is_valid())


def handed_under_another_name(user: User):
    serializer = ContactSerializer(data={"subject": user.phone_number, "extra": user.address})
    log.info("%s", serializer.data["subject"])  # expect: PUR101 identity.phone


def keys_alone(request):
    serializer = ContactSerializer(data=request.data)
    for key, value in serializer.data.items():
        log.info("field %s", key)
        log.info("field %s", value)  # expect: PUR101 identity.email


def one_way_only(request):
    serializer = LoginSerializer(data=request.data)
    log.info("%s", serializer.data)  # expect: PUR101 identity.date_of_birth
    log.info("%s", serializer.validated_data)  # expect: PUR101 credential.password


def of_a_model(customer: Customer):
    log.info("%s", PlanSerializer(customer).data)
    log.info("%s", MailSerializer(customer).data)  # expect: PUR101 identity.email
    log.info("%s", AllSerializer(customer).data)  # expect: PUR101 identity.email; PUR101 identity.phone
    log.info("%s", WithoutMailSerializer(customer).data)  # expect: PUR101 identity.phone
    log.info("%s", WiderSerializer(customer).data)  # expect: PUR101 identity.email


def handed_in(serializer: MailSerializer):
    log.info("%s", serializer.data)  # expect: PUR101 identity.email
    log.info("%s", serializer.data["plan"])


def sent_form(request):
    form = CustomerForm(request.POST)
    log.info("%s", form.cleaned_data)  # expect: PUR101 identity.phone
