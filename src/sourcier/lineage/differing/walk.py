"""Goes along two aligned passages and collects what differs."""

from sourcier.core.edit import Edit, EditKind
from sourcier.core.span import Span
from sourcier.lineage.differing.categories import categorise, plain
from sourcier.lineage.differing.change import Around, change
from sourcier.lineage.differing.lexicon import Lexicon
from sourcier.lineage.differing.pieces import pieces
from sourcier.lineage.differing.separators import mark_fit, placed, starts_sentence, unit
from sourcier.lineage.differing.similar import shared_prefix
from sourcier.lineage.differing.spelling import respelt
from sourcier.lineage.differing.weights import OTHER_TENSE, plain_weight, weight
from sourcier.lineage.differing.window import AROUND, Window
from sourcier.lineage.differing.word import REPORTING


class Differ:
    """Goes through one passage and collects its differences; its methods count words as the windows do."""

    def __init__(self, words: Lexicon, derived: Window, source: Window) -> None:
        self._lexicon = words
        self._derived = derived
        self._source = source
        self.found: list[Edit] = []

    def run(self, i: int, j: int, n: int) -> None:
        """Compare words that are equal when folded, and what separates them; the articles' word numbers."""
        d, s = self._derived, self._source
        i, j = i - d.first, j - s.first
        if d.text[d.starts[i] : d.ends[i + n - 1]] == s.text[s.starts[j] : s.ends[j + n - 1]]:
            return
        for k in range(n):
            if k:
                self._separator(i + k, j + k)
            self._word(i + k, j + k)

    def gap(self, i: int, i_end: int, j: int, j_end: int) -> None:
        """Compare words i..i_end with j..j_end, and the separators around them; the articles' word numbers."""
        d, s = self._derived, self._source
        i, i_end, j, j_end = i - d.first, i_end - d.first, j - s.first, j_end - s.first
        if i_end - i == j_end - j == 1:
            self._separator(i, j)
            self._word(i, j)
            self._separator(i_end, j_end)
            return
        ours = [word.folded for word in d.words(i, i_end)]
        theirs = [word.folded for word in s.words(j, j_end)]
        head = shared_prefix(ours, theirs)
        tail = shared_prefix(ours[head:][::-1], theirs[head:][::-1])
        for k in range(head):
            self._separator(i + k, j + k)
            self._word(i + k, j + k)
        self._differing(i + head, i_end - tail, j + head, j_end - tail)
        for k in range(tail, 0, -1):
            self._word(i_end - k, j_end - k)
            self._separator(i_end - k + 1, j_end - k + 1)

    def _differing(self, i: int, i_end: int, j: int, j_end: int) -> None:
        if i < i_end and j < j_end:
            self._substituted(i, i_end, j, j_end)
        elif i < i_end:
            self._one_sided(self._derived, i, i_end, j)
        elif j < j_end:
            self._one_sided(self._source, j, j_end, i)
        else:
            self._separator(i, j)

    def _substituted(self, i: int, i_end: int, j: int, j_end: int) -> None:
        self._separator(i, j)
        parts = pieces(self._source.words(j, j_end), self._derived.words(i, i_end))
        for start, end in parts:
            if start:
                self._separator(i + start, j + start)
            if end - start == 1:
                self._word(i + start, j + start)
            else:
                self._phrase(i + start, i + end, j + start, j + end)
        if not parts:
            self._phrase(i, i_end, j, j_end)
        self._separator(i_end, j_end)

    def _word(self, i: int, j: int) -> None:
        d, s = self._derived, self._source
        new, old = d.text[d.starts[i] : d.ends[i]], s.text[s.starts[j] : s.ends[j]]
        if new == old:
            return
        one, other = d.known[new], d.known[old]
        ours, theirs = Span(d.starts[i], d.ends[i]), Span(s.starts[j], s.ends[j])
        if plain(one, other, d.known[d.text[d.starts[i - 1] : d.ends[i - 1]]]):
            self.found.append(Edit("words", "substitute", "wording", plain_weight(one, other), ours, theirs))
        elif one.folded != other.folded:
            self._add("substitute", (i, i + 1), (j, j + 1), ours, theirs)
        elif one.marks & REPORTING and respelt(old, new)[0] == "spelling":
            self.found.append(Edit("words", "substitute", "attribution", OTHER_TENSE, ours, theirs, new))
        else:
            self.found.append(Edit("words", "substitute", *respelt(old, new), ours, theirs))

    def _phrase(self, i: int, i_end: int, j: int, j_end: int) -> None:
        d, s = self._derived, self._source
        ours, theirs = Span(d.starts[i], d.ends[i_end - 1]), Span(s.starts[j], s.ends[j_end - 1])
        self._add("substitute", (i, i_end), (j, j_end), ours, theirs)

    def _separator(self, i: int, j: int) -> None:
        """Compare what stands before word i and before word j."""
        d, s = self._derived, self._source
        if d.text[d.ends[i - 1] : d.starts[i]] != s.text[s.ends[j - 1] : s.starts[j]]:
            self._typography(Span(d.ends[i - 1], d.starts[i]), Span(s.ends[j - 1], s.starts[j]))

    def _typography(self, ours: Span, theirs: Span) -> None:
        new, old = ours.of(self._derived.text), theirs.of(self._source.text)
        if new != old:
            fit = mark_fit(old, new)
            head = shared_prefix(new, old)
            tail = shared_prefix(new[head:][::-1], old[head:][::-1])
            ours, theirs = Span(ours.start + head, ours.end - tail), Span(theirs.start + head, theirs.end - tail)
            kind: EditKind = "insert" if not len(theirs) else "delete" if not len(ours) else "substitute"
            self.found.append(Edit("words", kind, *fit, ours, theirs))

    def _one_sided(self, full: Window, start: int, end: int, at: int) -> None:
        """Words start..end that `full` has and the other side lacks before its word `at`."""
        derived_has_it = full is self._derived
        bare = self._source if derived_has_it else self._derived
        gap = Span(bare.ends[at - 1], bare.starts[at])
        whole = Span(full.ends[start - 1], full.starts[end])
        inner = Span(full.starts[start], full.ends[end - 1])
        lead, taken, trail = placed(bare.text, gap, full.text, whole, inner)
        for pair in (lead, taken, trail):
            if pair is None:
                continue
            ours, theirs = pair if derived_has_it else pair[::-1]
            if pair is not taken:
                self._typography(ours, theirs)
                continue
            kind: EditKind = "substitute" if len(ours) and len(theirs) else "insert" if len(ours) else "delete"
            i, j = ((start, end), (at, at)) if derived_has_it else ((at, at), (start, end))
            self._add(kind, i, j, ours, theirs)

    def _add(self, kind: EditKind, i: tuple[int, int], j: tuple[int, int], ours: Span, theirs: Span) -> None:
        side, (start, end) = (self._derived, i) if i[0] < i[1] else (self._source, j)
        low = max(start - AROUND, 0)
        line = side.words(low, end + AROUND)
        before, words, after = line[: start - low], line[start - low : end - low], line[end - low :]
        other = self._source.words(*j) if side is self._derived else []
        derived, source = (words, other) if side is self._derived else (other, words)
        lead, trail = side.separator(start), side.separator(end)
        around = Around(before, after, starts_sentence(lead, before), lead, trail)
        what = change(self._lexicon, source, derived, around)
        category, cue = categorise(self._lexicon, what)
        scope = unit(end - start, lead, trail)
        self.found.append(Edit(scope, kind, category, weight(what, category), ours, theirs, cue))
