"""A page read as its rules need it: words outside of article text, links, ids, forms, and what runs or styles."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
_SPOKEN = ("aria-label", "title", "placeholder", "alt", "content")
_LEADING = ("href", "src", "action", "formaction", "xlink:href")
Attributes = dict[str, str]


@dataclass
class Form:
    """A form: where it goes, how, and the names of its fields."""

    action: str
    method: str
    fields: list[str] = field(default_factory=list)


@dataclass
class Read:
    """What stands in a page; `words` leave out what comes from articles, and the banner over the example."""

    words: str = ""
    title: str = ""
    lang: str | None = None
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    forms: list[Form] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    inline: list[str] = field(default_factory=list)
    labels: set[str] = field(default_factory=set)
    unlabelled: list[str] = field(default_factory=list)


def read(page: str) -> Read:
    """Return what stands in a page."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    reader.found.words = " ".join(" ".join(reader.words).split())
    return reader.found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found, self.words = Read(), list[str]()
        self._open: list[tuple[str, bool]] = []

    @property
    def _apart(self) -> bool:
        return any(apart for _, apart in self._open)

    def handle_starttag(self, tag: str, attrs: Iterable[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._look(tag, given)
        if not (self._apart or _of_articles(tag, given)):
            self.words += [given[name] for name in _SPOKEN if name in given]
        if tag not in _VOID:
            self._open.append((tag, _of_articles(tag, given)))

    def handle_endtag(self, tag: str) -> None:
        while self._open:
            opened, _ = self._open.pop()
            if opened == tag:
                return

    def handle_data(self, data: str) -> None:
        inside = self._open[-1][0] if self._open else ""
        if inside == "title" and not any(tag == "svg" for tag, _ in self._open):
            self.found.title += data
        elif inside in {"script", "style"}:
            if data.strip():
                self.found.inline.append(f"<{inside}>")
        elif not self._apart:
            self.words.append(data)

    def _look(self, tag: str, given: Attributes) -> None:
        found = self.found
        if tag == "html":
            found.lang = given.get("lang")
        if "id" in given:
            found.ids.append(given["id"])
        if tag == "a" and "href" in given:
            found.links.append(given["href"])
        if tag in {"h1", "h2", "h3", "h4"}:
            found.headings.append(tag)
        if tag == "form":
            found.forms.append(Form(given.get("action", ""), given.get("method", "get")))
        if tag == "label" and "for" in given:
            found.labels.add(given["for"])
        if tag in {"input", "textarea", "select"}:
            self._field(given)
        found.inline += [f"<{tag} {name}>" for name in given if name.startswith("on") or name == "style"]
        leading = (name for name in _LEADING if given.get(name, "").strip().lower().startswith("javascript:"))
        found.inline += [f"<{tag} {name}>" for name in leading]

    def _field(self, given: Attributes) -> None:
        if self.found.forms and "name" in given:
            self.found.forms[-1].fields.append(given["name"])
        wrapped = any(tag == "label" for tag, _ in self._open)
        if given.get("type") != "hidden" and not wrapped and "aria-label" not in given:
            self.found.unlabelled.append(given.get("id", ""))


def _of_articles(tag: str, given: Attributes) -> bool:
    """Tell whether an element holds words of articles, or says that the example is invented."""
    names = given.get("class", "").split()
    return "text" in names or "banner" in names or given.get("dir") == "auto" or (tag != "html" and "lang" in given)
