"""Downloads the official record, page by page. Only this module uses the network. Incomplete answers are not kept.

The pages of one download wait in a hidden folder until the last one has arrived; then they get their names. A
download that was broken off continues after its last complete page.
"""

import re
import ssl
import time
from collections.abc import Callable, Container
from contextlib import suppress
from itertools import count
from pathlib import Path
from shutil import rmtree
from urllib.parse import urljoin, urlsplit

import httpx
import msgspec

from briefcli import __version__
from briefcli.catalog import tr
from briefcli.errors import BriefError
from briefcli.files.read import bytes_of
from briefcli.files.write import replace
from briefcli.official.addresses import Download, next_page
from briefcli.official.contents import FileContents, HousePaper
from briefcli.official.formats import LARGEST, read_official

WAITING = ".downloading"  # the folder for the pages of unfinished downloads
_ATTEMPTS = 4
_MOST_PAGES = 5_000
_LONGEST_WAIT = 60.0
_AGAIN = frozenset({429, 500, 502, 503, 504})

Tell = Callable[[str, int, int], None]  # called with a download's name, its pages so far, and its rows so far


class TryAgainError(BriefError):
    """The service is busy or cannot be reached, so that other downloads would fail too."""

    def __init__(self, message: str, wait: float = 0.0) -> None:
        super().__init__(message, tr("try again later; what was downloaded before stays"))
        self.wait = wait


class Downloader(msgspec.Struct, kw_only=True):
    """Fetches pages from the services, and writes them to the folder."""

    folder: Path
    pause: float  # seconds between two pages
    tell: Tell
    known: Container[HousePaper] = ()  # SRU gives all of a day again: a download with only these is not kept
    sleep: Callable[[float], None] = time.sleep
    patience: float = 60.0  # seconds to wait for a silent service
    slowest: float = 120.0  # seconds for a whole page, however slowly it arrives

    def download(self, wanted: Download, day: str) -> tuple[list[str], int]:
        """Fetch every page. Returns the names of the files, with this day, and how many new rows. Raises BriefError."""
        waiting = self.folder / WAITING / wanted.name
        try:
            _prepare(waiting, wanted)
            rows = self._fetch_all(waiting, wanted)
            return self._named(waiting, wanted, day, any_rows=rows > 0), rows
        except OSError as error:  # a full disk, or the same download in another process
            raise BriefError(tr("the folder {folder} cannot be written", folder=self.folder / WAITING)) from error

    def _fetch_all(self, waiting: Path, wanted: Download) -> int:
        """Fetch the pages that are not in the waiting folder yet. Returns the number of new rows on all pages."""
        rows, known, seen = 0, 0, set[str]()
        following: Download | None = wanted
        with self._client() as client:
            while following is not None:
                if following.url in seen or len(seen) >= _MOST_PAGES:
                    raise BriefError(tr("{name}: the service gives the same page again", name=wanted.name))
                seen.add(following.url)
                file = waiting / f"{len(seen):04}{wanted.ending}"
                try:  # a complete page from an earlier try
                    contents, after = _page(bytes_of(file, LARGEST + 1), following)
                except (OSError, BriefError):
                    self.sleep(self.pause if len(seen) > 1 else 0)
                    data = self._fetched(client, following)
                    contents, after = _page(data, following)
                    replace(file, data, file.name, None)
                rows, following = rows + contents.rows, after
                known += sum(paper in self.known for paper in contents.papers)
                self.tell(wanted.name, len(seen), rows)
        return rows - known

    def _client(self) -> httpx.Client:
        """A client that trusts the system's certificates and uses the proxy from the environment."""
        agent = f"brief/{__version__}"
        limits = httpx.Timeout(self.patience, connect=min(10.0, self.patience))
        try:
            return httpx.Client(timeout=limits, verify=ssl.create_default_context(), headers={"User-Agent": agent})
        except (ImportError, ValueError, httpx.InvalidURL) as error:
            hint = tr("see HTTPS_PROXY, ALL_PROXY and NO_PROXY in the environment")
            raise BriefError(tr("the proxy cannot be used: {reason}", reason=error), hint) from error

    def _fetched(self, client: httpx.Client, wanted: Download) -> bytes:
        """The bytes of one page. Tries again if that may help. Raises BriefError."""
        for attempt in range(1, _ATTEMPTS):
            try:
                return self._once(client, wanted)
            except TryAgainError as error:
                self.sleep(min(error.wait or self.pause * 2**attempt, _LONGEST_WAIT))
        return self._once(client, wanted)

    def _once(self, client: httpx.Client, wanted: Download) -> bytes:
        until = time.monotonic() + self.slowest
        data = bytearray()
        try:
            host = urlsplit(wanted.url).netloc
            with client.stream("GET", wanted.url) as response:
                _refuse_errors(response, wanted, host)
                for part in response.iter_bytes():
                    data += part
                    if len(data) > LARGEST:
                        raise BriefError(tr("{host} sends more than 64 MB for one page", host=host))
                    if time.monotonic() > until:
                        raise TryAgainError(tr("{host} takes too long for one page", host=host))
        except (httpx.UnsupportedProtocol, httpx.InvalidURL, httpx.DecodingError, ValueError) as error:
            raise BriefError(tr("{url} cannot be asked: {reason}", url=wanted.url, reason=error)) from error
        except httpx.HTTPError as error:
            reason = str(error) or type(error).__name__
            if isinstance(error, httpx.TimeoutException):
                reason = tr("it does not answer in time")
            elif isinstance(error, httpx.ConnectError):
                reason = tr("no connection ({said})", said=reason)
            raise TryAgainError(tr("{host} cannot be reached: {reason}", host=host, reason=reason)) from error
        return bytes(data)

    def _named(self, waiting: Path, wanted: Download, day: str, *, any_rows: bool) -> list[str]:
        """Copy each page to a free name in the folder, if there are rows; then remove the waiting pages."""
        names = list[str]()
        free = (f"{wanted.name}_{day}{f'_{at}' * (at > 1)}{wanted.ending}" for at in count(1))
        for page in sorted(waiting.glob(f"*{wanted.ending}")) if any_rows else ():
            names.append(next(name for name in free if not (self.folder / name).exists()))
            replace(self.folder / names[-1], page.read_bytes(), names[-1], None)
        rmtree(waiting)
        return names


def _prepare(waiting: Path, wanted: Download) -> None:
    """Keep the pages of an earlier try at the same address; remove pages of any other address."""
    address = waiting / "address"
    if address.exists() and address.read_bytes() == wanted.url.encode():
        return
    rmtree(waiting, ignore_errors=True)
    waiting.mkdir(parents=True)
    replace(address, wanted.url.encode(), str(address), None)


def _page(data: bytes, wanted: Download) -> tuple[FileContents, Download | None]:
    """The contents of the page, and the next page. Raises BriefError if it is not a page of the record."""
    contents = read_official(wanted.name, data)
    if contents.kind is None or any(each.code == "official-unreadable" for each in contents.diagnostics):
        reason = contents.diagnostics[0].message if contents.diagnostics else tr("it is empty")
        raise BriefError(tr("{name}: the answer cannot be used: {reason}", name=wanted.name, reason=reason))
    if wanted.ending == ".xml" or not contents.next_page:
        return contents, next_page(wanted, contents.rows, contents.of_all)
    with suppress(ValueError):  # no address
        url = urljoin(wanted.url, contents.next_page)
        if urlsplit(url)[:2] == urlsplit(wanted.url)[:2]:
            return contents, msgspec.structs.replace(wanted, url=url)
    raise BriefError(tr("{name}: the service refers to another one: {url}", name=wanted.name, url=contents.next_page))


def _refuse_errors(response: httpx.Response, wanted: Download, host: str) -> None:
    """Raise TryAgainError if the service is busy, and BriefError if it refuses."""
    code = response.status_code
    if code in _AGAIN:
        wait = response.headers.get("Retry-After", "").strip()
        message = tr("{host} answers with error {code}", host=host, code=code)
        raise TryAgainError(message, float(wait) if re.fullmatch("[0-9]{1,4}", wait) else 0.0)
    if code != httpx.codes.OK:
        begin = next(response.iter_bytes(), b"").decode("utf-8", "replace")  # the rest may be endless
        said = " ".join((response.headers.get("Location") or begin)[:200].split())
        message = tr("{name}: the service refuses with error {code}", name=wanted.name, code=code)
        raise BriefError(message, tr("it says “{said}” about {url}", said=said, url=wanted.url))
