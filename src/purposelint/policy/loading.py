"""Everything a run reads before it looks at code: catalogue and policy, with every mistake at once."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace

import msgspec

from purposelint.domain.catalog import Catalog
from purposelint.domain.policy import Policy, Recipient
from purposelint.domain.settings import Settings
from purposelint.errors import InputError, InputMistake
from purposelint.policy.catalogue import read_catalog
from purposelint.policy.compiled import compiled
from purposelint.policy.configuration import COMMAND_LINE, configuration_document
from purposelint.policy.datasets import read_datasets
from purposelint.policy.documents import Document, meant, read
from purposelint.policy.elements import Selector
from purposelint.policy.locations import resolved, rules_folder
from purposelint.policy.names import given_here
from purposelint.policy.policies import BUILT_IN_RECIPIENTS, read_policy
from purposelint.policy.previews import previewed

_SELF = "self"


def load(settings: Settings, packages: frozenset[str] | None = None) -> tuple[Catalog, Policy]:
    """Load the rules and the policy that the settings name; InputError with every mistake in them.

    `packages` are the top-level packages that the scanned code imports: built-in libraries that none
    of them meets are then left out. The configuration's own hosts are hosts of the recipient `self`.
    """
    catalog, policy, unknown = load_policy_beside(settings, packages)
    if unknown:
        raise InputError(unknown)
    return catalog, policy


def load_policy_beside(
    settings: Settings, packages: frozenset[str] | None = None
) -> tuple[Catalog, Policy, tuple[InputMistake, ...]]:
    """What `load` gives, with the words of `[[declare]]` tables that are not known beside it.

    For what asks a policy alone: tables that were written for another are then no reason to refuse. With
    other mistakes they are told as well.
    """
    stated = configuration_document(settings) or Document(COMMAND_LINE, "", {})
    catalog, mistakes = load_rules(settings, packages)
    policy, wrong = read_policy(settings.configuration.policy, catalog, settings.root, stated)
    mistakes += wrong
    if catalog is None or policy is None:
        raise InputError(tuple(mistakes))
    unknown = tuple(_side_file_mistakes(settings, stated, catalog, policy))
    catalog, unread = _with_datasets(settings, catalog)
    if mistakes or unread:
        raise InputError((*mistakes, *unknown, *unread))
    catalog = previewed(catalog, wanted=settings.configuration.preview)
    return catalog, _with_own_hosts(policy, settings.configuration.own_hosts), unknown


def _with_datasets(settings: Settings, catalog: Catalog) -> tuple[Catalog, tuple[InputMistake, ...]]:
    """The catalogue with what dataset files label; their text is part of its digest."""
    found = read_datasets(settings, catalog.elements)
    if not found.labelled:
        return catalog, found.mistakes
    digest = hashlib.sha256(catalog.digest.encode() + found.content).hexdigest()
    return replace(catalog, labelled=found.labelled, digest=digest), found.mistakes


def load_two(settings: Settings, old: str, new: str) -> tuple[Catalog, Policy, Policy]:
    """Load two policies by name or by file, from the current folder; InputError with the mistakes of both.

    What the configuration declares is not held against them: it was written for one policy.
    """
    catalog, mistakes = load_rules(settings)
    found: list[Policy] = []
    for key, name in (("OLD", old), ("NEW", new)):
        policy, wrong = read_policy(given_here(settings.root, name), catalog, settings.root)
        # A policy that is not found at all is said of the argument that names it.
        mistakes += [
            InputMistake(COMMAND_LINE, key, one.message) if one.path == "policy" else one for one in wrong
        ]
        found += [policy] if policy else []
    if catalog is None or mistakes or len(found) < 2:
        raise InputError(tuple(mistakes))
    return catalog, found[0], found[1]


def load_rules(
    settings: Settings, packages: frozenset[str] | None = None
) -> tuple[Catalog | None, list[InputMistake]]:
    """Read the built-in rules and the project's own, which win by id; from the cache where it knows them."""
    stated = settings.configuration.extend_rules
    own = [resolved(settings.root, folder) or settings.root / folder for folder in stated]
    kept = compiled(rules_folder(), own, settings.root) if settings.cache and packages is None else None
    catalog = kept.read() if kept else None
    if catalog is not None:
        return catalog, []
    catalog, mistakes = read_catalog(rules_folder(), own, settings.root, packages)
    if kept and catalog is not None and not mistakes:
        kept.write(catalog)
    return catalog, mistakes


def _side_file_mistakes(
    settings: Settings, stated: Document, catalog: Catalog, policy: Policy
) -> Iterator[InputMistake]:
    """Words of `[[declare]]` that neither the rules nor the policy know."""
    selector = Selector(catalog, {})
    known = {"purposes": (*policy.purposes,), "recipients": (*policy.recipients, *BUILT_IN_RECIPIENTS)}
    sources = {settings.configuration_path: stated}
    for placed in settings.declarations():
        source = sources.setdefault(placed.path, _document(settings, placed.path))
        wrong: list[tuple[int, str]] = []
        selector.expand(placed.declare.elements, _kept_in(wrong))
        for at, message in wrong:
            yield source.mistake(("declare", placed.index, "elements", at), message)
        for key, words in known.items():
            for at, word in enumerate(getattr(placed.declare, key)):
                if word not in words:
                    shipped = catalog.shipped_purposes.get(word, "") if key == "purposes" else ""
                    other = f' (the policy "{shipped}" that ships has one)' if shipped else ""
                    message = f'the policy has no {key[:-1]} "{word}"{other}{meant(word, words)}'
                    yield source.mistake(("declare", placed.index, key, at), message)


def _document(settings: Settings, path: str) -> Document:
    """A side file again, to say where in it something stands."""
    found = read(settings.root / path, path)
    return found if isinstance(found, Document) else Document(path, "", {})


def _kept_in(wrong: list[tuple[int, str]]) -> Callable[[int, str], None]:
    return lambda at, message: wrong.append((at, message))


def _with_own_hosts(policy: Policy, hosts: tuple[str, ...]) -> Policy:
    if not hosts:
        return policy
    own = policy.recipients.get(_SELF, Recipient(title="the service itself"))
    own = msgspec.structs.replace(own, hosts=(*own.hosts, *hosts))
    changed = {name: getattr(policy, name) for name in policy.__slots__}
    return Policy(**{**changed, "recipients": {**policy.recipients, _SELF: own}})
