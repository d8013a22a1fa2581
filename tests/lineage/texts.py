"""Invented sentences for lineage tests, as many as are wanted, no two alike."""

import random

_NOUNS = (
    "marché pont école rivière moulin verger atelier barque grenier théâtre jardin potier tisserand berger facteur "
    "lampadaire horloge chantier fanfare marionnette bibliothèque boulanger escalier citerne colline sentier".split()
)
_VERBS = (
    "traverse répare longe contourne surveille décore abrite dépasse mesure raconte imagine prépare balaie éclaire "
    "accueille protège attend oublie retrouve dessine".split()
)
_ADJECTIVES = (
    "ancien tranquille bruyant étroit lointain modeste paisible curieux immense fragile discret solide".split()
)


def sentence(rng: random.Random, words: int = 16) -> str:
    """Return a sentence of about so many words that no other call of the same generator is likely to repeat."""
    parts: list[str] = []
    while len(parts) < words:
        parts += ["le", rng.choice(_NOUNS), rng.choice(_ADJECTIVES), rng.choice(_VERBS), str(rng.randrange(10, 9_999))]
    return " ".join(parts[:words]).capitalize() + "."


def paragraphs(seed: int, count: int = 4, sentences: int = 3) -> list[str]:
    """Return paragraphs of their own for a seed."""
    rng = random.Random(seed)
    return [" ".join(sentence(rng) for _ in range(sentences)) for _ in range(count)]


def text(seed: int, count: int = 4) -> str:
    """Return a text of its own for a seed."""
    return "\n\n".join(paragraphs(seed, count))
