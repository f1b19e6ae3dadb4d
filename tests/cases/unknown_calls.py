"""Feature: calls of libraries that nobody described.
How we carry it: what is handed to an unknown call by position may be in what it gives, and in what is read from that or asked of it, which is said with low confidence; what a function returns of it is said so to whoever calls that function; described calls are exact.
What is approximated: keyword arguments of an unknown call are taken to be options, and what it is handed is taken to be unchanged; what a second function returns of what the first one did is clean, and so are attributes of it and what either keeps in an object.
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


def returned(value):
    return strange.process(value)


def returned_once_more(value):
    return returned(value)


def through_a_helper(user):
    log.info(returned(user.email))  # expect: PUR101 identity.email
    log.info(returned("x"))
    log.info(returned(user.email).status)
    log.info(returned_once_more(user.email))


def own_result(request):
    return strange.process(request.user.email)


def of_its_own(request):
    log.info(own_result(request))  # expect: PUR101 identity.email


def kept_in_an_object(user, value):
    return {"plan": strange.process(user.email), "k": value}


def of_an_object(user):
    log.info(kept_in_an_object(user, "x")["plan"])


def runs(function, value):
    return function(value)


def length(value):
    return len(value)


def known_to_the_caller(user):
    log.info(runs(length, user.email))
    log.info(runs(strange.process, user.email))  # expect: PUR101 identity.email


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


def key_of_a_result(user):
    record = strange.record_for(user.email)
    log.info(record.id)
    log.info(record.title)  # expect: PUR101 identity.email


def token_of_a_result(request):
    token = request.POST["access_token"]
    log.info(strange.decoded(token))
    log.info(token)  # expect: PUR101 credential.token
