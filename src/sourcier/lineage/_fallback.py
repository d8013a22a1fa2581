"""The hot loops of lineage in NumPy and Python; _kernels.c does the same, faster, with equal results.

Method: words are hashed; hashes of k words are winnowed (Schleimer, Wilkerson and Aiken, 2003); each document's
fingerprints are linked to the first and the latest earlier documents that have them; the links of a pair grow into
runs of equal words, runs into chains along diagonals, and only the gaps inside a chain are aligned word by word.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sourcier.text.fold import ALONE, PAGE, SKIP

BREAK = 0x80
LONGEST = 15
_OVER_BREAK = 5  # two words that are equal by chance do not carry a passage over the end of a sentence
_BASE = 0x9E3779B97F4A7C15
_MASK = (1 << 64) - 1
_STOPS = np.array([ord(c) for c in ".!?\n\u2026\u061f\u06d4\u0964\u3002\uff01\uff1f\uff0e\u2029"], np.uint32)

U64 = NDArray[np.uint64]
Run = tuple[int, int, int]


class Limits(NamedTuple):
    """What the aligner tolerates, in words (`look_back` in runs)."""

    seed: int  # equal words in the runs of a pair that are worth a closer look
    least: int  # equal words that make a passage
    gap: int  # unmatched words that a chain may bridge
    drift: int  # how far two linked runs may lie off one diagonal
    look_back: int  # how many earlier runs a run may be linked to
    split_long: int  # a longer gap on either side splits the passage
    split_unequal: int  # so does a gap this much longer on one side
    window: int  # how far beyond a chain's ends equal words are looked for
    standing_edge: int  # fewer words of standing text at the end of a passage are part of it
    standing_inside: int  # so are fewer than this inside


def _mixed(x: U64) -> U64:
    x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return x ^ (x >> np.uint64(31))


# ---- words


def _entries(codes: NDArray[np.uint32], fold_page: Callable[[int], Sequence[int]]) -> U64:
    entries = np.zeros(len(codes), np.uint64)
    pages = codes // PAGE
    for number in np.unique(pages):
        here = pages == number
        entries[here] = np.array(fold_page(int(number)), np.uint64)[codes[here] % PAGE]
    return entries


def split(text: str, fold_page: Callable[[int], Sequence[int]]) -> tuple[bytes, bytes, bytes, bytes]:
    """Return hashes (uint64), starts, ends (int32) and marks (uint8: letters up to 15, BREAK after a stop) as bytes."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    entries = _entries(codes, fold_page)
    kept = np.flatnonzero(entries != np.uint64(SKIP))
    kept_entries = entries[kept]
    inside = kept_entries != 0
    alone = (kept_entries & np.uint64(ALONE)) != 0
    before = np.concatenate(([False], inside[:-1] & ~alone[:-1]))
    opens = inside & (~before | alone)
    firsts = np.flatnonzero(opens)
    if not len(firsts):
        return b"", b"", b"", b""
    word = np.cumsum(opens) - 1
    members = np.flatnonzero(inside)
    lasts = np.zeros(len(firsts), np.int64)
    lasts[word[members]] = members
    hashes, letters = _hash_words(kept_entries[members], word[members], len(firsts))
    stops = np.cumsum(np.isin(codes[kept], _STOPS) & ~inside)
    seen = stops[firsts]
    breaks = np.concatenate(([True], seen[1:] > seen[:-1]))
    marks = np.minimum(letters, LONGEST).astype(np.uint8) | (breaks * BREAK).astype(np.uint8)
    ends = _with_trailing_marks(entries, kept, lasts, alone)
    return hashes.tobytes(), kept[firsts].astype(np.int32).tobytes(), ends.astype(np.int32).tobytes(), marks.tobytes()


def _with_trailing_marks(
    entries: U64, kept: NDArray[np.int64], lasts: NDArray[np.int64], alone: NDArray[np.bool_]
) -> NDArray[np.int64]:
    following = np.concatenate((kept[1:], [len(entries)]))  # all between a kept character and the next vanishes
    return np.where(alone[lasts], kept[lasts] + 1, following[lasts])


def _hash_words(entries: U64, word: NDArray[np.int64], count: int) -> tuple[U64, NDArray[np.int64]]:
    parts = np.stack([(entries >> np.uint64(shift)) & np.uint64(0x1FFFFF) for shift in (0, 21, 42)], axis=1)
    present = parts.ravel() != 0
    values = parts.ravel()[present]
    owner = np.repeat(word, 3)[present]
    letters = np.bincount(owner, minlength=count)
    start = np.concatenate(([0], np.cumsum(letters)[:-1]))
    place = np.arange(len(values)) - start[owner]
    powers = np.full(int(letters.max()), _BASE, np.uint64)
    powers[0] = 1
    powers = np.multiply.accumulate(powers)
    return _mixed(np.add.reduceat(values * powers[place], start)), letters


# ---- fingerprints


def fingerprints(hashes: U64, bounds: NDArray[np.int64], k: int, window: int) -> tuple[bytes, bytes]:
    """Return the winnowed hashes of k words (uint64) and the places of their first words (int64), in order."""
    all_grams, all_places = [np.zeros(0, np.uint64)], [np.zeros(0, np.int64)]
    for low, high in zip(bounds[:-1].tolist(), bounds[1:].tolist(), strict=True):
        if high - low >= k:
            grams = _grams(hashes[low:high], k)
            places = _winnowed(grams, window)
            all_grams.append(grams[places])
            all_places.append(places + low)
    return np.concatenate(all_grams).tobytes(), np.concatenate(all_places).tobytes()


def _grams(hashes: U64, k: int) -> U64:
    count = len(hashes) - k + 1
    total = np.zeros(count, np.uint64)
    for i in range(k):
        total = total * np.uint64(_BASE) + hashes[i : i + count]
    return _mixed(total)


def _winnowed(grams: U64, window: int) -> NDArray[np.int64]:
    """The place of the least hash of each window, the last of equal ones."""
    window = min(window, len(grams))
    windows = np.lib.stride_tricks.sliding_window_view(grams, window)
    least = window - 1 - np.argmin(windows[:, ::-1], axis=1)
    return np.unique(least + np.arange(len(windows)))


# ---- aligned passages


class _Side(NamedTuple):
    words: list[int]
    marks: list[int]
    standing: list[int]


def _maximal_runs(a: list[int], b: list[int], seeds: list[tuple[int, int]], look_back: int) -> list[Run]:
    runs: list[Run] = []
    for i, j in seeds:
        if any(x - y == i - j and x <= i < x + n for x, y, n in runs[-look_back:]):
            continue
        back = ahead = 0
        while i - back > 0 and j - back > 0 and a[i - back - 1] == b[j - back - 1]:
            back += 1
        while i + ahead < len(a) and j + ahead < len(b) and a[i + ahead] == b[j + ahead]:
            ahead += 1
        if ahead:  # else two different phrases have one hash
            runs.append((i - back, j - back, back + ahead))
    return sorted(runs)


def _link(runs: list[Run], lim: Limits) -> tuple[list[int], list[int]]:
    """The best score of a chain that ends in each run, and the run before it there (-1: none)."""
    scores: list[int] = []
    previous: list[int] = []
    for y, (i, j, n) in enumerate(runs):
        score, before = 4 * n, -1
        for x in range(y - 1, max(0, y - lim.look_back) - 1, -1):
            xi, xj, xn = runs[x]
            if xi >= i or xj >= j:
                continue
            gap_i, gap_j = i - xi - xn, j - xj - xn
            overlap, drift = max(0, -gap_i, -gap_j), abs(gap_i - gap_j)
            if gap_i > lim.gap or gap_j > lim.gap or drift > lim.drift or overlap >= n:
                continue
            here = scores[x] + 4 * (n - overlap) - 2 * drift - max(0, min(gap_i, gap_j)) // 4
            if here > score:
                score, before = here, x
        scores.append(score)
        previous.append(before)
    return scores, previous


def _align_gap(a: list[int], b: list[int], i: int, j: int, n: int, m: int) -> list[tuple[int, int]]:
    """Equal words of a gap in an alignment with the fewest edits."""
    cost = [[x + y if not x or not y else 0 for y in range(m + 1)] for x in range(n + 1)]
    for x in range(1, n + 1):
        for y in range(1, m + 1):
            differ = a[i + x - 1] != b[j + y - 1]
            cost[x][y] = min(cost[x - 1][y - 1] + differ, cost[x - 1][y] + 1, cost[x][y - 1] + 1)
    equal, x, y = [], n, m
    while x and y:
        same = a[i + x - 1] == b[j + y - 1]
        if cost[x - 1][y - 1] + (not same) == cost[x][y]:
            x, y = x - 1, y - 1
            if same:
                equal.append((i + x, j + y))
        elif cost[x - 1][y] + 1 == cost[x][y]:
            x -= 1
        else:
            y -= 1
    return equal[::-1]


def _stretch(  # noqa: PLR0913 - the ends of two texts and a direction
    one: _Side, other: _Side, i: int, j: int, n: int, m: int, step: int
) -> list[tuple[int, int]]:
    """Equal words beyond a chain's end (step 1) or start (-1) that outweigh what differs; the farthest first."""

    def gain(x: int, y: int) -> int:
        at, to = i + step * (x - 1), j + step * (y - 1)
        if one.words[at] != other.words[to]:
            return -1
        return 3 if one.marks[at] & LONGEST > 3 else 1

    if n <= 0 or m <= 0:
        return []
    score = [[-2 * (x + y) if not x or not y else 0 for y in range(m + 1)] for x in range(n + 1)]
    meet = (i, j) if step > 0 else (i + 1, j + 1)
    beyond = (one.marks[meet[0]] | other.marks[meet[1]]) & BREAK
    best, best_x, best_y = _OVER_BREAK if beyond else 0, 0, 0
    for x in range(n + 1):
        for y in range(m + 1):
            if x and y:
                score[x][y] = max(score[x - 1][y - 1] + gain(x, y), score[x - 1][y] - 2, score[x][y - 1] - 2)
            here = score[x][y]
            if here > best or (here == best and best_x and x + y < best_x + best_y):
                best, best_x, best_y = here, x, y
    equal, x, y = [], best_x, best_y
    while x and y:
        if score[x - 1][y - 1] + gain(x, y) == score[x][y]:
            at, to = i + step * (x - 1), j + step * (y - 1)
            if one.words[at] == other.words[to]:
                equal.append((at, to))
            x, y = x - 1, y - 1
        elif score[x - 1][y] - 2 == score[x][y]:
            x -= 1
        else:
            y -= 1
    return equal


def _add(chain: list[Run], run: Run) -> None:
    if chain and chain[-1][0] + chain[-1][2] == run[0] and chain[-1][1] + chain[-1][2] == run[1]:
        chain[-1] = (chain[-1][0], chain[-1][1], chain[-1][2] + run[2])
    else:
        chain.append(run)


def _untaken(members: list[Run], covered: bytearray) -> list[Run]:
    """The runs of a chain without overlaps among them and without words that an earlier chain has taken."""
    plain: list[Run] = []
    for i, j, n in members:
        cut = max(0, plain[-1][0] + plain[-1][2] - i, plain[-1][1] + plain[-1][2] - j) if plain else 0
        start = -1
        for x in range(cut, n + 1):
            is_free = x < n and not covered[i + x]
            if is_free and start < 0:
                start = x
            elif not is_free and start >= 0:
                plain.append((i + start, j + start, x - start))
                start = -1
    return plain


def _free_words(covered: bytearray, i: int, step: int, window: int) -> int:
    n = 0
    while n < window and 0 <= i + step * n < len(covered) and not covered[i + step * n]:
        n += 1
    return n


def _stretch_on(  # noqa: PLR0913 - the ends of two texts and a direction
    one: _Side, other: _Side, lim: Limits, covered: bytearray, i: int, j: int, step: int
) -> list[tuple[int, int]]:
    """Window after window as long as equal words are found; the nearest first."""
    beyond: list[tuple[int, int]] = []
    while True:
        n = _free_words(covered, i, step, lim.window)
        m = min(lim.window, len(other.words) - j if step > 0 else j + 1)
        found = _stretch(one, other, i, j, n, m, step)
        if not found:
            return beyond
        beyond += reversed(found)
        i, j = found[0][0] + step, found[0][1] + step


def _build_chain(one: _Side, other: _Side, lim: Limits, members: list[Run], covered: bytearray) -> list[Run]:
    plain = _untaken(members, covered)
    if not plain:
        return []
    plain = _trimmed(one, other, plain)
    chain: list[Run] = []
    i, j, _ = plain[0]
    for x, y in reversed(_stretch_on(one, other, lim, covered, i - 1, j - 1, -1)):
        _add(chain, (x, y, 1))
    for at, (i, j, n) in enumerate(plain):
        if at:
            end_i, end_j = plain[at - 1][0] + plain[at - 1][2], plain[at - 1][1] + plain[at - 1][2]
            if not any(covered[end_i:i]) and i - end_i <= lim.gap and j - end_j <= lim.gap:
                for x, y in _align_gap(one.words, other.words, end_i, end_j, i - end_i, j - end_j):
                    _add(chain, (x, y, 1))
        _add(chain, (i, j, n))
    i, j = plain[-1][0] + plain[-1][2], plain[-1][1] + plain[-1][2]
    for x, y in _stretch_on(one, other, lim, covered, i, j, 1):
        _add(chain, (x, y, 1))
    return chain


def _whole_sentences(marks: list[int], start: int, end: int) -> bool:
    return end - start >= 3 and bool(marks[start] & BREAK) and bool(marks[end] & BREAK)


def _splits(one: _Side, other: _Side, lim: Limits, x: Run, y: Run) -> bool:
    i, j = x[0] + x[2], x[1] + x[2]
    gap_i, gap_j = y[0] - i, y[1] - j
    if max(gap_i, gap_j) > lim.split_long or abs(gap_i - gap_j) > lim.split_unequal:
        return True
    return _whole_sentences(one.marks, i, y[0]) or _whole_sentences(other.marks, j, y[1])


def _trimmed(one: _Side, other: _Side, runs: list[Run]) -> list[Run]:
    """One or two words beyond a sentence's break are chance, not passage."""
    while len(runs) > 1 and runs[0][2] <= 2 and _opens(one, other, runs[1]):
        runs = runs[1:]
    while len(runs) > 1 and runs[-1][2] <= 2 and _opens(one, other, runs[-1]):
        runs = runs[:-1]
    i, j, n = runs[0]
    for cut in (2, 1):
        if n > cut and one.marks[i + cut] & other.marks[j + cut] & BREAK:
            if not one.marks[i] & other.marks[j] & BREAK:  # else a short sentence, whole
                runs = [(i + cut, j + cut, n - cut), *runs[1:]]
            break
    i, j, n = runs[-1]
    end_i, end_j = i + n, j + n
    for cut in (2, 1):
        if n > cut and one.marks[end_i - cut] & other.marks[end_j - cut] & BREAK:
            whole = _ends(one, end_i) and _ends(other, end_j)
            return runs if whole else [*runs[:-1], (i, j, n - cut)]
    return runs


def _opens(one: _Side, other: _Side, run: Run) -> bool:
    return bool(one.marks[run[0]] & other.marks[run[1]] & BREAK)


def _ends(side: _Side, at: int) -> bool:
    return at == len(side.words) or bool(side.marks[at] & BREAK)


def _align_pair(one: _Side, other: _Side, seeds: list[tuple[int, int]], lim: Limits) -> list[tuple[int, list[Run]]]:
    runs = _maximal_runs(one.words, other.words, seeds, lim.look_back)
    if sum(n for _, _, n in runs) < lim.seed:
        return []
    scores, previous = _link(runs, lim)
    used = [False] * len(runs)
    covered = bytearray(len(one.words))
    passages: list[tuple[int, list[Run]]] = []
    for best in sorted(range(len(runs)), key=lambda r: (-scores[r], r)):
        members, r = [], best
        while r >= 0 and not used[r]:
            used[r] = True
            members.append(runs[r])
            r = previous[r]
        if members:
            chain = _build_chain(one, other, lim, members[::-1], covered)
            passages += _accepted(one, other, lim, chain, covered)
    return passages


def _accepted(
    one: _Side, other: _Side, lim: Limits, chain: list[Run], covered: bytearray
) -> list[tuple[int, list[Run]]]:
    kept: list[tuple[int, list[Run]]] = []
    first = 0
    for r in range(1, len(chain) + 1):
        if r < len(chain) and not _splits(one, other, lim, chain[r - 1], chain[r]):
            continue
        for kind, part in _cut_at_standing(one.standing, chain[first:r], lim):
            _accept(one, other, lim, part, kind, covered, kept)
        first = r
    return kept


def _cut_at_standing(standing: list[int], runs: list[Run], lim: Limits) -> list[tuple[int, list[Run]]]:
    """The runs in groups, cut where standing text begins or ends; a set phrase inside a passage is part of it."""
    groups: list[tuple[int, list[Run]]] = []
    for i, j, n in runs:
        start = 0
        for x in range(1, n + 1):
            if x < n and standing[i + x] == standing[i + start]:
                continue
            kind = int(standing[i + start])
            if not groups or groups[-1][0] != kind:
                groups.append((kind, []))
            groups[-1][1].append((i + start, j + start, x - start))
            start = x
    last = len(groups) - 1
    of_kind = [sum(n for kind, part in groups if kind == which for _, _, n in part) for which in (0, 1)]
    is_standing = 3 * of_kind[0] < of_kind[1] or (of_kind[0] < lim.standing_edge and of_kind[0] <= of_kind[1])
    merged: list[tuple[int, list[Run]]] = []
    for at, (kind, part) in enumerate(groups):
        limit = lim.standing_edge if at in {0, last} else lim.standing_inside
        words = sum(n for _, _, n in part)
        if is_standing or (words < limit and 2 * words <= of_kind[0]):
            kind = int(is_standing)  # noqa: PLW2901 - the group takes the kind of what it stands in
        if not merged or merged[-1][0] != kind:
            merged.append((kind, []))
        for run in part:
            _add(merged[-1][1], run)
    return merged


def _accept(  # noqa: PLR0913 - two texts and what is known of the pair
    one: _Side,
    other: _Side,
    lim: Limits,
    part: list[Run],
    kind: int,
    covered: bytearray,
    kept: list[tuple[int, list[Run]]],
) -> None:
    part = _trimmed(one, other, part)
    start, end = part[0], part[-1]
    equal = sum(n for _, _, n in part)
    length = max(end[0] + end[2] - start[0], end[1] + end[2] - start[1])
    if equal >= lim.least and 2 * equal >= length:
        covered[start[0] : end[0] + end[2]] = b"\1" * (end[0] + end[2] - start[0])
        kept.append((kind, part))


class Postings(NamedTuple):
    """Fingerprints of all documents in order of place, and how they lie when sorted by hash.

    `order` lists postings by hash then place; `rank` is its inverse; `group` gives the rank of the first posting of
    the same hash, by rank; `caps` how many earlier documents a posting may be linked to.
    """

    places: NDArray[np.int64]
    documents: NDArray[np.int32]
    order: NDArray[np.int32]
    rank: NDArray[np.int32]
    group: NDArray[np.int32]
    caps: NDArray[np.uint8]


def align(
    hashes: U64,
    marks: NDArray[np.uint8],
    standing: NDArray[np.bool_],
    bounds: NDArray[np.int64],
    postings: Postings,
    lim: Limits,
) -> tuple[bytes, bytes]:
    """Return passages (int32 × 6: derived, source, first run, end run, equal words, standing) and runs (int32 × 3), as bytes."""
    passages: list[tuple[int, int, int, int, int, int]] = []
    out: list[Run] = []
    sides: dict[int, _Side] = {}

    def side(document: int) -> _Side:
        if document not in sides:
            here = slice(int(bounds[document]), int(bounds[document + 1]))
            sides[document] = _Side(hashes[here].tolist(), marks[here].tolist(), standing[here].tolist())
        return sides[document]

    for derived, by_source in _seeds(bounds, postings):
        for source in sorted(by_source):
            for kind, part in _align_pair(side(derived), side(source), by_source[source], lim):
                equal = sum(n for _, _, n in part)
                passages.append((derived, source, len(out), len(out) + len(part), equal, kind))
                out += part
    return np.array(passages, np.int32).tobytes(), np.array(out, np.int32).tobytes()


def _seeds(bounds: NDArray[np.int64], p: Postings) -> list[tuple[int, dict[int, list[tuple[int, int]]]]]:
    """For each document, the places (in words) where it shares a fingerprint with each earlier one."""
    documents, places = p.documents.tolist(), p.places.tolist()
    order, rank, group, caps = p.order.tolist(), p.rank.tolist(), p.group.tolist(), p.caps.tolist()
    found: dict[int, dict[int, list[tuple[int, int]]]] = {}
    for posting, derived in enumerate(documents):
        for other in _linked(order, documents, rank[posting], group[rank[posting]], caps[posting]):
            source = documents[other]
            seed = (places[posting] - int(bounds[derived]), places[other] - int(bounds[source]))
            found.setdefault(derived, {}).setdefault(source, []).append(seed)
    return list(found.items())


def _linked(order: list[int], documents: list[int], here: int, first: int, cap: int) -> list[int]:
    derived = documents[order[here]]
    other = here - 1
    while other >= first and documents[order[other]] == derived:
        other -= 1
    if other < first:
        return []
    latest = list(range(other, max(first, other - cap + 1), -1)) if cap > 1 else []
    return [order[r] for r in (*latest, first)]
