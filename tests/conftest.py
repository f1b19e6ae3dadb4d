"""No test reads or writes the caches of whoever runs it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session", autouse=True)
def _own_caches(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("caches")))
        patch.delenv("PURPOSELINT_CACHE_KEY", raising=False)
        patch.setenv("LOCALAPPDATA", str(tmp_path_factory.mktemp("caches")))
        yield
