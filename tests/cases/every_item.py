"""Feature: a loop that changes every item of a list: `for row in rows: row["mail"] = "hidden"`.
How we carry it: where the loop took no turn there was no item, so that after it each is as a turn leaves it.
What is approximated: items that a variable or another container holds too may be as they were; so may those of a part of a list.
"""

import logging

log = logging.getLogger(__name__)


def overwritten(users):
    rows = [{"mail": user.email, "plan": user.plan} for user in users]
    log.info(rows)  # expect: PUR101 identity.email
    for row in rows:
        row["mail"] = "hidden"
    log.info(rows)


def dropped(users):
    rows = [{"mail": user.email, "phone": user.phone_number} for user in users]
    for row in rows:
        row.pop("mail", None)
    log.info(rows)  # expect: PUR101 identity.phone


def put_back_shorter(users):
    rows = [{"mail": user.email} for user in users]
    for row in rows:
        row["mail"] = len(row["mail"])
    log.info(rows)


def in_a_helper(users):
    rows = [{"mail": user.email} for user in users]
    hide(rows)
    log.info(rows)


def hide(rows):
    for row in rows:
        row["mail"] = "hidden"


def only_some_by_a_test(users):
    rows = [{"mail": user.email, "active": user.active} for user in users]
    for row in rows:
        if row["active"]:
            row["mail"] = "hidden"
    log.info(rows)  # expect: PUR101 identity.email


def only_some_by_leaving(users):
    rows = [{"mail": user.email, "active": user.active} for user in users]
    for row in rows:
        if row["active"]:
            break
        row["mail"] = "hidden"
    log.info(rows)  # expect: PUR101 identity.email


def only_some_by_going_on(users):
    rows = [{"mail": user.email, "active": user.active} for user in users]
    for row in rows:
        if row["active"]:
            continue
        row["mail"] = "hidden"
    log.info(rows)  # expect: PUR101 identity.email


def only_the_first(users):
    rows = [{"mail": user.email} for user in users]
    for row in rows[:3]:
        row["mail"] = "hidden"
    log.info(rows)  # expect: PUR101 identity.email


def only_those_chosen(users):
    rows = [{"mail": user.email, "active": user.active} for user in users]
    chosen = [row for row in rows if row["active"]]
    for row in chosen:
        row["mail"] = "hidden"
    log.info(rows)  # expect: PUR101 identity.email


def perhaps_in_no_list(user, wanted):
    row = {"mail": user.email}
    rows = []
    if wanted:
        rows.append(row)
    for each in rows:
        each["mail"] = "hidden"
    log.info(row)  # expect: PUR101 identity.email
