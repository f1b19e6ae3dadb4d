"""Feature: functions that call themselves or one another, and long chains of calls.
How we carry it: summaries are computed until none of them changes.
What is approximated: after some turns a summary gives up its structure: what a recursive function packs anew at each turn is lost.
"""

import logging

log = logging.getLogger(__name__)


def down(value, depth):
    if depth == 0:
        log.info(value)
        return
    down(value, depth - 1)


def even(value, count):
    if count:
        return odd(value, count - 1)
    return value


def odd(value, count):
    return even(value, count - 1)


def direct(user):
    down(user.email, 3)  # expect: PUR101 identity.email
    down("x", 3)


def mutual(user):
    log.info(even(user.email, 4))  # expect: PUR101 identity.email
    log.info(even("x", 4))


def one(value):
    two(value)


def two(value):
    three(value)


def three(value):
    four(value)


def four(value):
    five(value)


def five(value):
    six(value)


def six(value):
    log.info(value)


def chain(user):
    one(user.email)  # expect: PUR101 identity.email
    one("x")


def back(value):
    return back_two(value)


def back_two(value):
    return back_three(value)


def back_three(value):
    return value + "x"


def chain_of_results(user):
    log.info(back(user.email))  # expect: PUR101 identity.email
    log.info(back("x"))


def walk(node):
    log.info(node.user.email)  # expect: PUR101 identity.email
    for child in node.children:
        walk(child)


def swapping(first, second, depth):
    if depth:
        return swapping(second, first, depth - 1)
    return first


def arguments_change_places(user):
    log.info(swapping("x", user.email, 1))  # expect: PUR101 identity.email


def without_end(value):
    return without_end([value])


def never_returns(user):
    log.info(without_end(user.email))


def flattened(tree):
    if isinstance(tree, list):
        return [item for part in tree for item in flattened(part)]
    return [tree]


def of_a_tree(user):
    log.info(flattened([1, [user.email]]))  # expect: PUR101 identity.email
    log.info(flattened([1, [2]]))


def flattened_mapping(node, prefix=""):
    for key, value in node.items():
        if isinstance(value, dict):
            yield from flattened_mapping(value, prefix + key + ".")
        else:
            yield prefix + key, value


def generator_that_yields_from_itself(user):
    log.info(dict(flattened_mapping({"to": {"mail": user.email}})))  # expect: PUR101 identity.email
    log.info(dict(flattened_mapping({"to": {"number": user.pk}})))


def everything_below(node):
    yield node.value
    for child in node.children:
        for each in everything_below(child):
            yield each


def lengths_below(node):
    yield len(node.value)
    for child in node.children:
        yield from lengths_below(child)


class Node:
    def __init__(self, value, children=()):
        self.value = value
        self.children = children


def generator_of_a_tree(user):
    log.info(list(everything_below(Node("x", [Node(user.email)]))))  # expect: PUR101 identity.email
    log.info(list(everything_below(Node("x", [Node(user.pk)]))))
    log.info(list(lengths_below(Node("x", [Node(user.email)]))))
