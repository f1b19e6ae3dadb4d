"""What is known of frameworks beyond single calls: functions and services that they reach.

These structs are part of the schema of `rules/libraries`, as those of domain.library are.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from purposelint.domain.catalog import Rule


class Handler(Rule, frozen=True, kw_only=True):
    """A function that a framework calls: what it hands in, and what calls it by another name.

    A function with one of the decorators (canonical names, or `*.name`) is one, and one that a call of
    `register` names by its parameter `function`: alone, or in a dict by class of exception. `parameters` is
    the order of the positional parameters of both. `setting` names a dict of a module and its key
    (`REST_FRAMEWORK.EXCEPTION_HANDLER`) under which the function's dotted name stands. `known_as` are names
    that only such functions bear: one at the top of a module that imports the library. A function with all
    the parameters of `beside` (`**` is one that collects keywords) is one, wherever it stands. `parameter`,
    or the one at the position `position`, is an instance of the class that the argument `class_argument`
    names, if all of `when` are the constants listed there, or of the class `type`. `plain` are attributes
    of the function that call it with the same arguments (`delay`), `packed` those that take them as
    `args` and `kwargs` (`apply_async`). `bind` is the decorator's keyword that, if it is true, hands
    the decorated task itself in before the other arguments, `named` the one that gives it the name by
    which a callback may call it. A call by one of its other names with fewer arguments than the function
    must have fills the last ones: whoever makes it puts its own before them. `caught` is the position of the
    parameter that gets exceptions of the classes which the first argument names, of those that leave
    functions nobody calls; from a `setting` it gets all of these. Of those that some handler was told the
    nearest one gets an exception; the classes in `handles` the framework takes itself, before handlers of
    classes above them. An `apart` function runs where no handler gets what it raises: a command, a job; so
    does one that is started by `plain` or `packed`, or `kept`. `alternatives` are attributes of
    the function that, as decorators, name others to be called in its place where the first argument is of
    the class they state, in brackets or as annotation. Of `plain` and `packed`, `signs` do not start the
    function: they give it with these arguments as something of the type `signature`, for a workflow, by
    those of `alone` one that takes nothing from what runs before it. `mapped` are attributes that call it
    with each item of their first argument, `spread` with the items of each. What the keyword `follows`
    holds gets its result. `asked` are methods by which what the other names give hands the result out; it
    is of the type `promise`. Where there are none, it is the result itself. `kept` is the id of a sink
    without a call: a queue that keeps what the function is handed by `plain` and `packed`, but for those
    of `at_once`, and by its own name where it is `called` by that too.
    """

    id: str
    decorator: tuple[str, ...] = ()
    register: tuple[str, ...] = ()
    receivers: tuple[str, ...] = ()
    parameters: tuple[str, ...] = ()
    function: str = ""
    setting: str = ""
    known_as: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    parameter: str = ""
    position: int = -1
    class_argument: str = ""
    when: Mapping[str, tuple[str, ...]] = {}
    type: str = ""
    bind: str = ""
    named: str = ""
    plain: tuple[str, ...] = ()
    packed: tuple[str, ...] = ()
    caught: int = -1
    handles: tuple[str, ...] = ()
    apart: bool = False
    alternatives: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    mapped: tuple[str, ...] = ()
    spread: tuple[str, ...] = ()
    signature: str = ""
    follows: str = ""
    promise: str = ""
    asked: tuple[str, ...] = ()
    kept: str = ""
    at_once: tuple[str, ...] = ()
    called: bool = False
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()


class Hook(Rule, frozen=True, kw_only=True):
    """A method that a framework calls on the project's own classes: what it hands in.

    `base`: canonical names of classes above such a class (any class where there are none); `method`:
    names of the method, in which `*` stands for the name of a declared field. The parameter at the position
    `parameter` (the receiver is 0) is of the type `type`, or an instance of the class that one of the class
    attributes `model` names, or what the receiver's `attribute` is, of which it is the field that `*` stands
    for. `caught` is the position of a parameter that gets every exception which leaves functions that
    nobody calls; an `apart` method runs where no handler gets what it raises. With a
    `decorator` (canonical names) in place of `method` the parameter is the declared field of the class that
    the decorator's texts name, any of several, `*` all of them. With an `annotation` (canonical names) it is
    a function's parameter: any field whose `Annotated[...]` calls one of these with the function. With a
    `result` it is what the class's own method of that name gives. `keywords` is the type of what the
    method's `**name` collects, of which an entry says where its keys come from.
    """

    id: str
    base: tuple[str, ...] = ()
    method: tuple[str, ...] = ()
    decorator: tuple[str, ...] = ()
    annotation: tuple[str, ...] = ()
    result: str = ""
    keywords: str = ""
    type: str = ""
    parameter: int = 1
    model: tuple[str, ...] = ()
    attribute: str = ""
    caught: int = -1
    apart: bool = False
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()


class Channel(Rule, frozen=True, kw_only=True):
    """An object that functions are told to and that calls them all: a signal.

    A function hears it by a `register` call on it (or decorator made of one), where `function` is the
    parameter that names the function, or by a `decorator` whose first argument is the object, or several.
    `send` calls the functions with what is `given`, written as in a callback. `parameters` is the order of
    the positional parameters of all.
    """

    id: str
    register: tuple[str, ...] = ()
    decorator: tuple[str, ...] = ()
    send: tuple[str, ...]
    parameters: tuple[str, ...] = ()
    function: str = ""
    given: tuple[str, ...] = ("*args", "**kwargs")
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()


class Callback(Rule, frozen=True, kw_only=True):
    """A call that calls a function it is handed, now or later.

    `call` as in a sink; `parameters` is the order of its positional parameters, `function` the one to
    be called: by its value, or by a text that is its dotted name or its handler's `named`; `self.name` is
    the method of that name of the object that the call is made on, of a class of the project. `given` is
    what it gets, written as in a call: `value`, `*args`, `**kwargs`, and `items[]` for each item of a
    collection; `self` is the receiver. `gives` says what the call itself gives: the `result` of the
    function, the list of its `results` for the items, the `groups` of items that have the same result, each
    a pair of both, what is left of a `fold` (the first of what is given stands for what the function gave
    before, the one before the last, if it is there, for what it begins with), a `promise` that hands out
    the result by the methods `asked`, or the function `bound` to these arguments, as `partial` does,
    without calling it, `method` if it gets the object it is called on as well. Where that is empty it gives
    what any call of its name does. What a function raises that runs `apart`, later or elsewhere, never comes
    back to the call.
    """

    id: str
    call: tuple[str, ...]
    receivers: tuple[str, ...] = ()
    function: str = "function"
    parameters: tuple[str, ...] = ("function", "*args", "**kwargs")
    given: tuple[str, ...] = ("*args", "**kwargs")
    gives: Literal["", "result", "results", "groups", "fold", "promise", "bound", "method"] = ""
    asked: tuple[str, ...] = ()
    apart: bool = False
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()


class Workflow(Rule, frozen=True, kw_only=True):
    """A call that puts tasks together, or starts them, so that some get what others gave.

    `call` as in a sink, `TYPE.__or__` is also `value | other`, `TYPE.__call__` calls a value of that type;
    `parameters` is the order of its positional parameters. `tasks` are those that hold signatures (see
    handlers) or workflows, alone or in a collection, `*name` the positional rest, `self` the receiver. They
    run `in_turn`, each with the result of the one before as its first argument, or `together`, with a list
    of the results; `then` names one that gets what all of them give. They begin with what is `given`,
    written as in a callback. A `function` in place of tasks names one by its value or by a text, as in a
    callback, that gets what is `given`; if the parameter `alone` is true it takes nothing from what runs
    before it. The call gives a workflow of the type that a `[[type]]` states, or, if it `starts` it, a
    promise that hands the result out by the methods `asked`.
    """

    id: str
    call: tuple[str, ...]
    parameters: tuple[str, ...] = ()
    tasks: tuple[str, ...] = ()
    function: str = ""
    given: tuple[str, ...] = ()
    alone: str = ""
    runs: Literal["in_turn", "together"] = "in_turn"
    then: str = ""
    starts: bool = False
    asked: tuple[str, ...] = ()
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()


class Ending(Rule, frozen=True, kw_only=True):
    """A call that never returns: it ends the program or always raises. `call` as in a sink."""

    id: str
    call: tuple[str, ...]
    receivers: tuple[str, ...] = ()
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()


class Service(Rule, frozen=True, kw_only=True):
    """How a library finds who provides an interface (a class of the project, or a text).

    `decorator`: class decorators whose arguments are the interfaces that the class provides.
    `register`: calls that name a provider, `lookup`: calls that give one, `inject`: what a parameter's
    default calls to be given one. `parameters` is the order of their positional parameters; the keys
    `interface`, `name` and `provider` name those that say what is provided (a class, a text) and what
    provides it (a class, a function that gives it, an instance). `gives` says whether a look-up gives
    the `service` or a `factory` that gives it when it is called. What nobody registered is provided by
    the classes that declare it, are below it or, for a `typing.Protocol`, have its methods. A look-up that
    gives a `class` asks for no interface: the class is the one that a text under the name `setting` in a
    module of the project names (`app.Name`), else the only one below the classes of `base`, else `otherwise`;
    fields refer to it by the canonical names of `names` too, and what entries say is `otherwise` is of it.
    """

    id: str
    decorator: tuple[str, ...] = ()
    register: tuple[str, ...] = ()
    lookup: tuple[str, ...] = ()
    inject: tuple[str, ...] = ()
    receivers: tuple[str, ...] = ()
    parameters: tuple[str, ...] = ()
    interface: str = ""
    name: str = ""
    provider: str = ""
    gives: Literal["service", "factory", "class"] = "service"
    setting: str = ""
    base: tuple[str, ...] = ()
    otherwise: str = ""
    names: tuple[str, ...] = ()
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()


class Registry(Rule, frozen=True, kw_only=True):
    """An object that a framework keeps for the whole program: what is put in it here is found in it there.

    `attribute`: canonical names by which it is reached, or `*.name` for a receiver of unknown type whose
    last sub-word is one of `receivers`; all of one entry are the same object. `items_of` are types of which
    not the whole is kept but what is put under constant keys. `keyed` says that methods of mappings
    (`get`, `pop`) speak of its attributes by their names.
    """

    id: str
    attribute: tuple[str, ...] = ()
    items_of: tuple[str, ...] = ()
    keyed: bool = False
    receivers: tuple[str, ...] = ()
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()


class Extension(Rule, frozen=True, kw_only=True):
    """A call that gives objects of a framework a method or an attribute of the project's own.

    `call` as in a sink; `parameters` is the order of its positional parameters. `function` is the one
    that is called, with the object before the other arguments, `name` how it is called there (left out:
    the function's own name); the keywords of `properties`, if one is true, make it an attribute that
    is what the function gives. A parameter `methods` names a class in place of a function: they get
    all its methods. The objects are of the types `of`, or of unknown type behind a receiver whose last
    sub-word is one of `objects`.
    """

    id: str
    call: tuple[str, ...]
    receivers: tuple[str, ...] = ()
    parameters: tuple[str, ...] = ()
    function: str = "function"
    methods: str = ""
    name: str = "name"
    properties: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()
