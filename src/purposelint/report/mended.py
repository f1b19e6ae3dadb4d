"""What `declare` and `fix` did, would do and left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from purposelint.domain.mended import Changed, Left, Mended
from purposelint.report.counting import plural
from purposelint.report.escaping import cells, visible
from purposelint.report.look import Line, Look, paint
from purposelint.report.prose import wrapped

_WIDEST = 60
"""Cells of a place beside which what changed stands in one column."""
_FILES = 5
"""Files that are named of those in which something ends that nobody asked for."""


def show_mended(mended: Mended, look: Look, *, noun: str, dry: bool) -> str:
    """Changes by place, then what was left and why, what the changes bring, and a line of sums."""
    margin = min(max((cells(_place(one)) for one in mended.changed), default=0), _WIDEST) + 2
    changed: list[Line] = [] if dry else [line for one in mended.changed for line in _changed(one, margin)]
    left = [line for one in _grouped(mended.left) for line in _left(one, look)]
    left += [line for path, line_number in mended.idle for line in _idle(path, line_number, look)]
    arisen: list[Line] = []
    if mended.arisen:
        arisen = [[("New findings that this brings:", "warning")]]
        for one in mended.arisen:
            told = f"{visible(one.place.path)}:{one.place.span.line}: {one.code} {one.message}"
            arisen += wrapped(told, look, indent=2, hang=4)
    beyond = [line for told in _beyond(mended, dry=dry) for line in wrapped(told, look, hang=2)]
    blocks = [
        block for block in (changed, left, arisen, beyond, [[(_sum(mended, noun, dry=dry), "code")]]) if block
    ]
    return "\n".join(paint(block, look) for block in blocks)


def _changed(one: Changed, margin: int) -> list[Line]:
    """What stood there and what stands there now, beside the place."""
    place = _place(one)
    told = [(f"{sign} {visible(text)}", style) for sign, text, style in _sides(one) if text]
    margin = max(margin, cells(place) + 2)
    heads = [place + " " * (margin - cells(place)), *[" " * margin] * (len(told) - 1)]
    return [[(head, "place"), each] for head, each in zip(heads, told, strict=True)]


def _place(one: Changed) -> str:
    return f"{visible(one.path)}:{one.line}"


def _sides(one: Changed) -> tuple[tuple[str, str, str], ...]:
    return (("-", one.before, "error"), ("+", one.text, "good"))


def _grouped(left: Iterable[Left]) -> list[Left]:
    """Elements of one place with the same reason, on one line."""
    found: dict[tuple[str, int, str], list[str]] = {}
    for one in left:
        found.setdefault((one.path, one.line, one.why), []).append(one.what)
    return [
        Left(path, line, why, ", ".join(sorted({what for what in names if what})))
        for (path, line, why), names in found.items()
    ]


def _left(one: Left, look: Look) -> list[Line]:
    place = f"{visible(one.path)}:{one.line}" if one.line else visible(one.path)
    what = f" {one.what}:" if one.what else ""
    first, *more = wrapped(f"{place} left:{what} {one.why}", look, hang=4)
    text = first[0][0].removeprefix(place)
    return [[(place, "place"), (text, "")], *more] if text != first[0][0] else [first, *more]


def _idle(path: str, line: int, look: Look) -> list[Line]:
    place = f"{visible(path)}:{line}"
    told = f"{place} no finding waits for a declaration here; `purposelint explain {place}` tells more"
    return wrapped(told, look, hang=4)


def _beyond(mended: Mended, *, dry: bool) -> Iterator[str]:
    """What is silenced besides what was asked for: how much, and in which files."""
    if not mended.beyond:
        return
    number = plural(sum(count for _, count in mended.beyond), "finding")
    files = [f"{visible(path)} ({count})" for path, count in mended.beyond[:_FILES]]
    more = len(mended.beyond) - len(files)
    rest = f" and {plural(more, 'file')} more" if more else ""
    ended = "Would also end" if dry else "Also ended"
    yield f"{ended}, though not asked for: {number} in {', '.join(files)}{rest}."


def _sum(mended: Mended, noun: str, *, dry: bool) -> str:
    files = plural(len(mended.edits), "file")
    if mended.changed:
        verb = "would be written" if dry else "written"
        told = f"{plural(len(mended.changed), noun)} in {files} {verb}"
    else:
        told = "Nothing to write"
    ends = f", {plural(mended.gone, 'finding')} {'fewer' if mended.gone else 'ended'}" if mended.gone else ""
    left = f", {plural(len(_grouped(mended.left)), 'place')} left" if mended.left else ""
    return f"{told}{ends}{left}."
