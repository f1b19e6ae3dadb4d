"""Entries about what libraries do behind the code: stored records, functions called, ways ended."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TypeVar

from purposelint.domain.configured import Setting
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
from purposelint.domain.library import Library
from purposelint.domain.patterns import EntryIndex, NameIndex
from purposelint.domain.queries import Query
from purposelint.domain.relays import Relay
from purposelint.domain.words import words
from purposelint.flow.lookup.query_methods import QueryMethods
from purposelint.flow.lookup.views import Views

_Called = TypeVar("_Called", Callback, Extension, Handler, Query, Service)

_OF_CHANNELS = ("register", "decorator", "send")
_WAYS = ("decorator", "register", "lookup", "inject")


class FrameworkEntries:
    """Look-ups of queries, handlers, callbacks, endings, services, registries and extensions.

    `stand_ins` are classes that the project chose, by the names of the library's own in whose place they are.
    """

    stand_ins: Mapping[str, str] = MappingProxyType({})

    def __init__(self) -> None:
        """Begin without entries."""
        self._query_attributes: NameIndex[Query] = NameIndex()
        self._query_calls: EntryIndex[Query] = EntryIndex()
        self._handlers: EntryIndex[Handler] = EntryIndex()
        self._apart: EntryIndex[Handler] = EntryIndex()
        self.handles_errors = self.injects = self.hands_in = False
        self.alternatives: set[str] = set()
        self.starting: set[str] = set()
        self._hooks: NameIndex[Hook] = NameIndex()
        self._field_hooks: NameIndex[Hook] = NameIndex()
        self._telling: EntryIndex[Handler] = EntryIndex()
        self.telling: set[str] = set()
        self.settings: list[Handler] = []
        self.known_functions: dict[str, tuple[Handler, Library]] = {}
        self.known_parameters: list[Handler] = []
        self._channels: dict[str, EntryIndex[Channel]] = {way: EntryIndex() for way in _OF_CHANNELS}
        self.hearing: set[str] = set()
        self.sending: set[str] = set()
        self._callbacks: EntryIndex[Callback] = EntryIndex()
        self._workflows: NameIndex[Workflow] = NameIndex()
        self.has_workflows = False
        self._endings: EntryIndex[Ending] = EntryIndex()
        self._services: dict[str, EntryIndex[Service]] = {way: EntryIndex() for way in _WAYS}
        self.registering: set[str] = set()
        self.views = Views()
        self.choosing: dict[str, Service] = {}
        """Entries by the calls and names that give a class which the project chooses."""
        self._registries: EntryIndex[Registry] = EntryIndex()
        self.kept_items: dict[str, Registry] = {}
        self.keyed: set[str] = set()
        """Types of objects of which methods of mappings speak of attributes."""
        self._extensions: EntryIndex[Extension] = EntryIndex()
        self.extending: set[str] = set()
        self._relays: NameIndex[tuple[Relay, Library]] = NameIndex()
        self.relaying: set[str] = set()
        self._settings: NameIndex[Setting] = NameIndex()
        self._of_settings: set[str] = set()
        self.query_methods = QueryMethods()
        self.query_bases: set[str] = set()
        self.queried: set[str] = set()

    def load_frameworks(self, library: Library) -> None:
        """Take in a library's entries."""
        for handler in library.handler:
            self._load_handler(handler)
            self.known_functions.update((name, (handler, library)) for name in handler.known_as)
        self.known_parameters.extend(handler for handler in library.handler if handler.beside)
        self.views.load(library)
        self.hands_in = self.hands_in or any(source.handed for source in library.source)
        for channel in library.channel:
            self._load_channel(channel)
        for hook in library.hook:
            self._load_hook(hook)
        self._load_calls(library)
        for service in library.service:
            self._load_service(service)
        for registry in library.registry:
            self._load_registry(registry)
        for relay in library.relay:
            self._load_relay(relay, library)
        for setting in library.setting:
            self._load_setting(setting)
        for query in library.query:
            self._load_query(query)

    def _load_relay(self, relay: Relay, library: Library) -> None:
        for name in (*relay.call, *relay.tuned_by, *relay.loosened_by):
            self._relays.add(name, (relay, library))
            self.relaying.add(name.rpartition(".")[2])

    def _load_setting(self, setting: Setting) -> None:
        for name in setting.call:
            self._settings.add(name, setting)
        self._of_settings.update(setting.attribute)

    def setting(self, name: str) -> Setting | None:
        """What says that a call gives a setting's default."""
        found = self._settings.find(name.replace("()", ""))
        return found[0] if found else None

    def are_settings(self, name: str) -> bool:
        """Whether attributes of an object are settings that modules of the project make."""
        return name in self._of_settings

    def _load_handler(self, handler: Handler) -> None:
        self.handles_errors = self.handles_errors or handler.caught >= 0
        self.alternatives.update(handler.alternatives)
        self.starting.update((*handler.plain, *handler.packed, *handler.mapped, *handler.spread))
        for name in handler.decorator:
            (self._apart if handler.apart else self._handlers).add(name, handler)
        for name in handler.register:
            self._telling.add(name, handler)
            self.telling.add(name.rpartition(".")[2])
        if handler.setting:
            self.settings.append(handler)

    def _load_hook(self, hook: Hook) -> None:
        self.handles_errors = self.handles_errors or hook.caught >= 0
        for name in hook.method:
            self._hooks.add(name, hook)
        for name in (*hook.decorator, *hook.annotation):
            self._field_hooks.add(name, hook)

    def _load_channel(self, channel: Channel) -> None:
        for way in _OF_CHANNELS:
            for name in getattr(channel, way):
                self._channels[way].add(name, channel)
        self.hearing.update(name.rpartition(".")[2] for name in channel.register)
        self.sending.update(name.rpartition(".")[2] for name in channel.send)

    def _load_calls(self, library: Library) -> None:
        for callback in library.callback:
            for name in callback.call:
                self._callbacks.add(name, callback)
        for workflow in library.workflow:
            self.has_workflows = True
            for name in workflow.call:
                self._workflows.add(name, workflow)
        for ending in library.ending:
            for name in ending.call:
                self._endings.add(name, ending)
        for extension in library.extension:
            for name in extension.call:
                self._extensions.add(name, extension)
                self.extending.add(name.rpartition(".")[2])

    def _load_query(self, query: Query) -> None:
        for name in query.attribute:
            self._query_attributes.add(name, query)
        self.query_bases |= set(query.classes)
        self.queried.add(query.queried)
        for name in query.call:
            self._query_calls.add(name, query)
        self.query_methods.add(query)

    def _load_registry(self, registry: Registry) -> None:
        for name in registry.attribute:
            self._registries.add(name, registry)
        self.kept_items.update((name, registry) for name in registry.items_of)
        if registry.keyed:
            self.keyed.update(registry.attribute)

    def _load_service(self, service: Service) -> None:
        for way in _WAYS:
            for name in getattr(service, way):
                self._services[way].add(name, service)
        self.registering.update(name.rpartition(".")[2] for name in service.register)
        self.injects = self.injects or bool(service.inject)
        if service.gives == "class":
            self.choosing.update((name, service) for name in (*service.lookup, *service.names))

    def now(self, kind: str) -> str:
        """The type that an entry states, or the project's class that is in its place."""
        return self.stand_ins.get(kind, kind)

    def query_attribute(self, name: str) -> Query | None:
        """Entry about an attribute, by canonical name, that is a query or a record."""
        found = self._query_attributes.find(name)
        return found[0] if found else None

    def relays(self, name: str) -> tuple[tuple[Relay, Library], ...]:
        """Entries about what a call, or a handler's class, sets up, by canonical name."""
        return self._relays.find(name)

    def query_call(self, names: Sequence[str], last: str, receiver: str) -> Query | None:
        """Entry about a call that queries a class."""
        return _of_call(self._query_calls, names, last, receiver)

    def hooks(self, method: str) -> tuple[Hook, ...]:
        """Entries about methods of a name that a framework calls."""
        return self._hooks.find(method)

    def field_hooks(self, name: str) -> tuple[Hook, ...]:
        """Entries about functions that get fields, by a decorator's or an annotation's canonical name."""
        return self._field_hooks.find(name)

    def told(self, names: Sequence[str], last: str, receiver: str) -> Handler | None:
        """Entry about a call that tells a framework of a function to call."""
        return _of_call(self._telling, names, last, receiver)

    def channel(self, way: str, name: str) -> Channel | None:
        """Entry that says a call, by canonical name, is a way to hear a signal or to send it."""
        found = self._channels[way].named(name) if name else ()
        return found[0] if found else None

    def registry(self, name: str) -> Registry | None:
        """Entry about an object that a framework keeps for the whole program, by canonical name."""
        found = self._registries.named(name)
        return found[0] if found else None

    def registry_of(self, name: str, receiver: str) -> Registry | None:
        """Entry about such an object as an attribute of a receiver of unknown type."""
        for entry in self._registries.by_last_word(name):
            if fits(entry.receivers, receiver):
                return entry
        return None

    def handlers(self, decorator: str, last: str) -> tuple[Handler, ...]:
        """Entries about functions with a decorator, by canonical name or by its last word."""
        found = self._handlers.named(decorator) if decorator else ()
        return found or self._handlers.by_last_word(last)

    def is_apart(self, decorator: str, last: str) -> bool:
        """Whether a decorator makes a function one that runs where no handler gets what it raises."""
        found = self._apart.named(decorator) if decorator else ()
        return bool(tuple(found or self._apart.by_last_word(last)))

    def extension(self, names: Sequence[str], last: str, receiver: str) -> Extension | None:
        """Entry about a call that gives objects of a framework a method."""
        return _of_call(self._extensions, names, last, receiver)

    def callback(self, names: Sequence[str], last: str, receiver: str) -> Callback | None:
        """Entry about a call that calls a function it is handed."""
        return _of_call(self._callbacks, names, last, receiver)

    def workflow(self, names: Sequence[str]) -> Workflow | None:
        """Entry about a call, by canonical names, that puts tasks together or starts them."""
        return next((entry for name in names for entry in self._workflows.find(name)), None)

    def ends(self, names: Sequence[str], last: str, receiver: str) -> bool:
        """Whether a call never returns, whichever of the names it reaches."""
        if names:
            return all(self._endings.named(name) for name in names)
        return any(fits(entry.receivers, receiver) for entry in self._endings.by_last_word(last))

    def service(self, way: str, names: Sequence[str], last: str, receiver: str) -> Service | None:
        """Entry that says a call (or decorator) registers, looks up, injects or declares a provider."""
        return _of_call(self._services[way], names, last, receiver)


def _of_call(index: EntryIndex[_Called], names: Sequence[str], last: str, receiver: str) -> _Called | None:
    """The entry of a call: by a canonical name, else by its last word and its receiver's."""
    for name in names:
        for entry in index.named(name):
            return entry
    for entry in index.by_last_word(last):
        if fits(entry.receivers, receiver):
            return entry
    return None


def fits(receivers: Sequence[str], receiver: str) -> bool:
    """Whether a receiver's last sub-word is one that an entry asks for."""
    return not receivers or words(receiver)[-1:] in [(word,) for word in receivers]
