"""A blind sample of a ledger's pairs: the sheet for the coders, and the key for later."""

from dataclasses import dataclass
from random import Random

from sourcier.core.article import Article
from sourcier.core.errors import InputError
from sourcier.core.progress import Progress
from sourcier.figures.codes import codes, seal
from sourcier.figures.drawn import Drawn, Sample, Taker
from sourcier.figures.excerpt import excerpts
from sourcier.figures.sheet import Row, Shown
from sourcier.figures.strata import Stratum
from sourcier.store.ledger import Ledger
from sourcier.store.sampling import Said
from sourcier.workflow.corpus import Corpus
from sourcier.workflow.drawing import draw, spread
from sourcier.workflow.producing import of_ledger
from sourcier.workflow.refreshing import catch_up


@dataclass(frozen=True, slots=True)
class Drawing:
    """A sample with what the coders are to see of it, row by row."""

    sample: Sample
    rows: tuple[Row, ...]


def sample_corpus(corpus: Corpus, rows: int, seed: int, progress: Progress | None = None) -> Drawing:
    """Draw from articles read into memory; nothing is written."""
    with Ledger(None) as ledger:
        for _ in ledger.add(corpus.articles):
            pass
        catch_up(ledger, progress)
        return sample(ledger, rows, seed, progress)


def sample(ledger: Ledger, rows: int, seed: int, progress: Progress | None = None) -> Drawing:
    """Draw `rows` pairs, or all there are, from what was found.

    Raises InputError where there are no two articles.
    """
    articles = len(ledger)
    if articles < 2:
        raise InputError("fewer than two articles make no pair", "a sample is drawn from pairs of articles")
    with ledger.at_once():
        lot = draw(ledger, rows, seed, progress)
        random = Random(f"order {seed}")  # noqa: S311 - to be drawn again, not to be secret
        pairs = spread(lot.pairs)
        random.shuffle(pairs)
        names = codes(random)
        code, made = next(names), []
        for done, (stratum, pair) in enumerate(pairs):
            if progress:
                progress("excerpts", done, len(pairs))
            a, b = (ledger.article(id_) for id_ in random.sample(pair, 2))
            made.append(_row(next(names), stratum, a, b, ledger.said(*pair)))
        drawn = tuple(row for row, _, _ in made)
        return Drawing(Sample(code, seed, articles, of_ledger(ledger), lot.populations, drawn), tuple(made))


def _row(code: str, stratum: Stratum, a: Article, b: Article, told: Said | None) -> Row:
    texts = excerpts(a.text, b.text)
    words, taker, credit = (told.words, _taker(a.id, told), told.credit) if told else (None, None, None)
    drawn = Drawn(code, stratum, a.id, b.id, words, taker, credit, seal(*texts))
    return drawn, _shown(a, texts[0]), _shown(b, texts[1])


def _taker(a: str, told: Said) -> Taker | None:
    if told.direction == "unknown":
        return None
    return "a" if (told.derived == a) == (told.direction == "source_first") else "b"


def _shown(article: Article, text: str) -> Shown:
    return Shown(article.outlet, article.published.value if article.published else None, article.title, text)
