"""A paper as self-contained HTML pages: they load no script, style sheet, font or picture from elsewhere."""

import base64
import hashlib
import json
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote

from briefcli.catalog import tr
from briefcli.files.outputs import HTML_BEGINS
from briefcli.render.paper_parts import Run, parts_of
from briefcli.views.paper import Logo, Paper

INDEX_PAGE = "index.html"
_LISTS = (("deadlines", "deadlines.html"), ("papers", "papers.html"))  # pages with the lists over all meetings
SITE_PAGES = ("m-*.html", *(file for _, file in _LISTS))  # patterns of the names of all pages but the index
_TEMPLATES = Path(__file__).parent / "templates"


def render_html(paper: Paper) -> str:
    """One page with everything."""
    parts = parts_of(paper)
    body = "".join(_chapter(each, parts, level=2 if parts["several"] else 1) for each in parts["chapters"])
    if parts["several"]:
        links = [(f"#{_anchor(each)}", each["plain_title"]) for each in parts["chapters"]]
        body = f"<h1>{escape(parts['title'])}</h1>{_contents(links)}{_road(parts)}{body}"
    return _page(parts, parts["title"], f"{body}{_whole_table(parts['papers'])}", paper.logo)


def render_site(paper: Paper) -> dict[str, str]:
    """Several linked pages by file name: an index with the road and a search, one page per meeting, and lists."""
    parts = parts_of(paper)
    links = [(_file(each), each["plain_title"]) for each in parts["chapters"]]
    lists = [(file, parts[name]) for name, file in _LISTS if parts[name]]
    home = [(INDEX_PAGE, parts["title"])]
    contents = _contents([*links, *((file, table["title"]) for file, table in lists)])
    said = f"<p>{escape(paper.missing)}</p>" if paper.missing else ""
    body = f"<h1>{escape(parts['title'])}</h1>{said}{_search(parts)}{contents}{_road(parts)}"
    pages = {INDEX_PAGE: _page(parts, parts["title"], body, paper.logo, script=True)}
    for each, (name, title) in zip(parts["chapters"], links, strict=True):
        pages[name] = _page(parts, title, f"{_contents(home)}{_chapter(each, parts, level=1)}", paper.logo)
    for file, table in lists:
        pages[file] = _page(parts, table["title"], f"{_contents(home)}{said}{_whole_table(table, level=1)}", paper.logo)
    return pages


def _page(parts: dict[str, Any], title: str, body: str, logo: Logo | None, *, script: bool = False) -> str:
    style = _template("paper.css").replace("COLOUR", parts["colour"]).replace("FONT", parts["font"])
    policy = f"default-src 'none'; img-src data:; style-src '{_hash(style)}'; base-uri 'none'; form-action 'none'"
    code = _template("search.js") if script else ""
    if code:
        policy += f"; script-src '{_hash(code)}'"
    mark = f'<p class="mark">{escape(parts["internal"])}</p>' if parts["internal"] else ""
    picture = ""
    if logo is not None:
        data = base64.b64encode(logo.data).decode()
        picture = f'<img src="data:image/{logo.kind};base64,{data}" alt="{escape(parts["logo_words"])}">'
    shown_title = f"{parts['internal']}: {title}" if parts["internal"] else title
    run = f"<script>{code}</script>" if code else ""
    return (
        f'{HTML_BEGINS}\n<html lang="{parts["language"]}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="referrer" content="no-referrer">'
        f"<title>{escape(shown_title)}</title><style>{style}</style></head><body>"
        f"<header>{picture}{mark}</header><main>{body}</main><footer><p>{escape(parts['made'])}</p></footer>{run}"
        "</body></html>\n"
    )


def _template(name: str) -> str:
    return (_TEMPLATES / name).read_text(encoding="utf-8")


def _file(chapter: dict[str, Any]) -> str:
    """The file name of a meeting's page; its prefix keeps it apart from `index.html` and the lists."""
    return f"m-{chapter['id']}.html"


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _anchor(chapter: dict[str, Any]) -> str:
    return f"m-{escape(chapter['id'])}"


def _contents(links: Sequence[tuple[str, str]]) -> str:
    items = "".join(
        f'<li><a href="{escape(to if to.startswith("#") else quote(to))}">{escape(words)}</a></li>'
        for to, words in links
    )
    return f'<nav aria-label="{escape(tr("Contents"))}"><ul>{items}</ul></nav>'


def _search(parts: dict[str, Any]) -> str:
    found = [
        {"page": quote(_file(each)), "title": each["plain_title"], "text": " ".join(_all_words(each))}
        for each in parts["chapters"]
    ]
    data = json.dumps(found, ensure_ascii=False).replace("<", "\\u003c").replace("&", "\\u0026").replace(">", "\\u003e")
    return (
        f'<script type="application/json" id="words">{data}</script><div id="searching" class="search" hidden>'
        f'<label for="search">{escape(tr("Search"))}</label><input id="search" type="search">'
        '<ul id="found" aria-live="polite"></ul></div>'
    )


def _all_words(value: Any) -> list[str]:
    """Every text of a chapter that its page shows, for the search."""
    if isinstance(value, dict):
        shown = {name: each for name, each in value.items() if name not in {"kind", "id", "url", "svg"}}
        return [word for each in shown.values() for word in _all_words(each)]
    if isinstance(value, list):
        return [word for each in value for word in _all_words(each)]
    return [value] if isinstance(value, str) else []


def _road(holder: dict[str, Any], level: int = 2) -> str:
    if not holder["road"]:
        return ""
    heading = escape(tr("The road"))
    pictures = "".join(  # without their own colour, so that they take that of the page
        each["svg"].replace('color="#222" ', f'role="img" aria-label="{escape(each["words"])}" ', 1)
        for each in holder["road"]
    )
    region = f'<div class="wide" tabindex="0" role="region" aria-label="{heading}">{pictures}</div>'
    return f"<h{level}>{heading}</h{level}>{region}"


def _chapter(chapter: dict[str, Any], parts: dict[str, Any], *, level: int) -> str:
    name = _anchor(chapter)
    under = f'<p class="under">{_inline(chapter["under"], name)}</p>' if chapter["under"] else ""
    nodes = "".join(_node(each, name, level + 1, number) for number, each in enumerate(chapter["nodes"]))
    notes = "".join(
        f'<li id="{name}-{each["number"]}"><a href="{escape(each["url"])}">{escape(each["text"])}</a></li>'
        for each in chapter["notes"]
    )
    if notes:
        notes = f"<h{level + 1}>{escape(parts['words']['cited'])}</h{level + 1}><ol>{notes}</ol>"
    title = f'<h{level} id="{name}">{_inline(chapter["title"], name)}</h{level}>'
    return f"<article>{title}{under}{_road(chapter, level + 1)}{nodes}{notes}</article>"


def _node(node: dict[str, Any], name: str, level: int, number: int) -> str:
    match node["kind"]:
        case "heading":
            return f"<h{level}>{escape(node['text'])}</h{level}>"
        case "facts":
            rows = (f"<dt>{escape(each['label'])}</dt><dd>{_inline(each['runs'], name)}</dd>" for each in node["rows"])
            return f"<dl>{''.join(rows)}</dl>"
        case "list":
            return _list(node["items"], name)
        case "table":
            return _table(node, name, number)
        case _:
            return f"<p>{_inline(node['runs'], name)}</p>"


def _list(items: Sequence[dict[str, Any]], name: str) -> str:
    shown = ""
    for each in items:
        label = f"<strong>{escape(each['label'])}</strong> " if each["label"] else ""
        shown += f"<li>{label}{_inline(each['runs'], name)}{_list(each['items'], name)}</li>"
    return f"<ul>{shown}</ul>" if shown else ""


def _table(table: dict[str, Any], name: str, number: int) -> str:
    names = (" ".join(name for name in ("right", "short") if each[name]) for each in table["columns"])
    sides = [f' class="{each}"' if each else "" for each in names]
    heads = zip(table["columns"], sides, strict=True)
    head = "".join(f'<th scope="col"{side}>{escape(each["heading"])}</th>' for each, side in heads)
    rows = "".join(
        f"<tr>{''.join(f'<td{side}>{_inline(cell, name)}</td>' for cell, side in zip(row, sides, strict=True))}</tr>"
        for row in table["rows"]
    )
    label = f"{table['title'] or tr('Dates')} ({number + 1})"
    return (
        f'<div class="wide" tabindex="0" role="region" aria-label="{escape(label)}"><table>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _whole_table(table: dict[str, Any] | None, level: int = 2) -> str:
    """A table over all meetings with its heading; empty for None."""
    if table is None:
        return ""
    return f"<section><h{level}>{escape(table['title'])}</h{level}>{_table(table, 'all', 0)}</section>"


def _inline(runs: Sequence[Run], name: str) -> str:
    return "".join(_run(each, name) for each in runs)


def _run(run: Run, name: str) -> str:
    words = escape(run["text"]).replace("\n", "<br>")
    for key, tag in (("bold", "strong"), ("struck", "s"), ("withheld", "em")):
        if run.get(key):
            words = f"<{tag}>{words}</{tag}>"
    if run.get("url"):
        words = f'<a href="{escape(run["url"])}">{words}</a>'
    if run.get("note"):
        words += f'<sup><a href="#{name}-{run["note"]}">[{run["note"]}]</a></sup>'
    return words
