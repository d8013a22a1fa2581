"""Makes a corpus with exact truth: `python -m bench.corpus --documents 10000 --seed 7 -o DIR`.

Writes `corpus.jsonl` (what a program under test reads) and `truth.jsonl` (one line a document: its kind, parents, true
passages with every earlier text, edits against the parent, standing text). Nothing in the first hints at the second.
"""

import argparse
import json
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any, TextIO

from bench.draft import STANDING
from bench.family import Families, Member
from bench.outlets import Press
from bench.repetition import repeated_share
from bench.sentences import BaseSentences, InventedSentences, Sentences
from bench.truth import Shared, Span
from bench.vocabulary import Vocabulary
from bench.writer import Writer

IN_FAMILIES = 0.72  # share of documents that belong to a story with a dispatch; the others are unrelated
MEASURED_WORDS = 1_000_000


@dataclass(frozen=True, slots=True)
class Corpus:
    """Where a corpus lies, and what it is like."""

    folder: Path
    facts: dict[str, Any]

    @property
    def articles(self) -> Path:
        return self.folder / "corpus.jsonl"

    @property
    def truth(self) -> Path:
        return self.folder / "truth.jsonl"


def groups(families: Families, documents: int) -> Iterator[list[Member]]:
    """Stories until their share of the documents is reached, then unrelated articles."""
    left = documents
    unrelated = documents - int(documents * IN_FAMILIES)
    while left - unrelated >= 2:
        family = families.family(left - unrelated)
        left -= len(family)
        yield family
    for _ in range(left):
        yield [families.unrelated()]


def article_row(member: Member, identity: str, rng: random.Random) -> dict[str, Any]:
    slug = "-".join("".join(filter(str.isalnum, word)).lower() for word in member.draft.title.split()[:6])
    return {
        "id": identity,
        "title": member.draft.title,
        "outlet": member.outlet.name,
        "url": f"https://{member.outlet.host}/{slug}-{rng.randrange(10**6)}",
        "published": member.published,
        "text": member.printed.text,
    }


def standing_spans(member: Member) -> list[Span]:
    printed = member.printed
    places = [place for place, word in enumerate(printed.words) if word.origin == STANDING]
    return [(printed.starts[places[0]], printed.ends[places[-1]])] if places else []


def truth_row(shared: Shared, derived: int, ids: Sequence[str], story: int) -> dict[str, Any]:
    """State the truth about one document against all that are older, by the clock that only the generator knows."""
    member = shared.members[derived]
    parents = member.draft.parents
    passages = []
    for source, other in enumerate(shared.members):
        if (other.when, source) < (member.when, derived):
            for passage in shared.passages(derived, source):
                row = {
                    "source": ids[source],
                    "derived_span": passage.derived_span,
                    "source_span": passage.source_span,
                    "words": passage.words,
                    "counted": passage.counted,
                }
                passages.append(row | ({"edits": passage.edits} if source in parents else {}))
    return {
        "id": ids[derived],
        "story": story,
        "kind": member.draft.kind,
        "published": member.published,
        "parents": [ids[parent] for parent in parents],
        "tellable": shared.tellable(derived),
        "boilerplate": standing_spans(member),
        "passages": passages,
    }


def write_group(members: list[Member], ids: list[str], story: int, truth: TextIO) -> None:
    shared = Shared(members)
    for place in range(len(members)):
        json.dump(truth_row(shared, place, ids, story), truth)
        truth.write("\n")


def make(folder: Path, documents: int, seed: int, base: Path | None = None) -> Corpus:
    """Write a corpus; the same arguments give the same bytes."""
    rng = random.Random(seed)
    vocabulary = Vocabulary(rng)
    sentences: Sentences = BaseSentences(base, rng) if base else InventedSentences(vocabulary, rng)
    writer = Writer(sentences, vocabulary, rng)
    families = Families(writer, Press(writer, documents))
    numbers = list(range(documents))
    rng.shuffle(numbers)
    folder.mkdir(parents=True, exist_ok=True)
    lines = [""] * documents
    sample: list[str] = []
    kinds: dict[str, int] = {}
    with (folder / "truth.jsonl").open("w", encoding="utf-8") as truth:
        for story, members in enumerate(groups(families, documents)):
            taken = [numbers.pop() for _ in members]
            ids = [f"a{number:06d}" for number in taken]
            write_group(members, ids, story, truth)
            for number, identity, member in zip(taken, ids, members, strict=True):
                lines[number] = json.dumps(article_row(member, identity, rng), ensure_ascii=False)
                kinds[member.draft.kind] = kinds.get(member.draft.kind, 0) + 1
            if len(sample) < MEASURED_WORDS:
                sample.extend(word.form for word in chain(*members[0].draft.paragraphs))
    (folder / "corpus.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    facts = {
        "documents": documents,
        "seed": seed,
        "base": base is not None,
        "megabytes": round((folder / "corpus.jsonl").stat().st_size / 1e6, 1),
        "kinds": dict(sorted(kinds.items())),
        "repeated": {n: round(repeated_share(sample[:MEASURED_WORDS], n), 4) for n in (5, 8)} | {"words": len(sample)},
        **sentences.report(),
    }
    return Corpus(folder, facts)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--base", type=Path, help="folder or .jsonl whose sentences are used")
    parser.add_argument("-o", "--output", type=Path, required=True)
    options = parser.parse_args(arguments)
    if options.documents < 2:
        parser.error("--documents must be at least 2")
    if options.base and not options.base.exists():
        parser.error(f"--base: {options.base} does not exist")
    corpus = make(options.output, options.documents, options.seed, options.base)
    print(json.dumps(corpus.facts))
    return 0


if __name__ == "__main__":
    sys.exit(main())
