"""Feature: calls of libraries that nobody described.
How we carry it: what is handed to an unknown call by position may be in what it gives, and in what is read from that or asked of it, which is said with low confidence; described calls are exact.
What is approximated: keyword arguments of an unknown call are taken to be options, and what it is handed is taken to be unchanged; what the function around it returns of it is clean.
"""

import collections
import copy
import json
import logging
import os
import re
import strange

log = logging.getLogger(__name__)


def result(user):
    log.info(strange.process(user.email))  # expect: PUR101 identity.email
    log.info(strange.process("x"))


def result_of_a_method(user):
    log.info(strange.Tool().process(user.email))  # expect: PUR101 identity.email


def method_of_a_value(user):
    log.info(user.email.strange_method())  # expect: PUR101 identity.email


def by_keyword(user):
    log.info(strange.process("x", option=user.email))


def described(user):
    log.info(json.loads(json.dumps([user.email])))  # expect: PUR101 identity.email
    log.info(re.sub("x", "y", user.email))  # expect: PUR101 identity.email
    log.info(os.path.join("x", user.email))  # expect: PUR101 identity.email
    log.info(copy.deepcopy([user.email]))  # expect: PUR101 identity.email
    log.info(os.path.exists(user.email))


def answer_of_a_service(user):
    answer = strange.lookup(user.pk)
    log.info(answer.status)


def unknown_receiver(user, tool):
    log.info(tool.process(user.email))  # expect: PUR101 identity.email
    log.info(tool.process(user.pk))


def collections_of_python(user):
    values = collections.deque()
    values.append(user.email)
    log.info(values)  # expect: PUR101 identity.email


def default_of_a_dict(user):
    counted = collections.defaultdict(list)
    counted["a"].append(user.email)
    log.info(counted)  # expect: PUR101 identity.email


def attribute_of_a_result(user):
    log.info(strange.process(user.email).text)  # expect: PUR101 identity.email


def made_by_the_unknown(user):
    tool = strange.Tool(user.email)
    log.info(tool.answer())  # expect: PUR101 identity.email


def put_into_the_unknown(user):
    tool = strange.Tool()
    tool.add(user.email)
    log.info(tool.answer())  # expect: PUR101 identity.email


def another_tool(user):
    tool, other = strange.Tool(), strange.Tool()
    tool.add(user.email)
    tool.add(user.pk)
    log.info(other.answer())


def answer_before_it_was_put_in(user):
    tool = strange.Tool()
    log.info(tool.answer())
    tool.add(user.email)


def attribute_of_a_clean_result(user):
    log.info(strange.process(user.pk).text)
    log.info(strange.Tool("x").answer().text)



class Registry(strange.Registry):
    def find(self, name):
        for each in super().everything():
            if each.name == name:
                return each
        raise KeyError(name)


def asked_of_a_result_by_key(name):
    email = Registry().find(name).get(name)
    log.info(email)  # expect: PUR101 identity.email


def asked_of_a_result_by_keyword(name):
    email = Registry().find(name).get(of=name)
    log.info(email)  # expect: PUR101 identity.email
    plan = Registry().find(name).get(of=name)
    log.info(plan)
