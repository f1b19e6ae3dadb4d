"""Feature: places in lists and tuples, followed through methods, slices, unpacking, `zip`, `enumerate`, `reversed` and helpers.
How we carry it: a list whose every item is known changes as it does in Python; a slice of what was handed in is cut where it is known.
What is approximated: in a loop that is not over constants nobody counts how often something is added or taken out.
"""

import logging
from collections import deque

log = logging.getLogger(__name__)


def from_the_end(user):
    values = [user.email, "x", "y"]
    log.info(values[-1])
    log.info(values[-3])  # expect: PUR101 identity.email
    log.info(values[:-1])  # expect: PUR101 identity.email
    log.info(values[::-1][0])
    log.info(values[::-1][2])  # expect: PUR101 identity.email
    log.info(values[-2:])


def slices_written(user):
    values = [user.email, "x", "y"]
    values[0:1] = ["a", "b"]
    log.info(values)
    values[1:1] = [user.email]
    log.info(values[0])
    log.info(values[1])  # expect: PUR101 identity.email
    del values[1]
    log.info(values)


def methods(user):
    values = ["x"]
    values.append(user.email)
    values.append("y")
    log.info(values[0])
    log.info(values[1])  # expect: PUR101 identity.email
    log.info(values[2])
    values.insert(0, "z")
    log.info(values[1])
    log.info(values[2])  # expect: PUR101 identity.email
    values.extend(["a", user.email])
    log.info(values[-2])
    log.info(values.pop())  # expect: PUR101 identity.email
    log.info(values.pop())
    values.reverse()
    log.info(values[0])
    log.info(values[1])  # expect: PUR101 identity.email
    values.sort()
    log.info(values[0])  # expect: PUR101 identity.email


def added_in_a_loop(users):
    found = []
    plans = []
    for user in users:
        found.append(user.email)
        plans.append(user.plan)
    log.info(found[0])  # expect: PUR101 identity.email
    log.info(plans)


def taken_in_a_loop(user):
    values = [user.email]
    while values:
        log.info(values.pop())  # expect: PUR101 identity.email


def both_ends(user):
    queue = deque([user.email, "x"])
    log.info(queue.popleft())  # expect: PUR101 identity.email
    log.info(queue.popleft())
    queue.appendleft(user.email)
    queue.append("z")
    log.info(queue[-1])
    log.info(queue[0])  # expect: PUR101 identity.email


def unpacked(user):
    first, (second, *third), fourth = 1, (2, user.email, 3), 4
    log.info(first)
    log.info(second)
    log.info(third[0])  # expect: PUR101 identity.email
    log.info(third[1])
    log.info(fourth)
    *init, last = [user.email, 1, 2]
    log.info(last)
    log.info(init[0])  # expect: PUR101 identity.email
    log.info(init[1])


def put_together(user):
    whole = (1, 2) + (user.email,)
    log.info(whole[0])
    log.info(whole[2])  # expect: PUR101 identity.email
    whole += (5,)
    log.info(whole[3])
    log.info([*whole, 7][2])  # expect: PUR101 identity.email
    log.info([*whole, 7][4])


def side_by_side(user):
    pairs = list(zip(["x", "y"], [user.email, "z"]))
    log.info(pairs[0][0])
    log.info(pairs[0][1])  # expect: PUR101 identity.email
    log.info(pairs[1][1])
    log.info(list(enumerate(["x", user.email]))[0][1])
    log.info(list(reversed([user.email, "x"]))[0])
    log.info(list(reversed([user.email, "x"]))[1])  # expect: PUR101 identity.email
    first, second = zip(*[("x", user.email), ("y", user.email)])
    log.info(first)
    log.info(second)  # expect: PUR101 identity.email


def rest_of_args(*args):
    log.info(args[1:])


def rest_by_star(values):
    first, *rest = values
    log.info(rest)


def rest_by_slice(values):
    log.info(values[1:])


def last_of(values):
    log.info(values[-1])


def first_two(values):
    return values[:2]


def swapped(pair):
    first, second = pair
    return second, first


def by_helpers(user):
    rest_of_args(user.email, "x")
    rest_of_args("x", user.email)  # expect: PUR101 identity.email
    rest_by_star([user.email, "x"])
    rest_by_star(["x", user.email])  # expect: PUR101 identity.email
    rest_by_slice([user.email, "x"])
    rest_by_slice(["x", user.email])  # expect: PUR101 identity.email
    last_of([user.email, "x"])
    last_of(["x", user.email])  # expect: PUR101 identity.email
    log.info(first_two(["x", "y", user.email]))
    log.info(first_two(["x", user.email, "y"]))  # expect: PUR101 identity.email
    log.info(swapped(("x", user.email))[0])  # expect: PUR101 identity.email
    log.info(swapped(("x", user.email))[1])


def sets(user):
    values = {user.email, "x"}
    log.info(values - {"x"})  # expect: PUR101 identity.email
    log.info({"x"} - values)
    log.info({"x"} | values)  # expect: PUR101 identity.email
    log.info({"x"}.union(values))  # expect: PUR101 identity.email
    log.info(values.difference({"x"}))  # expect: PUR101 identity.email
    values.clear()
    log.info(values)
    values.update([user.email])
    log.info(values.pop())  # expect: PUR101 identity.email


def of_comprehensions(user):
    log.info([value for value in ["x", user.email]][0])
    log.info([value for value in ["x", user.email]][1])  # expect: PUR101 identity.email
    log.info({name: value for name, value in [("a", user.email), ("b", 1)]}["b"])
    log.info([value for row in [["x", user.email], ["y"]] for value in row][1])  # expect: PUR101 identity.email
    log.info([value for row in [["x", user.email], ["y"]] for value in row][2])
