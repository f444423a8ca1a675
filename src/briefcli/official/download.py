"""Downloads the official record, page by page. Only this file knows the network; nothing is kept of half an answer.

The pages of one download wait in a hidden folder until the last has come; then they get their names. What was
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
from briefcli.official.addresses import Download, next_page
from briefcli.official.contents import FileContents
from briefcli.official.reader import LARGEST, read_official

WAITING = ".downloading"  # the folder of pages of which the last has not come
_ATTEMPTS = 4
_MOST_PAGES = 5_000
_LONGEST_WAIT = 60.0
_AGAIN = frozenset({429, 500, 502, 503, 504})
_NUMBER_OF_RECORDS = re.compile(rb"<(?:\w+:)?numberOfRecords>\s*([0-9]{1,9})\s*<")

Tell = Callable[[str, int, int], None]  # called with a download's name, its pages so far, and its rows so far


class Downloaded(msgspec.Struct):
    """What one download gave: its files, and how many rows are in them."""

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

    def download(self, wanted: Download, day: str) -> Downloaded:
        """Fetch every page, and give the files names with this day. Raises BriefError."""
        try:
            return self._downloaded(wanted, day)
        except OSError as error:  # a full disk, or another download of the same at the same time
            raise BriefError(tr("the folder {folder} cannot be written", folder=self._folder / WAITING)) from error

    def _downloaded(self, wanted: Download, day: str) -> Downloaded:
        waiting = self._folder / WAITING / wanted.name
        self._prepare(waiting, wanted)
        rows, pages = 0, 0
        following: Download | None = wanted
        seen: set[str] = set()
        with self._client() as client:
            while following is not None:
                if following.url in seen or pages >= _MOST_PAGES:
                    raise BriefError(tr("{name}: the service gives the same page again", name=wanted.name))
                seen.add(following.url)
                file = waiting / f"{pages + 1:04}{wanted.ending}"
                page = self._waiting_page(file, following) or self._asked(client, file, following, is_first=not pages)
                rows, pages = rows + page.record.rows, pages + 1
                self._tell(wanted.name, pages, rows)
                following = page.following
        return Downloaded(wanted.name, self._named(waiting, wanted, day) if rows else _emptied(waiting), rows)

    def _client(self) -> httpx.Client:
        """Trusts what the system trusts, and goes through the proxy that the environment names."""
        agent = f"brief/{__version__}"
        limits = httpx.Timeout(self._patience, connect=min(10.0, self._patience))
        try:
            return httpx.Client(timeout=limits, verify=ssl.create_default_context(), headers={"User-Agent": agent})
        except (ImportError, ValueError, httpx.InvalidURL) as error:
            hint = tr("see HTTPS_PROXY, ALL_PROXY and NO_PROXY in the environment")
            raise BriefError(tr("the proxy cannot be used: {reason}", reason=error), hint) from error

    def _prepare(self, waiting: Path, wanted: Download) -> None:
        """Keep the pages of an earlier try at the same address; remove those of another."""
        address = waiting / "address"
        try:
            if address.exists() and address.read_text(encoding="utf-8") == wanted.url:
                return
            waiting.mkdir(parents=True, exist_ok=True)
            for page in waiting.iterdir():
                page.unlink()
        except OSError as error:
            raise BriefError(tr("the folder {folder} cannot be written", folder=waiting)) from error
        replace(address, wanted.url.encode(), str(address), None)

    def _waiting_page(self, file: Path, wanted: Download) -> Page | None:
        """A page that an earlier try left whole."""
        try:
            return _page(bytes_of(file, LARGEST + 1), wanted)
        except (OSError, BriefError):
            return None

    def _asked(self, client: httpx.Client, file: Path, wanted: Download, *, is_first: bool) -> Page:
        if not is_first:
            self._sleep(self._pause)
        page = _page(self._fetched(client, wanted), wanted)
        replace(file, page.data, file.name, None)
        return page

    def _fetched(self, client: httpx.Client, wanted: Download) -> bytes:
        """The bytes of one page, tried again where that may help. Raises BriefError."""
        for attempt in range(1, _ATTEMPTS + 1):
            try:
                return self._once(client, wanted)
            except _TryAgainError as error:
                if attempt == _ATTEMPTS:
                    raise BriefError(error.message, tr("try again later; what was downloaded before stays")) from error
                self._sleep(min(error.wait or self._pause * 2**attempt, _LONGEST_WAIT))
        raise AssertionError

    def _once(self, client: httpx.Client, wanted: Download) -> bytes:
        host = urlsplit(wanted.url).netloc
        until = time.monotonic() + self._slowest
        try:
            with client.stream("GET", wanted.url) as response:
                if response.status_code in _AGAIN:
                    message = tr("{host} answers with error {code}", host=host, code=response.status_code)
                    raise _TryAgainError(message, _wait(response.headers.get("Retry-After")))
                if response.status_code != httpx.codes.OK:
                    raise _refused(response, wanted)
                return b"".join(_parts(response, until, host))
        except httpx.TransportError as error:
            raise _TryAgainError(tr("{host} cannot be reached: {reason}", host=host, reason=_reason(error))) from error
        except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
            raise BriefError(tr("{url} cannot be asked: {reason}", url=wanted.url, reason=error)) from error

    def _named(self, waiting: Path, wanted: Download, day: str) -> list[str]:
        """Give each page a name that is free in the folder, then remove what waited."""
        names, number = [], 1
        for page in sorted(waiting.glob(f"*{wanted.ending}")):
            while (self._folder / (name := _file_name(wanted, day, number))).exists():
                number += 1
            replace(self._folder / name, page.read_bytes(), name, None)
            names.append(name)
        _emptied(waiting)
        return names


def _file_name(wanted: Download, day: str, number: int) -> str:
    return f"{wanted.name}_{day}{'' if number == 1 else f'_{number}'}{wanted.ending}"


class _TryAgainError(Exception):
    def __init__(self, message: str, wait: float | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.wait = wait


def _page(data: bytes, wanted: Download) -> Page:
    """The page with its rows, and where it goes on. Raises BriefError where it is no page of the record."""
    record = read_official(wanted.name, data)
    if record.kind is None or any(each.code == "official-unreadable" for each in record.diagnostics):
        reason = record.diagnostics[0].message if record.diagnostics else tr("it is empty")
        raise BriefError(tr("{name}: the answer cannot be used: {reason}", name=wanted.name, reason=reason))
    return Page(data, record, _following(data, wanted))


def _following(data: bytes, wanted: Download) -> Download | None:
    if wanted.ending == ".xml":
        found = _NUMBER_OF_RECORDS.search(data)
        start = re.search(r"startRecord=([0-9]+)", wanted.url)
        return next_page(wanted, int(start[1]) if start else 1, int(found[1])) if found else None
    page = msgspec.json.decode(data)
    link = page.get("@odata.nextLink") if isinstance(page, dict) else None
    if not isinstance(link, str):
        return None
    url = urljoin(wanted.url, link)
    if urlsplit(url)[:2] != urlsplit(wanted.url)[:2]:
        raise BriefError(tr("{name}: the service points at another one: {url}", name=wanted.name, url=url))
    return msgspec.structs.replace(wanted, url=url)


def _parts(response: httpx.Response, until: float, host: str) -> Iterator[bytes]:
    size = 0
    for part in response.iter_bytes():
        size += len(part)
        if size > LARGEST:
            raise BriefError(tr("{host} sends more than 64 MB for one page", host=host))
        if time.monotonic() > until:
            raise _TryAgainError(tr("{host} takes too long for one page", host=host))
        yield part


def _refused(response: httpx.Response, wanted: Download) -> BriefError:
    response.read()
    said = " ".join(response.text[:200].split())
    message = tr("{name}: the service refuses with error {code}", name=wanted.name, code=response.status_code)
    return BriefError(message, tr("it says “{said}” about {url}", said=said, url=wanted.url))


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
