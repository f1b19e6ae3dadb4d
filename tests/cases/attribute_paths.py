"""Feature: attributes of attributes: `a.b.c`.
How we carry it: each attribute is a field of the object before it, so that a path is as precise as its steps.
What is approximated: a path into what the caller handed in is followed four steps; beyond, the whole object stands for it.
"""

import logging

log = logging.getLogger(__name__)


class Node:
    """Has a neighbour."""


def three_steps(user):
    one = Node()
    one.two = Node()
    one.two.three = Node()
    one.two.three.held = user.email
    log.info(one.two.three.held)  # expect: PUR101 identity.email
    log.info(one.two.held)
    log.info(one.held)


def through_a_local(user):
    one = Node()
    one.two = Node()
    inner = one.two
    inner.held = user.email
    log.info(one.two.held)  # expect: PUR101 identity.email


def inner_replaced(user):
    one = Node()
    one.two = Node()
    one.two.held = user.email
    one.two = Node()
    log.info(one.two.held)


def mixed_with_items(user):
    one = Node()
    one.items = [{"a": user.email, "b": 1}]
    log.info(one.items[0]["a"])  # expect: PUR101 identity.email
    log.info(one.items[0]["b"])


def handed_in(event):
    log.info(event.context.user.email)  # expect: PUR101 identity.email
    log.info(event.context.user.pk)


def long_chain(user):
    node = Node()
    node.next = Node()
    node.next.next = Node()
    node.next.next.next = Node()
    node.next.next.next.next = Node()
    node.next.next.next.next.held = user.email
    log.info(node.next.next.next.next.held)  # expect: PUR101 identity.email
