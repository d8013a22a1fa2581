"""An invented newsroom's archive: dispatches, reprints of several kinds, footers, quotations, texts without a date."""

import random
from dataclasses import replace

from sourcier.core.article import Article
from tests import factory
from tests.lineage.texts import paragraphs, sentence

_OUTLETS = ("Agence inventée", "Le Phare inventé", "La Vigie inventée", "Le Quai inventé", None)
_FOOTERS = (
    "Toute copie de cette page inventée demande un accord écrit de la maison du port.",
    "Recevez chaque matin la lettre inventée du Phare en laissant ici votre adresse au gardien.",
)
_SAID = (
    "« Nous rouvrirons les trois quais inventés avant la fin du mois, quoi qu’il en coûte à la ville », a dit le port."
)


def archive(seed: int, stories: int = 7) -> list[Article]:
    """Return about three articles a story, in no order; the same seed gives the same ones."""
    rng = random.Random(seed)
    made: list[Article] = []
    for story in range(stories):
        day = rng.randrange(1, 28)
        dispatch = paragraphs(seed * 100 + story, 3, 2)
        bodies = [dispatch, *(_changed(rng, dispatch) for _ in range(rng.randrange(4)))]
        made += [_article(rng, f"{story}-{number}", body, day) for number, body in enumerate(bodies)]
    rng.shuffle(made)
    return made


def _article(rng: random.Random, name: str, body: list[str], day: int) -> Article:
    outlet = rng.choice(_OUTLETS)
    if outlet == "Le Phare inventé":
        body = [*body, _FOOTERS[1]]
    if rng.random() < 0.4:
        body = [*body, _FOOTERS[0]]
    published = rng.choice(
        (None, f"2031-{rng.randrange(1, 4):02}-{day:02}", f"2031-01-{day:02}T{rng.randrange(24):02}:00:00Z")
    )
    article = factory.article(name, "\n\n".join(body), published=published, outlet=outlet, language="fr")
    return replace(article, path=f"{name}.txt", locations=(f"{name}.txt",), title=name)


def _changed(rng: random.Random, dispatch: list[str]) -> list[str]:
    """A reprint: words exchanged, a paragraph left out, put in or moved, a credit given, a quotation taken up."""
    body = list(dispatch)
    for _ in range(rng.randrange(1, 4)):
        at = rng.randrange(len(body))
        words = body[at].split()
        words[rng.randrange(len(words))] = "autrement"
        body[at] = " ".join(words)
    if rng.random() < 0.3 and len(body) > 1:
        del body[rng.randrange(len(body))]
    if rng.random() < 0.3:
        body.insert(rng.randrange(len(body) + 1), sentence(rng))
    if rng.random() < 0.3:
        body.append("(Agence inventée)")
    if rng.random() < 0.3:
        body.append(_SAID)
    if rng.random() < 0.2:
        rng.shuffle(body)
    return body
