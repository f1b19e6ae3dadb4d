"""What `declare` and `fix` would write: findings to changes, changes to edits, and a second look at these."""

from purposelint.mending.asked import Wish
from purposelint.mending.declaring import declared
from purposelint.mending.fixing import fixed
from purposelint.mending.widening import WIDENABLE, widened

__all__ = ["WIDENABLE", "Wish", "declared", "fixed", "widened"]
