"""Keys that a function reads beside another: a form with an e-mail address is filled in about a person."""

from __future__ import annotations

from purposelint.domain.expressions import Const
from purposelint.domain.facts import SUBMITTED
from purposelint.domain.mentions import nodes_of
from purposelint.domain.program import FunctionInfo
from purposelint.flow.lookup.labels import Labels

_OF_PERSONS = frozenset({"identity", "social", "special", "financial"})
_TELLS_NOTHING = frozenset({"identity.user_id", "identity.document_type"})


class Company:
    """Which functions speak of a person's data by constants that may be keys, read once each."""

    def __init__(self, labels: Labels) -> None:
        """Nothing is read yet."""
        self._labels = labels
        self._speaks: dict[str, bool] = {}

    def around(self, info: FunctionInfo) -> bool:
        """Whether some key of the function is a person's data by its own name."""
        found = self._speaks.get(info.symbol)
        if found is None:
            constants = (node.value for node in nodes_of(info.facts) if type(node) is Const)
            found = any(self._is_persons(text) for text in constants if type(text) is str)
            self._speaks[info.symbol] = found
        return found

    def _is_persons(self, text: str) -> bool:
        if not text.isidentifier():
            return False
        said = self._labels.elements_of(SUBMITTED, text)
        return any(each.partition(".")[0] in _OF_PERSONS for each in said - _TELLS_NOTHING)
