"""What is written of each document: the article as a program reads it, and the truth about it."""

import random
from collections.abc import Sequence
from typing import Any

import numpy as np

from bench.draft import STANDING
from bench.family import Member
from bench.truth import Shared, Span


def article_row(member: Member, identity: str, rng: random.Random) -> dict[str, Any]:
    """Give no two documents one address."""
    slug = "-".join("".join(filter(str.isalnum, word)).lower() for word in member.draft.title.split()[:6])
    return {
        "id": identity,
        "title": member.draft.title,
        "outlet": member.outlet.name,
        "url": f"https://{member.outlet.host}/{slug}-{rng.randrange(10**6):06d}{identity.lstrip('a')}",
        "published": member.published,
        "text": member.printed.text,
    }


def identity_of(url: str) -> str:
    """Return the id of the article that has an address of `article_row`."""
    return f"a{url.rpartition('-')[2][6:]}"


def standing_spans(member: Member) -> list[Span]:
    printed = member.printed
    places = np.flatnonzero(printed.origins == STANDING)
    return [(int(printed.starts[places[0]]), int(printed.ends[places[-1]]))] if len(places) else []


def truth_row(shared: Shared, derived: int, ids: Sequence[str], story: int) -> dict[str, Any]:
    """State the truth about one document against all that are older, by the clock that only the generator knows."""
    member = shared.members[derived]
    parents = member.draft.parents
    passages = []
    for source, other in enumerate(shared.members):
        if (other.when, source) < (member.when, derived):
            for passage in shared.passages(derived, source, edits=source in parents):
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
