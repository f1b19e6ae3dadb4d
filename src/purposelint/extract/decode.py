"""From bytes to text, by Python's own rules for source files (PEP 263)."""

from __future__ import annotations

import tokenize
import warnings
from io import BytesIO


class DecodeError(Exception):
    """The bytes are not text; `line` is 0 where not known."""

    def __init__(self, reason: str, line: int = 0) -> None:
        self.reason = reason
        self.line = line
        super().__init__(reason)


def decode(data: bytes) -> str:
    """Text of a source file, without a byte-order mark. Raises DecodeError, nothing else."""
    try:
        encoding, _ = tokenize.detect_encoding(BytesIO(data).readline)
    except SyntaxError as error:
        raise DecodeError(f"its encoding is not known ({error.msg})", 1) from error
    try:
        text = data.decode(encoding) if encoding.startswith("utf-8") else _decode_quietly(data, encoding)
        text.encode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise DecodeError(f"it is not {encoding} text ({error.reason})", line) from error
    except (UnicodeError, LookupError, ValueError) as error:
        raise DecodeError(f"it is not {encoding} text") from error
    zero = text.find("\0")
    if zero >= 0:
        raise DecodeError("it contains a NUL byte", text.count("\n", 0, zero) + 1)
    return text


def _decode_quietly(data: bytes, encoding: str) -> str:
    """Decode without the warnings that some codecs give about what the data hold."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return data.decode(encoding)
