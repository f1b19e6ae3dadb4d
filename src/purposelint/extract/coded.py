"""What stands for a file's code, so that a comment has nothing followed again that it does not change."""

from __future__ import annotations

from hashlib import blake2b

import msgspec

from purposelint.domain.facts import Class, FileFacts

_ENCODER = msgspec.msgpack.Encoder()


def with_code(facts: FileFacts) -> FileFacts:
    """The same facts with the digest of all but what comments say; where code stands counts."""
    plain = msgspec.structs.replace(facts, comments=(), classes=tuple(map(_without_comments, facts.classes)))
    digest = blake2b(_ENCODER.encode(plain), digest_size=16).digest()
    return msgspec.structs.replace(facts, code=digest)


def _without_comments(each: Class) -> Class:
    if not any(field.comment for field in each.fields):
        return each
    fields = tuple(msgspec.structs.replace(field, comment="") for field in each.fields)
    return msgspec.structs.replace(each, fields=fields)
