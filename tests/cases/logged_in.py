"""Feature: whoever is logged in: `current_user` of Flask.
How we carry it: entries say of what class it is; attributes of a user are then judged by their names, and its text by the entry.
What is approximated: `current_user` is of the library's class, not of the project's own: what this one prints is not seen.
"""

import logging

from flask_login import current_user
from flask_security import current_user as member

log = logging.getLogger(__name__)


def of_flask():
    log.info(current_user.email)  # expect: PUR101 identity.email
    log.info(member.phone)  # expect: PUR101 identity.phone
    log.info(current_user.get_id())
    log.info(current_user.is_active)
    log.info(current_user)
