"""A web server on this machine that does all that servers should not; its articles are invented."""

import gzip
import socket
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

from tests.ingest import reading

PAGE = reading.page(head='<title>Le pont</title><link rel="canonical" href="https://ailleurs.example/pont">').encode()
ACCENTS = "".join(f"<p>{each}</p>" for each in (*reading.PARAGRAPHS, "Été à Zarmara : « l'œuvre » coûte 3 €."))


class Misbehaving(BaseHTTPRequestHandler):
    """Answers each path by the method of its name; `seen` are the requests' headers, `over` ends what is endless."""

    protocol_version = "HTTP/1.1"
    seen: list[dict[str, str]]
    over: Event

    def do_GET(self) -> None:
        self.seen.append({name.lower(): value for name, value in self.headers.items()})
        name = self.path.strip("/").partition("?")[0].partition("/")[0]
        answer: Callable[[], None] = getattr(self, f"at_{name}")
        with suppress(BrokenPipeError, ConnectionResetError):
            answer()
        self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def _answer(self, body: bytes, kind: str = "text/html; charset=utf-8", status: int = 200, **more: str) -> None:
        self._head(status, kind, len(body), **more)
        self.wfile.write(body)

    def _head(self, status: int, kind: str, length: int | None = None, **more: str) -> None:
        self.send_response(status)
        if kind:
            self.send_header("Content-Type", kind)
        if length is not None:
            self.send_header("Content-Length", str(length))
        for name, value in more.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()

    def _to(self, address: str) -> None:
        self._answer(b"", status=302, Location=address, Set_Cookie="who=you; Path=/")

    def at_page(self) -> None:
        self._answer(PAGE)

    def at_untyped(self) -> None:
        self._answer(PAGE, "")

    def at_text(self) -> None:
        self._answer(reading.TEXT.encode(), "text/plain; charset=utf-8")

    def at_moved(self) -> None:
        self._to("/page#part")

    def at_count(self) -> None:
        left = int(self.path.rpartition("/")[2])
        self._to(f"/count/{left - 1}" if left else "/page")

    def at_loop(self) -> None:
        self._to("/loop")

    def at_inward(self) -> None:
        self._to("http://169.254.169.254/latest/meta-data")

    def at_secret(self) -> None:
        self._to("http://user:word@pages.example/")

    def at_file(self) -> None:
        self._to("file:///etc/passwd")

    def at_nowhere(self) -> None:
        self._to("http://[::1/")

    def at_slow(self) -> None:
        self._head(200, "text/html", 1_000)
        while not self.over.wait(0.05):
            self.wfile.write(b" ")
            self.wfile.flush()

    def at_silent(self) -> None:
        self.over.wait()

    def at_endless(self) -> None:
        self._head(200, "text/html")
        while not self.over.is_set():
            self.wfile.write(b"<p>encore</p>" * 1_000)

    def at_bomb(self) -> None:
        packer = zlib.compressobj(9, zlib.DEFLATED, 31)
        body = b"".join(packer.compress(bytes(1_000_000)) for _ in range(200)) + packer.flush()
        self._answer(body, Content_Encoding="gzip")

    def at_bombs(self) -> None:
        self._answer(gzip.compress(gzip.compress(PAGE)), Content_Encoding="gzip, gzip")

    def at_brotli(self) -> None:
        self._answer(b"\x8b\x03\x80", Content_Encoding="br")

    def at_gzip(self) -> None:
        self._answer(gzip.compress(PAGE), Content_Encoding="gzip")

    def at_deflate(self) -> None:
        self._answer(zlib.compress(PAGE), Content_Encoding="deflate")

    def at_bare(self) -> None:
        self._answer(zlib.compress(PAGE)[2:-4], Content_Encoding="deflate")

    def at_damaged(self) -> None:
        self._answer(b"no gzip at all", Content_Encoding="gzip")

    def at_half(self) -> None:
        self._answer(gzip.compress(PAGE)[:-200], Content_Encoding="gzip")

    def at_cut(self) -> None:
        self._head(200, "text/html", len(PAGE) + 500)
        self.wfile.write(PAGE)

    def at_western(self) -> None:
        self._answer(f"<html><body><article>{ACCENTS}".encode("cp1252"), "text/html; charset=windows-1252")

    def at_cyrillic(self) -> None:
        body = "".join(
            "<p>Мост закрыт в четверг, два пролета треснули во время паводка, сказал мэр.</p>" for _ in "abc"
        )
        page = f'<html><head><meta charset="iso-8859-1"></head><body><article>{body}'
        self._answer(page.encode("cp1251"), "text/html; charset=windows-1251")

    def at_wrong(self) -> None:
        self._answer(PAGE, "text/html; charset=koi8-r")

    def at_unknown(self) -> None:
        self._answer(f"<html><body><article>{ACCENTS}".encode("cp1252"), "text/html; charset=martian")

    def at_broken(self) -> None:
        self._answer(PAGE, status=500)

    def at_image(self) -> None:
        self._answer(b"\x89PNG", "image/png")

    def at_disguised(self) -> None:
        self._answer(b"\x89PNG\r\n\x1a\n" + bytes(100))

    def at_empty(self) -> None:
        self._answer(b"")

    def at_menu(self) -> None:
        self._answer(b"<html><body><nav><a href='/'>x</a></nav></body></html>")

    def at_noise(self) -> None:
        self.wfile.write(b"\x00\xffthis is no HTTP\r\n\r\n")

    def at_nothing(self) -> None:
        self.connection.shutdown(socket.SHUT_RDWR)


@contextmanager
def serving() -> Iterator[tuple[str, list[dict[str, str]]]]:
    """Run the server; give its address and the headers of the requests that it gets."""
    seen: list[dict[str, str]] = []
    over = Event()
    handler = type("Handler", (Misbehaving,), {"seen": seen, "over": over})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", seen
    finally:
        over.set()
        server.shutdown()
        server.server_close()
        thread.join()
