"""Feature: fields of a request that persons and things have alike: `name`, `image`, `document_type`.
How we carry it: such a field is a person's where the function reads other data of a person by key, and in a source that is a person's profile.
What is approximated: keys that other functions read of the same request say nothing.
"""

import logging

from django.views import View
from rest_framework import serializers

log = logging.getLogger(__name__)


class Tags(View):
    def post(self, request):
        log.info(request.POST["name"])
        log.info(request.POST.get("image"))
        log.info(request.POST["document_type"])
        log.info(request.POST.get("full_address"))

    def put(self, request):
        log.info(request.POST["full_name"])  # expect: PUR101 identity.name


class Letters(View):
    def post(self, request):
        name, reply_to = request.POST["name"], request.POST["email"]
        log.info("%s wrote", name)  # expect: PUR101 identity.name
        log.info("%s wrote", reply_to)  # expect: PUR101 identity.email
        log.info("%s", request.POST["colour"])


class CourseSerializer(serializers.Serializer):
    name = serializers.CharField()

    def save(self):
        log.info(self.validated_data["name"])
