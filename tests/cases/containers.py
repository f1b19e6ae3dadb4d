"""Lists, tuples and sets carry what is in them, as wholes."""

import logging

log = logging.getLogger(__name__)


def displays(user):
    log.info([1, user.email])  # expect: PUR101 identity.email
    log.info((1, user.email))  # expect: PUR101 identity.email
    log.info({1, user.email})  # expect: PUR101 identity.email
    log.info([1, 2])


def appended(user):
    found = []
    found.append(user.email)
    log.info("%s", found)  # expect: PUR101 identity.email


def element(users):
    mails = [user.email for user in users]
    log.info(mails[0])  # expect: PUR101 identity.email
    for mail in mails:
        log.info(mail)  # expect: PUR101 identity.email


def extended(user):
    found = ["x"]
    found.extend([user.email])
    log.info(found)  # expect: PUR101 identity.email


def other_list(user):
    found = []
    clean = []
    found.append(user.email)
    log.info(clean)


def chosen_address(user, channel):
    return {"sms": user.phone_number, "mail": user.email}[channel]


def counted(user, channel):
    return {"sms": len(user.phone_number), "mail": len(user.email)}[channel]


def one_of_several(user, channel):
    log.info(chosen_address(user, channel))  # expect: PUR101 identity.email; PUR101 identity.phone
    log.info(counted(user, channel))
