"""Programs that are too much for one bound of the analysis each, and the function that is named then."""

from __future__ import annotations

from collections.abc import Iterable


def in_function(body: Iterable[str], head: str = "") -> str:
    """A function of these lines, after what stands before it."""
    return f"{head}def show(user, a, b):\n" + "".join(f"    {line}\n" for line in body)


def _calls_in_a_row(count: int) -> str:
    steps = "".join(f"def step_{n}(value):\n    return step_{n + 1}(value)\n" for n in range(count))
    return f"{steps}def step_{count}(value):\n    print(value)\n"


def _moves(count: int) -> str:
    tables = "".join(f"T{n} = {{}}\n" for n in range(count + 1))
    moves = "".join(f"def move_{n}():\n    T{n + 1}['k'] = T{n}['k']\n" for n in reversed(range(count)))
    return f"{tables}{moves}def begin(user):\n    T0['k'] = user.email\n"


def _either(bodies: Iterable[str]) -> list[str]:
    return [line for n, body in enumerate(bodies) for line in (f"if a.test_{n}:", f"    {body}")]


def _classes(count: int, method: str) -> str:
    below = "".join(f"class Kind{n}(Base):\n    {method}:\n        print(value)\n" for n in range(count))
    return f"class Base:\n    {method}:\n        pass\n{below}"


def _records(depth: int) -> str:
    inner = "".join(
        f"@dataclasses.dataclass\nclass Record{n}:\n    inner: {f'Record{n - 1}' if n else 'str'}\n"
        for n in range(depth)
    )
    return (
        f"import dataclasses\n{inner}"
        f"def show(record: Record{depth - 1}):\n    print(dataclasses.asdict(record))\n"
    )


def _handing_over(depth: int, calls: int) -> str:
    """Functions that call each other through what they are handed, each time with something new."""
    steps = "".join(
        f"def step_{n}(call, seen):\n" + f"    call(step_{n + 1}, call, [seen])\n" * calls
        for n in range(depth)
    )
    last = f"def step_{depth}(call, seen):\n    pass\n"
    return f"{steps}{last}def begin():\n    step_0(lambda f, call, seen: f(call, seen), [])\n"


def _wheel(count: int) -> str:
    return "".join(
        f"def step_{n}(value):\n    if value:\n        return step_{(n + 1) % count}({{'k{n}': value}})\n"
        f"    return [value, step_{(n * 7 + 3) % count}(value)]\n"
        for n in range(count)
    )


def _proxies(depth: int) -> str:
    classes = "".join(
        f"class Proxy{n}:\n    def __init__(self, held):\n        self.held = held\n"
        f"    def __getattr__(self, name):\n        return getattr(self.held, name)\n"
        for n in range(depth)
    )
    made = "".join(f"Proxy{n}(" for n in range(depth)) + "user" + ")" * depth
    return f"{classes}def show(user):\n    print({made}.email)\n"


_PART = (
    "class Part:\n    def __init__(self, user):\n        self.user = user\n"
    "    def __str__(self):\n        return self.user.email\n"
)


def _shown_parts(count: int) -> str:
    """A text of many parts that each have a text of their own."""
    names = [f"part_{n}" for n in range(count)]
    kept = "".join(f"        self.{name} = {name}\n" for name in names)
    shown = "".join(f"{{self.{name}}}" for name in names)
    made = ", ".join("Part(user)" for _ in names)
    return (
        f"{_PART}class Whole:\n    def __init__(self, {', '.join(names)}):\n{kept}"
        f"    def __str__(self):\n        return f'{shown}'\n"
        f"def show(user):\n    print(Whole({made}))\n"
    )


def _fits(count: int) -> str:
    classes = "".join(
        f"class Sender{n}:\n    def send(self, value):\n        print(value)\n" for n in range(count)
    )
    return (
        "import typing\nclass Sender(typing.Protocol):\n    def send(self, value): ...\n"
        f"{classes}def show(user, sender: Sender):\n    sender.send(user.email)\n"
    )


def _dumped(count: int, depth: int) -> str:
    """Records in lists of lists, written as JSON with a function of the project."""
    classes = "".join(f"class Record{n}:\n    pass\n" for n in range(count))
    made = "[" * depth + "[" + ", ".join(f"Record{n}()" for n in range(count)) + "]" + "]" * depth
    return (
        f"import json\n{classes}def as_plain(one):\n    return one.held\n"
        f"def show():\n    print(json.dumps({made}, default=as_plain))\n"
    )


def _serializer(count: int) -> str:
    fields = "".join(f"    held_{n} = serializers.CharField()\n" for n in range(count))
    return (
        f"from rest_framework import serializers\nclass Given(serializers.Serializer):\n{fields}"
        "    email = serializers.EmailField()\n"
        "def show(request):\n    given = Given(data=request.data)\n    print(given.validated_data)\n"
    )


def _heard(count: int) -> str:
    ears = "".join(f"@receiver(joined)\ndef hear_{n}(sender, **named):\n    pass\n" for n in range(count))
    return (
        "from django.dispatch import Signal, receiver\njoined = Signal()\n"
        f"{ears}def show(user):\n    joined.send(sender=None, email=user.email)\n"
    )


def _registered(count: int) -> str:
    classes = "".join(
        f"class Kind{n}:\n    pass\n@tell.register\ndef tell_{n}(value: Kind{n}):\n    pass\n"
        for n in range(count)
    )
    return (
        "import functools\n@functools.singledispatch\ndef tell(value):\n    pass\n"
        f"{classes}def show(user):\n    tell(user.held)\n"
    )


def _linked(count: int) -> str:
    nodes = "".join(f"    node_{n}.next = node_{n + 1} = Node(user.email)\n" for n in range(count))
    return (
        "class Node:\n    def __init__(self, value):\n        self.value = value\n        self.next = None\n"
        "    def values(self):\n        return [self.value, *(self.next.values() if self.next else [])]\n"
        f"def show(user):\n    node_0 = Node('x')\n{nodes}    print(node_0.values())\n"
    )


def _computed_column(depth: int) -> str:
    column = "Upper(" * depth + "'email'" + ")" * depth
    return (
        "from django.db import models\nfrom django.db.models.functions import Upper\n"
        "class Customer(models.Model):\n    email = models.EmailField()\n"
        f"def show():\n    for one in Customer.objects.annotate(loud={column}):\n        print(one.loud)\n"
    )


KEPT_DEEP = """
TABLE = {}
def fill():
    TABLE['k'] = {'k': {'k': {}}}
def fill_more(user):
    TABLE['k']['k']['k']['k'] = {'k': user.email}
def show():
    print(TABLE['k']['k']['k']['k']['k'])
"""
_NINE = ", ".join(f"user.field_{n}" for n in range(9))
_THIRTEEN = [f"def call_{n}(value):\n    print(value)\n" for n in range(13)]

_MANY_CLASSES = [f"class Kept{n}(Kept):\n    pass\n" for n in range(202)]

TOLD: dict[str, tuple[str, str]] = {
    "apply._MOST_HANDED": (_calls_in_a_row(25), "app.step_5"),
    "apply._MOST_LEAKS": (
        in_function(
            [f"tell(a.held_{n}, a.other_{n})" for n in range(50)],
            "def tell(one, two):\n    print(one)\n    print(two)\n",
        ),
        "app.show",
    ),
    "arguments._MOST_FORWARDED": (
        f"def tell(first, *others):\n    print(others)\ndef show(user):\n    tell(1, {_NINE})\n",
        "app.show",
    ),
    "blocks._MOST_TURNS": (
        in_function(
            ["a0 = a1 = a2 = a3 = a4 = a5 = a6 = a7 = ''", "for one in a:"]
            + [f"    a{n} = a{n + 1}" for n in range(7)]
            + ["    a7 = user.email"]
        ),
        "app.show",
    ),
    "calls._MOST_TARGETS": (
        in_function(
            [*_either(f"call = call_{n}" for n in range(13)), "call(user.email)"], "".join(_THIRTEEN)
        ),
        "app.show",
    ),
    "channels._MOST_LISTENERS": (_heard(15), "app.show"),
    "columns._DEEPEST": (_computed_column(9), "app.show"),
    "conversion._MOST_OBJECTS": (_dumped(12, 0), "app.show"),
    "copies._MOST_COPIED": (
        in_function(
            ["a = [" + ", ".join(["{'k': user.email}"] * 30) + "]", "print(copy.deepcopy(a))"],
            "import copy\n",
        ),
        "app.show",
    ),
    "declared_dicts._MOST_FIELDS": (_serializer(50), "app.show"),
    "deferral._DEEPEST_DEFERRAL": (_handing_over(14, 1), "app.begin"),
    "deferral._MOST_DEFERRALS": (_handing_over(6, 6), "app.begin"),
    "deferral._MOST_DEFERRED": (
        in_function(f"a.method_{n}(user)" for n in range(20))
        + "class Answering:\n"
        + "".join(f"    def method_{n}(self, user): ...\n" for n in range(20)),
        "app.show",
    ),
    "freeze._MOST_LEAKS": (in_function(f"print(a.held_{n})" for n in range(70)), "app.show"),
    "freeze._MOST_MUTATIONS": (in_function(f"a.held_{n} = user.email" for n in range(70)), "app.show"),
    "fixpoint._STOP_AFTER": (_wheel(25), "app.step_0"),
    "fixpoint._MOST_ROUNDS": (_moves(12), "app.move_6"),
    "generic_functions._MOST_CHOSEN": (_registered(9), "app.show"),
    "deferral._MOST_IMPLICIT": (_shown_parts(70), "app.show"),
    "deferral._MOST_IMPLICIT_IN_ALL": (
        _PART + in_function(["part = Part(user)", *["print(part)"] * 300]),
        "app.show",
    ),
    "deferral._DEEPEST_IMPLICIT": (_proxies(8), "app.show"),
    "protocols._MOST_OVERRIDES": (
        _classes(9, "def __add__(self, value)") + "def show(user, one: Base):\n    one + user.email\n",
        "app.Base.__add__",
    ),
    "providers._MOST": (_fits(12), "app.Sender"),
    "receivers._MOST_CLASSES": (
        "class Kept:\n    all = {}\n    def __init_subclass__(cls):\n        Kept.all[cls.key] = cls\n"
        + "".join(_MANY_CLASSES),
        "app.Kept.__init_subclass__",
    ),
    "record_writes._DEEPEST": (
        in_function(
            ["Note.update([[[[[{'k': user.email}]]]]])"],
            "from peewee import Model\nclass Note(Model):\n    k = 1\n",
        ),
        "app.show",
    ),
    "recursive_data._MOST_REACHED": (_linked(60), "app.show"),
    "remaking._DEEPEST": (_records(6), "app.show"),
    "showing._DEEPEST_RECORD": (_dumped(1, 7), "app.show"),
    "showing._MOST_OBJECTS": (_dumped(12, 0), "app.show"),
    "showing._DEEPEST": (in_function(["print(" + "[" * 12 + "user.email" + "]" * 12 + ")"]), "app.show"),
    "showing.SYMBOLS": (in_function(f"print(a.field_{n}.held)" for n in range(200)), "app.show"),
    "summary.DEEPEST_OBJECT": (
        in_function(["return " + "{'k': " * 7 + "user.email" + "}" * 7]),
        "app.show",
    ),
    "trying._MOST_FINALS": (
        in_function(
            line
            for n in range(5)
            for line in ("    " * n + "try:", "    " * n + "    pass", "    " * n + "finally:")
        )
        + "    " * 6
        + "print(user.email)\n",
        "app.show",
    ),
    "trying._MOST_HANDLED": (
        "".join(f"class Error{n}(Exception):\n    pass\n" for n in range(50))
        + in_function(
            [
                "try:",
                "    pass",
                "except (" + ", ".join(f"Error{n}" for n in range(50)) + ") as error:",
                "    print(error)",
            ]
        ),
        "app.show",
    ),
    "values.MAX_ATTRIBUTES": (
        in_function(
            ["one = Box()", *(f"one.held_{n} = user.email" for n in range(150))], "class Box:\n    pass\n"
        ),
        "app.show",
    ),
    "values.MAX_CODE": (
        in_function(["call = TABLE[a]", "call(user.email)"], "".join(_THIRTEEN))
        + "TABLE = {"
        + ", ".join(f"'k{n}': call_{n}" for n in range(13))
        + "}\n",
        "app.show",
    ),
    "signatures._DEEPEST": (
        in_function(
            ["work = tell.s()", *["work = chain(work, tell.s())"] * 6, "(tell.s(user.email) | work)()"],
            "from celery import chain, shared_task\n@shared_task\ndef tell(value):\n    return value\n",
        ),
        "app.show",
    ),
    "values.MAX_FIELDS": (
        in_function(["one = {}", *(f"one['k{n}'] = user.email" for n in range(60))]),
        "app.show",
    ),
    "values.MAX_REFS": (
        in_function(
            [*_either(f"one = Kind{n}()" for n in range(9)), "two = one"],
            "".join(f"class Kind{n}:\n    pass\n" for n in range(9)),
        ),
        "app.show",
    ),
    "values.MOST_JOINED": (
        in_function(
            [*_either(f"one = Kind{n}()" for n in range(50)), "print(one)"],
            "".join(f"class Kind{n}:\n    pass\n" for n in range(50)),
        ),
        "app.show",
    ),
    "view.MOST_OVERRIDES": (
        _classes(9, "def go(self, value)") + "def show(user, one: Base):\n    one.go(user.email)\n",
        "app.Base.go",
    ),
}
"""Bounds with a program that hits each, and the function that must be named then."""
