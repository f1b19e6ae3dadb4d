"""Feature: data made of things like itself: a tree whose nodes hold nodes, walked and built by methods that call themselves.
How we carry it: below the first step, all things of one class that are reached are said of together; what such a method makes is one object.
What is approximated: which of the nodes below the first holds what.
"""

import logging

log = logging.getLogger(__name__)


class Node:
    def __init__(self, value):
        self.value = value
        self.left = None
        self.right = None

    def insert(self, value):
        if value < self.value:
            if self.left is None:
                self.left = Node(value)
            else:
                self.left.insert(value)
        elif self.right is None:
            self.right = Node(value)
        else:
            self.right.insert(value)

    def walk(self):
        if self.left:
            yield from self.left.walk()
        yield self.value
        if self.right:
            yield from self.right.walk()

    def values(self):
        found = [self.value]
        if self.left:
            found.extend(self.left.values())
        if self.right:
            found.extend(self.right.values())
        return found


def inserted(user):
    root = Node("m")
    root.insert(user.email)
    for value in root.walk():
        log.info(value)  # expect: PUR101 identity.email


def inserted_twice(user):
    root = Node("m")
    root.insert("x")
    root.insert(user.email)
    log.info(root.values())  # expect: PUR101 identity.email


def root_alone(user):
    for value in Node(user.email).walk():
        log.info(value)  # expect: PUR101 identity.email


def far_below(user):
    root = Node("m")
    root.left = Node("c")
    root.left.right = Node("f")
    root.left.right.left = Node(user.email)
    log.info(list(root.walk()))  # expect: PUR101 identity.email
    log.info(root.value)


def without_data(user):
    root = Node("m")
    root.insert("x")
    root.left = Node("a")
    log.info(root.values())
    other = Node(user.email)
    log.info(len(other.values()))


class Folder:
    def __init__(self, name):
        self.name = name
        self.inner = []

    def add(self, name):
        made = Folder(name)
        self.inner.append(made)
        return made

    def labels(self):
        yield self.name
        for folder in self.inner:
            yield from folder.labels()


def folders(user):
    top = Folder("a")
    top.add("b").add(user.email)
    log.info(list(top.labels()))  # expect: PUR101 identity.email
    log.info(list(Folder("a").labels()))
