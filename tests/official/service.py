"""A local service that answers like those of the House, with the errors that a test asks for."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar
from urllib.parse import parse_qs, urlsplit

import msgspec

SRU = """<sru:searchRetrieveResponse xmlns:sru="s" xmlns:dcterms="d"><sru:numberOfRecords>{total}</sru:numberOfRecords>
<sru:records>{records}</sru:records></sru:searchRetrieveResponse>"""
RECORD = "<sru:record><dcterms:identifier>kst-99001-{number}</dcterms:identifier></sru:record>"


class Reply(msgspec.Struct):
    """An answer. `promised` is the length that the header claims, `slowness` the pause in seconds after 64 bytes."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = {}
    promised: int | None = None
    slowness: float = 0.0


Answer = Callable[[str, dict[str, list[str]]], Reply]


class Service:
    """Answers each request with `answer(path, query)`; `asked` has the requested paths in order."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer
        self.asked: list[str] = []
        self.url = ""


@contextmanager
def serving(answer: Answer) -> Iterator[Service]:
    service = Service(answer)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        timeout: ClassVar[float] = 5

        def do_GET(self) -> None:
            service.asked.append(self.path)
            parts = urlsplit(self.path)
            reply = service.answer(parts.path, parse_qs(parts.query))
            self.send_response(reply.status)
            headers = {"Content-Length": str(reply.promised or len(reply.body)), "Connection": "close"} | reply.headers
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self._write(reply)
            self.close_connection = True

        def _write(self, reply: Reply) -> None:
            try:
                for at in range(0, len(reply.body), 64 if reply.slowness else 1 << 20):
                    self.wfile.write(reply.body[at : at + (64 if reply.slowness else 1 << 20)])
                    self.wfile.flush()
                    time.sleep(reply.slowness)
            except OSError:  # the client closed the connection
                return

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002, ARG002
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    service.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield service
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def page(url: str, numbers: range, following: str | None = None) -> Reply:
    """A page of activities."""
    rows = [{"Nummer": f"2031A{number:05}", "DatumSoort": "Dag", "Onderwerp": "Dijken"} for number in numbers]
    body: dict[str, object] = {"@odata.context": f"{url}/$metadata#Activiteit", "value": rows}
    if following:
        body["@odata.nextLink"] = following
    return Reply(json.dumps(body).encode())


def sru_page(start: int, total: int, most: int) -> Reply:
    """A page of papers, from the one with the number `start`."""
    records = "".join(RECORD.format(number=number) for number in range(start, min(start + most, total + 1)))
    return Reply(SRU.format(total=total, records=records).encode())
