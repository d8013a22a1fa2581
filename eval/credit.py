"""How well credits are found: `python -m eval.credit [--second]`, over the frozen cases.

A mention is right when its name and its scope are. Prints counts only, no text, so that the cases stay unread by
whoever writes the rules.
"""

import sys
from collections import Counter
from dataclasses import dataclass, field

from eval.cases.forms import CreditText
from eval.cases.load import credit_texts, folder
from sourcier.core.article import Article
from sourcier.lineage.credit import agency, mentions
from sourcier.lineage.naming.outlets import same_outlet

Named = tuple[str, str]
"""A name and the scope of its credit."""


@dataclass
class Score:
    """Credits found rightly, found wrongly and missed; misses and wrong ones by cause."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    causes: Counter[str] = field(default_factory=Counter)

    def __str__(self) -> str:
        """Show precision and recall in per cent."""
        found, marked = self.right + self.wrong, self.right + self.missed
        precision = self.right / found if found else 0.0
        recall = self.right / marked if marked else 0.0
        return f"precision {precision:.1%} ({self.right}/{found}), recall {recall:.1%} ({self.right}/{marked})"


def score(texts: tuple[CreditText, ...]) -> tuple[Score, Score]:
    """Return the score by name and scope, and the one by name alone."""
    strict, loose = Score(), Score()
    for case in texts:
        article = Article(case.id, case.text, language=case.lang)
        given = mentions(article)
        found = sorted({(mention.name, mention.scope) for mention in given})
        forms = {(mention.name, mention.scope): mention.form for mention in given}
        marked = sorted({(name, credit.scope) for credit in case.credits for name in credit.names})
        marked = [named for named in marked if named[1] != "image"]
        _count(strict, case, list(found), list(marked), with_scope=True)
        strict.causes.update(f"  of form {forms[named]}: {named[1]}" for named in found if not _right(named, marked))
        _count(loose, case, [(name, "") for name, _ in found], [(name, "") for name, _ in marked], with_scope=False)
    return strict, loose


def _right(named: Named, marked: list[Named]) -> bool:
    return any(one[1] == named[1] and same_outlet(one[0], named[0]) for one in marked)


def _count(total: Score, case: CreditText, found: list[Named], marked: list[Named], *, with_scope: bool) -> None:
    if not with_scope:
        found, marked = list(dict.fromkeys(found)), list(dict.fromkeys(marked))
    for name, scope in found:
        match = next((one for one in marked if one[1] == scope and same_outlet(one[0], name)), None)
        if match:
            marked.remove(match)
            total.right += 1
        else:
            total.wrong += 1
            total.causes[_cause("wrong", case, name, scope)] += 1
    for name, scope in marked:
        total.missed += 1
        total.causes[_cause("missed", case, name, scope)] += 1


def _cause(what: str, case: CreditText, name: str, scope: str) -> str:
    known = "in the register" if agency(name) else "not in the register"
    return f"{what}: {scope or 'any scope'}, {case.lang}, {known}{', in a trap' if case.trap else ''}"


def main() -> None:
    """Print the scores."""
    texts = credit_texts(folder(sys.argv[1:]))
    strict, loose = score(texts)
    traps = [case for case in texts if case.trap]
    fallen = sum(bool(mentions(Article(case.id, case.text, language=case.lang))) for case in traps)
    print(f"name and scope: {strict}")
    print(f"name alone:     {loose}")
    print(f"traps: {fallen} of {len(traps)} with a false credit")
    for cause, count in sorted(strict.causes.items()):
        print(f"  {cause}: {count}")


if __name__ == "__main__":
    main()
