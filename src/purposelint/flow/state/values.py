"""Abstract values: what an expression may hold, as masks of labels and references to objects.

A mask is one Python int. The low `SYMBOLS` bits stand for what a function's caller handed in
(symbolic paths, private to one function's analysis); the bits above are sources, one table for the
whole program (`labels`). `exact` is data known to be in the value; `vague` is data that may be
somewhere inside, after a call that nobody described.
"""

from __future__ import annotations

from typing import TypeAlias

import msgspec

from purposelint.flow.state import texts

SYMBOLS = 128
SYMBOL_MASK = (1 << SYMBOLS) - 1

MORE = texts.OPEN
"""Ends a text of which only the beginning is known."""

ANY = "*"
"""The field that stands for every key or index that is not known."""

ANY_ATTRIBUTE = ".*"
"""The field that stands for every attribute whose name is not known; reading it gives all of them."""

SPREAD = ".**"
"""The field of an object into whose attributes mappings were spread, of which no key is known: these."""

REVEALED = ".()"
"""The field of a value that prints concealed: what it conceals."""

AS_DICT = ".__dict__"
"""The field of an object that is the dict of its attributes."""
EACH = "each"
"""The field that stands for what iterating gives: any item of a sequence, any key of a mapping."""

KEYS = "keys"
"""The field that holds the data in a mapping's keys, where these are no constants."""

COPY = ":"
"""Begins the step of a path that is a copy of a container: of which kind, and which copy."""

SLICE = "::"
"""Begins the step of a path that is a slice of a text or a sequence; its bounds follow."""

WITHOUT = "-"
"""Begins the step of a path that is a mapping without some keys; these follow, with `BETWEEN` between."""

BETWEEN = "\x00"

REACHED = ".."
"""The step of a path to everything of the same class below what stands before it, however deep."""

CLEARED = "cleared"
"""Marks what a caller handed in as emptied: nothing of what was there when the function began is left."""

KEY_OF = "$"

OPEN_KEY = "*["
"""Begins the field that stands for every key which begins with a text; that follows."""

Field: TypeAlias = str | int
"""`.name` an attribute, `[key` a constant text key, `*[text` any key that begins so, an int a constant index,
`*` any other; `each`, `keys` and `cleared` are described with their names.

In a path, `$n` is the item whose key is parameter n, `$n[]` those whose keys its items are, `$n{}` whose
keys its keys are: the caller knows which. `.$n` is the attribute of that name, likewise; `.$n.name` the one
whose name that attribute of it holds.
"""

Path: TypeAlias = tuple[Field, ...]
"""A port, then fields.

A port is a parameter's index, `^name` for a captured variable, `@name` for a class or module, `#n` for
an object that outlives calls, `!n` for a deferred call's result, or `?n` for what it raised.
"""

SENT = "~sent"
"""Port of what a generator is sent."""

THROWN = "~thrown"
"""Port of the exception that a generator is handed where it stands."""

BEGUN = ".begun"
"""Field in which a generator or context manager keeps how it was begun; for its maker alone."""

MANAGER = "contextlib.AbstractContextManager"
"""Type of what a generator function gives that is made a context manager."""

SEQUENCES = frozenset({"list", "tuple", "set"})
"""Types whose items are counted. A set's members are too: what matters is that all of them are known."""

CONTAINERS = frozenset({"dict", *SEQUENCES})
"""Types of objects that show their contents when printed."""

PLANTED = -1
"""Ends the site of an object that a module or class body made, as other functions see it."""

FUNCTION = "function "
"""Begins the type of an object that is a function of the project with what it keeps; its symbol follows."""

PARTIAL = "partial "
"""Begins the type of an object that is a callable with some arguments bound; its entry's id follows."""

CAPTURED = ".^"
"""Begins the field of a function object that keeps a captured variable; its name follows."""

DEFAULT = ".="
"""Begins the field of a function object that keeps a default; the parameter's index follows."""

MAX_REFS = 6
MAX_CODE = 12
"""Functions, classes and methods that a value may be."""

MOST_JOINED = 48
MAX_FIELDS = 40
MAX_ATTRIBUTES = 120
MAX_PATH = 4


class Ref(msgspec.Struct, frozen=True, gc=False, cache_hash=True):
    """Base of what a value can refer to."""


class Obj(Ref, frozen=True, gc=False, cache_hash=True):
    """An object by the place that made it; `type`: dict, list, tuple, set or a class."""

    site: tuple[int, ...]
    type: str


class SharedObj(Obj, frozen=True, gc=False, cache_hash=True):
    """An object that outlives calls, kept by a module, a class or a framework: one for the program."""


class Before(Ref, frozen=True, gc=False, cache_hash=True):
    """What a shared thing held when the function began, on a way that has not looked at it."""


class Sym(Ref, frozen=True, gc=False, cache_hash=True):
    """What was at a path of the caller's data when the function began; `type` is '' if unknown."""

    path: Path
    type: str


class Instance(Ref, frozen=True, gc=False, cache_hash=True):
    """A value of which only its class is known, by canonical name; '' where not even that.

    `site` is the call that gave it, so that what is put into it can be remembered; () if unknown.
    """

    type: str
    site: tuple[int, ...] = ()


Thing: TypeAlias = Obj | Sym | Instance
"""What may have fields."""

THINGS = (Sym, Instance, Obj)
"""The same, to ask for: the usual ones first."""


class Static(Ref, frozen=True, gc=False, cache_hash=True):
    """A function, class or module by canonical name, of the project or outside."""

    name: str


_HOLDING = (Sym, Obj, Static)


class Bound(Ref, frozen=True, gc=False, cache_hash=True):
    """A method of the project with its receiver."""

    function: str
    receiver: Value


class Super(Ref, frozen=True, gc=False, cache_hash=True):
    """`super()` inside a method of class `owner`."""

    owner: str
    receiver: Value


class AttributeDict(Ref, frozen=True, gc=False, cache_hash=True):
    """`vars(o)`, `o.__dict__`: the attributes of an object by key, for reading and for writing."""

    owner: Ref


class Value(msgspec.Struct, frozen=True, gc=False, cache_hash=True):
    """An abstract value; a constant has no refs and no labels. `text` is its text as far as known."""

    exact: int = 0
    vague: int = 0
    refs: tuple[Ref, ...] = ()
    text: str = ""


NOTHING = Value()
"""Nothing is known to be there; compared by identity."""

CONSTANT = Value()
"""A value that the code itself states, without data; equal to nothing, but it was written."""

UNKNOWN = Value(0, 0, (Instance(""),))

BEFORE = Value(0, 0, (Before(),))


class Record(Ref, frozen=True, gc=False, cache_hash=True):
    """A class made by a call, of tuples whose items have names."""

    fields: tuple[str, ...]


class Begun(Ref, frozen=True, gc=False, cache_hash=True):
    """A generator function with the arguments that it was called with, so that it can go on."""

    function: str
    arguments: tuple[tuple[str | None, int, Value], ...]


class Template(Ref, frozen=True, gc=False, cache_hash=True):
    """One of several constant texts with replacement fields that a value may be."""

    text: str


class Queued(Ref, frozen=True, gc=False, cache_hash=True):
    """A function of the project that a worker calls, by the name of the attribute that has it called."""

    function: str
    name: str


def holds(ref: Ref) -> bool:
    """Whether fields of a ref can be written and read again."""
    if type(ref) is AttributeDict:
        ref = ref.owner
    if type(ref) is Instance:
        return bool(ref.site)
    return isinstance(ref, _HOLDING)


def attribute_dicts(value: Value) -> Value:
    """The dicts of the attributes of everything that a value may be an instance of."""
    refs = (AttributeDict(ref) for ref in value.refs if isinstance(ref, THINGS))
    return Value(0, 0, tuple(refs))


def outlives(ref: Ref) -> bool:
    """Whether what is written into a ref is there for other calls too."""
    return type(ref) is Static or type(ref) is SharedObj


def of(ref: Ref) -> Value:
    """The value that refers to one thing and carries no label."""
    return Value(0, 0, (ref,))


def labelled(exact: int, vague: int = 0) -> Value:
    """Data without an identity of its own: text made of labelled parts."""
    return Value(exact, vague) if exact or vague else NOTHING


def join(left: Value, right: Value) -> Value:
    """What a variable holds after either of two ways."""
    if left is right or left == right:
        return left
    refs = left.refs
    for ref in right.refs:
        if ref not in refs:
            refs = (*refs, ref)
    text = left.text
    if text != right.text:
        if left is NOTHING or right is NOTHING:
            text = left.text or right.text
        else:
            plain = not (refs or left.exact or left.vague or right.exact or right.vague)
            refs = _either_template(refs, left.text, right.text)
            if not (left.text and right.text):
                text = _begun_text(left, right)
            else:
                either = texts.either if plain and not refs else texts.begin
                text = either(left.text, right.text)
    return Value(left.exact | right.exact, left.vague | right.vague, refs[:MOST_JOINED], text)


def _begun_text(left: Value, right: Value) -> str:
    """How a text begins that may be `None` as well: what is no data and no text, the code itself states."""
    other, begun = (left, right.text) if right.text else (right, left.text)
    stated = not (other.refs or other.exact or other.vague)
    return begun if stated and len(begun) > 1 and begun.find(MORE) == len(begun) - 1 else ""


def _either_template(refs: tuple[Ref, ...], *texts: str) -> tuple[Ref, ...]:
    """Texts that are kept though they differ: what a template shows is known by each of its fields."""
    for text in texts:
        if "{" in text and MORE not in text and Template(text) not in refs:
            refs = (*refs, Template(text))
    return refs


def bits(mask: int) -> list[int]:
    """Indices of the set bits, ascending."""
    found = []
    while mask:
        low = mask & -mask
        found.append(low.bit_length() - 1)
        mask ^= low
    return found
