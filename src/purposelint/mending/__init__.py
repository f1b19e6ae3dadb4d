"""What `declare` and `fix` would write: findings to changes, changes to edits, and a second look at these."""

from purposelint.mending.asked import Wish
from purposelint.mending.declaring import declared
from purposelint.mending.fixing import fixed
from purposelint.mending.renaming import Renaming, renamed
from purposelint.mending.widening import WIDENABLE, widened

__all__ = ["WIDENABLE", "Renaming", "Wish", "declared", "fixed", "renamed", "widened"]
