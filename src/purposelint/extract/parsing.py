"""LibCST's parser, without the checks that it makes of every node as if somebody had built it by hand.

What its grammar accepts passes these checks: they are there for trees that code puts together or changes,
and are a seventh of the time that parsing takes. They stay in force for all other trees.
"""

from __future__ import annotations

import libcst as cst

from purposelint.extract.tokens import ScanError

_checked = cst.CSTNode.__post_init__
_is_parsing = False


def _check_unless_parsed(node: cst.CSTNode) -> None:
    if not _is_parsing:
        _checked(node)


# Set once for all, not around each parse: every change of a class makes the interpreter forget what it
# knows of the attributes of all classes below it.
cst.CSTNode.__post_init__ = _check_unless_parsed  # type: ignore[assignment, method-assign]


def parse(text: str) -> cst.Module:
    """Parse a text. A failure inside the parser's native code counts as a syntax error without a place."""
    global _is_parsing  # noqa: PLW0603 - the checks are called by LibCST, which hands them the node alone
    _is_parsing = True
    try:
        return cst.parse_module(text)
    except (cst.ParserSyntaxError, RecursionError, MemoryError):
        raise
    except Exception as error:
        raise ScanError("the parser does not accept it", 0) from error
    except BaseException as error:
        # The native parser's panics derive from BaseException alone.
        if type(error).__name__ != "PanicException":
            raise
        raise ScanError("the parser failed on it", 0) from error
    finally:
        _is_parsing = False
