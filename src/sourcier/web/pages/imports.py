"""Articles in: files, archives and addresses; how far each import has come; stop it, go on."""

from sourcier.core.errors import Gone, InputError
from sourcier.web.contexts.imports import every, updates
from sourcier.web.contexts.imports import one as context_of
from sourcier.web.imported import Import
from sourcier.web.renewing import under_way
from sourcier.web.visit import Events, Moved, Shown, Visit

_ADDRESS = 2_000  # characters


def show(visit: Visit) -> Shown:
    """Show where articles come in, and the imports so far."""
    with visit.site.desk() as desk:
        problems = desk.problems()
    context = every(visit.site.imports, problems, visit.phrases)
    return Shown("imports.html", context, context.row)


def one(visit: Visit) -> Shown:
    """Show one import."""
    context = context_of(_known(visit), visit.phrases)
    return Shown("import.html", context, context.row)


def events(visit: Visit) -> Events:
    """Tell how far an import has come, as it comes."""
    known = _known(visit)
    return Events(updates(visit.site.imports, known.key, visit.phrases))


def upload(visit: Visit) -> Moved:
    """Take in files."""
    if not visit.files:
        raise InputError("no file was chosen", "choose files, a folder or a ZIP archive, or drop them on the page")
    return _to(visit, visit.site.imports.start(visit.files))


def fetch(visit: Visit) -> Moved:
    """Take in the article at an address."""
    address = visit.form.get("address", "").strip()
    if not address or len(address) > _ADDRESS:
        raise InputError("no address was given", "paste one that begins with https:// or http://")
    return _to(visit, visit.site.imports.start_url(address, private=visit.site.private))


def refresh(visit: Visit) -> Moved:
    """Find anew what the articles share; what waits or runs already does that, and no second is queued.

    With `facts` each article is read as well.
    """
    if visit.form.get("facts") == "yes":
        return _to(visit, visit.site.imports.read())
    return _to(visit, under_way(visit.site) or visit.site.imports.refresh())


def cancel(visit: Visit) -> Moved:
    """Stop an import."""
    known = _known(visit)
    visit.site.imports.cancel(known.key)
    return _to(visit, known)


def resume(visit: Visit) -> Moved:
    """Go on with one that was stopped."""
    known = _known(visit)
    visit.site.imports.resume(known.key)
    return _to(visit, known)


def _known(visit: Visit) -> Import:
    known = visit.site.imports.status(visit.path["key"])
    if known is None:
        raise Gone("this import is not remembered", "the page of imports lists the latest")
    return known


def _to(visit: Visit, each: Import) -> Moved:
    return Moved(visit.link("import", key=each.key))
