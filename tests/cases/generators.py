"""Feature: generators: `yield`, `yield from`, `next`, `send`, and functions that take one.
How we carry it: a generator gives a list of what it yields, each at its place where every `yield` stands alone; it goes on with what it is sent or thrown; `next` and unpacking give in turn what it yields before its first loop or condition.
What is approximated: the body runs where the generator is made; from a loop or condition on `next` gives any of what it yields.
"""

import logging

log = logging.getLogger(__name__)


def some(value):
    yield "x"
    yield value


def delegating(value):
    yield from some(value)


def through_a_list(value):
    yield from [value]


def clean():
    yield "x"


def rows(users):
    for user in users:
        yield user.email


def loop(user):
    for value in some(user.email):
        log.info(value)  # expect: PUR101 identity.email
    for value in clean():
        log.info(value)


def delegated(user):
    for value in delegating(user.email):
        log.info(value)  # expect: PUR101 identity.email
    for value in through_a_list(user.email):
        log.info(value)  # expect: PUR101 identity.email


def by_next(user):
    log.info(next(some(user.email)))
    log.info(next(rows([user])))  # expect: PUR101 identity.email
    log.info(next(clean()))
    log.info(next(clean(), user.email))  # expect: PUR101 identity.email


def listed(users):
    log.info(list(rows(users)))  # expect: PUR101 identity.email
    log.info(", ".join(rows(users)))  # expect: PUR101 identity.email


def expression(users):
    mails = (user.email for user in users)
    log.info(next(mails))  # expect: PUR101 identity.email


def told_while_walking(users):
    for _ in telling(users):
        pass


def telling(users):
    for user in users:
        log.info(user.email)  # expect: PUR101 identity.email
        yield user.pk


def echo():
    received = yield
    while True:
        log.info(received)
        received = yield received


def sent(user):
    talk = echo()
    next(talk)
    talk.send(user.email)  # expect: PUR101 identity.email


def value_of_yield_from(user):
    value = yield from returning(user.email)
    log.info(value)  # expect: PUR101 identity.email


def returning(value):
    yield 1
    return value


def first_is_clean(user):
    first, second = some(user.email)
    log.info(first)


def counting(value):
    count = 0
    while True:
        count += 1
        yield count


def summing():
    total = ""
    while True:
        received = yield total
        total = total + received


def in_turn(value):
    yield "x"
    yield value
    yield "z"


def only_sometimes(value):
    if value:
        yield value
    yield "x"


def cleaning(value):
    try:
        yield "x"
    finally:
        log.info(value)


def catching():
    try:
        yield "x"
    except ValueError as error:
        log.info(error)


def two_steps(value):
    left = yield from returning("x")
    right = yield from returning(value)
    return left, right


def outer(value):
    left, right = yield from two_steps(value)
    log.info(left)
    log.info(right)


def forwarding():
    yield from echo()


def what_it_holds_but_does_not_yield(user):
    for count in counting(user.email):
        log.info(count)


def sent_and_given_back(user):
    talk = summing()
    next(talk)
    log.info(talk.send(user.email))  # expect: PUR101 identity.email
    other = summing()
    next(other)
    log.info(other.send("x"))


def sent_through(user):
    talk = forwarding()
    next(talk)
    talk.send(user.email)  # expect: PUR101 identity.email
    talk.send("x")


def each_in_turn(user):
    first, second, third = in_turn(user.email)
    log.info(first)
    log.info(second)  # expect: PUR101 identity.email
    log.info(third)


def not_in_turn(user):
    first, second = only_sometimes(user.email)
    log.info(first)  # expect: PUR101 identity.email


def at_its_end(user):
    list(cleaning(user.email))  # expect: PUR101 identity.email
    list(cleaning("x"))


def thrown(user):
    work = catching()
    next(work)
    work.throw(ValueError(user.email))  # expect: PUR101 identity.email


def values_of_several(user):
    list(outer(user.email))  # expect: PUR101 identity.email
    list(outer("x"))


def show(values):
    for value in values:
        log.info(value)


def handed_on(users):
    show(user.email for user in users)  # expect: PUR101 identity.email
    show(user.pk for user in users)


def with_a_head(users):
    yield "id;mail"
    yield "--;----"
    for user in users:
        yield f"{user.id};{user.email}"


def head_and_rest(users):
    head, line, *rest = with_a_head(users)
    log.info(head)
    log.info(line)
    log.info(rest)  # expect: PUR101 identity.email


def one_after_the_other(users):
    lines = with_a_head(users)
    log.info(next(lines))
    log.info(next(lines))
    log.info(next(lines))  # expect: PUR101 identity.email
    log.info(next(lines))  # expect: PUR101 identity.email


def behind_its_head(users):
    lines = with_a_head(users)
    next(lines)
    for line in lines:
        log.info(line)  # expect: PUR101 identity.email


def turn_by_turn(users):
    lines = with_a_head(users)
    while True:
        line = next(lines, None)
        log.info(line)  # expect: PUR101 identity.email


def perhaps_with_a_head(users, wanted):
    if wanted:
        yield "id;mail"
    for user in users:
        yield user.email


def perhaps_the_head(users):
    log.info(next(perhaps_with_a_head(users, wanted=False)))  # expect: PUR101 identity.email


def made_by_another(users):
    return with_a_head(users)


def head_of_another(users):
    log.info(next(made_by_another(users)))


def first_of(lines):
    log.info(next(lines))


def first_by_a_helper(user):
    first_of(rows([user]))  # expect: PUR101 identity.email


def asking():
    received = yield "ready"
    while True:
        received = yield received


def sent_in_between(user):
    talk = asking()
    log.info(next(talk))
    talk.send(user.email)
    log.info(next(talk))  # expect: PUR101 identity.email


def personal_first(user):
    yield user.email
    yield "x"


def first_is_personal(user):
    first, second = personal_first(user)
    log.info(first)  # expect: PUR101 identity.email
    log.info(second)
    lines = personal_first(user)
    log.info(next(lines))  # expect: PUR101 identity.email
    log.info(next(lines))
