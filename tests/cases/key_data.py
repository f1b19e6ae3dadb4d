"""Feature: keys of a mapping that are data themselves.
How we carry it: a mapping keeps what its keys hold apart from what is under them; iterating, joining and printing show keys.
What is approximated: keys that are no constants are not told apart.
"""

import logging
from collections import Counter, defaultdict

log = logging.getLogger(__name__)


def shown_by_views(user):
    data = {}
    data[user.email] = 1
    log.info(data.keys())  # expect: PUR101 identity.email
    for key, value in data.items():
        log.info(key)  # expect: PUR101 identity.email
        log.info(value)
    log.info(list(data.values()))
    log.info(list(data))  # expect: PUR101 identity.email
    log.info(sorted(data))  # expect: PUR101 identity.email
    log.info(", ".join(data))  # expect: PUR101 identity.email
    log.info(data[user.email])
    log.info("%s", len(data))


def constant_keys_are_no_data(user):
    data = {"a": user.email}
    log.info(list(data))
    log.info(", ".join(data))
    log.info(set(data))
    log.info(max(data))
    log.info([key for key in data])
    log.info({key for key in data})
    log.info(next(iter(data)))
    first, *rest = data
    log.info(first)
    log.info([*data])
    for number, key in enumerate(data):
        log.info(key)


def put_by_methods(user):
    data = {}
    data.setdefault(user.email, []).append(1)
    log.info(data)  # expect: PUR101 identity.email
    data = {}
    data.update([(user.email, 1)])
    log.info(data)  # expect: PUR101 identity.email
    log.info(data.values())
    data = dict([(user.email, 1)])
    log.info(data)  # expect: PUR101 identity.email
    data = dict.fromkeys([user.email])
    log.info(data)  # expect: PUR101 identity.email


def print_keys(data):
    for key in data:
        log.info(key)


def print_values(data):
    for value in data.values():
        log.info(value)


def print_keys_of_pairs(data):
    for key, _ in data.items():
        log.info(key)


def handed_to_a_helper(user):
    print_keys({"a": user.email})
    print_keys({user.email: 1})  # expect: PUR101 identity.email
    print_keys([user.email])  # expect: PUR101 identity.email
    print_values({"a": user.email})  # expect: PUR101 identity.email
    print_values({user.email: 1})
    print_keys_of_pairs({"a": user.email})
    print_keys_of_pairs({user.email: 1})  # expect: PUR101 identity.email


def fill(data, user):
    data[user.email] = 1


def filled_by_a_helper(user):
    data = {}
    fill(data, user)
    log.info(data)  # expect: PUR101 identity.email
    log.info(data.values())


def counted(users):
    counts = Counter(user.email for user in users)
    log.info(counts)  # expect: PUR101 identity.email
    log.info(counts.most_common(3))  # expect: PUR101 identity.email
    for _, number in counts.most_common():
        log.info(number)
    log.info(counts.values())
    counts = Counter()
    counts.update([user.email for user in users])
    log.info(counts)  # expect: PUR101 identity.email
    log.info(Counter(user.plan for user in users))


def counted_by_default(user):
    data = defaultdict(int)
    data[user.email] += 1
    log.info(data)  # expect: PUR101 identity.email
    log.info(data.values())
