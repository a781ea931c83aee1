"""Serves folders under one address, compressed as a good host does, and counts."""

import mimetypes
import sys
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock, Thread
from time import monotonic
from urllib.parse import unquote, urlsplit

import brotli

QUALITY = 11
TYPES = {".js": "text/javascript", ".json": "application/json"}
HEADERS = {
    "Cache-Control": "max-age=600",
    # Pages that are on their own may measure their memory, and have a finer clock.
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
}


@dataclass(frozen=True)
class Body:
    """A file as it is sent."""

    data: bytes
    kind: str
    encoding: str | None


@dataclass
class Served:
    """The server, what it sent since the last ``reset``, and when it last did."""

    folders: dict[str, Path]
    """What stands under each first part of a path, as ``site``; "" has the rest."""
    sent: list[tuple[str, int]] = field(default_factory=list)
    """Paths with the bytes of their bodies; headers are not counted."""
    last: float = 0.0
    _bodies: dict[str, Body] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def start(self) -> str:
        """Serve in a thread of its own; give the address, that ends with a slash."""
        served = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            # Head and body go out at once; else each answer waits for a receipt.
            wbufsize = -1
            disable_nagle_algorithm = True

            def do_GET(self) -> None:
                served.answer(self)

            def log_message(self, *_: object) -> None:
                pass

        class Server(ThreadingHTTPServer):
            def handle_error(self, request: object, client_address: object) -> None:
                if not isinstance(sys.exception(), ConnectionError):  # a page left
                    super().handle_error(request, client_address)

        server = Server(("127.0.0.1", 0), Handler)
        Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}/"

    def reset(self) -> None:
        """Forget what was sent."""
        self.sent.clear()
        self.last = monotonic()

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        """Send what is asked for, or that it is not there."""
        path = unquote(urlsplit(request.path).path)
        body = self.body(path)
        request.send_response(HTTPStatus.OK if body else HTTPStatus.NOT_FOUND)
        if body and body.encoding:
            request.send_header("Content-Encoding", body.encoding)
        request.send_header("Content-Type", body.kind if body else "text/plain")
        request.send_header("Content-Length", str(len(body.data) if body else 0))
        for name, value in HEADERS.items():
            request.send_header(name, value)
        request.end_headers()
        if body:
            request.wfile.write(body.data)
        self.sent.append((path, len(body.data) if body else 0))
        self.last = monotonic()

    def body(self, path: str) -> Body | None:
        """Give the file at a path, compressed once; None if there is none."""
        with self._lock:
            if path not in self._bodies:
                file = self._file(path)
                if file is None:
                    return None
                self._bodies[path] = compressed(file)
            return self._bodies[path]

    def _file(self, path: str) -> Path | None:
        first, _, rest = path.removeprefix("/").partition("/")
        folder = self.folders.get(first)
        if folder is None and "" in self.folders:
            folder, rest = self.folders[""], path.removeprefix("/")
        if folder is None:
            return None
        file = folder / rest
        if path.endswith("/"):
            file /= "index.html"
        return file if file.is_file() else None


def compressed(file: Path) -> Body:
    """Give a file with brotli's best, or as it is when that is smaller."""
    data = file.read_bytes()
    small = brotli.compress(data, quality=QUALITY)
    kind = (
        TYPES.get(file.suffix)
        or mimetypes.guess_type(file.name)[0]
        or "application/octet-stream"
    )
    return Body(small, kind, "br") if len(small) < len(data) else Body(data, kind, None)
