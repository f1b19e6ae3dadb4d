"""What `module_state` imports: values and objects that a module keeps."""

import logging
import requests

log = logging.getLogger(__name__)


class Holder:
    """Holds what it is given."""

    def __init__(self):
        self.held = None
        self.label = "x"


PREFIX = "shop"
HOLDER = Holder()
TABLE = {"a": 1}
CLIENT = requests.Session()
HANDLERS = {}
QUEUE = []


def keep(value):
    HOLDER.held = value


def table():
    return TABLE


def handler(name):
    def register(function):
        HANDLERS[name] = function
        return function

    return register


def told(value):
    log.info(value)


def quiet(value):
    return len(value)


def install():
    HANDLERS["told"] = told
    HANDLERS["quiet"] = quiet


@handler("decorated")
def decorated(value):
    log.info(value)


@handler("silent")
def silent(value):
    return len(value)
