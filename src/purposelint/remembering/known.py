"""What the last whole run found, for runs that are about a few files of the same project."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Mapping
from hashlib import blake2b
from pathlib import Path

import msgspec

from purposelint import host
from purposelint.domain.facts import SourceFile
from purposelint.domain.flows import Focus
from purposelint.domain.place import line_of
from purposelint.domain.program import FunctionInfo, Program

_KIND = "known"
_MOST_CALLERS = 40
"""Functions that call what was changed and are followed again with it, the nearest first."""


class Known(msgspec.Struct, frozen=True):
    """Who leaves things where others find them (`Flows.writers`), and functions by what their text was."""

    writers: Mapping[str, tuple[str, ...]]
    functions: Mapping[str, bytes]


_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(Known)


def known_to(root: Path, key: str) -> Known | None:
    """What the last whole run of this code and knowledge found, None where there was none."""
    data = host.recall(root, _KIND, key)
    try:
        return None if data is None else _DECODER.decode(data)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None


def keep_known(root: Path, key: str, program: Program, writers: Mapping[str, tuple[str, ...]]) -> None:
    """Keep what a whole run found."""
    paths = {module.path for module in program.modules.values()}
    host.keep(root, _KIND, key, _ENCODER.encode(Known(writers, texts_of(root, program, paths))))


def texts_of(root: Path, program: Program, paths: Collection[str]) -> dict[str, bytes]:
    """What stands for the text of each function in some files, by its symbol."""
    lines: dict[str, list[bytes]] = {}
    for path in paths:
        source = host.read(root, path)
        lines[path] = source.data.split(b"\n") if isinstance(source, SourceFile) else []
    return {
        symbol: _text(info, lines[info.path])
        for symbol, info in program.functions.items()
        if info.path in lines and info.facts.kind != "module"
    }


def _text(info: FunctionInfo, lines: list[bytes]) -> bytes:
    own = lines[line_of(info.facts.at) - 1 : line_of(info.facts.end)]
    return blake2b(b"\n".join(own), digest_size=8).digest()


def focus_on(root: Path, program: Program, paths: Collection[str], known: Known) -> Focus:
    """What to follow for some files: their functions, and the nearest callers of those that were changed."""
    own = {symbol: info for symbol, info in program.functions.items() if info.path in paths}
    texts = texts_of(root, program, paths)
    changed = [symbol for symbol in own if symbol in texts and known.functions.get(symbol) != texts[symbol]]
    return Focus(frozenset((*own, *_callers(program, changed))), known.writers)


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
