"""Feature: methods and attributes that the project gives a framework's objects by a call.
How we carry it: an entry of the library says which calls do so; a call of such a method is one of the project's function, with the object before the other arguments.
What is approximated: the object is known by its type or by what it is called; a function that is made on the spot is not found.
"""

import logging
from pyramid.config import Configurator
from pyramid.request import Request

log = logging.getLogger(__name__)


def register_teller(config, name, template=None):
    config.registry.setdefault("templates", {})[name] = template


def tell(config, value, *, loud=False):
    log.info(value)


def tell_user(request, user):
    log.info(user.email)  # expect: PUR101 identity.email


def tell_value(request, value):
    log.info(value)


def _sender(request):
    return request.params["email"]


def _page(request):
    return request.params["page"]


def includeme(config):
    config.add_directive("tell", tell)
    config.add_request_method(tell_user)
    config.add_request_method(tell_value, "say")
    config.add_request_method(_sender, name="sender", reify=True)
    config.add_request_method(callable=_page, name="page", property=True)
    config.add_request_method(tell_value, "only_a_property", reify=True)


def configured(config, user):
    config.tell(user.email)  # expect: PUR101 identity.email
    config.tell("x", loud=user.email)
    config.include("x")


def by_type(settings: Configurator, user):
    settings.tell(value=user.email)  # expect: PUR101 identity.email


def view(request, user):
    request.tell_user(user)
    request.say(user.email)  # expect: PUR101 identity.email
    log.info(request.sender)  # expect: PUR101 identity.email
    log.info(request.page)


def typed_view(web: Request, user):
    web.say(user.email)  # expect: PUR101 identity.email
    web.say(user.pk)


def another_object(desk, user):
    desk.say(user.email)
    desk.tell(user.email)


def not_a_directive(request, user):
    request.tell(user.email)
