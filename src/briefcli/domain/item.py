"""The parts of an agenda that can be withheld (items and texts), and what the public sees instead of them."""

from typing import Annotated, Any, ClassVar

import msgspec

from briefcli.domain.vocabulary import NOT_READ

UNREAD = "[imported, not yet released]"


def about(description: str, *examples: str, vocabulary: tuple[str, ...] = ()) -> msgspec.Meta:
    """The description of a field. `vocabulary` has the words that `check` suggests; other words are allowed."""
    extra: dict[str, Any] = {"vocabulary": vocabulary} if vocabulary else {}
    return msgspec.Meta(description=description, examples=list(examples or vocabulary) or None, extra=extra or None)


class Item(msgspec.Struct, kw_only=True, omit_defaults=True):
    """A part of an agenda that can be withheld as a whole. `headline` is the field that then shows the mark."""

    headline: ClassVar[str] = "title"

    public: Annotated[bool, about("false keeps it out of every output, unless --internal asks for it.")] = True
    ground: Annotated[str | None, about("The ground on which it is withheld.", "Woo 5.1.2e")] = None


class Marked(Item, kw_only=True, omit_defaults=True):
    """A text with a mark: the long form of a text item, for what is not public."""

    headline = "text"

    text: Annotated[str, about("The text itself.")]


Text = str | Marked
Texts = list[Text]


def words_of(text: Text | None) -> str:
    """The words of a text in either form; empty for None."""
    if text is None:
        return ""
    return text if isinstance(text, str) else text.text


def marker(ground: str | None) -> str:
    """The words that replace a withheld text: `[withheld: Woo 5.1.2e]`."""
    if ground == NOT_READ:
        return UNREAD
    return f"[withheld: {ground}]" if ground else "[withheld]"


def is_hidden(title: str) -> bool:
    """Whether a title in a public version replaces one that the public may not see."""
    return title.startswith(("[withheld]", "[withheld: ", UNREAD))
