"""How often the language of a paragraph is told right: `python -m eval.languages`, over the frozen cases.

Prints counts only, no text, so that the cases stay unread by whoever writes the rules.
"""

from collections import Counter

from eval.cases.load import language_cases
from sourcier.text.language import identify


def score() -> Counter[tuple[str | None, str | None]]:
    """Return how many paragraphs of each language (None: undecidable) were told as which."""
    told: Counter[tuple[str | None, str | None]] = Counter()
    for case in language_cases():
        for paragraph, expected in zip(case.text.split("\n\n"), case.languages, strict=True):
            told[expected, identify(paragraph)] += 1
    return told


def main() -> None:
    """Print the score."""
    told = score()
    right = sum(count for (expected, found), count in told.items() if expected == found)
    unsure = sum(count for (expected, found), count in told.items() if expected and found is None)
    total = told.total()
    print(
        f"paragraphs {total}, right {right} ({right / total:.1%}), left open {unsure}, wrong {total - right - unsure}"
    )
    for (expected, found), count in sorted(told.items(), key=str):
        if expected != found:
            print(f"  {expected or 'undecidable'} told as {found or 'unknown'}: {count}")


if __name__ == "__main__":
    main()
