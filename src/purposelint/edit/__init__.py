"""Rewriting source: comments are added, reworded and taken out, purposes renamed, and not a byte besides.

LibCST tells where statements begin and end and what stands with them; the text itself is cut and
joined as it is, so that encoding, line ends, form feeds and layout stay. Whatever comes of it is
parsed again, and must be the same program.
"""

from purposelint.edit.declaring import Spoken, declare
from purposelint.edit.renaming import renamed
from purposelint.edit.rewording import reword, stretch

__all__ = ["Spoken", "declare", "renamed", "reword", "stretch"]
