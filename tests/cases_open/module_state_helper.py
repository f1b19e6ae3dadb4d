"""What `module_state` imports: values and objects that a module keeps."""

import requests


class Holder:
    """Holds what it is given."""

    def __init__(self):
        self.held = None


PREFIX = "shop"
HOLDER = Holder()
TABLE = {"a": 1}
CLIENT = requests.Session()


def keep(value):
    HOLDER.held = value
