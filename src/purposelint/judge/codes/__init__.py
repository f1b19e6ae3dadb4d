"""The table of codes: what each means, with an example of code that earns it and of code that does not.

`explain CODE`, the reference pages and the rules of SARIF are made of these texts.
"""

from __future__ import annotations

from collections.abc import Mapping

from purposelint.domain.verdict import Code
from purposelint.judge.codes.declarations import (
    EXPIRED_SUPPRESSION,
    PURPOSE_BEYOND_FIELD,
    SUPPRESSION_WITHOUT_REASON,
    UNKNOWN_WORD,
    UNREADABLE_DECLARATION,
    UNUSED_DECLARATION,
    UNUSED_SUPPRESSION,
)
from purposelint.judge.codes.flows import (
    LOGGED_WITHOUT_PURPOSE,
    LOGGING_NOT_PERMITTED,
    RECIPIENT_NOT_IN_POLICY,
    SENDING_NOT_PERMITTED,
    SENT_WITHOUT_PURPOSE,
    STORED_WITHOUT_PURPOSE,
    STORING_NOT_PERMITTED,
)
from purposelint.judge.codes.policy import ELEMENT_NOT_IN_POLICY, OPEN_QUESTION, UNUSED_POLICY_PROMISE
from purposelint.judge.codes.runs import FILE_NOT_ANALYSED, NOTHING_ANALYSED

CODES: Mapping[str, Code] = {
    code.code: code
    for code in (
        LOGGED_WITHOUT_PURPOSE,
        LOGGING_NOT_PERMITTED,
        SENT_WITHOUT_PURPOSE,
        SENDING_NOT_PERMITTED,
        RECIPIENT_NOT_IN_POLICY,
        STORED_WITHOUT_PURPOSE,
        STORING_NOT_PERMITTED,
        UNKNOWN_WORD,
        UNREADABLE_DECLARATION,
        PURPOSE_BEYOND_FIELD,
        UNUSED_DECLARATION,
        SUPPRESSION_WITHOUT_REASON,
        UNUSED_SUPPRESSION,
        EXPIRED_SUPPRESSION,
        ELEMENT_NOT_IN_POLICY,
        UNUSED_POLICY_PROMISE,
        OPEN_QUESTION,
        FILE_NOT_ANALYSED,
        NOTHING_ANALYSED,
    )
}
"""Every code, in order."""

__all__ = [
    "CODES",
    "ELEMENT_NOT_IN_POLICY",
    "EXPIRED_SUPPRESSION",
    "FILE_NOT_ANALYSED",
    "LOGGED_WITHOUT_PURPOSE",
    "LOGGING_NOT_PERMITTED",
    "NOTHING_ANALYSED",
    "OPEN_QUESTION",
    "PURPOSE_BEYOND_FIELD",
    "RECIPIENT_NOT_IN_POLICY",
    "SENDING_NOT_PERMITTED",
    "SENT_WITHOUT_PURPOSE",
    "STORED_WITHOUT_PURPOSE",
    "STORING_NOT_PERMITTED",
    "SUPPRESSION_WITHOUT_REASON",
    "UNKNOWN_WORD",
    "UNREADABLE_DECLARATION",
    "UNUSED_DECLARATION",
    "UNUSED_POLICY_PROMISE",
    "UNUSED_SUPPRESSION",
]
