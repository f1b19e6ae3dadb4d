"""Feature: objects that are nothing but one value, `contact.email.value`, whatever their class is called.
How we carry it: where the class says nothing of its `value`, the word before it does; `phone` is read as the element that lists it spells it out.
What is approximated: only `value` is read so.
"""

import logging

from pydantic import BaseModel

log = logging.getLogger(__name__)


class PhoneConf(BaseModel):
    value: str
    notify_up: bool


class MailConf(BaseModel):
    value: str


class Price(BaseModel):
    value: int


class Channel:
    def __init__(self, text):
        self.text = text

    @property
    def phone(self) -> PhoneConf:
        return PhoneConf.model_validate_json(self.text)

    @property
    def email(self) -> MailConf:
        return MailConf.model_validate_json(self.text)

    @property
    def price(self) -> Price:
        return Price.model_validate_json(self.text)


def show(channel: Channel):
    log.info(channel.phone.value)  # expect: PUR101 identity.phone
    log.info(channel.email.value)  # expect: PUR101 identity.email
    log.info(channel.phone.notify_up)
    log.info(channel.price.value)


def show_of_unknown(channel):
    log.info(channel.phone.value)  # expect: PUR101 identity.phone
    log.info(channel.price.value)
