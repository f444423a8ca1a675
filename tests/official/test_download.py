"""Downloads from a local service: its pages, and every error on the way."""

import ssl
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from tests.official.service import Reply, Service, page, serving, sru_page

from briefcli.errors import BriefError
from briefcli.official.addresses import Download, downloads
from briefcli.official.download import WAITING, Downloader
from briefcli.official.formats import read_official
from briefcli.settings import Official

DAY = "2031-03-04"
_certificates = cache(ssl.create_default_context)


@pytest.fixture(autouse=True)
def _certificates_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Load the certificates of this machine once: that takes longer than a download."""
    monkeypatch.setattr(ssl, "create_default_context", _certificates)


def _ask(
    folder: Path, url: str, ending: str = ".json", *, patience: float = 0.5, slowest: float = 5.0
) -> tuple[list[str], int]:
    loader = Downloader(
        folder=folder, pause=0.0, tell=lambda *_: None, sleep=lambda _: None, patience=patience, slowest=slowest
    )
    return loader.download(Download("activiteiten-x", url, ending), DAY)


def _three_pages(service: Service) -> None:
    def answer(path: str, query: dict[str, list[str]]) -> Reply:
        number = int(query.get("page", ["1"])[0])
        following = f"{service.url}/Activiteit?page={number + 1}" if number < 3 else None
        return page(service.url, range(number * 10, number * 10 + 5), following)

    service.answer = answer


def _files(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir() if each.name != WAITING)


def test_each_page_is_downloaded_to_its_own_file(tmp_path: Path) -> None:
    with serving(lambda *_: Reply()) as service:
        _three_pages(service)
        _, rows = _ask(tmp_path, f"{service.url}/Activiteit")
    assert rows == 15
    assert _files(tmp_path) == [
        "activiteiten-x_2031-03-04.json", "activiteiten-x_2031-03-04_2.json", "activiteiten-x_2031-03-04_3.json",
    ]  # fmt: skip
    assert not list((tmp_path / WAITING).iterdir())


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_next_pages_are_found_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    with serving(lambda *_: Reply()) as service:
        _three_pages(service)
        plain = service.answer
        service.answer = lambda path, query: Reply(plain(path, query).body.decode().encode(encoding))
        assert _ask(tmp_path, f"{service.url}/Activiteit")[1] == 15


def test_no_downloaded_page_is_reported_as_incomplete(tmp_path: Path) -> None:
    with serving(lambda *_: Reply()) as service:
        _three_pages(service)
        _ask(tmp_path, f"{service.url}/Activiteit")
    assert len(_files(tmp_path)) == 3
    for name in _files(tmp_path):
        assert read_official(f"official/{name}", (tmp_path / name).read_bytes()).diagnostics == []


@pytest.mark.parametrize(("most", "pages"), [(100, 3), (50, 5)])  # the service may send fewer rows than asked for
def test_all_pages_of_sru_are_downloaded(tmp_path: Path, most: int, pages: int) -> None:
    with serving(lambda _, query: sru_page(int(query["startRecord"][0]), 230, most)) as service:
        files, rows = _ask(tmp_path, f"{service.url}/sru?startRecord=1&maximumRecords=100&query=x", ".xml")
    assert (rows, len(files), len(service.asked)) == (230, pages, pages)


@pytest.mark.parametrize(("total", "new"), [(2, 0), (3, 1)])
def test_papers_that_sru_gives_again_are_kept_only_beside_a_new_one(tmp_path: Path, total: int, new: int) -> None:
    known = frozenset(read_official("x", sru_page(1, 2, 9).body).papers)
    loader = Downloader(folder=tmp_path, pause=0.0, tell=lambda *_: None, known=known)
    with serving(lambda *_: sru_page(1, total, 9)) as service:
        names, rows = loader.download(Download("publicaties-x", f"{service.url}/?startRecord=1", ".xml"), DAY)
    assert (rows, len(names), len(_files(tmp_path))) == (new, new, new)


@pytest.mark.parametrize("sent", [0, 100])
def test_rows_that_sru_promises_but_does_not_send_are_reported(tmp_path: Path, sent: int) -> None:
    replies = [sru_page(1, 150, sent), sru_page(101, 0, 0)]
    with serving(lambda *_: replies.pop(0)) as service, pytest.raises(BriefError, match="fewer rows than it has"):
        _ask(tmp_path, f"{service.url}/sru?startRecord=1&maximumRecords=100&query=x", ".xml")
    assert _files(tmp_path) == []


@pytest.mark.parametrize("url", ["example.invalid/v4/Activiteit", "htp://example.invalid/", "http://[bad"])
def test_an_address_that_cannot_be_asked_is_reported(tmp_path: Path, url: str) -> None:
    with pytest.raises(BriefError, match="cannot be asked"):
        _ask(tmp_path, url)


def test_a_second_download_on_a_day_keeps_the_first(tmp_path: Path) -> None:
    with serving(lambda *_: page("", range(9))) as service:
        first, _ = _ask(tmp_path, service.url)
        service.answer = lambda *_: page("", range(1))
        assert _ask(tmp_path, f"{service.url}/later")[0] == ["activiteiten-x_2031-03-04_2.json"]
    assert len(read_official("x", (tmp_path / first[0]).read_bytes()).activities) == 9


@pytest.mark.parametrize("proxy", ["socks5://127.0.0.1:1", "ftp://proxy.example", "http://[::1"])
def test_an_unusable_proxy_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, proxy: str) -> None:
    monkeypatch.setenv("HTTP_PROXY", proxy)
    with pytest.raises(BriefError, match="the proxy cannot be used"):
        _ask(tmp_path, "http://127.0.0.1:9/")


def test_a_folder_that_cannot_be_written_is_reported(tmp_path: Path) -> None:
    (tmp_path / WAITING).write_bytes(b"a file in its place")
    with pytest.raises(BriefError, match="cannot be written"):
        _ask(tmp_path, "http://127.0.0.1:9/")


def test_an_empty_download_makes_no_file(tmp_path: Path) -> None:
    with serving(lambda *_: page("", range(0))) as service:
        assert _ask(tmp_path, service.url) == ([], 0)
    assert _files(tmp_path) == []


def test_a_busy_service_is_asked_again(tmp_path: Path) -> None:
    replies = [Reply(status=503, headers={"Retry-After": "1"}), Reply(status=429), page("", range(3))]
    with serving(lambda *_: replies.pop(0)) as service:
        assert _ask(tmp_path, service.url)[1] == 3


def test_an_interrupted_download_resumes_where_it_stopped(tmp_path: Path) -> None:
    with serving(lambda *_: Reply()) as service:
        _three_pages(service)
        whole = service.answer
        service.answer = lambda path, query: whole(path, query) if query.get("page") != ["3"] else Reply(status=500)
        with pytest.raises(BriefError, match="error 500"):
            _ask(tmp_path, f"{service.url}/Activiteit")
        assert _files(tmp_path) == []
        service.answer = whole
        service.asked.clear()
        assert _ask(tmp_path, f"{service.url}/Activiteit")[1] == 15
    assert service.asked == ["/Activiteit?page=3"]


@pytest.mark.parametrize(
    ("reply", "message"),
    [
        (Reply(b"<html>log in</html>"), "this is a web page, not data"),
        (Reply(b'{"value": [', promised=900), "cannot be reached"),
        (Reply(b'{"value": ['), "cannot be read as JSON"),
        (Reply(b""), "there is nothing in this file"),
        (Reply(b"no such property", status=400), "the service refuses with error 400"),
        (Reply(status=302, headers={"Location": "http://127.0.0.1:1/"}), "the service refuses with error 302"),
        (Reply(b"x" * 6_400, slowness=0.05), "takes too long"),
        (Reply(b"x", promised=2, slowness=0.6), "does not answer in time"),
        (Reply(b'{"@odata.nextLink": "http://elsewhere.example/", "value": []}'), "refers to another one"),
        (Reply(b'{"@odata.nextLink": "http://[bad", "value": []}'), "refers to another one"),
        (Reply(b'{"@odata.nextLink": 5, "value": []}'), "the same page again"),
        (Reply(b'{"error": {"code": "500", "message": "out of order"}}'), "answered with an error: out of order"),
        (Reply(b"y" * 6_400, status=404, promised=10**9, slowness=0.02), "refuses with error 404"),
        (Reply(b'{"@odata.nextLink": "?again", "value": [{"Nummer": "1", "DatumSoort": ""}]}'), "the same page again"),
    ],
)
def test_an_error_is_reported_and_keeps_the_old_files(tmp_path: Path, reply: Reply, message: str) -> None:
    old = tmp_path / f"activiteiten-x_{DAY}.json"
    old.write_bytes(b"old")
    with serving(lambda *_: reply) as service, pytest.raises(BriefError, match=message):
        _ask(
            tmp_path, service.url, patience=0.1 if reply.promised == 2 else 0.5, slowest=0.1 if reply.slowness else 5.0
        )
    assert _files(tmp_path) == [old.name]
    assert old.read_bytes() == b"old"


def test_the_new_address_of_a_service_is_reported(tmp_path: Path) -> None:
    moved = Reply(b"<html>Moved</html>", status=301, headers={"Location": "https://new.example/v5/"})
    with serving(lambda *_: moved) as service, pytest.raises(BriefError) as raised:
        _ask(tmp_path, service.url)
    assert "https://new.example/v5/" in str(raised.value.hint)


def test_a_missing_network_is_reported(tmp_path: Path) -> None:
    with pytest.raises(BriefError, match="cannot be reached") as raised:
        _ask(tmp_path, "http://127.0.0.1:9/")
    assert raised.value.hint == "try again later; what was downloaded before stays"


def test_the_urls_contain_the_settings_and_the_last_change() -> None:
    wanted = Official(
        ("Defensie",), ("36200-X",), ("O'Brien & Zn",), date(2031, 1, 1), "https://x.example/v4", "https://s"
    )
    changed = {"documenten-36200-x": "2031-02-01T10:00:00.999999+00:00"}
    urls = {each.name: each.url for each in downloads(wanted, changed)}
    assert urls["activiteiten-defensie"] == (
        "https://x.example/v4/Activiteit?$filter=Verwijderd%20eq%20false%20and%20(Voortouwafkorting%20eq%20'Defensie'"
        "%20or%20contains(Voortouwnaam,'Defensie'))%20and%20(Datum%20ge%202031-01-01T00:00:00Z%20or%20Datum%20eq%20null)"
        "&$orderby=ApiGewijzigdOp"
    )
    assert "ApiGewijzigdOp%20gt%202031-02-01T10:00:01.000000Z" in urls["documenten-36200-x"]
    assert urls["verwijderd-documenten"] == (
        "https://x.example/v4/Document?$filter=Verwijderd%20eq%20true%20and%20ApiGewijzigdOp%20gt%20"
        "2031-02-01T10:00:01.000000Z&$select=Id,Verwijderd,ApiGewijzigdOp"
    )
    changed["verwijderd-documenten"] = "2031-03-01T10:00:00+00:00"
    urls |= {f"{each.name} again": each.url for each in downloads(wanted, changed)}
    assert "gt%202031-03-01T10:00:00.000001Z" in urls["verwijderd-documenten again"]
    assert urls["documenten-36200-x again"] == urls["documenten-36200-x"]
    assert "d/Nummer%20eq%2036200%20and%20d/Toevoeging%20eq%20'X'" in urls["documenten-36200-x"]
    assert "contains(Ministerie,'O''Brien%20%26%20Zn')" in urls["toezeggingen-o-brien-zn"]
    assert "w.dossiernummer==%2236200-X%22" in urls["publicaties-36200-x"]


def test_downloaded_files_can_be_read(tmp_path: Path) -> None:
    with serving(lambda *_: page("", range(2))) as service:
        (name,) = _ask(tmp_path, service.url)[0]
    assert [each.official for each in read_official(name, (tmp_path / name).read_bytes()).activities] == [
        "2031A00000", "2031A00001",
    ]  # fmt: skip
