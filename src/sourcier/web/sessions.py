"""Who writes: a cookie that scripts cannot read, a token in every form, and a password where others can reach us."""

import hmac
import secrets
from collections import OrderedDict
from dataclasses import dataclass, field
from hashlib import sha256
from threading import Lock

_MOST = 1_000  # browsers that are let in at once


@dataclass
class Sessions:
    """The sessions of one server: all end with it, for its secret is made anew each time."""

    password: str | None = None
    _secret: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)
    _let_in: "OrderedDict[str, None]" = field(default_factory=OrderedDict, repr=False)
    _lock: Lock = field(default_factory=Lock, repr=False)

    def new(self) -> str:
        """Return the cookie of a new session."""
        key = secrets.token_urlsafe(24)
        return f"{key}.{self._signed('session', key)}"

    def valid(self, cookie: str) -> bool:
        """Tell whether this server made a cookie."""
        key, _, signature = cookie.partition(".")
        return hmac.compare_digest(signature.encode(), self._signed("session", key).encode())

    def token(self, cookie: str) -> str:
        """Return what a form of this session must send back to write."""
        return self._signed("token", cookie)

    def may_write(self, cookie: str, token: str) -> bool:
        """Tell whether a token belongs to a session of this server."""
        return self.valid(cookie) and hmac.compare_digest(token.encode(), self.token(cookie).encode())

    def is_in(self, cookie: str) -> bool:
        """Tell whether a session may read: always where no password is set."""
        if self.password is None:
            return True
        with self._lock:
            return cookie in self._let_in

    def let_in(self, password: str) -> str | None:
        """Return the cookie of a new session that may read, None for a wrong password."""
        if self.password is None or not hmac.compare_digest(_bytes(password), _bytes(self.password)):
            return None
        cookie = self.new()
        with self._lock:
            self._let_in[cookie] = None
            while len(self._let_in) > _MOST:
                self._let_in.popitem(last=False)
        return cookie

    def _signed(self, purpose: str, key: str) -> str:
        return hmac.new(self._secret, f"{purpose}:{key}".encode("utf-8", "replace"), sha256).hexdigest()


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")  # what the environment holds need not be UTF-8
