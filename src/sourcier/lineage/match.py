"""All stretches that texts share with earlier ones, as runs of equal words."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from sourcier.lineage import kernels
from sourcier.lineage.arrays import I32, I64, Mask, distinct
from sourcier.lineage.fingerprints import fingerprints
from sourcier.lineage.links import seeds
from sourcier.lineage.phrases import common_phrases
from sourcier.lineage.settings import LIMITS, Settings
from sourcier.lineage.standing import Judged, standing
from sourcier.lineage.texts import Texts
from sourcier.lineage.words import Wording

_STANDING_RUN = 6  # words; shorter standing text is a common phrase


@dataclass(frozen=True, slots=True, eq=False)
class Matches:
    """The stretches that some texts share with earlier ones.

    `rows` are int32: later text, earlier text, first run, end run, equal words, standing text or not; `runs`: word of
    the later text, word of the earlier one, equal words. `standing` tells for each word of the later texts whether it
    is standing text of an outlet or group, `common` whether it is part of a set phrase that many unrelated texts use.
    """

    rows: I32
    runs: I32
    standing: Mask
    common: Mask


def match(texts: Texts, wording: Wording, settings: Settings) -> Matches:
    """Find what each text shares with those before it."""
    own = fingerprints(wording, settings)
    phrases = common_phrases(own, texts.ties)
    judged = standing(phrases, texts.publications, own.lying())
    all_texts = np.ones(len(texts.articles), np.bool_)
    found = seeds(phrases, judged, all_texts, texts.times.until(), settings)
    return aligned(wording, Held(phrases.texts, phrases.places, judged), found, settings)


class Held(NamedTuple):
    """Rows of phrases in texts: which text, which word of it, what the phrase is there."""

    texts: I32
    places: I32
    judged: Judged


def aligned(wording: Wording, held: Held, places: I32, settings: Settings) -> Matches:
    """Grow seeds into stretches; `held` are the phrases of all later texts of the seeds."""
    is_standing, common = _masks(wording, held, settings)
    words = wording.words
    rows, runs = kernels.align((words.hashes, words.marks, is_standing), wording.bounds, places, LIMITS)
    return Matches(
        np.frombuffer(rows, np.int32).reshape(-1, 6), np.frombuffer(runs, np.int32).reshape(-1, 3), is_standing, common
    )


def _masks(wording: Wording, held: Held, settings: Settings) -> tuple[Mask, Mask]:
    """Tell for each word whether it is standing text, and whether it is part of a set phrase."""
    places = wording.bounds[held.texts] + held.places
    count = len(wording.words)
    is_standing = _smooth(_covered(count, places[held.judged.standing], settings.k), wording.bounds)
    return is_standing, _covered(count, places[held.judged.common], settings.k)


def _covered(count: int, places: I64, k: int) -> Mask:
    """The words that phrases of k words from these places on cover."""
    opens = np.bincount(places, minlength=count + 1)
    closes = np.bincount(np.minimum(places + k, count), minlength=count + 1)
    return np.asarray(np.cumsum(opens[:count] - closes[:count], dtype=np.int32) > 0)


def _smooth(mask: Mask, bounds: I64) -> Mask:
    """The mask without short gaps, then without short islands; texts stay apart."""
    for value in (False, True):
        edges = distinct(np.concatenate((np.flatnonzero(mask[1:] != mask[:-1]) + 1, bounds)))
        lengths = np.diff(edges)
        starts = edges[:-1]
        inner = np.ones(len(starts), np.bool_) if value else ~np.isin(starts, bounds) & ~np.isin(edges[1:], bounds)
        turned = (mask[starts] == value) & (lengths < _STANDING_RUN) & inner if len(mask) else inner
        mask = mask.copy()
        mask[np.repeat(turned, lengths)] = not value
    return mask
