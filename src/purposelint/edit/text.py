"""A source file as lines that can be written back byte for byte."""

from __future__ import annotations

import re
import tokenize
from dataclasses import dataclass
from io import BytesIO

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$")
_END = re.compile(r"[\r\n]+\Z")


class UneditableError(Exception):
    """A file that cannot be rewritten; the message says why, for a person."""


@dataclass(slots=True)
class Text:
    """A decoded file. `lines` keep their ends; line `n` of the source is `lines[n - 1]`."""

    encoding: str
    lines: list[str]

    @property
    def whole(self) -> str:
        """The text, without a byte-order mark."""
        return "".join(self.lines)

    @property
    def newline(self) -> str:
        """How the file ends its lines: as it ends the first one."""
        return next((end for line in self.lines if (end := self.end_of(line))), "\n")

    def end_of(self, line: str) -> str:
        """The end of a line, '' for a last line without one."""
        found = _END.search(line)
        return found.group() if found else ""

    def encoded(self) -> bytes:
        """The bytes of the text. Raises UneditableError where the encoding lacks a character."""
        try:
            return self.whole.encode(self.encoding)
        except UnicodeError as error:
            raise UneditableError(f"{self.encoding} cannot write what the comment says") from error


def text_of(data: bytes) -> Text:
    """Decode a file by Python's rules. Raises UneditableError where it would not be written back the same."""
    try:
        encoding, _ = tokenize.detect_encoding(BytesIO(data).readline)
        text = Text(encoding, _LINE.findall(data.decode(encoding)))
        same = text.encoded() == data
    except (SyntaxError, UnicodeError, LookupError) as error:
        raise UneditableError("its text cannot be decoded") from error
    if not same:
        raise UneditableError(f"as {encoding} text it could not be written back byte for byte")
    return text
