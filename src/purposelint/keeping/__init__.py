"""What runs keep for the next: sealed files, in a folder of the project and in one of the user.

A file is believed only if it was sealed with this user's key, so that a repository cannot bring results of
its own making. What cannot be kept, or is not believed, is made anew: nothing here is an error.
"""

from __future__ import annotations

from purposelint.keeping.copying import copy_kept
from purposelint.keeping.inventory import Kept, clear, inventory
from purposelint.keeping.key import SHORTEST, VARIABLE, is_stated, why_none
from purposelint.keeping.notices import hearing, hush, told
from purposelint.keeping.places import FOLDER, project_store, user_folder, user_store
from purposelint.keeping.sources import code_digest
from purposelint.keeping.store import BOUND, Store

__all__ = [
    "BOUND",
    "FOLDER",
    "SHORTEST",
    "VARIABLE",
    "Kept",
    "Store",
    "clear",
    "code_digest",
    "copy_kept",
    "hearing",
    "hush",
    "inventory",
    "is_stated",
    "project_store",
    "told",
    "user_folder",
    "user_store",
    "why_none",
]
