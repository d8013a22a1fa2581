"""Invented records in which much is shared: dispatches, reprints with changes, and standing text of each outlet."""

import json
import random
from pathlib import Path

_OUTLETS = ("Le Phare inventé", "La Gazette inventée", "Agence inventée", "Radio inventée")
_WORDS = 400


def _sentence(chance: random.Random, words: int) -> list[str]:
    return [f"mot{chance.randrange(_WORDS)}a{chance.randrange(9)}" for _ in range(words)]


def write(path: Path, first: int, count: int) -> Path:
    """Write `count` records from number `first` on; the same numbers give the same records."""
    with path.open("w", encoding="utf-8") as file:
        for number in range(first, first + count):
            file.write(json.dumps(_record(number), ensure_ascii=False) + "\n")
    return path


def _record(number: int) -> dict[str, str]:
    chance = random.Random(number)
    story = random.Random(f"story {number // 5 if number % 3 else number % 7}")  # also of articles that come much later
    shared = _sentence(story, 60)
    at = chance.randrange(40)
    part = shared[at : at + 20] if number % 4 else shared
    part = [word if chance.random() > 0.04 else f"autre{chance.randrange(9)}" for word in part]
    outlet = _OUTLETS[number % len(_OUTLETS)]
    standing = _sentence(random.Random(outlet), 25)
    words = [f"Numéro {number}.", *_sentence(chance, 40), *part, *_sentence(chance, 10), *standing]
    day = f"2031-{number % 12 + 1:02}-{number % 28 + 1:02}"
    return {"id": f"{number}", "text": " ".join(words), "outlet": outlet, "published": day}
