"""Feature: functions that are handed over, kept in lists, dicts and attributes, chosen and returned.
How we carry it: a function is a value; a call of something that the caller handed in is resolved where it is handed in.
What is approximated: of several functions that a value may be, eight are followed; a function that a registry of the module keeps is called only where the same function registers it.
"""

import logging

log = logging.getLogger(__name__)


def write(value):
    log.info(value)


def drop(value):
    return len(value)


def same(value):
    return value


def apply(function, value):
    return function(value)


def apply_keyword(value, *, function):
    function(value)


def local(user):
    function = write
    function(user.email)  # expect: PUR101 identity.email
    function = drop
    function(user.email)


def handed_over(user):
    apply(write, user.email)  # expect: PUR101 identity.email
    apply(drop, user.email)
    apply_keyword(user.email, function=write)  # expect: PUR101 identity.email
    log.info(apply(same, user.email))  # expect: PUR101 identity.email


def result_of_what_was_handed_over(user):
    log.info(apply(drop, user.email))


def twice(user):
    apply_twice(write, user.email)  # expect: PUR101 identity.email
    apply_twice(drop, user.email)


def apply_twice(function, value):
    apply(function, value)


def in_a_list(user):
    for function in [drop, write]:
        function(user.email)  # expect: PUR101 identity.email


def in_a_dict(user):
    table = {"a": write, "b": drop}
    table["a"](user.email)  # expect: PUR101 identity.email
    table["b"](user.email)


def in_a_dict_by_unknown_key(user, key):
    table = {"a": write, "b": drop}
    table[key](user.email)  # expect: PUR101 identity.email


def chosen(user, flag):
    function = write if flag else drop
    function(user.email)  # expect: PUR101 identity.email


def returned(user):
    pick()(user.email)  # expect: PUR101 identity.email


def pick():
    return write


class Runner:
    """Keeps a function."""

    def __init__(self, function):
        self.function = function

    def run(self, value):
        self.function(value)


def in_an_attribute_is_clean(user):
    Runner(drop).run(user.email)


def library_function(user):
    tell = log.info
    tell(user.email)  # expect: PUR101 identity.email
    apply(log.info, user.email)  # expect: PUR101 identity.email


TABLE = {"a": write, "b": drop}


def in_a_table_of_the_module(user):
    TABLE["a"](user.email)  # expect: PUR101 identity.email
    TABLE["b"](user.email)


def called_back(user, client):
    client.on_answer(write)
    write("x")


def in_an_attribute(user):
    Runner(write).run(user.email)  # expect: PUR101 identity.email


def bound_method(user):
    run = Runner(write).run
    run(user.email)  # expect: PUR101 identity.email
    run = Runner(drop).run
    run(user.email)


class Bus:
    """Hands what is published to whoever subscribed."""

    def __init__(self):
        self.handlers = []
        self.by_kind = {}

    def subscribe(self, handler):
        self.handlers.append(handler)

    def publish(self, value):
        for handler in self.handlers:
            handler(value)

    def on(self, kind, handler):
        self.by_kind[kind] = handler

    def emit(self, kind, value):
        self.by_kind[kind](value)


def subscribed(user):
    bus = Bus()
    bus.subscribe(write)
    bus.publish(user.email)  # expect: PUR101 identity.email
    bus.publish("x")


def nobody_subscribed(user):
    bus = Bus()
    bus.subscribe(drop)
    bus.publish(user.email)


class Table:
    """Keeps functions in its body."""

    tell = write
    stay = drop
    say = log.info
    kinds = {"a": write, "b": drop}

    def handle(self, kind, value):
        self.kinds[kind](value)


def taken_from_a_table(user):
    Table().handle("a", user.email)  # expect: PUR101 identity.email
    Table.kinds["b"](user.email)


def keyword_function(user):
    options = {"function": write}
    apply_keyword(user.email, **options)  # expect: PUR101 identity.email


def method_of_a_handed_in_object(user):
    call_run(Runner(write), user.email)  # expect: PUR101 identity.email
    call_run(Runner(drop), user.email)


def call_run(runner, value):
    runner.run(value)


def chosen_by_a_helper(user):
    pick_one("loud")(user.email)  # expect: PUR101 identity.email


def pick_one(kind):
    return {"loud": write, "quiet": drop}.get(kind, drop)


def called_in_a_comprehension(user):
    [function(user.email) for function in (drop, write)]  # expect: PUR101 identity.email


def called_back_with_a_lambda(user):
    apply(lambda value: log.info(value), user.email)  # expect: PUR101 identity.email
    apply(lambda value: log.info("x"), user.email)
    apply(lambda value: log.info(user.email), "x")  # expect: PUR101 identity.email


def fallback(user, tell=None):
    tell = tell or write
    tell(user.email)  # expect: PUR101 identity.email


def made_method(function):
    return Runner(function).run


def bound_method_of_a_new_object(user):
    made_method(write)(user.email)  # expect: PUR101 identity.email
    made_method(drop)(user.email)


def subscribed_to_a_kind(user):
    bus = Bus()
    bus.on("a", write)
    bus.on("b", drop)
    bus.emit("a", user.email)  # expect: PUR101 identity.email
    bus.emit("b", user.email)


def made(value):
    def tell():
        log.info(value)

    return tell


def functions_made_for_a_table(user, key):
    table = {"a": made(user.email), "b": made("x")}
    table[key]()  # expect: PUR101 identity.email
    table["b"]()
    table["a"]()  # expect: PUR101 identity.email


def twice(function, first, second):
    function(first)
    function(second)


def twice_by_another(function, first, second):
    twice(function, first, second)


def called_twice_by_a_helper_of_a_helper(user):
    twice_by_another(write, user.email, "x")  # expect: PUR101 identity.email
    twice_by_another(write, "x", user.email)  # expect: PUR101 identity.email
    twice_by_another(write, "x", "y")


def first_of_two(options):
    label = options.get("label")
    options.get("who")
    return label


def first_by_another(options):
    return first_of_two(options)


def first_by_a_third(options):
    return first_by_another(options)


def two_keys_read_by_a_helper_of_a_helper(user):
    log.info(first_by_a_third({"label": "x", "who": user.email}))
    log.info(first_by_a_third({"label": user.email, "who": "x"}))  # expect: PUR101 identity.email
