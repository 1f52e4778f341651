"""A web server that publishes one calendar, or does not."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class FeedServer:
    """Answers every path of `pages` (status, headers, body); `asked` notes the paths."""

    def __init__(self) -> None:
        self.pages: dict[str, tuple[int, Mapping[str, str], bytes]] = {}
        self.asked: list[str] = []
        self.pause = 0.0
        self._httpd = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"feeds": self}))
        self._httpd.daemon_threads = True

    def __enter__(self) -> FeedServer:
        threading.Thread(target=self._httpd.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._httpd.shutdown()
        self._httpd.server_close()

    def url(self, path: str, scheme: str = "http") -> str:
        return f"{scheme}://127.0.0.1:{self._httpd.server_address[1]}{path}"

    def publish(self, path: str, text: str, *, packed: bool = False) -> str:
        body = gzip.compress(text.encode()) if packed else text.encode()
        headers = {"Content-Type": "text/calendar; charset=utf-8", **({"Content-Encoding": "gzip"} if packed else {})}
        self.pages[path] = (200, headers, body)
        return self.url(path)


class _Handler(BaseHTTPRequestHandler):
    feeds: FeedServer

    def do_GET(self) -> None:
        self.feeds.asked.append(self.path)
        status, headers, body = self.feeds.pages.get(self.path, (404, {}, b"not here"))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.feeds.pause:
            for place in range(len(body)):
                try:
                    self.wfile.write(body[place : place + 1])
                except OSError:
                    return
                time.sleep(self.feeds.pause)
        else:
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Quiet."""
