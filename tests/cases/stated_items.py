"""Feature: containers of which an annotation states what they hold: `orders: list[Order]`, `dict[str, Order]`.
How we carry it: what is read out of such a parameter, field, variable or result is of the class that is stated.
What is approximated: of a container in a container, and of a union of several containers, nothing is known.
"""

import abc
import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Visit:
    path: str
    client_ip: str

    def line(self, separator="|"):
        return separator.join([self.path, self.client_ip])

    def page(self):
        return f"page {self.path}"


@dataclass
class Session:
    visits: list[Visit] = field(default_factory=list)
    by_path: dict[str, Visit] = field(default_factory=dict)

    def show(self):
        for visit in self.visits:
            log.info(visit.page())
            log.info(visit.line())  # expect: PUR101 login.ip_address
        for path, visit in self.by_path.items():
            log.info("%s %s", path, visit.page())
            log.info("%s %s", path, visit.line())  # expect: PUR101 login.ip_address


def items_of_a_parameter(visits: list[Visit]):
    log.info("first %s of %d", visits[0].page(), len(visits))
    log.info("first %s", visits[0].line())  # expect: PUR101 login.ip_address
    log.info("\n".join(visit.page() for visit in visits))
    log.info("\n".join(visit.line(" ") for visit in visits))  # expect: PUR101 login.ip_address
    log.info("last %s", max(visits, key=lambda visit: visit.path).line())  # expect: PUR101 login.ip_address


def optional_and_as_text(visits: "Sequence[Visit] | None" = None):
    first, *others = list(visits or [])
    log.info("first %s", first.page())
    log.info("first %s", first.line())  # expect: PUR101 login.ip_address


def a_slice(visits: list[Visit]):
    for visit in visits[:3]:
        log.info(visit.page())
        log.info(visit.line())  # expect: PUR101 login.ip_address


def collected(*visits: Visit, **named: Visit):
    log.info([visit.page() for visit in visits])
    log.info([visit.line() for visit in visits])  # expect: PUR101 login.ip_address
    for name, visit in named.items():
        log.info("%s: %s", name, visit.line())  # expect: PUR101 login.ip_address


def items_of_a_field(session: Session):
    for visit in session.visits:
        log.info(visit.page())
        log.info(visit.line())  # expect: PUR101 login.ip_address


class Source(abc.ABC):
    @abc.abstractmethod
    def recent(self) -> Iterable[Visit]: ...


def items_of_a_result(source: Source):
    for visit in source.recent():
        log.info(visit.page())
        log.info(visit.line())  # expect: PUR101 login.ip_address


def annotated_here(load):
    visits: list[Visit] = load()
    for visit in visits:
        log.info(visit.page())
        log.info(visit.line())  # expect: PUR101 login.ip_address


def overwritten(visits: list[Visit]):
    visits = ["nobody"]
    log.info("%s", visits[0])
