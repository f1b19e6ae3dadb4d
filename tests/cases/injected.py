"""Feature: a parameter that a framework fills with what its default asks for (`Depends(make)`).
How we carry it: the parameter is what the function or class gives that its default, or its annotation, asks for; also behind the name that a module gives to an annotation, and for what such a function asks for in its turn.
What is approximated: an override that only a test or the start of the application makes is not seen.
"""

import logging
from typing import Annotated, Optional

from fastapi import Depends, FastAPI

log = logging.getLogger(__name__)
app = FastAPI()


class Loud:
    """Logs."""

    def write(self, value):
        log.info(value)


class Quiet:
    """Counts."""

    def write(self, value):
        log.info(len(value))


def loud():
    return Loud()


def quiet() -> Quiet:
    return Quiet()


def by_function(user, channel=Depends(loud)):
    channel.write(user.email)  # expect: PUR101 identity.email


def by_class(user, channel=Depends(Loud)):
    channel.write(user.email)  # expect: PUR101 identity.email


def by_annotated_function(user, channel=Depends(quiet)):
    channel.write(user.email)


def address(request):
    return request.state.user.email


async def masked(request):
    return hash(request.state.user.email)


async def each(request):
    yield request.state.user.email
    log.info("served")


class Page:
    """What a request asks for."""

    def __init__(self, request):
        self.asked_by = request.state.user.email
        self.size = 20

    def by(self, request):
        return request.state.user.email


class Needs:
    """Asks for more than one thing knows."""

    def __init__(self, level):
        self.level = level

    def __call__(self, request):
        return request.state.user.email


def needs(level):
    def check(request):
        return request.state.user.email

    return check


def again(found=Depends(address)):
    return found.lower()


page = Page(None)
Asked = Annotated[str, Depends(address)]
Masked = Annotated[str, Depends(masked)]
Known: type = Annotated[Optional[Asked], "never empty"]


@app.get("/default")
def value(found=Depends(address), hidden=Depends(masked)):
    log.info(found)  # expect: PUR101 identity.email
    log.info(hidden)


@app.get("/annotated")
async def annotated(found: Annotated[str, Depends(address)], hidden: Annotated[int, Depends(masked)]):
    log.info(found)  # expect: PUR101 identity.email
    log.info(hidden)


@app.get("/named")
async def named(found: Asked, known: Known, hidden: Masked, maybe: Asked | None = None):
    log.info(found)  # expect: PUR101 identity.email
    log.info(known)  # expect: PUR101 identity.email
    log.info(maybe)  # expect: PUR101 identity.email
    log.info(hidden)


@app.get("/generator")
async def generator(found: str = Depends(each)):
    log.info(found)  # expect: PUR101 identity.email


@app.get("/class")
def of_class(asked: Page = Depends(), other: Annotated[Page, Depends()] = None):
    log.info(asked.asked_by)  # expect: PUR101 identity.email
    log.info(other.asked_by)  # expect: PUR101 identity.email
    log.info(asked.size)
    log.info(other.size)


@app.get("/object")
def of_object(found=Depends(Needs(3)), closed=Depends(needs(3)), method=Depends(page.by)):
    log.info(found)  # expect: PUR101 identity.email
    log.info(closed)  # expect: PUR101 identity.email
    log.info(method)  # expect: PUR101 identity.email


@app.get("/turn")
def in_turn(found=Depends(again)):
    log.info(found)  # expect: PUR101 identity.email


def address_of(request):
    return request.state.user.email


@app.get("/same")
def same_name(address_of=Depends(address_of), masked=Depends(masked)):
    log.info(address_of)  # expect: PUR101 identity.email
    log.info(masked)


class Limit:
    """Knows what it asks for when it is called."""

    def __call__(self, request):
        return request.state.user.email


limit = Limit()


def by_default(email: str | None = None, size: int = 3):
    return {"to": email, "size": size}


class Search:
    """Asks for parameters that may be left out."""

    def __init__(self, email: str = "", size: int = 20):
        self.to = email
        self.size = size


@app.get("/kept")
def of_a_kept_object(email: str, found=Depends(limit)):
    log.info(email)  # expect: PUR101 identity.email
    log.info(found)  # expect: PUR101 identity.email


@app.get("/defaults")
def of_defaults(asked=Depends(by_default), search: Search = Depends()):
    log.info(asked["to"])  # expect: PUR101 identity.email
    log.info(asked["size"])
    log.info(search.to)  # expect: PUR101 identity.email
    log.info(search.size)
