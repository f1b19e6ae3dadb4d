"""Feature: `sum` of objects that define `__radd__`.
What is open: the lines marked so; what is carried stands in the case of the same name.
"""

import logging

log = logging.getLogger(__name__)


class Sum:
    def __init__(self, amount, payer):
        self.amount, self.payer = amount, payer

    def __add__(self, other):
        return Sum(self.amount + other.amount, self.payer)

    def __radd__(self, other):
        return self


def summed(user):
    total = sum([Sum(3, user.email), Sum(4, user.email)])
    log.info(total.amount)
    log.info(total.payer)  # open: missing PUR101 identity.email
