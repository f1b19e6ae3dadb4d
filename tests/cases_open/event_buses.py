"""A project's own event bus that is an object."""

import logging

log = logging.getLogger(__name__)


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
    bus.publish("a", user.email)  # open: missing PUR101 identity.email
    bus.publish("b", "x")
