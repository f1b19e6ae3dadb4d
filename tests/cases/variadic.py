"""Feature: `*args` and `**kwargs`: collected, handed on, read and changed.
How we carry it: the rest is a tuple or dict of its own whose positions and keys are told apart, also when it is handed on with a star.
What is approximated: after an unpacked argument of unknown length positions are no longer told apart; of the names that many functions in turn take out of `**kwargs` 48 are left out.
"""

import logging

log = logging.getLogger(__name__)


def collected(*args):
    log.info(args)


def second_of_them(*args):
    log.info(args[1])


def by_key(**kwargs):
    log.info(kwargs["a"])


def by_get(**kwargs):
    log.info("%s", kwargs.get("a"))


def forwarded(*args, **kwargs):
    target(*args, **kwargs)


def target(first, second="", **others):
    log.info(second)


def wrapper(*args, **kwargs):
    forwarded(*args, **kwargs)


def loop(*args):
    for value in args:
        log.info(value)


def in_args(user):
    collected(user.email)  # expect: PUR101 identity.email
    collected("x")
    loop("x", user.email)  # expect: PUR101 identity.email


def position_in_args(user):
    second_of_them("x", user.email)  # expect: PUR101 identity.email
    second_of_them(user.email, "x")


def in_kwargs(user):
    by_key(a=user.email)  # expect: PUR101 identity.email
    by_key(a="x", b=user.email)
    by_get(a=user.email)  # expect: PUR101 identity.email
    by_get(b=user.email)


def through_both(user):
    forwarded("x", user.email)  # expect: PUR101 identity.email
    forwarded(user.email, "x")


def through_keywords_is_clean(user):
    forwarded(first=user.email, second="x")


def twice(user):
    wrapper("x", user.email)  # expect: PUR101 identity.email


def rest_after_parameters(user):
    first_and_rest("x", user.email)  # expect: PUR101 identity.email
    first_and_rest(user.email, "x")


def first_and_rest(first, *rest):
    log.info(rest)


def returned(user):
    log.info(give(user.email, "x"))  # expect: PUR101 identity.email
    log.info(give_keys(a=user.email))  # expect: PUR101 identity.email


def give(*args):
    return args


def give_keys(**kwargs):
    return kwargs


def one_of_the_given(user):
    log.info(give("x", user.email)[0])
    log.info(give("x", user.email)[1])  # expect: PUR101 identity.email


def object_in_args_is_changed(user):
    data = {}
    change_first(user.email, data)
    log.info(data)  # expect: PUR101 identity.email


def change_first(value, *args):
    args[0]["a"] = value


def object_in_kwargs_is_changed(user):
    data = {}
    change_named(user.email, target=data)
    log.info(data)  # expect: PUR101 identity.email


def change_named(value, **kwargs):
    kwargs["target"]["a"] = value


def keyword_after_a_position(user):
    forwarded("x", second=user.email)  # expect: PUR101 identity.email
    forwarded(user.email, second="x")


def keyword_forwarded_twice(user):
    wrapper("x", second=user.email)  # expect: PUR101 identity.email
    wrapper(user.email, second="x")


def given_dict_is_a_copy(user):
    data = {"b": 1}
    change(user, **data)
    log.info(data)


def change(user, **kwargs):
    kwargs["a"] = user.email


def rest_of_what_is_forwarded(*args):
    first_and_rest(*args)


def all_but_the_first(user):
    rest_of_what_is_forwarded(user.email, "x")
    rest_of_what_is_forwarded("x", user.email)  # expect: PUR101 identity.email
    first_and_rest(*[user.email, "x"])
    first_and_rest(*["x", user.email])  # expect: PUR101 identity.email


def with_one_before(*args, **kwargs):
    all_three("x", *args, **kwargs)


def all_three(first, second, third=""):
    log.info(third)


def one_more_before(user):
    with_one_before("y", user.email)  # expect: PUR101 identity.email
    with_one_before(user.email, "y")
    with_one_before("y", third=user.email)  # expect: PUR101 identity.email


def named_key_is_not_in_the_rest(user):
    others_only(**{"named": user.email, "other": "x"})
    others_only(**{"named": "x", "other": user.email})  # expect: PUR101 identity.email
    others_only(named=user.email, other="x")


def others_only(named="", **others):
    log.info(others)


def merged(user):
    by_key(**{"b": user.email}, a="x")
    by_key(**{"b": "x"}, a=user.email)  # expect: PUR101 identity.email


def changed_before_it_is_forwarded(**kwargs):
    kwargs["second"] = "hidden"
    target("x", **kwargs)


def overwritten_key(user):
    changed_before_it_is_forwarded(second=user.email)


def popped_before_it_is_forwarded(**kwargs):
    kwargs.pop("second", None)
    target("x", **kwargs)


def dropped_key(user):
    popped_before_it_is_forwarded(second=user.email)


def default_of_what_is_forwarded(**kwargs):
    target("x", second=kwargs.get("mail", ""))


def renamed_key(user):
    default_of_what_is_forwarded(mail=user.email)  # expect: PUR101 identity.email
    default_of_what_is_forwarded(second=user.email)


def taking_others(kind, email=None, **others):
    return {"kind": kind, "mail": email, "others": others}


def forwarding(*args, **kwargs):
    return taking_others(*args, **kwargs)


def forwarding_more(plan="", **kwargs):
    return forwarding("x", **kwargs)


def named_key_is_not_in_the_others(user):
    made = forwarding("x", email=user.email, plan=user.plan)
    log.info(made["others"])
    log.info(made["mail"])  # expect: PUR101 identity.email
    log.info(forwarding("x", contact=user.email)["others"])  # expect: PUR101 identity.email
    made = forwarding_more(plan=user.email, email=user.email, size=1)
    log.info(made["others"])
    log.info(made["kind"])
    log.info(made["mail"])  # expect: PUR101 identity.email


def fifth(e="", **rest):
    return rest


def fourth(d="", **rest):
    return fifth(**rest)


def third_of(c="", **rest):
    return fourth(**rest)


def second_of(b="", **rest):
    return third_of(**rest)


def first_of(a="", **rest):
    return second_of(**rest)


def through_a_chain(user):
    log.info(first_of(a=user.email, c=user.email, e=user.email, f="x"))
    log.info(first_of(a="x", f=user.email)["f"])  # expect: PUR101 identity.email
    log.info(first_of(f=user.email, g="x")["g"])
