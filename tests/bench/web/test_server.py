"""A server that runs from entering to leaving, and one that cannot."""

from pathlib import Path

import httpx
import pytest

from bench.web.server import NotServed, Server


def test_it_answers_where_it_says_until_it_is_left(tmp_path: Path) -> None:
    with Server(tmp_path / "web.db") as server:
        assert server.took > 0
        assert httpx.get(f"{server.address}keys", trust_env=False).status_code == 200
    with pytest.raises(httpx.HTTPError):
        httpx.get(server.address, trust_env=False)


def test_a_server_that_ends_at_once_is_told_with_its_last_words(tmp_path: Path) -> None:
    broken = tmp_path / "broken.db"
    broken.write_text(
        "this is no ledger, but more than a hundred characters of something else altogether " * 3, "utf-8"
    )
    with pytest.raises(NotServed, match=r"sourcier serve ended with status [1-9].*broken\.db"), Server(broken):
        pytest.fail("it ran")
