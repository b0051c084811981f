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
    found = read(marked(before + figure + after, figure))
    assert found.text == before + figure + after
    assert set(found.tags) <= {"mark"}
    assert len(found.tags) <= 1


def test_the_figure_itself_is_marked_not_the_end_of_another() -> None:
    assert marked("13个乡镇、3个村", "3个") == "13个乡镇、<mark>3个</mark>村"


def test_markup_is_not_escaped_twice() -> None:
    assert join(element("b", "<"), "<") == "<b>&lt;</b>&lt;"
