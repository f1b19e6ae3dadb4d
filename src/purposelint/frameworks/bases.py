"""Bases that a class has from a package out of sight: what its body is written in tells what they are."""

from __future__ import annotations

from collections.abc import Iterable

_DJANGO_MODEL = "django.db.models.Model"
_MODULES = ("django.db.models", "django.db.models.fields", "django.contrib.gis.db.models")
_FIELDS = (
    *("AutoField", "BigAutoField", "BigIntegerField", "BinaryField", "BooleanField", "CharField"),
    *("DateField", "DateTimeField", "DecimalField", "DurationField", "EmailField", "FileField"),
    *("FloatField", "ForeignKey", "GenericIPAddressField", "ImageField", "IntegerField", "JSONField"),
    *("ManyToManyField", "OneToOneField", "PositiveIntegerField", "PositiveSmallIntegerField"),
    *("SlugField", "SmallIntegerField", "TextField", "TimeField", "URLField", "UUIDField"),
)
_DJANGO_FIELDS = frozenset(f"{module}.{name}" for module in _MODULES for name in _FIELDS)
_KNOWN = ("django.", "builtins.", "abc.", "typing.")
"""Where bases are whose own bases are no riddle."""


def hidden_base(bases: Iterable[str], made: Iterable[str]) -> str:
    """The base that one of some `bases` outside the project brings along, '' for none that shows.

    `made` are the canonical names of what the class's fields are made by: a class of Django's model fields
    on a package's base (`model_utils.models.TimeStampedModel`) is a model.
    """
    unknown = any(base and not base.startswith(_KNOWN) for base in bases)
    return _DJANGO_MODEL if unknown and not _DJANGO_FIELDS.isdisjoint(made) else ""
