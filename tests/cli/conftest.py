"""A folder with a dispatch, a reprint of it, and an article on something else; all invented."""

import json
from pathlib import Path

import pytest

from tests import factory

ALONE = """Le marché aux graines change de jour

Le marché aux graines de la Butte se tiendra désormais le jeudi, a décidé l'assemblée du quartier, \
pour laisser la place aux forains de passage pendant la saison sèche."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    articles = tmp_path / "articles"
    articles.mkdir()
    for each in factory.pair():
        _write(articles / each.id, each.text, each.outlet or "", each.published.value if each.published else "")
    _write(articles / "seul.txt", ALONE, "La Butte inventée", "2031-03-05")
    return tmp_path


def _write(path: Path, text: str, outlet: str, published: str) -> None:
    path.write_text(text, "utf-8")
    path.with_suffix(".json").write_text(json.dumps({"outlet": outlet, "published": published}), "utf-8")
