"""Which exceptions reach a handler that a framework was told of for all of them."""

from __future__ import annotations

import pytest

from stages.flow.programs import lines

_PROGRAM = """
    import click
    from celery import shared_task
    from fastapi import FastAPI, HTTPException
    api = FastAPI()
    class CartError(Exception):
        pass
    @api.exception_handler(Exception)
    async def failed(request, error):
        print(error)
    {raising}
"""
_GATEWAY = "class Gateway:\n    def pay(self, user):\n        raise CartError(user.email)\n"
_NEARER = "@api.exception_handler(CartError)\nasync def of_carts(request, error):\n    return None\n"


def _reaches(raising: str) -> bool:
    found = lines(_PROGRAM.replace("{raising}", raising.replace("\n", "\n    ")))
    assert found in ([], [9])
    return bool(found)


@pytest.mark.parametrize(
    "raising",
    [
        "@api.get('/cart')\nasync def cart(user):\n    raise CartError(user.email)",
        "def cart(user):\n    raise CartError(user.email)",
        "class Cart:\n    def get(self, user):\n        raise CartError(user.email)",
        _GATEWAY + "def cart(gateway, user):\n    gateway.pay(user)",
        _GATEWAY
        + "def cart(gateway, user):\n    try:\n        gateway.pay(user)\n    except KeyError:\n        pass",
    ],
)
def test_whatever_functions_raise_that_a_framework_may_call(raising: str) -> None:
    assert _reaches(raising)


@pytest.mark.parametrize(
    "raising",
    [
        "@api.get('/cart')\nasync def cart(user):\n    raise HTTPException(404, user.email)",
        "@shared_task\ndef cart(user):\n    raise CartError(user.email)",
        "@click.command()\ndef cart(user):\n    raise CartError(user.email)",
        _GATEWAY + "def cart(it, user):\n    try:\n        it.pay(user)\n    except CartError:\n        pass",
        _GATEWAY + "def cart(gateway, user):\n    try:\n        gateway.pay(user)\n    except:\n        pass",
        _GATEWAY + "@shared_task\ndef cart(gateway, user):\n    gateway.pay(user)",
    ],
)
def test_what_others_take_or_run(raising: str) -> None:
    assert not _reaches(raising)


def test_not_what_a_handler_of_a_nearer_class_takes() -> None:
    assert not _reaches(_NEARER + "@api.get('/cart')\nasync def cart(user):\n    raise CartError(user.email)")
