"""Feature: a project's own event bus: a module's dict of lists of functions.
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
