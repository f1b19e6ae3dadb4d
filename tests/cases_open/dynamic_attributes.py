"""Feature: attributes of a namespace, and `__dict__` in a template.
What is open: the lines marked so; what is carried stands in the case of the same name.
"""

import logging
from types import SimpleNamespace

log = logging.getLogger(__name__)


def namespace_overwritten(user):
    box = SimpleNamespace(mail=user.email)
    box.mail = "-"
    log.info(box)  # open: false PUR101 identity.email


def attributes_in_a_template(user):
    log.info("%(email)s" % user.__dict__)  # open: missing PUR101 identity.email
