"""LibCST's native parser, made to build the nodes of `nodes` in place of LibCST's own."""

from __future__ import annotations

import importlib.util
import sys
from functools import lru_cache
from importlib.machinery import PathFinder
from types import ModuleType
from typing import Any

from purposelint.extract import nodes
from purposelint.extract.tokens import ScanError

_PACKAGE = "libcst"
_NATIVE = "libcst.native"


def parse(text: str) -> nodes.Module:
    """Parse a text. A failure inside the parser's native code counts as a syntax error without a place."""
    native = _native()
    around = sys.modules.get(_PACKAGE)
    sys.modules[_PACKAGE] = nodes
    try:
        return _module(native.parse_module(text))
    except (nodes.ParserSyntaxError, RecursionError, MemoryError):
        raise
    except Exception as error:
        raise ScanError("the parser does not accept it", 0) from error
    except BaseException as error:
        # The native parser's panics derive from BaseException alone.
        if type(error).__name__ != "PanicException":
            raise
        raise ScanError("the parser failed on it", 0) from error
    finally:
        if around is None:
            del sys.modules[_PACKAGE]
        else:
            sys.modules[_PACKAGE] = around


def _module(made: Any) -> nodes.Module:  # noqa: ANN401 - whatever the native code gives
    if isinstance(made, nodes.Module):
        return made
    raise TypeError("this version of LibCST builds its nodes in a way that is not known")


@lru_cache(maxsize=1)
def _native() -> ModuleType:
    """The native parser, loaded without the package that it lies in."""
    known = sys.modules.get(_NATIVE)
    if known is not None:
        return known
    package = importlib.util.find_spec(_PACKAGE)
    found = PathFinder.find_spec(_NATIVE, package.submodule_search_locations) if package else None
    if found is None or found.loader is None:
        raise ImportError(f"{_NATIVE} is not installed")
    native = sys.modules[_NATIVE] = importlib.util.module_from_spec(found)
    found.loader.exec_module(native)
    return native
