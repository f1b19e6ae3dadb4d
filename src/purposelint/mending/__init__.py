"""What `declare` and `fix` would write: findings to changes, changes to edits, and a second look at these."""

from purposelint.mending.declaring import Wish, declared
from purposelint.mending.fixing import fixed

__all__ = ["Wish", "declared", "fixed"]
