"""Feature: objects that a framework keeps for the whole program, reached by different names.
How we carry it: an entry of the library says that these names are one object; what is put under a key in one function is read under that key in another, functions kept there can be called; of several under keys that nobody knows, each may run.
What is approximated: what a framework keeps for each request or each session is one object too; the order in which functions run; a bus of the project's own, a dict of lists of functions, is not followed.
"""

import logging
from flask import current_app, g
from pyramid.config import Configurator

log = logging.getLogger(__name__)


def tell(value):
    log.info(value)


def quiet(value):
    return len(value)


def make(prefix):
    def tell_more(value):
        log.info(prefix, value)

    return tell_more


class Mailer:
    """Kept by the application."""

    def __init__(self, sender):
        self.sender = sender

    def send(self, address):
        log.info(address)


def includeme(config: Configurator):
    tellers = config.registry.setdefault("tellers", {})
    tellers[Mailer] = make("x")
    config.registry["tell"] = tell
    config.registry["quiet"] = quiet
    config.registry["count"] = 3


def view(request, user):
    request.registry["tell"](user.email)  # expect: PUR101 identity.email
    request.registry["quiet"](user.email)
    request.registry["tellers"][Mailer](user.email)  # expect: PUR101 identity.email
    log.info(request.registry["count"])


def init_app(app):
    app.extensions["mailer"] = Mailer("x")
    app.config["SUPPORT_EMAIL"] = "desk@shop.example"


def send(user):
    current_app.extensions["mailer"].send(user.email)  # expect: PUR101 identity.email
    log.info(current_app.extensions["mailer"].sender)
    log.info(current_app.config["SUPPORT_EMAIL"])


def load(user):
    g.reader = user.email
    g.step = 1


def show():
    log.info(g.reader)  # expect: PUR101 identity.email
    log.info(g.step)


def overwritten(user):
    g.reader = "x"
    log.info(g.reader)


def another_object_of_that_name(desk, user):
    desk.registry["told"] = user.email


def not_the_registry(config):
    log.info(config.registry["told"])


def key_maker(keys, nested):
    def make_keys(obj):
        return [key.format(obj=obj) for key in keys], [key for one in nested for key in one(obj)]

    return make_keys


def one_key(template):
    def key_of(obj):
        yield template.format(obj=obj)

    return key_of


def register_keys(config, klass, keys, nested=()):
    config.registry.setdefault("keys", {})[klass] = key_maker(keys, nested)


def include_keys(config):
    register_keys(config, Mailer, ["mail/{obj.email}", "all"])
    register_keys(config, dict, ["all"], [one_key("all"), one_key("phone/{obj.phone_number}")])


def include_more_keys(config):
    register_keys(config, list, ["all/{obj.pk}"])


def changed(request, obj):
    keys, nested = request.registry["keys"][obj.__class__](obj)
    log.info(keys)  # expect: PUR101 identity.email
    log.info(nested)  # expect: PUR101 identity.phone


def include_other_keys(config):
    config.registry["others"] = {str: key_maker(["{obj.pk}"], [])}


def not_those_keys(request, obj):
    keys, nested = request.registry["others"][obj.__class__](obj)
    log.info(keys)
    log.info(nested)
