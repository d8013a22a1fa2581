"""Every address of a site, with the page that answers it."""

from typing import NamedTuple


class Route(NamedTuple):
    """`path` with {names}, `module:function` under web.pages, and whether it writes (POST, token needed)."""

    path: str
    handler: str
    writes: bool = False


ROUTES = {
    "dossier": Route("/", "dossier:show"),
    "articles": Route("/articles", "articles:show"),
    "typed": Route("/typed", "articles:typed"),
    "article": Route("/articles/{id}", "article:show"),
    "correct": Route("/articles/{id}/correct", "corrections:correct", writes=True),
    "undo": Route("/articles/{id}/undo", "corrections:undo", writes=True),
    "remove": Route("/articles/{id}/remove", "corrections:remove", writes=True),
    "beside": Route("/articles/{id}/beside/{other}", "beside:show"),
    "saved": Route("/articles/{id}/beside/{other}/dossier.html", "beside:saved"),
    "deny": Route("/articles/{id}/beside/{other}/deny", "corrections:deny", writes=True),
    "allow": Route("/articles/{id}/beside/{other}/allow", "corrections:allow", writes=True),
    "stories": Route("/stories", "stories:show"),
    "story": Route("/stories/{id}", "story:show"),
    "find": Route("/find", "find:ask"),
    "paste": Route("/find/paste", "find:paste", writes=True),
    "found": Route("/find/{key}", "find:show"),
    "found_beside": Route("/find/{key}/beside/{id}", "find:beside"),
    "found_saved": Route("/find/{key}/beside/{id}/dossier.html", "find:saved"),
    "keep": Route("/find/{key}/keep", "find:keep", writes=True),
    "forget": Route("/find/{key}/forget", "find:forget", writes=True),
    "imports": Route("/imports", "imports:show"),
    "upload": Route("/imports/files", "imports:upload", writes=True),
    "fetch": Route("/imports/address", "imports:fetch", writes=True),
    "refresh": Route("/imports/refresh", "imports:refresh", writes=True),
    "import": Route("/imports/{key}", "imports:one"),
    "events": Route("/imports/{key}/events", "imports:events"),
    "cancel": Route("/imports/{key}/cancel", "imports:cancel", writes=True),
    "resume": Route("/imports/{key}/resume", "imports:resume", writes=True),
    "entities": Route("/entities", "entities:show"),
    "entity": Route("/entities/{id}", "entities:one"),
    "merge": Route("/entities/{id}/merge", "entities:merge", writes=True),
    "split": Route("/entities/{id}/split", "entities:split", writes=True),
    "rename": Route("/entities/{id}/rename", "entities:rename", writes=True),
    "take_back": Route("/entities/{id}/undo", "entities:undo", writes=True),
    "outlets": Route("/outlets", "outlets:show"),
    "outlet": Route("/outlets/edit", "outlets:edit"),
    "register": Route("/outlets/register", "outlets:register", writes=True),
    "unregister": Route("/outlets/unregister", "outlets:unregister", writes=True),
    "weeks": Route("/outlets/weeks", "weeks:show"),
    "changes": Route("/changes", "changes:show"),
    "method": Route("/method", "method:show"),
    "keys": Route("/keys", "keys:show"),
    "language": Route("/language/{code}", "language:choose"),
}
