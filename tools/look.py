"""`make look`: opens reports of the fixtures in a real Chromium, tries them as people do, and takes pictures.

Not part of CI: it needs a browser. What it finds wrong it prints and fails for; whether a page is fit to be
shown only a person can say, so that the pictures in build/look are there to be looked at.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from fixture_marks import strip_marks

_ROOT = Path(__file__).resolve().parent.parent
_OUT = _ROOT / "build" / "look"
_SECTIONS = ("data", "map", "flows", "declared", "ledger", "unseen", "questions", "coverage", "record")
_SIZES = {"wide": (1360, 900), "phone": (390, 844)}
_MANY = 10_000
_LONGEST = 120_000
"""Milliseconds for the largest page to open, on a machine that is busy with other things."""

_CELL = 1_000
"""Pixels that a cell may take on paper: a page is about as high."""

_PATIENCE = 2_000
"""Milliseconds within which a filter over very many entries has drawn its answer."""


def main() -> int:
    """Make the reports, try each, and say how many complaints there were."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - a dependency of this script alone

    shutil.rmtree(_OUT, ignore_errors=True)
    _OUT.mkdir(parents=True)
    pages = {**_fixtures(), **_synthetic()}
    complaints: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_chromium(), args=_arguments())
        for name, path in pages.items():
            print(f"{name}: {path.stat().st_size / 1e6:.1f} MB", flush=True)
            complaints += [f"{name}: {said}" for said in _tried(browser, name, path)]
        browser.close()
    for said in complaints:
        print(f"  wrong: {said}")
    print(f"{len(complaints)} complaints. Look at the pictures in {_OUT.relative_to(_ROOT)}.")
    return 1 if complaints else 0


def _chromium() -> str | None:
    """A browser that is installed; None lets playwright take its own."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")


def _arguments() -> list[str]:
    """A browser's sandbox does not work for root, which containers run as."""
    return ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []


def _fixtures() -> dict[str, Path]:
    made: dict[str, Path] = {}
    for service in sorted(path for path in (_ROOT / "fixtures").iterdir() if path.is_dir()):
        made[service.name] = _OUT / f"{service.name}.html"
        with tempfile.TemporaryDirectory() as folder:
            strip_marks(service, Path(folder) / service.name)
            command = [sys.executable, "-m", "purposelint", "report", "--output", str(made[service.name])]
            subprocess.run(command, cwd=Path(folder) / service.name, check=True)
    return made


def _synthetic() -> dict[str, Path]:
    """A report whose every text is hostile, and one of very many findings."""
    from purposelint.report import render  # noqa: PLC0415 - after the path is set
    from support.dossiers import HOSTILE, reviewed  # noqa: PLC0415 - of the tests, not of the package

    made = {"hostile": _OUT / "hostile.html", "many": _OUT / "many.html"}
    made["hostile"].write_text(render("html", reviewed(12, "".join(HOSTILE))), encoding="utf-8")
    made["many"].write_text(render("html", reviewed(_MANY)), encoding="utf-8")
    return made


def _tried(browser: Any, name: str, path: Path) -> Iterator[str]:  # noqa: ANN401 - playwright's
    if name == "many":
        yield from _patient(browser, path)
        return
    yield from _plain(browser, path)
    for scheme in ("light", "dark"):
        for size, (width, height) in _SIZES.items():
            context = browser.new_context(
                color_scheme=scheme, viewport={"width": width, "height": height}, offline=True
            )
            page = context.new_page()
            said = _watched(page, path)
            _pictures(page, _OUT / f"{name}-{scheme}-{size}")
            if size == "wide" and scheme == "light":
                yield from _used(page)
                page.emulate_media(media="print")
                page.pdf(path=_OUT / f"{name}.pdf", format="A4", prefer_css_page_size=True)
                page.emulate_media(media="screen")
            yield from _accessible(page)
            yield from said
            context.close()


def _watched(page: Any, path: Path) -> list[str]:  # noqa: ANN401
    """Open a page; what it logs, asks for or throws goes into the list that is given back."""
    said: list[str] = []
    page.on("console", lambda message: said.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: said.append(f"error: {error}"))
    page.on("dialog", partial(_answered, said))
    page.on("request", partial(_asked, said, path.as_uri()))
    page.goto(path.as_uri(), timeout=_LONGEST)
    return said


def _answered(said: list[str], dialog: Any) -> None:  # noqa: ANN401
    said.append(f"dialog: {dialog.message}")
    dialog.dismiss()


def _asked(said: list[str], own: str, request: Any) -> None:  # noqa: ANN401
    if request.url != own:
        said.append(f"request: {request.url}")


def _pictures(page: Any, stem: Path) -> None:  # noqa: ANN401
    page.screenshot(path=f"{stem}-top.png")
    for section in _SECTIONS:
        page.evaluate("id => document.getElementById(id).scrollIntoView({behavior: 'instant'})", section)
        if section == "flows":
            page.evaluate(
                "document.querySelectorAll('#entries details').forEach((one, at) => one.open = at < 2)"
            )
        page.screenshot(path=f"{stem}-{section}.png")


def _shown(page: Any) -> list[str]:  # noqa: ANN401
    """States of the entries that are to be seen."""
    found: list[str] = page.eval_on_selector_all(
        "#entries > li[data-s]", "all => all.map(one => one.dataset.s)"
    )
    return found


def _used(page: Any) -> Iterator[str]:  # noqa: ANN401
    """Filters, search, links and keys, as a reader uses them."""
    before = _shown(page)
    page.select_option("#q-s", "error")
    page.wait_for_timeout(300)
    if set(_shown(page)) != {"error"}:
        yield f"the filter by state shows {set(_shown(page))}"
    page.fill("#q", "no such word anywhere")
    page.wait_for_timeout(300)
    if _shown(page) or not page.inner_text("#tally").startswith("0 of"):
        yield "the search finds what is not there"
    page.click("button[type=reset]")
    page.wait_for_timeout(300)
    if _shown(page) != before:
        yield "a reset does not show everything again"
    page.click("#data .refs a >> nth=0")
    if not page.eval_on_selector(".here details", "one => one.open"):
        yield "a link to a flow does not open it"
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    if not set(_shown(page)) <= {"error", "warning", "note"}:
        yield f"on paper stands what nobody asked for: {set(_shown(page))}"
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    page.goto(page.url.partition("#")[0])
    page.keyboard.press("Tab")
    if page.evaluate("document.activeElement.className") != "skip":
        yield "the first stop of the keyboard is not the way past the contents"
    page.focus("#entries summary >> nth=1")
    page.keyboard.press("Enter")
    if not page.eval_on_selector("#entries li:nth-child(2) details", "one => one.open"):
        yield "Enter does not open an entry"


def _plain(browser: Any, path: Path) -> Iterator[str]:  # noqa: ANN401
    """Without scripts everything is there, and nothing pretends to work."""
    context = browser.new_context(java_script_enabled=False, offline=True)
    page = context.new_page()
    page.goto(path.as_uri())
    if page.locator(".filters").is_visible():
        yield "filters show without the script that they need"
    if not page.locator("#entries > li").last.is_visible():
        yield "entries are hidden without scripts"
    context.close()


def _accessible(page: Any) -> Iterator[str]:  # noqa: ANN401
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415 - as playwright

    for found in Axe().run(page).response["violations"]:
        if found["impact"] in {"serious", "critical"}:
            where = "; ".join(str(node["target"]) for node in found["nodes"][:3])
            yield f"axe, {found['impact']}: {found['id']} at {where}"


def _patient(browser: Any, path: Path) -> Iterator[str]:  # noqa: ANN401
    """Very many findings: the page opens, and a filter answers while one waits."""
    page = browser.new_context(offline=True).new_page()
    said = _watched(page, path)
    timing = "performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"
    print(f"  opened in {page.evaluate(timing):.0f} ms", flush=True)
    for what, act in (
        ("state", "document.getElementById('q-s').value = 'warning'"),
        ("search", "document.getElementById('q').value = 'x9999'"),
        ("clear", "document.querySelector('.filters').reset()"),
    ):
        took = page.evaluate(f"""() => new Promise(done => {{
            const begin = performance.now();
            {act};
            document.querySelector('.filters').dispatchEvent(new Event('submit', {{cancelable: true}}));
            requestAnimationFrame(() => setTimeout(() => done(performance.now() - begin), 0));
        }})""")
        print(f"  {what}: {took:.0f} ms, {page.inner_text('#tally')}", flush=True)
        if took > _PATIENCE:
            yield f"{what} takes {took:.0f} ms"
    if len(_shown(page)) > 200:
        yield f"{len(_shown(page))} entries are drawn at once"
    yield from _on_paper(page)
    yield from said


def _on_paper(page: Any) -> Iterator[str]:  # noqa: ANN401
    """No cell of a table fills pages by itself once everything is unfolded to be printed."""
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    height = page.evaluate(
        "Math.max(...Array.from(document.querySelectorAll('td'), one => one.offsetHeight))"
    )
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    if height > _CELL:
        yield f"a printed cell is {height} pixels high"


if __name__ == "__main__":
    sys.exit(main())
