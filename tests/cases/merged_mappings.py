"""Feature: mappings that the caller hands in, put into others (`d.update(handed)`, `{**a, **b}`, `a | b`, a loop that puts each value under its own key).
How we carry it: the caller knows the keys: what is put where is put there by its own names, also through several helpers, `*args` and `**kwargs`; a value may be changed on its way.
What is approximated: a key that is deleted from what others were put into may be back for the caller, unless it was one mapping alone that was copied.
"""

import logging

log = logging.getLogger(__name__)


def put_into(target, other):
    target.update(other)


def put_by_name(target, **others):
    target.update(**others)


def both(first, second):
    return {**first, **second}


def both_copied(first, second):
    made = dict(first)
    made.update(second)
    return made


def either(first, second):
    return first | second


def hidden_after(handed):
    made = {}
    made.update(handed)
    made["who"] = "***"
    return made


def hidden_before(handed):
    made = {"who": "***"}
    made.update(handed)
    return made


def once_more(handed):
    return hidden_before(handed)


def of_any(*handed):
    return dict(*handed)


def changed(user):
    made = {}
    put_into(made, {"who": user.email, "count": 1})
    log.info(made["who"])  # expect: PUR101 identity.email
    log.info(made["count"])
    made = {}
    put_by_name(made, who=user.email, count=1)
    log.info(made["who"])  # expect: PUR101 identity.email
    log.info(made["count"])


def joined(user):
    one, other = {"who": user.email, "count": 1}, {"size": 1}
    log.info(both(other, one)["who"])  # expect: PUR101 identity.email
    log.info(both(other, one)["count"])
    log.info(both(other, one)["size"])
    log.info(both(other, one))  # expect: PUR101 identity.email
    log.info(both(one, {"who": 1})["who"])
    log.info(both_copied(other, one)["who"])  # expect: PUR101 identity.email
    log.info(both_copied(other, one)["count"])
    log.info(either(other, one)["who"])  # expect: PUR101 identity.email
    log.info(either(other, one)["count"])
    log.info(of_any(one)["who"])  # expect: PUR101 identity.email
    log.info(of_any(one)["count"])
    log.info(dict(*[one])["who"])  # expect: PUR101 identity.email


def joined_sets(user):
    for each in either({user.email}, {1}):
        log.info(each)  # expect: PUR101 identity.email
    for each in either({user.pk}, {1}):
        log.info(each)


def hidden(user):
    handed = {"who": user.email, "count": 1}
    log.info(hidden_after(handed))
    log.info(hidden_before(handed)["count"])
    log.info(hidden_before(handed)["who"])  # expect: PUR101 identity.email
    log.info(once_more(handed)["count"])
    log.info(once_more(handed)["who"])  # expect: PUR101 identity.email
    for value in once_more(handed).values():
        log.info(value)  # expect: PUR101 identity.email


class Keeping:
    """Has options of its own beside those that it is handed."""

    def __init__(self, **options):
        self.options = {"size": 1}
        self.options.update(options)

    def size(self):
        log.info(self.options["size"])
        log.info(self.options["count"])

    def who(self):
        return self.options["who"]


def kept(user):
    keeping = Keeping(who=user.email, count=1)
    keeping.size()
    log.info(keeping.who())  # expect: PUR101 identity.email
    log.info(keeping.options["count"])
    log.info(keeping.options)  # expect: PUR101 identity.email


def filled(mapping):
    made = {}
    for key, value in mapping.items():
        if value is not None:
            made[key] = value
    return made


def filled_at_once(mapping):
    return {key: value for key, value in mapping.items() if value is not None}


def as_texts(mapping):
    return {key: str(value) for key, value in mapping.items()}


def as_texts_by_key(mapping):
    made = {"size": 1}
    for key in mapping:
        made[key] = f"<{mapping[key]}>"
    return made


def of_lengths(mapping):
    return {key: len(value) for key, value in mapping.items()}


def without_case(mapping):
    return {key.lower(): value for key, value in mapping.items()}


def one_of_each(mapping):
    return {key: value["who"] for key, value in mapping.items()}


def under_its_own_key(user):
    handed = {"who": user.email, "count": 1}
    log.info(filled(handed)["who"])  # expect: PUR101 identity.email
    log.info(filled(handed)["count"])
    log.info(filled(handed))  # expect: PUR101 identity.email
    log.info(filled_at_once(handed)["who"])  # expect: PUR101 identity.email
    log.info(filled_at_once(handed)["count"])
    log.info(as_texts(handed)["who"])  # expect: PUR101 identity.email
    log.info(as_texts(handed)["count"])
    log.info(as_texts_by_key(handed)["who"])  # expect: PUR101 identity.email
    log.info(as_texts_by_key(handed)["count"])
    log.info(as_texts_by_key(handed)["size"])
    log.info(as_texts_by_key({"size": user.email})["size"])  # expect: PUR101 identity.email
    log.info(of_lengths(handed))
    log.info(without_case(handed)["who"])  # expect: PUR101 identity.email


def of_the_inside(user):
    log.info(one_of_each({"a": {"who": user.email, "count": 1}})["a"])  # expect: PUR101 identity.email
    log.info(one_of_each({"a": {"who": 1, "count": user.email}})["a"])


def a_key_of_what_was_put_in(**others):
    data = {}
    data.update(others)
    log.info(data["count"])
    return data["who"]


def a_key_over_what_is_there(known, others):
    data = {"count": known}
    data.update(others)
    return data["count"]


def a_key_put_in_under_another(key, others):
    data = {}
    data.update(others)
    data[key] = others["who"].lower()
    log.info(data["count"])


def read_by_the_helper(user, key):
    handed = {"who": user.email, "count": 1}
    log.info(a_key_of_what_was_put_in(**handed))  # expect: PUR101 identity.email
    a_key_of_what_was_put_in(who=1, count=user.email)  # expect: PUR101 identity.email
    log.info(a_key_over_what_is_there(1, handed))
    log.info(a_key_over_what_is_there(user.email, {"who": 1}))  # expect: PUR101 identity.email
    a_key_put_in_under_another(key, handed)  # expect: PUR101 identity.email
