"""No text becomes markup."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from pages.parts.markup import element, join, marked


class Reader(HTMLParser):
    """Collects tags and text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def read(markup: str) -> Reader:
    reader = Reader()
    reader.feed(markup)
    reader.close()
    return reader


TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40)


@given(TEXT, TEXT)
def test_a_child_and_an_attribute_stay_text(text: str, value: str) -> None:
    found = read(element("p", text, title=value))
    assert found.tags == ["p"]
    assert found.text == text


@given(TEXT, TEXT, TEXT)
def test_marking_adds_one_mark_and_changes_no_word(before: str, figure: str, after: str) -> None:
    found = read(marked(before + figure + after, figure, len(before)))
    assert found.text == before + figure + after
    assert found.tags == (["mark"] if figure else [])


def test_of_a_number_told_twice_the_right_one_is_marked() -> None:
    quote = "投入3亿元,其中县级3亿元"
    assert marked(quote, "3亿元", 10) == "投入3亿元,其中县级<mark>3亿元</mark>"


def test_nothing_is_marked_where_the_figure_does_not_stand() -> None:
    assert marked("13个乡镇", "3个", 0) == marked("13个乡镇", "3个", -1) == "13个乡镇"


def test_markup_is_not_escaped_twice() -> None:
    assert join(element("b", "<"), "<") == "<b>&lt;</b>&lt;"
