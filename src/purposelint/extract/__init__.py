"""From one source file to its facts: LibCST lives here, and in edit, which rewrites source.

The source is decoded (`decode`), split into tokens (`tokens`), held against the bounds of what
can be parsed safely (`limits`), parsed, and lowered in one walk in source order (`lowering`), in which
every name, number and string of the tree takes its token and thereby its position (`cursor`).

`definitions` reads no tree: it says what a file defines at its top, so that this is known again elsewhere.
"""

from purposelint.extract.definitions import Definition, definitions
from purposelint.extract.limits import within
from purposelint.extract.lowering import extract

__all__ = ["Definition", "definitions", "extract", "within"]
