"""A page as a browser reads it: its elements, attributes, links and texts, by Python's own parser."""

from __future__ import annotations

from html.parser import HTMLParser

_TAGS = """
    html head meta title style body a svg path i div nav details summary ol li main header p h1 h2 h3
    dl dt dd section table tfoot thead tbody tr th td ul span strong br pre mark code form label input select
    option button footer article script desc defs pattern rect text tspan b wbr
"""
OURS = frozenset(_TAGS.split())
"""Every element that the report uses."""

_VOID = frozenset({"meta", "br", "input", "wbr"})


class Page(HTMLParser):
    """What stands in a page. An end tag that closes nothing, or something else, is an AssertionError."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.attributes: dict[str, list[str]] = {}
        self.links: list[str] = []
        self.ids: list[str] = []
        self.texts: list[str] = []
        self.scripts: list[str] = []
        self.styles: list[str] = []
        self.open: list[str] = []
        self.rows: list[list[str]] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._starts(tag, attrs)
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._starts(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, tag
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        around = self.open[-1] if self.open else ""
        if around == "script":
            self.scripts.append(data)
        elif around == "style":
            self.styles.append(data)
        elif data.strip():
            self.texts.append(data)
            if self.rows and ("td" in self.open or "th" in self.open):
                self.rows[-1].append(data)

    def _starts(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag == "tr":
            self.rows.append([])
        for name, value in attrs:
            self.attributes.setdefault(name, []).append(value or "")
            if name == "href":
                self.links.append(value or "")
            if name == "id":
                self.ids.append(value or "")
