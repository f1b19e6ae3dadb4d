"""A package that hands on what its modules define."""

from .inner import tell as renamed
from .inner import tell as handed_on
from .outer import indirect
