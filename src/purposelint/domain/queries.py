"""What is known of stores that are asked for records, and told to keep them.

The struct is part of the schema of `rules/libraries`, as those of domain.library are.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from purposelint.domain.catalog import Rule


class Query(Rule, frozen=True, kw_only=True):
    """How records come back out of a store, so that they are known to be of their class.

    A query of a stored class begins with an `attribute` of the class, or with a `call` (as in a sink)
    whose first argument is the class, a field of it, or another query. With `model` it is an attribute or
    method of objects of another class: of the stored class that one of these class attributes, or methods,
    of theirs names. `gives` says what such a call or attribute gives: `rows` (a query) or one `row`.
    Methods of a query: `again` give a query, `row` one record, `keyed` a mapping of records. Of these,
    `creates` take the fields of the record as keywords, and `pairs` give a pair that begins with what they
    give; `writes` set the fields that their keywords name. A mapping among the positional arguments of
    either, or a list of such, names fields by its keys, or by columns of the class, as do those keywords
    that `defaults` lists, each with the methods that have it. Where the first argument is a list of tuples,
    a keyword of `listed`, or the second argument, lists the fields they fill. What stands by position in one
    of `seeks` looks for records and sets nothing. What begins with one of `operators` (`set__name`, a key
    `$set`, a call of that canonical name) says of what stands behind or in it that it is set. A stored class
    below one of `itself` has all these methods itself, for records of its own, and of its records `sets` set
    the fields. `columns` give the fields that their texts and keywords name, as `dicts`, as `tuples`, or as
    one `dict`; with their keyword `flat` the fields themselves, with `named` tuples whose items have names.
    Keywords of `computed` become attributes of the records. Of a query of several columns `single` give the
    first alone. With `chooses`, methods earlier in one chain whose arguments are columns, `columns` give
    those. `path` stands in names between a reference and a field of what it refers to. Objects of the
    project's classes below one of the `classes` are a query too, of the stored class that has one as an
    attribute, and their attribute `queried` is that class.
    """

    id: str
    attribute: tuple[str, ...] = ()
    call: tuple[str, ...] = ()
    receivers: tuple[str, ...] = ()
    model: tuple[str, ...] = ()
    gives: Literal["rows", "row"] = "rows"
    again: tuple[str, ...] = ()
    row: tuple[str, ...] = ()
    keyed: tuple[str, ...] = ()
    single: tuple[str, ...] = ()
    creates: tuple[str, ...] = ()
    defaults: Mapping[str, tuple[str, ...]] = {}
    seeks: tuple[str, ...] = ()
    listed: Mapping[str, tuple[str, ...]] = {}
    writes: tuple[str, ...] = ()
    sets: tuple[str, ...] = ()
    operators: tuple[str, ...] = ()
    itself: tuple[str, ...] = ()
    pairs: tuple[str, ...] = ()
    chooses: tuple[str, ...] = ()
    columns: Mapping[str, Literal["dicts", "tuples", "dict"]] = {}
    flat: str = ""
    named: str = ""
    computed: tuple[str, ...] = ()
    path: str = ""
    classes: tuple[str, ...] = ()
    queried: str = ""
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()
