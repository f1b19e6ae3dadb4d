"""Literals that look like somebody's data, masked where code is shown: a report must be no leak."""

from __future__ import annotations

import re

_DIGIT = re.compile(r"\d")
_LONG = re.compile(r"[\w+/-]{16}")

_FEWEST_OF_A_NUMBER = 7
"""Digits that the shortest telephone number has."""

_ADDRESS = re.compile(
    r"(?<![\w.+%{}-])[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}"
    # A text that was cut may end within the address.
    r"(?:(?:\.[A-Za-z0-9-]{1,63}){0,3}\.[A-Za-z][A-Za-z0-9-]{1,62}|(?=\.?…|\.\.\.))"
)
"""An e-mail address, or a password between a user's name and a host."""

_PHONES = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<![\w+.])\+\d{1,3}[ ()./-]{0,2}\d(?:[ ()./-]{0,2}\d){5,12}(?!\d)",
        # North America, then what begins with the 0 of one's own country, then China.
        r"(?<![\w.-])\(?\d{3}\)?[ .-]{1,2}\d{3}[ .-]\d{4}(?![\w-])",
        r"(?<![\w.])0\d{1,4}[ /-]\d{5,8}(?!\w)",
        r"(?<![\w.])0\d{2,4} \d{3,4} \d{3,4}(?!\w)",
        r"(?<![\w.])0\d(?:[ .-]\d\d){4}(?!\w)",
        r"(?<![\w.])1[3-9]\d{9}(?!\w)",
    )
)

_TOKENS = tuple(
    re.compile(pattern)
    for pattern in (
        # The beginnings that issuers gave their tokens, so that leaks can be found.
        r"(?<![\w-])(?:[spr]k_(?:live|test)|whsec)_[A-Za-z0-9]{10,}",
        r"(?<![\w-])(?:gh[opsur]_|github_pat_|npm_)\w{16,}",
        r"(?<![\w-])(?:glpat|xox[abeoprs]|sk|pypi)-[\w-]{16,}",
        r"(?<![\w-])A[KS]IA[0-9A-Z]{16}(?!\w)",
        r"(?<![\w-])AIza[\w-]{30,}",
        r"(?<![\w-])SG\.[\w-]{16,}\.[\w-]{16,}",
        r"(?<![\w-])eyJ[\w-]{8,}\.[\w-]{4,}(?:\.[\w-]*)?",
        r"(?i:(?<!\w)bearer )[\w.~+/=-]{16,}",
    )
)

_CARD = re.compile(
    r"(?<![\w.])(?:[2-6]\d{12,18}|[2-6]\d{3}([ _-])\d{4}\1\d{4}\1\d{1,7}|3\d{3}([ _-])\d{6}\2\d{5})(?!\w)"
)
_OPAQUE = re.compile(r"""(?<=["'=])[A-Za-z0-9+/_-]{32,512}(?=["'=&])""")
_LETTER = re.compile(r"[^\W_]")
_MOST_DIGITS_OF_A_NAME = 4


def masked(text: str) -> str:
    """A text with `*` for each letter and digit of what looks like personal data; as long as it was.

    Masked are e-mail addresses, telephone numbers, card numbers that pass Luhn's check, and tokens.
    """
    digits = len(_DIGIT.findall(text))
    if "@" in text:
        text = _ADDRESS.sub(_stars, text)
    if digits >= _FEWEST_OF_A_NUMBER:
        text = _CARD.sub(lambda found: _stars(found) if _is_card(found[0]) else found[0], text)
        for pattern in _PHONES:
            text = pattern.sub(_stars, text)
    if digits and _LONG.search(text):
        for pattern in _TOKENS:
            text = pattern.sub(_stars, text)
        text = _OPAQUE.sub(lambda found: _stars(found) if _is_random(found[0]) else found[0], text)
    return text


def _stars(found: re.Match[str]) -> str:
    return _LETTER.sub("*", found[0])


def _is_card(text: str) -> bool:
    """Luhn's check, which one random number in ten passes."""
    digits = [int(char) for char in text if char.isdecimal()]
    doubled = [sum(divmod(2 * digit, 10)) for digit in digits[-2::-2]]
    return (sum(doubled) + sum(digits[-1::-2])) % 10 == 0


def _is_random(text: str) -> bool:
    """Whether letters and digits are mixed as in keys and digests, not as in names."""
    digits = sum(char.isdecimal() for char in text)
    is_mixed = text != text.lower() and text != text.upper()
    is_digest = all(char in "0123456789abcdefABCDEF" for char in text)
    return digits > _MOST_DIGITS_OF_A_NAME and (is_mixed or is_digest)
