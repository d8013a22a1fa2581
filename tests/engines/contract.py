"""What holds of every analysis, whichever engine made it and whatever the text."""

from sourcier.text.analysis import Analysis
from sourcier.text.sentences import paragraphs


def keep(found: Analysis, text: str) -> None:
    """Fail unless an analysis of `text` keeps the contract."""
    assert found.text == text
    _tokens(found)
    _sentences(found)
    _trees(found)


def _tokens(found: Analysis) -> None:
    end = 0
    for token in found.tokens:
        assert end <= token.start < token.end <= len(found.text)
        end = token.end
        form = found.text[token.start : token.end]
        assert form == form.strip()
    covered = sum(token.end - token.start for token in found.tokens)
    inside = sum(character.isspace() for at in range(len(found.tokens)) for character in found.form(at))
    assert covered - inside == sum(not character.isspace() for character in found.text)


def _sentences(found: Analysis) -> None:
    stop = 0
    for sentence in found.sentences:
        assert sentence.first == stop < sentence.stop
        stop = sentence.stop
    assert stop == len(found.tokens)
    whole = iter(paragraphs(found.text))
    paragraph = next(whole, None)
    for span in map(found.span, found.sentences):
        while paragraph and paragraph.end <= span.start:
            paragraph = next(whole, None)
        assert paragraph
        assert paragraph.holds(span)


def _trees(found: Analysis) -> None:
    for sentence in found.sentences:
        places = range(sentence.first, sentence.stop)
        heads = {at: found.tokens[at].head for at in places}
        assert all(head in heads for head in heads.values())
        (root,) = (at for at in places if heads[at] == at)
        reached = {root}
        for at in places:
            way: set[int] = set()
            here = at
            while here not in reached:
                assert here not in way
                way.add(here)
                here = heads[here]
            reached |= way
