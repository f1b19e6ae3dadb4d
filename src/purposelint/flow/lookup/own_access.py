"""Functions that ask for access of the program's own: the tokens that they read are no person's."""

from __future__ import annotations

from purposelint.domain.expressions import Const
from purposelint.domain.mentions import nodes_of
from purposelint.domain.program import FunctionInfo
from purposelint.flow.lookup.labels import Labels

_ELEMENTS = ("credential.token",)


class OwnAccess:
    """Which functions state such a grant (`grant_type=client_credentials`), read once each."""

    def __init__(self, grants: tuple[str, ...], labels: Labels) -> None:
        """Nothing is read yet."""
        self._grants = grants
        self._labels = labels
        self._asks: dict[str, bool] = {}

    def without(self, info: FunctionInfo, mask: int) -> int:
        """What names say in a function, less the tokens that it gets for the program itself."""
        return mask & ~self._labels.of_elements(_ELEMENTS) if mask and self._asked(info) else mask

    def _asked(self, info: FunctionInfo) -> bool:
        found = self._asks.get(info.symbol)
        if found is None:
            stated = (node.value for node in nodes_of(info.facts) if type(node) is Const)
            found = self._asks[info.symbol] = any(
                grant in text for text in stated if type(text) is str for grant in self._grants
            )
        return found
