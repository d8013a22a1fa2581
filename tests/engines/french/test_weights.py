"""A damaged file of weights is said to be one."""

from pathlib import Path

import pytest

from sourcier.core.errors import InputError
from sourcier.engines.french import weights


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 cut", b"no archive at all" * 9])
def test_a_damaged_file_is_told(content: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "weights").mkdir()
    (tmp_path / "weights" / "french.npz").write_bytes(content)
    monkeypatch.setattr(weights, "files", lambda _: tmp_path)
    weights.weights.cache_clear()
    with pytest.raises(InputError, match=r"french\.npz of the package is damaged"):
        weights.weights()
    weights.weights.cache_clear()
