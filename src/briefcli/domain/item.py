"""What may be withheld: an item of an agenda, a text with a mark, and what the public sees in its place."""

from typing import Annotated, Any, ClassVar

import msgspec

from briefcli.domain.vocabulary import NOT_READ

UNREAD = "[imported, not yet released]"


def about(description: str, *examples: str, vocabulary: tuple[str, ...] = ()) -> msgspec.Meta:
    """A field's description; a vocabulary is what `check` suggests without refusing other words."""
    extra: dict[str, Any] = {"vocabulary": vocabulary} if vocabulary else {}
    return msgspec.Meta(description=description, examples=list(examples or vocabulary) or None, extra=extra or None)


class Item(msgspec.Struct, kw_only=True, omit_defaults=True):
    """What may be kept out of the public version as a whole; `headline` is the field that shows the mark then."""

    headline: ClassVar[str] = "title"

    public: Annotated[bool, about("false keeps it out of every output, unless --internal asks for it.")] = True
    ground: Annotated[str | None, about("On which ground it is withheld.", "Woo 5.1.2e")] = None


class Marked(Item, kw_only=True, omit_defaults=True):
    """A text with a mark: the long form of a text item, for what is not public."""

    headline = "text"

    text: Annotated[str, about("The text itself.")]


Text = str | Marked
Texts = list[Text]


def words_of(text: Text | None) -> str:
    """The words of a text item in either form; empty where there is none."""
    if text is None:
        return ""
    return text if isinstance(text, str) else text.text


def marker(ground: str | None) -> str:
    """What stands in the place of a withheld text."""
    if ground == NOT_READ:
        return UNREAD
    return f"[withheld: {ground}]" if ground else "[withheld]"


def is_hidden(title: str) -> bool:
    """Whether a title in a public version stands in the place of one that the public does not see."""
    return title.startswith(("[withheld]", "[withheld: ", UNREAD))
