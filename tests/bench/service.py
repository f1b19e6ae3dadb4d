"""A made-up Django service with a FastAPI side, as large as wanted: twice the packages, twice of everything.

Every package has the same structure (models, forms, views, services, tasks, an API, records of things) under
names of its own, and calls two neighbours and the shared `core`. What is chosen by chance is names, numbers
and neutral fields alone, so that each package has as many calls, classes and findings as the next.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Template

_TEMPLATES = Path(__file__).resolve().parent / "templates"
_ENDING = ".txt"

_NEAR, _FAR = 1, 7
"""How far away the neighbours are that a package calls; the last packages call the first."""

_RECORDS = 12
"""Modules of records in a package."""

_AREAS = (
    *("air", "bakery", "bike", "book", "cable", "car", "cinema", "coach", "dental", "farm", "ferry", "film"),
    *("garden", "glass", "harbour", "hotel", "kitchen", "laundry", "lift", "marina", "music", "office"),
    *("paint", "parcel", "parking", "piano", "pool", "print", "rail", "roof", "school", "ski", "solar"),
    *("stage", "steel", "studio", "tool", "tram", "water", "wood"),
)
_THINGS = (
    *(("refill", "refills"), ("claim", "claims"), ("contract", "contracts"), ("delivery", "deliveries")),
    *(("lease", "leases"), ("order", "orders"), ("quote", "quotes"), ("repair", "repairs")),
    *(("shipment", "shipments"), ("rental", "rentals"), ("ticket", "tickets"), ("visit", "visits")),
)
_PERSONS = ("customer", "guest", "member", "subscriber")
_RECORD_NAMES = (
    *("Batch", "Crate", "Filter", "Lamp", "Ledger", "Machine", "Meter", "Motor", "Pallet", "Plan", "Pump"),
    *("Rack", "Rota", "Sensor", "Shelf", "Spare", "Tank", "Tariff", "Track", "Valve"),
)
_ABOUT = (
    "what stands in the yard",
    "a thing with a number",
    "what is looked at every year",
    "what wears out",
)
_KINDS = ("large", "small", "spare", "leased", "old", "new", "tested", "fixed", "moving", "heavy", "light")
_NEUTRAL = (
    ("priority", "PositiveSmallIntegerField(default=0)"),
    ("is_sample", "BooleanField(default=False)"),
    ("is_bulky", "BooleanField(default=False)"),
    ("boxes", "PositiveIntegerField(default=1)"),
    ("width", "FloatField(null=True)"),
    ("height", "FloatField(null=True)"),
    ("shelf", "CharField(max_length=8, blank=True)"),
    ("batch", "CharField(max_length=16, blank=True)"),
    ("retries", "PositiveSmallIntegerField(default=0)"),
    ("fragile", "BooleanField(default=False)"),
)
_SWITCHES = ("wants_invoice", "is_trial", "is_reseller", "pays_monthly", "is_blocked", "has_contract")
_MEASURES = ("width", "height", "depth", "pressure", "volume", "power", "speed", "torque")


def write_service(folder: Path, packages: int, seed: int = 0) -> None:
    """Write a service of so many packages into a folder that has nothing in it yet."""
    for path, text in sorted(service(packages, seed).items()):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def packages_for(lines: int) -> int:
    """How many packages come nearest to so many lines."""
    one, two = (_lines(service(number)) for number in (1, 2))
    return max(1, round((lines - (2 * one - two)) / (two - one)))


def service(packages: int, seed: int = 0) -> dict[str, str]:
    """Texts of all files by path: the same for the same number and seed."""
    made = {path: template.template for path, template in _templates("core", "core/")}
    for names in _names(packages, seed):
        app = names["app"]
        made |= {path: template.substitute(names) for path, template in _templates("package", f"{app}/")}
        made |= dict(_records(names, random.Random(f"{seed} {app}")))
        made |= {f"{app}/{inner}__init__.py": "" for inner in ("", "api/", "records/")}
    return {**made, "core/__init__.py": ""}


def _lines(texts: dict[str, str]) -> int:
    return sum(text.count("\n") for text in texts.values())


def _templates(kind: str, prefix: str) -> Iterator[tuple[str, Template]]:
    for path, text in _texts(kind):
        yield prefix + path, Template(text)


@cache
def _texts(kind: str) -> tuple[tuple[str, str], ...]:
    """Paths that templates of a kind become, with their texts."""
    folder = _TEMPLATES / kind
    return tuple(
        (path.relative_to(folder).as_posix().removesuffix(_ENDING), path.read_text(encoding="utf-8"))
        for path in sorted(folder.rglob(f"*{_ENDING}"))
    )


def _names(packages: int, seed: int) -> Iterator[dict[str, str]]:
    """What the templates of each package are filled with."""
    every = [(area, thing) for area in _AREAS for thing in _THINGS]
    random.Random(seed).shuffle(every)
    apps = [_app(every, number) for number in range(packages)]
    for number, app in enumerate(apps):
        chance = random.Random(f"{seed} {number}")
        thing, things = every[number % len(every)][1]
        person = chance.choice(_PERSONS)
        yield {
            "app": app,
            "near": apps[(number + _NEAR) % packages],
            "far": apps[(number + _FAR) % packages],
            "thing": thing,
            "things": things,
            "Thing": thing.capitalize(),
            "person": person,
            "Person": person.capitalize(),
            "host": f"{app.replace('_', '-')}.example",
            **_chosen(chance),
        }


def _app(every: list[tuple[str, tuple[str, str]]], number: int) -> str:
    area, (_, things) = every[number % len(every)]
    again = number // len(every)
    return f"{area}_{things}_{again + 1}" if again else f"{area}_{things}"


def _chosen(chance: random.Random) -> dict[str, str]:
    """Fields and numbers that make no difference to what is found."""
    switches = [f"    {name} = models.BooleanField(default=False)" for name in chance.sample(_SWITCHES, 3)]
    fields = [f"    {name} = models.{kind}" for name, kind in chance.sample(_NEUTRAL, 5)]
    steps = sorted(chance.sample(range(2, 200), 4))
    return {
        "person_fields": "\n".join(switches),
        "thing_fields": "\n".join(fields),
        "steps": "STEPS = ["
        + ", ".join(f"({least}, Decimal({at}))" for at, least in enumerate(steps, 1))
        + "]",
        "most_lines": str(chance.randrange(20, 200)),
        "most_quantity": str(chance.randrange(100, 5000)),
    }


def _records(names: dict[str, str], chance: random.Random) -> Iterator[tuple[str, str]]:
    ((_, template),) = _templates("record", "")
    for name in chance.sample(_RECORD_NAMES, _RECORDS):
        fields = [
            f"    {measure}: float = {chance.randrange(1, 90)}.0" for measure in chance.sample(_MEASURES, 3)
        ]
        filled = {
            "Record": name,
            "record": name.lower(),
            "about": chance.choice(_ABOUT),
            "kinds": ", ".join(f'"{kind}"' for kind in chance.sample(_KINDS, 4)),
            "days": str(chance.randrange(20, 700)),
            "record_fields": "\n".join(fields),
        }
        yield f"{names['app']}/records/{name.lower()}.py", template.substitute(filled)
