"""An HTML tree, parsed so that no page can make it read a file, fetch an address, or overflow a stack."""

import re
from collections.abc import Iterator
from typing import Protocol

# Tags that browsers close by themselves when the same opens again: without the others nothing nests deep.
_FLAT = r"(?!/?(?:p|br|h[1-6]|li|title|meta|script|style|html|head|body)\b)"
_NESTING = re.compile(rf"<{_FLAT}/?[a-zA-Z][^>]{{0,2000}}>")
_TAG = re.compile(r"<[/!?a-zA-Z][^>]{0,2000}>")
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
# Deeper than a page made by people (an estimate: those nest some dozens deep); foreign code that walks a tree by
# recursion is not tried beyond this.
DEEPEST = 200


class Element(Protocol):
    """What we use of lxml's elements."""

    tag: str
    text: str | None
    tail: str | None

    def get(self, key: str, default: str = "") -> str: ...
    def iter(self, *tags: str) -> "Iterator[Element]": ...
    def iterancestors(self, *tags: str) -> "Iterator[Element]": ...
    def itertext(self) -> Iterator[str]: ...
    def __len__(self) -> int: ...
    def __iter__(self) -> "Iterator[Element]": ...
    def __getitem__(self, number: int) -> "Element": ...
    def __hash__(self) -> int: ...
    def getparent(self) -> "Element | None": ...
    def drop_tree(self) -> None: ...
    def drop_tag(self) -> None: ...


def parsed(markup: str) -> Element | None:
    """The page's tree; None where there is nothing in it. A page nested too deep is flattened first."""
    source = _NOT_IN_XML.sub("", markup)
    tree, whole = _parsed(source)
    for nesting in (_NESTING, _TAG):
        if not whole:
            tree, whole = _parsed(nesting.sub("\n", source))
    return tree


def spell_quotations(tree: Element) -> None:
    """Puts the marks that a browser shows around `<q>` into the text; extractors lose them, or the words."""
    for one in list(tree.iter("q")):
        one.text = f"“{one.text or ''}"
        if len(one):
            one[-1].tail = f"{one[-1].tail or ''}”"
        else:
            one.text += "”"
        one.drop_tag()


def size_and_depth(tree: Element) -> tuple[int, int]:
    """How many elements there are, and how many lie within one another at most."""
    from lxml.etree import iterwalk  # noqa: PLC0415 -- lxml is loaded for pages alone

    count = now = deepest = 0
    for event, _ in iterwalk(tree, events=("start", "end")):
        count += event == "start"
        now += 1 if event == "start" else -1
        deepest = max(deepest, now)
    return count, deepest


def _parsed(markup: str) -> tuple[Element | None, bool]:
    """The tree, and whether libxml2 read all of the page: it stops where one nests over 2,048 deep."""
    from lxml import etree, html  # noqa: PLC0415

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True)
    try:
        tree: Element = html.document_fromstring(markup.encode("utf-8"), parser=parser)
    except (etree.LxmlError, ValueError):
        return None, True
    return tree, not any(fault.type_name == "ERR_RESOURCE_LIMIT" for fault in parser.error_log)
