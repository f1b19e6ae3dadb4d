"""Feature: a project's own event bus: a module's dict of lists of functions, or an object that keeps one.
How we carry it: what is put under a key that a function is handed is put there by its caller, who knows the key.
What is approximated: which of several lists a handed key selects is not told: the functions of all are called.
"""

import logging
from collections import defaultdict
from typing import Callable
log = logging.getLogger(__name__)
_handlers: dict[str, list[Callable]] = {}
_more = defaultdict(list)

def subscribe(name, handler):
    _handlers.setdefault(name, []).append(handler)

def emit(name, data):
    for handler in _handlers.get(name, []):
        handler(data)

def on(name):
    def add(handler):
        _more[name].append(handler)
        return handler
    return add

def fire(name, **data):
    for handler in _more[name]:
        handler(**data)

def tell(data):
    log.info(data["mail"])
    log.info(data["step"])

def quiet(data):
    log.info(data)

subscribe("placed", tell)
subscribe("gone", quiet)

@on("paid")
def paid(mail, step):
    log.info(mail)
    log.info(step)

@on("lost")
def lost(thing):
    log.info(thing)

def run(user):
    emit("placed", {"mail": user.email, "step": 1})  # expect: PUR101 identity.email
    emit("gone", {"step": 1})
    fire("paid", mail=user.email, step=1)  # expect: PUR101 identity.email
    fire("lost", thing=1)


class Bus:
    def __init__(self):
        self.handlers = {}
        self.more = defaultdict(list)
        self.all = []

    def subscribe(self, name, handler):
        self.handlers.setdefault(name, []).append(handler)

    def publish(self, name, data):
        for handler in self.handlers.get(name, []):
            handler(data)

    def on(self, name):
        def add(handler):
            self.more[name].append(handler)
            return handler

        return add

    def fire(self, name, data):
        for handler in self.more[name]:
            handler(data)

    def listen(self, handler):
        self.all.append(handler)

    def tell_all(self, data):
        for handler in self.all:
            handler(data)


bus = Bus()
silent = Bus()


def hears(data):
    log.info(data)


def counts(data):
    log.info(len(data))


@bus.on("decorated")
def hears_by_decorator(data):
    log.info(data)


@silent.on("decorated")
def counts_by_decorator(data):
    log.info(len(data))


bus.subscribe("heard", hears)
bus.subscribe("counted", counts)
silent.subscribe("heard", counts)
silent.listen(counts)


def set_up():
    bus.listen(hears)


def published(user):
    bus.publish("heard", user.email)  # expect: PUR101 identity.email
    bus.publish("heard", "x")
    bus.publish("counted", user.email)
    silent.publish("heard", user.email)


def fired(user):
    bus.fire("decorated", user.email)  # expect: PUR101 identity.email
    bus.fire("nobody", user.email)
    silent.fire("decorated", user.email)


def told_to_all(user):
    bus.tell_all(user.email)  # expect: PUR101 identity.email
    silent.tell_all(user.email)


def own_bus(user):
    own = Bus()
    own.subscribe("heard", hears)
    own.publish("heard", user.email)  # expect: PUR101 identity.email
    own.publish("else", user.email)
