"""Feature: what takes the personal data out of a value: measuring, testing, masking, dropping, encrypting.
How we carry it: tests and measures give nothing; masking and encrypting are known by library entry or by the helper's name, a few characters of something long and patterns replaced by stars are masks, also where the stars are handed in; of an e-mail address the piece behind its `@` is the domain, which is nobody's own; a dropped key is gone.
What is approximated: a helper's name is believed (`mask_...`), with lower confidence; a hash without a key stays personal, as a pseudonym; a text that holds several addresses is cut like one; what a pattern leaves of a text is not looked at.
"""

import collections
import hashlib
import hmac
import json
import logging
import re
from base64 import b64encode
from urllib.parse import quote

log = logging.getLogger(__name__)


def size(user, users):
    log.info(len(user.email))
    log.info("%d mails", len([each.email for each in users]))


def truth(user):
    log.info(bool(user.email))
    log.info("has mail: %s", user.email is not None)
    log.info("same: %s", user.email == "x@example.org")
    log.info("known: %s", user.email in ("a", "b"))
    log.info("none: %s", not user.email)


def chosen(user):
    log.info("yes" if user.email else "no")
    log.info(user.email or "none")  # expect: PUR101 identity.email
    log.info(user.email if user.pk else "none")  # expect: PUR101 identity.email


def type_of(user):
    log.info("%s", type(user.email))
    log.info("%s", isinstance(user.email, str))


def mask_email(value):
    return value[0] + "***"


def masked(user):
    log.info(mask_email(user.email))


def stars(value):
    return "***"


def looked_into(user):
    log.info(stars(user.email))


def dropped(user):
    data = {"a": user.email, "b": 1}
    data.pop("a")
    log.info(data)


def chosen_keys(user):
    data = {"a": user.email, "b": 1}
    log.info({"b": data["b"]})


def dropped_by_a_helper(user):
    data = {"a": user.email, "b": 1}
    drop_personal(data)
    log.info(data)


def drop_personal(data):
    del data["a"]


def of_an_object(user):
    log.info(mask_email(f"<{user.email}>"))
    log.info("%s", mask_email(value=user.email))


def masked_then_joined(user):
    log.info(mask_email(user.email) + user.email)  # expect: PUR101 identity.email


def masked_too_late(user):
    value = user.email
    log.info(value)  # expect: PUR101 identity.email
    value = mask_email(value)
    log.info(value)


def encrypted(user, vault):
    log.info(vault.encrypt(user.email))


def keyed_hash(user):
    log.info(hmac.new(b"key", user.email.encode(), "sha256").hexdigest())


def hashed(user):
    log.info(hashlib.sha256(user.email.encode()).hexdigest())  # expect: PUR101 identity.email


def decoded_again(user, vault):
    log.info(vault.decrypt(vault.encrypt(user.email)))


def counted(users):
    log.info(sum(1 for user in users if user.email))
    log.info(collections.Counter(len(user.email) for user in users))


def in_a_method(user):
    log.info(Redactor().redact(user.email))


class Redactor:
    """Takes out what it is given."""

    def redact(self, value):
        return "[redacted]"


def copied_without(user):
    data = {"a": user.email, "b": 1}
    log.info({key: value for key, value in data.items() if key != "a"})


def first_letters(value):
    return value[:2] + "***"


def last_digits(value):
    return f"...{value[-4:]}"


def short_or_nothing(value):
    if not value:
        return ""
    return value[:1] + "*" * (len(value) - 1)


def cut_short(user):
    log.info(first_letters(user.email))
    log.info(last_digits(user.phone_number))
    log.info(short_or_nothing(user.email))
    log.info(Shortener(2).shorten(user.email))


class Shortener:
    """Keeps the beginning."""

    def __init__(self, stars):
        self.stars = stars

    def shorten(self, value):
        return value[:3] + "*" * self.stars


def fits_the_line(value):
    return value[:60]


def local_part(value):
    return value.split("@")[0]


def spelled_out(value):
    return value.replace("@", " at ")


def looks_like_a_mask(user):
    log.info(fits_the_line(user.email))  # expect: PUR101 identity.email
    log.info(local_part(user.email))  # expect: PUR101 identity.email
    log.info(spelled_out(user.email))  # expect: PUR101 identity.email
    log.info(first_letters(user.email) + user.email)  # expect: PUR101 identity.email
    log.info(first_letters(user.email), user.email)  # expect: PUR101 identity.email


def encoded(user):
    log.info(b64encode(user.email.encode()))  # expect: PUR101 identity.email
    log.info(json.dumps({"a": user.email}))  # expect: PUR101 identity.email
    log.info(quote(user.email))  # expect: PUR101 identity.email


def starred(user):
    log.info(re.sub(r"[^@]+@", "***@", user.email))
    log.info(re.sub(r"\d", "*", user.phone_number))
    log.info(re.sub(r"\s+", "", user.phone_number))  # expect: PUR101 identity.phone
    log.info(re.sub("@.*", "", user.email))  # expect: PUR101 identity.email


def masked_where_present(data):
    if "a" in data:
        data["a"] = "***"


def stars_where_present(data):
    for key in ("a", "c"):
        if key in data:
            data[key] = "***"


def dropped_where_present(data):
    if "a" not in data:
        return
    del data["a"]


def masked_in_place(user):
    data = {"a": user.email, "b": 1}
    masked_where_present(data)
    log.info(data)


def starred_in_place(user):
    data = {"a": user.email, "b": 1}
    stars_where_present(data)
    log.info(data)


def dropped_in_place(user):
    data = {"a": user.email, "b": 1}
    dropped_where_present(data)
    log.info(data)


def another_key_in_place(user):
    data = {"b": user.email}
    stars_where_present(data)
    log.info(data)  # expect: PUR101 identity.email


def only_where_absent(data, user):
    if "a" not in data:
        data["a"] = user.email
    log.info(data["a"])  # expect: PUR101 identity.email


def tested_and_kept(user):
    data = {"a": user.email}
    if "b" in data:
        log.info(data)  # expect: PUR101 identity.email
    log.info(data)  # expect: PUR101 identity.email


def with_a_pattern(value, stars="***"):
    return re.sub(r"\w+@", stars, value)


def deeper(value, stars):
    return with_a_pattern(value, stars).lower()


def tell_with_stars(value, stars):
    log.info(re.sub(r"\w+@", stars, value))


def starred_by_a_helper(user):
    log.info(with_a_pattern(user.email, "***@"))
    log.info(with_a_pattern(user.email, "x"))  # expect: PUR101 identity.email
    log.info(with_a_pattern(user.email))
    log.info(with_a_pattern(user.email, stars=user.pk))  # expect: PUR101 identity.email
    log.info(deeper(user.email, "***@"))
    log.info(deeper(user.email, ""))  # expect: PUR101 identity.email
    tell_with_stars(user.email, "***")
    tell_with_stars(user.email, " at ")  # expect: PUR101 identity.email


def stars_that_nobody_knows(user, stars):
    log.info(re.sub("@", stars, user.email))  # expect: PUR101 identity.email


def domains(user):
    log.info(user.email.split("@")[1])
    log.info(user.email.split("@")[-1])
    log.info(user.email.lower().rsplit("@", 1)[1])
    log.info(user.email.partition("@")[2])
    local, domain = user.email.split("@", 1)
    log.info(domain)
    log.info(local)  # expect: PUR101 identity.email


def pieces(user):
    parts = user.email.split("@")
    log.info(len(parts))
    log.info(parts[0])  # expect: PUR101 identity.email
    log.info(parts)  # expect: PUR101 identity.email
    log.info("@".join(parts))  # expect: PUR101 identity.email
    local, _, domain = user.email.partition("@")
    log.info("%s%s", domain, _)
    log.info(local)  # expect: PUR101 identity.email


def domain_of(mail):
    return mail.split("@")[1]


def domains_by_a_helper(user):
    log.info(domain_of(user.email))
    log.info(domain_of(user.phone_number))  # expect: PUR101 identity.phone
    log.info(f"{user.full_name} {user.email}".split("@")[1])  # expect: PUR101 identity.name
    log.info(user.email.split(".")[1])  # expect: PUR101 identity.email
