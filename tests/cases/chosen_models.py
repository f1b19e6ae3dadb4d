"""Feature: classes that settings choose for a framework: the model of users, the serializer of a view.
How we carry it: an entry says which call or name stands for the class; it is the one that a setting names, else the only one below the framework's own. What entries say is of the framework's class (`request.user`) is of that one.
What is approximated: where several settings name different classes, or several classes fit, none is taken; a view's `serializer_class` goes before its method.
"""

import logging

from django.conf import settings
from django.contrib.auth import authenticate, get_user, get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.db import models
from rest_framework import serializers, viewsets

log = logging.getLogger(__name__)

AUTH_USER_MODEL = "chosen_models.Reader"


class Reader(AbstractBaseUser):  # expect: PUR301 credential.password
    contact = models.EmailField()  # expect: PUR301 identity.email
    shelf = models.CharField(max_length=20)

    def __str__(self):
        return self.contact

    def note(self, text, data=None):
        log.info(text, data)


class Loan(models.Model):
    reader = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    lender = models.ForeignKey(get_user_model(), on_delete=models.CASCADE)


User = get_user_model()


def by_variable(pk):
    someone = User.objects.get(pk=pk)
    log.info(someone.contact)  # expect: PUR101 identity.email
    log.info(someone)  # expect: PUR101 identity.email
    log.info(someone.shelf)


def there_and_then(pk):
    someone = get_user_model().objects.filter(pk=pk).first()
    log.info(someone.contact)  # expect: PUR101 identity.email
    log.info(someone.shelf)


def by_reference(pk):
    loan = Loan.objects.get(pk=pk)
    log.info(loan.reader)  # expect: PUR101 identity.email
    log.info(loan.lender.contact)  # expect: PUR101 identity.email
    log.info(loan.reader.shelf)
    log.info(loan.reader.pk)


def logged_in(request, form):
    log.info(request.user.contact)  # expect: PUR101 identity.email
    log.info(request.user)  # expect: PUR101 identity.email
    log.info(request.user.shelf)
    request.user.note("moved", data={"born": form.cleaned_data["date_of_birth"]})  # expect: PUR101 identity.date_of_birth
    request.user.note("gone", data={"shelf": request.user.shelf})


def just_logged_in(request):
    user = authenticate(request, username="x", password="y")
    if user is None:
        log.info("no %s", user)
        return
    log.info(user)  # expect: PUR101 identity.email
    log.info(user.contact)  # expect: PUR101 identity.email
    log.info(user.is_staff)
    log.info(get_user(request))  # expect: PUR101 identity.email


class Short(serializers.ModelSerializer):
    class Meta:
        model = Reader
        fields = ["id", "shelf"]


class Long(serializers.ModelSerializer):
    class Meta:
        model = Reader
        fields = ["id", "contact"]


class Readers(viewsets.ModelViewSet):
    queryset = Reader.objects.all()

    def get_serializer_class(self):
        return Short if self.action == "list" else Long

    def list(self, request):
        log.info(self.get_serializer(self.queryset, many=True).data)  # expect: PUR101 identity.email


class Shelves(viewsets.ModelViewSet):
    queryset = Reader.objects.all()

    def get_serializer_class(self):
        return Short

    def list(self, request):
        log.info(self.get_serializer(self.queryset, many=True).data)
