"""Links to lines at a code host: which file and line of which commit, as the host's addresses spell it."""

from __future__ import annotations

import re
from urllib.parse import quote

import msgspec

_PLACES = re.compile(r"\{(commit|path|line)\}")
_BRACES = re.compile(r"\{([^{}]*)\}")
PLACEHOLDERS = {
    "path": "the file, from the top of the repository",
    "line": "its line",
    "commit": "the commit that was read",
}
"""What a template may name, and what stands there in an address."""

_ADDRESS = re.compile(
    r"https://[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?/[\w.~:/?#@!$&()*+,;=%-]*",
    re.ASCII | re.IGNORECASE,
)


class Links(msgspec.Struct, frozen=True):
    """Addresses of lines: `template` names `{commit}`, `{path}` and `{line}`.

    `files` are those that are at the commit as they were analysed, relative to the project, which lies in
    `folder` of its repository: the others have no address.
    """

    template: str
    commit: str
    folder: str
    files: frozenset[str]

    def to(self, path: str, line: int) -> str:
        """The address of a line, '' for one that is at no commit; nothing in it ends a link or begins one."""
        if path not in self.files or line < 1:
            return ""
        below = f"{self.folder}/{path}" if self.folder else path
        spelled = quote(below.encode("utf-8", "surrogateescape"), safe="/")
        parts = {"commit": self.commit, "path": spelled, "line": str(line)}
        return _PLACES.sub(lambda found: parts[found[1]], self.template)


def mistake_in(text: str) -> str:
    """What keeps a text from being an address that `Links` can fill in, '' where nothing does."""
    if is_template(text):
        return ""
    if not text.lower().startswith("https://"):
        return "it does not begin with https://"
    unknown = [name for name in _BRACES.findall(text) if name not in PLACEHOLDERS]
    if unknown:
        return f"{{{unknown[0]}}} is no placeholder"
    if "{path}" not in text:
        return "it does not say where {path} goes"
    return "what is left without its placeholders is no address of a page (https://HOST/...)"


def is_template(text: str) -> bool:
    """Whether a text is an address that `Links` can fill in: https, a host, nobody's name to log in by."""
    return "{path}" in text and _ADDRESS.fullmatch(_PLACES.sub("%", text)) is not None
