"""Downloads the official record, page by page. Only this file knows the network; nothing is kept of half an answer.

The pages of one question wait in a hidden folder until the last has come; then they get their names. What was
broken off goes on with the page after the last one that is whole.
"""

import re
import ssl
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import httpx
import msgspec

from briefcli import __version__
from briefcli.catalog import tr
from briefcli.errors import BriefError
from briefcli.files.read import bytes_of
from briefcli.files.write import replace
from briefcli.official.asking import Download, next_page
from briefcli.official.contents import FileContents
from briefcli.official.reader import LARGEST, read_official

WAITING = ".downloading"  # the folder of pages whose question is not answered whole
_ATTEMPTS = 4
_MOST_PAGES = 5_000
_LONGEST_WAIT = 60.0
_AGAIN = frozenset({429, 500, 502, 503, 504})
_NUMBER_OF_RECORDS = re.compile(rb"<(?:\w+:)?numberOfRecords>\s*([0-9]{1,9})\s*<")

Tell = Callable[[str, int, int], None]  # called with a question's name, its pages so far, and its rows so far


class Downloaded(msgspec.Struct):
    """What one question gave: its files, and how many rows are in them."""

    name: str
    files: list[str] = []
    rows: int = 0


class Page(msgspec.Struct):
    data: bytes
    record: FileContents
    following: Download | None


class Downloader:
    """Asks the services. In seconds: `pause` between two pages, `patience` with a silent one, `slowest` for one that
    trickles in.
    """

    def __init__(
        self,
        folder: Path,
        *,
        pause: float,
        tell: Tell,
        sleep: Callable[[float], None] = time.sleep,
        patience: float = 60.0,
        slowest: float = 120.0,
    ) -> None:
        self._folder = folder
        self._pause = pause
        self._tell = tell
        self._sleep = sleep
        self._patience = patience
        self._slowest = slowest

    def answer(self, question: Download, day: str) -> Downloaded:
        """Ask one question to its end, and give its pages names with this day. Raises BriefError."""
        waiting = self._folder / WAITING / question.name
        self._prepare(waiting, question)
        rows, pages = 0, 0
        following: Download | None = question
        seen: set[str] = set()
        with self._client() as client:
            while following is not None:
                if following.url in seen or pages >= _MOST_PAGES:
                    raise BriefError(tr("{name}: the service gives the same page again", name=question.name))
                seen.add(following.url)
                file = waiting / f"{pages + 1:04}{question.ending}"
                page = self._waiting_page(file, following) or self._asked(client, file, following, is_first=not pages)
                rows, pages = rows + page.record.rows, pages + 1
                self._tell(question.name, pages, rows)
                following = page.following
        return Downloaded(question.name, self._named(waiting, question, day) if rows else _emptied(waiting), rows)

    def _client(self) -> httpx.Client:
        """Trusts what the system trusts, and goes through the proxy that the environment names."""
        agent = f"brief/{__version__}"
        limits = httpx.Timeout(self._patience, connect=min(10.0, self._patience))
        return httpx.Client(timeout=limits, verify=ssl.create_default_context(), headers={"User-Agent": agent})

    def _prepare(self, waiting: Path, question: Download) -> None:
        """Keep the pages of an earlier try at the same question; remove those of another."""
        asked = waiting / "question"
        try:
            if asked.exists() and asked.read_text(encoding="utf-8") == question.url:
                return
            waiting.mkdir(parents=True, exist_ok=True)
            for page in waiting.iterdir():
                page.unlink()
        except OSError as error:
            raise BriefError(tr("the folder {folder} cannot be written", folder=waiting)) from error
        replace(asked, question.url.encode(), str(asked), None)

    def _waiting_page(self, file: Path, question: Download) -> Page | None:
        """A page that an earlier try left whole."""
        try:
            return _page(bytes_of(file, LARGEST + 1), question)
        except (OSError, BriefError):
            return None

    def _asked(self, client: httpx.Client, file: Path, question: Download, *, is_first: bool) -> Page:
        if not is_first:
            self._sleep(self._pause)
        page = _page(self._fetched(client, question), question)
        replace(file, page.data, file.name, None)
        return page

    def _fetched(self, client: httpx.Client, question: Download) -> bytes:
        """The bytes of one page, tried again where that may help. Raises BriefError."""
        for attempt in range(1, _ATTEMPTS + 1):
            try:
                return self._once(client, question)
            except _TryAgainError as error:
                if attempt == _ATTEMPTS:
                    raise BriefError(error.message, tr("try again later; what was downloaded before stays")) from error
                self._sleep(min(error.wait or self._pause * 2**attempt, _LONGEST_WAIT))
        raise AssertionError

    def _once(self, client: httpx.Client, question: Download) -> bytes:
        host = urlsplit(question.url).netloc
        until = time.monotonic() + self._slowest
        try:
            with client.stream("GET", question.url) as response:
                if response.status_code in _AGAIN:
                    message = tr("{host} answers with error {code}", host=host, code=response.status_code)
                    raise _TryAgainError(message, _wait(response.headers.get("Retry-After")))
                if response.status_code != httpx.codes.OK:
                    raise _refused(response, question)
                return b"".join(_parts(response, until, host))
        except httpx.TransportError as error:
            raise _TryAgainError(tr("{host} cannot be reached: {reason}", host=host, reason=_reason(error))) from error
        except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
            raise BriefError(tr("{url} cannot be asked: {reason}", url=question.url, reason=error)) from error

    def _named(self, waiting: Path, question: Download, day: str) -> list[str]:
        """Give each page its name in the folder, then remove what waited."""
        names = []
        for page in sorted(waiting.glob(f"*{question.ending}")):
            number = page.stem.lstrip("0")
            name = f"{question.name}_{day}{'' if number == '1' else f'_{number}'}{question.ending}"
            replace(self._folder / name, page.read_bytes(), name, None)
            names.append(name)
        _emptied(waiting)
        return names


class _TryAgainError(Exception):
    def __init__(self, message: str, wait: float | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.wait = wait


def _page(data: bytes, question: Download) -> Page:
    """The page with its rows, and where it goes on. Raises BriefError where it is no page of the record."""
    record = read_official(question.name, data)
    if record.kind is None or any(each.code == "official-unreadable" for each in record.diagnostics):
        reason = record.diagnostics[0].message if record.diagnostics else tr("it is empty")
        raise BriefError(tr("{name}: the answer cannot be used: {reason}", name=question.name, reason=reason))
    return Page(data, record, _following(data, question))


def _following(data: bytes, question: Download) -> Download | None:
    if question.ending == ".xml":
        found = _NUMBER_OF_RECORDS.search(data)
        start = re.search(r"startRecord=([0-9]+)", question.url)
        return next_page(question, int(start[1]) if start else 1, int(found[1])) if found else None
    page = msgspec.json.decode(data)
    link = page.get("@odata.nextLink") if isinstance(page, dict) else None
    if not isinstance(link, str):
        return None
    url = urljoin(question.url, link)
    if urlsplit(url)[:2] != urlsplit(question.url)[:2]:
        raise BriefError(tr("{name}: the service points at another one: {url}", name=question.name, url=url))
    return msgspec.structs.replace(question, url=url)


def _parts(response: httpx.Response, until: float, host: str) -> Iterator[bytes]:
    size = 0
    for part in response.iter_bytes():
        size += len(part)
        if size > LARGEST:
            raise BriefError(tr("{host} sends more than 64 MB for one page", host=host))
        if time.monotonic() > until:
            raise _TryAgainError(tr("{host} takes too long for one page", host=host))
        yield part


def _refused(response: httpx.Response, question: Download) -> BriefError:
    response.read()
    said = " ".join(response.text[:200].split())
    message = tr("{name}: the service refuses with error {code}", name=question.name, code=response.status_code)
    return BriefError(message, tr("it says “{said}” about {url}", said=said, url=question.url))


def _wait(header: str | None) -> float | None:
    return float(header) if header and re.fullmatch(r"[0-9]{1,4}", header.strip()) else None


def _reason(error: httpx.TransportError) -> str:
    if isinstance(error, httpx.TimeoutException):
        return tr("it does not answer in time")
    return str(error) or type(error).__name__


def _emptied(waiting: Path) -> list[str]:
    for page in waiting.iterdir():
        page.unlink()
    waiting.rmdir()
    return []
