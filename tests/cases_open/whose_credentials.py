"""Feature: a credential that a class keeps, from settings or from an item of the environment.
How we carry it: what the environment gives by a call is the service's, in an attribute too.
What is approximated: an attribute that a class fills from `os.environ[...]` or from settings is judged by its name.
"""

import logging
import os

from django.conf import settings

log = logging.getLogger(__name__)


class Sender:
    def __init__(self):
        self.api_token = os.environ["CRM_TOKEN"]
        self.refresh_token = settings.CRM_TOKEN

    def send(self):
        log.info(self.api_token)  # open: false PUR101 credential.token
        log.info(self.refresh_token)  # open: false PUR101 credential.token
