"""A text that a person pasted, as an article that stands nowhere yet."""

from io import BufferedReader, BytesIO

from sourcier.core.article import Article
from sourcier.core.errors import InputError
from sourcier.core.identity import text_hash
from sourcier.ingest import plain_text
from sourcier.ingest.source import Source
from sourcier.ingest.trouble import Trouble
from sourcier.workflow.options import ReadOptions
from sourcier.workflow.trace import with_languages

_DIGITS = 12  # of the text's hash, in its id


def pasted(text: str, options: ReadOptions) -> Article:
    """Return the article of a text with what `options` say of it; its id is made of the text alone.

    Raises InputError for a text that is empty or too long.
    """
    data = text.encode("utf-8", "replace")
    id_ = f"pasted-{text_hash(text)[:_DIGITS]}"
    source = Source(id_, f"{id_}.txt")
    try:
        met = plain_text.read(BufferedReader(BytesIO(data)), source, options)
        article = next(each for each in met if isinstance(each, Article))
    except Trouble as trouble:
        raise InputError(trouble.message, trouble.hint) from trouble
    return with_languages([article])[0]
