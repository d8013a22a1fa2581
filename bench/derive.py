"""The fifteen ways in which a text is made from another; words keep their origins, so that the truth needs no guess."""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace

from bench.draft import Draft, Paragraph, Word
from bench.writer import Story, Writer

Derivation = Callable[[Draft, Writer, Story, str], Draft]  # parent, writer, story, who is credited

OCR = (
    ("rn", "m"),
    ("m", "rn"),
    ("l", "1"),
    ("e", "c"),
    ("o", "0"),
    ("h", "b"),
    ("u", "n"),
    ("é", "6"),
    ("i", "l"),
    ("n", "ri"),
)
QUOTE_WORDS = (8, 30)
LEAST_KEPT = 25  # words


def verbatim(parent: Draft, _writer: Writer, _story: Story, _credit: str) -> Draft:
    return parent


def headline(parent: Draft, writer: Writer, story: Story, _credit: str) -> Draft:
    return replace(parent, title=writer.title(story))


def credit_line(parent: Draft, writer: Writer, _story: Story, credit: str) -> Draft:
    rng = writer.rng
    end = rng.choice((f"({credit})", f"Avec {credit}", f"Source : {credit}", f"D'après une dépêche de {credit}."))
    if rng.random() < 0.3:
        return replace(
            parent, paragraphs=(writer.fresh([f"({credit})", "–"]) + parent.paragraphs[0], *parent.paragraphs[1:])
        )
    return replace(parent, paragraphs=(*parent.paragraphs, writer.fresh(end.split())))


def inserted(parent: Draft, writer: Writer, story: Story, _credit: str) -> Draft:
    paragraphs = list(parent.paragraphs)
    for _ in range(writer.rng.randint(1, 4)):
        paragraphs.insert(writer.rng.randint(0, len(paragraphs)), writer.paragraph(story))
    return replace(parent, paragraphs=tuple(paragraphs))


def truncated(parent: Draft, writer: Writer, _story: Story, _credit: str) -> Draft:
    kept = max(LEAST_KEPT, int(parent.length() * writer.rng.uniform(0.25, 0.8)))
    paragraphs: list[Paragraph] = []
    for paragraph in parent.paragraphs:
        if kept <= 0:
            break
        paragraphs.append(paragraph[:kept])
        kept -= len(paragraph)
    return replace(parent, paragraphs=tuple(paragraphs))


def reordered(parent: Draft, writer: Writer, _story: Story, _credit: str) -> Draft:
    """Move one to three paragraphs; the others keep their order."""
    paragraphs = list(parent.paragraphs)
    for _ in range(writer.rng.randint(1, 3)):
        moved = paragraphs.pop(writer.rng.randrange(len(paragraphs)))
        paragraphs.insert(writer.rng.randint(0, len(paragraphs)), moved)
    return replace(parent, paragraphs=tuple(paragraphs))


def substituted(share: float) -> Derivation:
    def derive(parent: Draft, writer: Writer, _story: Story, _credit: str) -> Draft:
        rng = writer.rng

        def maybe(word: Word) -> Word:
            return (word[0], writer.replacement(word[1])) if rng.random() < share else word

        return replace(parent, paragraphs=tuple(tuple(map(maybe, paragraph)) for paragraph in parent.paragraphs))

    return derive


def excerpt(parent: Draft, writer: Writer, story: Story, _credit: str) -> Draft:
    """One stretch of 20 to 120 words inside a text of its own words."""
    return _quoting(parent, writer, story, (20, 120))


def quote(parent: Draft, writer: Writer, story: Story, _credit: str) -> Draft:
    """One stretch of 8 to 30 words inside a text of its own words."""
    return _quoting(parent, writer, story, QUOTE_WORDS)


def _quoting(parent: Draft, writer: Writer, story: Story, lengths: tuple[int, int]) -> Draft:
    words = tuple(parent.words())
    wanted = min(len(words), writer.rng.randint(*lengths))
    start = writer.rng.randint(0, len(words) - wanted)
    taken = words[start : start + wanted]
    host = writer.article(story, parent.kind)
    paragraphs = list(host.paragraphs)
    framed = (*writer.fresh([*writer.sentence(story)[:6], ":", "«"]), *taken, *writer.fresh(["»."]))
    paragraphs.insert(writer.rng.randint(0, len(paragraphs)), framed)
    return replace(host, paragraphs=tuple(paragraphs))


def mixed(parent: Draft, writer: Writer, story: Story, credit: str) -> Draft:
    draft = parent
    for step in writer.rng.sample((inserted, truncated, reordered, substituted(0.04), credit_line, headline), 3):
        draft = step(draft, writer, story, credit)
    return draft


def ocr_noise(parent: Draft, writer: Writer, _story: Story, _credit: str) -> Draft:
    share = writer.rng.uniform(0.04, 0.16)

    def maybe(word: Word) -> Word:
        return (word[0], misread(word[1], writer.rng)) if writer.rng.random() < share else word

    return replace(parent, paragraphs=tuple(tuple(map(maybe, paragraph)) for paragraph in parent.paragraphs))


def misread(form: str, rng: random.Random) -> str:
    """Give the word with one letter read wrongly, or broken in two."""
    if " " in form:
        return form
    possible = [(wrong, right) for wrong, right in OCR if wrong in form]
    if possible and rng.random() < 0.9:
        return form.replace(*rng.choice(possible), 1)
    return f"{form[: len(form) // 2]} {form[len(form) // 2 :]}" if len(form) > 5 else form


def merged(first: Draft, second: Draft, writer: Writer) -> Draft:
    """Most of one text and part of another, paragraphs interleaved in runs."""
    rng = writer.rng
    left = first.paragraphs[: max(1, round(len(first.paragraphs) * rng.uniform(0.5, 1.0)))]
    right = second.paragraphs[: max(1, round(len(second.paragraphs) * rng.uniform(0.3, 0.8)))]
    cut = rng.randint(0, len(left))
    return replace(first, paragraphs=(*left[:cut], *right, *left[cut:]))


DERIVATIONS: dict[str, Derivation] = {
    "verbatim": verbatim,
    "headline": headline,
    "credit": credit_line,
    "inserted": inserted,
    "truncated": truncated,
    "reordered": reordered,
    "words_2": substituted(0.02),
    "words_5": substituted(0.05),
    "words_10": substituted(0.10),
    "words_20": substituted(0.20),
    "excerpt": excerpt,
    "quote": quote,
    "mixed": mixed,
    "ocr": ocr_noise,
}
KINDS: Sequence[str] = (*DERIVATIONS, "merged")
