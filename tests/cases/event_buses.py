"""Feature: a project's own event bus: a module's, or an object's, dict of lists of functions.
How we carry it: what is put under a handed key is put there by the caller, who knows it; so are calls of what is found there.
What is approximated: in a module's own dict, which of several lists a handed key selects is not told: all are called.
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
    def subscribe(self, name, handler):
        self.handlers.setdefault(name, []).append(handler)
    def publish(self, name, data):
        for h in self.handlers.get(name, []):
            h(data)

bus = Bus()

def heard(data):
    log.info(data)

def unheard(data):
    log.info(data)

bus.subscribe("a", heard)
bus.subscribe("b", unheard)

def go(user):
    bus.publish("a", user.email)  # expect: PUR101 identity.email
    bus.publish("b", "x")
