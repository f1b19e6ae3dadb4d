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


def told(value):
    log.info(value)


def quiet(value):
    return len(value)


def install():
    HANDLERS["told"] = told
    HANDLERS["quiet"] = quiet
