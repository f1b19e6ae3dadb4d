"""What the last whole run found, for runs that are about a few files of the same project."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

import msgspec

from purposelint import host
from purposelint.domain.facts import SourceFile
from purposelint.domain.flows import Flow, Flows, Focus
from purposelint.domain.place import line_of
from purposelint.domain.program import FunctionInfo, Program
from purposelint.domain.settings import Settings
from purposelint.remembering.recalling import recalled

_KIND = "known"
_MOST_CALLERS = 40
"""Functions that call what was changed and are followed again with it, the nearest first."""


class Known(msgspec.Struct, frozen=True):
    """Who leaves things where others find them (`Flows.writers`), and the text of every file.

    `from_elsewhere` has by path the functions of other files whose flows are told there: what they put into
    the columns of its records, what they do while the handler that it sets up listens. `functions` has by
    path what stands for the text of each function, by its symbol; `outside` what stands for the rest of the
    file, but for blank lines and lines of comments.
    """

    writers: Mapping[str, tuple[str, ...]]
    from_elsewhere: Mapping[str, tuple[str, ...]]
    functions: Mapping[str, Mapping[str, bytes]]
    outside: Mapping[str, bytes]


_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(Known)


def known_to(root: Path, key: str) -> Known | None:
    """What the last whole run of this code and knowledge found, None where there was none."""
    return recalled(root, _KIND, key, _DECODER)


def keep_known(settings: Settings, key: str, program: Program, found: Flows) -> None:
    """Keep what a whole run found."""
    own = _by_path(program)
    texts = {path: _texts(settings, path, own.get(path, {})) for path in own}
    functions = {path: text.functions for path, text in texts.items()}
    outside = {path: text.outside for path, text in texts.items()}
    known = Known(found.writers, from_elsewhere(program, found.flows), functions, outside)
    host.keep(settings.root, _KIND, key, _ENCODER.encode(known))


def from_elsewhere(program: Program, flows: Iterable[Flow]) -> dict[str, tuple[str, ...]]:
    """Functions of other files that are on the way of flows that end in a file, by its path."""
    found: dict[str, set[str]] = {}
    for flow in flows:
        ways = (flow.place, flow.origin, *flow.handed, *(hop.place for hop in flow.trace))
        symbols = {way.symbol for way in ways if way.path != flow.told.path}
        if symbols:
            found.setdefault(flow.told.path, set()).update(symbols)
    return {
        path: tuple(
            sorted(
                body
                for symbol in symbols
                for body in (symbol, f"{symbol}.<module>")
                if body in program.functions
            )
        )
        for path, symbols in found.items()
    }


class _Texts(NamedTuple):
    functions: dict[str, bytes]
    outside: bytes


def _texts(settings: Settings, path: str, own: Mapping[str, FunctionInfo]) -> _Texts:
    """What stands for the text of each function in a file, and for that of the rest."""
    unsaved = next((one for one in settings.unsaved if one.path == path), None)
    source = unsaved or host.read(settings.root, path)
    lines = source.data.split(b"\n") if isinstance(source, SourceFile) else []
    functions: dict[str, bytes] = {}
    rest = dict(enumerate(lines))
    for symbol, info in own.items():
        first, last = line_of(info.facts.at) - 1, line_of(info.facts.end)
        functions[symbol] = _digest(lines[first:last])
        for number in range(first, last):
            rest.pop(number, None)
    code = (line for line in rest.values() if line.strip() and not line.lstrip().startswith(b"#"))
    return _Texts(functions, _digest(code))


def _by_path(program: Program) -> dict[str, dict[str, FunctionInfo]]:
    """Functions by symbol, by the path of every file."""
    found: dict[str, dict[str, FunctionInfo]] = {module.path: {} for module in program.modules.values()}
    for symbol, info in program.functions.items():
        if info.facts.kind == "function":
            found[info.path][symbol] = info
    return found


def _digest(lines: Iterable[bytes]) -> bytes:
    return blake2b(b"\n".join(lines), digest_size=8).digest()


def focus_on(settings: Settings, program: Program, paths: Collection[str], known: Known) -> Focus | None:
    """What to follow for some files: their functions, and the nearest callers of those that were changed.

    None where more than functions changed: what a class, an import or a module's variable becomes, and a
    function that is gone or new in a class, may mean something anywhere.
    """
    changed: list[str] = []
    functions = _by_path(program)
    for path in sorted(paths):
        now, before = _texts(settings, path, functions.get(path, {})), known.functions.get(path, {})
        new = [symbol for symbol in now.functions if symbol not in before]
        in_classes = any(program.functions[symbol].owner for symbol in new)
        if known.outside.get(path) != now.outside or before.keys() - now.functions.keys() or in_classes:
            return None
        changed += [symbol for symbol, text in now.functions.items() if before.get(symbol) != text]
    own = {symbol for symbol, info in program.functions.items() if info.path in paths}
    others = (symbol for path in paths for symbol in known.from_elsewhere.get(path, ()))
    return Focus(frozenset((*own, *others, *_callers(program, changed))), known.writers)


def _callers(program: Program, changed: list[str]) -> list[str]:
    """Functions that call these, or others that do, nearest first."""
    callers: dict[str, list[str]] = {}
    for symbol, info in program.functions.items():
        for callee in info.callees if changed else ():
            callers.setdefault(callee, []).append(symbol)
    found: dict[str, None] = {}
    waiting = deque(changed)
    while waiting and len(found) < _MOST_CALLERS:
        for caller in callers.get(waiting.popleft(), ()):
            if caller not in found:
                found[caller] = None
                waiting.append(caller)
    return list(found)[:_MOST_CALLERS]
