"""What is known of a library: where its calls send data, where they take it from, what they make of it.

The structs are the schema of `rules/libraries`. `X()` in a type name is what calling X gives.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

from purposelint.domain.catalog import Activity, Confidence, Entry, Rule
from purposelint.domain.configured import Setting
from purposelint.domain.failures import Failure
from purposelint.domain.frameworks import (
    Callback,
    Channel,
    Ending,
    Extension,
    Handler,
    Hook,
    Registry,
    Service,
    Workflow,
)
from purposelint.domain.models import Column, Model
from purposelint.domain.queries import Query
from purposelint.domain.relays import Relay

KINDS = (
    "analytics",
    "cloud",
    "crm",
    "error_monitoring",
    "framework",
    "guard",
    "http",
    "identity",
    "llm",
    "log",
    "mail",
    "maps",
    "messaging",
    "payment",
    "push",
    "queue",
    "schema",
    "search",
    "shipping",
    "sms",
    "social",
    "stdlib",
    "storage",
    "support",
)
"""Kinds of vendors and libraries that the files of `rules/libraries` state; a project's may be of others."""


class Sink(Rule, frozen=True, kw_only=True):
    """A call, or an assignment to an attribute, at which an activity happens.

    `call`: canonical names, or `*.name` for any callee of that last name; `*` elsewhere as in
    domain.patterns (`stripe.*.create`); `TYPE.__setitem__` is also `value[key] = item` of a value of
    that type. `attribute`: canonical names of attributes; what is
    assigned to one leaves. `arguments`: names of the parameters that carry data; `*` is every
    argument, `*name` the positional rest, `**name` the keyword rest, `self` the receiver, `self.name` what
    an attribute of it holds, `self[]` its items.
    `parameters` is the order of positional parameters where it differs from `arguments`, `*name` in it
    begins the positional rest. `receivers` limits a `*.name` call to receivers of these last sub-words.
    `address` names the parameters with the URL of the recipient, `self.name` what the receiver was made
    with. `unless` names parameters whose presence makes it no sink. `when` maps a parameter (or `self.name`)
    to what its argument must be known to be, `unless_is` to what it must not be: a canonical name
    (`sys.stderr`), of a type too, or the text of a constant (`True`, `insert*`: `*` is any rest, case and
    leading white space do not count). `caught` says when the exception that is being handled leaves too:
    `always`, or the parameter whose presence, other than False or None, does it. `converts` is as in a
    passthrough. `template` names the parameter whose constant text, where it names keys (`%(mail)s`), says
    which of a mapping among the arguments leave; in the `style` of `{` also which part of an argument does
    (`{user.plan}`). `statement` names the parameter that is a SQL text: what it writes leaves, each value
    as its column says, what it looks up does not. `keeps` says that the arguments themselves are kept: what
    is put into them later leaves too. `own` are elements that an attribute of the receiver brings for the
    service itself: what a client signs in with. `prepares` names a method of the receiver that, where the
    project writes it, gets the message and a dict of the keywords, and gives what leaves in their place.
    `calls` says that functions among the arguments are called, and what they give leaves. `level` names
    the parameter that says at which level is logged, where the call's name does not. `brings` are elements
    that the library collects by itself once it is called so. `chosen` names the parameter that lists which
    columns of the receiver leave.
    """

    id: str
    call: tuple[str, ...] = ()
    attribute: tuple[str, ...] = ()
    arguments: tuple[str, ...]
    activity: Activity
    parameters: tuple[str, ...] = ()
    receivers: tuple[str, ...] = ()
    by_name: tuple[str, ...] = ()
    """Keywords of which the call gives one by name: `client.post(url, json=...)` is a request."""

    vendor: str = ""
    kind: str = ""
    """What kind of service this call reaches, where that is another than the file's."""

    address: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    when: Mapping[str, tuple[str, ...]] = {}
    unless_is: Mapping[str, tuple[str, ...]] = {}
    prepares: str = ""
    calls: bool = False
    own: tuple[str, ...] = ()
    caught: str = ""
    converts: Mapping[str, str] = {}
    template: str = ""
    style: Literal["%", "{"] = "%"
    statement: str = ""
    level: str = ""
    brings: tuple[str, ...] = ()
    keeps: bool = False
    chosen: str = ""
    wrapped: bool = False
    """A call, by its last word, of a package without rules that has a vendor's name in its own."""

    apart: tuple[str, ...] = ()
    """Words of a wrapper's dotted name with which a call sends nothing."""

    confidence: Confidence = "high"
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()


class Source(Rule, frozen=True, kw_only=True):
    """Where an element enters: the result of a `call`, a read of an `attribute`, or a `name` (exact).

    `attribute` and `call` may be `*.name`, for any receiver whose last sub-word is one of `receivers`.
    `key` narrows an attribute or call to constant keys (`request.META["REMOTE_ADDR"]`,
    `request.headers.get("User-Agent")`), compared without case, `-` like `_`; `*.name` without receivers is
    then also a variable, or an item, of that name (`mail["commonHeaders"]["from"]`). `container` says that
    it holds fields that a person filled in: a constant key read from it is judged by its name, as an
    attribute of a person is; `element` is then what the whole is, and with `rest` also what a name
    holds that says nothing, unless it is one of the vocabulary's `preferences`. `asked` is the parameter of
    a call that names such a field (`get_argument("email")`); `element` is then what fields of unknown names
    are, and without one a name says what it says as a key; `*args` is every positional argument, in lists
    too. `whole` says that only the whole is the element: a key is judged as that of any dict. `handed` says
    that the call stands as the default of a parameter, or in its `Annotated[...]`: what the framework hands
    in then is the source, under the name that `asked` says, else the parameter's own. An
    `attribute` may also be a type: every parameter of it is the source. An
    empty `element` says that what comes from here is nobody's (the environment, settings), whatever its
    keys are called.
    """

    id: str = ""
    element: str = ""
    call: tuple[str, ...] = ()
    attribute: tuple[str, ...] = ()
    name: tuple[str, ...] = ()
    key: tuple[str, ...] = ()
    receivers: tuple[str, ...] = ()
    container: bool = False
    rest: bool = False
    whole: bool = False
    asked: str = ""
    handed: bool = False
    parameters: tuple[str, ...] = ()
    confidence: Confidence = "high"
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()


class Guard(Rule, frozen=True, kw_only=True, eq=False):
    """A call that takes the personal data out. `gives`: nothing, masked, pseudonym or encrypted.

    `does` says what is left of it, to whoever reads a report and no code.

    `call` as in a sink (`*.mask_*` is any callee whose name begins with `mask_`), `parameters` and `when`
    too: where it is not known to hold, the call is none. `keeps` makes a slice of a text a guard that
    leaves at most so many characters, of the `elements` listed: what is longer than that by nature.
    `behind` is a separator: where a text is split or partitioned there, the piece behind it is guarded, the
    others are not; with `ahead` the piece before it is, of a text that is nothing but such an element.
    `lacking` is a text: what a test found to be without it is none of the `elements` listed.
    `annotation` are canonical types: what a call that nobody described makes of data is none of the
    `elements` listed (of any, if there are none) where it is stated to be of one of these.
    """

    id: str
    call: tuple[str, ...] = ()
    receivers: tuple[str, ...] = ()
    parameters: tuple[str, ...] = ()
    when: Mapping[str, tuple[str, ...]] = {}
    keeps: int = 0
    behind: str = ""
    ahead: str = ""
    lacking: str = ""
    annotation: tuple[str, ...] = ()
    elements: tuple[str, ...] = ()
    gives: Literal["nothing", "masked", "pseudonym", "encrypted"]
    does: str = ""
    confidence: Confidence = "high"
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()


class Passthrough(Rule, frozen=True, kw_only=True):
    """A call that hands on what its `arguments` carry (`self` is the receiver).

    It goes `into` the result where that is empty, one item of it by number (`0` of a tuple), `self` for the
    receiver (a setter or builder that keeps what it is given), `self.name` for an attribute of it that its
    text does not show, `self[]` for an item of it, `self.name[]` for one of what the attribute holds, or the
    parameter named; `.*` makes each argument the attribute of the result of that name. `arguments` may
    name `self.name` and `self[]` too. `caught` says that the exception that is being handled is
    handed on too. `whole` says that an object among the arguments is handed on with all its fields, as a
    serialiser does, not as its printed form; `perhaps`, that others decide which of these fields are shown,
    as a template's text does. `items` says that the result is a collection of the items of what is handed
    on, each as it is. `gives` says that not only data comes back: `itself`, the argument as the object it
    is (or what awaiting it gives; an `attribute` then shows all data of what has it); `places`, a list of
    the arguments, each at its place; `manager`, a context manager whose `as` binds the argument; `entered`,
    what `as` binds of an argument that is a context manager.
    `makes` says what a record becomes: a `dict`, a `tuple` or a `text` of its fields, or a `copy` of it;
    or that the class which the method is called on is made into a `record` of what the arguments hold;
    or a table of the `columns` that the receiver and the arguments have, by the keys of a mapping among them.
    The record is the receiver, or the first argument. `include` and `exclude` name parameters that list
    fields by name, `update` the one that maps fields to other values; of a copy, keywords that are no
    `parameters` do that too. `keeps` says that the result, or what `into` names, keeps the arguments
    themselves: what is put into them later shows there too. `converts` maps parameters to the method of
    theirs that turns objects into something else ('' for a function itself): what it gives is handed on as
    well. `copies` says that a container among the arguments comes out as one with the same keys and items,
    also by way of a text (`json.dumps`, `json.loads`), and `deep` that those inside it do. `attribute`:
    canonical names of attributes that are a dict of the record's declared fields; those whose constructor has
    a keyword of `left_out` with that constant are not in it. `model` is then the class attribute
    (`Meta.model`) that names a class whose fields are there too, as far as the class attributes `include`
    and `exclude` list them. `template` says that the receiver is a template in which `$name` stands for
    the argument, or the key of a mapping, of that name: only these are handed on.
    """

    id: str
    call: tuple[str, ...] = ()
    attribute: tuple[str, ...] = ()
    arguments: tuple[str, ...] = ("*",)
    parameters: tuple[str, ...] = ()
    receivers: tuple[str, ...] = ()
    into: str = ""
    whole: bool = False
    perhaps: bool = False
    items: bool = False
    gives: Literal["", "itself", "places", "manager", "entered"] = ""
    makes: Literal["", "dict", "tuple", "text", "copy", "record", "columns"] = ""
    include: str = ""
    exclude: str = ""
    update: str = ""
    model: str = ""
    left_out: Mapping[str, str] = {}
    keeps: bool = False
    converts: Mapping[str, str] = {}
    copies: bool = False
    deep: bool = False
    template: Literal["", "$name"] = ""
    caught: bool = False
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()


class TypeFact(Entry, frozen=True, kw_only=True):
    """`of` has type `is_`: `logging.getLogger()` is `logging.Logger`, `flask.current_app.logger` too.

    `of` may be `*.name`: an attribute of a receiver of unknown type, its last sub-word in `receivers`.
    """

    of: tuple[str, ...]
    receivers: tuple[str, ...] = ()
    is_: str = msgspec.field(name="is")


class Library(Entry, frozen=True, kw_only=True):
    """One file of rules/libraries.

    `imports` are the packages whose import loads it (default: the file's name), `*` loads it always;
    `packages` is what an installer calls it. `setup` stands before snippets. `checked` is the version whose
    names were resolved; `added` are names it has not by itself; `unpackaged`: its source was read instead.
    `invents` are calls that make up data: of `NAME.*` the last word says what, of others the first argument.
    `names` are words, `*` in them for any part, that say in the dotted name of a package without rules that
    it reaches this vendor; sinks that are `wrapped` are heard of its calls.
    """

    name: str
    title: str = ""
    imports: tuple[str, ...] = ()
    packages: tuple[str, ...] = ()
    setup: str = ""
    checked: str = ""
    unpackaged: bool = False
    added: tuple[str, ...] = ()
    invents: tuple[str, ...] = ()
    vendor: str = ""
    kind: str = ""
    hosts: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    sink: tuple[Sink, ...] = ()
    source: tuple[Source, ...] = ()
    guard: tuple[Guard, ...] = ()
    passthrough: tuple[Passthrough, ...] = ()
    type: tuple[TypeFact, ...] = ()
    column: tuple[Column, ...] = ()
    model: tuple[Model, ...] = ()
    query: tuple[Query, ...] = ()
    handler: tuple[Handler, ...] = ()
    hook: tuple[Hook, ...] = ()
    channel: tuple[Channel, ...] = ()
    callback: tuple[Callback, ...] = ()
    workflow: tuple[Workflow, ...] = ()
    ending: tuple[Ending, ...] = ()
    failure: tuple[Failure, ...] = ()
    service: tuple[Service, ...] = ()
    registry: tuple[Registry, ...] = ()
    extension: tuple[Extension, ...] = ()
    relay: tuple[Relay, ...] = ()
    setting: tuple[Setting, ...] = ()
